import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

type Row = readonly CellValue[];

const titles = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"] as const;
const table: readonly Row[] = [
  titles,
  ["产出指标", "数量指标", "培训人数", "≥100人", "90人", 60, null],
  ["效益指标", "社会效益", "就业率", "≥80%", "80%", 40, null],
];
const total: Row = ["合计", null, null, null, null, 100, null];

function scorecardOf(rows: readonly Row[]) {
  const { scorecard, form } = evaluated(workbookOf([gridSheet([["项目支出绩效自评表"], ...rows])]));
  return { ...scorecard, cells: form.remarks.map(({ at, text }) => [at.row, at.column, text] as const) };
}

describe("合计下面的加分项、扣分项", () => {
  it.each<[string, Row]>([
    ["加分项", ["加分项", null, "获得市级以上表彰", "1次", "1次", 5, null]],
    ["扣分项，填了得分", ["扣分项", null, "审计发现问题", null, null, null, -2]],
    ["附加分", ["附加分（最多5分）", "获奖", null, null, null, null, null]],
    ["有目标、有分值的一行", ["其他", null, "宣传报道", "≥3篇", "3篇", 5, null]],
  ])("%s：在它的单元格说明，不给总分和等级", (_, row) => {
    const { total: points, grade, points: sum, cells } = scorecardOf([...table, total, row]);
    expect([points, grade, sum]).toEqual([null, null, 94]);
    expect(cells).toEqual([[6, 1, expect.stringMatching(/^合计下面还有一行.*总分不含这一行/u)]]);
  });

  it("加分项的第二行也说", () => {
    const rows: readonly Row[] = [
      ["加分项", null, "获得表彰", null, null, 3, null],
      [null, null, "经验推广", null, null, 2, null],
    ];
    expect(scorecardOf([...table, total, ...rows]).cells.map(([row]) => row)).toEqual([6, 7]);
  });

  it.each<[string, Row]>([
    ["没有分的加分项", ["加分项", null, "无", null, null, null, null]],
    ["扣分原因", ["扣分原因", "培训人数没有完成", null, null, null, null, null]],
    ["等级", ["评价等级", null, "优", null, null, null, null]],
    ["落款", ["填表人：", "张三", "联系电话：", null, null, 83000000, null]],
    ["说明", ["注：本表一式两份，加盖公章。", null, null, null, null, null, null]],
    ["另一行数", ["附：", null, "参训人次", null, null, 320, null]],
  ])("%s：总分照给", (_, row) => {
    expect(scorecardOf([...table, total, row])).toMatchObject({ total: 94, grade: "优" });
  });
});

describe("项目名称是表里的一栏", () => {
  const list = (title: string, names: readonly CellValue[]): readonly Row[] => [
    [title, ...titles],
    [names[0] ?? null, "产出", "数量", "场次", "20场", "18场", 60, null],
    [names[1] ?? null, "效益", "社会", "覆盖率", "≥60%", "60%", 40, null],
  ];

  it.each([
    ["项目名称", ["甲项目", "乙项目"]],
    ["单位名称", ["市一中", "市二中"]],
  ])("“%s”列着几个：各行计分，不给总分和等级", (title, names) => {
    const { total: points, grade, rows, cells } = scorecardOf(list(title, names));
    expect([points, grade, ...rows.map((row) => row.points)]).toEqual([null, null, 54, 40]);
    expect(cells).toEqual([[2, 1, expect.stringMatching(/是汇总表.*不给总分和等级/u)]]);
  });

  it.each([
    ["项目名称", ["甲项目", "甲项目"]],
    ["项目名称", ["甲项目", null]],
    ["责任单位", ["一科", "二科"]],
    ["责任处室", ["一科", "二科"]],
  ])("“%s”只有一个，或者说的是谁负责：是一张表", (title, names) => {
    expect(scorecardOf(list(title, names))).toMatchObject({ total: 94, remarks: [] });
  });
});

describe("两栏得分", () => {
  const withScore = (...scores: readonly string[]) =>
    scorecardOf([
      [...titles.slice(0, -1), ...scores],
      ["产出", "数量", "场次", "20场", "18场", 100, ...scores.map(() => null)],
    ]).cells;

  it.each([
    ["得分", "得分"],
    ["自评得分", "得分"],
    ["得分", "评价得分"],
  ])("“%s”“%s”：说明按哪一栏", (...scores) => {
    expect(withScore(...scores)).toEqual([[2, expect.any(Number), expect.stringMatching(/也是得分列/u)]]);
  });

  it.each<[string, ...string[]]>([["自评得分", "财政审核得分"], ["得分", "扣分"], ["得分"]])(
    "%s %s：不说",
    (...scores) => {
      expect(withScore(...scores)).toEqual([]);
    },
  );
});

describe("资金写在一行里", () => {
  const rest: readonly Row[] = [
    titles,
    ["产出", "数量", "修路", "≥10公里", "10公里", 90, null],
    ["合计", null, null, null, null, 100, null],
  ];

  it.each<[Row, number | null]>([
    [["预算数（万元）", 100, "执行数（万元）", 90, "执行率", "90%", "分值", 10, "得分", null], 9],
    [["年初预算数", 100, "全年预算数", 80, "全年执行数", 72, "分值", 10, "得分", null], 9],
    [["全年预算数", "80万元", "全年执行数", "72万元", "分值", "10分", "得分", 9], 9],
    [["年初预算数", 100, "追加预算", 20, "全年执行数", 90, "分值", 10, "得分", null], null],
    [["预算数", 100, "下达额度", 120, "执行数", 90, "分值", 10, "得分", null], null],
  ])("%j：%s", (money, points) => {
    const [first] = scorecardOf([["项目名称", "甲"], money, ...rest]).rows;
    expect([first?.indicator, first?.row, first?.points]).toEqual(["预算执行率", 3, points]);
  });

  it.each<[Row]>([
    [["年初预算数：100万元 全年预算数：80万元 全年执行数：72万元 执行率：90% 分值：10分"]],
    [["全年预算数", 80, "全年执行数", 72, "分值", 10]],
  ])("%j：没有填得分的地方，说明没有计分，不给总分", (money) => {
    const { total: points, cells } = scorecardOf([["项目名称", "甲"], money, ...rest]);
    expect(points).toBeNull();
    expect(cells).toEqual([[3, 1, expect.stringMatching(/预算执行率没有计分/u)]]);
  });

  it.each<[Row]>([[["年度目标", "预算内完成修路10公里，按计划执行。"]], [["全年预算数", 80]]])(
    "%j：不是资金块",
    (money) => {
      expect(scorecardOf([["项目名称", "甲"], money, ...rest]).cells).toEqual([]);
    },
  );
});

describe("两项合在一栏", () => {
  const row = (title: string, third: string, names: Row) =>
    scorecardOf([
      ["一级指标", "二级指标", third, title, "分值", "得分"],
      ["产出", "数量", ...names, 100, null],
    ]);

  it("年度指标值/实际完成值：各行都问", () => {
    const { rows, cells } = row("年度指标值/实际完成值", "三级指标", ["场次", "20场/18场"]);
    expect(rows.map(({ points, outcome }) => [points, outcome])).toEqual([[null, "missing"]]);
    expect(cells[0]?.[2]).toMatch(/目标值和实际完成值写在同一栏/u);
  });

  it("三级指标及目标值：各行都问目标值", () => {
    const { rows } = row("实际完成值", "三级指标及目标值", ["场次≥20场", "18场"]);
    expect(rows.map(({ points, reason }) => [points, reason])).toEqual([
      [null, expect.stringMatching(/目标值写在三级指标的名称里/u)],
    ]);
  });
});
