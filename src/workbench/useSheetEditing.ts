import { useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type RefObject } from "react";
import { a1, type CellAddress } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import type { Problem } from "../workbook/port";
import { cellAt, type SheetSnapshot } from "../workbook/snapshot";
import type { EditorActions } from "./CellEditor";
import type { Book } from "./createBook";
import type { SheetLayout } from "./layOutSheet";
import { moveActive } from "./moveActive";
import { entryText, readEntry } from "./readEntry";

/** Selecting and editing cells by keyboard, mouse and paste, as in a spreadsheet. */
export function useSheetEditing(
  book: Book,
  sheet: SheetSnapshot,
  layout: SheetLayout,
  here: CellAddress,
  table: RefObject<HTMLTableElement | null>,
  onProblem: (problem: Problem) => void,
) {
  /** The text that the editor begins with; null while no cell is being edited. */
  const [editing, setEditing] = useState<string | null>(null);
  const current = cellAt(sheet, here.row, here.column);
  const write = (edits: readonly Edit[]) => {
    void book.apply({ edits, expects: [] }, "user").then((outcome) => {
      if (!outcome.ok) onProblem(outcome.problem);
    });
  };
  const editOf = (at: CellAddress, text: string): Edit => {
    const entry = readEntry(text, cellAt(sheet, at.row, at.column));
    const look = entry.format === undefined ? {} : { look: { format: entry.format } };
    return { kind: "cell", at, content: entry.content, ...look, reason: "手工填写" };
  };
  const leave = () => {
    setEditing(null);
    table.current?.focus({ preventScroll: true });
  };
  const onMouse = (event: MouseEvent, open: boolean) => {
    const at = cellUnder(event.target, sheet.name);
    if (at === null || event.target instanceof HTMLTextAreaElement) return;
    book.select(at, "user");
    if (open) setEditing(entryText(cellAt(sheet, at.row, at.column)));
  };
  const actions: EditorActions = {
    label: a1(here),
    commit: (text, key) => {
      setEditing(null);
      if (text !== entryText(current)) write([editOf(here, text)]);
      if (key === null) return;
      const next = moveActive(layout, here, key === "Enter" ? "ArrowDown" : "ArrowRight", false);
      if (next !== null) book.select(next, "user");
      leave();
    },
    cancel: leave,
  };
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      const next = moveActive(layout, here, event.key, event.ctrlKey || event.metaKey);
      const typed = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (next !== null) book.select(next, "user");
      else if (event.key === "F2" || event.key === "Enter") setEditing(entryText(current));
      else if (event.key === "Delete" || event.key === "Backspace") write([editOf(here, "")]);
      else if (typed) setEditing(event.key);
      // An input method has begun: its letters go on in the editor.
      else if (event.key === "Process") setEditing("");
      else return;
      if (event.key !== "Process") event.preventDefault();
    },
    onPaste: (event: ClipboardEvent) => {
      if (editing !== null) return;
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain").replace(/\r\n?/gu, "\n").replace(/\n$/u, "");
      const place = (x: number, y: number) => ({ ...here, row: here.row + y, column: here.column + x });
      write(
        text.split("\n").flatMap((line, y) => line.split("\t").map((one, x) => editOf(place(x, y), one))),
      );
    },
    onCopy: (event: ClipboardEvent) => {
      if (editing !== null) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", entryText(current));
    },
    onMouseDown: (event: MouseEvent) => {
      onMouse(event, false);
    },
    onDoubleClick: (event: MouseEvent) => {
      onMouse(event, true);
    },
  };
  return { editing, actions, handlers };
}

function cellUnder(target: EventTarget, sheet: string): CellAddress | null {
  const cell = target instanceof Element ? target.closest("[data-cell]") : null;
  const [row, column] = (cell?.getAttribute("data-cell") ?? "").split(":").map(Number);
  return row === undefined || column === undefined || !(row > 0) ? null : { sheet, row, column };
}
