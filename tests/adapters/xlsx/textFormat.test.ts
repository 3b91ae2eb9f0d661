import { describe, expect, it } from "vitest";
import { recalculate } from "../../../src/adapters/xlsx/recalculate";
import { engineFormula } from "../../../src/adapters/xlsx/engineFormula";
import { gridSheet, workbookOf } from "../../support/grid";

const textOf = (format: string): string => `=TEXT(A1,"${format.replaceAll('"', '""')}")`;

describe("TEXT 的格式", () => {
  it.each<[format: string, value: number | string, shown: string | null]>([
    ["0", -2.5, "-3"],
    ["0.00", 1.005, "1.01"],
    ["0.00", -0.004, "0.00"],
    ["#.##", 100, "100."],
    ["#,##0.00", 1234567.891, "1,234,567.89"],
    ["0.0%", 0.125, "12.5%"],
    ["00000", 100, "00100"],
    ["0.00_ ", 9.657, "9.66 "],
    ["#,##0.00_);(#,##0.00)", -2.5, "(2.50)"],
    ["0.0_);", -2.5, null],
    ["¥0.00", 9.657, "¥9.66"],
    ["￥#,##0.00元", 12345, "￥12,345.00元"],
    ["\\¥0\\分", 9.657, "¥10分"],
    ["第0项", 5, "第5项"],
    ['0.0"%"', 9.657, "9.7%"],
    ['0.0,"万"', 45291.5, "45.3万"],
    ['0!.0,"万元"', 45291.5, "4.5万元"],
    ["0.00,,", 1234567.891, "1.23"],
    ["[>9]优;[>8]良;差", 9.657, "优"],
    ["[>9]优;[>8]良;差", 8.5, "良"],
    ["[>=90]优;差", 89.99, "差"],
    ["[Red]0.0", 5, "5.0"],
    ['0.00;-0.00;"-"', 0, "-"],
    ["0;-0;零", 0, "零"],
    ["* #,##0_ ", 12345, "12,345 "],
    ["@元", 9.5, "9.5元"],
    ["0.0", "文字", "文字"],
    ["0;0;;「@」", "甲", "「甲」"],
    ["aaaa", 45291.5, "星期日"],
    ["yyyy-mm-dd", 45291.5, "2023-12-31"],
    ['yyyy"年"m"月"d"日"', 45291.5, "2023年12月31日"],
    ["yyyy年mm月", 45017, "2023年04月"],
    ["yyyy.m.d", 45017, "2023.4.1"],
  ])("%s，%s", (format, value, shown) => {
    const snapshot = workbookOf([gridSheet([[value, textOf(format)]])]);
    expect(recalculate(snapshot, {}).get("Sheet1")?.get(1)?.get(2)).toBe(shown);
  });

  it.each([
    "[DBNum1]0",
    "[DBNum2][$-804]General",
    "# ?/?",
    "0/0",
    "0.00E+00",
    "General",
    "G/通用格式",
    "mmm",
    "h:mm",
    "上午/下午h:mm",
    "[$-804]yyyy",
    "[红色]0",
    "0.0?",
    "e年",
    "",
    "yyyy0",
    "0;0;0;0;0",
  ])("%s：没有把握，不在这里算", (format) => {
    const around = { sheet: "表", names: new Map<string, string>(), used: () => ({ bottom: 9, right: 9 }) };
    expect(engineFormula(textOf(format), around).known).toBe(false);
  });
});
