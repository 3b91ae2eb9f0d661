import { describe, expect, test } from "vitest";
import { pasteMonths } from "../../src/taskpane/MonthsField";

const empty = Array.from({ length: 12 }, () => "");

describe("把各月执行率粘贴进面板", () => {
  test("一列百分数，从粘贴处往下填", () => {
    expect(pasteMonths("100%\n99.83%\n", empty, 2)).toEqual(["", "", "100", "99.83", ...empty.slice(4)]);
  });
  test("一行数字（常规格式的小数）按百分数填", () => {
    expect(pasteMonths("1\t0.9983", empty, 0)?.slice(0, 2)).toEqual(["100", "99.83"]);
  });
  test("带月份名的两列，按月份填，空白的月份不动", () => {
    const fields = ["7", ...empty.slice(1)];
    const pasted = "月份\t执行率\r\n1月\t\r\n3月\t100%\r\n12月\t99.83%\r\n";
    const months = pasteMonths(pasted, fields, 5);
    expect(months?.[0]).toBe("7");
    expect(months?.[2]).toBe("100");
    expect(months?.[11]).toBe("99.83");
  });
  test("带月份名的两行，按月份填", () => {
    expect(pasteMonths("3月份\t4月份\t5月份\n100\t98.5\t97", empty, 0)?.slice(2, 5)).toEqual([
      "100",
      "98.5",
      "97",
    ]);
  });
  test("多出来的数不越过12月", () => {
    expect(pasteMonths("90\n91\n92", empty, 10)?.slice(10)).toEqual(["90", "91"]);
  });
  test("文字不当数字，交还给输入框", () => {
    expect(pasteMonths("均已达标", empty, 0)).toBeNull();
    expect(pasteMonths("", empty, 0)).toBeNull();
  });
});
