import { plainDigits } from "../criteria/words";
import type { GatheredFact } from "../facts/gatheredFact";
import type { ScorecardRow } from "../scorecard/scorecard";
import type { CellAddress } from "../workbook/cell";
import { isErrorValue, snapshotCell, type CellValue, type Snapshot } from "../workbook/snapshot";
import { helperReference } from "./helperCells";
import { textFormula } from "./textFormula";

/**
 * A formula cannot tell every figure that is of no use (不涉及 where that is not allowed, a day 0): what the row asks for
 * although its cell is filled keeps the score blank as long as that very content stands there.
 */
export function heldOpen(snapshot: Snapshot, row: ScorecardRow, formula: string): string {
  if (row.points !== null) return formula;
  const asked = new Set(row.questions.map(({ factId }) => factId));
  const conditions = row.facts
    .filter(({ id }) => asked.has(id))
    .flatMap((fact) => placesOf(fact).flatMap((at) => stillStands(snapshot, fact, at) ?? []));
  return conditions.reduceRight((rest, condition) => `IF(${condition},"",${rest})`, formula);
}

/** A fact of months stands in twelve cells below one another. */
function placesOf({ at, spec }: GatheredFact): readonly CellAddress[] {
  if (at === null) return [];
  return spec.kind === "months"
    ? Array.from({ length: 12 }, (_, month) => ({ ...at, row: at.row + month }))
    : [at];
}

/** null: the cell is blank, which the formula looks for itself. */
function stillStands(snapshot: Snapshot, fact: GatheredFact, at: CellAddress): string | null {
  const value = snapshotCell(snapshot, at)?.value ?? null;
  if (value === null || value === "" || (fact.spec.kind === "months" && fact.problem === null)) return null;
  const same = equals(helperReference(at), value);
  const unexplained = fact.reason === "" && fact.reasonAt !== null && wantsReason(fact, value);
  return unexplained ? `AND(${same},${helperReference(fact.reasonAt)}="")` : same;
}

function equals(cell: string, value: NonNullable<CellValue>): string {
  if (typeof value === "number") return `${cell}=${plainDigits(value)}`;
  if (typeof value === "boolean") return `${cell}=${value ? "TRUE" : "FALSE"}`;
  return isErrorValue(value) ? `ISERROR(${cell})` : `${cell}=${textFormula(value)}`;
}

/** What counts once its reason stands beside it. */
function wantsReason({ spec }: GatheredFact, value: CellValue): boolean {
  return (value === "不涉及" && spec.notApplicable === true) || spec.kind === "points" || value === 0;
}
