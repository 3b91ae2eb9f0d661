import { describe, expect, it } from "vitest";
import { matchPhrases } from "../../src/facts/matchPhrases";
import type { FactValue } from "../../src/criteria/fact";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { editionRow } from "../support/editionRow";
import { readCases } from "../support/readCases";
import { factsIn, takenFrom } from "./factsIn";

type Case = readonly [row: string, words: string, facts: Readonly<Record<string, FactValue>>];
type Silent = readonly [why: string, row: string, words: string];

describe("评分依据里可以摘取的话（逐行，含变体）", () => {
  it.each(readCases("sentenceFacts") as readonly Case[])("%s：%s", (row, words, expected) => {
    expect(factsIn(row, words)).toEqual(expected);
  });

  it("约数带有约数标记，其余没有", () => {
    const signing = editionRow("contractSigning");
    const approximate = (words: string): unknown =>
      [...matchPhrases(words, signing.asks, signing.words).values()].map(
        (one) => "approximate" in one && one.approximate,
      );
    expect(approximate("及时率约95%")).toEqual([true]);
    expect(approximate("及时率为95%左右")).toEqual([true]);
    expect(approximate("及时率为95%")).toEqual([false]);
  });

  it("写着名称的局：是本部门的才采用", () => {
    const { asks, words: patterns } = editionRow("procurementControls");
    const found = (department: string | null): readonly boolean[] =>
      [...matchPhrases("区教育局已制定采购内控制度。", asks, patterns, { department }).values()].map(
        (one) => "value" in one,
      );
    expect(found("广州市南沙区教育局")).toEqual([true]);
    expect(found("广州市南沙区民政局")).toEqual([false]);
    expect(found(null)).toEqual([false]);
  });

  it("每条短语都读得出自己的例句", () => {
    for (const { id, words } of guangzhou2023.rows) {
      for (const { key, example } of words.filter((one) => one.offered !== true)) {
        expect([id, key, example, factsIn(id, example)[key] !== undefined]).toEqual([id, key, example, true]);
      }
    }
  });

  it("每条短语都指向一个存在的数据项", () => {
    for (const { asks, words } of guangzhou2023.rows) {
      const keys = asks.map(({ key }) => key);
      expect(words.map(({ key }) => key).filter((key) => !keys.includes(key))).toEqual([]);
    }
  });
});

describe("不是事实的话", () => {
  it.each(readCases("sentencesWithoutFacts") as readonly Silent[])("%s（%s）：%s", (_, row, words) => {
    expect(takenFrom(row, words)).toEqual({});
  });

  it("“此项得0分”不采用，但提请确认", () => {
    const filing = editionRow("contractFiling");
    const words = "根据规则，此项由市财政局直接提供数据。经查系统，此项得0分（满分1分）。";
    const found = matchPhrases(words, filing.asks, filing.words).get("inTime");
    expect(found).toMatchObject({ doubt: expect.stringContaining("请填“否”") as string });
  });

  it("同一数据项前后两个数：都不采用，提请核实", () => {
    const words = "资产利用率为97%。根据年报，资产利用率为95%。";
    expect(factsIn("assetUse", words)).toEqual({ rate: "?" });
  });

  it.each([
    "有1例投诉经认定成立，其余没有相关投诉",
    "有1例投诉经认定成立。其余没有相关投诉",
    "收到两例投诉，没有相关投诉成立",
  ])("说有几例又说没有，不当0例：%s", (words) => {
    expect(takenFrom("procurementCompliance", words)).toEqual({});
  });

  it("换行断开的否定不会变成肯定", () => {
    expect(factsIn("performanceDisclosure", "绩效目标未\n按时公开")).toEqual({ goals: "否" });
    expect(factsIn("procurementControls", "没有\n建立政府采购内部控制管理制度")).toEqual({ exists: "否" });
  });

  it("括号里的保留也算保留", () => {
    expect(takenFrom("assetInventory", "已按要求进行盘点（部分单位未完成）")).toEqual({});
  });
});
