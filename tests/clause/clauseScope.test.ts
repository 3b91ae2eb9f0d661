import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";

type Answer = readonly [label: string, value: string | number, unit?: string];

/** A clause of 5 分 with its answers; null: the text gives no sure number. */
function points(clause: string, answers: readonly Answer[]): number | null {
  const given = answers.map(([label, value, unit = ""]) => ({ label, value, unit }));
  const tried = tryItem({ id: "1", indicator: "管理情况", weight: 5, clause, answers: given });
  return "points" in tried ? tried.points : null;
}

describe("一票否决管到哪里", () => {
  const items = "1.建立制度得2分；2.执行有效得3分。";
  const done = [
    ["建立制度", "是"],
    ["执行有效", "是"],
  ] as const;
  test.each<readonly [behind: string, veto: string, held: number | null]>([
    ["存在弄虚作假的，该指标不得分。", "存在弄虚作假", 0],
    ["\n发生重大事故的，本指标得0分。", "发生重大事故", 0],
    ["\n注：出现舞弊的，本指标不得分。", "出现舞弊", 0],
    ["未提供佐证材料的，整个指标不得分。", "未提供佐证材料", 0],
    ["被通报批评的，一票否决。", "被通报批评", 0],
    ["发生重大事故的，本项不得分。", "发生重大事故", null],
    ["\n存在弄虚作假的，该项不得分。", "存在弄虚作假", null],
  ])("各项后面写“%s”", (behind, veto, held) => {
    expect(points(items + behind, [...done, [veto, "否"]])).toBe(5);
    expect(points(items + behind, [...done, [veto, "是"]])).toBe(held);
  });

  test("某一项里面的“本项”，成立时才问", () => {
    const clause = "1.制度健全得2分，未建立的本项不得分；2.执行有效得3分。";
    const rest = [
      ["制度健全", "是"],
      ["执行有效", "是"],
    ] as const;
    expect(points(clause, [...rest, ["未建立", "否"]])).toBe(5);
    expect(points(clause, [...rest, ["未建立", "是"]])).toBeNull();
  });
});

describe("扣分之外的满分条件", () => {
  test.each<readonly [clause: string, counted: string]>([
    ["建立内部控制制度并经市局审批的，得5分；每发现一处违规的扣1分，扣完为止。", "违规"],
    ["支出率达到90%且无违规的得满分，每发现一处违规扣1分，扣完为止。", "违规"],
    ["支出率达到序时进度得5分，每发现1处违规扣1分。", "违规"],
    ["按时足额上缴的得满分，每发现一处截留扣1分，扣完为止。", "截留"],
    ["完成年度任务得满分，每发现一处隐患扣2分，扣完为止。", "隐患"],
    ["制度健全得5分，每发现一处未执行扣1分，扣完为止。", "未执行"],
    ["整改率达100%、材料齐全的得满分，每发现一处缺失扣1分，扣完为止。", "缺失"],
  ])("“%s”要问", (clause, counted) => {
    expect(points(clause, [[counted, 0, "处"]])).toBeNull();
  });

  test("条件做到了，照扣分算", () => {
    const clause = "建立内部控制制度并经市局审批的，得5分；每发现一处违规的扣1分，扣完为止。";
    const counted: Answer = ["违规", 2, "处"];
    expect(points(clause, [["建立内部控制制度并经市局审批", "是"], counted])).toBe(3);
    expect(points(clause, [["建立内部控制制度并经市局审批", "否"], counted])).toBeNull();
  });

  test.each<readonly [clause: string, counted: string]>([
    ["全部符合要求的得满分，每发现一处违规扣1分，扣完为止。", "违规"],
    ["未发现违规的得满分，每发现一处违规扣1分，扣完为止。", "违规"],
    ["没有上述情形的得5分，每发现一处违规扣1分。", "违规"],
    ["资金使用规范的得5分，每发现一处不规范扣1分。", "不规范"],
    ["材料齐全的得5分，每发现一处缺漏扣1分。", "缺漏"],
  ])("“%s”只是说没有要扣的", (clause, counted) => {
    expect(points(clause, [[counted, 2, "处"]])).toBe(3);
  });
});

describe("紧挨数字的序号", () => {
  test.each<readonly [clause: string, answer: Answer, held: number | null]>([
    ["1.3次以上得5分；2.2次得3分；3.1次得1分。", ["次数", 2, "次"], 3],
    ["1.95%以上得5分；2.90%以上得3分；3.90%以下不得分。", ["完成率", 92, "%"], 3],
    ["1.95%以上得5分；2.90%以上得3分。", ["完成率", 92, "%"], null],
    ["1.5%以内得5分；2.10%以上不得分。", ["偏差率", 3, "%"], null],
    ["1.5天内办结得5分；2.10天内办结得3分。", ["办结", 7, "天"], null],
    ["1.2次以上得5分；2.1次得3分。", ["次数", 1, "次"], null],
  ])("“%s”", (clause, answer, held) => {
    expect(points(clause, [answer])).toBe(held);
  });
});

test.each([
  "按以下各项计分，最高不超过3分：1.支出率≥90%得满分，否则不得分；2.公开率≥90%得满分，否则不得分。以上各占50%。",
  "支出率达到90%得满分，每降低5%（不含）扣1分，扣完为止。",
])("“%s”读不全", (clause) => {
  expect(points(clause, [["支出率", 95, "%"], ["公开率", 95, "%"]])).toBeNull(); // prettier-ignore
});
