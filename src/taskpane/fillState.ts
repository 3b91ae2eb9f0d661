import type { GatheredFact } from "../facts/gatheredFact";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import type { DraftsNews, DraftsIntent } from "./draftsState";
import type { FactDraft } from "./factDraft";

/** What the view 逐项填写 shows beside the drafts, as plain data. */
export interface FillState {
  /** Fact ids that were asked, or answered, since the view was first opened: what is done stays in its place. */
  readonly listed: readonly string[];
  /** The fact that the keyboard is at. */
  readonly at: string | null;
  /** Fact ids whose fields were left: their drafts are answers, or wrong; the others are half typed. */
  readonly given: readonly string[];
  /** A pasted column that stands in the drafts and is neither written nor taken back. */
  readonly pasted: Pasted | null;
}

interface Pasted {
  /** By fact id: the draft that was there before. */
  readonly before: Readonly<Record<string, FactDraft | null>>;
  /** What was filled in and what was not, in Chinese. */
  readonly said: string;
}

export const nothingGiven: FillState = { listed: [], at: null, given: [], pasted: null };

type Drafts = Readonly<Record<string, FactDraft>>;

export type FillIntent =
  /** Opens the view. */
  | { readonly kind: "showFill" }
  | { readonly kind: "fillAt"; readonly factId: string }
  /** * These fields were left as they are: written soon, together with others; now: at once. */
  | { readonly kind: "give"; readonly drafts: Drafts; readonly now?: true }
  /** A column was pasted over the fields of these facts. */
  | { readonly kind: "pasteAnswers"; readonly drafts: Drafts; readonly said: string }
  | { readonly kind: "undoPaste" };

type FillEvent = FillIntent | DraftsIntent | DraftsNews | { readonly kind: "scorecardRead" };

/** The slice of the pane's state that the view lives in, given what was last read and typed. Pure. */
export function reduceFill(
  state: FillState,
  event: FillEvent,
  { scorecard, drafts }: { readonly scorecard: Scorecard | null; readonly drafts: Drafts },
): FillState {
  switch (event.kind) {
    case "showFill":
    case "scorecardRead": {
      if (scorecard === null || (event.kind === "scorecardRead" && state.listed.length === 0)) return state;
      const asked = scorecard.rows.flatMap((row) => row.facts.filter((fact) => isAsked(row, fact)));
      return {
        ...state,
        listed: joined(
          state.listed,
          asked.map(({ id }) => id),
        ),
      };
    }
    case "fillAt":
      return { ...state, at: event.factId };
    case "give": {
      const ids = Object.keys(event.drafts);
      return {
        ...state,
        listed: joined(state.listed, ids),
        given: joined(state.given, ids),
        pasted: withoutPasted(state.pasted, ids),
      };
    }
    case "pasteAnswers": {
      const now = Object.keys(event.drafts).map((id) => [id, drafts[id] ?? null] as const);
      const before = { ...Object.fromEntries(now), ...state.pasted?.before };
      const given = state.given.filter((id) => !(id in event.drafts));
      return { ...state, given, pasted: { before, said: event.said } };
    }
    case "undoPaste":
      return { ...state, pasted: null };
    case "draft":
      return {
        ...state,
        given: state.given.filter((id) => id !== event.factId),
        pasted: withoutPasted(state.pasted, [event.factId]),
      };
    case "dropDraft":
    case "factWritten":
      return {
        ...state,
        given: state.given.filter((id) => !event.factIds.includes(id)),
        pasted: withoutPasted(state.pasted, event.factIds),
      };
  }
}

/** The drafts with a pasted column in them, or without it again. */
export function pastedDrafts(
  drafts: Drafts,
  event: Extract<FillIntent, { readonly kind: "pasteAnswers" | "undoPaste" }>,
  pasted: FillState["pasted"],
): Drafts {
  if (event.kind === "pasteAnswers") return { ...drafts, ...event.drafts };
  const before = pasted?.before ?? {};
  return Object.fromEntries(
    Object.entries(drafts).flatMap(([id, draft]) => {
      const back = id in before ? before[id] : draft;
      return back === null || back === undefined ? [] : [[id, back]];
    }),
  );
}

/** Whether the row waits for it, or what stands there for it cannot be used. */
export function isAsked(row: ScorecardRow, fact: GatheredFact): boolean {
  return fact.problem !== null || row.questions.some(({ factId }) => factId === fact.id);
}

/** Over what may be given instead of what is asked. */
export const insteadWords = "没有以上数据？改填其他数据";

function joined(one: readonly string[], other: readonly string[]): readonly string[] {
  return Array.from(new Set([...one, ...other]));
}

function withoutPasted(pasted: FillState["pasted"], ids: readonly string[]): FillState["pasted"] {
  if (pasted === null) return null;
  const before = Object.entries(pasted.before).filter(([id]) => !ids.includes(id));
  return before.length === 0 ? null : { ...pasted, before: Object.fromEntries(before) };
}
