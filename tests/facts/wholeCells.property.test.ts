import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { matchPhrases } from "../../src/facts/matchPhrases";
import { readCell } from "../../src/words/readCell";
import { editionRow } from "../support/editionRow";
import { readCases } from "../support/readCases";
import { takenFrom } from "./factsIn";

type Case = readonly [row: string, words: string, points: number | "ask"];
const cells = [
  ...(readCases("ordinaryCells") as readonly Case[]),
  ...(readCases("misleadingCells") as readonly Case[]),
];
const statements = guangzhou2023.rows.flatMap(({ id, words }) =>
  words
    .filter(
      ({ wordClass, fixed, offered }) => wordClass === "statement" && fixed !== undefined && offered !== true,
    )
    .filter(({ fixed }) => fixed !== "否")
    .map(({ key, example }) => ({ id, key, example })),
);

const denies = ["2个单位未完成", "有1家未按规定办理", "尚有3项没有落实", "存在个别遗漏的情况"];
const limits = ["仅限机关本级", "除2个单位外", "其余暂缓", "个别单位除外", "部分单位逾期"];
const counts = ["另有1项漏报", "漏报2项", "超期3笔", "2台设备不符合标准", "1起经查证属实"];

describe("说了一件事，后面又说了别的", () => {
  it.each(["，", "；", "。", "，但", "，其中"])(
    "加一句否定、限制或者计数的话（%s），原来的话不再直接采用",
    (join) => {
      for (const { id, key, example } of statements) {
        for (const spoil of [...denies, ...limits, ...counts]) {
          const words = `${example}${join}${spoil}。`;
          expect([words, takenFrom(id, words)[key]]).toEqual([words, undefined]);
        }
      }
    },
  );
});

describe("怎样排版都一样", () => {
  const cell = fc.constantFrom(...cells);

  const blanks = ["\n", "\r\n", "　", " ", "\u00a0", "\t", "\u200b", "\ufeff", "\u00ad"];

  it("换行、空白、看不见的字不影响", () => {
    fc.assert(
      fc.property(cell, fc.nat(), fc.constantFrom(...blanks), ([row, words], place, blank) => {
        const at = place % (words.length + 1);
        // Between two digits a blank may stand for something that is missing; a line may begin with a number of its own.
        const apart = /\d/u.test(words.charAt(at - 1)) && /\d/u.test(words.charAt(at));
        const item = /^(?:\d{1,2}[.．、)）]|[（(]|[一二三四五六七八九十]|[①-⒛])/u.test(words.slice(at));
        if (apart || item || /[.．]/u.test(words.charAt(at - 1))) return;
        const broken = words.slice(0, at) + blank + words.slice(at);
        expect([broken, takenFrom(row, broken)]).toEqual([broken, takenFrom(row, words)]);
      }),
      { numRuns: 1500 },
    );
  });

  it.each("1. １． 1． 1、 １） （１） (1) ① ⑴ ⒈ ❶ 一、 （一） ㈠ 一是 • · ◆ ★".split(" "))(
    "前面加一个编号（%s）不影响",
    (mark) => {
      for (const [row, words] of cells)
        expect([words, takenFrom(row, mark + words)]).toEqual([words, takenFrom(row, words)]);
    },
  );

  const shapes: readonly (readonly [of: RegExp, as: readonly string[]])[] = [
    [/％|%/gu, ["％", "﹪"]],
    [/，(?!\d)/gu, [",", "﹐"]],
    [/；/gu, [";", "﹔"]],
    [/：/gu, [":", "﹕", "∶", "︰"]],
    [/、/gu, ["､", "﹑"]],
    [/。/gu, ["｡", "！"]],
    [/（/gu, ["(", "﹙", "[", "［", "【", "〔"]],
    [/）/gu, [")", "﹚", "]", "］", "】", "〕"]],
    [/“/gu, ['"', "＂", "「", "『", "〝", ""]],
    [/”/gu, ['"', "＂", "」", "』", "〞", ""]],
    [/≤/gu, ["≦", "⩽", "<=", "＜＝", "=<"]],
    [/≥/gu, ["≧", "⩾", ">=", "＞＝", "=>"]],
    [/《/gu, ["〈", "<<", "＜＜"]],
    [/》/gu, ["〉", ">>", "＞＞"]],
    [/(?<!\d)-(?=\d)/gu, ["－", "–", "−", "‐", "‑", "﹣"]],
    [/(?<=\d)-(?=\d)/gu, ["－", "–", "−", "~", "～", "—", "─"]],
    [/(?<=\d)\.(?=\d)/gu, ["．"]],
    [/[0-9A-Za-z]+/gu, ["全角"]],
  ];

  it.each(shapes)("%s 换一种字形不影响", (of, as) => {
    const wide = (text: string): string =>
      text.replace(/[0-9A-Za-z]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    for (const [row, words] of cells) {
      for (const shape of as) {
        const other = words.replace(of, (sign) => (shape === "全角" ? wide(sign) : shape));
        expect([other, takenFrom(row, other)]).toEqual([other, takenFrom(row, words)]);
      }
    }
  });

  it("标点的宽窄不影响", () => {
    const narrow: Readonly<Record<string, string>> = {
      "，": ",",
      "；": ";",
      "：": ":",
      "（": "(",
      "）": ")",
      "％": "%",
      "“": '"',
      "”": '"',
    };
    for (const [row, words] of cells) {
      // "3，104万元" is two figures, "3,104万元" one.
      const same = words.replace(/[，；：（）％“”]/gu, (sign, at: number) =>
        sign === "，" && /\d/u.test(words.charAt(at + 1)) ? sign : (narrow[sign] ?? sign),
      );
      const wide = words.replace(/[0-9%]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      expect([same, takenFrom(row, same)]).toEqual([same, takenFrom(row, words)]);
      expect([wide, takenFrom(row, wide)]).toEqual([wide, takenFrom(row, words)]);
    }
  });
});

describe("再长也读得完", () => {
  it.each(["没有投诉。", "未", "2个单位", "(", "《", "，", "利用率为97%；", "10,000", "因"])(
    "一万字的“%s”",
    (piece) => {
      const words = piece.repeat(Math.ceil(10_000 / piece.length));
      expect(readCell(words).text.length).toBeGreaterThan(0);
      for (const id of ["procurementCompliance", "assetUse", "systemExecution"]) {
        const { asks, words: patterns } = editionRow(id);
        matchPhrases(words, asks, patterns, { year: 2023 });
      }
    },
    30_000,
  );

  it("每个分句都指着原文里自己的位置", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...cells.map(([, words]) => words))),
        (words) => {
          const cell = readCell(words);
          let last = -1;
          for (const place of cell.at) {
            expect(place).toBeGreaterThanOrEqual(last);
            expect(place).toBeLessThan(words.length);
            last = place;
          }
          expect(cell.at.length).toBe(cell.text.length);
          for (const { from, to } of cell.clauses) expect(from).toBeLessThan(to);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
