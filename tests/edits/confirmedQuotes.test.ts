import { beforeAll, describe, expect, it } from "vitest";
import { planFact } from "../../src/edits/planFact";
import { quotedText, wordsUsed } from "../../src/words/quotation";
import type { Snapshot } from "../../src/workbook/snapshot";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, scored } from "../support/scored";
import { planConfirm } from "../support/confirmFacts";

const form = "部门整体支出绩效自评表";
const rate = "contractSigning.rate";
const sentence = "经查系统，我局及时率约95%，此项得2分（满分3分）";
let city: Snapshot;
let confirmed: Snapshot;

beforeAll(async () => {
  city = await sampleSnapshot("samples/city-2023-blank.xlsx");
  const start = scored(city).after;
  confirmed = scored(applyPlan(start, planConfirm(evaluated(start), [rate]))).after;
});

/** 评分依据 of 采购合同签订时效性 says something else. */
function edited(snapshot: Snapshot, words: string): Snapshot {
  return setCell(snapshot, { sheet: form, row: 31, column: 10 }, { value: words });
}

const factOf = (snapshot: Snapshot, id = rate) => evaluated(snapshot).facts.get(id);

/** 来源 and 状态 of a line of the working paper. */
function lineOf(snapshot: Snapshot, item: string): readonly unknown[] {
  const lines = Array.from(snapshot.sheets.at(-1)?.rows.values() ?? []);
  const line = lines.find((cells) => cells.get(2)?.value === item);
  return [line?.get(5)?.value, line?.get(9)?.value];
}

describe("确认过的数据留着引文", () => {
  it("评分依据没有改：引文和标出的话都在", () => {
    const source = factOf(confirmed)?.source;
    expect(source).toMatchObject({ at: { sheet: form, row: 31, column: 10 }, quote: sentence });
    expect(source?.earlier).toBeUndefined();
    expect(source?.quotation === undefined ? [] : wordsUsed(source.quotation, "taken")).toEqual([
      "及时率约95%",
    ]);
  });

  it.each([
    ["改成别的数", "经查系统，我局及时率为88%。"],
    ["改了说法，数没有变", "合同签订及时率95%。"],
    ["删去", "见附件。"],
  ])("评分依据%s：数和引文都留着，说明是以前的文字", (_, words) => {
    const after = scored(edited(confirmed, words)).after;
    const fact = factOf(after);
    expect(fact).toMatchObject({ value: 0.95, state: "confirmed" });
    expect(fact?.source).toMatchObject({ quote: sentence, earlier: true, at: { row: 31 } });
    const { quotation } = fact?.source ?? {};
    expect(quotation === undefined ? [] : wordsUsed(quotation, "taken")).toEqual(["及时率约95%"]);
    expect(lineOf(after, "合同签订及时率（财政部门提供）")).toEqual([
      `摘自“${form}”J31：“${sentence}”`,
      "已确认",
    ]);
  });

  it("别的句子改了、换了行，不算改", () => {
    const words = `其他合同另报。\n${sentence.replace("，", "，\n")}。`;
    expect(factOf(edited(confirmed, words))?.source?.earlier).toBeUndefined();
  });

  it("后来加了没有读懂的话：数留着，引文里标出那几个字", () => {
    const after = edited(confirmed, `${sentence}，但有2份逾期签订。`);
    const fact = factOf(after);
    expect(fact).toMatchObject({ value: 0.95, state: "confirmed" });
    const { quotation } = fact?.source ?? {};
    expect(quotation === undefined ? [] : wordsUsed(quotation, "unread")).toEqual(["但有2份逾期签订"]);
  });

  it("确认以后人又改了数：这些话不再是它的出处", () => {
    const row = evaluated(confirmed).facts.get(rate)?.at;
    if (row === undefined || row === null) throw new Error("no cell");
    expect(factOf(setCell(confirmed, row, { value: 0.96 }))).toMatchObject({ value: 0.96, source: null });
    const both = edited(setCell(confirmed, row, { value: 0.96 }), "及时率96%。");
    expect(factOf(both)?.source).toMatchObject({ quote: "及时率96%" });
  });

  it("来源被人改写的，以现在的话为准", () => {
    const lines = Array.from(confirmed.sheets.at(-1)?.rows ?? []);
    const [row] = lines.find(([, cells]) => cells.get(2)?.value === "合同签订及时率（财政部门提供）") ?? [];
    const at = { sheet: confirmed.sheets.at(-1)?.name ?? "", row: row ?? 0, column: 5 };
    const own = setCell(confirmed, at, { value: "财政局回函" });
    expect(factOf(own)?.source).toMatchObject({ quote: sentence });
    expect(factOf(edited(own, "见附件。"))?.source).toBeNull();
    expect(lineOf(scored(own).after, "合同签订及时率（财政部门提供）")[0]).toBe("财政局回函");
  });

  it("确认不涉及的也留着，再计算几次都在；人自己填的不涉及没有引文", () => {
    const id = "resultUse.lateFeedback";
    const start = scored(city).after;
    let after = applyPlan(start, planConfirm(evaluated(start), [id]));
    for (let n = 0; n < 2; n += 1) {
      after = scored(after).after;
      expect(factOf(after, id)).toMatchObject({ value: "不涉及", state: "notApplicable" });
      expect(factOf(after, id)?.source?.quote).toContain("没有重点评价项目");
    }
    const answer = { factId: id, value: "不涉及", reason: "财政没有抽中" };
    const typed = scored(applyPlan(start, planFact(evaluated(start), [answer]))).after;
    expect(factOf(typed, id)).toMatchObject({ state: "notApplicable", source: null });
    expect(lineOf(typed, "重点评价整改情况未及时反馈")[0]).not.toContain("摘自");
  });
});

describe("来源引有关的全部文字", () => {
  const label = "合同签订及时率（财政部门提供）";

  it.each([
    [
      "采用的：两个来源都引，别的略去",
      "合同总数20份。30日内签订合同19份。会议已召开。合同签订及时率95%。",
      `摘自“${form}”J31：“合同总数20份。30日内签订合同19份……合同签订及时率95%”`,
      "摘自评分依据，待确认",
    ],
    [
      "要问的：引没有读懂的话，仍写到哪里查",
      "合同签订及时率为100%。会议已召开。不含补签的2份合同。",
      `未采用“${form}”J31：“合同签订及时率为100%……不含补签的2份合同”，没有读懂：“不含补签的2份合同”。可查：财政提供`,
      "待补充",
    ],
  ])("%s", (_, words, source, state) => {
    const start = scored(city).after;
    const after = scored(edited(start, words)).after;
    expect(lineOf(after, label)).toEqual([source, state]);
    expect(scored(after).plan.edits).toEqual([]);
    // What is ours goes again, when the words are gone or a person has answered.
    const gone = scored(edited(after, "见附件。")).after;
    expect(lineOf(gone, label)[0]).not.toMatch(/摘自|未采用/u);
    const answered = applyPlan(after, planFact(evaluated(after), [{ factId: rate, value: 0.9 }]));
    expect(lineOf(answered, label)[0]).not.toMatch(/摘自|未采用/u);
  });

  it("很长的只引前面一段", () => {
    const words = Array.from({ length: 60 }, (_, n) => `第${n + 1}批合同签订及时率为100%，情况良好`).join(
      "。",
    );
    const after = scored(edited(city, words)).after;
    const [source] = lineOf(after, label);
    expect(String(source).length).toBeLessThan(3000);
  });

  it("样表的引文就是原来的那一句", () => {
    for (const { source, state } of evaluated(city).facts.values()) {
      if (source?.quotation === undefined || state !== "extracted") continue;
      expect(quotedText(source.quotation)).toContain(source.quote);
    }
  });
});
