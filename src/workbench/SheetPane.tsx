import { useMemo, useRef, useState, type MouseEvent } from "react";
import { a1, contains } from "../workbook/cell";
import type { Problem } from "../workbook/port";
import { cellAt, type SheetSnapshot } from "../workbook/snapshot";
import { EditorContext, staying } from "./CellEditor";
import { markedCells } from "./cellLook";
import { CellChoices } from "./ChoiceList";
import { choicesAt } from "./choicesAt";
import type { Book, BookState } from "./createBook";
import { FindBar } from "./FindBar";
import { formatCell } from "./formatCell";
import { FormulaBar } from "./FormulaBar";
import { charactersOf, fittingWidth, layOutSheet, withWidth } from "./layOutSheet";
import { usedArea } from "./moveActive";
import { PrintSheet } from "./PrintSheet";
import { entryText } from "./readEntry";
import { cellId } from "./SheetCell";
import { SheetView } from "./SheetView";
import { useClipboard, type Copied } from "./useClipboard";
import { placeUnder, useDragSelect } from "./useDragSelect";
import { sayArea, useSelection } from "./useSelection";
import { useShortcuts } from "./useShortcuts";
import { useSheetEditing } from "./useSheetEditing";

/** A sheet with the line above it: what is selected, typed, copied, searched and dragged in it. */
export function SheetPane(props: {
  readonly book: Book;
  readonly state: BookState;
  readonly sheet: SheetSnapshot;
  readonly zoom: number;
  /** The row of the titles, which stays in sight and is repeated in print. */
  readonly header: number | null;
  readonly copied: Copied | null;
  readonly onCopied: (copied: Copied | null) => void;
  readonly onProblem: (problem: Problem | null) => void;
}) {
  const { book, state, sheet, zoom, copied, onCopied, onProblem } = props;
  const styles = state.styles.get(sheet.name);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const finder = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly version: number } | null>(null);
  const [finding, setFinding] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [dragged, setDragged] = useState<{ readonly column: number; readonly width: number } | null>(null);

  const laidOut = useMemo(() => layOutSheet(sheet, styles, zoom), [sheet, styles, zoom]);
  const layout = useMemo(
    () => (dragged === null ? laidOut : withWidth(laidOut, dragged.column, dragged.width)),
    [laidOut, dragged],
  );
  const marks = useMemo(() => markedCells(sheet, styles), [sheet, styles]);
  const ground = { sheet, layout };
  const selected = useSelection(book, ground, state.active);
  const { here, area, range } = selected;
  const choices = choicesAt(state.snapshot, styles, here);
  const focus = () => {
    table.current?.focus({ preventScroll: true });
  };
  const say = (text: string) => {
    setSaid({ text, version: book.state().version });
  };
  const find = () => {
    setFinding(true);
    finder.current?.select();
    finder.current?.focus();
  };
  useShortcuts({ find, undo: book.undo, redo: book.redo });
  const widthTo = (column: number, characters: number) => {
    void editing.write([{ kind: "columnWidth", sheet: sheet.name, column, width: characters }]).then(() => {
      setDragged(null);
    });
  };
  const editing = useSheetEditing(book, ground, selected, table, {
    onProblem,
    say,
    find,
    choose: () => {
      setChoosing(choices !== null);
    },
    widen: (by) => {
      const width = layout.widths[layout.columns.indexOf(here.column)] ?? 0;
      widthTo(here.column, charactersOf(width, styles, zoom) + by);
    },
    leaveRange: () => {
      onCopied(null);
    },
  });
  const clipboard = useClipboard({
    sheet,
    area,
    version: state.version,
    copied,
    onCopied,
    write: editing.write,
    onPasted: (pasted) => {
      selected.selectArea(pasted, "first");
    },
    onProblem,
    say,
  });
  const startDrag = useDragSelect(scroller, (at) => {
    selected.stretch({ anchor: range.anchor, focus: at });
  });
  const inField = ({ target }: { readonly target: EventTarget }) => target instanceof HTMLTextAreaElement;
  const onMouseDown = (event: MouseEvent) => {
    if (inField(event)) return;
    const at = placeUnder(event.target);
    const row = Number((event.target as Element).getAttribute("data-row-number") ?? 0);
    if (at === null && row === 0) return;
    editing.settle();
    // The menu of the mouse is for what is selected.
    if (at !== null && event.button === 2 && contains(area, at)) return;
    const whole = usedArea(sheet);
    if (at === null) {
      const top = event.shiftKey ? Math.min(row, here.row) : row;
      selected.selectArea(
        { ...whole, top, bottom: event.shiftKey ? Math.max(row, here.row) : row },
        "first",
        true,
      );
    } else if (event.shiftKey) selected.stretch({ anchor: range.anchor, focus: at });
    else {
      selected.select(at);
      if (event.button === 0) startDrag(at);
    }
  };
  const summary = useMemo(() => sayArea(sheet, area), [sheet, area]);
  const copiedHere =
    copied?.sheet.name === sheet.name && copied.version === state.version ? copied.area : null;
  const cell = cellAt(sheet, here.row, here.column);
  const frozen = styles?.frozenRows ?? 0;
  const pinned = useMemo(() => pinnedRows(props.header, frozen), [props.header, frozen]);
  return (
    <>
      <FormulaBar
        sheet={sheet}
        here={here}
        said={
          summary !== ""
            ? `已选中${summary}`
            : said !== null && said.version === state.version
              ? said.text
              : ""
        }
        onCommit={editing.finish}
        onCancel={focus}
        onTyping={book.typing}
      />
      {finding && (
        <FindBar
          sheet={sheet}
          here={here}
          field={finder}
          onGo={selected.select}
          onClose={() => {
            setFinding(false);
            focus();
          }}
        />
      )}
      <EditorContext value={editing.actions}>
        <SheetView
          sheet={sheet}
          styles={styles}
          layout={layout}
          zoom={zoom}
          marks={marks}
          here={here}
          area={area}
          focus={selected.single ? here : range.focus}
          copied={copiedHere}
          editing={editing.editing?.at ?? null}
          pinned={pinned}
          scroller={scroller}
          table={table}
          handlers={{
            onKeyDown: editing.onKeyDown,
            onMouseDown,
            onDoubleClick: (event) => {
              const at = placeUnder(event.target);
              if (at !== null && !inField(event)) editing.edit({ ...here, ...at });
            },
            onCopy: (event) => {
              if (!inField(event)) clipboard.onCopy(event);
            },
            onCut: (event) => {
              if (!inField(event)) clipboard.onCut(event);
            },
            onPaste: (event) => {
              if (!inField(event)) clipboard.onPaste(event);
            },
          }}
          heads={{
            onPick: (column, stretch) => {
              editing.settle();
              const [left, right] = stretch
                ? [Math.min(column, here.column), Math.max(column, here.column)]
                : [column, column];
              selected.selectArea({ ...usedArea(sheet), left, right }, "first", true);
            },
            onDrag: (column, width) => {
              setDragged({ column, width });
            },
            onDone: (column, width) => {
              widthTo(column, charactersOf(width, styles, zoom));
            },
            onFit: (column) => {
              widthTo(column, fittingWidth(sheet, styles, column));
            },
          }}
          over={
            choices !== null &&
            editing.editing === null && (
              <CellChoices
                key={a1(here)}
                items={choices}
                current={formatCell(cell?.value ?? null, cell?.format)}
                label={a1(here)}
                cell={cellId(here.row, here.column)}
                open={choosing}
                onOpen={setChoosing}
                onPick={(item) => {
                  if (item !== entryText(cell)) editing.finish(here, item, staying);
                }}
                onLeave={focus}
              />
            )
          }
        />
      </EditorContext>
      <PrintSheet sheet={sheet} styles={styles} marks={marks} header={props.header} />
    </>
  );
}

/** Rows that the file freezes, as long as they are few; else the titles alone. */
function pinnedRows(header: number | null, frozen: number): readonly number[] {
  if (frozen > 0 && frozen <= 6) return Array.from({ length: frozen }, (_, n) => n + 1);
  return header === null ? [] : [header];
}
