/** What a key asks of the sheet, as in a spreadsheet. */
export type GridCommand =
  /** To another cell; with Shift the range is stretched. */
  | { readonly kind: "move" | "extend"; readonly key: string; readonly control: boolean }
  /** Tab and Enter. */
  | { readonly kind: "next"; readonly by: "row" | "column"; readonly forward: boolean }
  | { readonly kind: "edit" }
  /** The editor begins with this letter; "" where an input method has begun. */
  | { readonly kind: "type"; readonly text: string }
  | { readonly kind: "fill"; readonly by: "down" | "right" }
  /** Whole rows or columns of the range. */
  | { readonly kind: "whole"; readonly of: "rows" | "columns" }
  /** The column one character wider or narrower. */
  | { readonly kind: "widen"; readonly by: 1 | -1 }
  | { readonly kind: "all" | "clear" | "undo" | "redo" | "find" | "choose" | "escape" };

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Null: the key is the browser's. Copying, cutting and pasting come as events of their own. */
export function readKey(press: KeyPress): GridCommand | null {
  const { key, shiftKey: shift, altKey: alt } = press;
  const control = press.ctrlKey || press.metaKey;
  if (alt) return withAlt(key, shift);
  if (/^(?:Arrow|Page|Home$|End$)/u.test(key)) return { kind: shift ? "extend" : "move", key, control };
  if (key === "Tab" && !control) return { kind: "next", by: "row", forward: !shift };
  if (key === "Enter" && !control) return { kind: "next", by: "column", forward: !shift };
  if (key === " " && (control || shift)) return { kind: "whole", of: control ? "columns" : "rows" };
  if (control) return withControl(key.toLowerCase(), shift);
  if (key === "F2") return { kind: "edit" };
  if (key === "Escape") return { kind: "escape" };
  if (key === "Delete" || key === "Backspace") return { kind: "clear" };
  // An input method has begun: its letters go on in the editor.
  if (key === "Process") return { kind: "type", text: "" };
  return key.length === 1 ? { kind: "type", text: key } : null;
}

function withAlt(key: string, shift: boolean): GridCommand | null {
  if (key === "ArrowDown" && !shift) return { kind: "choose" };
  if (shift && (key === "ArrowLeft" || key === "ArrowRight"))
    return { kind: "widen", by: key === "ArrowRight" ? 1 : -1 };
  return null;
}

function withControl(key: string, shift: boolean): GridCommand | null {
  if (key === "z") return { kind: shift ? "redo" : "undo" };
  if (shift) return null;
  switch (key) {
    case "a":
      return { kind: "all" };
    case "y":
      return { kind: "redo" };
    case "d":
      return { kind: "fill", by: "down" };
    case "r":
      return { kind: "fill", by: "right" };
    case "f":
      return { kind: "find" };
    default:
      return null;
  }
}
