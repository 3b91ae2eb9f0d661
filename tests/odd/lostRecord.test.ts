import { describe, expect, it } from "vitest";
import { planRestore } from "../../src/edits/planRestore";
import type { Snapshot } from "../../src/workbook/snapshot";
import { shippedFacts } from "../support/factsFile";
import { applyPlan } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

/** What LibreOffice keeps of our file: everything but the custom XML parts. */
function withoutRecords(snapshot: Snapshot): Snapshot {
  return { ...snapshot, records: new Map() };
}

function restored(snapshot: Snapshot): Snapshot {
  const { plan, asks } = planRestore(evaluated(snapshot), { also: new Set(["sheet"]) });
  expect(asks).toEqual([]);
  return recalculated(applyPlan(snapshot, plan));
}

describe("别的软件保存时丢了本工具的记录", () => {
  it.each([
    ["nansha-2023-blank", "nansha-2023"],
    ["city-2023-blank", "city-2023"],
  ])("%s：再计算不把自己的公式当作原内容；恢复原表回到评分以前", async (file, facts) => {
    const start = await sampleSnapshot(`samples/${file}.xlsx`);
    const given = shippedFacts(`samples/${facts}.facts.json`);
    const first = scored(start, { given });
    const kept = withoutRecords(first.after);
    const again = scored(kept);
    expect(again.result.scorecard.total).toBe(first.result.scorecard.total);
    for (const after of [kept, again.after]) {
      const back = restored(after);
      expect(back.sheets.map(({ name }) => name)).toEqual(start.sheets.map(({ name }) => name));
      for (const [index, sheet] of start.sheets.entries()) {
        const now = back.sheets[index];
        expect(now?.rows).toEqual(sheet.rows);
        expect(now?.columnWidths).toEqual(sheet.columnWidths);
        expect(now?.conditionalFormats).toEqual(sheet.conditionalFormats);
      }
    }
  });

  it("摘自评分依据的数据仍是待确认，不变成已填", async () => {
    const first = scored(await sampleSnapshot("samples/nansha-2023.xlsx"));
    expect(first.result.scorecard.unconfirmed).toBeGreaterThan(0);
    const again = evaluated(withoutRecords(first.after));
    expect(again.scorecard.unconfirmed).toBe(first.result.scorecard.unconfirmed);
  });
});
