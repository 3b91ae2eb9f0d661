import type { Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "./grid";

export type Line = readonly [name: string, weight: number, standard: string | null, basis?: string];

/** A form of these rows. */
export function formOf(...lines: readonly Line[]): Snapshot {
  const head = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分/自评分", "评分依据"];
  const rows = lines.map(([name, weight, standard, basis = null]) => [
    "管理效率",
    "二级",
    name,
    weight,
    standard,
    null,
    basis,
  ]);
  // A form that prints no clause at all is none.
  const last = ["管理效率", "二级", "其他", 1, "由财政部门掌握。", null, null];
  return workbookOf([gridSheet([["部门整体支出绩效自评表"], head, ...rows, last], { name: "自评表" })]);
}
