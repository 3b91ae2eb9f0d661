import { matchPhrases } from "../../src/facts/matchPhrases";
import type { FactValue } from "../../src/criteria/fact";
import { editionRow } from "../support/editionRow";

/** The facts that the words of one 评分依据 give, by key. */
export function takenFrom(row: string, words: string): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(Object.entries(factsIn(row, words)).filter(([, value]) => value !== "?"));
}

/** The same, with "?" for words that are only asked about. */
export function factsIn(row: string, words: string): Readonly<Record<string, FactValue>> {
  const { asks, words: patterns } = editionRow(row);
  return Object.fromEntries(
    Array.from(matchPhrases(words, asks, patterns)).map(([key, one]) => [
      key,
      "doubt" in one ? "?" : one.value,
    ]),
  );
}
