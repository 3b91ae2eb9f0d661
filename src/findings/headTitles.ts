import { headLabel, type HeadLabel } from "../form/headLabels";
import { textOf } from "../form/sheetView";
import type { CellAddress } from "../workbook/cell";
import { findSheet, mergedArea } from "../workbook/snapshot";
import type { FindingContext } from "./finding";

/** A title of the head block. */
interface HeadTitle {
  readonly label: HeadLabel;
  /** The cell behind it, where its words belong; its own where it reaches to the edge of the form. */
  readonly at: CellAddress;
}

/** The titles above the header row of the table, in the order of their cells: whether anything stands behind them or not. */
export function headTitles({ snapshot, form }: FindingContext): readonly HeadTitle[] {
  const sheet = findSheet(snapshot, form.sheet);
  if (sheet === undefined) return [];
  const { top, right } = form.area;
  return Array.from({ length: Math.max(0, form.headerRow - top) }, (_, index) => top + index).flatMap((row) =>
    Array.from(sheet.rows.get(row) ?? []).flatMap(([column, { value }]): readonly HeadTitle[] => {
      const label = headLabel(textOf(value));
      if (label === null) return [];
      const behind = mergedArea(sheet, row, column).right + 1;
      return [{ label, at: { sheet: form.sheet, row, column: behind > right ? column : behind } }];
    }),
  );
}
