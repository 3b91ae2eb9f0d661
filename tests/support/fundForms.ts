import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet } from "./grid";

/** 年初预算数, 全年预算数, 全年执行数. */
export type Money = readonly [CellValue, CellValue, CellValue];

export interface ProjectFormOptions {
  readonly sheet?: string;
  readonly project?: string;
  readonly code?: CellValue;
  readonly year?: string;
  /** Behind 项目资金. */
  readonly unit?: string;
  /** 年度资金总额, 财政拨款, 上年结转. */
  readonly money?: readonly [Money, Money, Money];
}

export const noMoney: Money = [null, null, null];

/** A 项目支出绩效自评表 of the national layout: its amounts stand in C6:E8. */
export function projectForm(options: ProjectFormOptions = {}): SheetSnapshot {
  const {
    sheet = "项目表",
    project = "巡查服务经费",
    code = null,
    year = "（2023年度）",
    unit = "（万元）",
  } = options;
  const [total, fiscal, carried] = options.money ?? [noMoney, noMoney, noMoney];
  return gridSheet(
    [
      ["附件"],
      ["项目支出绩效自评表"],
      [year],
      ["项目名称", project, null, ...(code === null ? [] : ["项目编码", code])],
      [`项目资金${unit}`, null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      [null, "年度资金总额：", ...total, 10],
      [null, "其中：当年财政拨款", ...fiscal, "—"],
      [null, "上年结转资金", ...carried, "—"],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析"],
      ["产出指标", "数量指标", "巡查次数", "≥240次", "252次", 90],
      ["总分", null, null, null, null, 100],
    ],
    { name: sheet, merges: ["A5:B5"] },
  );
}

/** A list of projects as it is exported: its header in row 3. */
export function projectList(
  rows: readonly (readonly CellValue[])[],
  { title = "2023年度项目执行情况表", unit = "单位：元", header = plainHeader } = {},
): SheetSnapshot {
  return gridSheet([[title], [unit], header, ...rows], { name: "项目清单" });
}

const plainHeader: readonly string[] = ["项目编码", "项目名称", "年初预算数", "全年预算数", "全年执行数"];
