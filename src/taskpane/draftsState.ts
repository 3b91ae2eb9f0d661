import type { Change } from "../app/planChange";
import type { FactDraft } from "./factDraft";

/** What is being typed into the fields of facts, as plain data; every view shows the same. */
export interface DraftsState {
  /** By fact id: what was typed and not yet written. */
  readonly drafts: Readonly<Record<string, FactDraft>>;
  /** What of it is on its way into the workbook. */
  readonly sent: Readonly<Record<string, FactDraft>>;
}

/** What is typed for one form, and not written, as it may be kept outside the pane. */
export interface KeptDrafts {
  readonly sheet: string;
  readonly drafts: DraftsState["drafts"];
}

export const noDrafts: DraftsState = { drafts: {}, sent: {} };

export type DraftsIntent =
  | { readonly kind: "draft"; readonly factId: string; readonly draft: FactDraft }
  | { readonly kind: "dropDraft"; readonly factIds: readonly string[] };

export type DraftsNews = { readonly kind: "factWritten"; readonly factIds: readonly string[] };

type DraftsEvent = DraftsIntent | DraftsNews | Extract<Change, { readonly kind: "answer" | "confirm" }>;

/** The slice of the pane's state that drafts live in. Pure. */
export function reduceDrafts({ drafts, sent }: DraftsState, event: DraftsEvent): DraftsState {
  switch (event.kind) {
    case "draft":
      return { drafts: { ...drafts, [event.factId]: event.draft }, sent };
    case "dropDraft":
      return { drafts: without(drafts, event.factIds), sent };
    case "answer":
    case "confirm": {
      const going = event.answers.flatMap(({ factId }) => {
        const draft = drafts[factId];
        return draft === undefined ? [] : [[factId, draft] as const];
      });
      return { drafts, sent: { ...sent, ...Object.fromEntries(going) } };
    }
    case "factWritten": {
      // What was typed on meanwhile is not what was written.
      const done = event.factIds.filter((id) => {
        const [now, then] = [drafts[id], sent[id]];
        return now === undefined || then === undefined || isSameDraft(now, then);
      });
      return { drafts: without(drafts, done), sent: without(sent, event.factIds) };
    }
  }
}

function isSameDraft(one: FactDraft, other: FactDraft): boolean {
  return (
    one.text === other.text &&
    one.notApplicable === other.notApplicable &&
    one.reason === other.reason &&
    one.months.every((month, at) => month === other.months[at])
  );
}

function without<T>(
  record: Readonly<Record<string, T>>,
  ids: readonly string[],
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));
}
