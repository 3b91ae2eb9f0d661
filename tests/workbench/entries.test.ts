import { describe, expect, test } from "vitest";
import { formatCell } from "../../src/workbench/formatCell";
import { hiddenByWidth, layOutSheet } from "../../src/workbench/layOutSheet";
import { moveActive } from "../../src/workbench/moveActive";
import { entryText, readEntry } from "../../src/workbench/readEntry";
import { gridSheet } from "../support/grid";

describe("单元格显示", () => {
  test.each([
    [9.657, undefined, "9.657"],
    [4.99915, "0.0000", "4.9992"],
    [0.9983, "0.00%", "99.83%"],
    [1045.73, "#,##0.00", "1,045.73"],
    [44967, "yyyy-mm-dd", "2023-02-10"],
    [44967, 'yyyy"年"m"月"d"日"', "2023-02-10"],
    [-5, "0.0;(0.0)", "(5.0)"],
    [3, '0"分"', "3分"],
    [0.1 + 0.2, "General", "0.3"],
    ["10 分", "0.00", "10 分"],
    [true, undefined, "TRUE"],
    [null, "0.00", ""],
  ])("%s 按 %s 显示为 %s", (value, format, text) => {
    expect(formatCell(value, format)).toBe(text);
  });
});

describe("在单元格里输入", () => {
  test("数字、百分数、文字、公式、清除", () => {
    expect(readEntry("10", undefined)).toEqual({ content: { value: 10 } });
    expect(readEntry("99.83%", undefined)).toEqual({ content: { value: 0.9983 }, format: "0.00%" });
    expect(readEntry("99.83", { value: null, format: "0.00%" })).toEqual({ content: { value: 0.9983 } });
    expect(readEntry("10 分", undefined)).toEqual({ content: { value: "10 分" } });
    expect(readEntry("=F14", undefined)).toEqual({ content: { formula: "=F14" } });
    expect(readEntry("'=不是公式", undefined)).toEqual({ content: { value: "=不是公式" } });
    expect(readEntry("  ", { value: 1 })).toEqual({ content: { value: null } });
  });
  test.each([
    ["￥1,200.00", 1200, '"¥"#,##0.00'],
    ["¥ 1,200", 1200, '"¥"#,##0'],
    [" ￥１，２００．５０ ", 1200.5, '"¥"#,##0.00'],
    ["-￥5", -5, '"¥"#,##0'],
    ["￥-5.00", -5, '"¥"#,##0.00'],
    ["(￥1,200.00)", -1200, '"¥"#,##0.00'],
  ])("金额“%s”是数 %s，显示时还有“¥”", (text, value, format) => {
    expect(readEntry(text, undefined)).toEqual({ content: { value }, format });
    expect(readEntry(text, { value: null, format: "0.00" })).toEqual({ content: { value } });
    expect(formatCell(value, format)).toContain("¥");
  });
  test.each([
    "￥",
    "￥1,200.00元",
    "￥120万元",
    "￥1,2",
    "￥5-6",
    "-￥-5",
    "(￥5",
    "￥1.2.3",
    "$1,200",
    "￥1234567890123456",
  ])("“%s”不是一个金额，还是文字", (text) => {
    expect(readEntry(text, undefined)).toEqual({ content: { value: text } });
  });
  test("打开编辑时看到的就是能原样写回的内容", () => {
    expect(entryText({ value: 0.9983, format: "0.00%" })).toBe("99.83%");
    expect(entryText({ value: 1, formula: "=A1" })).toBe("=A1");
    expect(entryText(undefined)).toBe("");
  });
});

describe("表格的排布", () => {
  const sheet = gridSheet(
    [
      ["甲", "乙", "丙"],
      ["丁", "戊", "己"],
      ["庚", "辛", "壬"],
    ],
    { merges: ["A1:B2"], hiddenRows: [3], hiddenColumns: [4] },
  );
  const layout = layOutSheet(sheet, undefined);
  const ground = { sheet, layout };

  test("隐藏的行列不画", () => {
    expect(layout.rows).not.toContain(3);
    expect(layout.columns).not.toContain(4);
  });

  test("方向键把合并单元格当一个走，跳过隐藏的行列", () => {
    const from = { sheet: sheet.name, row: 1, column: 1 };
    expect(moveActive(ground, from, "ArrowRight", false)).toMatchObject({ row: 1, column: 3 });
    expect(moveActive(ground, from, "ArrowDown", false)).toMatchObject({ row: 4, column: 1 });
    expect(moveActive(ground, { ...from, row: 2, column: 3 }, "ArrowLeft", false)).toMatchObject({
      row: 1,
      column: 1,
    });
    expect(moveActive(ground, { ...from, column: 3 }, "ArrowRight", false)).toMatchObject({ column: 5 });
    expect(moveActive(ground, from, "a", false)).toBeNull();
  });

  test("两万行的表也排得出来", () => {
    const long = gridSheet(Array.from({ length: 20_000 }, (_, n) => [n, `第${n}行`]));
    expect(layOutSheet(long, undefined).rows.length).toBeGreaterThanOrEqual(20_000);
  });
});

describe("列数很多的表", () => {
  test("画面只画前200列，并说明还有几列没有显示", () => {
    const wide = gridSheet([Array.from({ length: 230 }, (_, n) => n)]);
    expect(layOutSheet(wide, undefined).columns).toHaveLength(200);
    expect(hiddenByWidth(wide)).toBe(30);
    expect(hiddenByWidth(gridSheet([Array.from({ length: 200 }, (_, n) => n)]))).toBe(0);
  });
});
