import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { columnName } from "../workbook/cell";
import type { Problem } from "../workbook/port";
import type { SheetSnapshot } from "../workbook/snapshot";
import { EditorContext } from "./CellEditor";
import type { Book, BookState } from "./createBook";
import { highlightedCells } from "./cellLook";
import { layOutSheet, type SheetLayout } from "./layOutSheet";
import { indexOf } from "./moveActive";
import { cellId } from "./SheetCell";
import { SheetRow } from "./SheetRow";
import { useSheetEditing } from "./useSheetEditing";

const headHeight = 24;
const numberWidth = 44;
const noHighlights: ReadonlyMap<string, string> = new Map();

/** The sheet as a table in the page: only the rows in sight are drawn, merges cut to what is drawn. */
export function SheetView(props: {
  readonly book: Book;
  readonly state: BookState;
  readonly sheet: SheetSnapshot;
  readonly zoom: number;
  /** Row that stays in sight once it has been scrolled past: the header of the form. */
  readonly pinned: number | null;
  readonly onProblem: (problem: Problem) => void;
}) {
  const { book, state, sheet, zoom, pinned } = props;
  const { active } = state;
  const styles = state.styles.get(sheet.name);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const layout = useMemo(() => layOutSheet(sheet, styles, zoom), [sheet, styles, zoom]);
  const highlights = useMemo(() => highlightedCells(sheet, styles), [sheet, styles]);
  const pinnedIndex = pinned === null ? -1 : indexOf(layout.rows, pinned);
  const pinnedHeight = layout.heights[pinnedIndex] ?? 0;
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are only called while drawing
  const virtual = useVirtualizer({
    count: layout.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => layout.heights[index] ?? 0,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight + pinnedHeight,
  });
  const area = layout.mergeAt(active.row, active.column);
  const here = { sheet: sheet.name, row: area?.top ?? active.row, column: area?.left ?? active.column };
  const hereIndex = indexOf(layout.rows, here.row);
  const { editing, actions, handlers } = useSheetEditing(book, sheet, layout, here, table, props.onProblem);

  useEffect(() => {
    virtual.measure();
  }, [virtual, layout]);
  const { row, column } = here;
  useEffect(() => {
    virtual.scrollToIndex(indexOf(layout.rows, row), { align: "auto" });
    showColumn(scroller.current, layout, column);
  }, [virtual, layout, row, column]);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  // A merge that began above the drawn rows is drawn from the first of them.
  const drawnHere =
    area !== null && indexOf(layout.rows, area.bottom) >= first ? Math.max(hereIndex, first) : hereIndex;
  const width = layout.widths.reduce((sum, one) => sum + one, numberWidth);
  const columns = (
    <colgroup>
      <col style={{ width: numberWidth }} />
      {layout.columns.map((number, n) => (
        <col key={number} style={{ width: layout.widths[n] }} />
      ))}
    </colgroup>
  );
  const shared = { sheet, styles, layout, zoom };
  return (
    <div className="sheet-scroller" ref={scroller} data-testid="sheet">
      {pinnedIndex >= 0 && (virtual.range?.startIndex ?? 0) > pinnedIndex && (
        // A second drawing of the form's header, over the sheet once the real one is out of sight.
        <div className="pinned" aria-hidden="true">
          <table className="sheet" style={{ width }}>
            {columns}
            <tbody>
              <SheetRow
                {...shared}
                highlights={noHighlights}
                index={pinnedIndex}
                first
                last={pinnedIndex}
                activeColumn={null}
                editing={null}
                copy
              />
            </tbody>
          </table>
        </div>
      )}
      <EditorContext value={actions}>
        <table
          ref={table}
          role="grid"
          tabIndex={0}
          aria-label={`工作表 ${sheet.name}`}
          aria-rowcount={layout.rows.at(-1) ?? 0}
          aria-colcount={layout.columns.at(-1) ?? 0}
          // Scrolled out of sight it is not drawn; a name of nothing would be read as an error.
          aria-activedescendant={
            drawnHere >= first && drawnHere <= last ? cellId(here.row, here.column) : undefined
          }
          className="sheet"
          style={{ width }}
          {...handlers}
        >
          {columns}
          <thead>
            <tr style={{ height: headHeight }}>
              <th className="corner">
                <span className="visually-hidden">行号</span>
              </th>
              {layout.columns.map((number) => (
                <th key={number} scope="col" className={number === here.column ? "current" : undefined}>
                  {columnName(number)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={(items[0]?.start ?? headHeight) - headHeight} />
            {items.map(({ key, index }) => (
              <SheetRow
                key={key}
                {...shared}
                highlights={highlights}
                index={index}
                first={index === first}
                last={touchesMerge(layout, index) ? last : 0}
                activeColumn={index === drawnHere ? here.column : null}
                editing={index === drawnHere ? editing : null}
              />
            ))}
            <Spacer height={virtual.getTotalSize() - ((items.at(-1)?.end ?? headHeight) - headHeight)} />
          </tbody>
        </table>
      </EditorContext>
    </div>
  );
}

/** The height of the rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? <tr aria-hidden="true" className="spacer" style={{ height }} /> : null;
}

function touchesMerge(layout: SheetLayout, index: number): boolean {
  const row = layout.rows[index] ?? 0;
  return layout.columns.some((column) => layout.mergeAt(row, column) !== null);
}

/** Scrolls sideways just as far as needed. */
function showColumn(scroller: HTMLDivElement | null, layout: SheetLayout, column: number): void {
  if (scroller === null) return;
  const at = indexOf(layout.columns, column);
  const left = layout.widths.slice(0, at).reduce((sum, width) => sum + width, numberWidth);
  const right = left + (layout.widths[at] ?? 0);
  if (left - numberWidth < scroller.scrollLeft) scroller.scrollLeft = left - numberWidth;
  else if (right > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = right - scroller.clientWidth;
}
