import type { Form } from "../form/form";
import { tidy } from "../quantity/tidy";
import type { Scorecard } from "../scorecard/scorecard";
import { a1 } from "../workbook/cell";
import { formatAt, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { entryAt, type WantedCell } from "./editLedger";
import { gradeFormula, hasTick } from "./gradeFormula";
import type { Located } from "./locateTouched";
import { isChosen, isTyped, isWritable, summedScores, type Overwrite, type PlannedScore } from "./planScores";
import { scoreFormat } from "./scoreFormat";
import { totalFormula } from "./totalFormula";
import { longestFormula } from "./textFormula";

export interface TotalInput {
  readonly snapshot: Snapshot;
  readonly form: Form;
  readonly scorecard: Scorecard;
  readonly located: readonly Located[];
  readonly overwrite: Overwrite;
}

/** 总分: the sum over exactly the score cells. */
export function planTotal(input: TotalInput, scores: readonly PlannedScore[]): readonly WantedCell[] {
  const { snapshot, form, scorecard, located, overwrite } = input;
  const at = form.total?.score.at;
  if (at === undefined || scores.length === 0 || !isWritable(snapshot, at)) return [];
  if (isTyped(snapshot, located, at) && !isChosen(overwrite, at.row)) return [];
  const formula = totalFormula(summedScores(scores));
  if (formula.length > longestFormula) return [];
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
      reason: "总分为各项得分之和",
    },
  ];
}

/** 评价等级: ticks that follow the total; nothing while points are open or something is 待确认. */
export function planGrade(input: TotalInput): readonly WantedCell[] {
  const { snapshot, form, scorecard, located, overwrite } = input;
  const at = form.grade?.at;
  const total = form.total?.score.at;
  if (at === undefined || total === undefined || scorecard.grade === null || scorecard.provisional) return [];
  if (!isWritable(snapshot, at)) return [];
  const first = entryAt(located, at);
  const cell = snapshotCell(snapshot, at);
  const before = first?.before ?? { value: cell?.value ?? null };
  if (!("value" in before) || typeof before.value !== "string") return [];
  if (first === undefined && cell?.formula !== undefined) return [];
  if (first === undefined && hasTick(before.value) && !isChosen(overwrite, at.row)) return [];
  const decimals = scorecard.settings.gradeBasis === "shown" ? scorecard.decimals : 9;
  const formula = gradeFormula(before.value, a1(total), decimals);
  if (formula === null || formula.length > longestFormula) return [];
  const name = rowLabel(snapshot, at.sheet, at.row);
  return [{ role: "grade", name, at, content: { formula }, format: null, reason: "评价等级随总分勾选" }];
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
