import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/app/answerValue";
import { tryItem } from "../../src/app/tryItem";
import { madeClauses, madeReader } from "../support/madeReading";

const stepped = "预算执行率100%得满分，每低1个百分点扣0.5分";
const bands = "满意度≥90%得3分，否则得1分";
const levels = "机制健全得满分，基本健全得60%分值，不健全不得分";
const mean = "按月通报执行率平均计分";
const judged = "账实相符的得2分，否则酌情扣分";

type Answer = readonly [label: string, value: AnswerValue, unit?: string | null];

function tried(clause: unknown, weight: unknown, answers: readonly Answer[] = []) {
  return tryItem(
    {
      id: "一",
      indicator: "指标",
      weight,
      clause,
      answers: answers.map(([label, value, unit]) => ({ label, value, unit })),
    },
    madeReader,
  );
}

describe("评分标准和答案：键是约定", () => {
  it("键、次序和问题", () => {
    expect(
      JSON.stringify(
        tried(stepped, 8, [
          ["执行率", 97, "%"],
          ["别的", "是"],
        ]),
      ),
    ).toBe(
      JSON.stringify({
        id: "一",
        kind: "stepped",
        sure: true,
        unread: [],
        questions: [
          {
            key: "rate",
            label: "预算执行率",
            unit: "%",
            kind: "number",
            instead: [
              { key: "spent", label: "实际支出", unit: "万元", kind: "number" },
              { key: "budget", label: "预算数", unit: "万元", kind: "number" },
            ],
          },
        ],
        points: 6.5,
        unmatched: ["别的"],
      }),
    );
  });

  const rows: readonly (readonly [
    title: string,
    clause: string,
    weight: number | null,
    answers: readonly Answer[],
    kind: string,
    points: number | null,
    unmatched?: readonly string[],
  ])[] = [
    ["率", stepped, 8, [["预算执行率", 93, "%"]], "stepped", 4.5],
    ["率写小数", stepped, 8, [["预算执行率", 0.93]], "stepped", 4.5],
    ["率写文字", stepped, 8, [["预算执行率", "93％"]], "stepped", 4.5],
    ["93 没有百分号，不当 9300%", stepped, 8, [["预算执行率", 93, ""]], "stepped", null],
    [
      "两个数代替率",
      stepped,
      8,
      [
        ["预算数", 100, "万元"],
        ["实际支出", 0.0093, "亿元"],
      ],
      "stepped",
      4.5,
    ],
    ["两个数缺一个", stepped, 8, [["预算数", 100, "万元"]], "stepped", null],
    ["没有答", stepped, 8, [], "stepped", null],
    ["答案是 null", stepped, 8, [["预算执行率", null, "%"]], "stepped", null],
    ["一问一答，名称不同", stepped, 8, [["完成情况", 93, "%"]], "stepped", 4.5],
    ["不知道分值，扣分没有起点", stepped, null, [["预算执行率", 93, "%"]], "stepped", null],
    ["不知道分值，标准自己写了分", bands, null, [["满意度", 93, "%"]], "bands", 3],
    ["不知道分值，档次按分值的一部分", levels, null, [["机制", "基本健全"]], "levels", null],
    ["档次：全等", levels, 5, [["机制", "健全"]], "levels", 5],
    ["档次：全等，字里有别的档次", levels, 5, [["机制", "基本健全"]], "levels", 3],
    ["档次：不认得的", levels, 5, [["机制", "较健全"]], "levels", null, ["机制"]],
    ["各月的数，月份数就是它的个数", mean, 5, [["各月执行率", [104, 100, 98], "%"]], "ratio", 4.96666666667],
    [
      "各月的数，十二个里前面空着",
      mean,
      5,
      [["各月执行率", [...Array<null>(10).fill(null), 100, 98], "%"]],
      "ratio",
      4.95,
    ],
    ["各月的数，中间空着", mean, 5, [["各月执行率", [100, null, 98], "%"]], "ratio", null],
    ["各月的数，答了平均", mean, 5, [["各月执行率", 98, "%"]], "ratio", 4.9],
    ["酌情：全是", judged, 2, [["账实相符", "是"]], "judgement", 2],
    ["酌情：要人评定", judged, 2, [["账实相符", "否"]], "judgement", null],
    [
      "酌情：人给了分，没有书面理由",
      judged,
      2,
      [
        ["账实相符", "否"],
        ["评定分", 1.5, "分"],
      ],
      "judgement",
      null,
    ],
    ["没有读懂", "综合考虑给分", 8, [["执行率", 1]], "unread", null, ["执行率"]],
    ["没有写规则", "评价要点", 8, [], "none", null],
  ];

  for (const [title, clause, weight, answers, kind, points, unmatched = []] of rows) {
    it(title, () => {
      expect(tried(clause, weight, answers)).toMatchObject({
        kind,
        points,
        sure: points !== null,
        unmatched,
      });
    });
  }

  it("没有读懂的原样引出", () => {
    expect(tried("综合考虑给分", 8)).toMatchObject({ unread: ["综合考虑给分"], questions: [] });
  });

  it("可以代替一个问题的数列在它里面", () => {
    const clause = "执行率=支出数/预算数×100%。得分=执行率×分值。";
    expect(tryItem({ id: 1, indicator: "执行率", weight: 8, clause })).toMatchObject({
      questions: [
        {
          label: "执行率",
          instead: [
            { key: "支出数", label: "支出数", unit: "万元", kind: "number" },
            { key: "预算数", label: "预算数", unit: "万元", kind: "number" },
          ],
        },
      ],
    });
  });

  it("clause 是 null：没有印评分标准", () => {
    const read = (text: string) =>
      madeReader(text === "" ? "评价要点" : text, { indicator: "", weight: null });
    expect(tryItem({ id: 1, indicator: "", weight: 1, clause: null }, read)).toMatchObject({ kind: "none" });
  });
});

describe("目标值和实际完成值", () => {
  const rows: readonly (readonly [
    target: unknown,
    actual: unknown,
    rate: number | null,
    question: string | null,
  ])[] = [
    ["28万人以上", "33.01 万人", 1.17892857143, null],
    [5, 4, 0.8, null],
    ["≤5%", "2.51%", 1, null],
    ["明显改善", "有所改善", null, "应由人评定"],
    ["5场", null, null, "没有实际完成值"],
    ["5个", "已完成", null, "没有数值"],
    ["退学率2%", "3%", null, "不低于"],
  ];

  it.each(rows)("%j，%j → %j", (target, actual, rate, question) => {
    const result = tryItem({ id: 7, indicator: "指标", target, actual });
    expect(Object.keys(result)).toEqual(["id", "rate", "sure", "question", "read"]);
    const asks: unknown = question === null ? null : expect.stringContaining(question);
    expect(result).toEqual({ id: 7, rate, sure: rate !== null, question: asks, read: [] });
  });
});

it("按周期合成全年的数，在 read 里说", () => {
  const result = tryItem({ id: 1, indicator: "", target: "每月1期", actual: "11期" });
  expect(result).toMatchObject({ sure: true, read: ["目标值“每月1期”按全年12期计算"] });
});

describe("写错的一项", () => {
  const good = { id: "一", indicator: "指标", weight: 8, clause: bands, answers: [] };
  const rows: readonly (readonly [item: unknown, says: string])[] = [
    [3, "应当是对象"],
    [null, "应当是对象"],
    [[good], "应当是对象"],
    [{ ...good, id: undefined }, "id"],
    [{ ...good, id: {} }, "id"],
    [{ ...good, indicator: 3 }, "indicator"],
    [{ ...good, weight: "8" }, "weight"],
    [{ ...good, weight: 0 }, "weight"],
    [{ ...good, clause: 8 }, "clause"],
    [{ ...good, clause: "分".repeat(40_000) }, "clause"],
    [{ ...good, answers: {} }, "answers"],
    [{ ...good, answers: Array(201).fill({ label: "", value: 1 }) }, "最多200个"],
    [{ ...good, answers: [3] }, "answers 的第1个"],
    [{ ...good, answers: [{ value: 3 }] }, "label"],
    [{ ...good, answers: [{ label: "一", value: 1 }, { label: "二" }] }, "answers 的第2个的 value"],
    [{ ...good, answers: [{ label: "一", value: [[1]] }] }, "value"],
    [{ ...good, answers: [{ label: "一", value: 1, unit: 1 }] }, "unit"],
    [{ id: 1 }, "clause"],
    [{ id: 1, target: true, actual: 1 }, "target"],
    [{ ...good, clause: "错" }, "程序出错"],
  ];

  it.each(rows)("%j → %s", (item, says) => {
    const result = tryItem(item, madeReader);
    expect(Object.keys(result)).toEqual(["id", "error"]);
    expect(result).toMatchObject({ error: expect.stringContaining(says) as string });
  });

  it("任何内容都不会出错中断，答案再乱也只有确定的才有分", () => {
    const label = fc.constantFrom(
      "预算执行率",
      "执行率",
      "满意度",
      "机制",
      "各月执行率",
      "账实不相符",
      "",
      "（）",
    );
    const atom = fc.oneof(
      fc.constantFrom("是", "否", "健全", "93%", "不涉及", "__proto__"),
      fc.double(),
      fc.constant(null),
      fc.string(),
    );
    const answer = fc.record({
      label,
      value: fc.oneof(atom, fc.array(atom, { maxLength: 13 })),
      unit: fc.oneof(fc.constantFrom("%", "万元", "", null), fc.string()),
    });
    const item = fc.record(
      {
        id: fc.oneof(fc.string(), fc.integer()),
        indicator: fc.string(),
        weight: fc.oneof(fc.constant(null), fc.double({ min: 0.1, max: 100, noNaN: true })),
        clause: fc.oneof(fc.constantFrom(...madeClauses), fc.string()),
        answers: fc.array(answer, { maxLength: 4 }),
      },
      { requiredKeys: ["id", "clause"] },
    );
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: item }, fc.anything()), (one) => {
        const result = tryItem(one, madeReader);
        if ("error" in result || "rate" in result) return;
        expect(result.sure).toBe(result.points !== null);
        const weight = (one as { readonly weight?: number | null }).weight ?? 1e4;
        if (result.points !== null) {
          expect(result.points).toBeGreaterThanOrEqual(0);
          expect(result.points).toBeLessThanOrEqual(weight + 1e-9);
        }
      }),
    );
  });
});
