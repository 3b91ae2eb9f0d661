import type { Cited } from "../workbook/cell";
import type { Form, FormColumns } from "./form";
import { isFormTitle } from "./formArea";
import { scoreAt } from "./readIndicator";
import { rowLabel } from "./rowLabels";
import type { SheetView, ViewCell } from "./sheetView";
import { readWeight } from "./writtenPoints";

/** The rows that close the table: 总分 and 评价等级. */
interface Closing {
  readonly total: Form["total"];
  readonly grade: Cited<string> | null;
  readonly lastRow: number;
  readonly notes: Form["notes"];
}

const gradeWithin = 4;
const notesWithin = 3;

export function readClosing(
  view: SheetView,
  columns: FormColumns,
  table: { readonly totalRow: number | null; readonly lastRow: number },
  edges: { readonly left: number; readonly right: number },
): Closing {
  const total = table.totalRow === null ? null : readTotal(view, columns, table.totalRow);
  let grade: Cited<string> | null = null;
  let lastRow = table.lastRow;
  for (let row = table.lastRow + 1; row <= table.lastRow + gradeWithin && grade === null; row += 1) {
    grade = readGrade(view, row, edges);
    if (grade !== null) lastRow = row;
  }
  const { bottom, notes } = withNotes(view, lastRow, edges);
  return { total, grade, lastRow: bottom, notes: [...notes, ...rulesBelow(view, bottom, edges)] };
}

function readTotal(view: SheetView, columns: FormColumns, row: number): Form["total"] {
  const weightCell = view.cell(row, columns.weight ?? columns.selfScore);
  const printed = columns.weight !== null && weightCell.area.left === columns.weight;
  const weight = printed ? readWeight(weightCell.value, weightCell.format) : null;
  return {
    score: scoreAt(view, columns.selfScore, row, weight),
    weight: printed ? { value: weight, at: weightCell.at } : null,
  };
}

/** The cell with the boxes: behind the label, or the label's own when it holds them. */
function readGrade(
  view: SheetView,
  row: number,
  edges: { readonly left: number; readonly right: number },
): Cited<string> | null {
  let label: ViewCell | null = null;
  let next: ViewCell | null = null;
  for (let column = edges.left; column <= edges.right; column += 1) {
    const cell = view.cell(row, column);
    if (label === null) {
      if (rowLabel(cell.text) === "grade") label = cell;
      if (label !== null && /[:：]\s*\S/u.test(cell.text)) return { value: cell.text, at: cell.at };
    } else if (column > label.area.right) {
      next ??= cell;
      if (cell.text !== "") return { value: cell.text, at: cell.at };
    }
  }
  return next === null ? null : { value: "", at: next.at };
}

/** 注：… and the signatures below belong to the form. */
function withNotes(
  view: SheetView,
  lastRow: number,
  edges: { readonly left: number; readonly right: number },
): { readonly bottom: number; readonly notes: Closing["notes"] } {
  const notes: Cited<string>[] = [];
  let bottom = lastRow;
  for (let row = lastRow + 1; row <= bottom + notesWithin; row += 1) {
    for (let column = edges.left; column <= edges.right; column += 1) {
      const cell = view.cell(row, column);
      const goesOn = notes.length > 0 && row === bottom + 1 && /^[(（]?\d{1,2}[.．、)）]/u.test(cell.text);
      if (!goesOn && rowLabel(cell.text) !== "note") continue;
      bottom = Math.max(bottom, cell.area.bottom);
      notes.push({ value: cell.text, at: cell.at });
      break;
    }
  }
  return { bottom, notes };
}

const rulesWithin = 8;

/** A rule of scoring further below, whatever it calls itself, up to another form. */
function rulesBelow(
  view: SheetView,
  bottom: number,
  edges: { readonly left: number; readonly right: number },
): Closing["notes"] {
  const notes: Cited<string>[] = [];
  for (let row = bottom + 1; row <= bottom + rulesWithin; row += 1) {
    for (let column = edges.left; column <= edges.right; column += 1) {
      const { text, at, area } = view.cell(row, column);
      if (isFormTitle(text)) return notes;
      const first = at.row === row && at.column === column;
      if (first && isScoringRule(text)) notes.push({ value: text, at });
      column = Math.max(column, area.right);
    }
  }
  return notes;
}

/** "计分规则：完成率低于60%的不得分": a sentence, not a title. */
export function isScoringRule(text: string): boolean {
  return text.length > 12 && /[计记]分|得分|扣\s*\d|扣分/u.test(text) && /[，,。；;：:=]/u.test(text);
}
