import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";

/*
 * A bound on some of what the row measures (专项资金支出率), on a part of its year or on another aggregate of it is no bound on
 * the row's own measure.
 */

const modifiers = [
  ..."专项资金 项目 二级项目 单个项目 各项目 重点项目 政府性基金 基本支出 上级资金 结转资金 下属单位".split(
    " ",
  ),
  ..."任一季度 每季度 9月底 前三季度 月度 分月 上半年 年初预算 当年".split(" "),
  ..."累计 平均 最低".split(" "),
];

interface Tried {
  readonly sure: boolean;
  readonly points: number | null;
}

function tried(
  clause: string,
  indicator: string,
  answers: readonly (readonly [string, number | string])[],
): Tried {
  const given = answers.map(([label, value]) => ({
    label,
    value,
    unit: typeof value === "number" ? "%" : "",
  }));
  const item = tryItem({ id: "1", indicator, weight: 5, clause, answers: given });
  if (!("points" in item)) throw new Error("no points");
  return { sure: item.sure, points: item.points };
}

describe.each<readonly [wording: string, of: (narrow: string) => string]>([
  ["阶梯", (narrow) => `支出率≥90%得5分，每低1%扣0.5分；${narrow}支出率低于60%的，不得分。`],
  ["没有名称的阶梯", (narrow) => `≥90%得5分，每低1%扣0.5分；${narrow}支出率低于60%的，不得分。`],
  ["分档", (narrow) => `支出率≥90%，得5分；80%≤支出率＜90%，得3分；${narrow}支出率＜80%，不得分。`],
  ["没有名称的分档", (narrow) => `≥90%，得5分；80%≤支出率＜90%，得3分；${narrow}支出率＜80%，不得分。`],
  ["公式", (narrow) => `得分=支出率×5，${narrow}支出率低于60%的不得分。`],
  [
    "定义",
    (narrow) => `支出率=支出数/预算数×100%。支出率≥90%得5分，每低1%扣0.5分；${narrow}支出率低于60%不得分。`,
  ],
])("%s旁边另有更窄的界限", (_wording, of) => {
  test.each(modifiers)("%s支出率", (narrow) => {
    const { sure } = tried(of(narrow), "支出率", [["支出率", 92]]);
    expect(sure).toBe(false);
  });
});

test("写明本指标不得分的，是否低于界限另问一句", () => {
  const clause = "支出率≥90%得5分，每低1%扣0.5分；专项资金支出率低于60%的，本指标不得分。";
  const veto = (answer: string): number | null =>
    tried(clause, "支出率", [
      ["支出率", 92],
      ["专项资金支出率低于60%", answer],
    ]).points;
  expect(veto("是")).toBe(0);
  expect(veto("否")).toBe(5);
});

test.each<readonly [clause: string, indicator: string, label: string]>([
  ["部门预算支出率≥90%得5分，每低1%扣0.5分；支出率低于60%的，不得分。", "预算执行", "部门预算支出率"],
  ["支出率≥90%得5分，每低1%扣0.5分；专项资金支出率低于60%的，不得分。", "专项资金支出率", "支出率"],
  ["支出率≥90%得5分，每低1%扣0.5分；全年支出率低于60%的，不得分。", "支出率", "支出率"],
  ["≥90%得5分，每低1%扣0.5分；该比率低于60%的，不得分。", "支出率", "支出率"],
])("“%s”说的是一个数", (clause, indicator, label) => {
  expect(tried(clause, indicator, [[label, 88]])).toMatchObject({ sure: true, points: 4 });
  expect(tried(clause, indicator, [[label, 55]])).toMatchObject({ sure: true, points: 0 });
});
