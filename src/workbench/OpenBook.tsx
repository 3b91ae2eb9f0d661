import { useMemo, useSyncExternalStore } from "react";
import { readForms } from "../form/readForms";
import { createSession } from "../taskpane/createSession";
import { pageTheme } from "../taskpane/pageHost";
import { Pane, type OpenSession } from "../taskpane/Pane";
import type { Problem } from "../workbook/port";
import { findSheet, type SheetSnapshot, cellAt, mergedArea } from "../workbook/snapshot";
import { bookHost } from "./bookHost";
import type { Book, BookState } from "./createBook";
import { SheetView } from "./SheetView";
import { hiddenByWidth, mostColumns } from "./layOutSheet";
import { a1, areaA1, type CellAddress } from "../workbook/cell";
import { entryText } from "./readEntry";

/** An open workbook: its sheet, and the pane beside it. */
export function OpenBook(props: {
  readonly book: Book;
  readonly shown: boolean;
  readonly zoom: number;
  readonly onProblem: (problem: Problem) => void;
}) {
  const { book } = props;
  const state = useSyncExternalStore(book.subscribe, book.state);
  const open = useMemo<OpenSession>(
    () => (tell) => Promise.resolve(createSession(bookHost(book), tell)),
    [book],
  );
  const { forms } = useMemo(() => readForms(state.snapshot), [state.snapshot]);
  const sheet = findSheet(state.snapshot, state.active.sheet);
  const form = forms.find((one) => one.sheet === state.active.sheet);
  return (
    <div className="split" hidden={!props.shown}>
      <section className="sheet-side" aria-label="表格">
        {sheet !== undefined && (
          <>
            <CellLine sheet={sheet} active={state.active} />
            <WideSheetNotice sheet={sheet} />
            <SheetView
              key={sheet.name}
              book={book}
              state={state}
              sheet={sheet}
              zoom={props.zoom}
              pinned={form?.headerRow ?? null}
              onProblem={props.onProblem}
            />
          </>
        )}
        <SheetTabs book={book} state={state} />
      </section>
      <div className="pane-side">
        <Pane theme={pageTheme} open={open} />
      </div>
    </div>
  );
}

/** Says that a sheet is cut on the screen; in the file nothing is missing. */
function WideSheetNotice({ sheet }: { readonly sheet: SheetSnapshot }) {
  const hidden = hiddenByWidth(sheet);
  if (hidden === 0) return null;
  return (
    <p className="sheet-notice" role="note">
      本表列数较多，只显示前{mostColumns}列，其余{hidden}列不显示；计分、保存不受影响。
    </p>
  );
}

/** Where the active cell is and what stands in it: the formula rather than its result. */
function CellLine({ sheet, active }: { readonly sheet: SheetSnapshot; readonly active: CellAddress }) {
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

/** The visible sheets of the workbook. */
function SheetTabs({ book, state }: { readonly book: Book; readonly state: BookState }) {
  const sheets = state.snapshot.sheets.filter((sheet) => sheet.visibility === "visible");
  return (
    <nav className="tabs" aria-label="工作表">
      {sheets.map(({ name }) => (
        <button
          key={name}
          type="button"
          aria-current={name === state.active.sheet ? "page" : undefined}
          onClick={() => {
            book.select({ sheet: name, row: 1, column: 1 }, "user");
          }}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
