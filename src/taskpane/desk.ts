import type { Change } from "../app/planChange";
import type { Finding } from "../findings/finding";
import type { Against } from "./against";
import type { Scorecard } from "../scorecard/scorecard";
import type { LedgerIntent } from "./paneEvent";
import type { Watch } from "../workbook/port";

/** A change of the form that is shown, or of all: 全部计算, 项目台账. */
export type DeskChange = Change | LedgerIntent | { readonly kind: "scoreAll" };

/** The work on the workbook behind the pane: read and score, show, write. */
export interface Desk {
  /** Reads, brings what we wrote up to date where the host allows it, and shows. settled: the user has paused after
   * a change, so it is also done where writing costs him his undo history, if he has switched that on. */
  readonly refresh: (watch?: Watch, when?: "settled") => Promise<void>;
  /** Writes again those formulas of ours that the product has lost, and shows. */
  readonly repair: (watch?: Watch) => Promise<void>;
  /** Reads, plans and writes what a change wants, and shows. */
  readonly change: (wanted: DeskChange, watch?: Watch) => Promise<void>;
  /** The form on this sheet is the one to work on. */
  readonly pickForm: (sheet: string) => void;
  /** The form of a sheet that was selected, itself or its working paper, where another is shown; null: none is to be. */
  readonly formToFollow: (sheet: string) => string | null;
  /** Whether every reading is checked, too: the view of the findings is open. */
  readonly watchFindings: (on: boolean) => void;
  /** What the form is held against from now on, made of what it was held against before. */
  readonly holdAgainst: (next: (before: Against) => Against) => void;
  /** The findings that are shown; null: nothing was checked yet. */
  readonly findings: () => readonly Finding[] | null;
  /** The scorecard that is shown. */
  readonly shown: () => Scorecard | null;
  /** A change was told. Whether it is to be read now: while we write it comes back as our own, and is read at the end of
   * the action anyway. */
  readonly hear: () => boolean;
}
