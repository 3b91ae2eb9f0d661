import type { Area, CellAddress, Place } from "./cell";

/** A workbook that is made from nothing, as plain data: what an adapter turns into a file. */
export interface NewBook {
  readonly title: string;
  readonly sheets: readonly NewSheet[];
}

/** A formula without "=", and what it comes to: whoever opens the file without reckoning sees the same. */
interface NewFormula {
  readonly formula: string;
  readonly result: string | number;
}

/** What is clicked on leads to a cell of the same workbook. */
interface NewLink {
  readonly text: string;
  readonly to: CellAddress;
}

/** Text is never run as a formula, whatever it begins with. */
export type NewContent = string | number | null | NewFormula | NewLink;

/** How a cell looks. input: what people may change or fill in. */
export interface NewLook {
  /** A number format code. */
  readonly format?: string;
  readonly align?: "left" | "center" | "right";
  readonly as?: "title" | "note" | "label" | "input" | "people" | "total" | "own";
}

export interface NewCell extends Place {
  readonly content: NewContent;
  readonly look?: NewLook;
}

/** One column of a sheet's table. */
export interface NewColumn extends Pick<NewLook, "format" | "align"> {
  /** Differs from those of the other columns. */
  readonly title: string;
  /** In characters of the default font. */
  readonly width: number;
  /** People fill it in. */
  readonly isPeople?: boolean;
  readonly isHidden?: boolean;
  /** What may be chosen in it. */
  readonly choices?: readonly string[];
}

/** A native table with a filter; its header stands in `top`, its rows below. */
export interface NewTable {
  readonly name: string;
  readonly top: number;
  readonly columns: readonly NewColumn[];
  /** As wide as `columns`. */
  readonly rows: readonly (readonly NewContent[])[];
}

/** data: a bar in each cell, from the lowest to the highest. highlight: cells where the formula (without "=", for the first cell) holds. */
export type NewMark =
  | {
      readonly kind: "bar";
      readonly area: Area;
      readonly color: string;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly kind: "highlight"; readonly area: Area; readonly formula: string; readonly color: string };

/** Columns side by side, one series each. */
export interface NewChart {
  readonly title: string;
  readonly area: Area;
  readonly categories: Area;
  readonly series: readonly { readonly name: string; readonly values: Area }[];
  /** Where the figures stand. */
  readonly sheet: string;
  readonly axis: string;
}

export interface NewSheet {
  readonly name: string;
  /** Widths of the columns in front that no table says, from the first. */
  readonly widths?: readonly number[];
  readonly cells: readonly NewCell[];
  readonly table: NewTable | null;
  /** Rows above and columns to the left of what scrolls. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly marks: readonly NewMark[];
  readonly charts: readonly NewChart[];
  /** Repeated on every page: the row of titles. */
  readonly repeated: number;
  /** Only these columns, from the first, are printed; absent: all. */
  readonly printedColumns?: number;
  readonly paper: "A3" | "A4";
  readonly tab?: string;
}
