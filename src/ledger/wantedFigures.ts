import type { Form, Fund, FundLine } from "../form/form";
import { a1, type CellAddress } from "../workbook/cell";
import { findSheet, mergedArea, type Snapshot } from "../workbook/snapshot";
import type { FigureKind, LedgerFigure, LedgerRow, MoneyUnit } from "./ledger";
import { moneySource } from "./moneySource";
import { inUnit, unitIn } from "./moneyUnit";

/** What the list has for one cell of a fund block. */
export interface WantedFigure {
  readonly at: CellAddress;
  /** The words that its row is known by. */
  readonly line: string;
  /** "年度资金总额 全年预算数". */
  readonly label: string;
  readonly from: LedgerFigure;
  /** In the unit of the form; null: nothing is to be written. */
  readonly value: number | null;
  /** Why not, in Chinese; "" where something is. */
  readonly why: string;
  /** The list has nothing to give there: a department does without such money. */
  readonly isBlank?: true;
}

/** The figures of a list's lines for the fund block of their form. `asked`: the unit of amounts that print none. */
export function wantedFigures(
  snapshot: Snapshot,
  { sheet, fund, area, head, headerRow }: Form & { readonly fund: Fund },
  rows: readonly LedgerRow[],
  asked: MoneyUnit | null,
): readonly WantedFigure[] {
  const formUnit = unitOfFund(snapshot, { sheet, fund, area, headerRow });
  const year = head.year?.value ?? null;
  const figures = rows
    .flatMap((row) => row.figures)
    .filter((one) => year === null || one.year === null || one.year === year);
  const sources = fund.lines.map(({ name }) => moneySource(name));
  const lines = [
    // A block without a line of its total begins with the money of one source.
    { line: fund as FundLine, source: moneySource(fund.name) ?? "" },
    // Two lines of one source: nobody knows which the list means.
    ...fund.lines.flatMap((line, index) => {
      const source = sources[index] ?? null;
      const isOnly =
        source !== null && source !== "" && sources.indexOf(source) === sources.lastIndexOf(source);
      return isOnly ? [{ line, source }] : [];
    }),
  ];
  return lines.flatMap(({ line, source }) =>
    kinds.flatMap((kind) => {
      const at = line[kind]?.at;
      const found = figures.filter((one) => one.source === source && kindOf(one, line) === kind);
      const [from, ...more] = found;
      if (at === undefined || from === undefined) return [];
      const label = `${line.name === "" ? "项目资金" : line.name} ${titles[kind]}`;
      const ways = { from, more, unit: asked, formUnit, isMerged: !isFirst(snapshot, at) };
      return [{ at, line: line.name, label, from, ...valueOf(ways) }];
    }),
  );
}

const kinds = ["initial", "annual", "executed"] as const;
const titles = { initial: "年初预算数", annual: "全年预算数", executed: "全年执行数" } as const;

/** 预算数 of a list is that of a form with one column of them; of two nobody knows. */
function kindOf({ kind }: LedgerFigure, { initial, annual }: FundLine): FigureKind {
  if (kind !== "budget" || (initial !== null && annual !== null)) return kind;
  return annual === null ? "initial" : "annual";
}

interface Ways {
  readonly from: LedgerFigure;
  readonly more: readonly LedgerFigure[];
  readonly unit: MoneyUnit | null;
  readonly formUnit: MoneyUnit | null;
  readonly isMerged: boolean;
}

function valueOf({
  from,
  more,
  unit: asked,
  formUnit,
  isMerged,
}: Ways): Pick<WantedFigure, "value" | "why" | "isBlank"> {
  const { amount } = from;
  const stop = (why: string) => ({ value: null, why });
  if (more.length > 0)
    return stop(`台账里有${more.length + 1}处：${[from, ...more].map(({ at }) => a1(at)).join("、")}`);
  if (amount.kind === "blank") return { ...stop("台账里是空白"), isBlank: true };
  if (amount.kind === "unread") return stop(`台账里${amount.why}`);
  if (isMerged) return stop("表里的单元格与别的合并了");
  if (amount.value === 0) return { value: 0, why: "" };
  const unit = amount.unit ?? asked;
  if (unit === null) return stop("台账没有写金额单位");
  if (formUnit === null) return stop("表里没有写金额单位（在“项目资金”旁写“万元”或“元”）");
  return { value: inUnit(amount.value, unit, formUnit), why: "" };
}

function isFirst(snapshot: Snapshot, at: CellAddress): boolean {
  const sheet = findSheet(snapshot, at.sheet);
  if (sheet === undefined) return false;
  const { top, left } = mergedArea(sheet, at.row, at.column);
  return top === at.row && left === at.column;
}

/** A block's titles stand within so many rows above its first line. */
const tallestTitles = 4;

/** What the block says of its unit, else the head of the form. */
function unitOfFund(
  snapshot: Snapshot,
  { sheet, fund, area, headerRow }: Pick<Form, "sheet" | "area" | "headerRow"> & { readonly fund: Fund },
): MoneyUnit | null {
  const rows = findSheet(snapshot, sheet)?.rows ?? new Map();
  const texts = (top: number, bottom: number): readonly string[] =>
    Array.from(rows as NonNullable<ReturnType<typeof findSheet>>["rows"]).flatMap(([row, cells]) =>
      row < top || row > bottom
        ? []
        : Array.from(cells.values()).flatMap(({ value }) => (typeof value === "string" ? value : [])),
    );
  const lines = [fund, ...fund.lines].map(({ row }) => row);
  const block = texts(Math.max(area.top, Math.min(...lines) - tallestTitles), Math.max(...lines));
  return unitIn(block) ?? unitIn(texts(area.top, headerRow - 1));
}
