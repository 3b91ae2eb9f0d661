import type { Cited } from "../workbook/cell";
import { isErrorValue } from "../workbook/snapshot";
import type { FormColumns, FormRemark, Indicator } from "./form";
import { withoutWeight } from "./levels";
import { readGoal } from "./readGoal";
import type { SheetView, ViewCell } from "./sheetView";
import { readScore, readWeight } from "./writtenPoints";

/** What one row says beside its names. */
type IndicatorCells = Pick<
  Indicator,
  "weight" | "definition" | "standard" | "goal" | "selfScore" | "basis" | "evidence"
>;

/** A formula of ours is no typed score: it calls our functions, or reads our working paper. */
const ourFormula = /\bJX\.|_xldudf_JX_|评分底稿/iu;

export function readIndicator(view: SheetView, columns: FormColumns, row: number): IndicatorCells {
  const printed = view.own(row, columns.weight ?? columns.name);
  const weight =
    printed.area.top !== row || weightDoubt(view, columns, row) !== null
      ? null
      : columns.weight === null
        ? withoutWeight(printed.text, true).weight
        : readWeight(printed.value, printed.format);
  return {
    weight: { value: weight, at: { ...printed.at, row } },
    definition: textAt(view, columns.definition, row),
    standard: standardAt(view, columns.standard, row),
    goal: readGoal(view, columns, row),
    selfScore: scoreAt(view, columns.selfScore, row, weight),
    basis: textAt(view, columns.basis, row),
    evidence: textAt(view, columns.evidence, row),
  };
}

/** Why a number in the cell of the weight is not this row's, in Chinese; null: it is. */
function weightDoubt(view: SheetView, columns: FormColumns, row: number): string | null {
  if (columns.weight === null) return null;
  const { area, value, format } = view.own(row, columns.weight);
  const own = readWeight(value, format);
  if (area.top !== row || own === null) return null;
  for (let below = row + 1; below <= area.bottom; below += 1) {
    const name = view.own(below, columns.name);
    if (name.text !== "" && name.area.top === below)
      return `分值${own}与下面几行合并，是几行合计的，请取消合并，分别填写。`;
  }
  const named = withoutWeight(view.own(row, columns.name).text, true).weight;
  // 0.2 and 20%: a part of the hundred.
  return named === null || named === own || own <= 1
    ? null
    : `分值栏是${own}分，指标名称里写着${named}分，请核对，改成一致。`;
}

export function textAt(view: SheetView, column: number | null, row: number): Cited<string> | null {
  if (column === null) return null;
  const cell = view.own(row, column);
  return { value: cell.text, at: cell.at };
}

function standardAt(view: SheetView, column: number | null, row: number): Indicator["standard"] {
  const printed = textAt(view, column, row);
  if (printed === null || column === null) return printed;
  const { value, text, formula } = view.own(row, column);
  if (isErrorValue(value)) return { ...printed, unreadable: `显示${text}` };
  if (typeof value === "number" || typeof value === "boolean")
    return { ...printed, unreadable: `是“${text.slice(0, 30)}”，不是文字` };
  return text === "" && formula !== null ? { ...printed, unreadable: "的公式没有计算结果" } : printed;
}

/** The score of a row. In a cell merged from the row above stands that row's score, not this one's. */
export function scoreAt(
  view: SheetView,
  column: number,
  row: number,
  weight: number | null,
): Indicator["selfScore"] {
  const cell = view.cell(row, column);
  if (cell.area.top !== row) {
    return { at: { ...cell.at, row, column }, typed: null, text: "", formula: null };
  }
  const ours = cell.formula !== null && ourFormula.test(cell.formula);
  const typed = ours || isErrorValue(cell.value) ? null : readScore(cell.value, weight, cell.format);
  return { at: cell.at, typed, text: cell.text, formula: cell.formula };
}

/** What of the row could not be read, or only with a doubt. */
export function doubtsAbout(
  view: SheetView,
  columns: FormColumns,
  row: number,
  cells: IndicatorCells,
): readonly FormRemark[] {
  const remarks: FormRemark[] = [];
  const weight = view.own(row, columns.weight ?? columns.name);
  const doubt = weightDoubt(view, columns, row);
  if (columns.weight === null) {
    // Said once it is known whether its group has one.
  } else if (weight.area.top < row) {
    remarks.push({ at: cells.weight.at, text: "分值单元格与上一行合并，本行没有自己的分值，请分别填写。" });
  } else if (doubt !== null) {
    remarks.push({ at: weight.at, text: doubt });
  } else if (cells.weight.value === null) {
    const blank = weight.formula === null ? "为空" : "的公式没有计算结果";
    const seen = weight.text === "" ? blank : `“${shown(weight)}”无法识别为分数`;
    remarks.push({ at: weight.at, text: `分值${seen}，请填写数字。` });
  }
  const { selfScore } = cells;
  if (view.cell(row, columns.selfScore).area.top !== row) {
    remarks.push({ at: selfScore.at, text: "得分单元格与上一行合并，本行得分无处填写，请取消合并。" });
  } else if (selfScore.formula === null && selfScore.text !== "" && selfScore.typed === null) {
    remarks.push({
      at: selfScore.at,
      text: `得分“${selfScore.text.slice(0, 30)}”无法识别为一个分数，按未填报处理。`,
    });
  }
  return remarks;
}

function shown(cell: ViewCell): string {
  if (typeof cell.value === "number" && cell.format.includes("%"))
    return `${Number((cell.value * 100).toPrecision(12))}%`;
  return cell.text.slice(0, 30);
}
