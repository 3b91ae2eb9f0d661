import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPoints, roundHalfUp, sayPoints } from "../../src/scorecard/formatPoints";

describe("得分的四舍五入", () => {
  it.each([
    [1.005, 2, "1.01"],
    [9.657, 2, "9.66"],
    [2.675, 2, "2.68"],
    [1.0049999, 2, "1.00"],
    [99.657, 2, "99.66"],
    [97.99815, 3, "97.998"],
    [0.1 + 0.2, 2, "0.30"],
    [1e-9, 2, "0.00"],
    [-1.005, 2, "-1.01"],
    [10, 0, "10"],
  ])("%d 保留 %i 位是 %s", (points, decimals, shown) => {
    expect(formatPoints(points, decimals)).toBe(shown);
  });

  it("话里的分数不带多余的零", () => {
    expect(sayPoints(3)).toBe("3");
    expect(sayPoints(0.343)).toBe("0.343");
    expect(sayPoints(9.9999999)).toBe("10");
  });

  it("任何分数，四舍五入后与原数相差不超过半个单位", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (points, decimals) => {
          const half = 0.5 / 10 ** decimals;
          expect(Math.abs(roundHalfUp(points, decimals) - points)).toBeLessThanOrEqual(half + 1e-9);
        },
      ),
    );
  });
});
