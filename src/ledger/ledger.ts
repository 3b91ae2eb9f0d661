import type { CellAddress } from "../workbook/cell";

export type MoneyUnit = "元" | "千元" | "万元" | "百万元" | "亿元";

/** 年初预算数, 全年预算数, 全年执行数; budget: 预算数 of a list that does not say of when. */
export type FigureKind = "initial" | "annual" | "executed" | "budget";

/** What stands in a cell of an amount. */
export type Amount =
  | { readonly kind: "number"; readonly value: number; readonly unit: MoneyUnit | null }
  | { readonly kind: "blank" }
  /** why: in Chinese, to follow the cell: "不是数". */
  | { readonly kind: "unread"; readonly why: string };

/** One amount of one project. */
export interface LedgerFigure {
  readonly kind: FigureKind;
  /** 财政拨款, 上年结转, 其他资金, or its own words; "" is all of the money. */
  readonly source: string;
  readonly year: number | null;
  readonly amount: Amount;
  readonly at: CellAddress;
  /** As printed above it: "财政拨款/年初预算数". */
  readonly title: string;
}

export interface LedgerRow {
  readonly sheet: string;
  readonly row: number;
  /** Without spaces, in capitals; "" where none is written or its last digits are lost. */
  readonly code: string;
  /** Written as a number of more digits than Excel keeps. */
  readonly isCodeLost: boolean;
  readonly name: string;
  /** The list has a line for each source of the money. */
  readonly hasSources: boolean;
  readonly figures: readonly LedgerFigure[];
}

/** 项目台账: the projects of an exported list, each with its money. */
export interface ProjectLedger {
  readonly rows: readonly LedgerRow[];
  /** Some amounts are in a unit that the list does not say. */
  readonly asksUnit: boolean;
  /** What was left out of it, in Chinese. */
  readonly notes: readonly string[];
}
