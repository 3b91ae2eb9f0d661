import type { Form, Indicator } from "../form/form";
import { namesRow } from "../form/noteDoubts";
import { bareName, normalizeName } from "../form/normalizeName";
import { tidy } from "../quantity/tidy";
import { a1, sameAddress, type CellAddress } from "../workbook/cell";
import type { BoundAnnex } from "./bindAnnex";
import type { RowRule } from "./chooseRule";
import { goalReading, namedIn, withOwnSign } from "./goalReading";
import { judgedRule } from "./judgedRule";
import type { UnreadNote } from "./noteSentences";
import { clauseAbout, isAboutLevels, noteClauses } from "./noteClause";
import { keepsFund } from "./noteRow";
import { readScoringNote } from "./scoringNote";

/** What a note around the table says of the points of some rows, and was not understood. */
interface NotedRule extends UnreadNote {
  readonly at: CellAddress;
  /** It is one of the sentences that were read together as a clause over 完成率. */
  readonly inClause: boolean;
}

/** Of every note around the table what was not understood; where it stands may say for which rows. */
export function notedRules(form: Pick<Form, "notes" | "indicators" | "fund">): readonly NotedRule[] {
  const isCompiled = noteClauses(form.notes).length > 0;
  return form.notes.flatMap(({ value, at, of }) => {
    const note = readScoringNote(value);
    if (note.state !== "unread") return [];
    return note.unread.flatMap((unread) => {
      const one = { ...unread, of: of ?? unread.of };
      const inClause = isCompiled && one.of !== "fund" && one.rows !== "words" && one.full === null;
      return isFullMark(one, form) ? [] : [{ ...one, at, inClause }];
    });
  });
}

const fullMark = /^(?:总分|满分|分值|权重)(?:值)?(?:共|为|是|[:：])?(\d{1,4})分?$/u;

/** "满分10分" where the money or the whole form has just these points: the table says so itself. */
function isFullMark(
  { words, full }: UnreadNote,
  { indicators, fund }: Pick<Form, "indicators" | "fund">,
): boolean {
  const ofFund = indicators.find(
    ({ row, name }) => row === fund?.row || (fund === null && name.value.includes("执行率")),
  )?.weight.value;
  if (full !== null) return full === ofFund;
  const said = fullMark.exec(words)?.[1];
  if (said === undefined) return false;
  const weights = indicators.map(({ weight }) => weight.value ?? NaN);
  const all = tidy(weights.reduce((sum, weight) => sum + weight, 0));
  return Number(said) === all || Number(said) === ofFund;
}

/** Those that may be about this row. */
export function rulesAbout(
  rules: readonly NotedRule[],
  indicator: Indicator,
  form: Pick<Form, "fund" | "head" | "notes" | "indicators">,
): readonly NotedRule[] {
  const own = indicator.row === form.fund?.row ? "fund" : "goals";
  const isFree = isBesideClause(indicator, form);
  return rules.filter(
    ({ of, rows, levels, inClause, words }) =>
      (of === "all" || of === own) &&
      isOfLevels(levels, indicator) &&
      isOfNamed(words, indicator, form.indicators) &&
      !(inClause && isFree) &&
      (rows === "all" || !isOfOtherKind(indicator, form.head, rows)),
  );
}

/** 重点工作完成率低于95%的，该项不得分: of the row with this name, and of no other. */
function isOfNamed(words: string, { name }: Indicator, all: readonly Indicator[]): boolean {
  if (/各|所有|全部|其[余他它]|均|一律/u.test(words)) return true;
  const plain = normalizeName(words);
  const names = all.map((one) => bareName(one.name.value));
  const named = names.filter((one) => one.length > 3 && namesRow(plain, one, names));
  return named.length === 0 || named.includes(bareName(name.value));
}

/**
 * Of a row that goes by its own 评分标准: what names it, or speaks of what each row gets; who is to hand what in, and what
 * becomes of fraud, is said of the form.
 */
export function isOfRow({ words }: NotedRule, { name }: Indicator): boolean {
  const own = bareName(name.value);
  return ofPoints.test(words) || (own.length > 2 && namesRow(normalizeName(words), own, [own]));
}

const ofPoints = /(?:每|各|单)项|最[高低多少]|完成率|达标|目标值|指标值|满意度|分值|[减一]半|取整|系数/u;

/** A row that has no level may be of any. */
function isOfLevels(levels: readonly string[] | null, row: Pick<Indicator, "level1" | "level2">): boolean {
  return levels === null || row.level1 + row.level2 === "" || isAboutLevels({ levels }, row);
}

/** Of those that were read as clauses none is about this row: they are of other levels, or of figures only. */
function isBesideClause(indicator: Indicator, form: Pick<Form, "fund" | "head" | "notes">): boolean {
  const clauses = noteClauses(form.notes);
  const { level1, level2, standard } = indicator;
  if (indicator.row === form.fund?.row) return keepsFund(form, indicator);
  if (clauses.length === 0 || (standard?.value.trim() ?? "") !== "") return false;
  if (clauses.every(({ levels }) => levels !== null) && level1 + level2 !== "")
    return clauseAbout(form, indicator) === null && clauses.every((one) => !isAboutLevels(one, indicator));
  return clauses.every(({ onlyFigures }) => onlyFigures) && !isOfOtherKind(indicator, form.head, "words");
}

/** Surely figures; or surely figures of which more is better, or that are just as wanted. */
function isOfOtherKind(indicator: Indicator, head: Form["head"], rows: "words" | "turned"): boolean {
  const { goal, name, level2 } = indicator;
  if (goal === null || goal.qualitative) return false;
  const reading = goalReading(withOwnSign(goal, { name: name.value, level2 }), namedIn(head, indicator));
  if (reading.outcome !== "rate") return false;
  if (rows === "words")
    return reading.parts.every(({ target, actual }) => target.digits !== "" && actual.digits !== "");
  return reading.parts.every(
    ({ kind, target, actual }) => kind === "atLeast" || (kind === "equal" && target.value === actual.value),
  );
}

/** What is said of missed targets, and of fractions of a point, does not touch a row that surely reached its own. */
export function isOutOfReach(rules: readonly NotedRule[], { rows }: BoundAnnex): boolean {
  const reading = rows[0]?.figures.printed;
  if (reading?.outcome !== "rate" || reading.certainty !== "sure") return false;
  const isWhole = Number.isInteger(rows[0]?.row.weight?.points.value);
  const isMet = reading.met && tidy(reading.rate) >= 1;
  return isMet && rules.every(({ onlyMissed, onlyRounds }) => onlyMissed || (onlyRounds && isWhole));
}

/** A note was not understood: a person judges the row, told which words and where. */
export function notedRow(row: RowRule, [first, ...more]: readonly NotedRule[]): RowRule {
  if (first === undefined) return row;
  const said = [first, ...more].map(({ at, words }) => `${a1(at)}“${words}”`).join("、");
  const rule = judgedRule(`表中另写着怎样计分而没有读懂（${said}），不知道怎样计分`, "");
  return { ...row, rule, unread: [first, ...more].map(({ words }) => words) };
}

/** Every note that was not understood, once for its cell, as remarks in Chinese: no row was scored by it. */
export function noteRemarks(form: Pick<Form, "notes" | "indicators" | "fund">): readonly string[] {
  const rules = notedRules(form).filter(({ inClause }) => !inClause);
  const unread = rules
    .filter(({ at }, index) => rules.findIndex((one) => sameAddress(one.at, at)) === index)
    .map(({ at, words }) => `${a1(at)}“${words}”说到怎样给分，没有用上：请核对是否影响得分。`);
  const used = noteClauses(form.notes).map(
    ({ at, words, levels }) =>
      `${levels === null ? "" : levels.join("、")}按${a1(at)}备注的计分办法计分：“${words}”，请核对。`,
  );
  return [...unread, ...used, ...ownRules(form)];
}

/** Rows whose 评分标准 says something else than the note that counts for all: each goes by its own, and that is said. */
function ownRules({
  notes,
  indicators,
  fund,
}: Pick<Form, "notes" | "indicators" | "fund">): readonly string[] {
  const note = notes.find(({ value }) => {
    const read = readScoringNote(value);
    return read.state === "ratio" || (read.state === "unread" && read.besides !== undefined);
  });
  const own = indicators.filter(({ standard, goal, row }) => {
    const printed = standard?.value.trim() ?? "";
    const isOther = printed !== "" && !/^同上[。；]?$/u.test(printed);
    return goal !== null && row !== fund?.row && isOther && readScoringNote(printed).state !== "ratio";
  });
  const [first] = own;
  if (note === undefined || first === undefined) return [];
  const rows = `“${first.name.value}”${own.length > 1 ? `等${own.length}行` : ""}`;
  return [`${a1(note.at)}的备注说按完成率计分，${rows}另有自己的评分标准，按各行的评分标准计分，请核对。`];
}
