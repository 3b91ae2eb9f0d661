import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

/*
 * 评分标准 is the rule only where the rest of the form says nothing else of how points are given: a row's own words
 * elsewhere make a person judge it, words around the table are said.
 */

type Row = readonly CellValue[];
const title: Row = ["部门整体支出绩效自评表"];
const head: Row = ["一级指标", "二级指标", "三级指标", "备注", "分值", "评分标准", "得分", "评分依据"];
const total: Row = ["总分", null, null, null, 20, null, null, null];

function row(
  name: string,
  { note = null, level2 = "预算管理" }: { note?: CellValue; level2?: string } = {},
): Row {
  return ["管理", level2, name, note, 10, "得分=整改率×分值。", null, "整改率92%"];
}

function scored(rows: readonly Row[], { above = [], below = [] }: { above?: Row[]; below?: Row[] } = {}) {
  return evaluated(
    workbookOf([gridSheet([title, ...above, head, ...rows, total, ...below], { name: "自评表" })]),
  ).scorecard;
}

describe("评分标准以外写着怎样给分", () => {
  it.each([
    ["备注栏", "D3", row("整改率", { note: "未按时整改的，另扣2分。" }), "未按时整改的，另扣2分"],
    [
      "指标名称",
      "指标名称",
      row("整改率（每有一项未整改扣2分，扣完为止）"),
      "整改率（每有一项未整改扣2分，扣完为止）",
    ],
    [
      "上级指标的名称",
      "上级指标的名称",
      row("整改率", { level2: "预算管理（每逾期一天扣1分，扣完为止）" }),
      "预算管理（每逾期一天扣1分，扣完为止）",
    ],
  ])("%s：由人评定，引用原话", (_where, place, one, words) => {
    const [first] = scored([one, row("落实率")]).rows;
    expect(first).toMatchObject({ outcome: "judgement", points: null, unread: [words] });
    expect(first?.reason).toContain(place);
  });

  it("没人读的“得分系数”列里的数：由人评定，连标题一起引用；空白的不问", () => {
    const titled = (name: string, note: CellValue): Row => row(name, { note });
    const [first, second] = evaluated(
      workbookOf([
        gridSheet(
          [
            title,
            head.map((one) => (one === "备注" ? "得分系数" : one)),
            titled("整改率", 0.5),
            titled("落实率", null),
            total,
          ],
          { name: "自评表" },
        ),
      ]),
    ).scorecard.rows;
    expect(first).toMatchObject({ outcome: "judgement", points: null, unread: ["得分系数0.5"] });
    expect(second?.outcome).not.toBe("judgement");
  });

  it.each(["取自决算报表。", "责任科室：办公室", "2023年", "按季度统计，口径与部门决算一致。"])(
    "备注“%s”与给分无关",
    (note) => {
      expect(scored([row("整改率", { note }), row("落实率")]).rows[0]).toMatchObject({
        outcome: "scored",
        points: 9.2,
      });
    },
  );

  it.each(["整改率（10分）", "整改率(权重10%)", "整改率（分值：10）", "扣分项整改率"])(
    "名称“%s”不是规则",
    (name) => {
      expect(scored([row(name), row("落实率")]).rows[0]?.unread).toEqual([]);
    },
  );

  const rule = "存在重大违纪问题的，本表一律评为差，并扣20分。";
  it.each([
    ["表后", { below: [[`注：${rule}`]] }, "A6"],
    ["表前", { above: [[`填报说明：${rule}`]] }, "A2"],
  ])("%s说到给分的话：提醒核对", (_where, around, at) => {
    const { remarks } = scored([row("整改率"), row("落实率")], around);
    expect(remarks.filter((remark) => remark.includes("没有用上"))).toEqual([expect.stringContaining(at)]);
  });

  it("指标之间的一行只问下面各行", () => {
    const [above, below] = scored([row("整改率"), [`以下各项${rule}`], row("落实率")]).rows;
    expect(above).toMatchObject({ outcome: "scored", remarks: [] });
    expect(below).toMatchObject({ outcome: "missing", points: null });
    expect(below?.questions[0]?.question).toMatch(/A4写着“以下各项.*一律评为差/u);
  });

  it.each([
    "注：评价等级：90分（含）以上为优，80分（含）-90分为良，60分（含）-80分为中，60分以下为差。",
    "备注：请在评分依据栏写明数据来源，并附佐证材料。",
    "填表人：张三",
  ])("“%s”不提醒", (note) => {
    const { remarks } = scored([row("整改率"), row("落实率")], { below: [[note]] });
    expect(remarks.join()).not.toContain("没有用上");
  });
});
