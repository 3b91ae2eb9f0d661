import { describe, expect, it } from "vitest";
import { compareTyped } from "../../src/scorecard/compareTyped";

describe("填报得分与计算得分的比较", () => {
  it.each([
    ["四舍五入到两位，一致", 9.66, "9.66", 9.657, 10, "same"],
    ["截尾，不一致", 9.65, "9.65", 9.657, 10, "differs"],
    ["三位小数，一致", 49.998, "49.998", 49.99815, 50, "same"],
    ["一位小数，一致", 9.7, "9.7", 9.657, 10, "same"],
    ["填满分而有扣分，不一致", 5, "5", 4.99915, 5, "differs"],
    ["写成5.00也掩盖不了扣分", 5, "5.00 分", 4.99915, 5, "differs"],
    ["整数填报按整数比较", 2, "2", 1.5, 3, "differs"],
    ["整数一致", 3, "3", 3, 3, "same"],
    ["浮点误差不算差异", 0.3, "0.3", 0.1 + 0.2, 1, "same"],
  ] as const)("%s", (_, typed, text, points, weight, expected) => {
    expect(compareTyped(typed, text, points, weight)).toBe(expected);
  });

  it("没有填报或没有得分，无法比较", () => {
    expect(compareTyped(null, "", 3, 3)).toBeNull();
    expect(compareTyped(3, "3", null, 3)).toBeNull();
  });
});
