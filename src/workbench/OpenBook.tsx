import { useMemo, useSyncExternalStore } from "react";
import { readForms } from "../form/readForms";
import { Pane } from "../taskpane/Pane";
import type { Problem } from "../workbook/port";
import { findSheet } from "../workbook/snapshot";
import { bookHost } from "./bookHost";
import { CellLine } from "./CellLine";
import type { Book } from "./createBook";
import { SheetTabs } from "./SheetTabs";
import { SheetView } from "./SheetView";
import { WideSheetNotice } from "./WideSheetNotice";

/** An open workbook: its sheet, and the pane beside it. */
export function OpenBook(props: {
  readonly book: Book;
  readonly zoom: number;
  readonly onProblem: (problem: Problem) => void;
}) {
  const { book } = props;
  const state = useSyncExternalStore(book.subscribe, book.state);
  const host = useMemo(() => bookHost(book), [book]);
  const { forms } = useMemo(() => readForms(state.snapshot), [state.snapshot]);
  const sheet = findSheet(state.snapshot, state.active.sheet);
  const form = forms.find((one) => one.sheet === state.active.sheet);
  return (
    <div className="split">
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
        <Pane host={host} />
      </div>
    </div>
  );
}
