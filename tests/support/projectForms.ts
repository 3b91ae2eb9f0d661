import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet } from "./grid";

/** What one 项目支出绩效自评表 differs in from another. */
export interface ProjectForm {
  readonly name?: string;
  readonly project?: string;
  readonly year?: number;
  /** 全年执行数 of 200. */
  readonly spent?: CellValue;
  /** Of 100 persons wanted. */
  readonly trained?: CellValue;
  /** Of 95 % wanted. */
  readonly satisfied?: CellValue;
  /** What is said of the effect, which only a person can judge; null: the row has a figure instead. */
  readonly effect?: string | null;
}

/** Where its cells stand: the fund block's points, then those of the four rows, then the total. */
export const projectCells = { fund: "G6", first: "G9", trained: "E9", last: "G12", total: "G13" } as const;

/** A 项目支出绩效自评表 of the national layout, its points blank: 预算执行率 10, rows of 30, 20, 30 and 10. */
export function projectForm({
  name = "项目",
  project = "技能培训补助",
  year = 2024,
  spent = 190,
  trained = "104人",
  satisfied = "97%",
  effect = null,
}: ProjectForm = {}): SheetSnapshot {
  const benefit = effect === null ? ["≥90%", "92%"] : ["明显改善", effect];
  const lines: readonly (readonly CellValue[])[] = [
    ["项目支出绩效自评表"],
    [`（${year}年度）`],
    ["项目名称", project, null, "主管部门", "云山市某局"],
    ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "得分", "执行率"],
    [null],
    ["年度资金总额", null, 200, 200, spent, 10, null, null],
    [null],
    [
      "一级指标",
      "二级指标",
      "三级指标",
      "年度指标值",
      "实际完成值",
      "分值",
      "得分",
      "偏差原因分析及改进措施",
    ],
    ["产出指标", "数量指标", "培训人数", "≥100人", trained, 30, null, null],
    [null, "时效指标", "按期发放率", "≥100%", "100%", 20, null, null],
    ["效益指标", "社会效益指标", "就业帮扶效果", ...benefit, 30, null, null],
    ["满意度指标", "服务对象满意度指标", "学员满意度", "≥95%", satisfied, 10, null, null],
    ["总分", null, null, null, null, 100, null, null],
  ];
  return gridSheet(lines, { name, merges: ["A1:H1", "A2:H2", "A13:E13"] });
}
