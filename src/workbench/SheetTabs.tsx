import type { Book, BookState } from "./createBook";

/** The visible sheets of the workbook. */
export function SheetTabs({ book, state }: { readonly book: Book; readonly state: BookState }) {
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
