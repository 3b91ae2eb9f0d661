import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { formOf } from "./formOf";

type Row = readonly CellValue[];

const title: Row = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
const road: Row = ["产出", "数量", "修路", "≥10公里", "9公里", 50, null];
const people: Row = ["效益", "社会", "受益", "≥100人", "80人", 40, null];
const content: Row = ["满意度", "满意度", "满意度", "≥90%", "81%", 10, null];
const total: Row = ["总分", null, null, null, null, 100, null];

function read(...rows: readonly Row[]) {
  const { indicators, total: end, remarks } = formOf(workbookOf([gridSheet([title, ...rows])]));
  return {
    rows: indicators.map(({ row }) => row),
    total: end?.score.at.row ?? null,
    unread: remarks.filter(({ text }) => text.includes("没有读取")),
  };
}

describe("没有填的几行下面还有指标", () => {
  const blanks: readonly (readonly [string, readonly Row[]])[] = [
    [
      "二级指标下面空着",
      [
        [null, "质量指标"],
        [null, "时效指标"],
        [null, "成本指标"],
      ],
    ],
    [
      "指标1：指标2：……",
      [
        [null, "质量指标", "指标1："],
        [null, null, "指标2："],
        [null, null, "……"],
        [null, "时效"],
      ],
    ],
    ["空行", [[null], [null], [null], [null], [null]]],
    [
      "自己起的名字",
      [
        [null, "生态"],
        [null, "经济"],
        [null, "可持续"],
        [null, "其他方面"],
      ],
    ],
  ];
  it.each(blanks)("有总分一行：读到总分（%s）", (_, gap) => {
    const at = 3 + gap.length;
    const form = read(road, ...gap, people, content, total);
    expect(form).toEqual({ rows: [2, at, at + 1], total: at + 2, unread: [] });
  });

  it("第一条指标前面空着", () => {
    const form = read(
      ["产出", "数量", "……"],
      [null, "质量"],
      [null, "时效"],
      [null, "成本"],
      road,
      people,
      content,
    );
    expect(form.rows).toEqual([6, 7, 8]);
  });

  it("没有总分：印着的空行不算，其余空行隔开的说明没有读", () => {
    const printed = read(road, [null, "质量指标"], [null, "时效指标"], [null, "成本指标"], people);
    expect(printed.rows).toEqual([2, 6]);
    const apart = read(road, [null], [null], [null], people, content);
    expect(apart.rows).toEqual([2]);
    expect(apart.unread[0]?.text).toContain("第6行“受益”有分值");
  });

  it("隔着几行的“合计”是别的表的，不是总分", () => {
    const other: readonly Row[] = [
      [null],
      ["附：资金明细"],
      ["序号", "名称", "摘要", "来源", "去向", "金额", null],
      [1, "设备", "采购", "财政", "甲公司", 5200, null],
      ["合计", null, null, null, null, 5200, null],
    ];
    expect(read(road, people, [null], [null], ...other)).toMatchObject({ rows: [2, 3], total: null });
  });
});
