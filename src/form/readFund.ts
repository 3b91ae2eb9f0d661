import { readPlainNumber } from "../quantity/plainNumber";
import { a1, type Cited } from "../workbook/cell";
import { classifyTitle } from "./classifyTitle";
import type { Fund, FundLine, Goal, Indicator, WrittenFigure } from "./form";
import { baseOf, titleOf, type FundColumns } from "./fundBase";
import { fundTitle, isUnreadBudget, type FundTitle } from "./fundTitles";
import { scoreAt } from "./readIndicator";
import { singleLine, type SheetView, type ViewCell } from "./sheetView";
import { readWeight } from "./writtenPoints";

/** The block of a project's money: what it says, and its row as one that is scored. */
interface FundBlock {
  readonly fund: Fund;
  readonly indicator: Indicator;
  readonly top: number;
}

interface FundHeader {
  readonly row: number;
  readonly bottom: number;
  readonly columns: FundColumns &
    Readonly<Partial<Record<"weight" | "standard", ViewCell>>> &
    Readonly<Record<"executed" | "score", ViewCell>>;
  /** Titles that may be of a budget, and were not read, or say the same as another one. */
  readonly others: readonly ViewCell[];
}

/** The block between these rows: titles over 年度资金总额 and the lines that make it up; null: there is none. */
export function readFund(
  view: SheetView,
  top: number,
  bottom: number,
  notes: readonly Cited<string>[],
): FundBlock | null {
  for (let row = Math.max(1, top); row <= bottom; row += 1) {
    const header = headerAt(view, row);
    if (header !== null) return blockBelow(view, header, bottom, notes);
  }
  return null;
}

/** The last row of the block whose titles stand in this row; null: none do. */
export function fundBottom(view: SheetView, row: number): number | null {
  const header = headerAt(view, row);
  return header === null ? null : (linesBelow(view, header, row + mostLines).at(-1)?.row ?? header.bottom);
}

const mostLines = 20;

export function isFundHeader(view: SheetView, row: number): boolean {
  return headerAt(view, row) !== null;
}

function headerAt(view: SheetView, row: number): FundHeader | null {
  const columns: Partial<Record<FundTitle | "weight" | "score" | "standard", ViewCell>> = {};
  const others: ViewCell[] = [];
  for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
    const cell = view.own(row, column);
    if (cell.area.top !== row || cell.text === "") continue;
    const title = fundTitle(cell.text) ?? tableTitle(cell.text);
    const isAgain = title === "annual" && columns.annual !== undefined;
    if (isAgain || (title === null && isUnreadBudget(cell.text))) others.push(cell);
    if (title !== null) columns[title] ??= cell;
  }
  const { executed, score, annual, adjusted, initial } = columns;
  if (executed === undefined || score === undefined) return null;
  if ((annual ?? adjusted ?? initial ?? others[0]) === undefined) return null;
  return { row, bottom: executed.area.bottom, columns: { ...columns, executed, score }, others };
}

function tableTitle(text: string): "weight" | "score" | "standard" | null {
  const kind = classifyTitle(text)?.kind;
  return kind === "weight" || kind === "standard" ? kind : kind === "selfScore" ? "score" : null;
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
  const base = baseOf(header.columns, total, notes, othersThan(view, header, total));
  const executedTitle = titleOf(header.columns.executed);
  const reason = lines.flatMap(({ row }) => wordsBeside(view, header, row)).join("\n");
  return {
    fund: { ...total, lines: others, isTotal, base, executedTitle, reason },
    indicator: indicatorOf(view, header, total, base),
    top: header.row,
  };
}

function linesBelow(view: SheetView, header: FundHeader, bottom: number): readonly FundLine[] {
  const lines: FundLine[] = [];
  for (let row = header.bottom + 1; row <= bottom; row += 1) {
    const line = lineAt(view, header, row);
    if (line !== null) lines.push(line);
    else if (lines.length > 0) break;
  }
  return lines;
}

/** A second column of the year's budget that holds the same amount leaves nothing open. */
function othersThan(view: SheetView, { others }: FundHeader, { row, annual }: FundLine): readonly ViewCell[] {
  return others.filter(({ text, at }) => {
    const held = amountIn(view.own(row, at.column));
    return fundTitle(text) !== "annual" || held !== annual?.value;
  });
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
  const executed = amount(columns.executed);
  const [initial, annual] = [amount(columns.initial), amount(columns.annual ?? columns.adjusted)];
  const name = nameLeftOf(view, columns, row);
  const filled = [initial, annual, executed].some((one) => one?.value != null);
  const isLine = filled || /资金|拨款|结转|其他|总额/u.test(name) || isOnlyLine(view, header, row);
  if (executed === null || !isLine) return null;
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
function isOnlyLine(view: SheetView, { row: top, bottom, columns }: FundHeader, row: number): boolean {
  const first = Math.min(...Object.values(columns).map(({ at }) => at.column));
  const title = first === 1 ? null : view.cell(top, first - 1);
  return row === bottom + 1 && title !== null && title.text !== "" && title.area.bottom === row;
}

function amountIn({ value }: ViewCell): number | null {
  const number = readPlainNumber(value);
  return number === null || !["", "万元", "元"].includes(number.unit) ? null : number.value;
}

/** 年度资金总额：, 其中：当年财政拨款. */
function nameLeftOf(view: SheetView, columns: FundHeader["columns"], row: number): string {
  const first = Math.min(...Object.values(columns).map(({ at }) => at.column));
  for (let column = first - 1; column >= 1; column -= 1) {
    const { text, area } = view.cell(row, column);
    if (text !== "" && area.top === row) return singleLine(text).replace(/[:：]$/u, "");
  }
  return "";
}

function indicatorOf(
  view: SheetView,
  { row: titleRow, columns }: FundHeader,
  total: FundLine,
  { of, doubt }: Fund["base"],
): Indicator {
  const { row } = total;
  const base = total[of] ?? total.executed;
  const standard = columns.standard === undefined ? null : view.own(row, columns.standard.at.column);
  const weightCell = columns.weight === undefined ? null : view.own(row, columns.weight.at.column);
  const weight =
    weightCell === null
      ? (pointsIn(columns.score.text) ?? pointsIn(nameLeftOf(view, columns, titleRow)))
      : readWeight(weightCell.value, weightCell.format);
  return {
    row,
    level1: "预算执行",
    level2: "",
    name: { value: "预算执行率", at: (columns.rate ?? columns.executed).at },
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
      actual: figureAt(view, total.executed),
      qualitative: false,
      doubts: fundDoubts(doubt ?? negativeAmount([base, total.executed])),
    },
    selfScore: scoreAt(view, columns.score.at.column, row, weight),
    basis: null,
    evidence: null,
  };
}

/** Once for the block: an answer for the budget settles it. */
function fundDoubts(text: string | null): Goal["doubts"] {
  return text === null ? [] : [{ of: "target", text }];
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

/** 得分（20分*执行率）, 预算执行情况（万元）（20分） */
function pointsIn(text: string): number | null {
  const match = /(?:^|[(（])\s*(\d{1,3}(?:\.\d{1,2})?)\s*分\s*(?:[*×xX]|[)）])/u.exec(text.normalize("NFKC"));
  return match?.[1] === undefined ? null : Number(match[1]);
}
