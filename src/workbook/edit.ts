import type { Area, CellAddress } from "./cell";
import type { CellValue, RecordKey } from "./snapshot";

/** What a cell is to hold. A value of null clears it. A string value is text, never run as a formula. */
export type CellContent = { readonly formula: string } | { readonly value: CellValue };

/** How a cell that we make looks. Absent members are left as they are; null takes our look off again. */
export interface CellLook {
  /** Number format code, such as "0.0000" or "0.00%". */
  readonly format?: string;
  readonly wrap?: boolean;
  readonly bold?: boolean;
  /** "title": our heading; "line": a cell of a table of ours; "input": a field to fill in; "note": small grey words. Drawn
   * by the adapter. */
  readonly role?: "title" | "heading" | "line" | "input" | "note" | "reason";
}

/** One change to the workbook, as plain data. Applied in the order of the plan. */
export type Edit =
  | {
      readonly kind: "cell";
      readonly at: CellAddress;
      readonly content: CellContent;
      readonly look?: CellLook;
      /** Left out, with a note, where a protection locks the cell; absent: then nothing of the plan is applied. */
      readonly whenLocked?: "leaveOut";
      /** Why, in Chinese, for whoever asks what will be written. */
      readonly reason: string;
    }
  /** Only the number format of a cell. "General" gives back a cell that had none. */
  | { readonly kind: "format"; readonly at: CellAddress; readonly format: string; readonly reason: string }
  /** A new sheet after the last one. */
  | { readonly kind: "addSheet"; readonly sheet: string }
  /** A sheet that the plan adds, once its cells are written: everything down to the headings stays in sight, the headings
   * come again on every printed page, the print is one page wide, and every row shows all of its words. */
  | { readonly kind: "layOut"; readonly sheet: string; readonly headRow: number }
  /** Rows of a sheet of ours as one group under the row above them, shown or folded away. */
  | {
      readonly kind: "groupRows";
      readonly sheet: string;
      readonly first: number;
      readonly last: number;
      readonly folded: boolean;
    }
  /** Rows of a sheet of ours that were folded away. */
  | { readonly kind: "showRows"; readonly sheet: string; readonly first: number; readonly last: number }
  /** Only ever a sheet that we made. */
  | { readonly kind: "deleteSheet"; readonly sheet: string }
  /** In characters of the default font; null gives the sheet's default width back. */
  | {
      readonly kind: "columnWidth";
      readonly sheet: string;
      readonly column: number;
      readonly width: number | null;
    }
  | { readonly kind: "hideColumn"; readonly sheet: string; readonly column: number }
  | { readonly kind: "mergeCells"; readonly sheet: string; readonly area: Area }
  /** A drop-down list on an area of a sheet that we made. */
  | {
      readonly kind: "choices";
      readonly sheet: string;
      readonly area: Area;
      readonly items: readonly string[];
    }
  /** null: no print area. */
  | { readonly kind: "printArea"; readonly sheet: string; readonly areas: readonly Area[] | null }
  /** A conditional format of ours. The formula, without "=", holds numbers, result cells and weight cells of its sheet only. */
  | {
      readonly kind: "highlight";
      readonly sheet: string;
      readonly area: Area;
      readonly formula: string;
      readonly role: "deduction" | "finding" | "required";
    }
  | {
      readonly kind: "removeHighlight";
      readonly sheet: string;
      readonly area: Area;
      readonly formula: string;
    }
  /** Our own note in the workbook; null removes it. */
  | { readonly kind: "record"; readonly key: RecordKey; readonly json: string | null };

export type EditOf<Kind extends Edit["kind"]> = Extract<Edit, { readonly kind: Kind }>;

/** What a cell must still hold when the plan is applied; otherwise the form changed under us. */
export interface Expectation {
  readonly at: CellAddress;
  /** The formula when it has one, else the value. */
  readonly holds: CellContent;
}

export interface EditPlan {
  readonly edits: readonly Edit[];
  readonly expects: readonly Expectation[];
  /** Why nothing is planned although something was asked for; whoever is told to apply it says so. */
  readonly refused?: "newerRecords";
}

export const emptyPlan: EditPlan = { edits: [], expects: [] };
