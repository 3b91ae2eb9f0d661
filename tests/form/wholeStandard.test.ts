import { describe, expect, it } from "vitest";
import { planScoring } from "../../src/edits/planScoring";
import { a1 } from "../../src/workbook/cell";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

/*
 * A 评分标准 that stands in several cells is read from all of them: a rule is never taken from its first cell alone.
 */

type Row = readonly CellValue[];
const head: Row = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分", "评分依据"];
const first: Row = ["管理", "二级", "执行率", 10, "执行率≥90%的，得10分；", null, "执行率85%"];
const other: Row = ["管理", "二级", "整改率", 10, "得分=整改率×分值。", null, "整改率92%"];
const total: Row = ["总分", null, null, 20, null, null, null];
const below = (text: string): Row => [null, null, null, null, text, null, null];
const rest = "执行率＜90%的，每低1%扣1分，扣完为止。";
const whole = `执行率≥90%的，得10分；\n${rest}`;

function formOf(rows: readonly Row[], merges: readonly string[] = [], titles: Row = head) {
  const grid = [["部门整体支出绩效自评表"], titles, ...rows];
  return evaluated(workbookOf([gridSheet(grid, { name: "自评表", merges })]));
}

describe("评分标准分在几个单元格里", () => {
  it.each<readonly [string, Parameters<typeof formOf>]>([
    ["下一行，前面空着", [[first, below(rest), other, total]]],
    [
      "下一行，指标的格子合并",
      [
        [first, below(rest), other, total],
        ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "F3:F4", "G3:G4"],
      ],
    ],
    ["隔一个空行", [[first, below(""), below(rest), other, total]]],
    ["最后一行，没有总分", [[other, first, below(rest)]]],
    [
      "右边，标题合并",
      [
        [first, other, total].map((row, index) => [
          ...row.slice(0, 5),
          index === 0 ? rest : null,
          ...row.slice(5),
        ]),
        ["E2:F2"],
        [...head.slice(0, 5), null, ...head.slice(5)],
      ],
    ],
  ])("%s：合起来读，公式不引用其中一格", (_title, args) => {
    const formCase = formOf(...args);
    const row = formCase.scorecard.rows.find(({ indicator }) => indicator === "执行率");
    expect(row).toMatchObject({ origin: "sheet", unread: [], points: 5, standard: { value: whole } });
    const formulas = planScoring(formCase, { overwrite: "all" }).edits.flatMap((edit) =>
      edit.kind === "cell" &&
      a1(edit.at) === a1(row?.at ?? edit.at) &&
      edit.at.sheet === "自评表" &&
      "formula" in edit.content
        ? [edit.content.formula]
        : [],
    );
    expect(formulas).toHaveLength(1);
    expect(formulas.join()).not.toMatch(/\$?E\$?\d/u);
    expect(formCase.scorecard.rows.find(({ indicator }) => indicator === "整改率")?.points).toBe(9.2);
  });

  it.each<readonly [string, Row]>([
    ["没有读懂的", below("另按上级有关口径折算后酌定加分。")],
    ["别的扣分", below("存在虚报的，本项不得分。")],
  ])("下一格%s，不能只按上一格算", (_title, more) => {
    const sure: Row = ["管理", "二级", "执行率", 10, "执行率≥90%的，得10分，否则不得分。", null, "执行率95%"];
    const { scorecard } = formOf([sure, more, other, total]);
    expect(scorecard.rows[0]?.points).toBeNull();
  });

  it.each<readonly [string, readonly Row[]]>([
    ["小计", [other, ["小计", null, null, 10, "存在虚报的，不得分。", null, null], first, total]],
    ["说明", [other, below("说明：各项指标由财政部门核定。"), first, total]],
    ["另一个指标", [other, ["管理", "二级", "甲", null, "存在虚报的，不得分。", null, null], first, total]],
    ["表外的话", [other, total, below("存在虚报的，不得分。")]],
  ])("不是它的：%s", (_title, rows) => {
    const row = formOf(rows).scorecard.rows.find(({ indicator }) => indicator === "整改率");
    expect(row).toMatchObject({ points: 9.2, standard: { value: "得分=整改率×分值。" } });
  });
});

describe("另有一列也写着怎样给分", () => {
  const wide = (title: string): Row => [...head.slice(0, 5), title, ...head.slice(5)];
  const row = (more: string | null, standard = "执行率≥90%的，得10分，否则不得分。"): Row => [
    "管理", "二级", "执行率", 10, standard, more, null, "执行率95%",
  ]; // prettier-ignore
  const end: Row = ["总分", null, null, 10, null, null, null, null];

  it.each(["扣分标准", "评分细则", "加减分项", "扣分项", "评分说明", "一票否决情形", "评分要点"])(
    "“%s”里的话没有读懂，不能只按评分标准算",
    (title) => {
      const { scorecard } = formOf([row("存在虚报的，按上级口径酌情扣减。"), end], [], wide(title));
      expect(scorecard.rows[0]).toMatchObject({ points: null });
      expect(scorecard.rows[0]?.unread.join()).toContain("存在虚报");
    },
  );

  it("读懂的一并用上", () => {
    const { scorecard } = formOf([row(rest, "执行率≥90%的，得10分；"), end], [], wide("扣分标准"));
    const [only] = scorecard.rows;
    expect(only).toMatchObject({ points: 10, standard: { value: whole, spread: true } });
  });

  it("空着的、合并给几行的", () => {
    const rows = [row("存在虚报的，酌情扣减。"), row(null), end];
    expect(formOf(rows, [], wide("扣分标准")).scorecard.rows.map(({ points }) => points)).toEqual([null, 10]);
    const merged = formOf(rows, ["F3:F4"], wide("扣分标准")).scorecard.rows;
    expect(merged.map(({ points }) => points)).toEqual([null, null]);
  });

  it.each(["扣分说明", "扣分原因", "复核评分标准"])("“%s”不是规则", (title) => {
    const { scorecard } = formOf([row("酌情扣减。"), end], [], wide(title));
    expect(scorecard.rows[0]?.points).toBe(10);
  });
});

describe("指标解释里还写着怎样给分", () => {
  const titles: Row = [...head.slice(0, 4), "指标解释", ...head.slice(4)];
  const end: Row = ["总分", null, null, 10, null, null, null, null];
  const tried = (definition: string) => {
    const row: Row = ["管理", "二级", "执行率", 10, definition, "得分=执行率×分值。", null, "执行率95%"];
    return formOf([row, end], [], titles).scorecard.rows[0];
  };

  it.each([
    "执行率=支出数/预算数×100%。执行率超过100%的不得分。",
    "反映预算执行情况，低于60%的不得分。",
    "反映预算执行情况；存在虚报的，扣2分。",
    "反映预算执行情况。本项最高得8分。",
    "反映预算执行情况，涉密部门得满分。",
    "反映预算执行情况；特殊情况酌情扣分",
  ])("“%s”由人评定，引出那句话", (definition) => {
    const row = tried(definition);
    expect(row?.points).toBeNull();
    expect(definition).toContain(row?.unread[0]);
    expect(JSON.stringify(row?.result)).toContain("指标解释");
  });

  it.each([
    "执行率=支出数/预算数×100%。",
    "执行率=支出数/预算数×100%，超过100%的按100%计算。",
    "反映部门预算支出数占预算数的比例。",
    "部门本年度预算执行数与预算数的比率，用以反映和考核执行程度。",
    "部门自评得分与复核得分的差异程度。",
  ])("“%s”不是规则", (definition) => {
    expect(tried(definition)?.points).toBe(9.5);
  });
});
