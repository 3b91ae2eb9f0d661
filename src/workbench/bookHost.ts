import type { Host } from "../taskpane/host";
import { succeed } from "../workbook/port";
import type { Book } from "./createBook";
import { downloadFile } from "./saveFile";
import { isDark, subscribe } from "./useDarkTheme";

/** The workbench as the pane's host. */
export function bookHost(book: Book): Host {
  return {
    port: {
      read: () => Promise.resolve(succeed(book.state().snapshot)),
      apply: (plan) => book.apply(plan, "pane"),
    },
    select: (at) => {
      book.select(at, "pane");
      return Promise.resolve(succeed(null));
    },
    onSelection: book.onSelection,
    onChange: book.onEdit,
    onNews: () => () => undefined,
    copies: {
      bytes: () => Promise.resolve(succeed(book.bytes())),
      open: (bytes, suffix) => {
        downloadFile(bytes, book.name.replace(/(?:\.xlsx)?$/iu, `-${suffix}.xlsx`));
        return Promise.resolve(succeed(null));
      },
    },
    repair: null,
    isDark,
    onTheme: subscribe,
    copyText: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    amend: (plan) => book.apply(plan, "amend"),
  };
}
