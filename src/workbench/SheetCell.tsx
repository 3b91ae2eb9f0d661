import { memo, useEffect, useRef } from "react";
import type { CellStyle } from "../adapters/xlsx/cellStyle";
import type { CellSnapshot } from "../workbook/snapshot";
import { CellEditor } from "./CellEditor";
import { cellLook, type CellMark } from "./cellLook";
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
  readonly mark: CellMark | null;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly active: boolean;
  /** At which sides of the selected, or copied, area the cell stands ("tl"); null: not in it. */
  readonly selected: string | null;
  readonly copied: string | null;
  readonly editing: boolean;
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
  const look = cellLook(closed, value, props.mark?.fill ?? null, props.zoom);
  const text = formatCell(value, style?.format ?? cell?.format);
  const box = useRef<HTMLTableCellElement>(null);
  // After every drawing: what is cut off shows so, and the whole text is told where the mouse rests.
  useEffect(() => {
    if (!props.copy && box.current !== null) markLater(box.current, text, typeof value === "number");
  });
  const state = [
    props.active ? "active" : "",
    ...sides("selected", props.selected),
    ...sides("copied", props.copied),
  ].join(" ");
  return (
    <td
      ref={box}
      id={props.copy ? undefined : cellId(props.row, props.column)}
      data-cell={`${props.row}:${props.column}`}
      aria-colindex={props.column}
      aria-selected={props.active || props.selected !== null}
      rowSpan={props.rowSpan}
      colSpan={props.colSpan}
      className={state.trim() === "" ? undefined : state.trim()}
      style={look.box}
    >
      {props.editing ? (
        <CellEditor style={look.text} />
      ) : (
        text !== "" && (
          <div className="cell-text" style={look.text}>
            <span>{text}</span>
            {props.mark?.words.map((words) => (
              <span key={words} className="visually-hidden">
                （{words}）
              </span>
            ))}
          </div>
        )
      )}
      {props.mark?.shapes.map((shape) => (
        <span key={shape} className={`mark ${shape}`} aria-hidden="true" />
      ))}
    </td>
  );
});

/** "selected selected-t selected-l" */
function sides(name: string, edges: string | null): readonly string[] {
  return edges === null ? [] : [name, ...Array.from(edges, (edge) => `${name}-${edge}`)];
}

/** Pixels between the lines, which may be cut off without a sign of a word being lost. */
const leading = 4;

/** The cells that were drawn and not looked at yet, with what they show. */
const drawn = new Map<HTMLElement, { readonly text: string; readonly how: "text" | "number" }>();

/** All cells of one drawing are looked at together: where each is marked before the next is looked at, the browser lays the
 * page out once for each. A number that is cut would be another number: "###", as in a spreadsheet. */
function markLater(cell: HTMLElement, text: string, isNumber: boolean): void {
  if (drawn.size === 0) requestAnimationFrame(markDrawn);
  drawn.set(cell, { text, how: isNumber ? "number" : "text" });
}

function markDrawn(): void {
  const all = Array.from(drawn, ([cell, shown]) => ({ cell, ...shown, cut: isCut(cell) }));
  drawn.clear();
  for (const { cell, text, how, cut } of all) {
    if (cut) {
      cell.dataset["cut"] = how;
      cell.title = text;
    } else if (cell.dataset["cut"] !== undefined) {
      delete cell.dataset["cut"];
      cell.removeAttribute("title");
    }
  }
}

function isCut(cell: HTMLElement): boolean {
  const words = cell.querySelector<HTMLElement>(".cell-text");
  const span = words?.firstElementChild;
  return (
    words !== null &&
    span instanceof HTMLElement &&
    (span.scrollHeight > words.clientHeight + leading ||
      span.offsetHeight > words.clientHeight + leading ||
      span.offsetWidth > words.clientWidth + 1 ||
      words.scrollWidth > words.clientWidth + 1)
  );
}
