import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recalculate, withResults } from "../../../src/adapters/xlsx/recalculate";
import { shownFormula, storedFormula } from "../../../src/adapters/xlsx/formulaSpelling";
import { movedFormula } from "../../../src/adapters/xlsx/formulas";
import { referencesOf } from "../../../src/adapters/xlsx/references";
import { scanFormula } from "../../../src/workbook/formulaScan";
import type { FunctionArgument, FunctionTable } from "../../../src/workbook/port";
import { gridSheet, workbookOf } from "../../support/grid";

const seen: (readonly FunctionArgument[])[] = [];
const functions: FunctionTable = {
  EXECRATE: (args) => {
    seen.push(args);
    const [rates] = args;
    const values = Array.isArray(rates) ? rates.flat().filter((value) => typeof value === "number") : [];
    return values.length === 0 ? { error: "#N/A", message: "没有执行率" } : Math.min(...values);
  },
  GRADE: () => "优",
};

const joined = (text: string): string =>
  scanFormula(text)
    .map((piece) => piece.text)
    .join("");

/** The result of one formula in C1 over a grid. */
function result(formula: string, grid: readonly (readonly (string | number | boolean | null)[])[] = []) {
  const [first = [], ...rest] = grid;
  const line = [first[0] ?? null, first[1] ?? null, formula];
  const sheet = gridSheet([line, ...rest], { name: "表 1" });
  return recalculate(workbookOf([sheet]), functions)
    .get("表 1")
    ?.get(1)
    ?.get(3);
}

describe("计算公式的结果", () => {
  it.each([
    ["=ROUND(1.005,2)", 1.01],
    ["=ROUND(0.145,2)", 0.15],
    ["=ROUND(-2.5,0)", -3],
    ["=ROUND(4.99915,2)", 5],
    ["=ROUND(1234.5,-2)", 1200],
    ["=ROUNDUP(1.001,2)", 1.01],
    ["=ROUNDDOWN(-1.019,2)", -1.01],
    ['=LENB("合同a")', 5],
    ['=VALUE("1,250.5")', 1250.5],
    ['=VALUE("99.83%")', 0.9983],
    ['=VALUE("1,2")', "#VALUE!"],
    ['=VALUE("2023-12-31")', 45291],
    ['=IF(1=1,"",1)', null],
    ["=JX.GRADE(1)", "优"],
    ["=jx.grade(1)", "优"],
    ["=Z9", 0],
    ["=IF(ISERROR(JX.EXECRATE(A9)),1,2)", 1],
  ])("%s", (formula, expected) => {
    expect(result(formula)).toEqual(expected);
  });

  it("区域按行列交给函数，空格是空，单个单元格是一个值", () => {
    seen.length = 0;
    expect(
      result("=JX.EXECRATE(A1:B2,A1)", [
        [0.5, null, null],
        [0.25, "甲"],
      ]),
    ).toBe(0.25);
    expect(seen).toEqual([
      [
        [
          [0.5, null],
          [0.25, "甲"],
        ],
        0.5,
      ],
    ]);
  });

  it("参数里有错误值时结果就是它，函数不被调用", () => {
    seen.length = 0;
    expect(result("=JX.EXECRATE(A1:B1)", [["#REF!", 1]])).toBe("#REF!");
    expect(seen).toEqual([]);
  });

  it("没有交进来的函数得 #NAME?", () => {
    expect(result("=JX.NOTTHERE(1)")).toBe("#NAME?");
  });

  it("数组里逐个取整", () => {
    expect(
      result("=SUMPRODUCT(ROUND(A1:B2,2))", [
        [1.005, 0.145, null],
        [2, 3],
      ]),
    ).toBeCloseTo(6.16, 12);
  });

  it("跨表、链式，写回快照", () => {
    const snapshot = workbookOf([
      gridSheet([["=B1*2", "='底 稿'!A1+1"]], { name: "表" }),
      gridSheet([[4]], { name: "底 稿" }),
    ]);
    const shown = withResults(snapshot, recalculate(snapshot, functions));
    expect(shown.sheets[0]?.rows.get(1)?.get(1)).toEqual({ value: 10, formula: "=B1*2" });
    expect(snapshot.sheets[0]?.rows.get(1)?.get(1)?.value).toBeNull();
  });

  it("循环引用不会停不下来", () => {
    const snapshot = workbookOf([gridSheet([["=B1", "=A1"]])]);
    expect(recalculate(snapshot, functions).get("Sheet1")?.get(1)?.size).toBe(2);
  });
});

describe("公式的写法", () => {
  it.each([
    ["_xldudf_JX_EXECRATE(A1)", "=JX.EXECRATE(A1)"],
    ["1+_xldudf_jx_execrate(A1)", "=1+JX.EXECRATE(A1)"],
    ["jx.execrate(A1)", "=JX.EXECRATE(A1)"],
    ["@JX.EXECRATE(A1)", "=JX.EXECRATE(A1)"],
    ["_xlfn.JX.EXECRATE(A1)", "=JX.EXECRATE(A1)"],
    ['"JX.a("&MYJX.EXECRATE(A1)', '="JX.a("&MYJX.EXECRATE(A1)'],
    ["'jx.a('!A1+_xlfn.CONCAT(A1)", "='jx.a('!A1+_xlfn.CONCAT(A1)"],
    ["评分底稿!$D$8+'评分 底稿'!A1+\"表!A1\"", "='评分底稿'!$D$8+'评分 底稿'!A1+\"表!A1\""],
    ['IF(A1,TRUE(),FALSE())&"TRUE()"', '=IF(A1,TRUE,FALSE)&"TRUE()"'],
    ["[1]表!A1+一月:三月!A1+#REF!A1", "=[1]表!A1+一月:三月!A1+#REF!A1"],
  ])("读 %s", (stored, shown) => {
    expect(shownFormula(stored)).toBe(shown);
  });

  it("写出再读回不变", () => {
    const formula = `=IF(A1="jx.x(",JX.RATESCORE(JX.EXECRATE('jx.y('!D8,1),F16),"_xldudf_JX_")`;
    expect(storedFormula(formula)).toContain("_xldudf_JX_RATESCORE(_xldudf_JX_EXECRATE(");
    expect(shownFormula(storedFormula(formula))).toBe(formula);
  });

  it.each([
    ["A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"],
    ["SUM(A:B,3:4,$C:$C)", "SUM(B:C,5:6,$C:$C)"],
    ["LOG10(A1)+'A1'!A1+A1!B2", "LOG10(B3)+'A1'!B3+A1!C4"],
    ['"A1"&名称A1&1E5&TRUE', '"A1"&名称A1&1E5&TRUE'],
    ["表[A1]+[1]Sheet1!A1", "表[A1]+[1]Sheet1!B3"],
  ])("共享公式 %s 移一列两行", (formula, moved) => {
    expect(movedFormula(formula, { row: 1, column: 1 }, { row: 3, column: 2 })).toBe(moved);
  });

  it("移出表外成为 #REF!", () => {
    expect(movedFormula("A1", { row: 2, column: 1 }, { row: 1, column: 1 })).toBe("#REF!");
  });

  it("引用的区域，包括名称背后的", () => {
    const names = new Map([["满分", "'参 数'!$B$1"]]);
    const found = referencesOf(`=SUM('底 稿'!$D$8:D19,F16,满分)&"Z9"`, "表", names);
    expect(
      found.areas.map(({ sheet, area }) => [sheet, area.top, area.left, area.bottom, area.right]),
    ).toEqual([
      ["底 稿", 8, 4, 19, 4],
      ["表", 16, 6, 16, 6],
      ["参 数", 1, 2, 1, 2],
    ]);
    expect(referencesOf("=INDIRECT(A1)", "表", names).anywhere).toBe(true);
    expect(referencesOf("=SUM(表1[得分])", "表", names).opaque).toBe(true);
  });

  it("任何文字都不会使扫描出错，拼起来还是原文", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", '"', "[", "]", "A", "1", ":", "$", "!", "(", ",", "表") }),
        (text) => {
          referencesOf(text, "表", new Map());
          movedFormula(text, { row: 1, column: 1 }, { row: 2, column: 2 });
          const shown = shownFormula(text);
          return joined(text) === text && shownFormula(shown.slice(1)) === shown;
        },
      ),
    );
  });
});
