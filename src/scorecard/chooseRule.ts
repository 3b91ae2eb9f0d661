import type { ClauseContext, ClauseReading } from "../clause/clauseReading";
import { labelsOf } from "../clause/readLabelled";
import { criterionRule } from "../criteria/criterionRule";
import type { Ambiguity } from "../criteria/choices";
import type { Labels } from "../criteria/expression/compilePrinted";
import type { FactSpec } from "../criteria/fact";
import type { Rule } from "../criteria/rule";
import type { Edition, EditionRow, WordPattern } from "../editions/edition";
import { namedWords } from "../facts/namedWords";
import type { Indicator } from "../form/form";
import { isOfAnyWeight, readingOf, readingOfAnyWeight, sameClauseText } from "./clauseTexts";
import { fitEdition } from "./fitEdition";
import { printsBands } from "./bandsCell";
import { judgedRule } from "./judgedRule";
import { rulesElsewhere } from "./rulesElsewhere";
import { withRowNames, type RowOfSettings } from "./rowSettings";

/** 表中评分标准 · 2023年版 · 人工设定 */
export type Origin = "sheet" | "edition" | "person";

/**
 * Which rule a person wants: the one that the sheet prints, that of the edition, 以人工评定为准, or one in words of his
 * own, a 评分标准 that is compiled instead of the printed one.
 */
export type RuleUse = "sheet" | "edition" | "judged" | { readonly words: string };

/** What a person says for one row. */
export interface RuleChoice {
  /** 评分标准 as it was printed when he said so: of another text nothing is said. */
  readonly clause: string;
  readonly use: RuleUse;
}

/** The rule that counts for a row. */
export interface RowRule {
  readonly rule: Rule;
  /** null: neither the sheet nor an edition has a rule for it. */
  readonly origin: Origin | null;
  /** What of the printed 评分标准 was not understood, as printed. */
  readonly unread: readonly string[];
  /** Whose facts it asks for. */
  readonly asks: "edition" | "own";
  /** Words that may be taken as them. */
  readonly words: readonly WordPattern[];
  /** A formula may read its bands, or all of it, off the 评分标准 cell itself; asked where one is written, for it takes reading. */
  readonly readsCell: () => boolean;
  /** Whatever weight is asked for the row, the rule is this one: its formula may wait for it. */
  readonly anyWeight: boolean;
  /** What the text leaves open. */
  readonly settings: Readonly<Record<string, Ambiguity>>;
  readonly remarks: readonly string[];
}

/**
 * Which rule counts: what the sheet prints, where all of it was read, or where it is the edition's own text; the edition's
 * where nothing is printed. A row that only goes by the name of another never gets that one's rule.
 * @param of whose settings are what the text leaves open
 */
export function chooseRule(
  indicator: Indicator,
  editionRow: EditionRow | null,
  edition: Edition | null,
  choice: RuleChoice | null,
  of: RowOfSettings,
): RowRule {
  const printed = indicator.standard?.value.trim() ?? "";
  const own = printedRule(printed, indicator, editionRow, edition, of);
  if (choice === null) return own;
  if (!sameClauseText(choice.clause, printed)) return { ...own, remarks: [...own.remarks, outdated] };
  // What counts anyway is nobody's decision.
  if (choice.use === "sheet" && own.asks === "own" && own.unread.length === 0) return own;
  const wished = wishedRule(choice.use, printed, indicator, editionRow, edition, of);
  return wished === null || wished.rule === own.rule ? own : { ...wished, origin: "person" };
}

const outdated = "表中“评分标准”在人工设定计分规则之后改过，人工设定没有采用，请重新设定或者取消。";

function printedRule(
  printed: string,
  indicator: Indicator,
  editionRow: EditionRow | null,
  edition: Edition | null,
  of: RowOfSettings,
): RowRule {
  const elsewhere = rulesElsewhere(indicator);
  if (elsewhere.length > 0) {
    const said = elsewhere.map(({ place, words }) => `${place}里还写着怎样给分（${quoted(words)}）`);
    return {
      ...judged(`${said.join("，")}，评分标准里没有`, printed),
      unread: elsewhere.flatMap(({ words }) => words),
    };
  }
  const unreadable = indicator.standard?.unreadable;
  if (unreadable !== undefined)
    return judged(`表中“评分标准”${unreadable}，不知道怎样计分，请改正单元格，或者直接填写文字`, printed);
  if (printed === "")
    return editionRow === null
      ? { ...judged("此项不在评分标准库中", ""), origin: null }
      : { ...editionRule(editionRow, edition), origin: "edition" };
  if (editionRow !== null && sameClauseText(printed, editionRow.clause)) {
    const readsCell = (): boolean => printsBands(printed, editionRow.criterion);
    return { ...editionRule(editionRow, edition), readsCell };
  }
  const fit = editionRow === null ? null : fitEdition(indicator, editionRow);
  if (fit !== null && editionRow !== null) {
    const { specs, own } = fit;
    const { criterion, settings } = withRowNames(fit, of);
    const rule = criterionRule(criterion, specs, edition?.shortTitle ?? "");
    const words = [...editionRow.words, ...namedWords(own, indicator.name.value)];
    const readsCell = (): boolean => printsBands(printed, criterion);
    const remarks = differs(edition);
    return { ...bare, rule, origin: "sheet", asks: "edition", words, readsCell, settings, remarks };
  }
  const reading = readingFor(printed, indicator);
  const remarks = editionRow === null ? [] : differs(edition);
  if (reading.state === "read") return { ...compiledRule(reading, indicator, printed, of), remarks };
  const because =
    reading.state === "none"
      ? "表中“评分标准”没有写明怎样得分"
      : `表中“评分标准”有没有读懂的话（${quoted(reading.unread)}）`;
  return { ...judged(because, printed), unread: reading.unread, remarks };
}

function wishedRule(
  use: RuleUse,
  printed: string,
  indicator: Indicator,
  editionRow: EditionRow | null,
  edition: Edition | null,
  of: RowOfSettings,
): RowRule | null {
  if (typeof use === "object") return wordedRule(use.words, indicator, of);
  switch (use) {
    case "judged":
      return judged("已选定由人工评定", printed);
    case "edition":
      return editionRow === null ? null : { ...editionRule(editionRow, edition), remarks: besides(edition) };
    case "sheet": {
      const reading = printed === "" ? null : readingFor(printed, indicator);
      return reading?.state === "read" ? compiledRule(reading, indicator, printed, of) : null;
    }
  }
}

/** A rule that is not read wholly is no rule, whoever wrote it; and never the printed one, which he found wrong. */
function wordedRule(words: string, indicator: Indicator, of: RowOfSettings): RowRule {
  const reading = readingFor(words, indicator);
  if (reading.state === "read") {
    const remarks = [`已人工设定计分规则（${quoted([words])}），不按表中“评分标准”的文字。`];
    return { ...compiledRule(reading, indicator, null, of), remarks };
  }
  const unread = reading.state === "none" ? [words] : reading.unread;
  return { ...judged(`人工设定的计分规则没有全部读懂（${quoted(unread)}）`, words), unread };
}

function readingFor(words: string, indicator: Indicator): ClauseReading {
  const context = contextOf(indicator);
  const { asked = false, value } = indicator.weight;
  return (asked && value === null ? readingOfAnyWeight(words, context) : null) ?? readingOf(words, context);
}

function contextOf(indicator: Indicator): ClauseContext {
  const { name, weight, definition } = indicator;
  return {
    indicator: name.value,
    weight: weight.value,
    definition: definition?.value ?? null,
    hasTarget: hasTarget(indicator),
  };
}

export function hasTarget({ goal }: Pick<Indicator, "goal">): boolean {
  return goal !== null && goal.target.content !== null;
}

const bare = {
  origin: "sheet",
  unread: [],
  words: [],
  readsCell: (): boolean => false,
  anyWeight: false,
  settings: {},
  remarks: [],
} as const;

function editionRule(row: EditionRow, edition: Edition | null): RowRule {
  return { ...bare, rule: ruleOf(row, edition), asks: "edition", words: row.words };
}

const made = new WeakMap<EditionRow, Rule>();

/** The criterion of a row, bound to what it asks, once for every form. */
export function ruleOf(row: EditionRow, edition: Pick<Edition, "shortTitle"> | null): Rule {
  const known = made.get(row);
  if (known !== undefined) return known;
  const rule = criterionRule(row.criterion, row.asks, edition?.shortTitle ?? "");
  made.set(row, rule);
  return rule;
}

type Read = Extract<ClauseReading, { state: "read" }>;

/** @param cell the text of the 评分标准 cell that was read; null: a formula cannot read the rule off it. */
export function compiledRule(reading: Read, row: Indicator, cell: string | null, of: RowOfSettings): RowRule {
  const { name, weight } = row;
  const { criterion, settings } = withRowNames(reading, of);
  const source = cell === null ? "计分规则" : "表中评分标准";
  const specs = reading.asks.map((spec): FactSpec => (spec.source === "" ? { ...spec, source } : spec));
  const isBands = cell !== null && printsBands(cell, criterion);
  const labels =
    isBands || cell === null || weight.value === null ? null : cellLabels(reading, cell, weight.value);
  const rule = criterionRule(criterion, specs, "", labels);
  const readsCell = (): boolean => isBands || labels !== null;
  const anyWeight = isOfAnyWeight(reading);
  return { ...bare, rule, asks: "own", words: namedWords(specs, name.value), readsCell, anyWeight, settings };
}

const labelled = new WeakMap<Read, Labels | null>();

/** A reading is that of one text and weight, and is met again with every change of the form. */
function cellLabels(reading: Read, printed: string, weight: number): Labels | null {
  const known = labelled.get(reading);
  if (known !== undefined) return known;
  const labels = labelsOf(printed, weight, reading);
  labelled.set(reading, labels);
  return labels;
}

function judged(because: string, clause: string): RowRule {
  return { ...bare, rule: judgedRule(because, clause), asks: "own" };
}

function differs(edition: Edition | null): readonly string[] {
  return edition === null ? [] : [`评分标准与${edition.shortTitle}不同，按表中文字计算。`];
}

function besides(edition: Edition | null): readonly string[] {
  return edition === null ? [] : [`已选定按${edition.shortTitle}计分，不按表中“评分标准”的文字。`];
}

const mostQuoted = 3;
const longestQuote = 40;

function quoted(words: readonly string[]): string {
  const shown = words.slice(0, mostQuoted).map((one) => {
    const plain = one.replace(/\s+/gu, "");
    return `“${plain.length > longestQuote ? `${plain.slice(0, longestQuote)}…` : plain}”`;
  });
  return `${shown.join("、")}${words.length > mostQuoted ? `等${words.length}处` : ""}`;
}
