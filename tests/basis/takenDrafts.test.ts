import { beforeAll, describe, expect, it } from "vitest";
import { basisDrafts, type BasisDraft } from "../../src/basis/basisDrafts";
import { planRestoring } from "../../src/app/planRestoring";
import { planBasis } from "../../src/edits/planBasis";
import { planStripped } from "../../src/edits/planSubmission";
import { planFact } from "../../src/edits/planFact";
import { findFindings } from "../../src/findings/findFindings";
import type { Case } from "../../src/scorecard/case";
import { snapshotCell, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { copySheet, insertRows, renameSheet } from "../support/asExcelWould";
import { shippedFacts } from "../support/factsFile";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, scored } from "../support/scored";
import { basisColumn, sheet } from "./blankBasis";

/** The blank seed, its answers in 评分底稿, scored. */
let book: Snapshot;
beforeAll(async () => {
  const blank = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
  const emptied = [31, 32, 39].reduce(
    (current, row) => setCell(current, { sheet, row, column: basisColumn }, { value: null }),
    blank,
  );
  book = scored(emptied, { given: shippedFacts("samples/nansha-2023.facts.json") }).after;
});

const cell = (snapshot: Snapshot, row: number, on = sheet): CellValue =>
  snapshotCell(snapshot, { sheet: on, row, column: basisColumn })?.value ?? null;
const drafts = (snapshot: Snapshot): readonly BasisDraft[] =>
  basisDrafts(evaluated(snapshot).scorecard).drafts;
const draftAt = (snapshot: Snapshot, row: number): BasisDraft => {
  const found = drafts(snapshot).find((one) => one.row === row);
  if (found === undefined) throw new Error(`no draft in row ${row}`);
  return found;
};

/** 采用 of all drafts, or of those of these rows; change: what the person makes of a text. */
function taken(
  snapshot: Snapshot,
  rows?: readonly number[],
  change: (text: string) => string | null = (text) => text,
): Snapshot {
  const formCase = evaluated(snapshot);
  const all = drafts(snapshot).filter(({ row }) => rows === undefined || rows.includes(row));
  const { plan, left } = planBasis(
    formCase,
    all.map(({ ruleKey, text }) => ({ ruleKey, seen: text, text: text === null ? null : change(text) })),
  );
  expect(left).toBe(0);
  return applyPlan(snapshot, plan);
}

const told = ({ scorecard, facts }: Case) => ({
  rows: scorecard.rows.map(({ basis, ...row }) => ({ ...row, words: basis?.words })),
  facts: Array.from(facts),
  total: scorecard.total,
  unconfirmed: scorecard.unconfirmed,
});

function restored(snapshot: Snapshot): Snapshot {
  // Figures that a person typed into 评分底稿 are kept.
  const planned = planRestoring({ kind: "restore", overwrite: [] }, evaluated(snapshot));
  if (!("plan" in planned)) throw new Error(JSON.stringify(planned.questions));
  return applyPlan(snapshot, planned.plan);
}

describe("采用", () => {
  it("空白的写上；写着话的接在后面，原来的字一个不动", () => {
    const after = taken(book);
    expect(cell(after, 31)).toBe("共签订政府采购合同36份，均在30日内签订，合同签订及时率100%。");
    const before = String(cell(book, 23));
    expect(cell(after, 23)).toBe(
      `${before}${/[。]$/u.test(before) ? "" : "。"}绩效目标在规定时间公开，绩效自评资料在规定时间公开。`,
    );
    expect(drafts(after).every(({ state }) => state === "standing")).toBe(true);
  });

  it("不再当作数据读回来，也不算依据：得分、数据、自查的问题与采用之前一样", () => {
    const after = taken(book);
    expect(told(evaluated(after))).toEqual(told(evaluated(book)));
    const keys = (snapshot: Snapshot) =>
      findFindings(evaluated(snapshot)).map(({ key, what }) => [key, what]);
    expect(keys(after)).toEqual(keys(book));
  });

  it("插了行、改了表名、复制了表，也还认得是草稿", () => {
    const after = taken(book);
    const moved = renameSheet(insertRows(after, sheet, 16, 2), sheet, "自评");
    const own = evaluated(moved);
    expect(own.scorecard.rows.filter(({ basis }) => basis?.draft != null).length).toBe(drafts(after).length);
    expect(basisDrafts(own.scorecard).drafts.every(({ state }) => state === "standing")).toBe(true);
    const copied = copySheet(after, sheet, "副本");
    const copy = evaluated(copied, { sheet: "副本" });
    expect(copy.scorecard.rows.find(({ row }) => row === 31)?.basis?.words).toBe("");
    const again = scored(copied, { sheet: "副本" }).after;
    expect(
      evaluated(again, { sheet: "副本" }).scorecard.rows.find(({ row }) => row === 31)?.basis?.words,
    ).toBe("");
  });

  it("在后面添的话是自己的，草稿还是草稿；采用以前改过的也是草稿，采用以后在格里改的，整格都是自己的", () => {
    const added = taken(book, [31], (text) => `${text}原因：没有。`);
    expect(draftAt(added, 31)).toMatchObject({ state: "standing", words: "原因：没有。" });
    const changed = taken(book, [31], (text) => text.replace("共签订", "全年共签订"));
    expect(cell(changed, 31)).toMatch(/^全年共签订/u);
    expect(draftAt(changed, 31)).toMatchObject({ state: "standing", words: "" });
    expect(cell(restored(changed), 31)).toBe(null);
    const edited = setCell(
      taken(book, [31]),
      { sheet, row: 31, column: basisColumn },
      { value: "共签订合同40份。" },
    );
    expect(evaluated(edited).scorecard.rows.find((one) => one.row === 31)?.basis?.words).toBe(
      "共签订合同40份。",
    );
  });
});

describe("已过期", () => {
  const answer = (snapshot: Snapshot, factId: string, value: number) =>
    applyPlan(snapshot, planFact(evaluated(snapshot), [{ factId, value }]));

  it("用到的数改了就过期；改回来就不过期；再采用，换成新的一句", () => {
    const after = taken(book, [31, 39]);
    const changed = answer(after, "contractSigning.inTime", 30);
    expect(draftAt(changed, 31)).toMatchObject({
      state: "expired",
      text: "共签订政府采购合同36份，其中30份在30日内签订，6份超过30日，合同签订及时率83.33%，扣2分。",
    });
    expect(draftAt(changed, 39).state).toBe("standing");
    expect(draftAt(answer(changed, "contractSigning.inTime", 36), 31).state).toBe("standing");
    const renewed = taken(changed, [31]);
    expect(cell(renewed, 31)).toBe(
      "共签订政府采购合同36份，其中30份在30日内签订，6份超过30日，合同签订及时率83.33%，扣2分。",
    );
    expect(draftAt(renewed, 31).state).toBe("standing");
    expect(cell(restored(renewed), 31)).toBe(null);
  });

  it("看过以后数又变了的，不写", () => {
    const seen = draftAt(book, 31);
    const changed = answer(book, "contractSigning.inTime", 30);
    const { plan, left } = planBasis(evaluated(changed), [
      { ruleKey: seen.ruleKey, seen: seen.text, text: seen.text },
    ]);
    expect([left, plan.edits]).toEqual([1, []]);
  });
});

describe("撤回", () => {
  it("撤下一条，那一格回到原来；恢复原表，每一格都回到原来", () => {
    const after = taken(book);
    const back = taken(after, [23], () => null);
    expect(cell(back, 23)).toBe(cell(book, 23));
    expect(drafts(back).find(({ row }) => row === 23)?.state).toBe("offered");
    const [one, other] = [restored(after), restored(book)];
    expect(one).toEqual(other);
  });

  it("采用以后在格里改过的，恢复之前先问", () => {
    const after = taken(book, [31]);
    const edited = setCell(
      after,
      { sheet, row: 31, column: basisColumn },
      { value: `${String(cell(after, 31))}另有2份续签。` },
    );
    const planned = planRestoring({ kind: "restore", overwrite: null }, evaluated(edited));
    expect("questions" in planned && planned.questions.map(({ text }) => text).join("")).toContain(
      "另有2份续签",
    );
    const kept = planRestoring({ kind: "restore", overwrite: [] }, evaluated(edited));
    if (!("plan" in kept)) throw new Error("not planned");
    const left = applyPlan(edited, kept.plan);
    expect(evaluated(left).scorecard.rows.find(({ row }) => row === 31)?.basis?.words).toBe("另有2份续签。");
  });

  it("报送版里留着采用的话", () => {
    const after = taken(book, [31]);
    expect(cell(applyPlan(after, planStripped(evaluated(after))), 31)).toBe(cell(after, 31));
  });
});
