import type { GivenFacts } from "../../src/facts/gatherFacts";
import type { CaseOptions } from "../../src/scorecard/case";
import type { Scorecard, ScorecardRow } from "../../src/scorecard/scorecard";
import type { Snapshot } from "../../src/workbook/snapshot";
import { evaluated } from "./scored";

export function card(
  snapshot: Snapshot,
  given: GivenFacts = new Map(),
  options: CaseOptions = {},
): Scorecard {
  return evaluated(snapshot, { ...options, given }).scorecard;
}

/** The scorecard's row of this row of the form sheet. */
export function rowOf(scorecard: Scorecard, row: number): ScorecardRow {
  const found = scorecard.rows.find((one) => one.row === row);
  if (found === undefined) throw new Error(`no row ${row}`);
  return found;
}
