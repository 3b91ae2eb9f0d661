import { useMemo, useState, useSyncExternalStore } from "react";
import { workingPapers } from "../facts/workingPaper";
import type { Form } from "../form/form";
import { readForms } from "../form/readForms";
import { createSession } from "../taskpane/createSession";
import { pageTheme } from "../taskpane/pageHost";
import { Pane, type OpenSession } from "../taskpane/Pane";
import type { Problem } from "../workbook/port";
import { findSheet, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import { bookHost } from "./bookHost";
import type { Book, BookState } from "./createBook";
import { hiddenByWidth, mostColumns } from "./layOutSheet";
import { PaneSplit } from "./PaneDivider";
import { SheetPane } from "./SheetPane";
import { useSheetStatics } from "./useSheetStatics";
import type { Copied } from "./useClipboard";

/** An open workbook: its sheet, and the pane beside it. */
export function OpenBook(props: {
  readonly book: Book;
  readonly shown: boolean;
  readonly zoom: number;
  /** How often the first tour was asked for. */
  readonly tours: number;
  readonly onProblem: (problem: Problem | null) => void;
}) {
  useSheetStatics();
  const { book } = props;
  // Those that were asked for over the workbook before are over.
  const [before] = useState(props.tours);
  const tours = props.tours - before;
  const state = useSyncExternalStore(book.subscribe, book.state);
  const open = useMemo<OpenSession>(
    () => (tell) => Promise.resolve(createSession(bookHost(book), tell)),
    [book],
  );
  const [kept] = useState(book.answersInPane);
  const pane = useMemo(
    () => <Pane theme={pageTheme} open={open} onTyped={book.typedInPane} kept={kept} tours={tours} />,
    [open, book, kept, tours],
  );
  const { forms } = useMemo(() => readForms(state.snapshot), [state.snapshot]);
  const [copied, setCopied] = useState<Copied | null>(null);
  const sheet = findSheet(state.snapshot, state.active.sheet);
  const header = headerOf(state.snapshot, state.active.sheet, forms);
  return (
    <PaneSplit
      shown={props.shown}
      wanted={tours}
      sheet={
        <section className="sheet-side" aria-label="表格">
          {sheet !== undefined && (
            <>
              <WideSheetNotice sheet={sheet} />
              <SheetPane
                key={sheet.name}
                book={book}
                state={state}
                sheet={sheet}
                zoom={props.zoom}
                header={header}
                copied={copied}
                onCopied={setCopied}
                onProblem={props.onProblem}
              />
            </>
          )}
          <SheetTabs book={book} state={state} />
        </section>
      }
      pane={pane}
    />
  );
}

/** The row of the titles: of a form, of the working paper, of the list of findings. */
function headerOf(snapshot: Snapshot, name: string, forms: readonly Form[]): number | null {
  const form = forms.find(({ sheet }) => sheet === name);
  const paper = workingPapers(snapshot).find(({ sheet }) => sheet.name === name);
  return form?.headerRow ?? paper?.headerRow ?? null;
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
