import { tidy } from "../quantity/tidy";
import { a1 } from "../workbook/cell";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { contentOf, ownEntryAt, sameContent, type WantedCell } from "./editLedger";
import {
  formatOfPoints,
  isChosen,
  isTyped,
  isWritable,
  type PlannedScore,
  type ScoringInput,
} from "./plannedScore";
import { summedScores } from "./planScores";
import { totalFormula } from "./totalFormula";
import { longestFormula } from "../workbook/formulaLimits";
import { textFormula } from "./textFormula";
import type { GradeBound } from "../criteria/grade";
import { emptyBoxes, gradeBoxes, hasTick } from "../scorecard/gradeBoxes";

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
  const points = scores.every(({ shown }) => shown !== null)
    ? tidy(scores.reduce((sum, { shown }) => sum + (shown ?? 0), 0))
    : null;
  return [
    {
      role: "total",
      name: rowLabel(snapshot, at.sheet, at.row),
      at,
      content: { formula },
      format: formatOfPoints(input, at, points, scorecard.weight),
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
  const first = ownEntryAt(located, at);
  const cell = snapshotCell(snapshot, at);
  // With a formula and no record it may be ours: then its boxes were empty.
  const unrecorded = first === undefined && cell?.formula !== undefined && typeof cell.value === "string";
  const before = first?.before ?? {
    value: unrecorded ? emptyBoxes(cell.value, scorecard.grades) : (cell?.value ?? null),
  };
  if (!("value" in before) || typeof before.value !== "string") return [];
  if (first === undefined && hasTick(before.value, scorecard.grades) && !isChosen(overwrite, at.row))
    return [];
  const decimals = scorecard.settings.gradeBasis === "shown" ? scorecard.totalDecimals : 9;
  const formula = gradeFormula(before.value, a1(total), decimals, scorecard.grades);
  if (formula === null || formula.length > longestFormula) return [];
  if (first === undefined && cell?.formula !== undefined && !sameContent(contentOf(cell), { formula }))
    return [];
  return [
    {
      role: "grade",
      name: rowLabel(snapshot, at.sheet, at.row),
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

/**
 * The cell's own text with its boxes following the total: "√优 …；□良 …". Only functions of Excel itself. null when
 * the text does not have exactly one box for each grade. decimals: the total is rounded so first.
 */
export function gradeFormula(
  text: string,
  total: string,
  decimals: number,
  grades: readonly GradeBound[],
): string | null {
  const found = gradeBoxes(text, grades);
  if (found === null) return null;
  const { boxes, tick, blank } = found;
  const parts: string[] = [];
  let end = 0;
  for (const { grade, from, to } of boxes) {
    const before = text.slice(end, from);
    if (before !== "") parts.push(textFormula(before));
    parts.push(
      `IF(ISNUMBER(${total}),IF(${within(grade, total, decimals, grades)},"${tick}","${blank}"),"${blank}")`,
    );
    end = to;
  }
  parts.push(textFormula(text.slice(end)));
  return `=${parts.join("&")}`;
}

function within(word: string, total: string, decimals: number, grades: readonly GradeBound[]): string {
  const index = grades.findIndex(({ grade }) => grade === word);
  const from = grades[index]?.from ?? 0;
  const below = grades[index - 1]?.from;
  const value = `ROUND(${total},${decimals})`;
  const bounds = [
    ...(from > 0 ? [`${value}>=${from}`] : []),
    ...(below === undefined ? [] : [`${value}<${below}`]),
  ];
  return bounds.length === 1 ? (bounds[0] ?? "") : `AND(${bounds.join(",")})`;
}
