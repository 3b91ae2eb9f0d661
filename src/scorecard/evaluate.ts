import type { Form, Indicator, NoForm } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { readForm } from "../form/readForm";
import { gatherFacts, type GivenFacts } from "../facts/gatherFacts";
import type { FactWish, GatheredFact, GatheredFacts } from "../facts/gatheredFact";
import { locateWorkingPaper } from "../facts/workingPaper";
import type { Rubric } from "../rubric/rubric";
import { guangzhou2023 as edition } from "../editions/guangzhou2023/edition";
import { guangzhou2023 } from "../rubric/guangzhou2023";
import type { Rule } from "../rules/rule";
import { readSettings, type Settings } from "../rules/settings";
import { plainObject } from "../workbook/json";
import { keptValue } from "../workbook/records";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { readAnnexes } from "../form/readAnnexes";
import { annexFacts, neededWishes } from "./annexFacts";
import { annexRule } from "./annexRule";
import { annexWishes, bindAnnex, type BoundAnnex } from "./bindAnnex";
import { buildScorecard } from "./buildScorecard";
import { judgedRule } from "./judgedRule";
import { matchRubric, type RubricMatch } from "./matchRubric";
import { isOwnReason } from "./ownReason";
import { withoutOwnScores } from "./ownScore";
import { scoreRow } from "./scoreRow";
import type { Scorecard, ScorecardRow } from "./scorecard";
import { withoutSuperseded } from "./supersededFacts";

export interface EvaluateOptions {
  /** The 2023 edition of Guangzhou unless told. */
  readonly rubric?: Rubric;
  /** Facts from outside the workbook: a facts file, the pane. */
  readonly given?: GivenFacts;
  /** Over those kept in the workbook. */
  readonly settings?: Partial<Settings>;
  /** The sheet that holds the form; found by its titles unless told. */
  readonly sheet?: string;
}

export type Evaluation =
  | {
      readonly form: Form;
      /** What each row asks, in the order of the form. */
      readonly wishes: readonly FactWish[];
      /** For whoever plans the edits from this very snapshot: binding reads every row of the annexes. */
      readonly bound: readonly BoundRow[];
      readonly facts: GatheredFacts;
      readonly scorecard: Scorecard;
    }
  | { readonly noForm: NoForm };

/** One row's rule and what it asks, before any fact is known. */
export interface BoundRow extends RubricMatch {
  readonly rule: Rule;
  readonly wish: FactWish;
  /** The rows of an annex that answer it; null when no annex does. */
  readonly annex: BoundAnnex | null;
}

/** From the frozen workbook to the scorecard: the one way that every face goes. */
export function evaluate(snapshot: Snapshot, options: EvaluateOptions = {}): Evaluation {
  const reading = readForm(snapshot, options.sheet);
  if ("noForm" in reading) return reading;
  const form = withoutOwnScores(reading.form, locateWorkingPaper(snapshot)?.sheet.name ?? null);
  const rubric = options.rubric ?? guangzhou2023;
  const settings = settingsOf(snapshot, form.sheet, options.settings);
  const bound = bindRows(snapshot, form, rubric);
  const gathered = gatherFacts(
    snapshot,
    bound.flatMap(({ wish, annex }) => [wish, ...(annex === null ? [] : annexWishes(annex))]),
    options.given,
    form.sheet,
  );
  const superseded = withoutSuperseded(bound, gathered, settings);
  const rows = bound.map((row) => scoreRow({ ...row, facts: factsOf(row, superseded, settings) }, settings));
  const facts = new Map(rows.flatMap((row) => row.facts.map((fact) => [fact.id, fact] as const)));
  const wishes = wishesOf(bound, rows);
  return { form, wishes, bound, facts, scorecard: buildScorecard(form, rubric, rows, settings) };
}

/** What the rows ask, in the order of the form: of an annex only what is needed. */
export function wishesOf(
  bound: readonly BoundRow[],
  rows: readonly Pick<ScorecardRow, "facts">[],
): readonly FactWish[] {
  return bound.flatMap(({ wish, annex }, index) => [
    wish,
    ...(annex === null ? [] : neededWishes(annex, rows[index]?.facts ?? [])),
  ]);
}

/** The settings kept in the workbook for the form on a sheet, with the given ones over them. */
export function settingsOf(snapshot: Snapshot, sheet: string | null, over: Partial<Settings> = {}): Settings {
  return readSettings({ ...plainObject(keptValue(snapshot, "settings", sheet)), ...over });
}

/** Each form row with its row of the rubric, its rule and its wish; the wishes' ids are unique. */
export function bindRows(snapshot: Snapshot, form: Form, rubric: Rubric): readonly BoundRow[] {
  const seen = new Map<string, number>();
  const annexes = rubric.rows.some(({ annex }) => annex !== undefined) ? readAnnexes(snapshot, form) : [];
  return matchRubric(form.indicators, rubric).map(({ indicator, rubricRow }) => {
    const basis = basisOf(snapshot, indicator);
    if (rubricRow !== null) {
      const annex = rubricRow.annex === undefined ? null : bindAnnex(annexes, rubricRow.annex);
      const rule = annex === null ? rubricRow.rule : annexRule(annex, rubricRow.rule);
      const title = `${rubricRow.number} ${indicator.name.value}`;
      const { words = [], bulletin } = edition.rows.find(({ id }) => id === rubricRow.id) ?? {};
      const read = { words, ...(bulletin === undefined ? {} : { bulletin }) };
      const wish = { id: rubricRow.id, title, specs: rule.facts, basis, ...read };
      return { indicator, rubricRow, rule, wish, annex };
    }
    const name = normalizeName(indicator.name.value);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const mark = count === 1 ? "" : `（${count}）`;
    const wish = {
      id: `row:${name}${mark}`,
      title: `${indicator.name.value}${mark}`,
      specs: judgedRule.facts,
    };
    return { indicator, rubricRow, rule: judgedRule, wish: { ...wish, basis }, annex: null };
  });
}

/** 评分依据 as evidence: not where a reason of ours stands in it. */
function basisOf(snapshot: Snapshot, { basis }: Indicator): FactWish["basis"] {
  if (basis === null || isOwnReason(snapshotCell(snapshot, basis.at)?.formula)) return null;
  return basis;
}

function factsOf(
  { indicator, wish, annex }: BoundRow,
  facts: GatheredFacts,
  settings: Settings,
): readonly GatheredFact[] {
  const own = wish.specs.flatMap((spec) => facts.get(`${wish.id}.${spec.key}`) ?? []);
  const weight = indicator.weight.value;
  if (annex === null) return own;
  return [...own, ...annexFacts(annex, facts, weight === null ? null : { weight, settings })];
}
