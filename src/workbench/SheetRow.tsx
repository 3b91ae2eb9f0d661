import { memo } from "react";
import type { SheetStyles } from "../adapters/xlsx/readStyles";
import { areaOf, overlap, type Area } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { CellMark } from "./cellLook";
import type { SheetLayout } from "./layOutSheet";
import { indexOf } from "./moveActive";
import { SheetCell } from "./SheetCell";

interface SheetRowProps {
  readonly sheet: SheetSnapshot;
  readonly styles: SheetStyles | undefined;
  readonly layout: SheetLayout;
  readonly marks: ReadonlyMap<string, CellMark>;
  readonly zoom: number;
  /** Place in layout.rows. */
  readonly index: number;
  /** The first row that is drawn shows the merges that began above it. */
  readonly first: boolean;
  /** The last place that is drawn, for cutting merges; 0 where no merge touches the row. */
  readonly last: number;
  /** The column of the active cell, when it is drawn in this row. */
  readonly activeColumn: number | null;
  /** The selected cells, and those that were copied, when the row is among theirs. */
  readonly selected: Area | null;
  readonly copied: Area | null;
  /** The active cell is being edited. */
  readonly editing: boolean;
  /** A second drawing of a row: its cells carry no names of their own. */
  readonly copy?: boolean;
}

/** One row of the sheet. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { layout, sheet, index, zoom } = props;
  const row = layout.rows[index] ?? 0;
  return (
    <tr aria-rowindex={row} style={{ height: layout.heights[index] }}>
      <th scope="row" className="row-number" data-row-number={row}>
        {row}
      </th>
      {layout.columns.map((column) => {
        const area = layout.mergeAt(row, column);
        if (area !== null && !isAnchor(layout, area, row, column, props.first)) return null;
        const cellRow = area?.top ?? row;
        const cellColumn = area?.left ?? column;
        return (
          <SheetCell
            key={column}
            row={cellRow}
            column={cellColumn}
            cell={sheet.rows.get(cellRow)?.get(cellColumn)}
            style={props.styles?.cells.get(cellRow)?.get(cellColumn) ?? props.styles?.columns.get(cellColumn)}
            farStyle={area === null ? undefined : props.styles?.cells.get(area.bottom)?.get(area.right)}
            mark={props.marks.get(`${cellRow}:${cellColumn}`) ?? null}
            rowSpan={
              area === null
                ? 1
                : indexOf(layout.rows, Math.min(area.bottom, layout.rows[props.last] ?? row)) - index + 1
            }
            colSpan={
              area === null ? 1 : indexOf(layout.columns, area.right) - indexOf(layout.columns, column) + 1
            }
            selected={edgesOf(area ?? areaOf({ row, column }), props.selected)}
            copied={edgesOf(area ?? areaOf({ row, column }), props.copied)}
            active={props.activeColumn === cellColumn}
            editing={props.activeColumn === cellColumn && props.editing}
            zoom={zoom}
            copy={props.copy === true}
          />
        );
      })}
    </tr>
  );
});

/** Whether a merged area is drawn from here: its first shown cell, or its first one in the first drawn row. */
function isAnchor(layout: SheetLayout, area: Area, row: number, column: number, first: boolean): boolean {
  const shownColumn = layout.columns.find((one) => one >= area.left);
  if (column !== shownColumn) return false;
  if (first) return true;
  const above = layout.rows[indexOf(layout.rows, row) - 1];
  return above === undefined || above < area.top;
}

/** Which sides of an area the cell stands at, as class names: "t l"; null: it is not in it. */
function edgesOf(cell: Area, area: Area | null): string | null {
  if (area === null || !overlap(cell, area)) return null;
  const sides = [
    cell.top <= area.top ? "t" : "",
    cell.right >= area.right ? "r" : "",
    cell.bottom >= area.bottom ? "b" : "",
    cell.left <= area.left ? "l" : "",
  ];
  return sides.join("");
}
