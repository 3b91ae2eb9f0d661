import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formulaShape, sameFormula } from "../../src/workbook/formulaShape";
import { gradeFormula } from "../../src/edits/planTotal";
import { hasTick } from "../../src/scorecard/gradeBoxes";
import { hundredGrades } from "../../src/criteria/grade";
import { deductionCondition, isOwnHighlight, weightOfHighlight } from "../../src/edits/ownMarks";
import { reasonFormula } from "../../src/edits/planReasons";
import { isOwnReason } from "../../src/scorecard/ownFormulas";
import { scoreFormat } from "../../src/edits/scoreFormat";
import { textFormula } from "../../src/edits/textFormula";
import { totalFormula } from "../../src/edits/totalFormula";
import type { CellValue } from "../../src/workbook/snapshot";
import { evaluateFormula } from "../support/evaluateFormula";
import { gridSheet } from "../support/grid";

const shows = (formula: string, cells: Readonly<Record<string, CellValue>>): CellValue =>
  evaluateFormula(formula.replace(/^=/u, ""), cells, "自评表");

const boxes = "√优  90分≤得分≤100分； □良  80分≤得分＜90分；\n□中  60分≤得分＜80分；  □差  得分＜60分";

describe("公式里的文字", () => {
  it("引号加倍，换行写成CHAR(10)", () => {
    expect(textFormula('他说"好"\n完')).toBe('"他说""好"""&CHAR(10)&"完"');
  });

  it("任何文字都原样出来，每段不超过255字，成不了公式的一部分", () => {
    const texts = fc
      .string({ unit: "grapheme", maxLength: 700 })
      .map((text) => text.replace(/\r\n?/gu, "\n"));
    fc.assert(
      fc.property(texts, (text) => {
        const made = textFormula(text);
        expect(made.replace(/"(?:[^"]|"")*"|CHAR\(10\)|&/gu, "")).toBe("");
        for (const [piece] of made.matchAll(/"(?:[^"]|"")*"/gu)) {
          expect(piece.length - 2).toBeLessThanOrEqual(255);
        }
        const said = Array.from(made.matchAll(/"((?:[^"]|"")*)"|CHAR\(10\)/gu), ([part, inside]) =>
          part === "CHAR(10)" ? "\n" : (inside ?? "").replaceAll('""', '"'),
        );
        expect(said.join("")).toBe(text);
      }),
    );
  });
});

describe("扣分说明的公式", () => {
  const stale = "得分已变化，请重新计算得分";
  const loss = (points: string): string => `得分低于分值，差${points}分，请重新计算得分以写明原因`;
  const given = (shown: number | string, typed = false) => {
    const then = typeof shown === "number" ? { points: shown } : { text: shown };
    return { weight: 3, weightCell: null, shown: shown === "blank" ? ("blank" as const) : then, typed };
  };

  it.each([
    ["扣了分，得分未变，显示理由", given(2), 2, "扣1分。"],
    ["扣得更多", given(2), 0.5, loss("2.5")],
    ["扣得更少", given(2), 2.657, loss("0.343")],
    ["不扣了：满分旁边不留理由", given(2), 3, ""],
    ["得分空了", given(2), "", stale],
    ["得分删了", given(2), null, stale],
    ["得分成了文字", given(2), "2分", stale],
    ["得分出错", given(2), "#N/A", stale],
    ["人填的扣了分，改成别的", given(2, true), 1, loss("2")],
    ["人填的改成满分：与计算得分是否一致，不知道", given(2, true), 3, stale],
    ["人填的是文字，未变", given("2分", true), "2分", "扣1分。"],
    ["人填的文字改成数", given("2分", true), 2, loss("1")],
    ["待补充", given("blank"), "", "扣1分。"],
    ["待补充的行有了满分", given("blank"), 3, ""],
    ["待补充的行有了得分，低于分值", given("blank"), 2, loss("1")],
    ["原来就出错", given("#N/A", true), "#N/A", "扣1分。"],
  ])("%s", (_, then, score, expected) => {
    const formula = reasonFormula("I30", then, "扣1分。");
    expect(shows(formula, { I30: score }) ?? "").toBe(expected);
    expect(isOwnReason(formula)).toBe(true);
  });

  it.each([
    ["还是满分", 3, ""],
    ["高于分值", 4, ""],
    ["扣了分", 1, loss("2")],
    ["扣完", 0, loss("3")],
    ["除不尽", 3 - 1 / 3, loss("0.33333")],
    ["浮点的零头不算", 3 - 1e-13, ""],
    ["浮点的零头不写", 3 - 0.1 - 0.2, loss("0.3")],
    ["差得极少", 3 - 0.00004, loss("不足0.0001")],
    ["空了", "", stale],
    ["出错", "#VALUE!", stale],
  ])("满分的行备好一句，平时不显示：%s", (_, score, expected) => {
    for (const formula of [reasonFormula("I30", given(3), ""), reasonFormula("I30", given(3, true), "")]) {
      const typedAbove = score === 4 && formula.startsWith("=IF(IF(");
      expect(shows(formula, { I30: score }) ?? "").toBe(typedAbove ? stale : expected);
      expect(isOwnReason(formula)).toBe(true);
    }
  });

  it("说差多少的那一句与底色说的是同一件事，数字不带指数、不带多余的零", () => {
    const weights = fc.constantFrom(0.5, 1, 3, 10, 10 / 23, 12.34567);
    const shares = fc.oneof(
      fc.constantFrom(0, 1, 1 - 1e-12, 0.99999, 0.5),
      fc.double({ min: 0, max: 1.2, noNaN: true }),
    );
    fc.assert(
      fc.property(weights, shares, (weight, share) => {
        const score = weight * share;
        const then = { weight, weightCell: null, shown: { points: weight }, typed: false } as const;
        const said = shows(reasonFormula("I30", then, ""), { I30: score }) ?? "";
        const marked = shows(deductionCondition({ sheet: "自评表", row: 30, column: 9 }, weight), {
          I30: score,
        });
        expect(said !== "").toBe(marked);
        const points = /差(?:不足)?(.*)分，/u.exec(String(said))?.[1];
        if (marked !== true || points === undefined) return;
        expect(points).toMatch(/^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/u);
        expect(Math.abs(Number(points) - (weight - score))).toBeLessThan(0.0001);
      }),
    );
  });

  // 分值单元格 F30 原为 3。
  it.each<[string, ReturnType<typeof given>, score: CellValue, weight: CellValue, expected: string]>([
    ["分值、得分都未变", given(2), 2, 3, "扣1分。"],
    ["分值减小，得分未变，不再是原来的扣分", given(2), 2, 2.5, loss("0.5")],
    ["分值减小，得分随之满分", given(2), 2, 2, ""],
    ["分值增大，得分随之变化", given(2), 4, 6, loss("2")],
    ["满分的行分值改小，仍是满分", given(3), 2, 2, ""],
    ["满分的行分值改大，得分未跟上", given(3), 3, 5, loss("2")],
    ["人填的满分，分值改小", given(3, true), 3, 2, stale],
    ["人填的文字，分值改了", given("2分", true), "2分", 2, stale],
    ["分值成了文字", given(2), "#VALUE!", "3分", stale],
    ["分值成了文字，得分是数", given(2), 2, "3分", stale],
    ["分值空了", given(2), 2, null, stale],
    ["待补充，分值改了", given("blank"), "", 5, "扣1分。"],
  ])("分值改了：%s", (_, then, score, weight, expected) => {
    const formula = reasonFormula("I30", { ...then, weightCell: "F30" }, "扣1分。");
    const cells = { I30: score, F30: weight };
    expect(shows(formula, cells) ?? "").toBe(expected);
    expect(isOwnReason(formula)).toBe(true);
    // 几行共一个分值格时，每行算一份。
    const share = typeof weight === "number" ? weight * 3 : weight;
    const shared = reasonFormula("I30", { ...then, weightCell: "F30/3" }, "扣1分。");
    expect(shows(shared, { I30: score, F30: share }) ?? "").toBe(
      weight === null && score === 2 ? stale : expected,
    );
    const at = { sheet: "自评表", row: 30, column: 9 };
    const marked = shows(deductionCondition(at, "F30"), cells);
    expect(marked === true).toBe(typeof score === "number" && typeof weight === "number" && score < weight);
  });

  it("没有分值的行，只说得分变了没有", () => {
    const then = { weight: null, weightCell: null, shown: { points: 2 }, typed: false };
    const formula = reasonFormula("I30", then, "扣1分。");
    expect(shows(formula, { I30: 2 })).toBe("扣1分。");
    expect(shows(formula, { I30: 3 })).toBe(stale);
  });

  it("只用 Excel 2010 就有的函数", () => {
    const names = [given(2), given(3), given("2分", true), given("blank"), given("#N/A", true)].flatMap(
      (then) => Array.from(reasonFormula("I30", then, "").matchAll(/[A-Z]+(?=\()/gu), ([name]) => name),
    );
    expect(new Set(names)).toEqual(new Set(["IF", "ISNUMBER", "ISERROR", "ROUND"]));
  });

  it("再长的理由也不超过8192个字符", () => {
    for (const reason of ['"长"\n'.repeat(5000), "文\n".repeat(5000), '"'.repeat(9000)]) {
      expect(reasonFormula("AAA1048576", given("文".repeat(300), true), reason).length).toBeLessThanOrEqual(
        8192,
      );
    }
  });
});

describe("总分公式", () => {
  const at = (row: number) => ({ sheet: "自评表", row, column: 9 });
  const number = (row: number) => ({ at: at(row), written: null });

  it("只加得分单元格，中间隔开的分段写", () => {
    expect(totalFormula([14, 15, 16].map(number))).toBe('=IF(COUNT(I14:I16)<3,"",SUM(I14:I16))');
    expect(totalFormula([14, 15, 20].map(number))).toBe('=IF(COUNT(I14:I15,I20)<3,"",SUM(I14:I15,I20))');
  });

  it("有一行空着，总分就空着", () => {
    const formula = totalFormula([14, 15].map(number));
    expect(shows(formula, { I14: 10, I15: "" })).toBeNull();
    expect(shows(formula, { I14: 10, I15: 9.657 })).toBe(19.657);
  });

  it("文字得分按数值计入；文字改了就不再算数", () => {
    const formula = totalFormula([number(14), { at: at(15), written: { text: "9.66 分", points: 9.66 } }]);
    expect(shows(formula, { I14: 10, I15: "9.66 分" })).toBe(19.66);
    expect(shows(formula, { I14: 10, I15: 9 })).toBe(19);
    expect(shows(formula, { I14: 10, I15: "不清楚" })).toBeNull();
  });
});

describe("评价等级公式", () => {
  const formula = gradeFormula(boxes, "I42", 9, hundredGrades) ?? "";
  const bare = boxes.replaceAll("√", "□");

  it.each([
    [90, "优"],
    [89.99, "良"],
    [80, "良"],
    [79.5, "中"],
    [60, "中"],
    [59.9, "差"],
    [0, "差"],
    [100, "优"],
  ])("%d分勾选%s，文字原样", (total, grade) => {
    expect(shows(formula, { I42: total })).toBe(bare.replace(`□${grade}`, `√${grade}`));
  });

  it("总分空着，一个也不勾", () => {
    expect(shows(formula, { I42: "" })).toBe(bare);
  });

  it("不是四个框的文字不碰", () => {
    expect(gradeFormula("优", "I42", 9, hundredGrades)).toBeNull();
    expect(gradeFormula("□优 □良 □中", "I42", 9, hundredGrades)).toBeNull();
    expect(gradeFormula("□优 □良 □中 □差 □差", "I42", 9, hundredGrades)).toBeNull();
  });

  it("别的框沿用它自己的勾", () => {
    expect(shows(gradeFormula("☐优☐良☑中☐差", "I42", 9, hundredGrades) ?? "", { I42: 95 })).toBe(
      "☑优☐良☐中☐差",
    );
    expect(shows(gradeFormula("○ 优○ 良○ 中○ 差", "I42", 9, hundredGrades) ?? "", { I42: 85 })).toBe(
      "○ 优● 良○ 中○ 差",
    );
  });

  it("看得出人是否已经勾选", () => {
    expect(hasTick(boxes, hundredGrades)).toBe(true);
    expect(hasTick(bare, hundredGrades)).toBe(false);
  });
});

describe("认出自己的公式", () => {
  const ours = "=IF(COUNTA('评分底稿'!$D$8:$D$19)<'评分底稿'!$D$7,\"F16\",JX.RATESCORE('评分底稿'!$D$8,F16))";

  it("插入行、改表名、Excel改写之后还是同一个", () => {
    const moved = '=if(COUNTA(底稿!$D$9:$D$20)<底稿!$D$8,"F16", @JX.RATESCORE(底稿!$D$9,F17))';
    expect(formulaShape(moved)).toBe(formulaShape(ours));
  });

  it("改了一个数、一段文字就不是了", () => {
    expect(formulaShape(ours.replace('"F16"', '"F17"'))).not.toBe(formulaShape(ours));
    expect(formulaShape("=ROUND(I30-2,9)")).not.toBe(formulaShape("=ROUND(I30-3,9)"));
    expect(formulaShape("=LOG10(A1)")).not.toBe(formulaShape("=LOG10(A1,2)"));
  });

  it("引号写不写，公式相同；引用不同，公式就不同", () => {
    expect(sameFormula(ours, ours.replaceAll("'", ""))).toBe(true);
    expect(sameFormula(ours, ours.replace("F16)", "F17)"))).toBe(false);
  });

  it("底色只认自己的：一格、问自己、我们的写法", () => {
    const at = { sheet: "自评表", row: 16, column: 9 };
    const area = { top: 16, left: 9, bottom: 16, right: 9 };
    const formula = deductionCondition(at, 10);
    expect(formula).toBe("AND(ISNUMBER(I16),ROUND(I16-10,9)<0)");
    expect(isOwnHighlight({ area, formula })).toBe(true);
    expect(isOwnHighlight({ area: { ...area, bottom: 20 }, formula })).toBe(false);
    expect(isOwnHighlight({ area: { ...area, top: 17, bottom: 17 }, formula })).toBe(false);
    expect(isOwnHighlight({ area, formula: "I16<10" })).toBe(false);
  });

  it.each([
    ["分值单元格", "F16", "AND(ISNUMBER(I16),ISNUMBER(F16),ROUND(I16-F16,9)<0)"],
    ["几行共一个分值格", "F14/3", "AND(ISNUMBER(I16),ISNUMBER(F14),ROUND(I16-F14/3,9)<0)"],
  ])("底色比的是%s，插行、删列以后也认得", (_, weight, formula) => {
    const area = { top: 16, left: 9, bottom: 16, right: 9 };
    expect(deductionCondition({ sheet: "自评表", row: 16, column: 9 }, weight)).toBe(formula);
    const cell = weight.split("/")[0] ?? "";
    for (const now of [
      formula,
      ...["$F$20", "G2", "#REF!"].map((other) => formula.replaceAll(cell, other)),
    ]) {
      expect(isOwnHighlight({ area, formula: now })).toBe(true);
    }
    expect(isOwnHighlight({ area, formula: formula.replace(cell, "F99") })).toBe(false);
    expect(isOwnHighlight({ area: { ...area, top: 17, bottom: 17 }, formula })).toBe(false);
    const sheet = gridSheet([[null, 6]], { name: "自评表" });
    expect(weightOfHighlight(sheet, formula.replaceAll(cell, "B1"))).toBe(weight.includes("/") ? 2 : 6);
    expect(weightOfHighlight(sheet, formula.replaceAll(cell, "#REF!"))).toBeNull();
    expect(weightOfHighlight(sheet, "AND(ISNUMBER(I16),ROUND(I16-10,9)<0)")).toBe(10);
  });
});

describe("得分单元格的数字格式", () => {
  const auto = { decimals: 3, fixed: false };
  it.each([
    ["常规格式够用，不动", undefined, 10, 10, null],
    ["常规格式显出过多小数，定为需要的位数", undefined, 4.99915, 5, "0.000"],
    ["两位会掩盖扣分，增加", "0.00", 4.99915, 5, "0.000"],
    ["两位不掩盖，不动", "0.00", 9.657, 10, null],
    ["整数格式显不出小数，增加", "0_ ", 9.657, 10, "0.000"],
    ["文本格式会让公式不计算，改掉", "@", 10, 10, "General"],
    ["还没有得分，不动", "0.00", null, 10, null],
  ] as const)("%s", (_, own, points, weight, expected) => {
    expect(scoreFormat(own, points, weight, auto)).toBe(expected);
  });

  it("用户固定小数位时照办", () => {
    expect(scoreFormat("0.0000", 4.5, 5, { decimals: 2, fixed: true })).toBeNull();
    expect(scoreFormat("0.0000", 4.999, 5, { decimals: 2, fixed: true })).toBe("0.00");
    expect(scoreFormat("0.000", 4.99915, 5, { decimals: 2, fixed: true })).toBe("0.00");
  });
});
