import { matchPhrases } from "../../src/facts/matchPhrases";
import type { FactValue } from "../../src/rules/fact";
import { factSpecs, type RubricRowId } from "../../src/rubric/factSpecs";
import { phrases } from "../../src/rubric/phrases";

/** The facts that the words of one 评分依据 give, by key; "?" marks words that are only asked about. */
export function factsIn(row: RubricRowId, words: string): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Array.from(matchPhrases(words, row, factSpecs[row], phrases)).map(([key, one]) => [
      key,
      "doubt" in one ? "?" : one.value,
    ]),
  );
}
