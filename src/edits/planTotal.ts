import { tidy } from "../quantity/tidy";
import { a1 } from "../workbook/cell";
import { formatAt, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { contentOf, entryAt, sameContent, type WantedCell } from "./editLedger";
import { emptyBoxes, gradeFormula, hasTick } from "./gradeFormula";
import { isChosen, isTyped, isWritable, type PlannedScore, type ScoringInput } from "./plannedScore";
import { summedScores } from "./planScores";
import { scoreFormat } from "./scoreFormat";
import { totalFormula } from "./totalFormula";
import { longestFormula } from "../workbook/formulaLimits";

/** 总分: the sum over exactly the score cells. */
export function planTotal(input: ScoringInput, scores: readonly PlannedScore[]): readonly WantedCell[] {
  const { snapshot, form, scorecard, located, overwrite } = input;
  const at = form.total?.score.at;
  if (at === undefined || scores.length === 0 || !isWritable(snapshot, at)) return [];
  const formula = totalFormula(summedScores(scores));
  if (formula.length > longestFormula) return [];
  // The very formula of ours is ours, also where the record of it was lost.
  const stands = sameContent(contentOf(snapshotCell(snapshot, at)), { formula });
  if (!stands && isTyped(snapshot, located, at) && !isChosen(overwrite, at.row)) return [];
  const first = entryAt(located, at);
  const own = first?.ourFormat === undefined ? formatAt(snapshot, at) : first.formatBefore;
  const points = scores.every(({ shown }) => shown !== null)
    ? tidy(scores.reduce((sum, { shown }) => sum + (shown ?? 0), 0))
    : null;
  const shown = { decimals: scorecard.decimals, fixed: scorecard.settings.decimals !== "auto" };
  return [
    {
      role: "total",
      name: rowLabel(snapshot, at.sheet, at.row),
      at,
      content: { formula },
      format: scoreFormat(own, points, scorecard.weight, shown),
      ...(scores.some(({ stands: state }) => state === "nothing") ? {} : { gives: points }),
      reason: "总分为各项得分之和",
    },
  ];
}

/** 评价等级: ticks that follow the total; nothing while points are open or something is 待确认. */
export function planGrade(input: ScoringInput): readonly WantedCell[] {
  const { snapshot, form, scorecard, located, overwrite } = input;
  const at = form.grade?.at;
  const total = form.total?.score.at;
  if (at === undefined || total === undefined || scorecard.grade === null || scorecard.provisional) return [];
  if (!isWritable(snapshot, at)) return [];
  const first = entryAt(located, at);
  const cell = snapshotCell(snapshot, at);
  // With a formula and no record it may be ours: then its boxes were empty.
  const unrecorded = first === undefined && cell?.formula !== undefined && typeof cell.value === "string";
  const before = first?.before ?? {
    value: unrecorded ? emptyBoxes(cell.value, scorecard.grades) : (cell?.value ?? null),
  };
  if (!("value" in before) || typeof before.value !== "string") return [];
  if (first === undefined && hasTick(before.value, scorecard.grades) && !isChosen(overwrite, at.row))
    return [];
  const decimals = scorecard.settings.gradeBasis === "shown" ? scorecard.decimals : 9;
  const formula = gradeFormula(before.value, a1(total), decimals, scorecard.grades);
  if (formula === null || formula.length > longestFormula) return [];
  if (first === undefined && cell?.formula !== undefined && !sameContent(contentOf(cell), { formula }))
    return [];
  const name = rowLabel(snapshot, at.sheet, at.row);
  return [
    {
      role: "grade",
      name,
      at,
      content: { formula },
      format: null,
      lostBefore: before,
      reason: "评价等级随总分勾选",
    },
  ];
}

/** The first words of the row, by which it is known again; "" when its label stands elsewhere. */
function rowLabel(snapshot: Snapshot, sheet: string, row: number): string {
  const cells = snapshot.sheets.find(({ name }) => name === sheet)?.rows.get(row);
  for (const cell of cells?.values() ?? []) {
    if (typeof cell.value === "string" && cell.formula === undefined && cell.value.length < 30)
      return cell.value;
  }
  return "";
}
