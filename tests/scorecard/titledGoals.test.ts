import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

/* A sign or a unit that the title of a column prints once counts for every figure below it. */

function rowOf(titles: readonly [string, string], target: CellValue, actual: CellValue) {
  const grid = [
    ["项目支出绩效自评表"],
    ["项目名称", "甲"],
    ["一级指标", "二级指标", "三级指标", ...titles, "分值", "得分"],
    ["产出指标", "数量指标", "甲", target, actual, 90, null],
    ["总分", null, null, null, null, 90, null],
  ];
  return evaluated(workbookOf([gridSheet(grid)])).scorecard.rows[0];
}

describe("目标值、实际完成值的标题里的符号和单位", () => {
  it.each<[string, CellValue, CellValue, number | null]>([
    ["年度指标值（≤）", "100件", "125件", 72],
    ["年度指标值(≥)", "100件", "125件", 90],
    // 自己写了符号的，以自己的为准；几个符号是说可以怎样填。
    ["年度指标值（≤）", "≥100件", "90件", 81],
    ["年度指标值（≥、≤、＝）", "100件", "90件", 81],
    ["年度指标值（A）", "100件", "90件", 81],
  ])("%s，%s：%s", (title, target, actual, points) => {
    expect(rowOf([title, "实际完成值"], target, actual)?.points).toBe(points);
  });

  it.each<[string, string, CellValue, CellValue, number | null]>([
    ["年度指标值（万元）", "实际完成值（元）", 100, 90, null],
    ["年度指标值（万元）", "实际完成值（单位：元）", "≥100", "900000", null],
    ["年度指标值（万元）", "实际完成值", 100, "900000元", null],
    ["年度指标值（万元）", "实际完成值（万元）", 100, 90, 81],
    ["年度指标值（万元）", "实际完成值", 100, 90, 81],
    ["年度指标值（万元）", "实际完成值（元）", "100人", "90人", 81],
  ])("%s、%s，%s：%s", (wanted, done, target, actual, points) => {
    const row = rowOf([wanted, done], target, actual);
    expect(row?.points).toBe(points);
    if (points === null) expect(row?.reason).toContain("单位不同");
  });
});
