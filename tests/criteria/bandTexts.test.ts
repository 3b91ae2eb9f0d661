import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandNotation, type BandTable } from "../../src/criteria/bandTable";
import { bandScale, bandTable } from "../../src/criteria/kinds/bands";
import { pointsAt } from "../../src/criteria/expression/evaluate";
import { readClause } from "../../src/clause/readClause";
import { readBandNotation } from "../../src/criteria/readBandNotation";

/** The bands of a 评分标准, or of our own notation. */
function tableOf(text: string): BandTable | null {
  const reading = readClause(text, { indicator: "", weight: null });
  const printed =
    reading.state === "read" && reading.criterion.kind === "bands" ? bandTable(reading.criterion) : null;
  return readBandNotation(text) ?? printed;
}

function notation(text: string): string | null {
  const table = tableOf(text);
  return table === null ? null : bandNotation(table);
}

function pointsIn({ percent, bands }: BandTable, value: number): number | null {
  const scale = bandScale(percent, bands, ({ points }) => ({ op: "number", value: points }));
  return pointsAt(scale, value, 100);
}

describe("从评分标准的文字里读分档", () => {
  test.each([
    [
      "序号粘着百分比",
      "1.结转率≤10%的，得2分；\n2.10%＜结转率≤20%的，得1分；\n3.结转率＞20%的，得0分。",
      "≤10%:2;10%<x≤20%:1;>20%:0",
    ],
    [
      "倒写的区间",
      "1.比率≥90%的，得2分；\n2.90%＞比率≥75%的，得1.5分；\n3.75%＞比率，得0分",
      "<75%:0;75%≤x<90%:1.5;≥90%:2",
    ],
    [
      "没有序号时，小数就是小数",
      "比率<2.5%得2分；2.5%≤比率≤5%得1分；比率>5%得0分",
      "<2.5%:2;2.5%≤x≤5%:1;>5%:0",
    ],
    ["﹥、空格、全角数字", "控制率 ﹥１０％，得０分；控制率 ≤１０％，得２分", "≤10%:2;>10%:0"],
    [
      "以上（含）以下（不含）",
      "90%以上（含90%）得2分，75%（含）以上90%以下（不含）得1.5分，75%以下（不含）得0分",
      "<75%:0;75%≤x<90%:1.5;≥90%:2",
    ],
    [
      "达到、不足、低于",
      "达到90%的，得2分；达到80%但不足90%的，得1分；低于80%的，不得分",
      "<80%:0;80%≤x<90%:1;≥90%:2",
    ],
    [
      "只写下限，从小到大",
      "比率≥60%得1分；比率≥75%得1.5分；比率≥90%得2分；比率<60%不得分",
      "<60%:0;60%≤x<75%:1;75%≤x<90%:1.5;≥90%:2",
    ],
    ["只写下限，从大到小", "比率≥90%得2分；比率≥75%得1.5分；比率<75%不得分", "<75%:0;75%≤x<90%:1.5;≥90%:2"],
    ["百分号只写一次", "完成率100-150%得2分；完成率60%-100%（不含100%）得1分", "60%≤x<100%:1;100%≤x≤150%:2"],
    ["我们的写法", "≤10%:2;≤20%:1;≤30%:0.5;>30%:0", "≤10%:2;10%<x≤20%:1;20%<x≤30%:0.5;>30%:0"],
    ["不是百分比", "数量≥3得2分；数量<3得1分", "<3:1;≥3:2"],
  ])("%s", (_, text, expected) => {
    expect(notation(text)).toBe(expected);
  });

  test.each([
    ["没有分档", "符合规定的得满分，否则不得分。"],
    ["扣分制", "控制率≤0，得满分；控制率﹥0时，每增加5%（含）扣减0.5分，减至0分为止。"],
    ["完成率规则", "完成率60%以下为不及格，不得分；完成率为60%-100%的，得分=完成率×本指标分值；"],
    ["有一档读不懂，整段都不用", "≤10%的，得2分；情况较好的，得1分；>20%的，得0分"],
    ["单独一个条件", "采购意向100%公开的，得1分"],
    ["序号粘着小数，分不清", "1.2.5%以下的，得2分；2.2.5%＜率，得0分"],
    ["空", ""],
    ["太长", "≤10%得2分；".repeat(1000)],
  ])("读不出：%s", (_, text) => {
    expect(notation(text)).toBeNull();
  });

  test("“得满分”要知道分值，只有分档不够", () => {
    const text = "比率≥90%，得满分；比率<90%，不得分";
    expect(notation(text)).toBeNull();
  });

  test("引用原文：去掉序号，留下条件和得分", () => {
    const table = tableOf("1.率≤10%的，得2分；\n2.10%＜率≤20%的，得1分；\n3.率＞20%的，不得分。");
    const clauses = ["率≤10%的，得2分", "10%<率≤20%的，得1分", "率>20%的，不得分"];
    expect(table?.bands.map((band) => band.clause)).toEqual(clauses);
  });

  test("两档共有的端点不归哪一档", () => {
    const table = tableOf("80%≤率≤90%，得1分；90%≤率≤100%，得2分");
    if (table === null) throw new Error("读不出");
    expect(pointsIn(table, 0.9)).toBeNull();
    expect(pointsIn(table, 0.95)).toBe(2);
  });

  test("随机的分档写成我们的写法再读回来，是同一张表", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(cuts, fc.boolean(), (chosen, closed) => {
        const sorted = [...chosen].sort((a, b) => a - b);
        const text = [
          ...sorted.map((cut, index) => `${closed ? "≤" : "<"}${cut / 2}%:${index}`),
          `${closed ? ">" : "≥"}${(sorted.at(-1) ?? 0) / 2}%:9`,
        ].join(";");
        const table = tableOf(text);
        if (table === null) throw new Error(text);
        expect(notation(bandNotation(table))).toBe(bandNotation(table));
        sorted.forEach((cut, index) => {
          const expected = closed ? index : index + 1 === sorted.length ? 9 : index + 1;
          expect(pointsIn(table, cut / 200)).toBe(expected);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("任何文字都不会出错，也不会卡住", () => {
    const pieces = fc.constantFrom(
      "≤",
      "<",
      "10%",
      "2.",
      "得",
      "分",
      "1",
      "，",
      "；",
      "率",
      "以上",
      "（含）",
      "-",
      "不得分",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
        const table = tableOf(parts.join(""));
        expect(table === null || table.bands.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
