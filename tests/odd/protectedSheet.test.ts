import { describe, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { planScoring } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import { valueAt } from "../../src/workbook/snapshot";
import { evaluated } from "../support/scored";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { workbookBytes } from "../support/workbookBytes";

const form = "部门整体支出绩效自评表";

async function scoreUnder(free: (row: number, column: number) => boolean) {
  const bytes = workbookBytes(await sampleSnapshot("samples/nansha-2023.xlsx"), {
    unlocked: new Map([[form, free]]),
  });
  const opened = openXlsx(bytes, { functions: functionTable });
  if (!opened.ok) throw new Error(opened.problem.why);
  const workbook = opened.value;
  const plan = planScoring(evaluated(workbook.snapshot()), { overwrite: "all" });
  return { bytes, workbook, outcome: await workbook.apply(plan) };
}

describe("设了保护的模板", () => {
  it("只有得分列可填：得分照写，锁定的扣分说明和评价等级略去并说明", async () => {
    const { workbook, outcome } = await scoreUnder((_, column) => column === 9);
    expect(outcome).toMatchObject({ ok: true });
    if (outcome.ok) expect(outcome.notes.join("")).toContain("锁定的单元格没有写入（扣分说明、评价等级）");
    const sheet = workbook.snapshot().sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    expect(valueAt(sheet, 15, 9)).toBeCloseTo(9.657, 9);
    expect(valueAt(sheet, 13, 12)).toBe(null);
    expect(valueAt(sheet, 43, 6)).toContain("√优");
  });

  it("得分格锁定：整个不写，指出单元格", async () => {
    const { bytes, workbook, outcome } = await scoreUnder((_, column) => column === 10);
    expect(outcome).toMatchObject({ ok: false, problem: { code: "lockedCell", at: { column: 9 } } });
    expect(workbook.save()).toEqual(bytes);
  });
});
