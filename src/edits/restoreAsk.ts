import type { CellAddress } from "../workbook/cell";

/** Something that was changed since, or is not found: never written over unless the person says so. */
export interface RestoreAsk {
  readonly id: string;
  /** null: not found any more. */
  readonly at: CellAddress | null;
  /** The indicator's name, or what it is about. */
  readonly name: string;
  /** What stands there now, and what stood there before us, as text. */
  readonly stands: string;
  readonly before: string;
  /** Chinese: why we ask. */
  readonly why: string;
}
