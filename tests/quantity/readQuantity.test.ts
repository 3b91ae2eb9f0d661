import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/quantity/figure";
import { readChineseNumeral, readChinesePercent } from "../../src/quantity/writtenNumber";
import { plainText } from "../../src/quantity/plainText";
import { readQuantity } from "../../src/quantity/readQuantity";
import { scanFigures } from "../../src/quantity/scanFigures";
import { completionRate } from "../../src/criteria/completionRate";

const figuresOf = (text: string, name = ""): readonly Figure[] => {
  const reading = readQuantity(text, name);
  return reading.kind === "quantity" ? reading.figures : [];
};

describe("数量的读法", () => {
  it.each([
    ["28万人以上", 280000, "人", "atLeast"],
    ["约1500人", 1500, "人", "approx"],
    ["不高于5%", 0.05, "%", "atMost"],
    ["1.53亿元", 153000000, "元", null],
    ["12公里", 12000, "米", null],
    ["3㎡", 3, "平方米", null],
    ["五个子项目", 5, "个", null],
    ["百分之九十五点五", 0.955, "%", null],
    ["5‰", 0.005, "%", null],
    ["0起", 0, "起", null],
    ["-1.5%", -0.015, "%", null],
  ])("“%s”", (text, value, unit, side) => {
    const [figure] = figuresOf(text);
    expect([figure?.value, figure?.unit.name, figure?.side]).toEqual([value, unit, side]);
  });

  it.each([
    ["已完成", "verdict"],
    ["达成预期指标", "verdict"],
    ["影响力效益已达标", "verdict"],
    ["12月底之前完成", "date"],
    ["按期办结", "date"],
    ["--%", "nil"],
    ["", "nil"],
    ["　", "nil"],
    ["无", "nil"],
    ["切实维护劳动者合法权益", "qualitative"],
    ["100%保证支出的相关性、支出的合规性", "qualitative"],
    [
      "已完成，达成年度指标100%。2023年扎实推进专项行动，为1.66万名劳动者追回工资及补偿金约1.53亿元。",
      "qualitative",
    ],
    ["穗人社办发〔2022〕9号", "qualitative"],
  ])("“%s”不是数量：%s", (text, kind) => {
    expect(readQuantity(text).kind).toBe(kind);
  });

  it("未完成与已完成分得开", () => {
    expect(readQuantity("已完成")).toMatchObject({ met: true });
    expect(readQuantity("部分完成")).toMatchObject({ met: false });
    expect(readQuantity("未完成")).toMatchObject({ met: false });
  });

  it("说明用了原文的哪些字", () => {
    const text = " 影响力 ＞ １００ 万 人";
    const [figure] = figuresOf(text);
    expect(figure?.text).toBe("＞ １００ 万 人");
    expect(text.slice(figure?.span.from, figure?.span.to)).toBe("＞ １００ 万 人");
    expect(figuresOf("2.51%（450人/17916人）")[0]?.text).toBe("2.51%（450人/17916人）");
  });

  it("括号里的分子分母与比率核对", () => {
    expect(figuresOf("2.51%(450 人/17916 人)")[0]?.fraction).toEqual({
      over: 450,
      under: 17916,
      agrees: true,
    });
    expect(figuresOf("2.52%(450人/17916人)")[0]?.fraction?.agrees).toBe(true);
    expect(figuresOf("2.53%(450人/17916人)")[0]?.fraction?.agrees).toBe(false);
  });

  it("定性句子里的数只作旁证，不作数量", () => {
    const reading = readQuantity(
      "已完成。为1.66万名劳动者追回工资及补偿金约1.53亿元，维护社会稳定，促进和谐。",
    );
    expect(reading.kind).toBe("qualitative");
    expect(reading.mentions.map((figure) => figure.value)).toEqual([16600, 153000000]);
  });

  it("指标名称里的数不是目标", () => {
    const name = "开展100个紧缺职业及薪酬调查";
    expect(figuresOf("完成4期100个紧缺职业及薪酬调查报告", name).map((figure) => figure.value)).toEqual([4]);
  });

  it("很长的文字只读前一部分，并要求确认", () => {
    const reading = readQuantity(`完成5场，${"很好".repeat(3000)}`);
    expect(reading.kind === "quantity" ? reading.certainty : reading.kind).toBe("unsure");
  });
});

describe("中文数字", () => {
  it.each([
    ["五", 5],
    ["两", 2],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["一百零五", 105],
    ["三千五百", 3500],
    ["两万", 20000],
    ["一亿二千万", 120000000],
    ["三五", null],
    ["十百", null],
    ["万", null],
    ["", null],
  ])("“%s”", (numeral, value) => {
    expect(readChineseNumeral(numeral)).toBe(value);
  });

  it("百分之几", () => {
    expect(readChinesePercent("九十五")).toBe(95);
    expect(readChinesePercent("九十五点五")).toBe(95.5);
    expect(readChinesePercent("五点")).toBeNull();
  });
});

const piece = fc.constantFrom(
  ..."0 1 2 5 9 12 100 2023 3.5 1,200 千 百 万 亿 人 人次 家 场 次 % ‰ 个 元 年 月 日 号 ≥ ≤ > < = 不低于 不超过 超过 约 以上 以内 以下 左右 - ~ — 至 / : ： ( ) （ ） 〔 〕 “ ” 《 》 ， 、 ； 。 . ① 1. 一 三 五 十 两 零 百分之 百分百 第 其中 达到 完成 为 已完成 目标 由 到 率 ％ ㎡ １ 余 A".split(
    " ",
  ),
  " ",
  "\n",
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** The digits of the text alone, full-width ones and Chinese numerals as they are written. */
function squeezed(text: string): string {
  return plainText(text).text.replace(/[,\s]/gu, "");
}

describe("任何文字", () => {
  it("都不会出错，读出的位置都在原文里", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (target, actual, name) => {
        const result = completionRate(target, actual, name);
        for (const reading of [result.target, result.actual]) {
          const figures = [...(reading.kind === "quantity" ? reading.figures : []), ...reading.mentions];
          for (const { value, span } of figures) {
            expect(Number.isFinite(value)).toBe(true);
            expect(span.from).toBeGreaterThanOrEqual(0);
            expect(span.to).toBeGreaterThan(span.from);
          }
        }
        if (result.outcome === "rate") {
          expect(Number.isFinite(result.rate)).toBe(true);
          expect(result.rate).toBeGreaterThanOrEqual(0);
          expect(result.question === null).toBe(result.certainty === "sure");
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("读出的数，数字都是原文里写着的", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readQuantity(text);
        const figures = [...(reading.kind === "quantity" ? reading.figures : []), ...reading.mentions];
        for (const figure of figures) {
          expect(squeezed(text.slice(figure.span.from, figure.span.to))).toContain(
            figure.digits.split(/[-+/:]/u)[0] ?? "",
          );
          for (const digits of figure.digits.split(/[-+/:]/u)) expect(squeezed(text)).toContain(digits);
        }
        for (const figure of scanFigures(plainText(text).text).figures) {
          // One written number: its value is its digits moved by magnitude and unit, nothing else.
          const plain = /^[0-9.]+$/u.test(figure.digits)
            ? Number(figure.digits)
            : (readChineseNumeral(figure.digits) ??
              readChinesePercent(figure.digits) ??
              (figure.digits === "百" ? 100 : NaN));
          const moved = Number(`${plain}e${figure.magnitude + figure.unit.power}`);
          expect(Math.abs(figure.value)).toBe(moved);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("再长也只多花相应的工夫：每个字只看有限次", () => {
    const samples = [
      "1",
      "1,",
      "1,234,",
      "9.",
      "(",
      "（5",
      "一",
      "十百",
      "5个",
      "5场，",
      "≥",
      "1/2",
      "5-",
      " ",
      "\n",
      "不",
      "5人 ",
    ];
    for (const sample of samples) {
      const counts = [2000, 4000].map((size) => {
        let looks = 0;
        const text = sample.repeat(size / sample.length);
        // Every look at a character goes through a method of the text: count those.
        const watched = new Proxy(new String(text), {
          get(whole, key): unknown {
            const found: unknown = Reflect.get(whole, key);
            if (typeof found !== "function") return found;
            looks += 1;
            return (...given: unknown[]): unknown => Reflect.apply(found, text, given);
          },
        });
        scanFigures(watched as unknown as string);
        return looks;
      });
      const [small = 0, large = 0] = counts;
      expect(large).toBeLessThan(small * 2.2 + 200);
    }
  });

  it("4000字以后的不看，多长都一样", () => {
    for (const sample of ["5场，", "1,234,", "（", "一百"]) {
      const long = readQuantity(sample.repeat(300_000));
      const first = readQuantity(sample.repeat(4000 / sample.length));
      expect([long.kind, long.mentions]).toEqual([first.kind, first.mentions]);
    }
  });
});
