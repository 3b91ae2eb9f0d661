import { memo } from "react";
import type { CellStyle } from "../adapters/xlsx/cellStyle";
import type { CellSnapshot } from "../workbook/snapshot";
import { CellEditor } from "./CellEditor";
import { cellLook } from "./cellLook";
import { formatCell } from "./formatCell";

/** The DOM id of a cell, by which the table says where the keyboard is. */
export function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

/** One cell. The text lies in a box of the cell's size, so that long words never stretch a row. */
export const SheetCell = memo(function SheetCell(props: {
  readonly row: number;
  readonly column: number;
  readonly cell: CellSnapshot | undefined;
  readonly style: CellStyle | undefined;
  /** Of a merged area the look of its last cell, whose lines close the box. */
  readonly farStyle: CellStyle | undefined;
  readonly highlight: string | null;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly active: boolean;
  readonly editing: string | null;
  readonly zoom: number;
  readonly copy: boolean;
}) {
  const { cell, style, farStyle } = props;
  const value = cell?.value ?? null;
  const closed =
    style === undefined || farStyle === undefined
      ? style
      : {
          ...style,
          borders: { ...style.borders, right: farStyle.borders.right, bottom: farStyle.borders.bottom },
        };
  const look = cellLook(closed, value, props.highlight, props.zoom);
  const text = formatCell(value, style?.format ?? cell?.format);
  return (
    <td
      id={props.copy ? undefined : cellId(props.row, props.column)}
      data-cell={`${props.row}:${props.column}`}
      aria-colindex={props.column}
      aria-selected={props.active}
      rowSpan={props.rowSpan}
      colSpan={props.colSpan}
      className={props.active ? "active" : undefined}
      style={look.box}
    >
      {props.editing !== null ? (
        <CellEditor text={props.editing} style={look.text} />
      ) : (
        text !== "" && (
          <div className="cell-text" style={look.text}>
            <span>{text}</span>
            {props.highlight !== null && <span className="visually-hidden">（扣分）</span>}
          </div>
        )
      )}
      {props.highlight !== null && <span className="mark" aria-hidden="true" />}
    </td>
  );
});
