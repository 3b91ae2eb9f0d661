import { usualPauses } from "../taskpane/createSession";
import type { Host } from "../taskpane/host";
import { pageHost } from "../taskpane/pageHost";
import { succeed } from "../workbook/port";
import type { Book } from "./createBook";
import { downloadFile } from "../taskpane/downloadFile";

/** The workbench as the pane's host. */
export function bookHost(book: Book): Host {
  return {
    ...pageHost,
    port: {
      read: () => Promise.resolve(succeed(book.state().snapshot)),
      apply: (plan) => book.apply(plan, "pane"),
      writable: book.writable,
    },
    front: () => Promise.resolve(book.state().active.sheet),
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
    // Writing costs no trip here, and what is written is kept: nobody loses more than the last second of it.
    pauses: { ...usualPauses, given: 500 },
    repair: null,
    amend: (plan) => book.apply(plan, "amend"),
  };
}
