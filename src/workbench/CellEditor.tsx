import { createContext, useContext, useEffect, useRef, type CSSProperties, type KeyboardEvent } from "react";

/** How an entry is ended: the key says where the active cell goes next. */
export interface EntryEnd {
  /** "Enter", "Tab" or an arrow; null: it stays. */
  readonly key: string | null;
  readonly shift: boolean;
  /** Ctrl+Enter: the same into every cell of the range. */
  readonly everywhere: boolean;
}

/** Ended by leaving it. */
export const staying: EntryEnd = { key: null, shift: false, everywhere: false };

export interface EditorActions {
  /** Writes what was typed; once: an entry that was ended or given up is not written by leaving it. */
  readonly commit: (end: EntryEnd) => void;
  readonly cancel: () => void;
  /** Told while it is typed: whoever clicks elsewhere writes it, too. */
  readonly draft: (text: string) => void;
  /** What was typed until now: the field is drawn anew once its row has been scrolled away and back. */
  readonly typed: () => string;
  readonly label: string;
  /** Begun by typing: an arrow ends the entry, as in a spreadsheet; after F2 it moves within the text. */
  readonly typing: boolean;
}

export const EditorContext = createContext<EditorActions>({
  commit: () => undefined,
  cancel: () => undefined,
  draft: () => undefined,
  typed: () => "",
  label: "",
  typing: false,
});

/** What a key means while an entry is typed: its end, giving up ("cancel"), or a line break; null: a letter like any other. */
export function entryKey(event: KeyboardEvent, typing: boolean): EntryEnd | "cancel" | "break" | null {
  const { key } = event;
  if (event.nativeEvent.isComposing) return null;
  if (key === "Escape") return "cancel";
  if (key === "Enter" && event.altKey) return "break";
  const everywhere = key === "Enter" && (event.ctrlKey || event.metaKey);
  const arrow = typing && /^Arrow/u.test(key) && !event.shiftKey && !event.ctrlKey && !event.altKey;
  return key === "Enter" || key === "Tab" || arrow ? { key, shift: event.shiftKey, everywhere } : null;
}

/** Alt+Enter: where the cursor is, in a way that the browser can take back. */
export function breakLine(field: HTMLTextAreaElement): void {
  field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The field within a cell. Enter and Tab write, Escape gives up, leaving writes too; Alt+Enter breaks the line. */
export function CellEditor(props: { readonly style: CSSProperties }) {
  const actions = useContext(EditorContext);
  const field = useRef<HTMLTextAreaElement>(null);
  const begun = useRef(actions.typed);
  useEffect(() => {
    const { current } = field;
    if (current === null) return;
    current.value = begun.current();
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const { fontFamily, fontSize, fontWeight } = props.style;
  return (
    <textarea
      ref={field}
      className="editor"
      aria-label={`编辑 ${actions.label}`}
      style={{ fontFamily, fontSize, fontWeight }}
      onInput={({ currentTarget }) => {
        actions.draft(currentTarget.value);
      }}
      onBlur={() => {
        actions.commit(staying);
      }}
      onKeyDown={(event) => {
        // Saving is the page's, whatever is being typed.
        event.stopPropagation();
        const meant = entryKey(event, actions.typing);
        if (meant === null) return;
        event.preventDefault();
        if (meant === "break") breakLine(event.currentTarget);
        else if (meant === "cancel") actions.cancel();
        else actions.commit(meant);
      }}
    />
  );
}
