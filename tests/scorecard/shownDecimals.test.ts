import { describe, expect, it } from "vitest";
import { shownDecimals } from "../../src/scorecard/shownDecimals";

const row = (points: number, weight: number) => ({ label: "“支出率”", points, weight });

describe("显示几位小数", () => {
  it("两位够用就用两位", () => {
    expect(shownDecimals([row(9.657, 10), row(2, 3)], "auto")).toEqual({ decimals: 2, hidden: null });
  });

  it("4.99915分不能显示成5.00", () => {
    expect(shownDecimals([row(4.99915, 5)], "auto")).toEqual({ decimals: 3, hidden: null });
  });

  it("最多四位；四位仍会掩盖的，用文字说明", () => {
    const { decimals, hidden } = shownDecimals([row(4.99999, 5)], "auto");
    expect(decimals).toBe(4);
    expect(hidden).toBe("按4位小数显示会掩盖扣分：“支出率”实得4.99999分，显示为5.0000分（扣0.00001分）。");
  });

  it("用户固定为两位时照办，并说明掩盖了什么", () => {
    const { decimals, hidden } = shownDecimals([row(4.99915, 5)], "two");
    expect(decimals).toBe(2);
    expect(hidden).toContain("实得4.99915分，显示为5.00分");
  });
});
