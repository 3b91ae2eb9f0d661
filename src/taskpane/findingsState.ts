import type { Change } from "../app/planChange";
import type { Finding } from "../findings/finding";

/** What the view 报送前自查 shows, as plain data. */
export interface FindingsState {
  /** null: not checked yet. */
  readonly list: readonly Finding[] | null;
  /** Key of the finding that is unfolded. */
  readonly current: string | null;
  /** Marks of findings stand in the sheets. */
  readonly marked: boolean;
  /** The report that the form is held against: the file's name, "粘贴的文字", or null. */
  readonly report: string | null;
}

export const noFindings: FindingsState = { list: null, current: null, marked: false, report: null };

export type FindingsIntent =
  /** * Opens the view and checks. */
  | { readonly kind: "showFindings" }
  /** * Unfolds one and selects its cell. */
  | { readonly kind: "pickFinding"; readonly key: string }
  | Extract<
      Change,
      { readonly kind: "dismissFinding" | "markFindings" | "clearFindingMarks" | "exportFindings" }
    >
  /** * The text of a report, pasted; "" takes it away again. */
  | { readonly kind: "pasteReport"; readonly text: string }
  /** * A report's file: .docx or .txt. */
  | { readonly kind: "openReport"; readonly name: string; readonly bytes: Uint8Array };

export interface FindingsNews extends Pick<FindingsState, "marked" | "report"> {
  readonly kind: "findingsRead";
  readonly list: readonly Finding[];
}

/** The slice of the pane's state that the findings live in. Pure. */
export function reduceFindings(state: FindingsState, event: FindingsIntent | FindingsNews): FindingsState {
  if (event.kind === "pickFinding") {
    return { ...state, current: event.key === state.current ? null : event.key };
  }
  if (event.kind !== "findingsRead") return state;
  const { list, marked, report } = event;
  const current = list.some(({ key }) => key === state.current) ? state.current : null;
  return { list, marked, report, current };
}

/** The open finding so many places further on, from the current one; null where there is none. */
export function stepFinding({ list, current }: FindingsState, by: 1 | -1): Finding | null {
  const open = (list ?? []).filter(({ dismissed }) => dismissed === null);
  const at = open.findIndex(({ key }) => key === current);
  if (at < 0) return (by === 1 ? open[0] : open.at(-1)) ?? null;
  return open[at + by] ?? null;
}
