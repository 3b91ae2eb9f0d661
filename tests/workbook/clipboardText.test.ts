import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClipboardText, writeClipboardText } from "../../src/workbook/clipboardText";

describe("剪贴板上的文字", () => {
  test.each([
    ["一格", "甲", [["甲"]]],
    ["什么也没有", "", [[""]]],
    ["Excel：几行几列，末尾有换行", "1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]], // prettier-ignore
    ["Excel：格内换行加引号，行数不变", '"第一行\n第二行"\t99.83%\r\n乙\t3\r\n', [["第一行\n第二行", "99.83%"], ["乙", "3"]]], // prettier-ignore
    ["Excel：格内换行时引号成双", '"他说""好""\n走"\r\n', [['他说"好"\n走']]],
    ["Excel：没有换行的引号原样", '预算"三公"经费\t"好"\r\n', [['预算"三公"经费', '"好"']]],
    ["格内制表符", '"甲\t乙"\t丙', [["甲\t乙", "丙"]]],
    ["LibreOffice：LF，末尾没有换行", '"甲\n乙"\t1\n丙\t2', [["甲\n乙", "1"], ["丙", "2"]]], // prettier-ignore
    ["旧 Mac 的 Excel：CR", "1\r2\r", [["1"], ["2"]]],
    ["末尾的零", "1\t2\0", [["1", "2"]]],
    ["空格子、空行", "\t1\r\n\r\n2\t\r\n", [["", "1"], [""], ["2", ""]]], // prettier-ignore
    ["没有配对的引号不吃掉后面的格子", '"甲\t乙\n丙', [['"甲', "乙"], ["丙"]]], // prettier-ignore
    ["一对空引号原样", '""', [['""']]],
    ["多加引号的程序", '"甲""乙"\t丙', [['甲"乙', "丙"]]],
    ["数字、百分数、千分位照原样", "1,045.73\t99.83%\t-5\t(5.0)", [["1,045.73", "99.83%", "-5", "(5.0)"]]],
  ])("%s", (_, text, rows) => {
    expect(readClipboardText(text)).toEqual(rows);
  });

  test("写出再读入，任何格子都一样（引号、换行、制表符在内）", () => {
    const cell = fc.string({ unit: fc.constantFrom("甲", '"', "\n", "\t", " ", "1", ",", "=", "%") });
    const grid = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(grid, (rows) => {
        expect(readClipboardText(writeClipboardText(rows))).toEqual(rows);
      }),
    );
  });

  test("任何文字都读得出来，不丢一个字", () => {
    const text = fc.string({ unit: fc.constantFrom("甲", '"', "\r", "\n", "\t", "1") });
    fc.assert(
      fc.property(text, (pasted) => {
        const rows = readClipboardText(pasted);
        expect(rows.length).toBeGreaterThan(0);
        const letters = (given: string) => given.replace(/["\r\n\t]/gu, "");
        expect(letters(rows.flat().join(""))).toBe(letters(pasted));
      }),
    );
  });
});
