import { describe, expect, it } from "vitest";
import { asksTarget, printedTarget } from "../../src/facts/printedTarget";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

const head = ["一级指标", "二级指标", "三级指标", "分值", "指标解释", "评分标准", "得分", "评分依据"];
const clause = "完成值达到目标值的得满分，每低1%扣0.5分，扣完为止。";

/** What the row of such a clause has as its target. */
function targetOf(definition: string | null, basis: string | null = null) {
  const line = ["产出", "数量", "培训人数", 5, definition, clause, null, basis];
  const book = workbookOf([gridSheet([["部门整体支出绩效自评表"], head, line], { name: "自评表" })]);
  const [row] = evaluated(book).scorecard.rows;
  const fact = row?.facts.find(({ spec }) => asksTarget(spec.label));
  return fact === undefined ? null : { ...fact, row };
}

describe("目标值取自本行自己的格子", () => {
  it.each([
    ["年度目标值：100人。", 100],
    ["目标值为1,200", 1200],
    ["全年培训各类人员，目标值 80 人次，按实际签到统计。", 80],
    ["本指标的绩效目标值为３０场；", 30],
  ])("%s → %s，引出格子，待确认", (definition, value) => {
    expect(targetOf(definition)).toMatchObject({
      value,
      state: "extracted",
      source: { at: { sheet: "自评表", row: 3, column: 5 } },
    });
  });

  it.each([
    ["没有写", "反映培训完成的情况。"],
    ["没有这一格", null],
    ["写了两个", "年初目标值100人，年度目标值120人。"],
    ["不止一个数", "目标值为100人以上"],
    ["也许是两个数", "目标值为1，200人"],
    ["一段", "目标值≥100人"],
    ["万人：与按人填的实际完成值对不上", "目标值0.9万人"],
    ["说的是完成值与目标值的关系", "完成值达到目标值的程度。"],
    ["不是数", "目标值为按时完成"],
    ["上年的", "上年目标值100人"],
    ["没有达到", "未达到目标值100人"],
  ])("%s：照样问", (_title, definition) => {
    expect(targetOf(definition)).toMatchObject({ value: null, state: "missing" });
  });

  it("实际完成值填了就有分", () => {
    const at = { sheet: "自评表", row: 1, column: 1 };
    expect(printedTarget({ definition: { value: "目标值：100人", at } })).toEqual({
      value: 100,
      at,
      quote: "目标值:100人",
    });
    const { row } = targetOf("目标值：100人") ?? {};
    expect(row?.questions.map(({ question }) => question)).toEqual(["实际完成值是多少？"]);
  });
});
