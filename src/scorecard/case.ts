import { gatherFacts, type GivenFacts } from "../facts/gatherFacts";
import type { FactWish, GatheredFact, GatheredFacts } from "../facts/gatheredFact";
import { unusedLines, type UnusedLine } from "../facts/unusedLines";
import { copiedFrom, paperOf } from "../facts/paperOf";
import { paperNames } from "../facts/workingPaper";
import type { Form, NoForm } from "../form/form";
import type { ChosenOptions } from "../criteria/choices";
import { annexDoubts } from "../form/readAnnexes";
import { readForms } from "../form/readForms";
import type { Edition } from "../editions/edition";
import { readSettings, type Settings } from "../editions/settings";
import { isDamaged } from "../workbook/records";
import { formatAt, type Snapshot } from "../workbook/snapshot";
import { annexFacts, neededWishes } from "./annexFacts";
import { withAskedWeights } from "./askedWeights";
import { annexWishes } from "./bindAnnex";
import { bindRows, type BoundRow, type RuleChoices } from "./bindRows";
import { buildScorecard } from "./buildScorecard";
import { chooseEdition, knownEditions, type ChosenBy } from "./chooseEdition";
import { keptChoices } from "./keptChoices";
import { withoutDrafts, type WithoutDrafts } from "./keptDrafts";
import { withoutOwnScores } from "./ownFormulas";
import { rowDecimals } from "./rowDecimals";
import { scoreRow } from "./scoreRow";
import type { Scorecard } from "./scorecard";
import { withoutSuperseded } from "./supersededFacts";

type Ambiguities = Edition["ambiguities"];

/**
 * One form in one workbook, evaluated. Whoever plans, restores, converts, submits, checks or reports takes a Case, so
 * that no two steps can disagree about the sheet, the edition, the facts or the settings.
 */
export interface Case {
  readonly snapshot: Snapshot;
  readonly sheet: string;
  /** The form whose scored sheet this is a copy of: its formulas are the other's, and so are their figures. */
  readonly copyOf: string | null;
  /** Without our drafts in 评分依据… */
  readonly form: Form;
  /** …which stand there, by the rows of the form. */
  readonly bases: WithoutDrafts["bases"];
  /** null: no edition fits; every row is for a person to judge. */
  readonly edition: Edition | null;
  readonly chosenBy: ChosenBy;
  /** Doubts about that choice, in Chinese. */
  readonly doubts: readonly string[];
  /** What the clauses leave open: those of the edition, and those of the sheet that were compiled. */
  readonly ambiguities: Ambiguities;
  readonly settings: Settings;
  /** Each row of the form with its rule and what it asks. */
  readonly rows: readonly BoundRow[];
  /** Facts from outside the workbook. */
  readonly given: GivenFacts;
  /** What the rows ask, in the order of the form: of an annex only what is needed. */
  readonly wishes: readonly FactWish[];
  readonly facts: GatheredFacts;
  /** Lines of 评分底稿 that nothing asks for any more. */
  readonly unused: readonly UnusedLine[];
  readonly scorecard: Scorecard;
}

export interface CaseOptions {
  /** To choose from; those of the product unless told. */
  readonly editions?: readonly Edition[];
  /** Id of the edition that a person named; over the one kept in the workbook. */
  readonly edition?: string | null;
  /** Facts from outside the workbook: a facts file, the pane. */
  readonly given?: GivenFacts;
  /** Over those kept in the workbook. */
  readonly settings?: Partial<Settings>;
  /** Which rule counts for single rows, by their keys; over those kept in the workbook. */
  readonly rules?: RuleChoices;
  /** Only this sheet is looked at. */
  readonly sheet?: string;
}

/** The forms of a workbook, evaluated, in the order of the sheets; or why there is none. */
type Cases =
  | {
      readonly cases: readonly Case[];
      /** The one to work on unless a person picks another. */
      readonly main: Case;
      readonly noForm: null;
    }
  | { readonly cases: readonly []; readonly main: null; readonly noForm: NoForm };

/** From the frozen workbook to its Cases: the one way that every face goes. */
export function readCases(snapshot: Snapshot, options: CaseOptions = {}): Cases {
  const reading = readForms(snapshot, options.sheet);
  if (reading.noForm !== null) return { cases: [], main: null, noForm: reading.noForm };
  const main = readCase(snapshot, reading.main, options);
  const cases = reading.forms.map((form) =>
    form === reading.main ? main : readCase(snapshot, form, options),
  );
  return { cases, main, noForm: null };
}

/** The same Case with more facts from outside: nothing is read or chosen again. */
export function withGiven(formCase: Case, given: GivenFacts): Case {
  const all = new Map([...formCase.given, ...given]);
  const choices = Object.fromEntries(
    formCase.rows.flatMap(({ key, choice }) => (choice === null ? [] : [[key, choice]])),
  );
  return scored({
    ...formCase,
    ...weighed({ ...formCase, given: all }, choices, formCase.settings),
    given: all,
  });
}

/** The rows once more where a person gave weights that the form does not print. */
function weighed(
  read: Pick<Case, "snapshot" | "sheet" | "form" | "edition" | "rows" | "given">,
  choices: RuleChoices,
  options: ChosenOptions,
): Pick<Case, "form" | "rows"> {
  const { snapshot, edition, rows, given } = read;
  const wishes = ofForm(
    read,
    rows.map(({ wish }) => wish),
  );
  const form = withAskedWeights(snapshot, read.form, wishes, given);
  if (form === read.form) return { form, rows };
  const matches = rows.map((row, index) => ({ ...row, indicator: form.indicators[index] ?? row.indicator }));
  return { form, rows: bindRows(snapshot, form, edition, matches, choices, options) };
}

function readCase(snapshot: Snapshot, printed: Form, options: CaseOptions): Case {
  const { form, bases } = withoutDrafts(snapshot, withoutOwnScores(printed, paperNames(snapshot)));
  const kept = keptChoices(snapshot, form.sheet);
  const named = { person: options.edition ?? null, workbook: kept.edition };
  const editions = options.editions ?? knownEditions;
  const able = editions.filter(({ id }) => fitsEditions(form) || Object.values(named).includes(id));
  const chosen = chooseEdition(form.indicators, able, named);
  const { matches, ...choice } = isDamaged(snapshot)
    ? { ...chosen, doubts: [damagedRecord, ...chosen.doubts] }
    : chosen;
  const choices = { ...kept.rules, ...options.rules };
  const wanted = { ...keptOptions(kept.settings), ...keptOptions(options.settings) };
  const rows = bindRows(snapshot, form, choice.edition, matches, choices, wanted);
  const ambiguities = Object.assign(
    {},
    ...rows.map((row) => row.settings),
    choice.edition?.ambiguities,
  ) as Ambiguities;
  const settings = readSettings({ ...kept.settings, ...options.settings }, { ambiguities });
  const given = options.given ?? new Map();
  const doubts = [
    ...choice.doubts,
    ...homelessChoices(choices, rows),
    ...unclearAnnexes(snapshot, form, rows),
  ];
  const { sheet } = form;
  const known = { snapshot, sheet, copyOf: copiedFrom(snapshot, sheet), form, bases };
  const read = { ...known, ...choice, doubts, ambiguities, settings, rows, given };
  return scored({ ...read, ...weighed(read, choices, wanted) });
}

/** Said where the form has rows that annexes answer. */
function unclearAnnexes(snapshot: Snapshot, form: Form, rows: readonly BoundRow[]): readonly string[] {
  const isAnswered = rows.some(
    ({ asks, editionRow }) => asks === "edition" && editionRow?.annex !== undefined,
  );
  return isAnswered ? annexDoubts(snapshot, form) : [];
}

/** What a person said of rows that are gone or have another name now. */
function homelessChoices(choices: RuleChoices, rows: readonly BoundRow[]): readonly string[] {
  const homeless = Object.entries(choices).filter(([key]) => !rows.some((row) => row.key === key));
  return homeless.map(
    ([, { clause }]) =>
      `有一条人工设定的计分规则找不到它的行（行已改名、移动或删除），没有采用，请在该行重新设定：评分标准“${clause.slice(0, 30)}”。`,
  );
}

function keptOptions(kept: unknown): ChosenOptions {
  const pairs = typeof kept === "object" && kept !== null ? Object.entries(kept) : [];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

/** An edition is of a whole department, and prints its 评分标准: a name alone never brings its rules to another form. */
function fitsEditions({ kind, columns }: Form): boolean {
  return (kind === "department" || kind === "unit") && (columns.standard !== null || columns.target === null);
}

const damagedRecord = "本工具留在工作簿里的记录已损坏，口径和原表内容读不出：请核对口径，或改用备份。";

/** A Case before its facts are gathered. */
type Unscored = Omit<Case, "wishes" | "facts" | "unused" | "scorecard">;

function scored(unscored: Unscored): Case {
  const { snapshot, form, edition, doubts, ambiguities, settings, rows: bound, given } = unscored;
  const all = ofForm(
    unscored,
    bound.flatMap(({ wish, annex }) => [wish, ...(annex === null ? [] : annexWishes(annex))]),
  );
  const gathered = gatherFacts(snapshot, all, given, form.sheet);
  const known = withoutSuperseded(bound, gathered, settings);
  const unused = unusedLines(paperOf(snapshot, form.sheet), all);
  const typed = unused.filter(({ value, fromWords }) => value !== null && !fromWords);
  const rows = bound.map((row) => {
    const facts = factsOf(row, known, settings);
    return scoreRow(
      { ...row, facts, unused: typed.filter(({ wishId }) => wishId === row.wish.id) },
      settings,
      rowDecimals(form, settings),
    );
  });
  const facts = new Map(rows.flatMap((row) => row.facts.map((fact) => [fact.id, fact] as const)));
  const wishes = ofForm(
    unscored,
    bound.flatMap(({ wish, annex }, index) => [
      wish,
      ...(annex === null ? [] : neededWishes(annex, rows[index]?.facts ?? [])),
    ]),
  );
  const scorecard = buildScorecard(
    form,
    { edition, doubts, ambiguities },
    rows.map((row) => ({ ...row, basis: unscored.bases.get(row.row) ?? null })),
    settings,
    typed,
    paperNames(snapshot),
    form.total === null ? undefined : formatAt(snapshot, form.total.score.at),
  );
  return { ...unscored, wishes, facts, unused, scorecard };
}

/** Forms that share a working paper, as an earlier version had it, never share its lines. */
function ofForm(
  { snapshot, sheet }: Pick<Case, "snapshot" | "sheet">,
  wishes: readonly FactWish[],
): readonly FactWish[] {
  const mark = paperOf(snapshot, sheet)?.mark ?? "";
  return mark === "" ? wishes : wishes.map((wish) => ({ ...wish, title: `${mark}${wish.title}` }));
}

function factsOf(
  { indicator, wish, annex }: BoundRow,
  facts: GatheredFacts,
  settings: Settings,
): readonly GatheredFact[] {
  const own = wish.specs.flatMap((spec) => facts.get(`${wish.id}.${spec.key}`) ?? []);
  const weight = indicator.weight.value;
  if (annex === null) return own;
  // What else is open is asked together with the weight.
  const known = weight ?? (annex.own === true ? 1 : null);
  return [...own, ...annexFacts(annex, facts, known === null ? null : { weight: known, settings })];
}
