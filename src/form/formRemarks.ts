import { columnName } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { FormColumn, FormColumns, FormRemark, Indicator } from "./form";

const columnTitles: Readonly<Record<FormColumn, string>> = {
  level1: "一级指标",
  level1Weight: "一级指标分值",
  level2: "二级指标",
  level2Weight: "二级指标分值",
  name: "三级指标",
  weight: "分值",
  definition: "指标解释",
  standard: "评分标准",
  selfScore: "得分",
  basis: "评分依据",
  evidence: "佐证材料",
};

/** Hidden parts are read like all others; the clerk should know, because he does not see what is scored there. */
export function hiddenRemarks(
  sheet: SheetSnapshot,
  columns: FormColumns,
  headerRow: number,
  indicators: readonly Indicator[],
): readonly FormRemark[] {
  const remarks: FormRemark[] = [];
  if (sheet.visibility !== "visible") {
    remarks.push({
      at: { sheet: sheet.name, row: headerRow, column: columns.name },
      text: `工作表“${sheet.name}”处于隐藏状态，已照常读取。`,
    });
  }
  const hidden = indicators.filter((indicator) => sheet.hiddenRows.has(indicator.row));
  const [first] = hidden;
  if (first !== undefined) {
    const rows = hidden.map((indicator) => indicator.row).join("、");
    remarks.push({ at: first.name.at, text: `第${rows}行为隐藏行，其中的指标已照常读取并计分。` });
  }
  for (const key of Object.keys(columnTitles) as FormColumn[]) {
    const column = columns[key];
    if (column === null || !sheet.hiddenColumns.has(column)) continue;
    remarks.push({
      at: { sheet: sheet.name, row: headerRow, column },
      text: `“${columnTitles[key]}”在隐藏的${columnName(column)}列，已照常读取。`,
    });
  }
  return remarks;
}

export function doubtfulRemarks(
  sheet: SheetSnapshot,
  columns: FormColumns,
  headerRow: number,
  doubtful: readonly number[],
): readonly FormRemark[] {
  return doubtful.map((column) => ({
    at: { sheet: sheet.name, row: headerRow, column },
    text: `${columnName(column)}列也是得分列，自评得分按${columnName(columns.selfScore)}列读取。`,
  }));
}
