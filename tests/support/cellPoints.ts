import type { FactSet } from "../../src/criteria/fact";
import { twofoldsOf } from "../../src/criteria/twofold";
import { matchPhrases } from "../../src/facts/matchPhrases";
import type { EditionRow } from "../../src/editions/edition";
import type { Worth } from "../../src/facts/gatheredFact";
import { pointsOf, withoutMisjudged } from "../../src/facts/saidScore";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { ruleOf } from "../../src/scorecard/chooseRule";
import { editionRow } from "./editionRow";

/** The facts that the words of one 评分依据 of a form of 2023 give by themselves. */
export function factValues(id: string, words: string): FactSet {
  const row = editionRow(id);
  const read = matchPhrases(words, row.asks, row.words, {
    year: 2023,
    twofold: twofoldsOf(row.criterion),
    standard: row.clause,
  });
  const found = withoutMisjudged(words, read, row.asks, worthOf(row));
  return Object.fromEntries(
    Array.from(found).flatMap(([key, one]) =>
      "value" in one ? [[key, { value: one.value, at: null, reason: one.quote }]] : [],
    ),
  );
}

/** The points that the words of one 评分依据 give; "ask" where they do not. */
export function cellPoints(id: string, words: string): number | "ask" {
  const row = editionRow(id);
  const points = pointsOf(worthOf(row), factValues(id, words));
  return points === null ? "ask" : Number(points.toPrecision(12));
}

function worthOf(row: EditionRow): Worth {
  return { rule: ruleOf(row, guangzhou2023), weight: row.weight, settings: {} };
}
