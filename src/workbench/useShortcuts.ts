import { useEffect, useRef } from "react";
import { readShortcut } from "../taskpane/shortcuts";
import { readKey } from "./gridKeys";

/** Ctrl+Z, Ctrl+Y and Ctrl+F wherever the keyboard is: in a field they are the field's, in the pane the browser searches. */
export function useShortcuts(ways: Readonly<Record<"find" | "undo" | "redo", () => void>>): void {
  const latest = useRef(ways);
  useEffect(() => {
    latest.current = ways;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const kind = readKey(event)?.kind;
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element)) return;
      if (target.closest("dialog, [hidden]") !== null) return;
      const inField = target.matches("textarea, input, select");
      if (kind === "find" ? target.closest(".pane-side") !== null : inField) return;
      if (kind !== "find" && kind !== "undo" && kind !== "redo") return;
      if (document.querySelector(".sheet-side")?.checkVisibility() !== true) return;
      event.preventDefault();
      latest.current[kind]();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

/** Ctrl+S, whatever is being typed: the entry is written first. */
export function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
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
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => {
      window.removeEventListener("keydown", onKeyDown, true);
    };
  }, []);
}

/** An entry was ended from elsewhere: the keyboard is back at its cell. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>("table[role='grid']")?.focus({ preventScroll: true });
}

/** 帮助 where the pane, which has the same shortcut, is folded away or not there. */
export function useHelpKey(open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || readShortcut(event) !== "help") return;
      if (event.target instanceof Element && event.target.closest("dialog") !== null) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
