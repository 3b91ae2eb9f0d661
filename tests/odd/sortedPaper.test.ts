import { expect, it } from "vitest";
import type { Snapshot } from "../../src/workbook/snapshot";
import { insertRows } from "../support/asExcelWould";
import { shippedFacts } from "../support/factsFile";
import { onSheet } from "../support/memoryWorkbook";
import { recalculated, scored } from "../support/scored";
import { sampleSnapshot } from "../support/sampleSnapshot";

async function firstTime(): Promise<Snapshot> {
  const given = shippedFacts("samples/nansha-2023.facts.json");
  return scored(await sampleSnapshot("samples/nansha-2023-blank.xlsx"), { given }).after;
}

/** The lines of the working paper the other way round, as sorting leaves them: formulas do not follow. */
function reversed(snapshot: Snapshot): Snapshot {
  return onSheet(snapshot, "评分底稿", (sheet) => {
    const lines = Array.from(sheet.rows).filter(([row]) => row > 3);
    const swapped = lines.map(([row], index) => [row, lines.at(-1 - index)?.[1] ?? new Map()] as const);
    return { ...sheet, rows: new Map([...sheet.rows, ...swapped]) };
  });
}

it("底稿倒过来排了：数据照旧按名称找到，取错数的公式不留着，得分没有错的", async () => {
  const { result, after } = scored(recalculated(reversed(await firstTime())));
  const { rows, total } = result.scorecard;
  expect(total).toBeCloseTo(99.657, 9);
  for (const { row, points } of rows) {
    const shown = after.sheets[0]?.rows.get(row)?.get(9)?.value ?? null;
    if (row === 16) expect([null, 5]).toContain(shown);
    else expect(shown, `I${row}`).toBeCloseTo(points ?? Number.NaN, 9);
  }
});

it("月份中间插了空行：再计算不再有改动", async () => {
  const once = scored(insertRows(await firstTime(), "评分底稿", 20, 3));
  expect(scored(once.after).plan.edits).toEqual([]);
});
