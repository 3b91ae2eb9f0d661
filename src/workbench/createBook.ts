import { openXlsx, type XlsxWorkbook } from "../adapters/xlsx/openXlsx";
import { readStyles, type SheetStyles } from "../adapters/xlsx/readStyles";
import { functionTable } from "../functions/functionTable";
import type { KeptDrafts } from "../taskpane/draftsState";
import type { CellAddress } from "../workbook/cell";
import type { EditPlan } from "../workbook/edit";
import { saveFile, type OpenedFile, type Saved } from "./saveFile";
import { succeed, type Outcome } from "../workbook/port";
import type { Snapshot } from "../workbook/snapshot";

/** What the page draws of an open workbook; a new object after every change. */
export interface BookState {
  readonly snapshot: Snapshot;
  readonly styles: ReadonlyMap<string, SheetStyles>;
  readonly active: CellAddress;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Changed since it was opened or saved. */
  readonly unsaved: boolean;
  /** How often it was changed. */
  readonly version: number;
}

/** An open workbook of the page, with its undo: each step is the file as it was before. */
export interface Book {
  readonly name: string;
  readonly state: () => BookState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly select: (at: CellAddress, by: "user" | "pane") => void;
  readonly onSelection: (listener: (at: CellAddress) => void) => () => void;
  /** The user edited, undid or redid something: not told for the pane's own writing. */
  readonly onEdit: (listener: () => void) => () => void;
  /** amend: the last change goes on, one undo takes both back. */
  readonly apply: (plan: EditPlan, by: "user" | "pane" | "amend") => Promise<Outcome<null>>;
  readonly writable: XlsxWorkbook["writable"];
  /** Told by the sheet: something is typed that is not in the workbook yet, and what writes it; null: nothing is. */
  readonly typing: (write: (() => void) | null) => void;
  readonly isTyping: () => boolean;
  /** Told by the pane: whether something is typed there that is not in the workbook, and the answers among it. */
  readonly typedInPane: (typed: boolean, answers: KeptDrafts | null) => void;
  readonly isTypedInPane: () => boolean;
  readonly answersInPane: () => KeptDrafts | null;
  /** Writes what is being typed. */
  readonly settle: () => Promise<void>;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The file that it was opened from, where it can be written back; null: a download is all there is. */
  readonly file: OpenedFile | null;
  /** Writes it into the opened file, or hands it over as a download. */
  readonly save: () => Promise<Saved>;
  /** What would be saved; it does not count as saved. */
  readonly bytes: () => Uint8Array;
}

/** Where a workbook comes from. */
export interface BookOrigin {
  readonly file: OpenedFile | null;
  /** It was kept in this browser and has never been saved. */
  readonly unsaved: boolean;
  /** Answers that were typed in the pane then, and not written. */
  readonly answers: KeptDrafts | null;
}

const mostSteps = 60;

const download: BookOrigin = { file: null, unsaved: false, answers: null };

export function createBook(name: string, bytes: Uint8Array, origin = download): Outcome<Book> {
  const opened = openXlsx(bytes, { functions: functionTable });
  if (!opened.ok) return opened;
  let workbook: XlsxWorkbook = opened.value;
  const past: Uint8Array[] = [];
  const future: Uint8Array[] = [];
  let version = 0;
  let savedVersion = origin.unsaved ? -1 : 0;
  let file = origin.file;
  // One after the other: two at once would take each other for another program.
  let saving: Promise<unknown> = Promise.resolve();
  let applying: Promise<unknown> = Promise.resolve();
  let typed: (() => void) | null = null;
  let inPane = false;
  let answers = origin.answers;
  const drawn = new Set<() => void>();
  const selected = new Set<(at: CellAddress) => void>();
  const edited = new Set<() => void>();
  let state = draw(firstCell(workbook.snapshot()));

  function draw(active: CellAddress): BookState {
    const snapshot = workbook.snapshot();
    const styles = readStyles(workbook.save());
    const there = snapshot.sheets.some(
      (sheet) => sheet.name === active.sheet && sheet.visibility === "visible",
    );
    return {
      snapshot,
      styles: styles.ok ? styles.value : new Map(),
      active: there ? active : firstCell(snapshot),
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      unsaved: version !== savedVersion,
      version,
    };
  }

  function redraw(active = state.active): void {
    state = draw(active);
    for (const listener of drawn) listener();
  }

  function goBack(from: Uint8Array[], to: Uint8Array[]): void {
    const before = from.at(-1);
    const reopened = before === undefined ? null : openXlsx(before, { functions: functionTable });
    if (reopened === null || !reopened.ok) return;
    from.pop();
    to.push(workbook.save());
    workbook = reopened.value;
    version += 1;
    redraw();
    for (const listener of edited) listener();
  }

  async function applyNow(plan: EditPlan, by: "user" | "pane" | "amend"): Promise<Outcome<null>> {
    const before = workbook.save();
    const outcome = await workbook.apply(plan);
    if (!outcome.ok) return outcome;
    if (by !== "amend") past.push(before);
    if (past.length > mostSteps) past.shift();
    future.length = 0;
    version += 1;
    redraw();
    if (by === "user") for (const listener of edited) listener();
    return outcome;
  }

  async function writeOut(): Promise<Saved> {
    // What is typed while the file is being written is not in it.
    const [content, ofVersion] = [workbook.save(), version];
    const done = await saveFile(name, content, file);
    if (done.how === "file") file = done.file;
    savedVersion = ofVersion;
    redraw();
    return done;
  }

  return succeed({
    name,
    state: () => state,
    subscribe: (listener) => subscribed(drawn, listener),
    onSelection: (listener) => subscribed(selected, listener),
    onEdit: (listener) => subscribed(edited, listener),
    select: (at, by) => {
      state = { ...state, active: at };
      for (const listener of drawn) listener();
      if (by === "user") for (const listener of selected) listener(at);
    },
    apply: (plan, by) => {
      const done = applyNow(plan, by);
      applying = done;
      return done;
    },
    typing: (write) => {
      typed = write;
    },
    isTyping: () => typed !== null,
    typedInPane: (now, then) => {
      inPane = now;
      answers = then;
      for (const listener of drawn) listener();
    },
    isTypedInPane: () => inPane,
    answersInPane: () => answers,
    settle: async () => {
      typed?.();
      await applying;
    },
    writable: (plan) => workbook.writable(plan),
    undo: () => {
      goBack(past, future);
    },
    redo: () => {
      goBack(future, past);
    },
    bytes: () => workbook.save(),
    get file() {
      return file;
    },
    save: () => {
      const next = saving.then(writeOut);
      saving = next;
      return next;
    },
  });
}

function firstCell(snapshot: Snapshot): CellAddress {
  const sheet = snapshot.sheets.find((one) => one.visibility === "visible") ?? snapshot.sheets[0];
  return { sheet: sheet?.name ?? "", row: 1, column: 1 };
}

function subscribed<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
