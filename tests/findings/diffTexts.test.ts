import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffTexts, sayDifference } from "../../src/findings/diffTexts";
import { excerpt, nestQuotes } from "../../src/findings/passages";

describe("两段文字的差异", () => {
  it("数字整个比较，读得懂", () => {
    expect(sayDifference("比率≤10%的，得2分", "比率≤15%的，得2分")).toBe("“10%”写成“15%”");
    expect(sayDifference("得满分，否则不得分", "得满分")).toBe("少了“，否则不得分”");
    expect(sayDifference("得满分", "得满分（含）")).toBe("多了“（含）”");
    expect(sayDifference("相同", "相同")).toBe("");
  });

  it("拼起来就是原来的两段", () => {
    const text = fc.string({ unit: fc.constantFrom("得", "分", "1", "0", "%", "，", "≤"), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (official, here) => {
        const pieces = diffTexts(official, here);
        const side = (drop: string) =>
          pieces
            .filter(({ kind }) => kind !== drop)
            .map((piece) => piece.text)
            .join("");
        expect(side("here")).toBe(official);
        expect(side("official")).toBe(here);
      }),
    );
  });

  it("差得太多就整段对照，很快", () => {
    const started = performance.now();
    expect(diffTexts("甲".repeat(3000), "乙".repeat(3000))).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("引号里的引号", () => {
  it("里层用单引号；不成对的不动", () => {
    expect(nestQuotes(`写“${excerpt("三公”经费超支0.5万元")}”`)).toBe("写“‘三公’经费超支0.5万元”");
    expect(excerpt("“甲”和“乙", 20)).toBe("“甲”和“乙”");
    expect(excerpt("甲“乙”丙")).toBe("甲“乙”丙");
    expect(nestQuotes("““三公”经费控制情况”的依据")).toBe("“‘三公’经费控制情况”的依据");
    expect(nestQuotes("“甲”“乙”")).toBe("“甲”“乙”");
    expect(nestQuotes("“甲“乙…”")).toBe("“甲“乙…”");
    expect(nestQuotes("”甲“")).toBe("”甲“");
  });
});
