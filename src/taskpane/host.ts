import type { CellAddress } from "../workbook/cell";
import type { EditPlan } from "../workbook/edit";
import type { News, SheetPick } from "../app/news";
import type { Edition } from "../editions/edition";
import type { Outcome, WorkbookPort } from "../workbook/port";

/** Ends a subscription. */
type Unsubscribe = () => void;

/** The colours of the pane's surroundings. */
export interface PaneTheme {
  readonly isDark: () => boolean;
  readonly onTheme: (listener: () => void) => Unsubscribe;
}

/** How long nothing must have changed, in milliseconds. */
export interface Pauses {
  /** Before what changed is read: Excel reports one paste as many changes. */
  readonly calm: number;
  /** Before anything is written behind whoever types, where he has switched that on: he is not typing on. */
  readonly settled: number;
  /** Before answers that were given one by one are written together. */
  readonly given: number;
}

/**
 * Where the pane lives: Excel, or the workbench page. All that the pane knows of its surroundings; nothing in here
 * names a spreadsheet product, and no call ever rejects.
 */
export interface Host {
  readonly port: WorkbookPort;
  /** The sheet in front; null: nobody can say just now. Absent: this host never can. */
  readonly front?: () => Promise<string | null>;
  /** Selects a cell and brings it into view, without taking the keyboard away from the pane. */
  readonly select: (at: CellAddress) => Promise<Outcome<null>>;
  /** The user selected a cell. */
  readonly onSelection: (listener: (at: CellAddress) => void) => Unsubscribe;
  /** Something in the workbook was edited (also by us: the pane tells its own edits apart by waiting for them). */
  readonly onChange: (listener: () => void) => Unsubscribe;
  /** Changes may have gone by untold: the next reading begins anew. Absent: every reading does. */
  readonly forget?: () => void;
  /** A ribbon command has run, or asks for something that only the pane can show. */
  readonly onNews: (listener: (news: News) => void) => Unsubscribe;
  /** Where the form that was picked is kept for others of this page; absent: the pane keeps it for itself. */
  readonly pick?: SheetPick;
  /** The page goes out of sight, maybe for good: what is begun now may still be done. Absent: nobody can say. */
  readonly onLeave?: (listener: () => void) => Unsubscribe;
  /** Those of the product unless told. */
  readonly pauses?: Pauses;
  /** Editions to choose from; those of the product unless told. */
  readonly editions?: readonly Edition[];
  /** Puts right what the product itself broke in our formulas; null: it breaks none. */
  readonly repair: {
    /** How many were found broken when the workbook was last read. */
    readonly count: () => number;
    readonly run: () => Promise<Outcome<unknown>>;
  } | null;
  /** A 报送版 is a file of its own; absent: this host can make none. */
  readonly copies?: {
    /** The workbook as a file, with everything that is not saved yet. */
    readonly bytes: () => Promise<Outcome<Uint8Array>>;
    /** Opens a new workbook, or saves a new file. */
    readonly open: (bytes: Uint8Array, suffix: string) => Promise<Outcome<null>>;
  };
  /** Hands the browser a file; whether it keeps it nobody is told. Absent: this host can make none. */
  readonly saveText?: (text: string, name: string) => void;
  /** False when the clipboard cannot be written. */
  readonly copyText: (text: string) => Promise<boolean>;
  /**
   * Applies a plan as a part of the last change, so that one undo takes both back; null where the host has no undo
   * of its own. In Excel writing clears the user's undo history, so there he is told that the scores in the sheet
   * are out of date instead of having them written again behind every edit.
   */
  readonly amend: ((plan: EditPlan) => Promise<Outcome<null>>) | null;
}
