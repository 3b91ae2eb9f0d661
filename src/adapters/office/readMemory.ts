import type { Area, CellAddress } from "../../workbook/cell";
import type { RecordKey } from "../../workbook/snapshot";

/** What the last reading found and the next call would otherwise have to ask for again. */
export interface ReadMemory {
  /** Our record parts: which holds what. */
  records: ReadonlyMap<RecordKey, RecordPlace>;
  /** Merged areas by sheet id, with the used range that they were asked for. */
  merges: ReadonlyMap<string, { readonly used: string; readonly areas: readonly Area[] }>;
  /** Cells whose formula of ours Excel has lost. */
  broken: readonly CellAddress[];
}

export interface RecordPlace {
  readonly partId: string;
  readonly json: string;
}
