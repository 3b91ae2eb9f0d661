import type { Scorecard } from "../scorecard/scorecard";

/** What the view 生成评分依据 keeps beside the drafts, which are made of the scorecard: plain data. */
export interface WordingState {
  /** By the keys of the rows: a draft as the person has changed it, not yet written. */
  readonly texts: Readonly<Record<string, string>>;
  /** The row (of the form) that the keyboard is at. */
  readonly at: number | null;
}

export const nothingWorded: WordingState = { texts: {}, at: null };

export type WordingIntent =
  /** Opens the view; at: at this row of the form. */
  | { readonly kind: "showWording"; readonly at?: number }
  | { readonly kind: "wordingAt"; readonly row: number }
  /** null: back to the draft. */
  | { readonly kind: "changeWording"; readonly ruleKey: string; readonly text: string | null };

/** The slice of the pane's state that the view lives in. Pure. */
export function reduceWording(
  state: WordingState,
  event: WordingIntent | { readonly kind: "scorecardRead"; readonly scorecard: Scorecard },
): WordingState {
  switch (event.kind) {
    case "showWording":
      return event.at === undefined ? state : { ...state, at: event.at };
    case "wordingAt":
      return { ...state, at: event.row };
    case "changeWording": {
      const { ruleKey, text } = event;
      const others = Object.entries(state.texts).filter(([key]) => key !== ruleKey);
      return {
        ...state,
        texts: Object.fromEntries(text === null ? others : [...others, [ruleKey, text] as const]),
      };
    }
    case "scorecardRead": {
      // What was written stands in the cell, as the person's words or as a draft in them.
      const written = new Set(
        event.scorecard.rows.flatMap(({ ruleKey, basis }) => {
          const text = state.texts[ruleKey]?.trim() ?? "";
          const rest =
            basis?.draft === null ? text : text.replace(basis?.draft.text.replace(/^[。\n]/u, "") ?? "", "");
          return text !== "" && basis !== null && basis.words.endsWith(rest.trim()) ? [ruleKey] : [];
        }),
      );
      if (written.size === 0) return state;
      const texts = Object.entries(state.texts).filter(([key]) => !written.has(key));
      return { ...state, texts: Object.fromEntries(texts) };
    }
  }
}
