import { classifyTitle } from "./classifyTitle";
import {
  fundTitle,
  isAfterChange,
  isPlainBudget,
  isUnreadAmount,
  isUnreadBudget,
  type FundTitle,
} from "./fundTitles";
import type { SheetView, ViewCell } from "./sheetView";
import { isPeriodOnly } from "./titlePeriods";
import { pointsIn } from "./writtenPoints";

/** The columns of the block by what they hold. */
export type FundColumns = Readonly<Partial<Record<FundTitle, ViewCell>>>;

/** The titles over the money of a project. */
export interface FundHeader {
  readonly row: number;
  readonly bottom: number;
  readonly columns: FundColumns &
    Readonly<Partial<Record<"weight" | "standard", ViewCell>>> &
    Readonly<Record<"score", ViewCell>>;
  /** Titles that may be of a budget, and were not read, or say the same as another one. */
  readonly others: readonly ViewCell[];
  /** Titles over amounts that were not read, those of budgets among them. */
  readonly unread: readonly ViewCell[];
  /** Every title of the row. */
  readonly all: readonly ViewCell[];
  /** The first column of amounts; names stand in front of it. */
  readonly first: number;
  /** Each amount stands behind its title, in the row of the titles; the columns are those of the amounts. */
  readonly isAlong: boolean;
}

type Columns = Partial<Record<FundTitle | "weight" | "score" | "standard", ViewCell>>;

const ofMoney = /资金|预算|经费|投入/u;

/** The block's titles in this row; null: they are not there. Titles that nobody knows do not make it disappear. */
export function fundHeader(view: SheetView, row: number): FundHeader | null {
  const known = headersKnown.get(view) ?? new Map<number, FundHeader | null>();
  headersKnown.set(view, known);
  const found = known.get(row);
  if (found !== undefined) return found;
  const header = readHeader(view, row);
  known.set(row, header);
  return header;
}

/** Several passes over a sheet ask the same of the same rows. */
const headersKnown = new WeakMap<SheetView, Map<number, FundHeader | null>>();

function readHeader(view: SheetView, row: number): FundHeader | null {
  const all = titlesIn(view, row);
  const columns: Columns = {};
  const again: ViewCell[] = [];
  const untitled: ViewCell[] = [];
  // 全年执行数 before 2023年执行数, and that before 2022年执行数.
  const byYear = [...all].sort((one, other) => yearOf(other) - yearOf(one));
  for (const cell of byYear) {
    const title = isLabel(view, cell, all) ? null : (fundTitle(cell.text) ?? tableTitle(cell.text));
    if (title === null) untitled.push(cell);
    else if (columns[title] === undefined) columns[title] = cell;
    else if (title === "annual" || title === "executed") again.push(cell);
  }
  const { score } = columns;
  if (score === undefined) return null;
  const before = settleBefore(columns, again);
  const [leading] = all;
  const last = Math.max(...Object.values(columns).map(({ at }) => at.column));
  const unread = untitled.filter(
    (cell) =>
      isUnreadAmount(cell.text) &&
      cell.at.column < last &&
      !(cell === leading && ofMoney.test(cell.text)) &&
      !isLabel(view, cell, all) &&
      !isOverWords(view, cell),
  );
  const others = [
    ...untitled.filter(({ text }) => isUnreadBudget(text)),
    ...again.filter((cell) => cell !== before),
  ];
  const header: FundHeader = {
    row,
    bottom: (columns.executed ?? score).area.bottom,
    columns: { ...columns, score },
    others,
    unread,
    all,
    first: Math.min(...[...Object.values(columns), ...unread].map(({ at }) => at.column)),
    isAlong: false,
  };
  const along = alongRow(view, header);
  if (along !== null) return along;
  const { executed, annual, adjusted, initial } = columns;
  const isKnown = executed !== undefined && (annual ?? adjusted ?? initial ?? others[0]) !== undefined;
  return isKnown || mayBeMoney(view, header, leading) ? header : null;
}

/** An amount, a rate or points; 2023年执行数 is a title. */
const amountText = /^[\d０-９][\d０-９.,，．]*\s*(?:[%％分元]|万元)?$/u;

/** 预算数（万元） | 100 | 执行数（万元） | 90 | 执行率 | 90% | 分值 | 10 | 得分 | … in one row; null: the amounts stand below. */
function alongRow(view: SheetView, header: FundHeader): FundHeader | null {
  const { row, columns, all } = header;
  const titles = Object.values(columns);
  const behind = ({ area }: ViewCell): ViewCell => view.own(row, area.right + 1);
  const isAmount = (cell: ViewCell | undefined): boolean =>
    cell !== undefined && amountText.test(behind(cell).text);
  const { executed, annual, adjusted, initial, score } = columns;
  const isTitle = (cell: ViewCell): boolean => titles.some(({ at }) => at.column === cell.at.column);
  const isPaired =
    isAmount(executed) &&
    isAmount(annual ?? adjusted ?? initial) &&
    titles.every((cell) => cell === score || isAmount(cell)) &&
    !isTitle(behind(score)) &&
    (behind(score).text === "" || isAmount(score));
  if (!isPaired) return null;
  const values = new Set(titles.map((cell) => behind(cell).at.column));
  const isValue = ({ at }: ViewCell): boolean => values.has(at.column);
  const shifted = Object.fromEntries(
    Object.entries(columns).map(([title, cell]) => [title, { ...cell, at: behind(cell).at }]),
  );
  return {
    ...header,
    columns: { ...shifted, score: { ...score, at: behind(score).at } },
    others: header.others.filter((cell) => !isValue(cell)),
    unread: header.unread.filter((cell) => !isValue(cell)),
    all: all.filter((cell) => !isValue(cell)),
    isAlong: true,
  };
}

function cellsIn(view: SheetView, row: number): readonly ViewCell[] {
  return Array.from(view.sheet.rows.get(row)?.keys() ?? [], (column) => view.own(row, column)).filter(
    ({ area, text }) => area.top === row && text !== "",
  );
}

/** The titles of this row. Below 2022年 and 2023年 those of the next one, each with the words over it. */
function titlesIn(view: SheetView, row: number): readonly ViewCell[] {
  const all = cellsIn(view, row);
  const periods = all.filter(({ text }) => isPeriodOnly(text));
  const below = periods.length < 2 ? [] : cellsIn(view, row + 1);
  if (below.filter(({ text }) => fundTitle(text) !== null).length < 2) return all;
  // Of a title below that nobody knows nothing is dropped, either.
  const joined = below.flatMap((cell) => {
    const over = all.filter(({ at }) => at.column <= cell.at.column).at(-1);
    return over !== undefined && periods.includes(over)
      ? [{ ...cell, text: `${over.text}${cell.text}` }]
      : [];
  });
  return [...all.filter((cell) => !periods.includes(cell)), ...joined].sort(
    (one, other) => one.at.column - other.at.column,
  );
}

function yearOf({ text }: ViewCell): number {
  return Number(/^20\d{2}/u.exec(text)?.[0] ?? 9999);
}

/** 年度预算数 beside 年度预算数（调整后） is the budget of January. */
function settleBefore(columns: Columns, again: readonly ViewCell[]): ViewCell | null {
  const { annual, initial } = columns;
  if (annual === undefined || initial !== undefined) return null;
  const budgets = [annual, ...again.filter(({ text }) => fundTitle(text) === "annual")];
  const [after, ...more] = budgets.filter(({ text }) => isAfterChange(text));
  const [plain, ...others] = budgets.filter(({ text }) => isPlainBudget(text));
  if (budgets.length !== 2 || after === undefined || plain === undefined || more.length + others.length > 0)
    return null;
  [columns.annual, columns.initial] = [after, plain];
  return again.find((cell) => cell === after || cell === plain) ?? null;
}

/** 预算执行（万元） in front of the titles, over names or over nothing: what the block is called. */
function isLabel(view: SheetView, cell: ViewCell, [leading]: readonly ViewCell[]): boolean {
  const { area, at } = cell;
  const next = view.cell(at.row, area.right + 1).text;
  // 预算数 | 100: the title of an amount.
  if (amountText.test(next)) return false;
  const isBroad = area.right > area.left || next === "";
  return cell === leading && (isBroad || isOverWords(view, cell));
}

function isOverWords(view: SheetView, { area, at }: ViewCell): boolean {
  return /[\u4e00-\u9fff]/u.test(view.cell(area.bottom + 1, at.column).text);
}

/** 项目资金（万元） or 年度资金总额 with points of its own: the block, whatever its titles say. */
function mayBeMoney(
  view: SheetView,
  { columns, unread, all, bottom, first }: FundHeader,
  leading: ViewCell | undefined,
) {
  const { weight, score, executed, annual, adjusted, initial, rate } = columns;
  const isOther = all.some(({ text }) => ofIndicators.has(classifyTitle(text)?.kind ?? ""));
  if (isOther) return false;
  const titled = leading !== undefined && leading.at.column < first && ofMoney.test(leading.text);
  const below = Array.from({ length: first - 1 }, (_, index) => view.cell(bottom + 1, index + 1).text);
  const named = titled || below.some((text) => /资金|总额|拨款/u.test(text));
  const points = [score.text, leading?.text ?? ""].map(pointsIn).find((one) => one !== null);
  const amounts = [executed, annual, adjusted, initial, rate, ...unread].filter((one) => one !== undefined);
  return named && (weight !== undefined || points !== undefined) && amounts.length > 1;
}

const ofIndicators: ReadonlySet<string> = new Set([
  ...["level1", "level2", "name", "looseName", "target", "adjusted", "operator", "unit"],
]);

function tableTitle(text: string): "weight" | "score" | "standard" | null {
  // 执行率得分, 执行率权重（%）
  const kind = classifyTitle(text.replace(/^(?:预算|资金)?执行率(?=分|权|得|自|评)/u, ""))?.kind;
  return kind === "weight" || kind === "standard" ? kind : kind === "selfScore" ? "score" : null;
}
