import { describe, expect, it } from "vitest";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { formOf } from "./formOf";

const nansha = formOf(await sampleSnapshot("samples/nansha-2023.xlsx"));
const blank = formOf(await sampleSnapshot("samples/nansha-2023-blank.xlsx"));
const city = formOf(await sampleSnapshot("samples/city-2023-blank.xlsx"));

const names = [
  ["履职效能", "整体效能", "部门整体绩效目标产出指标完成情况", 10, 10],
  ["履职效能", "整体效能", "部门整体绩效目标效益指标完成情况", 10, 9.66],
  ["履职效能", "整体效能", "部门预算资金支出率", 5, 5],
  ["履职效能", "专项效能", "专项资金绩效完成情况", 20, 20],
  ["履职效能", "专项效能", "专项资金支出率", 5, 5],
  ["管理效率", "预算编制", "新增预算项目事前绩效评估", 3, 3],
  ["管理效率", "预算执行", "结转结余率", 2, 2],
  ["管理效率", "预算执行", "财务管理合规性", 2, 2],
  ["管理效率", "信息公开", "预决算公开合规性", 2, 2],
  ["管理效率", "信息公开", "绩效信息公开情况", 2, 2],
  ["管理效率", "绩效管理", "绩效管理制度建设", 5, 5],
  ["管理效率", "绩效管理", "绩效结果应用", 3, 3],
  ["管理效率", "绩效管理", "绩效管理制度执行", 7, 7],
  ["管理效率", "采购管理", "采购意向公开合规性", 0.5, 0.5],
  ["管理效率", "采购管理", "采购意向公开合规性", 1.5, 1.5],
  ["管理效率", "采购管理", "采购内控制度建设", 1, 1],
  ["管理效率", "采购管理", "采购活动合规性", 2, 2],
  ["管理效率", "采购管理", "采购合同签订时效性", 3, 3],
  ["管理效率", "采购管理", "合同备案时效性", 1, 1],
  ["管理效率", "采购管理", "采购政策效能", 1, 1],
  ["管理效率", "资产管理", "资产配置合规性", 2, 2],
  ["管理效率", "资产管理", "资产收益上缴的及时性", 1, 1],
  ["管理效率", "资产管理", "资产盘点情况", 1, 1],
  ["管理效率", "资产管理", "数据质量", 2, 2],
  ["管理效率", "资产管理", "资产管理合规性", 2, 2],
  ["管理效率", "资产管理", "固定资产利用率", 2, 2],
  ["管理效率", "运行成本", "公用经费控制率", 2, 2],
  ["管理效率", "运行成本", "“三公”经费控制情况", 2, 2],
] as const;

const sheet = "部门整体支出绩效自评表";

describe("读南沙区填报表", () => {
  it("28行指标的层级、名称、分值、填报得分逐行一致，行号从14到41", () => {
    expect(
      nansha.indicators.map((i) => [i.level1, i.level2, i.name.value, i.weight.value, i.selfScore.typed]),
    ).toEqual(names);
    expect(nansha.indicators.map((i) => i.row)).toEqual(names.map((_, index) => 14 + index));
  });

  it("采购意向公开合规性两行：名称取自E27，序号1和2，各有评分标准，共用指标解释", () => {
    const parts = nansha.indicators.filter((i) => i.name.value === "采购意向公开合规性");
    expect(parts.map((i) => [i.row, i.part, i.name.at.row, i.weight.at.row])).toEqual([
      [27, 1, 27, 27],
      [28, 2, 27, 28],
    ]);
    expect(parts[0]?.standard?.value).toBe("采购意向100%公开的得满分，否则不得分。");
    expect(parts[1]?.standard?.value).toMatch(/^采购意向公开时限/u);
    expect(parts[1]?.standard?.at.row).toBe(28);
    expect(parts[1]?.definition).toEqual(parts[0]?.definition);
    expect(nansha.indicators.filter((i) => i.part !== 1)).toHaveLength(1);
  });

  it("各列按标题找到，三个分值列按位置区分", () => {
    expect(nansha.headerRow).toBe(13);
    expect(nansha.columns).toEqual({
      level1: 1,
      level1Weight: 2,
      level2: 3,
      level2Weight: 4,
      name: 5,
      weight: 6,
      definition: 7,
      standard: 8,
      selfScore: 9,
      target: null,
      adjusted: null,
      operator: null,
      unit: null,
      actual: null,
      basis: 10,
      evidence: 11,
    });
  });

  it("各级指标每组一次，带分值和所辖行", () => {
    expect(nansha.groups.map((g) => [g.level, g.name, g.weight?.value, g.rows.length])).toEqual([
      [1, "履职效能", 50, 5],
      [2, "整体效能", 25, 3],
      [2, "专项效能", 25, 2],
      [1, "管理效率", 50, 23],
      [2, "预算编制", 3, 1],
      [2, "预算执行", 4, 2],
      [2, "信息公开", 4, 2],
      [2, "绩效管理", 15, 3],
      [2, "采购管理", 10, 7],
      [2, "资产管理", 10, 6],
      [2, "运行成本", 4, 2],
    ]);
  });

  it("表头信息：部门、年度、单位数、目标、完成情况、未能完成原因", () => {
    const { head } = nansha;
    expect(head.department).toEqual({
      value: "广州市南沙区人力资源和社会保障局",
      at: { sheet, row: 5, column: 3 },
    });
    expect(head.year).toEqual({ value: 2023, at: { sheet, row: 3, column: 1 } });
    expect(head.unitCount).toEqual({ value: 6, at: { sheet, row: 5, column: 10 } });
    expect(head.goal?.value).toMatch(/^区人社局坚持/u);
    expect(head.goalResult?.value).toMatch(/^1\.全力促进就业创业/u);
    expect(head.shortfall).toEqual({ value: "-", at: { sheet, row: 8, column: 3 } });
  });

  it("部门预算七个数，各带栏目、上级栏目和单元格", () => {
    expect(
      nansha.head.budget.map(({ group, title, amount }) => [group, title, amount.value, amount.at.column]),
    ).toEqual([
      ["", "总预算", 40402.77, 3],
      ["部门预算", "基本支出", 2679.33, 5],
      ["部门预算", "项目支出", 34543.62, 7],
      ["事业发展支出", "专项资金", 416.08, 8],
      ["事业发展支出", "其他事业发展支出", 2763.74, 9],
      ["事业发展支出(按预算级次划分)", "区本级资金", 2525.4, 10],
      ["事业发展支出(按预算级次划分)", "对下转移支付", 238.34, 11],
    ]);
    expect(nansha.head.budget.every(({ amount }) => amount.at.row === 12)).toBe(true);
  });

  it("总分、评价等级和整张表的范围", () => {
    expect(nansha.total).toEqual({
      score: { at: { sheet, row: 42, column: 9 }, typed: 99.66, text: "99.66", formula: null },
      weight: { value: 100, at: { sheet, row: 42, column: 6 } },
    });
    expect(nansha.grade?.value).toMatch(/^√优/u);
    expect(nansha.grade?.at).toEqual({ sheet, row: 43, column: 6 });
    expect(nansha.area).toEqual({ top: 1, left: 1, bottom: 44, right: 11 });
    expect(nansha.remarks).toEqual([]);
  });
});

describe("读空白表和市级表", () => {
  it("空白表：得分为空即未填，不是0", () => {
    expect(blank.indicators.map((i) => [i.selfScore.typed, i.selfScore.text])).toEqual(
      names.map(() => [null, ""]),
    );
    expect(blank.total?.score.typed).toBeNull();
    expect(blank.indicators.map((i) => i.weight.value)).toEqual(names.map((row) => row[3]));
  });

  it("市级表：第一张表是自评表，指标完成情况表和通报表不是", () => {
    expect(city.sheet).toBe(sheet);
    expect(city.indicators.map((i) => [i.level1, i.level2, i.name.value, i.weight.value])).toEqual(
      names.map((row) => row.slice(0, 4)),
    );
    expect(city.indicators[17]?.basis?.value).toMatch(/及时率约95%/u);
    expect(city.head.department?.value).toBe("广州市人力资源和社会保障局");
    expect(city.head.year?.value).toBe(2023);
  });

  it("市级表：单位数未填为空，预算未填为空且知道填在哪里", () => {
    expect(city.head.unitCount).toBeNull();
    expect(city.head.budget.map(({ title, amount }) => [title, amount.value, amount.at.row])).toEqual(
      ["总预算", "基本支出", "项目支出", "专项资金", "其他事业发展支出", "市本级资金", "对下转移支付"].map(
        (title) => [title, null, 12],
      ),
    );
    expect(city.remarks).toEqual([]);
  });
});
