import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { a1, areaA1, type CellAddress } from "../workbook/cell";
import { cellAt, mergedArea, type SheetSnapshot } from "../workbook/snapshot";
import { breakLine, entryKey, staying, type EntryEnd } from "./CellEditor";
import { entryText } from "./readEntry";

/** What is typed into a cell and not written yet. */
interface Draft {
  readonly at: CellAddress;
  readonly text: string;
}

/** Where the active cell is and what stands in it: the formula rather than its result. It is edited here as well; long text
 * is shown whole once it is unfolded, and while it is edited. */
export function FormulaBar(props: {
  readonly sheet: SheetSnapshot;
  readonly here: CellAddress;
  /** What the selected cells come to, or what was just done. */
  readonly said: string;
  readonly onCommit: (at: CellAddress, text: string, end: EntryEnd) => void;
  readonly onCancel: () => void;
  /** Something is typed and not written: what writes it; null: nothing any more. */
  readonly onTyping: (write: (() => void) | null) => void;
}) {
  const { sheet, here } = props;
  /** The cell that is being edited: a click elsewhere still writes into it. */
  const [draft, setDraft] = useState<Draft | null>(null);
  /** The same without waiting for the next drawing: ending an entry moves the keyboard away, and leaving writes. */
  const latest = useRef<Draft | null>(null);
  const [open, setOpen] = useState(false);
  const [cut, setCut] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = draft?.text ?? textAt(sheet, here);
  const grown = open || draft !== null;
  useEffect(() => {
    const { current } = field;
    if (current === null) return;
    if (!grown) current.style.height = "";
    if (!grown) setCut(current.scrollHeight > current.clientHeight + 2);
    if (!grown) return;
    current.style.height = "0";
    current.style.height = `${Math.min(current.scrollHeight + 2, Math.max(120, window.innerHeight * 0.4))}px`;
  }, [text, grown]);
  const change = (next: Draft | null) => {
    latest.current = next;
    setDraft(next);
    const changed = next !== null && next.text !== textAt(sheet, next.at);
    props.onTyping(
      changed
        ? () => {
            finish(staying);
          }
        : null,
    );
  };
  const finish = (end: EntryEnd) => {
    const { current } = latest;
    if (current === null) return;
    change(null);
    props.onCommit(current.at, current.text, end);
  };
  return (
    <div className="cell-line" aria-label="单元格内容" role="group">
      <output className="cell-name" title={areaA1(mergedArea(sheet, here.row, here.column))}>
        {a1(here)}
      </output>
      <textarea
        ref={field}
        className="cell-content"
        data-testid="cell-content"
        aria-label="编辑栏"
        rows={1}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          change({ at: draft?.at ?? here, text: event.target.value });
        }}
        onBlur={() => {
          finish(staying);
        }}
        onKeyDown={(event) => {
          const meant = entryKey(event, false);
          // Tab leaves a text that was not touched, as any field.
          if (meant === null || (event.key === "Tab" && draft === null)) return;
          event.preventDefault();
          if (meant === "break") breakLine(event.currentTarget);
          else if (meant === "cancel") {
            change(null);
            props.onCancel();
          } else if (draft === null) props.onCommit(here, text, meant);
          else finish(meant);
        }}
      />
      {(cut || open) && (
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? "收起" : "全文"}
        </Button>
      )}
      <span className="cell-said" aria-live="polite" data-testid="grid-said">
        {props.said}
      </span>
    </div>
  );
}

function textAt(sheet: SheetSnapshot, { row, column }: CellAddress): string {
  return entryText(cellAt(sheet, row, column));
}
