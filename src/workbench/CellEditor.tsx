import { createContext, useContext, useEffect, useRef, useState, type CSSProperties } from "react";

export interface EditorActions {
  /** Writes what was typed; the key says where the active cell goes next. */
  readonly commit: (text: string, key: "Enter" | "Tab" | null) => void;
  readonly cancel: () => void;
  readonly label: string;
}

export const EditorContext = createContext<EditorActions>({
  commit: () => undefined,
  cancel: () => undefined,
  label: "",
});

/** The field within a cell. Enter and Tab write, Escape gives up, leaving writes too; Alt+Enter breaks the line. */
export function CellEditor(props: { readonly text: string; readonly style: CSSProperties }) {
  const [text, setText] = useState(props.text);
  const actions = useContext(EditorContext);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const finish = (key: "Enter" | "Tab" | null) => {
    if (done.current) return;
    done.current = true;
    actions.commit(text, key);
  };
  const { fontFamily, fontSize, fontWeight } = props.style;
  return (
    <textarea
      ref={field}
      className="editor"
      aria-label={`编辑 ${actions.label}`}
      style={{ fontFamily, fontSize, fontWeight }}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onBlur={() => {
        finish(null);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") {
          event.preventDefault();
          done.current = true;
          actions.cancel();
        } else if (event.key === "Tab" || (event.key === "Enter" && !event.altKey)) {
          event.preventDefault();
          finish(event.key);
        } else if (event.key === "Enter") {
          event.preventDefault();
          setText(`${text}\n`);
        }
      }}
    />
  );
}
