import { describe, expect, it } from "vitest";
import { cellPoints } from "../support/cellPoints";
import { readCases } from "../support/readCases";

type Case = readonly [row: string, words: string, points: number | "ask"];

/** Asking is always allowed; any other figure than the one that a careful reviewer would give is not. */
function shares(cases: readonly Case[]): number {
  const right = cases.filter(([row, words, points]) => cellPoints(row, words) === points);
  return right.length / cases.length;
}

describe.each([
  ["ordinaryCells", "经办人平常的写法", 0.9],
  ["misleadingCells", "容易读错的写法", 0.95],
] as const)("%s：%s", (name, _, least) => {
  const cases = readCases(name) as readonly Case[];

  it.each(cases)("%s：%s → %s", (row, words, points) => {
    const given = cellPoints(row, words);
    expect(given === "ask" ? points : given).toBe(points);
  });

  it("各行都有，多数读对", () => {
    expect(new Set(cases.map(([row]) => row)).size).toBe(28);
    expect(shares(cases)).toBeGreaterThan(least);
  });
});
