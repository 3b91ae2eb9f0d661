import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactValue } from "../../src/criteria/fact";
import type { Twofold } from "../../src/criteria/twofold";
import { agrees, contradictions, type Said } from "../../src/facts/twoSources";

/** What each fact is said to be, and the words that a reader hears of both figures; null: nothing is wrong. */
type Case = readonly [
  of: Twofold["of"],
  most: number,
  parts: readonly FactValue[],
  said: Said,
  why: string | null,
];

const said = (value: FactValue, quote = ""): Said => ({ value, approximate: false, quote });

const cases: readonly Case[] = [
  ["quotient", 0, [522, 600], said(0.98, "98%"), "写的是98%，而按522与600算出的是87%"],
  ["quotient", 0, [522, 600], said(0.87, "87%"), null],
  ["quotient", 0, [249, 250], said(1, "100%"), "写的是100%，而按249与250算出的是99.6%"],
  ["quotient", 0, [250, 250], said(1, "100%"), null],
  ["quotient", 0, [0.5, 10, 90], said("≤10%"), null],
  ["quotient", 0, [12, 10, 90], said("≤10%"), "写的是≤10%，而按12与10、90算出的是12%"],
  ["excess", 0, [451.5, 420], said(0.075, "7.5%"), null],
  ["excess", 0, [451.5, 420], said(0.05, "5%"), "写的是5%，而按451.5与420算出的是7.5%"],
  ["mean", 1, [[1, 1.04, 0.98, null]], said(0.9933, "99.33%"), null],
  [
    "mean",
    1,
    [[1, 1.04, 0.9, null]],
    said(0.9933, "99.33%"),
    "写的是99.33%，而按3个月的执行率算出的是96.67%",
  ],
  ["sum", 0, [1, 3], said(4, "4个"), null],
  ["sum", 0, [1, 2], said(4, "4个"), "写的是4，而按1与2算出的是3"],
  ["atMost", 0, [21, 20], said("是"), "写的是“是”，而按21与20算出的是“否”"],
  ["atMost", 0, [20, 20], said("是"), null],
  ["days", 20, [44967, 44985], said("是"), null],
  ["days", 20, [44967, 45005], said("是"), "写的是“是”，而按两个日期相隔38天算出的是“否”"],
  ["none", 0, [2], said("是"), "写的是“是”，而按2件算出的是“否”"],
  ["none", 0, [0], said("是"), null],
];

describe("一个数两个来源", () => {
  it.each(cases.map(([of, most, parts, standIn, why]) => ({ of, most, parts, standIn, why })))(
    "$of：$parts 与 $standIn.value → $why",
    ({ of, most, parts, standIn, why }) => {
      const keys = parts.map((_, index) => `part${index}`);
      const known = (key: string): Said | null => {
        const value = key === "said" ? standIn : parts[keys.indexOf(key)];
        return value === undefined
          ? null
          : typeof value === "object" && "quote" in value
            ? value
            : said(value);
      };
      const found = contradictions([{ of, standIn: "said", parts: keys, most }], known);
      expect(found.map((one) => one.why)).toEqual(why === null ? [] : [why]);
    },
  );

  it("公开早于批复的两个日期，没有别的话也不采用", () => {
    const days: Twofold = { of: "days", standIn: "said", parts: ["from", "to"], most: 20 };
    const dates: Readonly<Record<string, Said>> = { from: said(44967), to: said(44965) };
    expect(contradictions([days], (key) => dates[key] ?? null)).toHaveLength(1);
  });

  it("比率四舍五入或者截断到印出的末位，都对得上；差一个末位就对不上", () => {
    const whole = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 0, max: 4 }), fc.boolean(), (part, all, decimals, cut) => {
        const percent = (part / all) * 100;
        fc.pre(percent < 99);
        const size = 10 ** decimals;
        const shown = (cut ? Math.floor(percent * size + 1e-7) : Math.round(percent * size)) / size;
        const word = (value: number): Said => {
          const text = value.toFixed(decimals);
          return said(Number(text) / 100, `完成率${text}%`);
        };
        expect(agrees(word(shown), part / all)).toBe(true);
        expect(agrees(word(shown + 2 / size), part / all)).toBe(false);
      }),
    );
  });
});
