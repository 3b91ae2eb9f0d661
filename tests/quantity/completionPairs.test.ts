import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completionRate } from "../../src/criteria/completionRate";
import { readCases } from "../support/readCases";

/** 年度目标值 | 实际完成值 | 完成率, or “问” where a careful reader would ask | 指标名称. */
type Row = readonly [target: string, actual: string, expected: number | "问", name?: string];

const tables = readCases("completionPairs") as Readonly<Record<string, readonly Row[]>>;
const rows = Object.values(tables).flat();

/** The rate with three decimals where it is sure. */
function shown(target: string, actual: string, name = ""): number | "问" {
  const result = completionRate(target, actual, name);
  const sure = result.outcome === "rate" && result.certainty === "sure";
  return sure ? Math.round(result.rate * 1000) / 1000 : "问";
}

describe.each(Object.entries(tables))("目标和实际：%s", (_title, table) => {
  it.each(table.map(([target, actual, expected, name]) => ({ target, actual, expected, name })))(
    "“$target”对“$actual” → $expected",
    ({ target, actual, expected, name }) => {
      const rounded = expected === "问" ? expected : Math.round(expected * 1000) / 1000;
      expect(shown(target, actual, name)).toBe(rounded);
    },
  );
});

const pair = fc.constantFrom(...rows);
const sure = fc.constantFrom(...rows.filter(([, , expected]) => expected !== "问"));

describe("目标和实际，随便哪一对", () => {
  it("前面加上没有做到、计划、上年一类的话，就不再采用", () => {
    const before = fc.constantFrom(..."未 尚未 计划 预计 拟 力争 上年 去年 前三季度 目标 原定".split(" "));
    fc.assert(
      fc.property(sure, before, ([target, actual, , name], word) => {
        // A negated bound is another bound, and a double negation says nothing; words of one's own come after.
        fc.pre(
          !/^[≥≤<>（(±不未无没零每本当全截]|实际|其中|本年|今年|全年|当年|目标|计划|[超高低小少大多]/u.test(
            actual,
          ),
        );
        fc.pre(!/[，,、；;+/①]/u.test(actual) && !target.includes("无") && !target.includes("不"));
        expect([word + actual, shown(target, word + actual, name)]).toEqual([word + actual, "问"]);
      }),
      { numRuns: 1500 },
    );
  });

  it("后面加上没有读懂的括号，就要问", () => {
    const behind = fc.constantFrom(
      "（上年数）",
      "（预计）",
      "（未验收）",
      "（含上年结转）",
      "（暂估）",
      "（琉璃瓦）",
    );
    fc.assert(
      fc.property(sure, behind, ([target, actual, , name], words) => {
        expect(shown(target, actual + words, name)).toBe("问");
      }),
      { numRuns: 1500 },
    );
  });

  it("全角半角、空白、换行不改变读法", () => {
    const wide = (text: string): string =>
      text.replace(/[0-9%]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(pair, ([target, actual, , name]) => {
        fc.pre(!/[A-Za-z]|[0-9][ ,，.·][0-9]/u.test(target + actual));
        const plain = shown(target, actual, name);
        expect(shown(wide(target), wide(actual), name)).toBe(plain);
        expect(shown(` ${target}\u3000`, `\u00a0${actual} `, name)).toBe(plain);
        expect(
          shown(target.replaceAll("(", "（"), actual.replaceAll("（", "(").replaceAll("）", ")"), name),
        ).toBe(plain);
      }),
      { numRuns: 1500 },
    );
  });

  it("字中间的空白、看不见的字和标点的字形不改变读法；字中间换行，至多变成要问", () => {
    const shapes: readonly (readonly [of: RegExp, as: string])[] = [
      [/[（(]/gu, "【"],
      [/[)）]/gu, "】"],
      [/、/gu, "､"],
      [/[≥]/gu, ">="],
      [/[≤]/gu, "＜="],
      [/(?<!\d)-(?=\d)/gu, "–"],
      [/[:：]/gu, "∶"],
    ];
    for (const [target, actual, , name] of rows) {
      if (/[(（]20/u.test(target + actual)) continue;
      const other = (text: string): string => shapes.reduce((all, [of, as]) => all.replace(of, as), text);
      expect([actual, shown(other(target), other(actual), name)]).toEqual([
        actual,
        shown(target, actual, name),
      ]);
    }
    const blank = fc.constantFrom("　", " ", "\u00a0", "\t", "\u200b", "\ufeff", "\u00ad");
    fc.assert(
      fc.property(pair, fc.nat(), blank, ([target, actual, , name], place, sign) => {
        const at = place % actual.length;
        fc.pre(!/[\p{Nd}.．%A-Za-z]{2}/u.test(actual.slice(Math.max(0, at - 1), at + 1)));
        const apart = actual.slice(0, at) + sign + actual.slice(at);
        expect([apart, shown(target, apart, name)]).toEqual([apart, shown(target, actual, name)]);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["比上年下降5%以上", "比上年上\n升1%", 0],
    ["2年\n内", "2.5年", 0.8],
    ["95%", "9\n5%", "问"],
    ["100人", "10\n 0人", "问"],
    ["2次/\n月", "24次", 1],
    ["100%", "98.5%\n（190/200）", "问"],
    ["培训3期\n500人", "3期\n485人", 0.985],
  ] as const)("格子里折了行：“%s”对“%s” → %s", (target, actual, expected) => {
    expect(shown(target, actual)).toBe(expected);
  });

  it("算出的目标数只能是原文的数，或者按周期合成全年的数，并且说出来", () => {
    for (const [target, actual, expected, name] of rows) {
      const result = completionRate(target, actual, name);
      if (expected === "问" || result.outcome !== "rate") continue;
      for (const { target: wanted } of result.parts) {
        const own =
          result.target.kind === "quantity" ? [...result.target.figures, ...result.target.mentions] : [];
        const written = own.some(({ value }) => value === wanted.value) || wanted.digits === "";
        expect([target, written || result.remarks.join().includes("按全年")]).toEqual([target, true]);
      }
    }
  });
});

describe("问题引出没有读懂的话", () => {
  it.each([
    ["60场", "计划60场", "请确认：实际完成值“计划60场”中的“计划”不是已经完成的数，实际完成多少？"],
    ["60场", "60场（上年数）", "请确认：实际完成值“上年数”中的“上年”不是考核年度的数，实际完成多少？"],
    ["30个", "存量30个", "请确认：实际完成值“存量30个”中的“存量”没有读懂，实际完成多少？"],
  ])("“%s”对“%s”", (target, actual, question) => {
    expect(completionRate(target, actual)).toMatchObject({ certainty: "unsure", question });
  });

  it("按周期合成的、按前后两个数算的，说明里写出", () => {
    expect(completionRate("每季度至少1次", "4次").remarks).toEqual(["目标值“每季度至少1次”按全年4次计算"]);
    expect(completionRate("增长10%", "由200件增加到230件").remarks).toEqual(["“200件→230件”按增加15%计算"]);
  });
});
