import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstSigns } from "../../src/clause/firstSigns";
import { readClause } from "../../src/clause/readClause";
import { tokens } from "../../src/clause/tokens";
import { readers } from "../../src/clause/tokenShapes";
import { countedSteps } from "../support/countedSteps";

const wordings = JSON.parse(
  await readFile(new URL("../cases/clauseWordings.json", import.meta.url), "utf8"),
) as readonly { readonly clause: string }[];

/** What clauses are made of; each alone, over and over, must not be dear. */
const bits = [
  "1", "12345", "0.5", "100%", "（", "）", "[", "1.", "1、", "（1）", "①", "②", "一、", "一是", "\n", "；", "，", "。", "：", "、", "%", "~", "-", "至",
  "得", "分", "得2分", "（2分）", "扣", "扣1分", "扣完为止", "每", "每发现1项", "每有一项", "符合", "全部", "以上要求", "满分", "不得分", "本项得0分",
  "≥", "≤", "<", "=", "×", "/", "+", "±", "得分=", "按", "按比例", "按照", "率", "分值", "完成率", "否则", "以上", "以内", "（含）", "（含90%）", "之间",
  "各占50%", "分别占30%、", "酌情", "视情况", "评分", "因", "情况", "由", "根据", "的", "未", "2023年", "1月", "万", "个", "甲", "A", " ", "“", "<=", "㍍", "😀", "\ud83d",
] as const; // prettier-ignore

function filled(pattern: string, length: number): string {
  return pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
}

/** One beginning, something over and over, one end. */
const pattern = fc.record({
  first: fc.constantFrom("", ...bits),
  again: fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom(...wordings).map(({ clause }) => [clause]) },
  ),
  last: fc.constantFrom("", ...bits),
});

const read = (clause: string): ReturnType<typeof readClause> =>
  readClause(clause, { indicator: "预算完成率", weight: 5, definition: clause });

describe("很长的评分标准", () => {
  test("长一倍，多走的步数不过一倍", () => {
    fc.assert(
      fc.property(pattern, ({ first, again, last }) => {
        const steps = [1500, 3000].map((length) => {
          const clause = first + filled(again.join(""), length) + last;
          return countedSteps(() => read(clause));
        });
        // Where the shorter one is read as a rule, all its readers are tried; what cannot be so long is not.
        const [short = 0, long = 0] = steps;
        if (long > 2.2 * short + 5000) throw new Error(`${String(short)} → ${String(long)}`);
      }),
      {
        numRuns: 400,
        examples: [["（2分）", "\n"], ["甲（2分）", "\n"], ["①甲"], ["；", "一是"], ["（"]].map((again) => [
          { first: "", again, last: "" },
        ]),
      },
    );
  });

  test("两万字以内不出错，再长的不读", () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 15_000, max: 20_000 }), ({ first, again, last }, length) => {
        const clause = first + filled(again.join(""), length) + last;
        expect(["read", "unread", "none"]).toContain(read(clause).state);
      }),
      { numRuns: 60 },
    );
    const rule = "及时报送的得5分，否则不得分。";
    expect(read(rule.padStart(20_000, "说明文字，")).state).toBe("read");
    expect(read(rule.padStart(20_001, "说明文字，")).state).toBe("unread");
  });

  test.each<readonly [string, string]>([
    ["一百个列项", Array.from({ length: 100 }, (_, at) => `（${at + 1}）事项${at}；`).join("") + "全部符合得5分，否则不得分。"],
    ["一百句给分的话", Array.from({ length: 100 }, (_, at) => `等级${at}得${at}分；`).join("")],
    ["很多项相加的公式", `得分=${"A+".repeat(9000)}A`],
  ])("%s：没有读懂，不当成别的", (_, clause) => {
    expect(read(clause).state).toBe("unread");
  }); // prettier-ignore
});

describe("切词", () => {
  test("每种写法的长短都有限：一个字开头看多远，与全文多长无关", () => {
    const endless = readers.filter(([{ source }]) =>
      /[*+]|,\}/u.test(source.replace(/\\.|\[(?:\\.|[^\\\]])*\]/gsu, "").replace(/\{\d+,\d+\}/gu, "")),
    );
    expect(endless.map(([{ source }]) => source)).toEqual([]);
  });

  test("按开头的字挑写法，与每种都试一遍一样", () => {
    const slowly = (text: string): readonly string[] => {
      const found: string[] = [];
      let words = "";
      for (let at = 0; at < text.length;) {
        const match = readers
          .map(([shape, made]) => {
            const one = new RegExp(shape.source, "uy");
            one.lastIndex = at;
            return { found: one.exec(text), made };
          })
          .find((one) => one.found !== null);
        const token = match?.found == null ? null : match.made(match.found);
        const length = match?.found?.[0].length ?? 0;
        if (token === null) {
          words += text.charAt(at);
          at += 1;
          continue;
        }
        if (words !== "") found.push(words);
        words = "";
        found.push(JSON.stringify({ ...token, from: at, to: at + length }));
        at += length;
      }
      return words === "" ? found : [...found, words];
    };
    const parts = fc.array(
      fc.oneof(
        fc.constantFrom(...bits),
        fc.constantFrom(...wordings).map(({ clause }) => clause.slice(0, 40)),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, (all) => {
        const text = all.join("").normalize("NFKC");
        const quickly = tokens(text).map((token) =>
          token.is === "word" && !isShape(text, token.from)
            ? text.slice(token.from, token.to)
            : JSON.stringify(token),
        );
        expect(quickly).toEqual(slowly(text));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["扣(?:减|除)?", "扣"],
    ["(?:本|该)?(?:项)?得", "本|该|项|得"],
    [String.raw`(?<!\d)(\d{1,3})分`, String.raw`\d`],
    ["[~-]|至(?!今)", "[~-]|至"],
    ["(?:甲{0,2}乙|丙)丁", "甲|乙|丙"],
  ])("%s 的开头是 %s", (source, signs) => {
    expect(firstSigns(source)).toBe(signs);
  });

  test("什么也不要求的写法没有开头", () => {
    expect(() => firstSigns("得?(?:分)?")).toThrow("may be nothing");
  });
});

/** 2023年 and the like are words by their shape. */
function isShape(text: string, at: number): boolean {
  return readers.some(([shape, made]) => {
    const one = new RegExp(shape.source, "uy");
    one.lastIndex = at;
    const match = one.exec(text);
    return match !== null && made(match)?.is === "word";
  });
}
