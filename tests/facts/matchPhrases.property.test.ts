import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPhrases } from "../../src/facts/matchPhrases";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";

const { rows } = guangzhou2023;
const affirmations = rows.flatMap(({ asks, words }) =>
  words.filter((one) => one.fixed === "是" && one.offered !== true).map((one) => ({ ...one, asks, words })),
);
/** Scraps of real sentences, put together in any order. */
const scrap = fc.constantFrom(
  ...rows.flatMap(({ words }) => words.map(({ example }) => example)),
  ...[
    "未",
    "没有",
    "部分",
    "约",
    "为",
    "，",
    "。",
    "；",
    "\n",
    "（",
    "）",
    "97%",
    "1,045.73万元",
    "3项",
    "≤10%",
    "2023年",
    "不",
    "均",
    "已",
    "①",
    "1.",
  ],
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(scrap, { maxLength: 12 }).map((all) => all.join("")),
);

describe("任何文字", () => {
  it("都不出错，摘取的数都在引文里", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...rows), (words, row) => {
        for (const [key, one] of matchPhrases(words, row.asks, row.words)) {
          if ("doubt" in one || one.wordClass === "statement" || typeof one.value !== "number") continue;
          const shown = one.quote.normalize("NFKC").replace(/[\s,]/gu, "");
          if (row.asks.some((spec) => spec.key === key && spec.kind === "date")) {
            const day = new Date(Date.UTC(1899, 11, 30) + one.value * 86_400_000);
            const [month, date] = [day.getUTCMonth() + 1, day.getUTCDate()];
            expect(shown).toMatch(new RegExp(`(?<!\\d)0?${month}[月.-]0?${date}(?!\\d)`, "u"));
            continue;
          }
          const forms = [one.value, one.value * 100, one.value / 10000, one.value * 10000].map((value) =>
            String(Number(value.toPrecision(12))),
          );
          expect(forms.some((form) => shown.includes(form))).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("很长的、重复的文字也很快读完", () => {
    for (const piece of [
      "预留",
      "实际支出公用经费",
      "公开采购意向",
      "已按要求开展整体支出绩效",
      "没有",
      "均采购活动",
      "9",
      "（",
      "≤",
    ]) {
      const words = piece.repeat(Math.floor(600 / piece.length));
      for (const row of rows) matchPhrases(`${words}。`.repeat(20), row.asks, row.words);
    }
  }, 60_000);

  it("在前面加“没有”或“未”，绝不仍答“是”", () => {
    for (const { key, example, asks, words } of affirmations) {
      const bare = example.replace(/^(?:我局|制度中|已|均|并)*/u, "");
      for (const no of ["没有", "未"]) {
        const found = matchPhrases(no + bare, asks, words).get(key);
        expect([no + bare, found !== undefined && "value" in found && found.value === "是"]).toEqual([
          no + bare,
          false,
        ]);
      }
    }
  });

  it("加上保留的话，绝不仍答“是”", () => {
    for (const { key, example, asks, words } of affirmations) {
      for (const said of [
        `部分单位${example}`,
        `基本上${example}`,
        `拟于明年${example}`,
        `${example}，存在个别未能完成的情况`,
      ]) {
        const found = matchPhrases(said, asks, words).get(key);
        expect([said, found !== undefined && "value" in found && found.value === "是"]).toEqual([
          said,
          false,
        ]);
      }
    }
  });
});
