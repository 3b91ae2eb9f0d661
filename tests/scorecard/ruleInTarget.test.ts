import { describe, expect, it } from "vitest";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

/* What a target cell says beside its figure of how points are given counts as much as a 评分标准: the row is asked. */

function rowOf(target: string, actual: string, name = "培训情况") {
  const grid = [
    ["项目支出绩效自评表"],
    ["项目名称", "甲"],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", name, target, actual, 100, null],
    ["总分", null, null, null, null, 100, null],
  ];
  return evaluated(workbookOf([gridSheet(grid)])).scorecard.rows[0];
}

const figures = ["≥100人", "100人", "不少于100人", "100%"];
const rules = [
  "未完成不得分",
  "完不成不得分",
  "达不到的扣完",
  "少一人扣1分",
  "每低1%扣0.5分",
  "达不到计0分",
  "低于80%的减半",
  "未达标清零",
  "否则一票否决",
  "超额奖励2分",
  "每完成1项得1分",
];

describe("目标值里写着怎样给分", () => {
  it.each(rules)("“%s”，写在哪里都问", (rule) => {
    for (const figure of figures)
      for (const target of [
        `${figure}，${rule}`,
        `${figure}（${rule}）`,
        `${figure}。${rule}`,
        `${figure}\n${rule}`,
      ]) {
        const row = rowOf(target, figure.endsWith("%") ? "60%" : "60人");
        expect([target, row?.points]).toEqual([target, null]);
        expect(row?.reason).toContain(rule.slice(0, 4));
      }
  });

  it.each([
    ["≥90分", "81分", 90],
    ["≥4.5分（满分5分）", "4.05分", 90],
    ["满意度得分≥90分", "81分", 90],
    ["奖励100人", "90人", 90],
    ["≥100人，按季组织", "90人", 90],
    ["减少20起", "减少18起", 90],
  ])("“%s”没有说怎样给分", (target, actual, points) => {
    expect(rowOf(target, actual)?.points).toBe(points);
  });
});

describe("几部分平均的，理由写明各部分和平均", () => {
  it.each([
    [
      "2期，120人",
      "2期，100人",
      "实际2期，目标2期，完成率100%；实际100人，目标120人，完成率83.3333%；平均完成率91.6667%",
    ],
    ["10台套；20件", "12台套；10件", "完成率100%；实际10件，目标20件，完成率50%；平均完成率75%"],
    ["100人", "90人", "实际90人，目标100人，完成率90%，适用"],
  ])("%s，%s", (target, actual, words) => {
    expect(rowOf(target, actual)?.reason).toContain(words);
  });
});
