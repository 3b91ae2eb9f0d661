import type { FactSet } from "../criteria/fact";
import {
  scoreAnnexRow,
  type AnnexAnswerKey,
  type AnnexAnswers,
  type AnnexRowScore,
} from "../criteria/annexRow";
import type { Loss, RuleContext } from "../criteria/rule";
import { isAnnexFact, type BoundAnnex, type BoundAnnexRow } from "./bindAnnex";
import { weighAnnex, type AnnexRowWeight, type WeighedAnnex } from "./weighAnnex";

/** One row of an annex with its points, on its own scale and on the form's. */
export interface ScoredAnnexRow {
  readonly bound: BoundAnnexRow;
  readonly weight: AnnexRowWeight;
  readonly score: AnnexRowScore;
  /** Of the form: 分 that the row can bring, has brought and has lost. */
  readonly formWeight: number | null;
  readonly formPoints: number | null;
  readonly formLosses: readonly Loss[];
}

export interface ScoredAnnex {
  readonly rows: readonly ScoredAnnexRow[];
  readonly weighed: WeighedAnnex;
}

/** An annex whose rows are scored by what was answered. */
export interface ScoringAnnex extends BoundAnnex {
  readonly score: (facts: FactSet, terms: Terms) => ScoredAnnex;
}

type Terms = Pick<RuleContext, "weight" | "settings">;

/**
 * Scores the rows of an annex; pure, in time that grows with the rows. What is asked, the points of the form's row, its
 * explanation and its plan all come from the same answers: those are scored once.
 */
export function scoringAnnex(bound: BoundAnnex): ScoringAnnex {
  let last: (Terms & { readonly answers: FactSet; readonly scored: ScoredAnnex }) | null = null;
  const score: ScoringAnnex["score"] = (facts, { weight, settings }) => {
    const answers = Object.fromEntries(Object.entries(facts).filter(([key]) => isAnnexFact(key)));
    if (last?.weight !== weight || last.settings !== settings || !isSame(last.answers, answers)) {
      const scored = scoreRows(bound, answers, { weight, settings });
      last = { weight, settings, answers, scored };
    }
    return last.scored;
  };
  return { ...bound, score };
}

function isSame(one: FactSet, other: FactSet): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => {
      const [left, right] = [one[key], other[key]];
      return (["value", "at", "reason", "approximate"] as const).every(
        (part) => left?.[part] === right?.[part],
      );
    })
  );
}

function scoreRows(bound: BoundAnnex, facts: FactSet, { weight: formWeight, settings }: Terms): ScoredAnnex {
  const weighed = weighAnnex(bound, formWeight, facts, settings);
  const rows = bound.rows.map((one, index): ScoredAnnexRow => {
    const weight = weighed.weights[index] ?? { weight: null, words: "0" };
    const factor = weighed.factors[one.fund]?.factor ?? 1;
    const terms = { weight: weight.weight, scoring: bound.binding, options: settings };
    const score = scoreAnnexRow(one.figures, answersOf(facts, one.id), terms);
    const scored = score.outcome === "scored" ? score : null;
    return {
      bound: one,
      weight,
      score,
      formWeight: weight.weight === null ? null : weight.weight * factor,
      formPoints: scored === null ? null : scored.points * factor,
      formLosses: (scored?.losses ?? []).map((loss) => ({ ...loss, points: loss.points * factor })),
    };
  });
  return { rows, weighed };
}

/** What a person answered for the row; annex facts are known by their whole ids. */
function answersOf(facts: FactSet, id: string): AnnexAnswers {
  const keys: readonly AnnexAnswerKey[] = ["target", "actual", "tier", "share", "basis"];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const fact = facts[`${id}.${key}`];
      return fact === undefined ? [] : [[key, fact]];
    }),
  );
}
