import type { Change } from "../app/planChange";
import { groupFindings } from "../findings/causes";
import type { MendedCell } from "../edits/planMend";
import type { Finding } from "../findings/finding";

/** What the view 报送前自查 shows, as plain data. */
export interface FindingsState {
  /** null: not checked yet. */
  readonly list: readonly Finding[] | null;
  /** The form was read again since: what the list says may be gone, and something else may be there. */
  readonly stale: boolean;
  /** Keys of the check before, while there was one: what is new since, and how much is gone. */
  readonly before: readonly string[] | null;
  /** Key of the finding that is unfolded. */
  readonly current: string | null;
  /** Marks of findings stand in the sheets. */
  readonly marked: boolean;
  /** The report that the form is held against: the file's name, "粘贴的文字", or null. */
  readonly report: string | null;
  /** The workbooks that it is held against; not matched: they hold nothing of it. */
  readonly books: readonly { readonly file: string; readonly matched: boolean }[];
  /** What 采用 wrote, the last one last: 撤销 takes them back one by one. */
  readonly mended: readonly (readonly MendedCell[])[];
}

export const noFindings: FindingsState = {
  list: null,
  stale: false,
  before: null,
  current: null,
  marked: false,
  report: null,
  books: [],
  mended: [],
};

type FindingsChangeKind =
  "dismissFinding" | "markFindings" | "clearFindingMarks" | "exportFindings" | "mendFindings" | "unmend";

export type FindingsIntent =
  /** * Opens the view and checks. */
  | { readonly kind: "showFindings" }
  /** * Unfolds one and selects its cell. */
  | { readonly kind: "pickFinding"; readonly key: string }
  | Extract<Change, { readonly kind: FindingsChangeKind }>
  /** * The text of a report, pasted; "" takes it away again. */
  | { readonly kind: "pasteReport"; readonly text: string }
  /** * A report's file: .docx or .txt. */
  | { readonly kind: "openReport"; readonly name: string; readonly bytes: Uint8Array }
  /** * A workbook with the approved goals or the form of the year before: .xlsx. */
  | { readonly kind: "openGoals"; readonly name: string; readonly bytes: Uint8Array }
  /** * No longer held against this one. */
  | { readonly kind: "dropGoals"; readonly name: string };

export type FindingsNews =
  | ({
      readonly kind: "findingsRead";
      readonly list: readonly Finding[];
    } & Pick<FindingsState, "marked" | "report" | "books">)
  /** What 采用 has written; null: the last of it was taken back. */
  | { readonly kind: "findingsMended"; readonly mended: readonly MendedCell[] | null };

/** The slice of the pane's state that the findings live in. Pure. */
export function reduceFindings(state: FindingsState, event: FindingsIntent | FindingsNews): FindingsState {
  if (event.kind === "pickFinding") {
    return { ...state, current: event.key === state.current ? null : event.key };
  }
  if (event.kind === "findingsMended") {
    const { mended } = event;
    return { ...state, mended: mended === null ? state.mended.slice(0, -1) : [...state.mended, mended] };
  }
  if (event.kind !== "findingsRead") return state;
  const { list, marked, report, books } = event;
  const current = list.some(({ key }) => key === state.current) ? state.current : null;
  const before = state.list?.map(({ key }) => key) ?? null;
  return { ...state, list, stale: false, before, marked, report, books, current };
}

/** The open finding so many places further on, from the current one; null where there is none. */
export function stepFinding({ list, current }: FindingsState, by: 1 | -1): Finding | null {
  const open = groupFindings((list ?? []).filter(({ dismissed }) => dismissed === null)).flatMap(
    ({ findings }) => findings,
  );
  const at = open.findIndex(({ key }) => key === current);
  if (at < 0) return (by === 1 ? open[0] : open.at(-1)) ?? null;
  return open[at + by] ?? null;
}

/** What the last check changed: "新增2处，已解决3处，未变20处"; "" for the first one. */
export function sinceBefore({ list, before }: Pick<FindingsState, "list" | "before">): string {
  if (list === null || before === null) return "";
  const now = new Set(list.map(({ key }) => key));
  const known = before.filter((key) => now.has(key)).length;
  const [added, gone] = [now.size - known, before.length - known];
  return added + gone === 0
    ? "与上次自查相同。"
    : `与上次自查相比：新增${added}处，已解决${gone}处，未变${known}处。`;
}
