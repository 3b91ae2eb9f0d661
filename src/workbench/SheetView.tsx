import { useVirtualizer } from "@tanstack/react-virtual";
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type ReactNode,
  type RefObject,
} from "react";
import type { SheetStyles } from "../adapters/xlsx/readStyles";
import { areaOf, contains, type Area, type Place } from "../workbook/cell";
import { usedSize, type SheetSnapshot } from "../workbook/snapshot";
import type { CellMark } from "./cellLook";
import { ColumnHeads } from "./ColumnHeads";
import type { SheetLayout } from "./layOutSheet";
import { indexOf } from "./moveActive";
import { cellId } from "./SheetCell";
import { SheetRow } from "./SheetRow";
import { headHeight, numberWidth, pinnedIn, pinnedPlaces, showColumn, showRow } from "./showCell";

const noMarks: ReadonlyMap<string, CellMark> = new Map();

/** The sheet as a table in the page: only the rows in sight are drawn, merges cut to what is drawn. */
export function SheetView(props: {
  readonly sheet: SheetSnapshot;
  readonly styles: SheetStyles | undefined;
  readonly layout: SheetLayout;
  readonly zoom: number;
  readonly marks: ReadonlyMap<string, CellMark>;
  readonly here: Place;
  /** The selected cells, and the corner that moves. */
  readonly area: Area;
  readonly focus: Place;
  /** What was copied or cut, when it is of this sheet. */
  readonly copied: Area | null;
  /** The cell that is being edited. */
  readonly editing: Place | null;
  /** Rows that stay in sight once they have been scrolled past: the header of the form. */
  readonly pinned: readonly number[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly handlers: ComponentProps<"table">;
  readonly heads: Pick<ComponentProps<typeof ColumnHeads>, "onPick" | "onDrag" | "onDone" | "onFit">;
  /** Drawn over the sheet at a cell: its drop-down. */
  readonly over: ReactNode;
}) {
  const { sheet, styles, layout, zoom, here, area, scroller } = props;
  const pinned = useMemo(() => pinnedPlaces(layout, props.pinned), [layout, props.pinned]);
  /** How many of them are scrolled past. */
  const [passing, setPassing] = useState(0);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are only called while drawing
  const virtual = useVirtualizer({
    count: layout.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => layout.heights[index] ?? 0,
    overscan: 6,
    scrollMargin: headHeight,
  });
  const more = useRef<HTMLDivElement>(null);
  const merge = layout.mergeAt(here.row, here.column);
  const hereIndex = indexOf(layout.rows, here.row);

  useEffect(() => {
    virtual.measure();
  }, [virtual, layout.rows, layout.heights]);
  // The layout of the moment: a column that is dragged is no reason to scroll.
  const drawn = useRef({ layout, pinned });
  useEffect(() => {
    drawn.current = { layout, pinned };
  }, [layout, pinned]);
  const { row, column } = props.focus;
  useEffect(() => {
    if (scroller.current === null) return;
    showRow(scroller.current, drawn.current.layout, drawn.current.pinned, row, column);
    showColumn(scroller.current, drawn.current.layout, column);
  }, [scroller, layout.rows, row, column]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const used = usedSize(sheet).columns;
    const look = () => {
      setPassing(pinnedIn(box, pinned).filter(({ top, at }) => top - at < box.scrollTop).length);
      const filled = numberWidth + (layout.lefts[indexOf(layout.columns, used) + 1] ?? 0);
      if (more.current === null) return;
      more.current.hidden = filled <= box.scrollLeft + box.clientWidth + 8;
      // Beside the scroll bar, where there is one.
      more.current.style.right = `${box.offsetWidth - box.clientWidth}px`;
    };
    const size = new ResizeObserver(look);
    size.observe(box);
    box.addEventListener("scroll", look);
    return () => {
      size.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, [scroller, sheet, layout, pinned]);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  // A merge that began above the drawn rows is drawn from the first of them.
  const drawnHere =
    merge !== null && indexOf(layout.rows, merge.bottom) >= first ? Math.max(hereIndex, first) : hereIndex;
  const width = numberWidth + (layout.lefts.at(-1) ?? 0);
  const columns = <SheetColumns layout={layout} numberWidth={numberWidth} />;
  const shared = { sheet, styles, layout, zoom };
  const passed = pinned.slice(0, passing).map(({ index }) => index);
  return (
    <div className="sheet-frame">
      <div className="sheet-scroller" ref={scroller} data-testid="sheet">
        {passed.length > 0 && (
          // A second drawing of the form's header, over the sheet once the real one is out of sight.
          <div className="pinned" aria-hidden="true">
            <table className="sheet" style={{ width }}>
              {columns}
              <tbody>
                {passed.map((index) => (
                  <SheetRow
                    {...shared}
                    key={index}
                    marks={noMarks}
                    index={index}
                    first={index === passed[0]}
                    last={passed.at(-1) ?? index}
                    activeColumn={null}
                    selected={null}
                    copied={null}
                    editing={false}
                    copy
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <table
          ref={props.table}
          role="grid"
          tabIndex={0}
          aria-label={`工作表 ${sheet.name}`}
          aria-description="像电子表格一样用：F2 修改，Esc 之后按 Tab 离开表格。"
          aria-multiselectable
          aria-rowcount={layout.rows.at(-1) ?? 0}
          aria-colcount={layout.columns.at(-1) ?? 0}
          // Scrolled out of sight it is not drawn; a name of nothing would be read as an error.
          aria-activedescendant={
            drawnHere >= first && drawnHere <= last ? cellId(here.row, here.column) : undefined
          }
          className="sheet"
          style={{ width }}
          {...props.handlers}
        >
          {columns}
          <thead>
            <ColumnHeads
              {...props.heads}
              layout={layout}
              height={headHeight}
              from={area.left}
              to={area.right}
            />
          </thead>
          <tbody>
            <Spacer height={(items[0]?.start ?? headHeight) - headHeight} />
            {items.map(({ key, index }) => {
              const number = layout.rows[index] ?? 0;
              const touches = (one: Area | null) =>
                one !== null && number >= one.top && number <= one.bottom ? one : null;
              return (
                <SheetRow
                  key={key}
                  {...shared}
                  marks={props.marks}
                  index={index}
                  first={index === first}
                  last={touchesMerge(layout, index) ? last : 0}
                  activeColumn={index === drawnHere ? here.column : null}
                  selected={touches(area)}
                  copied={touches(props.copied)}
                  editing={
                    index === drawnHere && props.editing !== null && contains(areaOf(here), props.editing)
                  }
                />
              );
            })}
            <Spacer height={virtual.getTotalSize() - ((items.at(-1)?.end ?? headHeight) - headHeight)} />
          </tbody>
        </table>
        {props.over}
      </div>
      <div ref={more} className="more-right" hidden title="右边还有列，请向右滚动">
        <span className="visually-hidden">右边还有列</span>
      </div>
    </div>
  );
}

/** The widths of the columns, with that of the row numbers before them. */
export function SheetColumns(props: { readonly layout: SheetLayout; readonly numberWidth: number }) {
  return (
    <colgroup>
      {props.numberWidth > 0 && <col style={{ width: props.numberWidth }} />}
      {props.layout.columns.map((number, n) => (
        <col key={number} style={{ width: props.layout.widths[n] }} />
      ))}
    </colgroup>
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
