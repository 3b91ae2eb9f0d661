import type { CellValue, Snapshot } from "../../workbook/snapshot";

/** The results of formulas: sheet → row → column → value. */
export type Results = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, CellValue>>>;

/** Works out every formula of a snapshot. */
export type Recalculate = (snapshot: Snapshot) => Results;
