import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { SheetStyles } from "../adapters/xlsx/readStyles";
import type { Area } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { CellMark } from "./cellLook";
import { layOutSheet, type SheetLayout } from "./layOutSheet";
import { indexOf, usedArea } from "./moveActive";
import { SheetRow } from "./SheetRow";
import { SheetColumns } from "./SheetView";

/** Pixels of a sheet of A4 within its margins of 12 mm. */
const paper = { upright: 700, across: 1030 };
/** A browser needs minutes for more. */
const mostRows = 3000;

/** The sheet for the printer: all rows, no letters and numbers, fitted to the width of the page, the header on every page,
 * every text whole. Drawn only while it is being printed. */
export function PrintSheet(props: {
  readonly sheet: SheetSnapshot;
  readonly styles: SheetStyles | undefined;
  readonly marks: ReadonlyMap<string, CellMark>;
  /** The row that is repeated. */
  readonly header: number | null;
}) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => {
      flushSync(() => {
        setPrinting(true);
      });
    };
    const end = () => {
      setPrinting(false);
    };
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  if (!printing) return null;
  const { sheet, styles, marks } = props;
  const layout = within(layOutSheet(sheet, styles), sheet.printArea?.[0] ?? usedArea(sheet));
  const width = layout.lefts.at(-1) ?? 0;
  const room = width > paper.upright ? paper.across : paper.upright;
  const header = headerPlace(sheet, layout, props.header);
  const rows = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, n) => (
      <SheetRow
        key={from + n}
        sheet={sheet}
        styles={styles}
        layout={layout}
        marks={marks}
        zoom={1}
        index={from + n}
        first={n === 0}
        last={to - 1}
        activeColumn={null}
        selected={null}
        copied={null}
        editing={false}
        copy
      />
    ));
  const end = Math.min(layout.rows.length, mostRows);
  const columns = <SheetColumns layout={layout} numberWidth={0} />;
  return (
    <div className="print-sheet" style={{ zoom: Math.min(1, room / width) }}>
      <style>{`@page { size: A4 ${room === paper.across ? "landscape" : "portrait"}; margin: 12mm; }`}</style>
      {header > 0 && (
        <table className="sheet" style={{ width }}>
          {columns}
          <tbody>{rows(0, header)}</tbody>
        </table>
      )}
      <table className="sheet" style={{ width }}>
        {columns}
        {header >= 0 && <thead>{rows(header, header + 1)}</thead>}
        <tbody>{rows(header + 1, end)}</tbody>
      </table>
      {end < layout.rows.length && (
        <p>
          本表共{layout.rows.length}行，只打印前{mostRows}行；全部打印请用 Excel 或 WPS。
        </p>
      )}
    </div>
  );
}

/** Where the header stands; -1: there is none, or a merged area reaches over its edge. */
function headerPlace(sheet: SheetSnapshot, layout: SheetLayout, header: number | null): number {
  if (header === null || !layout.rows.includes(header)) return -1;
  const crosses = ({ top, bottom }: Area) =>
    (top < header && bottom >= header) || (top <= header && bottom > header);
  return sheet.merges.some(crosses) ? -1 : indexOf(layout.rows, header);
}

/** The layout without what lies outside an area. */
function within(layout: SheetLayout, area: Area): SheetLayout {
  const keep = (numbers: readonly number[], from: number, to: number) => (_: unknown, n: number) =>
    (numbers[n] ?? 0) >= from && (numbers[n] ?? 0) <= to;
  const rows = keep(layout.rows, area.top, area.bottom);
  const columns = keep(layout.columns, area.left, area.right);
  const widths = layout.widths.filter(columns);
  return {
    ...layout,
    rows: layout.rows.filter(rows),
    heights: layout.heights.filter(rows),
    columns: layout.columns.filter(columns),
    widths,
    lefts: [0, ...widths.map((_, n) => widths.slice(0, n + 1).reduce((sum, one) => sum + one, 0))],
  };
}
