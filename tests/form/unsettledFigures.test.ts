import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf, type GridOptions } from "../support/grid";
import { evaluated } from "../support/scored";

/* A figure that is not final, not of the whole year or not all that its title says is asked about. */

type Row = readonly CellValue[];

interface Tried {
  readonly title?: string;
  readonly beside?: CellValue;
  readonly reason?: string;
  readonly executedTitle?: string;
  readonly label?: string;
  readonly executed?: CellValue;
  readonly options?: GridOptions;
}

/** Points of the money and of 培训人数, which was met. */
function tried(given: Tried): readonly (number | null | undefined)[] {
  const { title = "备注", beside = null, reason = null } = given;
  const { executedTitle = "全年执行数", label = "年度资金总额", executed = 98, options = {} } = given;
  const rows: readonly Row[] = [
    ["项目支出绩效自评表"],
    ["项目资金（万元）", null, "年初预算数", "全年预算数", executedTitle, "分值", "执行率", "得分"],
    [null, label, 100, 100, executed, 10, null, null],
    [
      "一级指标",
      "二级指标",
      "三级指标",
      "分值",
      "年度指标值",
      "实际完成值",
      "得分",
      "偏差原因分析及改进措施",
      title,
    ],
    ["产出指标", "数量指标", "培训人数", 90, "≥100人", 120, null, reason, beside],
    ["总分", null, null, 100, null, null, null, null, null],
  ];
  const form = gridSheet(rows, { name: "自评表", ...options });
  return evaluated(workbookOf([form])).scorecard.rows.map(({ points }) => points);
}

describe("旁边一栏说这个数还不作准", () => {
  it.each([
    ["数据来源", "预计数"],
    ["数据状态", "未核实"],
    ["数据状态", "初报"],
    ["是否有效", "部分"],
    ["是否有效", "否"],
    ["是否计分", "否"],
    ["数据截止日", "2023年6月30日"],
    ["", "未完成"],
    ["完成进度", "60%"],
  ])("“%s”写着“%s”：问", (title, beside) => {
    expect(tried({ title, beside })).toEqual([9.8, null]);
  });

  it.each([
    ["数据来源", "业务台账"],
    ["数据状态", "已核实"],
    ["是否有效", "是"],
    ["数据状态", "正式"],
    ["是否纳入统计", "已纳入"],
    ["是否政府采购", "否"],
    ["数据截止日", "2023年12月31日"],
    ["", "已完成"],
    ["完成进度", "120%"],
    ["完成进度", "100%"],
    ["偏离度", "20%"],
  ])("“%s”写着“%s”：不问", (title, beside) => {
    expect(tried({ title, beside })).toEqual([9.8, 90]);
  });
});

describe("偏差原因说这个数还不作准", () => {
  it.each([
    "按上年数填列",
    "数据待核实",
    "数据为预计数",
    "部分路段尚未完工",
    "只完成路基",
    "统计结果尚未审定",
  ])("“%s”：问", (reason) => {
    expect(tried({ reason })).toEqual([9.8, null]);
  });

  it.each([
    "无偏差",
    "培训需求增加，超额完成",
    "按计划完成",
    "与上年数基本持平",
    "数据已经核实",
    "工程均已完工",
  ])("“%s”：不问", (reason) => {
    expect(tried({ reason })).toEqual([9.8, 90]);
  });
});

describe("资金的表头、行名、数说了别的", () => {
  it.each([
    { executedTitle: "全年执行数（含应付款）" },
    { executedTitle: "全年执行数（截至6月底）" },
    { label: "年度资金总额（含预拨款）" },
    { executed: "约95" },
    { executed: "95*" },
  ])("%o：问执行率", (given) => {
    expect(tried(given)).toEqual([null, 90]);
  });

  it.each([
    { executedTitle: "全年执行数（B）" },
    { executedTitle: "全年执行数（万元）" },
    { label: "年度资金总额（含上年结转）" },
  ])("%o：不问", (given) => {
    expect(tried(given)).toEqual([9.8, 90]);
  });
});

describe("数字格式里的话", () => {
  it.each(['"不足"0"人"', '"约"0', '"≤"0'])("显示成%s：问", (format) => {
    expect(tried({ options: { formats: { F5: format } } })).toEqual([9.8, null]);
  });

  it.each(["0", '0"人"', "#,##0", "[>=1000]#,##0;0"])("显示成%s：不问", (format) => {
    expect(tried({ options: { formats: { F5: format } } })).toEqual([9.8, 90]);
  });
});
