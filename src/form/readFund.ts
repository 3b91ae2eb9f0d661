import { readPlainNumber } from "../quantity/plainNumber";
import { a1, type Cited } from "../workbook/cell";
import type { Fund, FundLine, Goal, GoalDoubt, Indicator, WrittenFigure } from "./form";
import { baseOf, titleOf, type BesideBudget } from "./fundBase";
import { fundHeader, type FundHeader } from "./fundHeader";
import { fundTitle, isCarriedOver, isUnreadBudget } from "./fundTitles";
import { amountDoubts, moneyDoubts, periodDoubts, titleDoubts } from "./moneyDoubts";
import { scoreAt } from "./readIndicator";
import { withDoubts } from "./goalDoubts";
import { singleLine, type SheetView, type ViewCell } from "./sheetView";
import { pointsIn, readWeight } from "./writtenPoints";

/** The block of a project's money: what it says, and its row as one that is scored. */
interface FundBlock {
  readonly fund: Fund;
  readonly indicator: Indicator;
  readonly top: number;
}

/** The block between these rows: titles over 年度资金总额 and the lines that make it up; null: there is none. */
export function readFund(
  view: SheetView,
  top: number,
  bottom: number,
  notes: readonly Cited<string>[],
): FundBlock | null {
  for (let row = Math.max(1, top); row <= bottom; row += 1) {
    const header = fundHeader(view, row);
    if (header !== null) return blockBelow(view, header, bottom, notes);
  }
  return null;
}

/** The last row of the block whose titles stand in this row; null: none do. */
export function fundBottom(view: SheetView, row: number): number | null {
  const header = fundHeader(view, row);
  return header === null ? null : (linesBelow(view, header, row + mostLines).at(-1)?.row ?? header.bottom);
}

const mostLines = 20;

export function isFundHeader(view: SheetView, row: number): boolean {
  return fundHeader(view, row) !== null;
}

function blockBelow(
  view: SheetView,
  header: FundHeader,
  bottom: number,
  notes: readonly Cited<string>[],
): FundBlock | null {
  const lines = linesBelow(view, header, bottom);
  const named = lines.find(({ name }) => /总额|合计|总计/u.test(name));
  const total = named ?? lines[0];
  if (total === undefined) return null;
  const others = lines.filter((line) => line !== total);
  const isTotal = named !== undefined || others.length === 0 || /^其中/u.test(others[0]?.name ?? "");
  const beside = besideBudget(view, header, total);
  const base = baseOf(header, total, notes, beside);
  const executedTitle = header.columns.executed === undefined ? "执行数" : titleOf(header.columns.executed);
  const reason = lines.flatMap(({ row }) => wordsBeside(view, header, row)).join("\n");
  return {
    fund: { ...total, lines: others, isTotal, base, executedTitle, reason },
    indicator: withDoubts(indicatorOf(view, { ...header, others: beside.others }, total, base), [
      ...moneyDoubts(view, others),
      ...amountDoubts(
        view,
        [total[base.of], total.executed].flatMap((one) => one ?? []),
      ),
      ...titleDoubts(titlesOf(header, total)),
      ...periodDoubts(notes),
    ]),
    top: header.row,
  };
}

/** Over the amounts spent, and left of the line that is scored. */
function titlesOf({ columns: { executed } }: FundHeader, { row, name }: FundLine) {
  const title = executed === undefined ? [] : [{ text: executed.text, place: a1(executed.at) }];
  return [...title, { text: name, place: `第${row}行` }];
}

function linesBelow(view: SheetView, header: FundHeader, bottom: number): readonly FundLine[] {
  const lines: FundLine[] = [];
  if (header.isAlong) return [lineAt(view, header, header.row) ?? []].flat();
  for (let row = header.bottom + 1; row <= bottom; row += 1) {
    const line = lineAt(view, header, row);
    if (line !== null) lines.push(line);
    else if (lines.length > 0) break;
  }
  return lines;
}

/** A second column of the same that holds the same amount leaves nothing open, nor does a change of nothing. */
function besideBudget(view: SheetView, header: FundHeader, total: FundLine): BesideBudget {
  const { others, all, columns } = header;
  const at = (cell: ViewCell): ViewCell => view.own(total.row, cell.at.column);
  const filled = (cell: ViewCell): boolean =>
    !["", "0", "-", "－", "—", "/"].includes(at(cell).text) && amountIn(at(cell)) !== 0;
  const held = (cell: ViewCell): number | null | undefined =>
    (fundTitle(cell.text) === "executed" ? total.executed : total.annual)?.value;
  return {
    others: others.filter((cell) => fundTitle(cell.text) === null || amountIn(at(cell)) !== held(cell)),
    unread: others.filter(
      (cell) => fundTitle(cell.text) === null && filled(cell) && amountIn(at(cell)) !== total.annual?.value,
    ),
    changes: columns.change !== undefined && filled(columns.change) ? [columns.change] : [],
    carried: all.filter((cell) => isCarriedOver(cell.text) && filled(cell)),
  };
}

function wordsBeside(view: SheetView, { columns }: FundHeader, row: number): readonly string[] {
  const last = Math.max(...Object.values(columns).map(({ area }) => area.right));
  const cells = [...(view.sheet.rows.get(row)?.keys() ?? [])].filter((column) => column > last);
  return cells.map((column) => view.own(row, column).text).filter((text) => /[\u4e00-\u9fff]/u.test(text));
}

function lineAt(view: SheetView, header: FundHeader, row: number): FundLine | null {
  const { columns } = header;
  const amount = (cell: ViewCell | undefined): Cited<number | null> | null => {
    if (cell === undefined) return null;
    const own = view.own(row, cell.at.column);
    return { value: amountIn(own), at: { ...own.at, row } };
  };
  const unread = standIn(header);
  const none = { value: null, at: { ...view.own(row, (columns.rate ?? columns.score).at.column).at, row } };
  const executed = amount(columns.executed) ?? { ...(amount(unread) ?? none), value: null };
  const [initial, annual] = [amount(columns.initial), amount(columns.annual ?? columns.adjusted)];
  const name = nameLeftOf(view, header, row);
  const filled = [initial, annual, executed].some((one) => one?.value != null);
  const isLine = filled || /资金|拨款|结转|其他|总额/u.test(name) || isOnlyLine(view, header, row);
  if (!isLine) return null;
  const rate = columns.rate === undefined ? null : view.own(row, columns.rate.at.column);
  return {
    row,
    name,
    initial,
    annual,
    executed,
    rate: rate === null ? null : { value: rate.value, at: rate.at },
  };
}

/** Nothing is filled in yet: the title of the block, beside its header, is merged down to its one line. */
function isOnlyLine(view: SheetView, { row: top, bottom, first }: FundHeader, row: number): boolean {
  const title = first === 1 ? null : view.cell(top, first - 1);
  return row === bottom + 1 && title !== null && title.text !== "" && title.area.bottom === row;
}

function amountIn({ value }: ViewCell): number | null {
  const number = readPlainNumber(value);
  return number === null || !["", "万元", "元"].includes(number.unit) ? null : number.value;
}

/** 年度资金总额：, 其中：当年财政拨款. */
function nameLeftOf(view: SheetView, { first }: FundHeader, row: number): string {
  for (let column = first - 1; column >= 1; column -= 1) {
    const { text, area } = view.cell(row, column);
    if (text !== "" && area.top === row) return singleLine(text).replace(/[:：]$/u, "");
  }
  return "";
}

function indicatorOf(
  view: SheetView,
  header: FundHeader,
  total: FundLine,
  { of, doubt }: Fund["base"],
): Indicator {
  const { row: titleRow, columns } = header;
  const { row } = total;
  const base = total[of] ?? total.executed;
  const standard = columns.standard === undefined ? null : view.own(row, columns.standard.at.column);
  const weightCell = columns.weight === undefined ? null : view.own(row, columns.weight.at.column);
  const weight =
    weightCell === null
      ? (pointsIn(columns.score.text) ?? pointsIn(nameLeftOf(view, header, titleRow)))
      : readWeight(weightCell.value, weightCell.format);
  return {
    row,
    level1: "预算执行",
    level2: "",
    name: { value: "预算执行率", at: (columns.rate ?? columns.executed ?? columns.score).at },
    part: 1,
    weight: {
      value: weight,
      at: weightCell === null ? columns.score.at : { ...weightCell.at, row },
      ...(weightCell === null && weight === null ? { asked: true } : {}),
    },
    definition: null,
    standard: standard === null ? null : { value: standard.text, at: standard.at },
    goal: {
      target: figureAt(view, base),
      initialTarget: null,
      actual:
        (columns.executed ?? standIn(header)) === undefined
          ? { content: null, at: total.executed.at, from: { kind: "cell" } }
          : figureAt(view, total.executed),
      qualitative: false,
      doubts: [
        ...doubtsOf("target", doubt ?? negativeAmount([base, total.executed])),
        ...doubtsOf("actual", executedDoubt(header)),
      ],
    },
    selfScore: scoreAt(view, columns.score.at.column, row, weight),
    basis: null,
    evidence: null,
  };
}

function doubtsOf(of: GoalDoubt["of"], text: string | null): Goal["doubts"] {
  return text === null ? [] : [{ of, text }];
}

/** Where 全年执行数 was not read, the last title over amounts that may be it. */
function standIn({ unread }: FundHeader): ViewCell | undefined {
  return unread.filter(({ text }) => !isUnreadBudget(text)).at(-1);
}

/** Why it is to be asked what was spent; a phrase in Chinese. */
function executedDoubt({ columns: { executed }, unread, others }: FundHeader): string | null {
  if (executed !== undefined) {
    const again = others.find(({ text }) => fundTitle(text) === "executed");
    return again === undefined ? null : `“${titleOf(executed)}”和“${titleOf(again)}”不同，全年执行数是多少`;
  }
  const titles = unread.map((cell) => `“${titleOf(cell)}”`).join("");
  return titles === ""
    ? "资金的表头里没有全年执行数，全年执行数是多少"
    : `资金的表头${titles}没有读懂，全年执行数是多少`;
}

function negativeAmount(amounts: readonly Cited<number | null>[]): string | null {
  const found = amounts.find(({ value }) => value !== null && value < 0);
  return found === undefined
    ? null
    : `${a1(found.at)}的金额${String(found.value)}是负数，预算数、执行数各是多少`;
}

function figureAt(view: SheetView, { at }: Cited<number | null>): WrittenFigure {
  const { value, text } = view.own(at.row, at.column);
  return {
    content: text === "" ? null : typeof value === "number" ? value : text,
    at,
    from: { kind: "cell" },
  };
}
