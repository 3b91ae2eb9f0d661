import type { GatheredFact } from "../facts/gatheredFact";
import type { AnnexRowResult, ScorecardRow } from "../scorecard/scorecard";
import type { RowState } from "./rowStates";

/** What a row of an annex says about itself; the one about the points first. */
export function annexRowStates(row: AnnexRowResult, facts: readonly GatheredFact[]): readonly RowState[] {
  const states: RowState[] = [pointsState(row)];
  if (facts.some((fact) => fact.state === "extracted")) states.push("unconfirmed");
  if (row.compared === "differs") states.push("differs");
  return states;
}

/** Whether there is something to see in it: points lost, or something to fill in. */
export function wantsAttention(row: AnnexRowResult): boolean {
  return pointsState(row) !== "full" || row.compared === "differs";
}

function pointsState(row: AnnexRowResult): RowState {
  if (row.points === null) return row.judged ? "judgement" : "missing";
  return (row.deduction ?? 0) > 0 ? "lost" : "full";
}

/** A form row as one of its annex rows sees it: only what is asked about that one, whose name stands above. */
export function ofAnnexRow(row: ScorecardRow, annexRow: AnnexRowResult): ScorecardRow {
  const own = (factId: string): boolean => annexRowIdOf(factId) === annexRow.id;
  const shorter = (question: string): string => question.replace(`“${annexRow.name}”`, "本项");
  return {
    ...row,
    facts: row.facts.flatMap((fact) =>
      own(fact.id) ? [{ ...fact, spec: { ...fact.spec, question: shorter(fact.spec.question) } }] : [],
    ),
    questions: row.questions.flatMap((one) =>
      own(one.factId) ? [{ ...one, question: shorter(one.question) }] : [],
    ),
  };
}

/** A form row without what its annex rows ask for themselves. */
export function besideAnnexRows(row: ScorecardRow): ScorecardRow {
  if (row.annexRows.length === 0) return row;
  const names = new Set(row.annexRows.map(({ id }) => id));
  const apart = (factId: string): boolean => !names.has(annexRowIdOf(factId));
  return {
    ...row,
    facts: row.facts.filter((fact) => apart(fact.id)),
    questions: row.questions.filter(({ factId }) => apart(factId)),
  };
}

function annexRowIdOf(factId: string): string {
  return factId.slice(0, factId.lastIndexOf("."));
}
