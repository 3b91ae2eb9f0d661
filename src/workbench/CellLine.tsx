import { a1, areaA1 } from "../workbook/cell";
import { cellAt, mergedArea, type SheetSnapshot } from "../workbook/snapshot";
import type { CellAddress } from "../workbook/cell";
import { entryText } from "./readEntry";

/** Where the active cell is and what stands in it: the formula rather than its result. */
export function CellLine({ sheet, active }: { readonly sheet: SheetSnapshot; readonly active: CellAddress }) {
  const area = mergedArea(sheet, active.row, active.column);
  const cell = cellAt(sheet, area.top, area.left);
  return (
    <div className="cell-line" aria-label="单元格内容" role="group">
      <output className="cell-name" title={areaA1(area)}>
        {a1({ row: area.top, column: area.left })}
      </output>
      <output className="cell-content" data-testid="cell-content">
        {entryText(cell)}
      </output>
    </div>
  );
}
