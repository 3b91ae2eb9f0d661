import { describe, expect, it } from "vitest";
import { planOnFindings } from "../../src/app/planOnFindings";
import { planRestoring } from "../../src/app/planRestoring";
import { isRestorable, isWritten } from "../../src/app/writtenState";
import { planMend, planUnmend, type MendedCell } from "../../src/edits/planMend";
import { planScoring } from "../../src/edits/planScoring";
import { shortChange } from "../../src/edits/shortChange";
import { findFindings } from "../../src/findings/findFindings";
import type { CellFix } from "../../src/findings/finding";
import type { CellAddress } from "../../src/workbook/cell";
import type { EditPlan } from "../../src/workbook/edit";
import { formatAt, snapshotCell, type Snapshot } from "../../src/workbook/snapshot";
import { insertRows, renameSheet } from "../support/asExcelWould";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated } from "../support/scored";

const sheet = "部门整体支出绩效自评表";
const total: CellAddress = { sheet, row: 42, column: 9 };
const goal: CellAddress = { sheet, row: 7, column: 3 };

/** The filled sample with a total that is wrong and a mark typed twice. */
async function slips(): Promise<Snapshot> {
  const sample = await sampleSnapshot("samples/nansha-2023.xlsx");
  const wrong = setCell(sample, total, { value: 12.5, format: "0" });
  return setCell(wrong, goal, { value: "打造基地、、入驻企业1494个。" });
}

const fixesIn = (book: Snapshot): readonly CellFix[] =>
  findFindings(evaluated(book)).flatMap(({ fix = [] }) => fix);
const seen = (book: Snapshot) =>
  findFindings(evaluated(book)).flatMap(({ key, fix }) => (fix === undefined ? [] : { key, fix }));

function mendAll(book: Snapshot): { readonly after: Snapshot; readonly mended: readonly MendedCell[] } {
  const planned = planOnFindings({ kind: "mendFindings", fixes: seen(book) }, evaluated(book));
  if (!planned.ok || !("plan" in planned.value)) throw new Error("not planned");
  return { after: applyPlan(book, planned.value.plan), mended: planned.value.mended ?? [] };
}

function restored(book: Snapshot): Snapshot {
  const planned = planRestoring({ kind: "restore", overwrite: null }, evaluated(book));
  if (!("plan" in planned)) throw new Error(JSON.stringify(planned.questions));
  return applyPlan(book, planned.plan);
}

describe("改正", () => {
  it("写入改后的内容，小数不被格式盖住；撤销、恢复原表都回到原样", async () => {
    const book = await slips();
    const { after, mended } = mendAll(book);
    expect(mended.map(({ at }) => at)).toEqual(expect.arrayContaining([total, goal]));
    expect(snapshotCell(after, goal)?.value).toBe("打造基地、入驻企业1494个。");
    expect(formatAt(after, total)).toMatch(/^0\.0/u);
    expect(fixesIn(after)).toEqual([]);
    const undone = planUnmend(evaluated(after), mended);
    expect(applyPlan(after, undone as EditPlan)).toEqual(book);
    expect(restored(after)).toEqual(book);
  });

  it("不算计算过得分，但可以恢复", async () => {
    const { after } = mendAll(await slips());
    expect(isWritten(evaluated(after))).toBe(false);
    expect(isRestorable(evaluated(after))).toBe(true);
  });

  it("改了两次，撤销一次一次回去", async () => {
    const book = await slips();
    const fix = (before: number, value: number): CellFix => ({
      at: total,
      before,
      after: value,
      label: "改",
    });
    const one = planMend(evaluated(book), [fix(12.5, 50)]);
    const first = applyPlan(book, one.plan);
    const two = planMend(evaluated(first), [fix(50, 60.25)]);
    const second = applyPlan(first, two.plan);
    expect(snapshotCell(second, total)?.value).toBe(60.25);
    expect(applyPlan(second, planUnmend(evaluated(second), two.mended) as EditPlan)).toEqual(first);
    expect(restored(second)).toEqual(book);
  });

  it("插了行、改了表名，恢复原表仍给回原来的内容", async () => {
    const book = await slips();
    const move = (one: Snapshot) => renameSheet(insertRows(one, sheet, 5, 2), sheet, "自评表");
    const back = restored(move(mendAll(book).after));
    const content = (one: Snapshot) => one.sheets.map(({ rows }) => rows);
    expect(content(back)).toEqual(content(move(book)));
  });

  it("改正过的得分、总分是填报人自己的：计算得分不覆盖，恢复原表照样给回", async () => {
    const book = await slips();
    const { after } = mendAll(book);
    const value = snapshotCell(after, total)?.value;
    const scored = applyPlan(after, planScoring(evaluated(after)));
    expect(snapshotCell(scored, total)).toMatchObject({ value });
    expect(snapshotCell(scored, total)?.formula).toBeUndefined();
    expect(snapshotCell(scored, goal)?.value).toBe("打造基地、入驻企业1494个。");
    expect(restored(scored).sheets[0]?.rows).toEqual(book.sheets[0]?.rows);
    const all = applyPlan(after, planScoring(evaluated(after), { overwrite: "all" }));
    expect(snapshotCell(all, total)?.formula).toBeDefined();
    expect(restored(all).sheets[0]?.rows).toEqual(book.sheets[0]?.rows);
  });

  it("预览之后表格变了：不改，说明原因；改正之后又改过的不撤销", async () => {
    const book = await slips();
    const later = setCell(book, total, { value: 13 });
    const refused = planOnFindings({ kind: "mendFindings", fixes: seen(book) }, evaluated(later));
    expect(refused).toMatchObject({ ok: false, problem: { code: "changedMeanwhile" } });
    if (!refused.ok) expect(`${refused.problem.what}${refused.problem.why}`).toContain("预览之后");
    const { after, mended } = mendAll(book);
    const typed = setCell(after, goal, { value: "另写" });
    expect(planUnmend(evaluated(typed), mended)).toBeNull();
    expect(planOnFindings({ kind: "unmend", mended }, evaluated(typed))).toMatchObject({ ok: false });
  });

  it("写的时候还要是预览时的内容", async () => {
    const book = await slips();
    const { plan } = planMend(evaluated(book), fixesIn(book));
    expect(plan.expects).toContainEqual({ at: total, holds: { value: 12.5 } });
  });
});

describe("不提出改法", () => {
  const sum = { value: 12.5, formula: "=SUM(I16:I20)" };
  it("总分是填报人的公式：不用数替换", async () => {
    const book = setCell(await slips(), total, sum);
    expect(fixesIn(book).some(({ at }) => at.row === total.row)).toBe(false);
  });

  it("不在合并区域左上角的格", async () => {
    const book = await slips();
    const sheets = book.sheets.map((one) => ({
      ...one,
      merges: [...one.merges, { top: 41, bottom: 42, left: 9, right: 9 }],
    }));
    expect(fixesIn({ ...book, sheets }).some(({ at }) => at.row === total.row)).toBe(false);
  });

  it("两个不同的标点、三个以上的句号、重复的字：不知道哪个多", async () => {
    for (const value of ["打造基地，、入驻企业。", "打造基地。。。入驻企业", "打造的的基地、入驻企业"]) {
      const book = setCell(await slips(), goal, { value });
      expect(fixesIn(book).some(({ at }) => at.row === goal.row)).toBe(false);
    }
  });

  it("重复的字旁边的重复标点：只改标点，字留着", async () => {
    const book = setCell(await slips(), goal, { value: "打造的的基地、、入驻企业" });
    const [fix] = fixesIn(book).filter(({ at }) => at.row === goal.row);
    expect(fix?.after).toBe("打造的的基地、入驻企业");
  });
});

describe("改前和改后", () => {
  it.each([
    [9.65, 9.657, "9.65", "9.657"],
    ["10", 10, "“10”（文本）", "10（数）"],
    [`${"前".repeat(30)}、、${"后".repeat(30)}`, `${"前".repeat(30)}、${"后".repeat(30)}`, "、、", "、"],
  ])("%s → %s", (before, after, left, right) => {
    const short = shortChange({ before, after });
    expect(short.before).toContain(left);
    expect(short.after).toContain(right);
    expect(short.before.length).toBeLessThan(30);
    expect(short.before).not.toBe(short.after);
  });
});
