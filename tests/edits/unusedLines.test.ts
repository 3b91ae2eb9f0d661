import { describe, expect, it } from "vitest";
import { planFact } from "../../src/edits/planFact";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { findSheet, valueAt, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { evaluated, recalculated, scored } from "../support/scored";
import { planConfirm } from "../support/confirmFacts";

const sheet = "自评表";
const at = (row: number, column: number, on = sheet) => ({ sheet: on, row, column });

function formOf(name: string, weight: number, standard: string, basis: string | null = null): Snapshot {
  const head = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分/自评分", "评分依据"];
  const rows = [
    ["管理效率", "二级", name, weight, standard, null, basis],
    ["管理效率", "二级", "其他", 1, "由财政部门掌握。", null, null],
  ];
  return workbookOf([gridSheet([["部门整体支出绩效自评表"], head, ...rows], { name: sheet })]);
}

/** 评分底稿 as a reader sees it: 数据项, 数值, 状态. */
function paperOf(snapshot: Snapshot): readonly (readonly CellValue[])[] {
  const paper = findSheet(snapshot, "评分底稿");
  if (paper === undefined) return [];
  const rows = Array.from(paper.rows.keys()).filter((row) => row > 3);
  return rows.map((row) => [2, 4, 9].map((column) => valueAt(paper, row, column)));
}

const lineOf = (snapshot: Snapshot, item: string) => paperOf(snapshot).filter(([one]) => one === item);
const withClause = (snapshot: Snapshot, clause: string) =>
  recalculated(setCell(snapshot, at(3, 5), { value: clause }));
const answered = (snapshot: Snapshot, id: string, value: string) =>
  recalculated(applyPlan(snapshot, planFact(evaluated(snapshot), [{ factId: id, value }])));
const pointsOf = (snapshot: Snapshot) => evaluated(snapshot).scorecard.rows[0]?.points;
const unusedOf = (snapshot: Snapshot) =>
  evaluated(snapshot).scorecard.unused.map(({ item, value }) => [item, value]);

const before = "结余率≤10%的，得2分；结余率＞10%的，不得分。";
const other = "年末结转率≤10%的，得2分；年末结转率＞10%的，不得分。";

describe("评分标准改了，填过的数据", () => {
  it("问的没有变：照用", () => {
    const start = answered(scored(formOf("结余情况", 2, before)).after, "row:结余情况.结余率", "12%");
    const edited = withClause(start, before.replaceAll("10%", "15%"));
    expect([pointsOf(start), pointsOf(edited), unusedOf(edited)]).toEqual([0, 2, []]);
    expect(lineOf(scored(edited).after, "结余率")).toEqual([["结余率", 0.12, "已填"]]);
  });

  it("一生：填、改标准、重算、未使用、改回、又算数；填的数一直在原处", () => {
    const blank = formOf("结余情况", 2, before);
    const first = scored(answered(scored(blank).after, "row:结余情况.结余率", "8%")).after;
    expect(lineOf(first, "结余率")).toEqual([["结余率", 0.08, "已填"]]);

    const edited = withClause(first, other);
    expect(pointsOf(edited)).toBe(null);
    expect(unusedOf(edited)).toEqual([["结余率", 0.08]]);
    const again = scored(edited).after;
    expect(lineOf(again, "结余率")).toEqual([["结余率", 0.08, "未使用"]]);
    expect(lineOf(again, "年末结转率")).toEqual([["年末结转率", null, "待补充"]]);
    expect(evaluated(again).scorecard.remarks.join()).toContain(
      "评分底稿中有1项已填的数据现在没有用到（“结余情况”的“结余率”）",
    );
    expect(scored(again).plan.edits).toEqual([]);

    const both = scored(answered(again, "row:结余情况.年末结转率", "30%")).after;
    expect(pointsOf(both)).toBe(0);
    const back = withClause(both, before);
    expect(pointsOf(back)).toBe(2);
    expect(unusedOf(back)).toEqual([["年末结转率", 0.3]]);
    const last = scored(back).after;
    expect(lineOf(last, "结余率")).toEqual([["结余率", 0.08, "已填"]]);
    expect(lineOf(last, "年末结转率")).toEqual([["年末结转率", 0.3, "未使用"]]);
  });

  it.each<readonly [string, string, string, string]>([
    [
      "30日内完成的得5分，每逾期1天扣0.5分。",
      "30个工作日内完成的得5分，每逾期1个工作日扣0.5分。",
      "完成",
      "32",
    ],
    ["每迟报1次扣0.5分。", "每迟报1天扣0.5分。", "迟报", "2"],
    [
      "实际支出不超过50万元的得5分，否则不得分。",
      "实际支出不超过50元的得5分，否则不得分。",
      "实际支出",
      "40",
    ],
  ])("只换了单位：%s → %s", (clause, changed, item, typed) => {
    const start = scored(answered(scored(formOf("办结", 5, clause)).after, `row:办结.${item}`, typed)).after;
    expect(pointsOf(start)).not.toBe(null);
    const edited = withClause(start, changed);
    expect([pointsOf(edited), unusedOf(edited)]).toEqual([null, [[item, Number(typed)]]]);
    expect(lineOf(scored(edited).after, item)).toEqual([
      [item, Number(typed), "未使用"],
      [item, null, "待补充"],
    ]);
    expect(pointsOf(withClause(scored(edited).after, clause))).toBe(pointsOf(start));
  });

  it("没有填过的不算：状态清空，不提", () => {
    const edited = withClause(scored(formOf("结余情况", 2, before)).after, other);
    expect(unusedOf(edited)).toEqual([]);
    expect(lineOf(scored(edited).after, "结余率")).toEqual([["结余率", null, null]]);
  });

  it("摘自评分依据的不是人填的：不提，改回来仍是待确认", () => {
    const start = scored(formOf("结余情况", 2, before, "结余率8%")).after;
    const edited = withClause(start, other);
    expect(unusedOf(edited)).toEqual([]);
    const again = scored(edited).after;
    expect(lineOf(again, "结余率")).toEqual([["结余率", 0.08, "未使用（摘自评分依据，待确认）"]]);
    const back = scored(withClause(again, before)).after;
    expect(lineOf(back, "结余率")).toEqual([["结余率", 0.08, "摘自评分依据，待确认"]]);
    // Even where another program has dropped what we remember.
    const forgotten = { ...withClause(again, before), records: new Map() };
    expect(evaluated(forgotten).scorecard.unconfirmed).toBe(1);
  });

  it("确认过的，改回来仍是已确认", () => {
    const start = scored(formOf("结余情况", 2, before, "结余率8%")).after;
    const sure = applyPlan(start, planConfirm(evaluated(start), ["row:结余情况.结余率"]));
    const edited = withClause(sure, other);
    expect(unusedOf(edited)).toEqual([["结余率", 0.08]]);
    const again = scored(edited).after;
    expect(lineOf(again, "结余率")).toEqual([["结余率", 0.08, "未使用（已确认）"]]);
    expect(lineOf(scored(withClause(again, before)).after, "结余率")).toEqual([["结余率", 0.08, "已确认"]]);
  });

  it("2023年版的行改印别的标准：版本的数据未使用，改回原文又算数", () => {
    const clause = guangzhou2023.rows.find(({ id }) => id === "carryover")?.clause ?? "";
    const start = scored(
      answered(scored(formOf("结余结转率", 2, clause)).after, "carryover.rate", "12%"),
    ).after;
    expect(pointsOf(start)).toBe(1);
    const label = evaluated(start).scorecard.rows[0]?.facts.find(({ spec }) => spec.key === "rate")?.spec
      .label;
    const edited = withClause(start, "每发现1处账务处理不规范的，扣0.5分，扣完为止。");
    expect(unusedOf(edited)).toEqual([[label, 0.12]]);
    const back = withClause(scored(edited).after, clause);
    expect([pointsOf(back), unusedOf(back)]).toEqual([1, []]);
  });

  it.each([
    [
      "只是标点、括号不同：是同一问",
      "建立、健全内控制度的得2分，否则不得分。",
      "建立健全（本部门）内控制度的得2分，否则不得分。",
    ],
  ])("%s", (_title, one, two) => {
    const id = evaluated(formOf("内控", 2, one)).scorecard.rows[0]?.facts[0]?.id ?? "";
    const start = answered(scored(formOf("内控", 2, one)).after, id, "是");
    expect(pointsOf(start)).toBe(2);
    const edited = withClause(start, two);
    expect([pointsOf(edited), unusedOf(edited)]).toEqual([2, []]);
    expect(paperOf(scored(edited).after)).toHaveLength(paperOf(start).length);
  });

  it("单位变了：不拿万元的数当元", () => {
    const [one, two] = ["万元", "元"].map((unit) => `闲置资金≤10${unit}的得2分，否则不得分。`);
    const id = evaluated(formOf("资金", 2, one ?? "")).scorecard.rows[0]?.facts[0]?.id ?? "";
    const start = answered(scored(formOf("资金", 2, one ?? "")).after, id, "8");
    expect(pointsOf(start)).toBe(2);
    const edited = withClause(start, two ?? "");
    expect([pointsOf(edited), unusedOf(edited).length]).toEqual([null, 1]);
    expect(pointsOf(withClause(scored(edited).after, one ?? ""))).toBe(2);
  });

  it("行改了名、删了：它的数据也是未使用", () => {
    const start = scored(
      answered(scored(formOf("结余情况", 2, before)).after, "row:结余情况.结余率", "8%"),
    ).after;
    const renamed = setCell(start, at(3, 3), { value: "年末情况" });
    expect(unusedOf(renamed)).toEqual([["结余率", 0.08]]);
    expect(lineOf(scored(renamed).after, "结余率").map(([, value, state]) => [value, state])).toEqual([
      [0.08, "未使用"],
      [null, "待补充"],
    ]);
  });

  it("人自己在底稿里加的行：不动", () => {
    const start = scored(formOf("结余情况", 2, before)).after;
    const paper = "评分底稿";
    const last = (findSheet(start, paper)?.rows.size ?? 0) + 10;
    const words = (["自己的一项", "备注", null, 5, null, null, null, null, "以后再说"] as const).reduce(
      (book, value, index) => (value === null ? book : setCell(book, at(last, index + 1, paper), { value })),
      start,
    );
    expect(unusedOf(words)).toEqual([]);
    expect(lineOf(scored(words).after, "备注")).toEqual([["备注", 5, "以后再说"]]);
  });
});
