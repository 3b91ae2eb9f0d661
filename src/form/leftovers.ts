import type { CellAddress } from "../workbook/cell";
import { tidy } from "../quantity/tidy";
import { a1, columnName } from "../workbook/cell";
import { writtenTitle } from "./besideTexts";
import { besideColumns, titleOver } from "./besideColumns";
import { classifyTitle } from "./classifyTitle";
import type { HeaderBand } from "./findHeader";
import type { Indicator } from "./form";
import { columnNumbers } from "./formArea";
import { withDoubts } from "./goalDoubts";
import { normalizeName } from "./normalizeName";
import { rowLabel } from "./rowLabels";
import { mayBeRule } from "./ruleTitles";
import { singleLine, type SheetView, type ViewCell } from "./sheetView";
import { isPlaceholder } from "./tableEnd";
import { isUnsettled } from "./unsettledFigures";

/** A text of a row that no reader took, under this title, or below it on a line without a name and points of its own. */
interface Leftover {
  readonly cell: ViewCell;
  readonly title: string;
  readonly below: boolean;
}

/**
 * The indicators with what stands in their rows and in no column that is read: a second cell under one title, a line that
 * goes on below, a column of others beside 评分依据. Whatever may change their figures or points is asked about.
 * @param end the last row that can belong to the last indicator
 */
export function withLeftovers(
  view: SheetView,
  header: HeaderBand,
  indicators: readonly Indicator[],
  end: number,
): readonly Indicator[] {
  const takenColumns = columnsRead(view, header, indicators);
  return indicators.map((indicator, index) => {
    const next = indicators[index + 1]?.row ?? end + 1;
    const found = leftoversOf(view, header, indicator, next - 1, takenColumns);
    const doubts = found.flatMap((one) => doubtOf(one, indicator) ?? []);
    return doubts.length === 0 ? indicator : withDoubts(indicator, doubts);
  });
}

/** Columns that some reader takes whole. */
function columnsRead(
  view: SheetView,
  header: HeaderBand,
  indicators: readonly Indicator[],
): ReadonlySet<number> {
  const { columns, elsewhere, rivals, weights, doubtful } = header;
  const rows = indicators.map(({ row }) => row);
  // Beside 评分标准 without a target nobody reads what others found.
  const hasTargets = (columns.target ?? columns.adjusted) !== null;
  const said = hasTargets
    ? besideColumns(view, header, rows).filter(({ of }) => of !== "unread" && of !== "words")
    : [];
  return new Set([
    ...columnNumbers(columns),
    ...[...elsewhere, ...weights, ...doubtful],
    ...rivals.map(({ column }) => column),
    ...said.map(({ column }) => column),
  ]);
}

function leftoversOf(
  view: SheetView,
  header: HeaderBand,
  indicator: Indicator,
  last: number,
  takenColumns: ReadonlySet<number>,
): readonly Leftover[] {
  const found: Leftover[] = [];
  for (let row = indicator.row; row <= last; row += 1) {
    const below = row > indicator.row;
    if (below && !isLineOfRowAbove(view, header, row)) continue;
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      const cell = view.own(row, column);
      const isOwn = cell.text !== "" && cell.at.row === row && cell.at.column === column;
      const title = titleOver(view, header, column);
      if (classifyTitle(title)?.kind === "ours") continue;
      if (!isOwn || (!below && takenColumns.has(column)) || isRead(indicator, cell)) continue;
      found.push({ cell, title, below });
    }
  }
  return found;
}

/** A line of the row above: no name, no points, no label of its own. */
export function isLineOfRowAbove(
  view: SheetView,
  { top, bottom, columns }: Pick<HeaderBand, "top" | "bottom" | "columns">,
  row: number,
): boolean {
  if (row >= top && row <= bottom) return false;
  // 以下为加分项: of the rows below it.
  const texts = Array.from(view.sheet.rows.get(row)?.keys() ?? [], (column) => view.own(row, column).text);
  if (texts.some((text) => ofRowsBelow.test(text))) return false;
  if (isPlaceholder(view, row)) return false;
  const begins = [columns.level1, columns.level2, columns.name, columns.weight, columns.selfScore];
  const isFree = begins.every((column) => column === null || !hasOwn(view, row, column));
  // （该指标未达标不得分）, under the name of the row.
  const isAboutIt =
    /^[(（]?[该本](?:项)?指标/u.test(view.own(row, columns.name).text) &&
    (columns.weight === null || !hasOwn(view, row, columns.weight));
  return (isFree || isAboutIt) && texts.every((text) => rowLabel(text) === null);
}

/** A line that is about the rows below it. */
export const ofRowsBelow = /^[(（]?(?:以下|下列|下面|下述)/u;

function hasOwn(view: SheetView, row: number, column: number): boolean {
  const { text, area } = view.cell(row, column);
  return text !== "" && area.top === row;
}

/** The cell is cited by what was read of the row, or its words are in its 评分标准. */
function isRead(indicator: Indicator, { at, text }: ViewCell): boolean {
  const { standard, goal, beside = [] } = indicator;
  if (standard !== null && standard.value.includes(text)) return true;
  const cited: CellAddress[] = beside.map((one) => one.at);
  for (const figure of goal === null ? [] : [goal.target, goal.actual]) {
    cited.push(figure.at);
    if (figure.from.kind === "joined")
      cited.push(...figure.from.parts.filter((part) => typeof part !== "string"));
  }
  if (goal?.initialTarget != null) cited.push(goal.initialTarget.at);
  return cited.some(({ row, column }) => row === at.row && column === at.column);
}

type TitleOf = "figure" | "basis" | "printed" | "past" | "words" | "other";

function kindOf(title: string): TitleOf {
  const kind = kinds[classifyTitle(title)?.kind ?? ""];
  return kind ?? (writtenTitle.test(title) ? "words" : "other");
}

const otherTime = /上年|去年|往年|历史|上一年|以前年度/u;

const kinds: Readonly<Record<string, TitleOf>> = {
  target: "figure",
  looseTarget: "figure",
  adjusted: "figure",
  operator: "figure",
  unit: "figure",
  actual: "figure",
  looseActual: "figure",
  basis: "basis",
  name: "printed",
  level1: "printed",
  level2: "printed",
  weight: "printed",
};

const nothing = /^(?:[-—－/\\√✓]+|无|同上|略)[。.]?$/u;
/** Words that may change a figure: of what it does not hold, of what was found otherwise. */
const changes =
  /未|没有|不[合达符足应]|另|含|剔|重复|核[减定实]|调[整减增]|延|逾|其中|仅|只|超|少|缺|低|(?<!\d)[一二两三四五六七八九十](?:个|件|项|次|人|户|起|处)/u;

function doubtOf({ cell, title, below }: Leftover, indicator: Indicator): readonly string[] | null {
  const words = singleLine(cell.text);
  if (nothing.test(normalizeName(words))) return null;
  const own = ownWords(indicator);
  // "8 | 个" of "≥10个": the unit alone.
  const isUnit = words.length < 4 && !/\d/u.test(words) && own.includes(words);
  if (isUnit) return null;
  const of = otherTime.test(title) ? "past" : kindOf(title);
  const column = title === "" ? `没有标题的${columnName(cell.at.column)}列` : `“${title.slice(0, 20)}”一栏`;
  const where = `${column}${below ? "下一行" : ""}${a1(cell.at)}`;
  const said = `${where}还写着“${words.slice(0, 60)}”`;
  if (isRule(words, of)) return [`${said}，没有按它计分，应怎样计分`];
  if (of === "figure") return [`${said}，本年全年实际完成的是多少`];
  if (of === "basis" && (/\d/u.test(words) || changes.test(words))) return [`${said}，应以哪个为准`];
  if (of !== "past" && !ofRates.test(title) && isUnsettled(title, words))
    return [`${said}，本年全年实际完成的是多少`];
  if (of !== "past" && ofOthers.test(words)) return [`${said}，本年全年实际完成的是多少`];
  return of !== "past" && !ofRates.test(title) && isRival(words, own)
    ? [`${said}，与本行的数不同，以哪个为准`]
    : null;
}

/** Rates of the row as a whole: another reader holds 完成率 against it, the others are none of its figures. */
const ofRates = /完成率|进度|偏[离差][率度]|得分率|增[长幅]/u;

/** What a person writes of a row (扣2分) is no rule unless it has a condition. */
function isRule(words: string, of: TitleOf): boolean {
  const name = normalizeName(words);
  const isGiven = consequence.test(name) || mayBeRule(name);
  return isGiven && of !== "words" && (of === "printed" || consequence.test(name) || conditional.test(name));
}

const conditional = /[低高少多大小]于|超过|不足|未.{1,6}的|每|否则|一律|凡|以[上下内]|[≥≤<>]/u;
const consequence = /不得分|不计分|零分|不得|归零|封顶|减半|折[算半]|[×*]\s*0\.\d/u;

function ownWords({ goal, basis }: Indicator): string {
  return [goal?.target.content, goal?.actual.content, basis?.value]
    .map((one) => String(one ?? ""))
    .join("，");
}

/** "含上年10人", "其中3个为重复统计": not all of it is of this year. */
const ofOthers =
  /(?:含|包括|其中)[^,，。]{0,10}(?:上年|去年|往年|以前年度|结转|重复)|重复(?:统计|计算|计入)|不(?:应|予|得)计入/u;

const figure = /(?<![\d.])(\d+(?:\.\d+)?)\s*(%|‰|个百分点|万?\p{Script=Han})/gu;
/** Of another time, of what was wanted, of points: no rival of what was achieved. */
const ofOther =
  /(?:上年|去年|往年|目标|计划|年初|预算|增长|提高|下降|同比|较|比|第|共?得|扣|附件|20\d\d)\D{0,4}$/u;

/** A figure of the same unit as one of the row's own, which is none of them. */
function isRival(text: string, own: string): boolean {
  const figures = (of: string): readonly (readonly [string, string, string])[] =>
    Array.from(of.normalize("NFKC").matchAll(figure), (match) => [
      String(Number(match[1])),
      match[2] ?? "",
      of.normalize("NFKC").slice(0, match.index),
    ]);
  const known = figures(own);
  const told = figures(text);
  // "完成28场，其中线上20场": the same, and more of it.
  const same = (unit: string): boolean =>
    told.some(([value, one]) => one === unit && known.some(([v, u]) => v === value && u === unit));
  // "一号库3000吨、二号库2200吨" of 5200吨.
  const isSum = (unit: string): boolean => {
    const parts = told.filter(([, one]) => one === unit).map(([value]) => Number(value));
    const sum = tidy(parts.reduce((all, value) => all + value, 0));
    return parts.length > 1 && known.some(([value, one]) => one === unit && Number(value) === sum);
  };
  return told.some(
    ([value, unit, before]) =>
      !ofOther.test(before) &&
      !/[年月日页号条款第分]/u.test(unit) &&
      !same(unit) &&
      !isSum(unit) &&
      known.some(([v, u]) => u === unit && v !== value),
  );
}
