import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/app/answerValue";
import { tryClause } from "../../src/app/tryClause";
import { readTryOptions } from "../../src/cli/tryOptions";
import { tryReport } from "../../src/cli/tryReport";
import { madeReader } from "../support/madeReading";

const stepped = "预算执行率100%得满分，每低1个百分点扣0.5分";

function said(clause: string, weight: number | null, ...values: readonly AnswerValue[]): readonly string[] {
  const answers = values.map((value) => ({ label: null, value, unit: "" }));
  return tryReport(tryClause(clause, { indicator: "", weight }, answers, madeReader), weight).split("\n");
}

const rule = [
  "阶梯扣分：每低于100%达1%扣0.5分，满1%才扣，扣完为止",
  "  不足一个百分点的：按“不扣”；也可以读作“按一个百分点扣”",
  "问题：",
  "  1. 预算执行率是多少？（%）",
  "",
];

describe("试算说的话", () => {
  it.each<readonly [string, string, number | null, readonly AnswerValue[], readonly string[]]>([
    [
      "有得分，说为什么",
      stepped,
      8,
      ["93%"],
      [...rule, "得分：4.5 分（分值 8）", "  预算执行率93%，适用“每低1个百分点扣0.5分”，扣3.5分。"],
    ],
    [
      "满分，也说为什么",
      stepped,
      8,
      ["100%"],
      [...rule, "得分：8 分（分值 8）", "  预算执行率100%，适用“预算执行率100%得满分”。"],
    ],
    ["没有给数据", stepped, 8, [], [...rule, "得分：还定不下来。", "  待补充：预算执行率。"]],
    ["没有写分值", stepped, null, ["93%"], [...rule, "得分：算不了。得多少分要看分值，请用 --weight 写明。"]],
    [
      "多给了数据",
      stepped,
      8,
      ["100%", "3"],
      [
        ...rule,
        "得分：8 分（分值 8）",
        "  预算执行率100%，适用“预算执行率100%得满分”。",
        "没有用上的数据：3",
      ],
    ],
    [
      "没有读懂",
      "综合考虑给分",
      8,
      ["3"],
      ["没有全部读懂，不能据此计分。没有读懂的：", "  “综合考虑给分”", "没有用上的数据：3"],
    ],
    ["没有写规则", "评价要点", 8, [], ["没有写计分的规则。"]],
  ])("%s", (_title, clause, weight, values, lines) => {
    expect(said(clause, weight, ...values)).toEqual(lines);
  });

  it("要人评定、档次", () => {
    expect(said("账实相符的得2分，否则酌情扣分", 2, "否").at(-1)).toContain("需人工评定");
    expect(said("机制健全得满分，基本健全得60%分值，不健全不得分", 5, "基本健全")).toContain(
      "  1. 机制属于哪一档？（健全、基本健全、不健全）",
    );
  });
});

describe("试算的参数", () => {
  const clause = { asked: "clause", clause: "甲", indicator: "", weight: null, values: [] };

  it.each<readonly [readonly string[], object]>([
    [["甲"], clause],
    [
      ["甲", "--weight", "8", "--name", "预算完成率", "93%", "是"],
      { ...clause, weight: 8, indicator: "预算完成率", values: ["93%", "是"] },
    ],
    [["甲", "--weight", "8分"], { ...clause, weight: 8 }],
    [["甲", "-5%", ""], { ...clause, values: ["-5%", ""] }],
    [["--json"], { asked: "json" }],
    [["--help", "甲"], { asked: "help" }],
  ])("%j", (args, options) => {
    expect(readTryOptions(args)).toEqual(options);
  });

  it.each<readonly [readonly string[], string]>([
    [[], "没有写评分标准"],
    [["甲", "--weight", "很多"], "--weight 很多"],
    [["甲", "--weight", "0"], "大于0"],
    [["甲", "--weight", "-5"], "大于0"],
    [["甲", "--weight"], "--weight"],
    [["甲", "--nope"], "--nope"],
    [["甲", "--json"], "--json"],
    [["--json", "--weight", "8"], "--json"],
    [["甲".repeat(32_768)], "过长"],
  ])("写错：%j → %s", (args, says) => {
    expect(readTryOptions(args)).toEqual({ wrong: expect.stringContaining(says) as string });
  });
});
