import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

/* What the same form says twice and not alike is asked; what is said alike, or says nothing of it, is scored. */

const usual = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"];

/** Points of the first indicator, or what is asked. */
function row(titles: readonly string[], cells: readonly CellValue[], above: readonly CellValue[][] = []) {
  const name = cells[0] ?? "培训人数";
  const grid = [
    ["项目支出绩效自评表"],
    ["项目名称", "甲"],
    ...above,
    [...usual, ...titles],
    ["产出指标", "数量指标", name, ...cells.slice(1)],
  ];
  const card = evaluated(workbookOf([gridSheet(grid)])).scorecard;
  return card.rows.find(({ indicator }) => indicator === name);
}

const pointsOf = (found: ReturnType<typeof row>): number | string =>
  found === undefined ? "没有这一行" : found.points === null || found.unconfirmed > 0 ? "问" : found.points;

describe("偏差原因里写的分数与完成率算的不一致：要问", () => {
  it.each([
    ["参训人员不足", 18],
    ["扣2分", 18],
    ["少10人，扣2分，自评18分", 18],
    ["按完成率计分", 18],
    ["满意度测评得92分", 18],
    ["甲班扣1分，乙班扣1分", 18],
    ["扣3分", "问"],
    ["自评17分", "问"],
    ["未达标，按规定不得分", "问"],
    ["因疫情未完成，经主管部门同意按满分计", "问"],
    ["经批准不扣分", "问"],
    ["每少一人扣1分", "问"],
    ...[
      ...[
        "减3分",
        "丢3分",
        "失分3",
        "-3分",
        "扣两分",
        "扣一分",
        "扣半分",
        "扣3",
        "扣分0.5",
        "得分16",
        "得八分",
      ],
      ...["打16分", "自评16", "实得16", "评分为16", "得80%", "扣5%的分值", "扣分值20%", "扣百分之十"],
      ...["折半计分", "扣完", "不予计分", "一票否决", "倒扣1分", "奖励1分", "酌减", "16分", "本项0分"],
    ].map((words): [string, string] => [words, "问"]),
    ["参训人数减少2人", 18],
    ["扣除请假人员后为90人", 18],
    ["评分标准未调整", 18],
    ["分3期培训，第二期停训", 18],
    ["自评工作由2人完成", 18],
    ["按减半计分", "问"],
  ])("“%s”：%s", (reason, wanted) => {
    const found = row(
      ["分值", "得分", "偏差原因分析及改进措施"],
      ["培训人数", "≥100人", "90人", 20, null, reason],
    );
    expect(pointsOf(found)).toBe(wanted);
  });

  it("完成了的写“得满分”，不问", () => {
    const met = row(
      ["分值", "得分", "偏差原因分析"],
      ["培训人数", "≥100人", "100人", 20, null, "已完成，得满分"],
    );
    expect(pointsOf(met)).toBe(20);
  });
});

describe("另有一栏核实的完成值", () => {
  const titles = (title: string) => [title, "分值", "得分"];
  it.each([
    ["核实完成值", "90人", "问"],
    ["审核后实际完成值", 90, "问"],
    ["财政复核完成值", "未完成", "问"],
    ["核实完成值", "95人", 19],
    ["核实完成值", 95, 19],
    ["核实完成值", null, 19],
    ["核实完成值", "一致", 19],
    ["核实情况", "已现场核实", 19],
  ])("%s写“%s”：%s", (title, checked, wanted) => {
    expect(pointsOf(row(titles(title), ["培训人数", "≥100人", "95人", checked, 20, null]))).toBe(wanted);
  });

  it("跨几行合并的核实意见，每一行都问", () => {
    const grid = [
      ["项目支出绩效自评表"],
      ["项目名称", "甲"],
      [...usual, "核实完成值", "分值", "得分"],
      ["产出指标", "数量指标", "培训人数", "≥100人", "100人", "两项均未核实到位", 20, null],
      ["产出指标", "数量指标", "培训班数", "≥10期", "10期", null, 20, null],
    ];
    const { rows } = evaluated(workbookOf([gridSheet(grid, { merges: ["F4:F5"] })])).scorecard;
    expect(rows.map((one) => pointsOf(one))).toEqual(["问", "问"]);
  });
});

describe("另有一栏完成率", () => {
  it.each([
    ["80%", "问"],
    [0.8, "问"],
    ["90%", 18],
    [90, 18],
    [null, 18],
  ])("写“%s”：%s", (rate, wanted) => {
    const found = row(["完成率", "分值", "得分"], ["培训人数", "≥100人", "90人", rate, 20, null]);
    expect(pointsOf(found)).toBe(wanted);
  });
});

describe("指标里的预算执行率与资金块", () => {
  const fund = (executed: number): CellValue[][] => [
    ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "得分", "执行率"],
    ["年度资金总额", null, 100, 100, executed, 10, null, null],
  ];
  it.each([
    ["预算资金执行率", "95%", 90, "问"],
    ["预算资金执行率", "90%", 90, 18],
    ["预算资金执行率", "90%", 90.4, 18],
    ["预算资金执行率", "90.00%", 90.4, "问"],
    ["计划执行率", "95%", 90, 19],
  ])("%s%s，执行%s：%s", (name, actual, executed, wanted) => {
    const found = row(["分值", "得分", "偏差原因"], [name, "100%", actual, 20, null, null], fund(executed));
    expect(pointsOf(found)).toBe(wanted);
  });
});

describe("只写了数、多少都可能好的", () => {
  it.each([
    ["占用面积", "问"],
    ["永久占地面积", "问"],
    ["建筑面积", 16],
  ])("%s：%s", (name, wanted) => {
    expect(pointsOf(row(["分值", "得分"], [name, "100平方米", "80平方米", 20, null]))).toBe(wanted);
  });
});

/** One row with a target missed, and lines below the table. */
function withNotes(notes: readonly string[], actual: string, standard: string | null = null) {
  const grid = [
    ["项目支出绩效自评表"],
    ["项目名称", "甲"],
    [...usual, ...(standard === null ? [] : ["评分标准"]), "分值", "得分"],
    [
      "产出指标",
      "数量指标",
      "培训人数",
      "≥100人",
      actual,
      ...(standard === null ? [] : [standard]),
      10,
      null,
    ],
    ["总分", null, null, null, null, ...(standard === null ? [] : [null]), 10, null],
    ...notes.map((note) => [note]),
  ];
  return pointsOf(evaluated(workbookOf([gridSheet(grid)])).scorecard.rows[0]);
}

describe("表下单独一行的话，没有“备注：”也没有标点", () => {
  it.each([
    "未完成指标不得分",
    "注 未完成指标不得分",
    "未达到目标值的扣一半分",
    "完成率不足95%一律计零分",
    "未完成指标按折半计分",
  ])("%s：没有完成的问，表下先有填报人的也问", (note) => {
    expect(withNotes([note], "90人")).toBe("问");
    expect(withNotes(["填报人：张三", note], "90人")).toBe("问");
  });

  it.each(["自评总得分95分", "自评得分：95", "填报人：张三", "联系电话：88881234", "评价等级：优"])(
    "%s：不是评分办法",
    (line) => {
      expect(withNotes([line], "90人")).toBe(9);
    },
  );
});

describe("行里有自己的评分标准，表下又有没读懂的话", () => {
  const own = "得分=完成率×分值";
  it.each([
    "备注：完成率低于95%的不得分，特殊情况除外。",
    "备注：未完成的每项另扣1分。",
    "备注：偏差未说明原因的扣0.5分。",
  ])("%s：先问", (note) => {
    expect(withNotes([note], "90人", own)).toBe("问");
  });

  it("没有别的话：照行里的", () => {
    expect(withNotes([], "90人", own)).toBe(9);
    expect(withNotes(["备注：请如实填写，并附佐证材料。"], "90人", own)).toBe(9);
  });
});
