import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toldLosses, undenied } from "../../src/findings/toldLoss";

/** Sentences as departments write them: those that tell of a loss, and those that only sound like it. */
const sentences = JSON.parse(readFileSync("tests/findings/toldLosses.json", "utf8")) as Readonly<
  Record<"losses" | "harmless", readonly string[]>
>;

describe("话里说到的失分", () => {
  it.each(sentences.losses)("%s", (text) => {
    expect(toldLosses(text, 2023)).not.toEqual([]);
  });

  it("说法里的词是句子里的原话", () => {
    for (const text of sentences.losses) {
      for (const { sentence } of toldLosses(text, 2023)) expect(text).toContain(sentence);
    }
  });

  it("读整格：改进措施一节、上年一句不算，很长的一句也读", () => {
    expect(toldLosses("已全部备案。改进措施：解决备案不及时的问题。", 2023)).toEqual([]);
    expect(toldLosses("2022年有2份合同超期。本年全部按时。", 2023)).toEqual([]);
    expect(toldLosses("2023年有2份合同超期。", 2023)).toHaveLength(1);
    expect(toldLosses(`${"按要求开展工作，".repeat(100)}2份合同超期备案`, 2023)).toHaveLength(1);
  });
});

describe("听起来像失分、其实不是的话", () => {
  it.each(sentences.harmless)("%s", (text) => {
    expect(toldLosses(text, 2023)).toEqual([]);
  });
});

describe("去掉否定的部分", () => {
  it("没有的、上年的、防止的不留", () => {
    expect(undenied("未发现超期的情况，管理薄弱", 2023)).toBe("管理薄弱");
    expect(undenied("上年存在超期", 2023)).toBe("");
    expect(undenied("提前谋划，防止进度滞后", 2023)).toBe("提前谋划");
    expect(undenied("部分规定无法适用", 2023)).toBe("部分规定无法适用");
  });
});
