import type { SheetStyles } from "../adapters/xlsx/readStyles";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { SheetLayout } from "./layOutSheet";
import { SheetRow } from "./SheetRow";

const noHighlights: ReadonlyMap<string, string> = new Map();

/** A second drawing of the form's header, over the sheet once the real one is out of sight. */
export function PinnedRow(props: {
  readonly sheet: SheetSnapshot;
  readonly styles: SheetStyles | undefined;
  readonly layout: SheetLayout;
  readonly zoom: number;
  readonly index: number;
  readonly numberWidth: number;
  readonly width: number;
}) {
  return (
    <div className="pinned" aria-hidden="true">
      <table className="sheet" style={{ width: props.width }}>
        <colgroup>
          <col style={{ width: props.numberWidth }} />
          {props.layout.columns.map((column, n) => (
            <col key={column} style={{ width: Math.round((props.layout.widths[n] ?? 60) * props.zoom) }} />
          ))}
        </colgroup>
        <tbody>
          <SheetRow
            sheet={props.sheet}
            styles={props.styles}
            layout={props.layout}
            highlights={noHighlights}
            zoom={props.zoom}
            index={props.index}
            first
            last={props.index}
            activeColumn={null}
            editing={null}
            copy
          />
        </tbody>
      </table>
    </div>
  );
}
