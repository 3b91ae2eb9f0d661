import { twofoldsOf } from "../../src/criteria/twofold";
import type { WordsFound } from "../../src/facts/gatheredFact";
import { matchPhrases } from "../../src/facts/matchPhrases";
import { quoteRuns } from "../../src/taskpane/textRuns";
import { leftOut, type Quotation } from "../../src/words/quotation";
import { editionRow } from "../support/editionRow";

/** What the words of one 评分依据 of a form of 2023 say about the facts of its row, by key. */
export function foundIn(id: string, words: string): ReadonlyMap<string, WordsFound> {
  const row = editionRow(id);
  return matchPhrases(words, row.asks, row.words, { year: 2023, twofold: twofoldsOf(row.criterion) });
}

const brackets = { taken: "[]", unused: "{}", unread: "<>", context: "" } as const;

/** A quotation as it is shown: [taken], {read, and not taken}, <not understood>. */
export function shown(quotation: Quotation): string {
  return quoteRuns(quotation)
    .map((runs) =>
      runs.map(({ text, use }) => `${brackets[use].charAt(0)}${text}${brackets[use].charAt(1)}`).join(""),
    )
    .join(leftOut);
}
