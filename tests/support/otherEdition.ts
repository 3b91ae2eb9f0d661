import { guangzhou2023 } from "../../src/rubric/guangzhou2023";
import { hundredGrades } from "../../src/rules/grade";
import type { Rubric, RubricRow } from "../../src/rubric/rubric";
import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet } from "./grid";

/** A made-up edition of another place: three rows with names and weights of its own. */
export const otherEdition: Rubric = {
  id: "other-2024",
  title: "某市部门整体支出绩效自评评分标准（2024年度）",
  total: 50,
  grades: hundredGrades.map(({ grade, from }) => ({ grade, from: from / 2 })),
  rows: [
    row("leftover", 1, "资金结余控制", 10, "carryover"),
    row("filing", 2, "合同公开备案", 20, "contractFiling"),
    row("signing", 3, "合同按期签订", 20, "contractSigning"),
  ],
};

function row(id: string, number: number, name: string, weight: number, like: string): RubricRow {
  const known = guangzhou2023.rows.find((one) => one.id === like);
  if (known === undefined) throw new Error(`no row ${like}`);
  return { ...known, id, number, name, weight, aliases: [], level1: "管理", level2: "资金与合同" };
}

/** A form that prints the rows of that edition. */
export function otherForm(
  name = "自评表",
  rows: readonly RubricRow[] = otherEdition.rows,
  clause: (row: RubricRow) => string = (one) => one.clause,
): SheetSnapshot {
  const lines: readonly (readonly CellValue[])[] = [
    ["部门整体支出绩效自评表"],
    ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评分", "评分依据"],
    ...rows.map((one) => [one.level1, one.level2, one.name, one.weight, clause(one), null, null]),
    ["总分", null, null, null, null, null],
  ];
  return gridSheet(lines, { name });
}
