import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion";
import { criterionRule } from "../../src/criteria/criterionRule";
import type { FactSpec, FactValue } from "../../src/criteria/fact";
import type { RuleResult } from "../../src/criteria/rule";
import { kindOf } from "../../src/criteria/kinds/kinds";
import { exampleAsk } from "../support/exampleAsk";
import { formulaShows, scoreOf, shownBy, type Given } from "../support/ruleTrial";

/*
 * Forms that printed clauses have. Keys are the questions themselves, in Chinese, as a compiled clause has them.
 */

const weight = 3;
const 调整率 = exampleAsk("rate", "预算调整率是多少", "预算调整率", "预算调整率是多少？", "%");
const 调整数 = exampleAsk("amount", "预算调整数", "预算调整数", "调整多少？", "万元");
const 预算数 = exampleAsk("amount", "年初预算数", "年初预算数", "预算多少？", "万元");
const 问题 = exampleAsk("count", "发现几项不符合", "不符合", "发现几项不符合？", "项");
const 符合 = exampleAsk("count", "符合几项", "符合", "符合几项？", "项");
const 甲 = exampleAsk("answer", "①配置符合标准", "配置符合标准", "符合吗？");
const 乙 = exampleAsk("answer", "②处置规范", "处置规范", "规范吗？");
const 天数 = exampleAsk("count", "公开用了几天", "公开天数", "用了几天？", "天");
const 盘点 = exampleAsk("answer", "是否盘点并处理", "盘点并处理", "盘点并处理了吗？");
const 未盘点 = exampleAsk("answer", "是否未进行盘点", "未进行盘点", "没有盘点吗？");
const 评定分 = exampleAsk("points", "评定几分", "评定分", "评定多少分？", "分");

type Told = number | { readonly needs: readonly string[]; readonly says?: string; readonly judged?: true };
type Case = readonly [title: string, facts: Readonly<Record<string, FactValue>>, told: Told];

interface Form {
  readonly criterion: Criterion;
  readonly asks: readonly FactSpec[];
  readonly wording: string;
  readonly cases: readonly Case[];
}

const adjusted = {
  of: "ratio",
  name: "预算调整率",
  part: 调整数.key,
  whole: [预算数.key],
  standIn: 调整率.key,
  zeroWhole: "ask",
  absolute: true,
} as const;
const upTo = { from: null, fromIncluded: false, toIncluded: true } as const;
const from = { to: null, toIncluded: false, fromIncluded: true } as const;
const meets: Criterion = {
  kind: "meet",
  condition: {
    of: "yes",
    name: "盘点",
    answers: [{ key: 盘点.key, met: "已盘点", missed: "没有盘点并处理" }],
  },
  clause: "进行盘点并完成结果处理的，得满分",
};
const missingAnswers = { of: "says", key: 甲.key, word: "否", said: "内容有缺漏" } as const;

const forms: Readonly<Record<string, Form>> = {
  "预算调整率绝对值≤5%的得满分，否则按比例扣": {
    asks: [调整率],
    criterion: {
      kind: "bands",
      percent: true,
      measure: { of: "fact", key: 调整率.key, absolute: true },
      bands: [
        { ...upTo, to: 0.05, then: { share: 1 }, clause: "≤5%" },
        { ...from, fromIncluded: false, from: 0.05, then: { share: 0.5 }, clause: ">5%" },
      ],
    },
    wording: "数值绝对值≤5%得分值的100%；数值绝对值>5%得分值的50%",
    cases: [
      ["调增5%", { [调整率.key]: 0.05 }, 3],
      ["调减5%", { [调整率.key]: -0.05 }, 3],
      ["调减6%", { [调整率.key]: -0.06 }, 1.5],
      ["没有百分号的数", { [调整率.key]: -99 }, { needs: [调整率.key], says: "请按百分比填写" }],
      ["没填", {}, { needs: [调整率.key] }],
    ],
  },
  "预算调整率=调整数÷年初预算数，绝对值每超5%一个百分点扣1分": {
    asks: [调整数, 预算数, { ...调整率, standIn: true }],
    criterion: {
      kind: "stepped",
      measure: adjusted,
      direction: "above",
      from: 0.05,
      step: 0.01,
      each: { points: 1 },
      rounding: "floor",
      clauses: { kept: "5%以内", lost: "每超1%扣1分" },
    },
    wording: "每超出5%达1%扣1分，满1%才扣，扣完为止",
    cases: [
      ["调减4%", { [调整数.key]: -40, [预算数.key]: 1000 }, 3],
      ["调减7%", { [调整数.key]: -70, [预算数.key]: 1000 }, 1],
      ["直接填", { [调整率.key]: -0.06 }, 2],
      [
        "单位不同",
        { [调整数.key]: -70000, [预算数.key]: 1000 },
        { needs: [调整数.key, 预算数.key], says: "单位" },
      ],
    ],
  },
  "公开用的天数，30天内得满分，每超1天扣0.5分": {
    asks: [天数],
    criterion: {
      kind: "stepped",
      percent: false,
      measure: { of: "fact", key: 天数.key },
      direction: "above",
      from: 30,
      step: 1,
      each: { points: 0.5 },
      rounding: "floor",
      nothingBeyond: 34,
      clauses: { kept: "30天内", lost: "每超1天扣0.5分", nothing: "超过34天不得分" },
    },
    wording: "每超出30达1扣0.5分，满1才扣，扣完为止",
    cases: [
      ["30天", { [天数.key]: 30 }, 3],
      ["33天", { [天数.key]: 33 }, 1.5],
      ["34天", { [天数.key]: 34 }, 1],
      ["35天", { [天数.key]: 35 }, 0],
    ],
  },
  "90%至110%之间得满分，每偏离1%扣权重分的10%": {
    asks: [调整率],
    criterion: {
      kind: "stepped",
      measure: { of: "fact", key: 调整率.key },
      direction: "both",
      from: 0.9,
      to: 1.1,
      step: 0.01,
      each: { share: 0.1 },
      rounding: "ceiling",
      clauses: { kept: "之间", lost: "每偏离1%" },
    },
    wording: "每偏离90%至110%达1%扣分值的10%，不足1%按1%扣，扣完为止",
    cases: [
      ["正好90%", { [调整率.key]: 0.9 }, 3],
      ["正好110%", { [调整率.key]: 1.1 }, 3],
      ["低1.5个百分点", { [调整率.key]: 0.885 }, 2.4],
      ["高1个百分点", { [调整率.key]: 1.11 }, 2.7],
    ],
  },
  "[1-(控制率-100%)]×分值": {
    asks: [调整率],
    criterion: {
      kind: "linear",
      measure: { of: "fact", key: 调整率.key },
      offset: 2,
      slope: -1,
      of: "share",
      clause: "得分=[1-(控制率-100%)]×分值",
    },
    wording: "得分=（2-1×数值）×分值，最低0分，最高满分",
    cases: [
      ["120%", { [调整率.key]: 1.2 }, 2.4],
      ["90%，不超过满分", { [调整率.key]: 0.9 }, 3],
      ["250%，不低于0", { [调整率.key]: 2.5 }, 0],
    ],
  },
  "控制率≤1得满分，界限是数不是百分数": {
    asks: [调整率],
    criterion: {
      kind: "bands",
      percent: false,
      measure: { of: "fact", key: 调整率.key },
      bands: [
        { ...upTo, to: 1, then: { points: 3 }, clause: "≤1" },
        { ...from, fromIncluded: false, from: 1, then: { points: 0 }, clause: ">1" },
      ],
    },
    wording: "数值≤1得3分；数值>1得0分",
    cases: [
      ["100%", { [调整率.key]: 1 }, 3],
      ["100.1%", { [调整率.key]: 1.001 }, 0],
      ["没有百分号的数", { [调整率.key]: 99.8 }, { needs: [调整率.key], says: "请按百分比填写" }],
    ],
  },
  "每有一项不符合扣权重分的25%，可以逐项回答": {
    asks: [问题, 甲, 乙],
    criterion: {
      kind: "deduct",
      items: [{ key: 问题.key, items: [甲.key, 乙.key], each: { share: 0.25 }, clause: "每有一项扣25%" }],
      kept: { measured: "全部符合", clause: "全部符合得满分" },
    },
    wording: "每有一项扣25%（扣完为止）",
    cases: [
      ["直接填1项", { [问题.key]: 1 }, 2.25],
      ["直接填0项", { [问题.key]: 0 }, 3],
      ["5项，扣完为止", { [问题.key]: 5 }, 0],
      ["逐项回答，一项否", { [甲.key]: "是", [乙.key]: "否" }, 2.25],
      ["逐项回答，都是", { [甲.key]: "是", [乙.key]: "是" }, 3],
      ["两样都有，以填的数为准", { [问题.key]: 2, [甲.key]: "是", [乙.key]: "是" }, 1.5],
      ["只答了一项", { [甲.key]: "否" }, { needs: [问题.key, 乙.key] }],
      [
        "答了别的",
        { [甲.key]: "否", [乙.key]: "也许" },
        { needs: [问题.key, 乙.key], says: "应填“是”或“否”" },
      ],
      ["没填", {}, { needs: [问题.key, 甲.key, 乙.key] }],
    ],
  },
  "①②两项全部符合得3分，符合一项得1.5分，均不符合不得分": {
    asks: [符合, 甲, 乙],
    criterion: {
      kind: "bands",
      percent: false,
      measure: {
        of: "items",
        name: "符合",
        unit: "项",
        key: 符合.key,
        items: [甲.key, 乙.key],
        counted: "是",
      },
      bands: [
        { from: 2, fromIncluded: true, to: 2, toIncluded: true, then: { points: 3 }, clause: "全部符合" },
        { from: 1, fromIncluded: true, to: 1, toIncluded: true, then: { points: 1.5 }, clause: "符合一项" },
        { from: 0, fromIncluded: true, to: 0, toIncluded: true, then: { points: 0 }, clause: "均不符合" },
      ],
    },
    wording: "符合=2得3分；符合=1得1.5分；符合=0得0分",
    cases: [
      ["直接填2项", { [符合.key]: 2 }, 3],
      ["逐项回答", { [甲.key]: "否", [乙.key]: "是" }, 1.5],
      ["都不符合", { [甲.key]: "否", [乙.key]: "否" }, 0],
      ["多于两项", { [符合.key]: 3 }, { needs: [符合.key], says: "多于所列的2项" }],
      ["只答了一项", { [乙.key]: "否" }, { needs: [符合.key, 甲.key] }],
    ],
  },
  "完成率100%得满分，也可以直接答是否": {
    asks: [调整率, 盘点],
    criterion: {
      kind: "meet",
      condition: {
        of: "within",
        measure: { of: "fact", key: 调整率.key },
        interval: { ...from, from: 1 },
        standIn: 盘点.key,
        met: "全部完成",
        missed: "没有全部完成",
      },
      clause: "全部完成的得满分",
    },
    wording: "满足条件得满分，否则不得分：全部完成的得满分",
    cases: [
      ["99%", { [调整率.key]: 0.99 }, 0],
      ["100%", { [调整率.key]: 1 }, 3],
      ["直接答是", { [盘点.key]: "是" }, 3],
      ["直接答否", { [盘点.key]: "否" }, 0],
      ["没填", {}, { needs: [调整率.key] }],
    ],
  },
  "盘点并处理的得满分。未进行盘点的不得分": {
    asks: [盘点, 未盘点],
    criterion: {
      ...meets,
      unmet: {
        key: 未盘点.key,
        said: "未进行盘点",
        clause: "未进行盘点的，不得分",
        problem: "标准没有写明进行了盘点而没有完成结果处理的得几分",
      },
    },
    wording: "满足条件得满分，未进行盘点不得分：进行盘点并完成结果处理的，得满分",
    cases: [
      ["做到", { [盘点.key]: "是" }, 3],
      ["没做到，未盘点", { [盘点.key]: "否", [未盘点.key]: "是" }, 0],
      ["没做到，再问一问", { [盘点.key]: "否" }, { needs: [未盘点.key], says: "请回答“未进行盘点”" }],
      [
        "没做到，盘点过",
        { [盘点.key]: "否", [未盘点.key]: "否" },
        { needs: [盘点.key, 未盘点.key], says: "没有写明" },
      ],
      ["没填，只问条件", {}, { needs: [盘点.key] }],
    ],
  },
  "内容有缺漏的，酌情扣分": {
    asks: [盘点, 甲, 评定分],
    criterion: {
      kind: "gate",
      gates: [{ when: missingAnswers, gives: { judged: 评定分.key }, clause: "内容有缺漏的，酌情扣分" }],
      then: meets,
    },
    wording: "内容有缺漏的，酌情扣分",
    cases: [
      ["没有缺漏", { [盘点.key]: "是", [甲.key]: "是" }, 3],
      [
        "有缺漏",
        { [盘点.key]: "是", [甲.key]: "否" },
        { needs: [评定分.key], says: "酌情扣分", judged: true },
      ],
      ["有缺漏，评定了", { [甲.key]: "否", [评定分.key]: 2 }, 2],
      ["没填", {}, { needs: [盘点.key, 甲.key] }],
    ],
  },
  标准没有写明的: {
    asks: [盘点, 甲],
    criterion: {
      kind: "gate",
      gates: [{ when: missingAnswers, gives: { ask: "标准没有写明有缺漏的得{几}分" }, clause: "有缺漏" }],
      then: meets,
    },
    wording: "有缺漏",
    cases: [
      ["没有缺漏", { [盘点.key]: "否", [甲.key]: "是" }, 0],
      ["有缺漏", { [盘点.key]: "是", [甲.key]: "否" }, { needs: [甲.key], says: "没有写明有缺漏的得{几}分" }],
    ],
  },
  根据情况酌情打分: {
    asks: [评定分],
    criterion: {
      kind: "judgement",
      questions: [],
      judged: 评定分.key,
      clauses: { full: "", judged: "根据情况酌情打分" },
    },
    wording: "根据情况酌情打分",
    cases: [
      ["没评", {}, { needs: [评定分.key], says: "根据情况酌情打分：请评定得分", judged: true }],
      ["评定", { [评定分.key]: 2.5 }, 2.5],
      ["高于分值", { [评定分.key]: 5 }, 3],
    ],
  },
};

function givenOf(facts: Case[1]): Given {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, { value, reason: "有会议纪要" }]),
  );
}

function saidBy(result: RuleResult): string {
  if (result.outcome === "judgement") return result.why;
  return result.outcome === "missing" ? (result.problem ?? "") : "";
}

for (const [clause, { criterion, asks, wording, cases }] of Object.entries(forms)) {
  describe(clause, () => {
    const rule = criterionRule(criterion, asks, "2023年版");

    test("说成一句话", () => {
      expect(kindOf(criterion).wording(criterion)).toBe(wording);
    });

    test.each(cases)("%s", (_title, facts, told) => {
      const given = givenOf(facts);
      const result = scoreOf(rule, given, { weight });
      const points = typeof told === "number" ? told : null;
      if (points !== null) expect(shownBy(result, weight)).toBeCloseTo(points, 12);
      if (typeof told === "object") {
        expect(result.outcome).toBe(told.judged === true ? "judgement" : "missing");
        expect("needs" in result && result.needs).toEqual(told.needs);
        expect(saidBy(result)).toContain(told.says ?? "");
        if (told.says === undefined) expect(saidBy(result)).toBe("");
      }
      for (const dialect of ["addin", "builtIn"] as const) {
        const shown = formulaShows(rule, given, dialect, { weight });
        if (points === null) expect(shown === null || String(shown).startsWith("#")).toBe(true);
        else expect(shown).toBeCloseTo(points, 12);
      }
    });
  });
}

describe("怎样说", () => {
  const resultOf = (clause: string, facts: Case[1]): RuleResult => {
    const form = forms[clause];
    if (form === undefined) throw new Error(clause);
    return scoreOf(criterionRule(form.criterion, form.asks, ""), givenOf(facts), { weight });
  };
  const items = "每有一项不符合扣权重分的25%，可以逐项回答";
  const share = "预算调整率=调整数÷年初预算数，绝对值每超5%一个百分点扣1分";

  test("绝对值说成绝对值，缘由里仍是原来的数", () => {
    const result = resultOf(share, { [调整数.key]: -70, [预算数.key]: 1000 });
    expect(result).toMatchObject({
      measured: "预算调整率绝对值7%",
      step: { inputs: [{ label: "预算调整率", value: -0.07 }] },
    });
  });

  test("直接填的与按分项算的只差正负号：不说不同；数不同的才说", () => {
    const parts = { [调整数.key]: -70, [预算数.key]: 1000 };
    expect(resultOf(share, { ...parts, [调整率.key]: 0.07 })).toMatchObject({ remarks: [] });
    const other = resultOf(share, { ...parts, [调整率.key]: 0.08 });
    expect("remarks" in other && other.remarks.join("")).toContain("按分项计算的-7%不同");
  });

  test("填的数与逐项回答的不同：说出来；只答了一部分的不说", () => {
    const both = resultOf(items, { [问题.key]: 2, [甲.key]: "是", [乙.key]: "是" });
    expect(both).toMatchObject({ remarks: ["直接填写的“不符合”与逐项回答的0项不同，采用直接填写的。"] });
    expect(resultOf(items, { [问题.key]: 2, [甲.key]: "是" })).toMatchObject({ remarks: [] });
  });

  test("逐项回答的，缘由里有每一项", () => {
    const result = resultOf(items, { [甲.key]: "否", [乙.key]: "是" });
    expect(result).toMatchObject({
      losses: [{ measured: "不符合1项", clause: "每有一项扣25%", points: 0.75 }],
      step: { inputs: [{ label: "不符合", value: 1, inputs: [{ value: "否" }, { value: "是" }] }] },
    });
  });

  test("应核对的数写进话里，数据项是中文的也一样", () => {
    const [全部, 应做] = ["有问题的项目", "应做几项"].map((key) =>
      exampleAsk("count", key, key, `${key}？`, "项"),
    );
    if (全部 === undefined || 应做 === undefined) throw new Error("unreachable");
    const criterion: Criterion = {
      kind: "deduct",
      items: [
        {
          key: 全部.key,
          each: {
            total: [应做.key],
            name: "应做",
            unit: "项",
            limit: 3,
            many: { points: 0.5, clause: "多" },
            few: { points: 1, clause: "少" },
            none: "没有",
          },
          clause: "逐项扣",
        },
      ],
      kept: { measured: "", clause: "" },
    };
    const rule = criterionRule(criterion, [全部, 应做], "");
    const result = scoreOf(rule, givenOf({ [全部.key]: 4, [应做.key]: 2 }), { weight });
    expect(saidBy(result)).toBe("“有问题的项目”（4）多于应评估的项目（2），请核对。");
  });
});
