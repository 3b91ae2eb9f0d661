import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { a1, type Area, type CellAddress, type Place } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import type { Problem } from "../workbook/port";
import { cellAt } from "../workbook/snapshot";
import { staying, type EditorActions, type EntryEnd } from "./CellEditor";
import { extended, nextWithin } from "./cellRange";
import { copyCells } from "./copyCells";
import type { Book } from "./createBook";
import { readKey, type GridCommand } from "./gridKeys";
import { moveActive, usedArea, type Ground } from "./moveActive";
import { planClear, planFill } from "./pastePlan";
import { entryText, formatOf, readEntry } from "./readEntry";
import type { Selected } from "./useSelection";

/** What the sheet asks of what stands round it. */
interface EditingWays {
  /** null: what was said before is over. */
  readonly onProblem: (problem: Problem | null) => void;
  /** Said beside the active cell and to whoever listens, in Chinese. */
  readonly say: (text: string) => void;
  readonly find: () => void;
  readonly choose: () => void;
  readonly widen: (by: 1 | -1) => void;
  readonly leaveRange: () => void;
}

/** Selecting and editing cells by keyboard, as in a spreadsheet. Whatever is written at once is undone at once. */
export function useSheetEditing(
  book: Book,
  ground: Ground,
  selected: Selected,
  table: RefObject<HTMLTableElement | null>,
  ways: EditingWays,
) {
  const { sheet, layout } = ground;
  const { here, area } = selected;
  /** The cell that is being edited, as it is drawn. */
  const [editing, setEditing] = useState<{ readonly at: CellAddress; readonly typing: boolean } | null>(null);
  /** The same with what is typed, without waiting for the next drawing: null as soon as the entry is ended or given up. */
  const draft = useRef<{ readonly at: CellAddress; readonly text: string } | null>(null);
  /** After a move within the sheet Tab goes on in it; otherwise it leaves, and so it does after Esc. */
  const inside = useRef(false);
  /** The column in which Tab began: Enter goes on below it. */
  const tabbedFrom = useRef<number | null>(null);

  const write = async (edits: readonly Edit[], done = ""): Promise<boolean> => {
    if (edits.length === 0) return true;
    const outcome = await book.apply({ edits, expects: [] }, "user");
    if (outcome.ok) ways.say([done, ...outcome.notes].filter((text) => text !== "").join(" "));
    ways.onProblem(outcome.ok ? null : outcome.problem);
    return outcome.ok;
  };
  const editOf = (at: CellAddress, text: string): Edit => {
    const format = formatOf(sheet, at);
    const entry = readEntry(text, { value: null, ...(format === undefined ? {} : { format }) });
    const look = entry.format === undefined ? {} : { look: { format: entry.format } };
    return { kind: "cell", at, content: entry.content, ...look, reason: "手工填写" };
  };
  const focus = () => {
    table.current?.focus({ preventScroll: true });
  };
  const type = (at: CellAddress, text: string) => {
    draft.current = { at, text };
    book.typing(text === entryText(cellAt(sheet, at.row, at.column)) ? null : settle);
  };
  const begin = (at: CellAddress, text: string, typing: boolean) => {
    // The pane may have gone to another cell meanwhile.
    settle();
    type(at, text);
    inside.current = true;
    setEditing({ at, typing });
  };
  const end = () => {
    draft.current = null;
    book.typing(null);
    setEditing(null);
  };
  /** Writes one cell, or the same into all of the range. */
  const enter = (at: CellAddress, text: string, everywhere: boolean) => {
    if (everywhere && !selected.single) {
      void write(shownPlaces(ground, area).map((place) => editOf({ ...place, sheet: sheet.name }, text)));
    } else if (text !== entryText(cellAt(sheet, at.row, at.column))) void write([editOf(at, text)]);
  };
  const goOn = (by: "row" | "column", forward: boolean) => {
    if (!selected.single) {
      selected.moveWithin(nextWithin(layout, area, here, by, forward));
      return;
    }
    const begun = tabbedFrom.current;
    if (by === "row") tabbedFrom.current ??= here.column;
    else tabbedFrom.current = null;
    const from = by === "column" && forward && begun !== null ? { ...here, column: begun } : here;
    const key = by === "row" ? (forward ? "ArrowRight" : "ArrowLeft") : forward ? "ArrowDown" : "ArrowUp";
    const next = moveActive(ground, from, key, false);
    if (next !== null) selected.select(next);
  };
  const finish = (at: CellAddress, text: string, { key, shift, everywhere }: EntryEnd) => {
    end();
    enter(at, text, everywhere);
    if (key === null) return;
    focus();
    if (everywhere) return;
    if (key === "Tab" || key === "Enter") goOn(key === "Tab" ? "row" : "column", !shift);
    else run({ kind: "move", key, control: false });
  };
  const commit = (how: EntryEnd) => {
    const { current } = draft;
    if (current !== null) finish(current.at, current.text, how);
  };
  const settle = () => {
    commit(staying);
  };
  const actions: EditorActions = {
    label: a1(here),
    typing: editing?.typing === true,
    draft: (text) => {
      if (draft.current !== null) type(draft.current.at, text);
    },
    typed: () => draft.current?.text ?? "",
    commit,
    cancel: () => {
      end();
      focus();
    },
  };

  /** False: the key is left to the browser. */
  const run = (command: GridCommand): boolean => {
    if (command.kind !== "next" && command.kind !== "type") tabbedFrom.current = null;
    switch (command.kind) {
      case "move": {
        const next = moveActive(ground, here, command.key, command.control);
        if (next !== null) selected.select(next);
        break;
      }
      case "extend": {
        const range = extended(ground, selected.range, command.key, command.control);
        if (range !== null) selected.stretch(range);
        break;
      }
      case "next":
        if (command.by === "row" && selected.single && (!inside.current || isLast(command.forward)))
          return false;
        goOn(command.by, command.forward);
        break;
      case "edit":
        begin(here, entryText(cellAt(sheet, here.row, here.column)), false);
        break;
      case "type":
        begin(here, command.text, true);
        return command.text !== "";
      case "clear":
        void write(planClear(sheet, area, "清除"));
        break;
      case "fill":
        void write(
          planFill(sheet, area, command.by, (one) => copyCells(sheet, one)),
          command.by === "down" ? "已向下填充。" : "已向右填充。",
        );
        break;
      case "all":
        selected.selectArea(usedArea(sheet), "stay");
        break;
      case "whole":
        selected.selectArea(wholeOf(command.of), "stay", true);
        break;
      case "widen":
        ways.widen(command.by);
        break;
      case "escape":
        inside.current = false;
        ways.leaveRange();
        return true;
      case "undo":
      case "redo":
      case "find":
      case "choose":
        ({ undo: book.undo, redo: book.redo, find: ways.find, choose: ways.choose })[command.kind]();
    }
    inside.current = true;
    return true;
  };
  const isLast = (forward: boolean): boolean =>
    here.column === (forward ? layout.columns.at(-1) : layout.columns[0]);
  const wholeOf = (of: "rows" | "columns"): Area => {
    const used = usedArea(sheet);
    return of === "rows"
      ? { ...area, left: 1, right: Math.max(used.right, area.right) }
      : { ...area, top: 1, bottom: Math.max(used.bottom, area.bottom) };
  };

  // So it may have to another sheet.
  useEffect(
    () => () => {
      void book.settle();
    },
    [book],
  );

  return {
    editing,
    actions,
    write,
    /** Ends an entry as it is: something else is clicked. */
    settle: () => {
      inside.current = true;
      settle();
    },
    edit: (at: CellAddress) => {
      begin(at, entryText(cellAt(sheet, at.row, at.column)), false);
    },
    /** From the line above the sheet. */
    finish,
    onKeyDown: (event: KeyboardEvent) => {
      const command = readKey(event);
      if (command !== null && run(command)) event.preventDefault();
    },
  };
}

/** The shown cells of an area, of merged areas the first ones. */
function shownPlaces({ layout }: Ground, area: Area): readonly Place[] {
  const inside = (from: number, to: number) => (number: number) => number >= from && number <= to;
  return layout.rows.filter(inside(area.top, area.bottom)).flatMap((row) =>
    layout.columns.filter(inside(area.left, area.right)).flatMap((column) => {
      const merge = layout.mergeAt(row, column);
      return merge === null || (merge.top === row && merge.left === column) ? [{ row, column }] : [];
    }),
  );
}
