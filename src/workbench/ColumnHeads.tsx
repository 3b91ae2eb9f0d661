import { useRef, type PointerEvent } from "react";
import { columnName } from "../workbook/cell";
import type { SheetLayout } from "./layOutSheet";

/** The narrowest that a column is dragged, in pixels. */
const narrowest = 16;

/** The letters above the columns; the line behind each is dragged for its width, a double click fits it to its words. */
export function ColumnHeads(props: {
  readonly layout: SheetLayout;
  readonly height: number;
  /** Columns of the selected cells. */
  readonly from: number;
  readonly to: number;
  readonly onPick: (column: number, stretch: boolean) => void;
  readonly onDrag: (column: number, width: number) => void;
  readonly onDone: (column: number, width: number) => void;
  readonly onFit: (column: number) => void;
}) {
  const { layout } = props;
  const begun = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const widthAt = ({ clientX }: PointerEvent): number | null =>
    begun.current === null ? null : Math.max(narrowest, begun.current.width + clientX - begun.current.x);
  return (
    <tr style={{ height: props.height }}>
      <th className="corner">
        <span className="visually-hidden">行号</span>
      </th>
      {layout.columns.map((number, n) => (
        <th
          key={number}
          scope="col"
          aria-colindex={number}
          className={number >= props.from && number <= props.to ? "current" : undefined}
          onMouseDown={(event) => {
            if (event.button === 0) props.onPick(number, event.shiftKey);
          }}
        >
          {columnName(number)}
          <span
            className="column-edge"
            aria-hidden="true"
            title="拖动调整列宽，双击按内容调整（键盘：Alt+Shift+左右方向键）"
            onMouseDown={(event) => {
              event.stopPropagation();
            }}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              begun.current = { x: event.clientX, width: layout.widths[n] ?? 0 };
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={(event) => {
              const width = widthAt(event);
              if (width !== null) props.onDrag(number, width);
            }}
            onPointerUp={(event) => {
              const width = widthAt(event);
              const { current } = begun;
              begun.current = null;
              if (width !== null && width !== current?.width) props.onDone(number, width);
            }}
            onPointerCancel={() => {
              begun.current = null;
            }}
            onDoubleClick={() => {
              props.onFit(number);
            }}
          />
        </th>
      ))}
    </tr>
  );
}
