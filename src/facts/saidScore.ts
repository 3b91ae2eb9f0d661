import type { FactSet, FactSpec } from "../criteria/fact";
import { oncePerText } from "../words/oncePerText";
import { tidy } from "../quantity/tidy";
import { quotationOf, quotingAlso, type Stretch } from "../words/quotation";
import { readCell } from "../words/readCell";
import type { Worth, WordsFound } from "./gatheredFact";

/** What facts are worth by the rule of their row; null: not even that is known. */
export function pointsOf({ rule, weight, settings }: Worth, facts: FactSet): number | null {
  if (weight === null) return null;
  const result = rule.score(facts, { weight, settings });
  if (result.outcome === "notApplicable") return weight;
  return result.outcome === "scored" ? result.points : null;
}

type Found = ReadonlyMap<string, WordsFound>;

const speaks = /不得分|得|扣/u;
const nothing = /^[^扣]*(?:不得分|得?零分|得(?:分为?)?0分)/u;
const earned = /(?<!不)得分?(?:为|是|:)?(\d{1,3}(?:\.(\d{1,6}))?)分/u;
const taken = /(?<!不)扣(?:减|除|了)?(\d{1,3}(?:\.(\d{1,6}))?)分/u;

interface SaidScore extends Stretch {
  readonly points: number;
  /** By so much it may be rounded, or cut off. */
  readonly step: number;
}

/**
 * Figures that are worth more than the cell says it scores ("完成率98%，不得分"): something else must be wrong, and nobody
 * knows what. None of them is taken. More than it is worth anybody may say; scores are no facts.
 */
export function withoutMisjudged(
  words: string,
  found: Found,
  specs: readonly FactSpec[],
  worth: Worth | undefined,
): Found {
  const weight = worth?.weight ?? null;
  if (worth === undefined || weight === null || found.size === 0 || !speaks.test(words)) return found;
  const kinds = new Map(specs.map(({ key, kind }) => [key, kind]));
  const known = Array.from(found).flatMap(([key, one]) => ("value" in one ? [{ key, ...one }] : []));
  const isMeasured = known.every(({ key }) => /^(?:rate|amount|count)$/u.test(kinds.get(key) ?? ""));
  if (known.length === 0 || !isMeasured) return found;
  const said = saidOf(
    scoresIn(words),
    weight,
    known.some(({ key }) => kinds.get(key) === "count"),
  );
  // Nothing is worth more than full marks.
  if (said === null || weight - said.points <= said.step) return found;
  const facts = known.map(({ key, value }) => [key, { value, at: null, reason: "" }] as const);
  const points = pointsOf(worth, Object.fromEntries(facts));
  if (points === null || points - said.points <= said.step + 1e-9) return found;
  const cell = readCell(words);
  const score = quotationOf(words, cell, [{ from: said.from, to: said.to, use: "unread" }]);
  const why = `写的是“${cell.text.slice(said.from, said.to)}”，而按写的数算是${tidy(Number(points.toFixed(4)))}分`;
  const doubt = `中${why}，两者不一致，未予采用：请核实后填写。`;
  return new Map(
    Array.from(found, ([key, one]) => {
      if ("doubt" in one) return [key, one] as const;
      const { quote, quotation: own } = one;
      const unused = own.words.map((each) => ({ ...each, use: "unused" as const }));
      const quotation = { ...quotingAlso(own, [score]), words: [...unused, ...score.words] };
      return [key, { doubt, quote, quotation }] as const;
    }),
  );
}

/** The scores that a cell says. */
interface Scores {
  readonly none: Stretch | null;
  readonly earned: readonly SaidScore[];
  readonly taken: readonly SaidScore[];
}

const scoresIn = oncePerText((words: string): Scores => {
  const { clauses, text } = readCell(words);
  const scores = clauses.filter(({ meaning }) => meaning === "scores");
  const wordsOf = ({ from, to }: Stretch): string => text.slice(from, to);
  const pointsBy = (pattern: RegExp): readonly SaidScore[] =>
    scores.flatMap((clause) => {
      const [, digits, decimals = ""] = pattern.exec(wordsOf(clause)) ?? [];
      const step = decimals === "" ? 0.5 : 10 ** -decimals.length;
      return digits === undefined ? [] : [{ from: clause.from, to: clause.to, points: Number(digits), step }];
    });
  const none = scores.find((clause) => nothing.test(wordsOf(clause))) ?? null;
  return { none, earned: pointsBy(earned), taken: pointsBy(taken) };
});

/** The one score that is said of the row; of several nobody knows which is. */
function saidOf(
  { none, earned: own, taken: off }: Scores,
  weight: number,
  isCounted: boolean,
): SaidScore | null {
  if (none !== null) return { ...none, points: 0, step: 0 };
  const [only, ...others] = own;
  if (only !== undefined) return others.length === 0 ? only : null;
  const [first, ...more] = off;
  // Of what is counted, each may cost something else.
  if (first === undefined || more.length > 0 || isCounted) return null;
  return { ...first, points: weight - first.points };
}
