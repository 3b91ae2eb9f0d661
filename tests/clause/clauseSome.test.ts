import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";

/* Some of what a row measures, and for whom or what its points do not hold. */

function points(
  clause: string,
  answers: readonly (readonly [string, number | string, string?])[],
): number | null {
  const given = answers.map(([label, value, unit = "%"]) => ({ label, value, unit }));
  const item = tryItem({ id: "1", indicator: "支出率", weight: 5, clause, answers: given });
  return "points" in item && item.sure ? item.points : null;
}

describe("超过100%的部分不计分：封顶", () => {
  const formulas = ["得分=支出率×5", "得分=支出率×分值", "按支出率×5计分"];
  const caps = [
    "超过100%的部分不计分",
    "超出100%的部分不予计分",
    "超过100%部分不得分",
    "高于100%的部分不再计分",
  ];
  test.each(formulas.flatMap((formula) => caps.map((cap) => `${formula}，${cap}。`)))("%s", (clause) => {
    expect(points(clause, [["支出率", 108]])).toBe(5);
    expect(points(clause, [["支出率", 80]])).toBe(4);
  });
});

describe("只说其中一部分的，要问", () => {
  const some = ["部分", "的部分", "的项目", "的子项目", "的任务", "的资金", "的月份"];
  const rules = ["支出率≥90%得5分，每低于1%扣0.1分", "得分=支出率×5", "支出率90%以上得5分"];
  test.each(rules.flatMap((rule) => some.map((one) => `${rule}，低于60%${one}不得分。`)))("%s", (clause) => {
    expect(points(clause, [["支出率", 50]])).toBeNull();
    expect(points(clause, [["支出率", 95]])).toBeNull();
  });
});

describe("分数后面括号里的除外和包含，与写在逗号后面一样要问", () => {
  const remarks = ["不可抗力除外", "新设单位除外", "涉密项目除外", "疫情影响除外", "年中追加项目除外"];
  const others = ["历史遗留问题除外", "政策性调整的除外", "含政府性基金", "不含政府性基金", "包括结转资金"];
  const rules: readonly (readonly [
    before: string,
    behind: string,
    label: string,
    answer: number | string,
    unit: string,
  ])[] = [
    ["支出率≥90%得5分，每低1%扣0.5分，低于60%不得分", "。", "支出率", 50, "%"],
    ["支出率≥90%得5分，每低1%扣0.5分", "。", "支出率", 88, "%"],
    ["支出率≤100%得5分；超过100%的，不得分", "。", "支出率", 103, "%"],
    ["每发现1项问题扣1分", "，扣完为止。", "问题", 2, "项"],
    ["按时公开得5分，否则不得分", "。", "按时公开", "否", ""],
  ];
  test.each(
    rules.flatMap(([before, behind, ...answer]) =>
      [...remarks, ...others].map((remark) => [`${before}（${remark}）${behind}`, answer] as const),
    ),
  )("%s", (clause, answer) => {
    expect(points(clause, [answer])).toBeNull();
  });

  test("涉密内容本来就不公开", () => {
    const clause = "公开内容完整得5分，缺项每项扣0.5分（涉密内容除外），扣完为止。";
    expect(points(clause, [["缺项", 2, "项"]])).toBe(4);
  });
});
