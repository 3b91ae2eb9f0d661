import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import type { Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "./grid";

export interface EditedClause {
  readonly title: string;
  /** 指标, 分值, 评分标准, 评分依据 */
  readonly line: readonly [name: string, weight: number, standard: string, basis: string];
  /** What a person types over in the 评分标准. */
  readonly edit: readonly [from: string, to: string];
  readonly points: readonly [before: number, after: number];
  /** The score cell reads the 评分标准 cell itself. */
  readonly live: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

const of2023 = (id: string): string => guangzhou2023.rows.find((row) => row.id === id)?.clause ?? "";

export const ownBands = "结余率≤10%的，得2分；结余率＞10%的，不得分。";
export const ownSteps = "预算完成率达到100%得满分，每低1%扣1分，扣完为止。";

/** Rows of the 2023 edition and rows of their own, whose clause is edited once the form is scored. */
export const editedClauses: readonly EditedClause[] = [
  {
    title: "2023年版的行：一档的界限",
    line: ["结余结转率", 2, of2023("carryover"), "结余结转率12%"],
    edit: ["10%", "15%"],
    points: [1, 2],
    live: true,
  },
  {
    title: "2023年版的行：一档的分数",
    line: ["结余结转率", 2, of2023("carryover"), "结余结转率12%"],
    edit: ["得1分", "得1.5分"],
    points: [1, 1.5],
    live: true,
  },
  {
    title: "2023年版的行，不是分档的：每一步扣的",
    line: ["公用经费控制率", 2, of2023("overhead"), "公用经费控制率12%"],
    edit: ["0.5分", "0.2分"],
    points: [1, 1.6],
    live: false,
  },
  {
    title: "自己的分档",
    line: ["结余率", 2, ownBands, "结余率12%"],
    edit: ["10%", "15%"],
    points: [0, 2],
    live: true,
  },
  {
    title: "自己的阶梯",
    line: ["预算完成率", 8, ownSteps, "预算完成率97%"],
    edit: ["扣1分", "扣0.5分"],
    points: [5, 6.5],
    live: true,
  },
  {
    title: "自己的阶梯，不足一步另选了读法",
    line: ["预算完成率", 8, ownSteps, "预算完成率97.5%"],
    edit: ["扣1分", "扣0.5分"],
    points: [5, 6.5],
    live: false,
    settings: { "clause:row:预算完成率.begunStep": "ceiling" },
  },
];

export const editedSheet = "自评表";

/** A form with one row, and another that a person judges; the clause stands in E3, the score in F3. */
export function editedForm([name, weight, standard, basis]: EditedClause["line"]): Snapshot {
  const head = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分/自评分", "评分依据"];
  const rows = [
    ["管理效率", "二级", name, weight, standard, null, basis],
    ["管理效率", "二级", "其他", 1, "由财政部门掌握。", null, null],
  ];
  return workbookOf([gridSheet([["部门整体支出绩效自评表"], head, ...rows], { name: editedSheet })]);
}
