import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";

/* What is counted is asked by its whole name. */

function labels(clause: string): readonly string[] {
  const item = tryItem({ id: "1", indicator: "管理情况", weight: 5, clause, answers: [] });
  return "questions" in item ? item.questions.map(({ label }) => label) : [];
}

const things = [
  "有效投诉",
  "有责投诉",
  "有害信息",
  "有感信访",
  "有偿补课",
  "有毒废物",
  "生产事故",
  "对外泄密",
  "问题",
];
const wordings: readonly ((thing: string) => string)[] = [
  (thing) => `每发生1起${thing}扣0.5分，扣完为止。`,
  (thing) => `每有1起${thing}扣0.5分，扣完为止。`,
  (thing) => `每出1起${thing}扣0.5分，扣完为止。`,
  (thing) => `有1起${thing}扣0.5分，扣完为止。`,
  (thing) => `发现一起${thing}的扣0.5分，扣完为止。`,
  (thing) => `每起${thing}扣0.5分，扣完为止。`,
];

describe.each(things)("%s", (thing) => {
  test.each(wordings.map((of) => of(thing)))("%s", (clause) => {
    expect(labels(clause)).toEqual([thing]);
  });
});

test.each(["第1项问题扣0.5分，以后每增加1项扣1分。", "第一起投诉扣1分，以后每起扣2分。"])(
  "“%s”不问“第”",
  (clause) => {
    expect(labels(clause).filter((label) => label.startsWith("第，"))).toEqual([]);
  },
);
