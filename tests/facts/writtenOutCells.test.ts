import { describe, expect, it } from "vitest";
import { cellPoints } from "../support/cellPoints";
import { readCases } from "../support/readCases";

type Case = readonly [row: string, words: string, points: number | "ask"];

/** Dates, counts, totals and rates as clerks write them out, with the traps beside them. */
const cases = readCases("writtenOutCells") as readonly Case[];

describe("写明日期、件数、两个数的格子", () => {
  it.each(cases)("%s：%s → %s", (row, words, points) => {
    const given = cellPoints(row, words);
    expect(given === "ask" ? given : Number(given.toFixed(6))).toBe(points);
  });
});
