import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readEdition, type EditionFile } from "../../src/editions/readEdition";
import type { Edition } from "../../src/editions/edition";
import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet } from "./grid";

/** The folder in which the edition of another place is written down. */
export const otherFolder = "tests/editions/otherPlace";

export const otherFiles: readonly EditionFile[] = readdirSync(otherFolder)
  .sort()
  .map((name) => ({ name, text: readFileSync(join(otherFolder, name), "utf8") }));

/** An edition with rows, names, weights, grades and a total of its own: data of tests only, no file of src knows it. */
export const otherEdition: Edition = readOther();

function readOther(): Edition {
  const read = readEdition(otherFiles);
  if (!read.ok) throw new Error((read.problem.details ?? []).join("\n"));
  return read.value;
}

/** 评分依据 of a row by its id, and other cells that a test wants to differ. */
export interface OtherForm {
  readonly name?: string;
  readonly basis?: Readonly<Partial<Record<string, string>>>;
  readonly scores?: Readonly<Partial<Record<string, CellValue>>>;
  /** What was typed beside 总分. */
  readonly total?: CellValue;
  readonly grade?: string;
  readonly clause?: (row: Edition["rows"][number]) => string;
}

/** What the department of the example wrote. */
export const otherBasis = {
  pace: "全年预算5000万元，实际支出4750万元。",
  openness: "部门决算已在门户网站公开，应公开信息40项，已公开36项。没有被通报批评。",
  house: "已制定《云山市某局家底管理规矩》，年末已全面清点家底。",
} as const;

/** The form of that place: no column of definitions, one of weights, grades of its own. The rows begin in row 6. */
export function otherForm({
  name = "自评表",
  basis = {},
  scores = {},
  total = null,
  grade = "□甲  □乙  □丙",
  clause = (row) => row.clause,
}: OtherForm = {}): SheetSnapshot {
  const { rows, total: weight } = otherEdition;
  const lines: readonly (readonly CellValue[])[] = [
    ["云山市部门整体支出绩效自评表"],
    ["（2024年度）"],
    ["部门名称", "云山市某局", null, "单位数", 1],
    [null],
    ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评分", "评分依据", "佐证材料"],
    ...rows.map((row) => [
      row.level1,
      row.level2,
      row.name,
      row.weight,
      clause(row),
      scores[row.id] ?? null,
      basis[row.id] ?? null,
      "见附件",
    ]),
    ["总分", null, null, weight, null, total],
    ["评价等级", null, null, grade],
  ];
  return gridSheet(lines, { name });
}
