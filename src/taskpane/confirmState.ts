import type { Change } from "../app/planChange";
import { type GatheredFact, asSeen, isAsSeen, type SeenFact } from "../facts/gatheredFact";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";

/** What the view 全部核对确认 shows, as plain data. */
export interface ConfirmState {
  /** Fact ids that waited since the view was first opened: what is done stays in its place. */
  readonly listed: readonly string[];
  /** The fact that the keyboard is at. */
  readonly at: string | null;
  /** By fact id: what was said of it and is not yet written. */
  readonly said: Readonly<Record<string, SaidOfFact>>;
  /** By fact id: what has been on the screen with its whole quote. */
  readonly shown: Readonly<Record<string, SeenFact>>;
}

/** 是 or 不是, of the words as they were seen. */
interface SaidOfFact {
  readonly is: boolean;
  readonly seen: SeenFact;
}

export const nothingSaid: ConfirmState = { listed: [], at: null, said: {}, shown: {} };

export type ConfirmIntent =
  /** Opens the view. */
  | { readonly kind: "showConfirm" }
  /** null: taken back. */
  | { readonly kind: "sayOfFact"; readonly factId: string; readonly said: SaidOfFact | null }
  | { readonly kind: "confirmAt"; readonly factId: string }
  | { readonly kind: "quotesShown"; readonly seen: readonly SeenFact[] };

type ConfirmEvent = ConfirmIntent | { readonly kind: "scorecardRead" };

/** The slice of the pane's state that the view lives in, given what was last read. Pure. */
export function reduceConfirm(
  state: ConfirmState,
  event: ConfirmEvent,
  scorecard: Scorecard | null,
): ConfirmState {
  switch (event.kind) {
    case "sayOfFact":
      return {
        ...state,
        at: event.factId,
        said: Object.fromEntries([
          ...Object.entries(state.said).filter(([id]) => id !== event.factId),
          ...(event.said === null ? [] : [[event.factId, event.said] as const]),
        ]),
      };
    case "confirmAt":
      return { ...state, at: event.factId };
    case "quotesShown": {
      const shown = event.seen.map((seen) => [seen.factId, seen] as const);
      return { ...state, shown: { ...state.shown, ...Object.fromEntries(shown) } };
    }
    case "showConfirm":
    case "scorecardRead": {
      if (scorecard === null || (event.kind === "scorecardRead" && state.listed.length === 0)) return state;
      const waiting = scorecard.rows.flatMap((row) => row.facts.filter((fact) => isWaiting(row, fact)));
      const now = new Map(waiting.map((fact) => [fact.id, fact]));
      // Of other words nothing was said.
      const said = Object.entries(state.said).filter(([id, { seen }]) => isAsSeen(now.get(id), seen));
      return {
        ...state,
        listed: Array.from(new Set([...state.listed, ...now.keys()])),
        said: said.length === Object.keys(state.said).length ? state.said : Object.fromEntries(said),
      };
    }
  }
}

/** Read from words, not confirmed, and the row counts on it, or may come to. */
export function isWaiting(row: ScorecardRow, fact: GatheredFact): boolean {
  return fact.state === "extracted" && (row.unconfirmed > 0 || row.points === null);
}

export function countWaiting({ rows }: Scorecard): number {
  return rows.reduce((sum, row) => sum + row.facts.filter((fact) => isWaiting(row, fact)).length, 0);
}

/** Whether it may be confirmed with all others: a person had its words on the screen as they are now, or ticked it. */
export function wasShown({ said, shown }: ConfirmState, fact: GatheredFact): boolean {
  const seen = said[fact.id]?.is === true ? said[fact.id]?.seen : shown[fact.id];
  return fact.source === null || (seen !== undefined && isAsSeen(fact, seen));
}

/** 确认 of facts as they are shown. */
export function confirmIntent(facts: readonly GatheredFact[]): Extract<Change, { readonly kind: "confirm" }> {
  return { kind: "confirm", seen: facts.flatMap((fact) => asSeen(fact) ?? []), refused: [], answers: [] };
}
