import { beforeAll, describe, expect, it } from "vitest";
import { planRestore } from "../../src/edits/planRestore";
import { findSheet, type SheetSnapshot, type Snapshot } from "../../src/workbook/snapshot";
import { copySheet } from "../support/asExcelWould";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { otherForm } from "../support/otherPlace";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

/* This year's form and last year's in one workbook, each with its annexes: those of last year say so. */

const form = "部门整体支出绩效自评表";
const last = "2022年自评表";
let city: Snapshot;
let both: Snapshot;

beforeAll(async () => {
  city = await sampleSnapshot("samples/city-2023-blank.xlsx");
  const before = city.sheets
    .filter(({ name }) => name !== "预算执行通报")
    .map((sheet) => ofYear(sheet, sheet.name === form ? last : `2022${sheet.name}`));
  both = { ...city, sheets: [...city.sheets, ...before] };
});

/** The same sheet a year before. */
function ofYear(sheet: SheetSnapshot, name: string): SheetSnapshot {
  const rows = Array.from(sheet.rows, ([row, cells]) => {
    const changed = Array.from(cells, ([column, cell]) => {
      const { value } = cell;
      const text = typeof value === "string" && value.length < 60 ? value.replaceAll("2023", "2022") : value;
      return [column, { ...cell, value: text }] as const;
    });
    return [row, new Map(changed)] as const;
  });
  return { ...sheet, name, rows: new Map(rows) };
}

const score = (snapshot: Snapshot, sheet: string): Snapshot =>
  scored(snapshot, { sheet, overwrite: "all" }).after;
const restored = (snapshot: Snapshot, sheet: string): Snapshot =>
  applyPlan(snapshot, planRestore(evaluated(snapshot, { sheet }), { also: new Set(["sheet"]) }).plan);
const points = (snapshot: Snapshot, sheet: string) =>
  evaluated(snapshot, { sheet }).scorecard.rows.map(({ points: one, annexRows }) => [one, annexRows.length]);
const annexesOf = (sheet: string): readonly string[] =>
  ["部门整体支出绩效指标完成情况表", "专项资金绩效指标完成情况表"].map((name) =>
    sheet === form ? name : `2022${name}`,
  );
const cells = (snapshot: Snapshot, sheet: string) =>
  [sheet, ...annexesOf(sheet)].map((name) => findSheet(snapshot, name)?.rows);

describe("两张自评表各有附表", () => {
  it("各取各的附表，与只有一张时得分一样", () => {
    expect(points(both, form)).toEqual(points(city, form));
    expect(points(both, last).map(([, rows]) => rows)).toEqual(points(city, form).map(([, rows]) => rows));
  });

  it.each([
    [form, last],
    [last, form],
  ])("计算、改附表、恢复“%s”，“%s”和它的附表一格不动", (one, other) => {
    const start = score(both, other);
    const after = score(start, one);
    const [annex = ""] = annexesOf(one);
    const actual = evaluated(after, { sheet: one }).scorecard.rows.flatMap(({ annexRows }) => annexRows)[0]
      ?.actual;
    expect(actual?.at.sheet).toBe(annex);
    const at = { ...(actual?.at ?? { sheet: annex, row: 1, column: 1 }) };
    const changed = recalculated(setCell(after, at, { value: "1人" }));
    expect(points(changed, one)).not.toEqual(points(after, one));
    const back = restored(changed, one);
    for (const snapshot of [after, changed, back]) {
      expect(points(snapshot, other)).toEqual(points(start, other));
      expect(cells(snapshot, other)).toEqual(cells(start, other));
    }
    const blank = recalculated(setCell(both, at, { value: "1人" }));
    expect(cells(back, one)).toEqual(cells(blank, one));
  });

  it("评过分的表的附表不因为多了一张表而没有主：副本、别的部门的表", () => {
    const start = score(city, form);
    const copied = copySheet(start, form, "副本");
    const more = { ...copied, sheets: [otherForm({ name: "前面" }), ...copied.sheets] };
    expect(points(more, form)).toEqual(points(start, form));
  });
});
