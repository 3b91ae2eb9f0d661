import { describe, expect, it } from "vitest";
import { readClause } from "../../src/clause/readClause";
import type { FactSpec, FactValue } from "../../src/criteria/fact";
import { matchPhrases } from "../../src/facts/matchPhrases";
import { namedWords } from "../../src/facts/namedWords";
import { readWords } from "../../src/words/readWords";
import { compilePattern } from "../../src/words/patternLanguage";

/** What a clause asks. */
function asked(indicator: string, clause: string): readonly FactSpec[] {
  const reading = readClause(clause, { indicator, weight: 2 });
  if (reading.state !== "read") throw new Error(`没有读懂：${clause}`);
  return reading.asks;
}

function factsIn(indicator: string, clause: string, basis: string): Readonly<Record<string, FactValue>> {
  const specs = asked(indicator, clause);
  const found = matchPhrases(basis, specs, namedWords(specs, indicator));
  return Object.fromEntries([...found].flatMap(([key, one]) => ("value" in one ? [[key, one.value]] : [])));
}

const execution = "预算执行率≥95%的，得2分；预算执行率＜95%的，不得分。";
const problems = "每发现1个问题扣0.5分，扣完为止。";
const analysis = "开展成本绩效分析的，得2分，否则不得分。";

describe("表里的一条标准问的数，评分依据里写了它自己的名字", () => {
  it.each<readonly [string, string, string, string, FactValue]>([
    ["预算执行率", execution, "预算执行率为95.3%。", "预算执行率", 0.953],
    ["预算执行率", execution, "2024年预算执行率95.3%", "预算执行率", 0.953],
    ["预算执行率", execution, "我局预算执行率达到95.3%，执行较好", "预算执行率", 0.953],
    ["预算执行率", execution, "全年预算100万元，执行率为95.3%", "预算执行率", 0.953],
    ["财务合规性", problems, "审计发现2个问题", "问题", 2],
    ["财务合规性", problems, "检查发现问题3项", "问题", 3],
    ["成本管理", analysis, "已开展成本绩效分析", "开展成本绩效分析", "是"],
    ["成本管理", analysis, "未开展成本绩效分析", "开展成本绩效分析", "否"],
  ])("%s：%s → %s", (indicator, clause, basis, key, value) => {
    expect(factsIn(indicator, clause, basis)[key]).toEqual(value);
  });

  it.each<readonly [why: string, indicator: string, clause: string, basis: string]>([
    ["另有一个数", "预算执行率", execution, "预算执行率为95.3%或88%"],
    ["别的执行率", "预算执行率", execution, "项目支出执行率95.3%"],
    ["别的执行率", "预算执行率", execution, "一般公共预算执行率95.3%"],
    ["上年的", "预算执行率", execution, "上年预算执行率95.3%"],
    ["半年的", "预算执行率", execution, "上半年预算执行率95.3%"],
    ["目标", "预算执行率", execution, "预算执行率目标值为95%"],
    ["两个年度", "预算执行率", execution, "2023年预算执行率95%，2024年预算执行率97%"],
    ["照抄标准", "预算执行率", execution, "预算执行率≥95%的，得2分；预算执行率＜95%的，不得分。"],
    ["没有数", "预算执行率", execution, "预算执行率较高"],
    ["前后不一", "预算执行率", execution, "预算执行率95%。预算执行率96%。"],
    ["已整改的", "财务合规性", problems, "已整改2个问题"],
    ["重大的只是一部分", "财务合规性", problems, "发现2个重大问题"],
    ["未发现", "财务合规性", problems, "未发现2个以上问题"],
    ["只做了一部分", "成本管理", analysis, "部分项目已开展成本绩效分析"],
    ["打算", "成本管理", analysis, "拟于下年开展成本绩效分析"],
    ["要求", "成本管理", analysis, "各单位应开展成本绩效分析"],
    ["发了通知", "成本管理", analysis, "已开展成本绩效分析培训"],
    ["不在句首", "成本管理", analysis, "组织学习如何开展成本绩效分析"],
  ])("%s不算：%s %s %s", (_, indicator, clause, basis) => {
    expect(factsIn(indicator, clause, basis)).toEqual({});
  });

  const rate = (name: string) => `${name}≥95%的得2分，90%≤${name}＜95%的得1分，${name}＜90%的不得分。`;

  it.each<readonly [indicator: string, named: string, basis: string, expected: number | null]>([
    ["部门预算支出率", "项目支出率", "部门预算支出率为96%", null],
    ["基本支出控制率", "人员支出控制率", "基本支出控制率为96%", null],
    ["基本支出控制率", "人员支出控制率", "控制率为96%", null],
    ["资产利用率", "车辆利用率", "固定资产总额120万元，利用率为96%", null],
    ["资产利用率", "车辆利用率", "比率为96%", null],
    ["资产利用率", "车辆利用率", "车辆利用率为96%", 0.96],
    ["部门预算支出率", "支出率", "部门预算支出率为96%", 0.96],
    ["部门预算支出率", "支出率", "支出率为96%", 0.96],
    ["结转结余率", "结余结转率", "结转结余率为96%", 0.96],
    ["车辆使用情况", "车辆利用率", "利用率为96%", 0.96],
    ["车辆利用率", "车辆利用率", "利用率为96%", 0.96],
  ])("行名%s，标准写%s：%s → %j", (indicator, named, basis, expected) => {
    expect(factsIn(indicator, rate(named), basis)[named] ?? null).toBe(expected);
  });

  it("两个率的行，只认写全的名字", () => {
    const clause = "1.甲类支出执行率≥95%的，得1分，否则不得分；2.乙类支出执行率≥95%的，得1分，否则不得分。";
    expect(factsIn("支出执行率", clause, "甲类支出执行率96%，乙类支出执行率90%")).toMatchObject({
      甲类支出执行率: 0.96,
      乙类支出执行率: 0.9,
    });
    expect(factsIn("支出执行率", clause, "支出执行率96%")).toEqual({});
  });

  it("名字里有什么字都能写成样式，例句自己认得出", () => {
    for (const label of ["“三公”经费（决算）控制率", "A+B*(C)|[x]率", "$^\\{2}率", "完成率[注]"]) {
      for (const kind of ["rate", "amount", "count", "answer"] as const) {
        const unit = { rate: "%", amount: "万元", count: "个", answer: "是／否" }[kind];
        const spec: FactSpec = { key: "k", label, kind, unit, source: "", question: "" };
        for (const { pattern, example } of namedWords([spec], label)) {
          const found = readWords(example).sentences.some(
            ({ text }) => text.search(compilePattern(pattern)) >= 0,
          );
          expect([label, example, found]).toEqual([label, example, true]);
        }
      }
    }
  });
});
