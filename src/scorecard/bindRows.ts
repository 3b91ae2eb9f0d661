import type { FactWish, GatheredFact } from "../facts/gatheredFact";
import type { UnusedLine } from "../facts/unusedLines";
import { printedTarget } from "../facts/printedTarget";
import type { Form, Indicator } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { readAnnexes } from "../form/readAnnexes";
import type { ChosenOptions } from "../criteria/choices";
import type { Rule } from "../criteria/rule";
import type { Edition } from "../editions/edition";
import type { SettingName } from "../editions/settings";
import type { Snapshot } from "../workbook/snapshot";
import { annexRule } from "./annexRule";
import {
  bindGoal,
  goalRules,
  practiceSettings,
  ruleOfNotes,
  type GoalPlace,
  type GoalRule,
} from "./bindGoal";
import { fundDoubts } from "./fundDoubts";
import { goalRule } from "./goalRule";
import { weightSpecs } from "./askedWeights";
import { bindAnnex } from "./bindAnnex";
import { chooseRule, type RowRule, type RuleChoice } from "./chooseRule";
import type { RowMatch } from "./matchEdition";
import { originWords } from "./originWords";
import { markTwins } from "./markTwins";
import { isOfRow, isOutOfReach, notedRow, notedRules, rulesAbout } from "./notedRules";
import { printedFacts, ruleOfNote } from "./noteRow";
import { rateColumns } from "./printedRate";
import { settingNames } from "./rowSettings";
import { saidDoubts } from "./saidDoubts";
import { scoringAnnex, type ScoringAnnex } from "./scoreAnnex";
import { basisOf, rowEvidence } from "./rowEvidence";
import { withoutOwnReasons } from "./rowReason";

/** One row's rule and what it asks, before any fact is known. */
export interface BoundRow extends RowMatch, Omit<RowRule, "words"> {
  /** By which a person's choice for it is kept: lasting, unique in the form. */
  readonly key: string;
  /** What a person said for it, whether or not it counts; null: nothing. */
  readonly choice: RuleChoice | null;
  readonly rule: Rule;
  /** What its clause leaves open, by the name in the clause: the setting that decides it. */
  readonly settingNames: Readonly<Record<string, SettingName>>;
  readonly wish: FactWish;
  /** The rows of an annex that answer it; null when no annex does. */
  readonly annex: ScoringAnnex | null;
}

/** A row with its facts, in the order of the rule's specs: all that its score depends on. */
export interface RowInput extends Omit<BoundRow, "wish" | "sameName" | "settings"> {
  readonly facts: readonly GatheredFact[];
  /** Typed under its name, for a clause as it was before. */
  readonly unused: readonly UnusedLine[];
}

/** What a person said for single rows, by their keys. */
export type RuleChoices = Readonly<Record<string, RuleChoice>>;

/** Each form row with its row of the edition, its rule and its wish; the wishes' ids are unique. */
export function bindRows(
  snapshot: Snapshot,
  form: Form,
  edition: Edition | null,
  matches: readonly RowMatch[],
  choices: RuleChoices = {},
  options: ChosenOptions = {},
): readonly BoundRow[] {
  const unknown = matches.flatMap(({ indicator, editionRow }) => (editionRow === null ? [indicator] : []));
  const marks = markTwins(unknown);
  const chosen = matches.map((match) => {
    const { indicator, editionRow } = match;
    const mark = marks.get(indicator) ?? "";
    const key = editionRow?.id ?? `row:${normalizeName(indicator.name.value)}${mark}`;
    const choice = (Object.hasOwn(choices, key) ? choices[key] : null) ?? null;
    const number = editionRow === null ? "" : `${editionRow.number} `;
    const title = `${number}${indicator.name.value}${mark}`;
    return {
      match,
      key,
      choice,
      title,
      row: chooseRule(indicator, editionRow, edition, choice, {
        key,
        name: `${indicator.name.value}${mark}`,
      }),
    };
  });
  const annexes = chosen.some(
    ({ match, row }) => row.asks === "edition" && match.editionRow?.annex !== undefined,
  )
    ? readAnnexes(snapshot, form)
    : [];
  const year = form.head.year?.value ?? null;
  const department = form.head.department?.value ?? null;
  const ofNotes = ruleOfNotes(form, options);
  const goals = goalRules(form, ofNotes, options);
  const noted = notedRules(form);
  const rates = rateColumns(form, snapshot);
  const evidenceOf = rowEvidence(snapshot, form);
  return chosen.map(({ match, key, choice, title, row }) => {
    const { editionRow, indicator } = match;
    const goal = choice === null ? goals(indicator) : null;
    const others = rulesAbout(noted, indicator, form);
    const byNote =
      goal === null || goal.of === "clause" ? null : ruleOfNote(form, indicator, { key, name: title });
    if (goal !== null && byNote === null) {
      const fund = indicator.row === form.fund?.row ? form.fund : null;
      const ofFund = fund === null ? null : fundDoubts(form).map(({ text }) => `${text}；待核实。`);
      const beside =
        fund === null ? (basisOf(snapshot, indicator)?.value ?? "") : withoutOwnReasons(fund.reason);
      const place = {
        ...{ key, title, fund, head: form.head, rateColumns: rates, beside },
        onlyMet: others.some(({ rows }) => rows === "all"),
      };
      const bound = goalRow(snapshot, match, row, goal, place, ofFund);
      if (others.length === 0 || (bound.annex !== null && isOutOfReach(others, bound.annex))) return bound;
    }
    const isNoted = row.origin !== "edition" && choice === null;
    const open = indicator.goal === null ? others.filter((one) => isOfRow(one, indicator)) : others;
    const chosenRow = byNote ?? (isNoted ? notedRow(row, open) : row);
    const { rule: own, words, ...said } = chosenRow;
    const asked = said.asks === "edition" ? editionRow : null;
    const rest = { ...said, settingNames: settingNames(said.settings, key, edition, asked) };
    const basis = evidenceOf(indicator);
    const from = said.origin === "sheet" ? "" : originWords(said, { shortTitle: edition?.shortTitle ?? "" });
    const sourced = (specs: Rule["facts"]): Rule["facts"] =>
      from === "" ? specs : specs.map((spec) => ({ ...spec, source: `${from}：${spec.source}` }));
    if (editionRow === null || said.asks === "own") {
      // Its own questions are no facts of the edition's row, and keep their ids when the edition changes.
      const id = editionRow === null ? key : `own:${key}`;
      return {
        ...match,
        ...rest,
        key,
        choice,
        rule: own,
        wish: {
          id,
          title,
          specs: withWeight(indicator, sourced(own.facts)),
          basis,
          year,
          department,
          worth: { rule: own, weight: indicator.weight.value, settings: options },
          words,
          standard: indicator.standard?.value ?? "",
          twofold: own.twofold ?? [],
          ...doubtsOf(indicator),
          target: printedTarget(indicator),
          printed: printedFacts(form, indicator, own.facts, {
            isByNote: byNote !== null,
            isContradicted: (reading) => saidDoubts(snapshot, indicator, rates, reading, null).length > 0,
          }),
        },
        annex: null,
      };
    }
    const bound = editionRow.annex === undefined ? null : bindAnnex(annexes, editionRow.annex, year);
    const annex = bound === null ? null : scoringAnnex(bound);
    const rule = annex === null ? own : annexRule(annex, own);
    const { bulletin } = editionRow;
    const bulletins = bulletin === undefined ? {} : { bulletin };
    const wish = {
      id: key,
      title,
      specs: withWeight(indicator, sourced(rule.facts)),
      basis,
      year,
      department,
      worth: { rule: own, weight: indicator.weight.value, settings: options },
      words,
      standard: indicator.standard?.value ?? "",
      twofold: own.twofold ?? [],
      ...doubtsOf(indicator),
      ...bulletins,
    };
    return { ...match, ...rest, key, choice, rule, wish, annex };
  });
}

function doubtsOf({ doubts }: Indicator): Pick<FactWish, "doubts"> {
  return doubts === undefined ? {} : { doubts };
}

/** The same array where no weight is asked: readings of words are kept by it. */
function withWeight(indicator: Indicator, specs: Rule["facts"]): Rule["facts"] {
  const weight = weightSpecs(indicator);
  return weight.length === 0 ? specs : [...weight, ...specs];
}

function goalRow(
  snapshot: Snapshot,
  match: RowMatch,
  row: RowRule,
  rule: GoalRule,
  named: GoalPlace,
  ofFund: readonly string[] | null,
): BoundRow {
  const { indicator } = match;
  const { goal } = indicator;
  if (goal === null) throw new Error("a row without a target");
  const annex = scoringAnnex(bindGoal(snapshot, indicator, goal, rule, named));
  const settings = rule.of === "clause" ? {} : practiceSettings;
  const { key, title } = named;
  return {
    ...match,
    ...{
      key,
      choice: null,
      annex,
      rule: goalRule(annex, ofFund),
      settings,
      settingNames: {},
      unread: [],
      remarks: [],
    },
    ...{
      origin: rule.of === "clause" ? "sheet" : row.origin,
      asks: "own",
      readsCell: () => false,
      anyWeight: false,
    },
    wish: { id: key, title, specs: weightSpecs(indicator), basis: null },
  };
}
