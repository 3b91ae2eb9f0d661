import { useEffect, useRef } from "react";
import { readShortcut } from "../taskpane/shortcuts";
import { readKey } from "./gridKeys";

/** Hears every key that is pressed in the page; before whatever has the keyboard: first. */
function usePageKeys(hear: (event: KeyboardEvent) => void, first = false): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      latest.current(event);
    };
    window.addEventListener("keydown", onKeyDown, first);
    return () => {
      window.removeEventListener("keydown", onKeyDown, first);
    };
  }, [first]);
}

/** Ctrl+Z, Ctrl+Y and Ctrl+F wherever the keyboard is: in a field they are the field's, in the pane the browser searches. */
export function useShortcuts(ways: Readonly<Record<"find" | "undo" | "redo", () => void>>): void {
  usePageKeys((event) => {
    const kind = readKey(event)?.kind;
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element)) return;
    if (target.closest("dialog, [hidden]") !== null) return;
    const inField = target.matches("textarea, input, select");
    if (kind === "find" ? target.closest(".pane-side") !== null : inField) return;
    if (kind !== "find" && kind !== "undo" && kind !== "redo") return;
    if (document.querySelector(".sheet-side")?.checkVisibility() !== true) return;
    event.preventDefault();
    ways[kind]();
  });
}

/** Ctrl+S, whatever is being typed: the entry is written first. */
export function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  usePageKeys((event) => {
    const isSave = event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey);
    if (!isSave || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const { activeElement: field } = document;
    if (field instanceof HTMLTextAreaElement && field.matches(".editor, .cell-content")) {
      field.blur();
      focusGrid();
    }
    // Once what was typed is in the workbook.
    setTimeout(() => {
      latest.current();
    });
  }, true);
}

/** An entry was ended from elsewhere: the keyboard is back at its cell. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>("table[role='grid']")?.focus({ preventScroll: true });
}

/** 帮助 where the pane, which has the same shortcut, is folded away or not there. */
export function useHelpKey(open: () => void): void {
  usePageKeys((event) => {
    if (event.defaultPrevented || readShortcut(event) !== "help") return;
    if (event.target instanceof Element && event.target.closest("dialog") !== null) return;
    event.preventDefault();
    open();
  });
}
