import { describe, expect, it } from "vitest";
import { readForms } from "../../src/form/readForms";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { formOf } from "./formOf";

type Row = readonly CellValue[];

const titles = ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "自评得分"] as const;
const money: readonly Row[] = [
  ["项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "得分"],
  ["年度资金总额", 100, 100, 90, 10, null],
];

const bookOf = (rows: readonly Row[], above: readonly Row[] = []) =>
  workbookOf([gridSheet([["项目支出绩效自评表"], ...above, titles, ...rows])]);

/** The rows of a form without a column of weights, each by its name and weight. */
const weightsOf = (rows: readonly Row[], above: readonly Row[] = []) =>
  formOf(bookOf(rows, above)).indicators.map(({ name, weight }) => [name.value, weight.value]);

const row = (level1: string | null, level2: string | null, name: string, target = "≥80人"): Row => [
  level1,
  level2,
  name,
  target,
  "72人",
  null,
];

describe("分值写在指标名称里", () => {
  it.each([
    "就业率[30分]",
    "就业率【30分】",
    "就业率{30分}",
    "就业率〔30 分〕",
    "就业率（权重30）",
    "就业率（权重：30分）",
  ])("“%s”是30分", (name) => {
    const rows = [row("产出", "数量", "场次（70分）"), row("效益", "社会", name)];
    expect(weightsOf(rows)).toEqual([
      ["场次", 70],
      ["就业率", 30],
    ]);
  });

  it.each(["就业率[30]", "就业率[注1]", "就业率（30）", "就业率（含30分以上的）"])(
    "“%s”里没有分值",
    (name) => {
      const rows = [
        row("产出", "数量", "场次（70分）"),
        row("效益", "社会", name),
        row(null, null, "满意（5分）"),
      ];
      expect(weightsOf(rows)[1]?.[1]).toBeNull();
    },
  );

  it("上级指标的“[1]”是脚注，不是分值", () => {
    const form = formOf(
      bookOf([row("产出[1]", "数量", "场次（70分）"), row("效益[30分]", "社会", "就业率")]),
    );
    expect(form.groups.map(({ name, weight }) => [name, weight?.value ?? null])).toEqual([
      ["产出[1]", null],
      ["数量", null],
      ["效益", 30],
      ["社会", null],
    ]);
  });
});

describe("权重以百分数写在指标名称里", () => {
  it("各行都有，合计100%", () => {
    const rows = [
      row("产出（50%）", "数量（30%）", "培训人数（30%）"),
      row(null, "质量（20%）", "结业率（权重20%）"),
      row("效益（30%）", "社会（30%）", "就业率[30%]"),
      row("满意度（20%）", "满意度", "学员满意度（权重：20%）"),
    ];
    expect(weightsOf(rows)).toEqual([
      ["培训人数", 30],
      ["结业率", 20],
      ["就业率", 30],
      ["学员满意度", 20],
    ]);
    const groups = formOf(bookOf(rows)).groups.filter(({ level }) => level === 1);
    expect(groups.map(({ name, weight }) => [name, weight?.value])).toEqual([
      ["产出", 50],
      ["效益", 30],
      ["满意度", 20],
    ]);
  });

  it("资金占10分，各行合计90%", () => {
    const rows = [row("产出", "数量", "人数（60%）"), row("效益", "社会", "就业率（30%）")];
    expect(weightsOf(rows, money)).toEqual([
      ["预算执行率", 10],
      ["人数", 60],
      ["就业率", 30],
    ]);
  });

  it("每组各合计100%的，是上级指标权重里的百分数", () => {
    const rows = [
      row("产出指标（权重60%）", "数量", "人数（40%）"),
      row(null, "质量", "合格率（60%）"),
      row("效益指标（权重40%）", "社会", "就业率（100%）"),
    ];
    expect(weightsOf(rows)).toEqual([
      ["人数", 24],
      ["合格率", 36],
      ["就业率", 40],
    ]);
  });

  it("只有二级指标有，二级指标下只有一行的，就是这一行的", () => {
    const rows = [
      row("产出", "数量指标（30%）", "人数"),
      row(null, "质量指标（30%）", "合格率"),
      row("效益", "社会（40%）", "就业率"),
      row(null, null, "增收"),
    ];
    expect(weightsOf(rows)).toEqual([
      ["人数", 30],
      ["合格率", 30],
      ["就业率", null],
      ["增收", null],
    ]);
  });

  it.each([
    ["不是每行都有", ["场次（60分）", "覆盖率（90%）", "合格率（40%）"]],
    ["合计不是100%", ["场次（60分）", "覆盖率（30%）", "合格率（60%）"]],
  ])("%s的，不是分值", (_, names) => {
    const rows = names.map((name) => row("产出", null, name));
    expect(weightsOf(rows).slice(1)).toEqual(names.slice(1).map((name) => [name, null]));
  });

  it.each([
    ["与目标值相同，说的是目标", ["覆盖率（40%）", "合格率（60%）"], ["≥40%", "≥60%"]],
    ["只有一行", ["覆盖率（100%）"], ["≥80人"]],
    ["合计不是100%", ["覆盖率（40%）", "合格率（50%）"], ["≥80人", "≥80人"]],
  ])("%s：没有印分值，不读", (_, names, targets) => {
    const rows = names.map((name, index) => row("产出", "质量", name, targets[index]));
    expect(readForms(bookOf(rows)).noForm?.why).toMatch(/没有印分值/u);
  });

  it("与目标值相同，但写明是权重", () => {
    const rows = [
      row("产出", "质量", "覆盖率（权重40%）", "≥40%"),
      row("产出", "质量", "合格率（权重60%）", "≥60%"),
    ];
    expect(weightsOf(rows)).toEqual([
      ["覆盖率", 40],
      ["合格率", 60],
    ]);
  });
});

describe("千分制的权重", () => {
  const table = (title: string, total: CellValue) =>
    formOf(
      workbookOf([
        gridSheet([
          ["项目支出绩效自评表"],
          ["一级指标", "三级指标", title, "目标值", "完成值", "得分"],
          ["产出", "人数", 600, "≥80人", "72人", null],
          ["效益", "就业率", 400, "≥80%", "72%", null],
          ["合计", null, total, null, null, null],
        ]),
      ]),
    );

  it.each(["1000‰", 1000])("合计%s是100分", (total) => {
    const { indicators, total: read } = table("权重（‰）", total);
    expect(indicators.map(({ weight }) => weight.value)).toEqual([60, 40]);
    expect(read?.weight?.value).toBe(100);
  });

  it("分值栏的1000就是1000", () => {
    expect(table("分值", 1000).total?.weight?.value).toBe(1000);
  });
});
