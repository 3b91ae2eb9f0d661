import type { Cited } from "../workbook/cell";
import type { HeaderBand } from "./findHeader";
import type { Form } from "./form";
import { scoreAt } from "./readIndicator";
import { rowLabel } from "./rowLabels";
import type { SheetView, ViewCell } from "./sheetView";
import { isPermille, ofPermille, readWeight } from "./writtenPoints";

/** The rows that close the table: 总分 and 评价等级. */
interface Closing {
  readonly total: Form["total"];
  readonly grade: Cited<string> | null;
  readonly lastRow: number;
}

const gradeWithin = 4;

export function readClosing(
  view: SheetView,
  header: HeaderBand,
  table: { readonly totalRow: number | null; readonly lastRow: number },
  edges: { readonly left: number; readonly right: number },
): Closing {
  const total = table.totalRow === null ? null : readTotal(view, header, table.totalRow);
  let grade: Cited<string> | null = null;
  let lastRow = table.lastRow;
  for (let row = table.lastRow + 1; row <= table.lastRow + gradeWithin && grade === null; row += 1) {
    grade = readGrade(view, row, edges);
    if (grade !== null) lastRow = row;
  }
  return { total, grade, lastRow };
}

function readTotal(view: SheetView, header: HeaderBand, row: number): Form["total"] {
  const { columns } = header;
  const weightCell = view.cell(row, columns.weight ?? columns.selfScore);
  const printed = columns.weight !== null && weightCell.area.left === columns.weight;
  const own = isPermille(view, header, columns.weight) ? ofPermille(weightCell) : null;
  const weight = printed ? (own ?? readWeight(weightCell.value, weightCell.format)) : null;
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
