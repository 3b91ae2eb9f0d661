import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { leftOut, quotedText, stillQuotes, wordsUsed } from "../../src/words/quotation";
import { readCases } from "../support/readCases";
import { foundIn, shown } from "./quotedAs";

type Case = readonly [row: string, words: string, points: number | "ask"];
const cells = [
  ...(readCases("ordinaryCells") as readonly Case[]),
  ...(readCases("misleadingCells") as readonly Case[]),
];

describe("引文：[采用] {读出而未采用} <没有读懂>", () => {
  it.each<readonly [row: string, key: string, words: string, quoted: string]>([
    ["contractSigning", "rate", "经查系统，我局及时率约95%。", "经查系统，我局[及时率约95%]"],
    // The sentence with its own signs and widths, the others left out.
    [
      "assetUse",
      "rate",
      "一、系统数据如下。二、根据资产系统统计，\n我局资产利用率 为９７％，超过90%；三、已上报。",
      "二、根据资产系统统计，\n我局[资产利用率 为９７％]，超过90%",
    ],
    // Counted apart, and added up: both are quoted.
    [
      "assetAllocation",
      "over",
      "办公家具超标准1项。经查，办公设备超标准1项。",
      "办公家具[超标准1项]。经查，办公设备[超标准1项]",
    ],
    [
      "procurementCompliance",
      "complaints",
      "局本级没有投诉情况，下属单位投诉成立1例。",
      "局本级没有投诉情况，[下属单位投诉成立1例]",
    ],
    [
      "intentionComplete",
      "rate",
      "采购意向100%公开。培训已开展。其中2项为事后补公开。",
      "{采购意向100%公开}……<其中2项为事后补公开>",
    ],
    // A rate and its two figures, in three sentences: they agree, and all are quoted.
    [
      "contractSigning",
      "rate",
      "合同总数20份。30日内签订合同19份。会议已召开。合同签订及时率95%。",
      "合同总数20份。30日内签订合同19份……合同[签订及时率95%]",
    ],
    [
      "contractSigning",
      "rate",
      "30日内签订合同18份。合同总数20份。会议已召开。合同签订及时率100%。",
      "{30日内签订合同18份}。{合同总数20份}……合同{签订及时率100%}",
    ],
    ["contractFiling", "inTime", "经查系统，此项得0分（满分1分）。", "经查系统，此项{得0分}（满分1分）"],
    // What leads away from the statement is quoted, not the statement.
    ["procurementCompliance", "complaints", "截至9月底，没有采购投诉。", "<截至9月底>，{没有采购投诉}"],
    [
      "intentionTiming",
      "lateBefore",
      "依据办法规定，采购意向均在采购活动开始前30日公开。",
      "<依据办法规定>，采购意向{均在采购活动开始前30日公开}",
    ],
    ["assetUse", "rate", "资产利用率为97%。资产利用率为88%。", "{资产利用率为97%}。{资产利用率为88%}"],
  ])("%s.%s：%s", (row, key, words, quoted) => {
    const found = foundIn(row, words).get(key);
    expect(found === undefined ? null : shown(found.quotation)).toBe(quoted);
  });
});

describe("任何文字的引文", () => {
  const scrap = fc.constantFrom(
    ...cells.map(([, words]) => words),
    ...guangzhou2023.rows.flatMap(({ words }) => words.map(({ example }) => example)),
    ...["，", "。", "\n", "　", "（", "）", "𠮷", "㎡", "“", "”", "①", "1.", "未", "另有2项"],
  );
  const text = fc.array(scrap, { minLength: 1, maxLength: 6 }).map((all) => all.join(""));
  const rows = fc.constantFrom(...guangzhou2023.rows.map(({ id }) => id));

  it("位置都在原来的单元格里；标出的话在引文里，引文在单元格里", () => {
    fc.assert(
      fc.property(text, rows, (words, row) => {
        for (const { quotation, quote, ...one } of foundIn(row, words).values()) {
          const { quoted, words: used } = quotation;
          expect(quotation.text).toBe(words);
          expect(words).toContain(quote);
          let last = -1;
          for (const { from, to } of quoted) {
            expect(from).toBeGreaterThan(last);
            expect(to).toBeGreaterThan(from);
            expect(words.slice(from, to)).toMatch(whole);
            last = to;
          }
          expect(last).toBeLessThanOrEqual(words.length);
          for (const { from, to } of used) {
            expect(to).toBeGreaterThan(from);
            expect(quoted.some((stretch) => stretch.from <= from && to <= stretch.to)).toBe(true);
          }
          const uses = used.map(({ use }) => use);
          expect(uses.includes("taken")).toBe("value" in one);
          expect(uses.every((use) => use === "taken")).toBe("value" in one);
          expect(stillQuotes(words, quotedText(quotation))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("采用的话里有采用的数；说没有读懂的，标出的就是那几个字", () => {
    let figures = 0;
    let doubts = 0;
    for (const [row, words] of cells) {
      for (const one of foundIn(row, words).values()) {
        if ("doubt" in one) {
          const [said] = /(?<=^中“).*(?=”没有读懂)/u.exec(one.doubt) ?? [];
          if (said === undefined) continue;
          doubts += 1;
          expect(wordsUsed(one.quotation, "unread").map(plain)).toContain(plain(said));
        } else if (one.wordClass === "figure" && typeof one.value === "number") {
          const taken = wordsUsed(one.quotation, "taken");
          // Of a sum each part stands in its own words.
          if (taken.length > 1 && new Set(taken.map(plain)).size > 1) continue;
          figures += 1;
          const day = new Date(Date.UTC(1899, 11, 30 + one.value));
          const forms = [
            ...[one.value, one.value * 100, one.value / 10000, one.value * 10000].map((value) =>
              String(Number(value.toPrecision(12))),
            ),
            ...["零", "一", "两", "三"].slice(one.value, one.value + 1),
            `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`,
          ];
          const all = plain(taken.join(""));
          expect([taken, forms.some((form) => all.includes(form))]).toEqual([taken, true]);
        }
      }
    }
    expect(figures).toBeGreaterThan(40);
    expect(doubts).toBeGreaterThan(80);
  });

  it("换行、空白、全角半角不改变标出的话", () => {
    const cell = fc.constantFrom(...cells);
    const blank = fc.constantFrom("\n", "\r\n", "　", " ");
    fc.assert(
      fc.property(cell, fc.nat(), blank, ([row, words], place, space) => {
        const at = place % words.length;
        if (/[\d.．)）、]/u.test(words.charAt(at)) || /[\d.．]/u.test(words.charAt(at - 1))) return;
        if (/^[（(①-⒛一二三四五六七八九十]/u.test(words.slice(at))) return;
        const broken = words.slice(0, at) + space + words.slice(at);
        const wide = broken.replace(/[0-9%]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        for (const [key, { quotation }] of foundIn(row, words)) {
          const again = foundIn(row, wide).get(key)?.quotation;
          expect(again === undefined ? null : plain(shown(again))).toBe(plain(shown(quotation)));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("引文还在不在", () => {
  it.each([
    ["利用率为97%。", "利用率为97%", true],
    ["利用率\n为 97%。", "利用率为97%", true],
    ["甲，乙。丙，丁。", `甲，乙${leftOut}丁`, true],
    ["丙，丁。甲，乙。", `甲，乙${leftOut}丁`, false],
    ["利用率为96%。", "利用率为97%", false],
    ["", "利用率为97%", false],
  ])("%s 里的“%s”：%s", (text, quote, stands) => {
    expect(stillQuotes(text, quote)).toBe(stands);
  });
});

/** No sign of two code units is cut. */
const whole = /^(?![\uDC00-\uDFFF])[^]*(?<![\uD800-\uDBFF])$/;

function plain(words: string): string {
  return words.normalize("NFKC").replace(/[\s,，“”]/gu, "");
}
