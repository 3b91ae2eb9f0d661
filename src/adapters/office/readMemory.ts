import type { Area, CellAddress, Place } from "../../workbook/cell";
import type { RecordKey, SheetSnapshot } from "../../workbook/snapshot";
import type { ChangeMarks } from "./changeMarks";

/** What the last reading found and the next call would otherwise have to ask for again. */
export interface ReadMemory {
  /** Our record parts: which holds what. */
  records: ReadonlyMap<RecordKey, RecordPlace>;
  /** Merged areas by sheet id, with the used range that they were asked for. */
  merges: ReadonlyMap<string, { readonly used: string; readonly areas: readonly Area[] }>;
  /** The sheets in their order, as they were but for what `marks` say; null: nothing is known. */
  kept: readonly KeptSheet[] | null;
  /** What events told since. */
  marks: ChangeMarks;
  /** Whether nothing changes untold. */
  isTold: boolean;
}

export interface RecordPlace {
  readonly partId: string;
  readonly json: string;
}

/** A sheet as it was last read. */
export interface KeptSheet {
  readonly id: string;
  /** What of it was asked for; null: it holds nothing. */
  readonly used: Area | null;
  readonly usedAddress: string;
  readonly snapshot: SheetSnapshot;
  /** Where a formula of ours stands that Excel has lost. */
  readonly broken: readonly Place[];
}

/** Cells whose formula of ours Excel has lost. */
export function brokenIn({ kept }: Pick<ReadMemory, "kept">): readonly CellAddress[] {
  return (kept ?? []).flatMap(({ snapshot, broken }) =>
    broken.map(({ row, column }) => ({ sheet: snapshot.name, row, column })),
  );
}
