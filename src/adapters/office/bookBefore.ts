import type { Area, Place } from "../../workbook/cell";
import type { CellSnapshot } from "../../workbook/snapshot";
import type { ColumnUnits } from "./columnUnits";

/** A cell before we write: what decides whether we may, and what gives it back. */
export interface CellBefore extends Place {
  /** As Excel answers, formula or constant; "" for blank. */
  readonly content: string | number | boolean;
  readonly shown: CellSnapshot | null;
  readonly format: string;
  readonly locked: boolean;
  /** Only of cells that will be written. */
  readonly look: Excel.CellPropertiesFormat | null;
}

interface ColumnBefore {
  readonly column: number;
  readonly points: number;
  readonly standard: boolean;
  readonly hidden: boolean;
}

interface HighlightBefore {
  readonly area: Area;
  readonly formula: string;
  /** All conditional formats that touch the area. */
  readonly ids: readonly string[];
  /** Those of exactly this formula. */
  readonly found: readonly { readonly format: Excel.ConditionalFormat; readonly fill: string }[];
}

export interface SheetBefore {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly mayFormatCells: boolean;
  readonly mayFormatColumns: boolean;
  /** By row and column as "3:5". */
  readonly cells: ReadonlyMap<string, CellBefore>;
  readonly columns: readonly ColumnBefore[];
  /** Row → points. */
  readonly heights: ReadonlyMap<number, number>;
  readonly mayFormatRows: boolean;
  /** Column → the look of its cells that nobody has formatted. */
  readonly plain: ReadonlyMap<number, Excel.CellPropertiesFormat>;
  /** null: none; the address as Excel writes it. */
  readonly printArea: string | null;
  readonly printName: Excel.NamedItem | null;
  readonly highlights: readonly HighlightBefore[];
  /** Areas that the plan merges, with what was merged there already. */
  readonly merges: readonly { readonly area: Area; readonly merged: readonly Area[] }[];
  readonly choices: readonly {
    readonly area: Area;
    readonly type: string;
    readonly rule: Excel.DataValidationRule;
  }[];
  readonly units: ColumnUnits;
}

/** What the plan touches, as it was before anything was written. */
export interface BookBefore {
  readonly sheets: ReadonlyMap<string, SheetBefore>;
  /** Whether what the plan was made from still stands, as far as it was not read just now. */
  readonly isAsRead: boolean;
  readonly names: readonly string[];
  /** By name. */
  readonly ids: ReadonlyMap<string, string>;
  readonly partIds: readonly string[];
  readonly readOnly: boolean;
  readonly workbookProtected: boolean;
  readonly manualCalculation: boolean;
}
