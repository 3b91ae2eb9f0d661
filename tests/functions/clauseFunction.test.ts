import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClause } from "../../src/clause/readClause";
import { labelsOf } from "../../src/clause/readLabelled";
import { criterionRule } from "../../src/criteria/criterionRule";
import type { Argument, FunctionResult } from "../../src/functions/argument";
import { functionTable } from "../../src/functions/functionTable";
import { printedClauses } from "../support/printedClauses";
import { givenFor } from "../support/randomFacts";
import { contextOf, factsOf } from "../support/ruleTrial";

function call(...args: readonly Argument[]): FunctionResult {
  return functionTable.CLAUSESCORE(args);
}

const controlled = "100%以下（含）计8分，每超出1%扣1分，扣完为止。";
const banded = "1.满意度≥95%的，得6分；\n2.90%≤满意度＜95%的，得4分；\n3.满意度＜90%的，得0分。";
const misused = "每发现1项不合规扣0.5分，扣完为止；存在截留、挪用情况的，本项得0分。";
const listed = "①有内部财务管理制度，2分；②有本部门厉行节约制度，1分；③制度得到有效执行，1分。";
const levelled = "机制健全得6分，基本健全得4分，不健全不得分。";
const ratio = "资金到位率=实际到位资金/预算资金×100%。得分=资金到位率×分值。";
const shared = "执行率80%-90%，得1分；执行率90%-100%，得2分。";
const system = "有内部财务管理制度";
const saving = "有本部门厉行节约制度";

type Example = readonly [title: string, args: readonly Argument[], expected: number];

const works: readonly Example[] = [
  ["没有写名称的，用指标名称", [controlled, 8, "公用经费控制率", 1.015], 7],
  ["比率写成文字", [controlled, "8分", "公用经费控制率", "103%"], 5],
  ["分档", [banded, 6, "满意度", 0.93], 4],
  ["标签的全角、引号、空格、括号不算", [banded, 6, "“满意度 ”（％）", "９３％"], 4],
  ["件数", [misused, 4, "不合规", 3, "存在截留、挪用", "否"], 2.5],
  ["件数带单位", [misused, 4, "不合规", "3项", "存在截留、挪用", "否"], 2.5],
  ["一票否决的，别的不用填", [misused, 4, "存在截留、挪用", "是", "不合规", null], 0],
  ["次序不论", [misused, 4, "存在截留、挪用", "否", "不合规", 0], 4],
  ["是、否，也可以是TRUE", [listed, 4, system, "是", saving, false, "制度得到有效执行", true], 3],
  ["几种情形", [levelled, 6, "长效机制", "基本健全"], 4],
  ["比率直接填", [ratio, 4, "资金到位率", 0.75], 3],
  ["比率由两个金额算", [ratio, 4, "实际到位资金", "75万元", "预算资金", 100], 3],
  ["超过满分的按满分", [ratio, 4, "资金到位率", 1.2], 4],
  ["单元格以区域传来", [[[banded]], [[6]], [["满意度"]], [[0.96]]], 6],
  ["界限上写明的", [shared, 2, "执行率", 0.85], 1],
];

type Failure = readonly [title: string, args: readonly Argument[], error: string, says: string];

const fails: readonly Failure[] = [
  ["有没读懂的话", ["≥90%得2分；情况较好的得1分；<60%得0分", 2, "率", 0.95], "#VALUE!", "“情况较好的得1分”"],
  ["分值变了，没有一档得满分", [banded, 10, "满意度", 0.93], "#VALUE!", "没有读懂"],
  ["没有写怎样计分", ["按有关规定执行", 2, "率", 0.95], "#VALUE!", "没有写怎样计分"],
  ["评分标准是数", [12, 2, "率", 0.95], "#VALUE!", "评分标准是12"],
  ["评分标准空着", [null, 2, "率", 0.95], "#N/A", "评分标准尚未填写"],
  ["分值空着", [banded, null, "满意度", 0.93], "#N/A", "分值尚未填写"],
  ["没有这个问题", [banded, 6, "执行率", 0.93], "#N/A", "“执行率”"],
  ["没有这个问题，说明有哪些", [misused, 4, "违规", 1, "不合规", 1], "#N/A", "“不合规”"],
  ["少了一个数据", [misused, 4, "不合规", 3], "#N/A", "“存在截留、挪用”尚未填写"],
  ["空白就是没有回答", [banded, 6, "满意度", null], "#N/A", "“满意度”尚未填写"],
  ["空文本也是", [banded, 6, "满意度", " "], "#N/A", "“满意度”尚未填写"],
  ["问题空着", [banded, 6, null, 0.9], "#N/A", "第1个问题尚未填写"],
  [
    "比率和两个金额不一致",
    [ratio, 4, "资金到位率", 0.9, "实际到位资金", 80, "预算资金", 100],
    "#N/A",
    "资金到位率90%与按分项计算的80%不同",
  ],
  ["不成对", [misused, 4, "不合规", 3, "存在截留、挪用"], "#VALUE!", "成对"],
  ["写了两次", [banded, 6, "满意度", 0.9, "满意度", 0.9], "#VALUE!", "写了两次"],
  ["率没有百分号", [banded, 6, "满意度", 93], "#VALUE!", "不像百分比"],
  ["率是文字", [banded, 6, "满意度", "较高"], "#VALUE!", "“较高”"],
  ["件数不是整数", [misused, 4, "不合规", 1.5, "存在截留、挪用", "否"], "#N/A", "应填整数"],
  ["件数是负数", [misused, 4, "不合规", -1, "存在截留、挪用", "否"], "#VALUE!", "-1"],
  ["金额的单位不同", [ratio, 4, "实际到位资金", "75元", "预算资金", 100], "#VALUE!", "万元"],
  ["不是是、否", [listed, 4, system, "大概", saving, "是"], "#VALUE!", "“是”或“否”"],
  ["不能填不涉及", [listed, 4, system, "不涉及", saving, "是"], "#VALUE!", "“是”或“否”"],
  ["没有这一种", [levelled, 6, "长效机制", "很好"], "#VALUE!", "“基本健全”"],
  ["只能填一个单元格", [banded, 6, "满意度", [[0.9, 0.8]]], "#VALUE!", "只能填一个单元格"],
  ["界限上没有写明", [shared, 2, "执行率", 0.9], "#N/A", "90%"],
  ["要由人评定", ["按时完成的得满分，否则酌情扣分。", 2, "按时完成", "否"], "#N/A", "由人评定"],
];

describe("CLAUSESCORE：按评分标准的文字计分", () => {
  test.each(works)("%s", (_, args, expected) => {
    expect(call(...args)).toBeCloseTo(expected, 12);
  });

  test.each(fails)("%s", (_, args, error, says) => {
    const result = call(...args);
    expect(result).toMatchObject({ error });
    expect(typeof result === "object" ? result.message : "").toContain(says);
    expect(typeof result === "object" ? result.message : "").toMatch(/[一-龥].*[。？]$/u);
  });

  const blankAt: readonly (readonly [string, (blank: null | 0) => readonly Argument[]])[] = [
    ["评分标准", (blank) => [blank, 6, "满意度", 0.93]],
    ["分值", (blank) => [banded, blank, "满意度", 0.93]],
    ["问题", (blank) => [banded, 6, blank, 0.93]],
    ["是、否", (blank) => [listed, 4, system, blank, saving, "是", "制度得到有效执行", "是"]],
    ["几种情形", (blank) => [levelled, 6, "长效机制", blank]],
  ];
  test.each(blankAt)("空白的%s，不论 Excel 交来的是 0 还是空值，结果相同", (_, args) => {
    for (const blank of [0, null] as const) expect(call(...args(blank))).toMatchObject({ error: "#N/A" });
  });

  test("任何参数都不抛出异常，算出的在0和分值之间", () => {
    const words = fc.constantFrom(
      ...[controlled, banded, misused, listed, levelled, ratio, shared, "满意度", system, "不合规"],
      ...["", " ", "是", "否", "93%", "≤10%", "未公开", "得", "扣1分", "\u0000", "＃"],
    );
    const scalar = fc.oneof(words, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.string());
    const argument: fc.Arbitrary<Argument> = fc.oneof(
      { weight: 4, arbitrary: scalar },
      { weight: 1, arbitrary: fc.array(fc.array(scalar, { maxLength: 3 }), { maxLength: 3 }) },
    );
    fc.assert(
      fc.property(words, fc.array(argument, { maxLength: 8 }), (text, rest) => {
        for (const args of [rest, [text, ...rest], [text, 5, ...rest]]) {
          const result = call(...args);
          if (typeof result === "number") expect(result >= 0).toBe(true);
          else expect(result).toHaveProperty("message");
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("与规则一致", () => {
  const labelled = printedClauses.flatMap(({ indicator, weight, clause }) => {
    const reading = readClause(clause, { indicator, weight });
    const labels = reading.state === "read" ? labelsOf(clause, weight, reading) : null;
    return reading.state === "read" && labels !== null
      ? [{ indicator, weight, clause, reading, labels }]
      : [];
  });

  test("多数评分标准单凭文字和标签就是同一条规则", () => {
    expect(labelled.length).toBeGreaterThan(printedClauses.length / 2);
  });

  test.each(labelled)("$indicator：随便填什么，得分与规则相同", ({ weight, clause, reading, labels }) => {
    const rule = criterionRule(reading.criterion, reading.asks, "");
    fc.assert(
      fc.property(givenFor(rule), (given) => {
        const facts = factsOf(given);
        const result = rule.score(facts, { ...contextOf({ weight }), settings: {} });
        const figures = Object.entries(labels).flatMap(([key, label]): readonly Argument[] => {
          const value = facts[key]?.value;
          return value === undefined
            ? []
            : [label, Array.isArray(value) ? [value] : (value as string | number)];
        });
        const shown = call(clause, weight, ...figures);
        if (result.outcome === "scored") expect(shown).toBeCloseTo(result.points, 12);
        else expect(shown).toMatchObject({ error: "#N/A" });
      }),
      { numRuns: 200 },
    );
  });
});
