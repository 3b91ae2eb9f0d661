import { beforeAll, describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/workbook/snapshot";
import { setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, scored } from "../support/scored";

let changed: Snapshot;
let city: Snapshot;

beforeAll(async () => {
  changed = await sampleSnapshot("tests/scorecard/files/changedClauses.xlsx");
  city = await sampleSnapshot("tests/scorecard/files/otherCity.xlsx");
});

function pointsOf(snapshot: Snapshot): Readonly<Record<string, number>> {
  const { rows } = evaluated(snapshot).scorecard;
  return Object.fromEntries(
    rows.flatMap(({ row, points }) => (points === null ? [] : [[row, points] as const])),
  );
}

describe("2023年的表，改了九条，加了一条", () => {
  const expected = { 10: 2, 11: 0.5, 21: 1, 22: 1.5, 23: 0, 24: 0.5, 29: 2, 30: 1.4, 31: 1, 32: 1 };

  it("十行都按表里的文字和依据算对，别的没有依据的不算", () => {
    expect(pointsOf(changed)).toEqual(expected);
  });

  it("写成公式，引擎算出来的一样", () => {
    const { result, after } = scored(changed);
    const sheet = after.sheets.find(({ name }) => name === result.sheet);
    for (const { at, points } of result.scorecard.rows) {
      const shown = sheet?.rows.get(at.row)?.get(at.column)?.value ?? null;
      expect(shown === "" ? null : shown).toEqual(points === null ? null : expect.closeTo(points, 9));
    }
  });

  it("摘自评分依据的都待确认", () => {
    for (const { row, points, unconfirmed } of evaluated(changed).scorecard.rows)
      expect([row, points === null || unconfirmed > 0]).toEqual([row, true]);
  });

  it("再改一条里的数，得分跟着变", () => {
    const at = { sheet: evaluated(changed).sheet, row: 10, column: 8 };
    const clause = evaluated(changed).scorecard.rows.find(({ row }) => row === 10)?.standard?.value ?? "";
    const looser = setCell(changed, at, { value: clause.replaceAll("5%", "9%").replaceAll("19%", "15%") });
    expect(pointsOf(looser)["10"]).toBe(3);
  });
});

describe("别的城市的表", () => {
  it("读得懂的算对，要人定的不算", () => {
    expect(pointsOf(city)).toMatchObject({ 5: 4, 12: 0.7, 13: 4, 14: 2.5, 15: 5, 16: 7.6, 21: 4 });
    const open = [4, 6, 7, 8, 9, 10, 11, 19, 20];
    expect(open.filter((row) => pointsOf(city)[String(row)] !== undefined)).toEqual([]);
  });

  it("写成公式，引擎算出来的一样", () => {
    const { result, after } = scored(city, { overwrite: "all" });
    const sheet = after.sheets.find(({ name }) => name === result.sheet);
    for (const { at, points } of result.scorecard.rows) {
      if (points === null) continue;
      expect(sheet?.rows.get(at.row)?.get(at.column)?.value).toBeCloseTo(points, 9);
    }
  });
});
