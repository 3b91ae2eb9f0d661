import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { formOf } from "./formOf";

const levels = ["一级指标", "二级指标", "三级指标"] as const;
type Row = readonly CellValue[];

function read(
  rows: readonly Row[],
  merges: readonly string[] = [],
  title = "项目支出绩效自评表（2023年度）",
) {
  const form = formOf(workbookOf([gridSheet([[title], ["项目名称", "村道"], ...rows], { merges })]));
  const [indicator] = form.indicators;
  return {
    ...form,
    target: indicator?.goal?.target.content,
    actual: indicator?.goal?.actual.content,
    doubts: indicator?.goal?.doubts.map(({ text }) => text) ?? [],
  };
}

/** 目标值 and 完成值 twice, under two headings. */
function twice(one: string, other: string, merged: boolean, title?: string) {
  return read(
    [
      [...levels, one, null, other, null, "分值", "得分"],
      [null, null, null, "目标值", "完成值", "目标值", "完成值", null, null],
      ["产出", "数量", "修路", "≥8公里", "7公里", "≥10公里", "9公里", 100, null],
    ],
    merged ? ["D3:E3", "F3:G3", "A3:A4", "B3:B4", "C3:C4", "H3:H4", "I3:I4"] : [],
    title,
  );
}

describe("两层表头里的年度和阶段", () => {
  const second = [
    ["2022年", "2023年"],
    ["上年度", "本年度"],
    ["上年情况", "本年情况"],
    ["2022年度指标", "2023年度指标"],
    ["上半年", "全年"],
    ["1-6月", "1-12月"],
    ["中期", "期末"],
    ["财政部门审核", "预算单位填报"],
  ] as const;
  it.each(second.flatMap(([one, other]) => [true, false].map((merged) => [one, other, merged] as const)))(
    "%s、%s（合并：%s）：读后一组",
    (one, other, merged) => {
      const { target, actual } = twice(one, other, merged);
      expect([target, actual]).toEqual(["≥10公里", "9公里"]);
    },
  );

  it.each([
    ["2023年", "2024年"],
    ["本年", "下年"],
    ["2023年", "2022年"],
    ["全年", "上半年"],
  ])("%s、%s：读前一组", (one, other) => {
    const { target, actual, doubts } = twice(one, other, true);
    expect([target, actual, doubts]).toEqual(["≥8公里", "7公里", []]);
  });

  it("表没有写年度：有完成值的最后一年", () => {
    const { target, actual } = twice("2022年", "2023年", true, "项目支出绩效自评表");
    expect([target, actual]).toEqual(["≥10公里", "9公里"]);
  });

  it.each(["2022年", "2024年"])("%s的目标值、完成值旁边有没写年度的：没写的是本年的", (year) => {
    const { target, actual, doubts } = read([
      [...levels, `${year}目标值`, `${year}完成值`, "年度指标值", "实际完成值", "分值", "得分"],
      ["产出", "数量", "修路", "≥8公里", "7公里", "≥10公里", "9公里", 100, null],
    ]);
    expect([target, actual, doubts]).toEqual(["≥10公里", "9公里", []]);
  });

  it("两组都不是本表的年度：要问", () => {
    const { doubts } = twice("2021年", "2022年", true);
    expect(doubts).toEqual(["目标值、完成值的标题说的是2022年，表是2023年度的，2023年的各是多少"]);
  });

  it.each([
    ["市级", "区级"],
    ["", ""],
  ])("“%s”、“%s”分不出来：每行都问", (one, other) => {
    const { doubts, remarks } = twice(one, other, true);
    expect(doubts).toEqual([
      "目标值（D4）“≥8公里”、目标值（F4）“≥10公里”，不知道哪一栏是本年全年的，以哪个为准",
      "完成值（E4）“7公里”、完成值（G4）“9公里”，不知道哪一栏是本年全年的，以哪个为准",
    ]);
    expect(remarks.map(({ at }) => at.column)).toEqual([6, 7]);
  });

  it("目标值、完成值各分上年、本年", () => {
    const { target, actual, doubts } = read(
      [
        [...levels, "目标值", null, "完成值", null, "分值", "得分"],
        [null, null, null, "上年", "本年", "上年", "本年", null, null],
        ["产出", "数量", "修路", "≥8公里", "≥10公里", "7公里", "9公里", 100, null],
      ],
      ["D3:E3", "F3:G3"],
    );
    expect([target, actual, doubts]).toEqual(["≥10公里", "9公里", []]);
  });

  it.each(["（2022年）", "（上半年）", "（上年）", "2022年"])("年度在标题后面：目标值%s", (last) => {
    const { target, actual } = read([
      [...levels, `目标值${last}`, `完成值${last}`, "目标值（2023年）", "完成值（2023年）", "分值", "得分"],
      ["产出", "数量", "修路", "≥8公里", "7公里", "≥10公里", "9公里", 100, null],
    ]);
    expect([target, actual]).toEqual(["≥10公里", "9公里"]);
  });

  it("得分分2022年、2023年：只写本年的一栏", () => {
    const { columns } = read(
      [
        [...levels, "分值", "目标值", "完成值", "得分", null],
        [null, null, null, null, null, null, "2022年", "2023年"],
        ["产出", "数量", "修路", 100, "≥10公里", "9公里", 96, null],
      ],
      ["G3:H3"],
    );
    expect(columns.selfScore).toBe(8);
  });

  it("分值分原分值、调整后分值：按调整后的", () => {
    const { indicators } = read(
      [
        [...levels, "目标值", "完成值", "分值", null, "得分"],
        [null, null, null, null, null, "原分值", "调整后分值", null],
        ["产出", "数量", "修路", "≥10公里", "9公里", 60, 50, null],
        ["产出", "数量", "修桥", "≥2座", "2座", 40, 50, null],
      ],
      ["F3:G3"],
    );
    expect(indicators.map(({ weight }) => weight.value)).toEqual([50, 50]);
  });

  it("第一行的目标值就是“2023年”“全年”：不是表头", () => {
    const { indicators } = read([
      [...levels, "目标值", "完成值", "分值", "得分"],
      ["产出", "时效", "完工", "2023年", "2023年", 50, null],
      ["产出", "时效", "开放", "全年", "全年", 50, null],
    ]);
    expect(indicators.map(({ name }) => name.value)).toEqual(["完工", "开放"]);
  });

  it.each([
    ["权重（‰）", 300, 700, 30],
    ["权重（‰）", "300‰", "700‰", 30],
    ["权重", 0.3, 0.7, 30],
    ["分值", 300, 700, 300],
  ])("%s %s、%s：%s分", (title, one, other, points) => {
    const { indicators } = read([
      [...levels, title, "目标值", "完成值", "得分"],
      ["产出", "数量", "修路", one, "≥10公里", "9公里", null],
      ["产出", "数量", "修桥", other, "≥2座", "2座", null],
    ]);
    expect(indicators[0]?.weight.value).toBe(points);
  });

  it.each([
    ["40%", 100, "60%", 100, null],
    [0.4, 40, 0.6, 60, 40],
    [40, 100, 60, 100, 40],
  ])("权重%s又有分值%s", (one, oneOf, other, otherOf, points) => {
    const { indicators } = read([
      [...levels, "目标值", "完成值", "权重", "分值", "得分", "加权得分"],
      ["产出", "数量", "修路", "≥10公里", "9公里", one, oneOf, null, null],
      ["产出", "数量", "修桥", "≥2座", "2座", other, otherOf, null, null],
    ]);
    expect(indicators[0]?.weight.value).toBe(points);
    expect(indicators[0]?.weight.asked === true).toBe(points === null);
  });

  it.each([["等级"], ["评价等级"]])("指标名叫“%s”，有分值和目标值：表没有完", (name) => {
    const { indicators } = read([
      [...levels, "分值", "目标值", "完成值", "得分"],
      ["产出", "质量", name, 50, "A级", "A级", null],
      ["产出", "数量", "修桥", 50, "≥2座", "2座", null],
      [name, "□优", null, null, null, null, null],
    ]);
    expect(indicators.map(({ name: { value } }) => value)).toEqual([name, "修桥"]);
  });
});
