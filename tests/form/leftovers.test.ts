import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf, type GridOptions } from "../support/grid";
import { evaluated } from "../support/scored";

/* What stands in the rows of a form and in no column that is read, is asked about by its cell. */

type Row = readonly CellValue[];

const head: Row = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因",
];
const stations: Row = ["产出", "数量", "新建站点", "≥10个", "10个", 50, null, null];
const people: Row = ["效益", "社会", "受益人数", "≥100人", "100人", 50, null, null];
const total: Row = ["总分", null, null, null, null, 100, null, null];

interface Scored {
  readonly points: readonly (number | null)[];
  readonly reason: string;
}

function scoredOf(rows: readonly Row[], options: GridOptions = {}, others: readonly Row[][] = []): Scored {
  const form = gridSheet([["项目支出绩效自评表"], ...rows], { name: "自评表", ...options });
  const sheets = others.map((grid, index) => gridSheet(grid, { name: `表${String(index + 2)}` }));
  const { scorecard } = evaluated(workbookOf([form, ...sheets]));
  return {
    points: scorecard.rows.map(({ points }) => points),
    reason: scorecard.rows.map(({ reason, facts }) => reason + JSON.stringify(facts)).join(""),
  };
}

const line = (column: number, text: string): Row =>
  Array.from({ length: 8 }, (_, index) => (index === column ? text : null));

describe("同一标题下的另一格", () => {
  const wide = (row: Row, more: CellValue): Row => [...row.slice(0, 5), more, ...row.slice(5)];
  const merges = { merges: ["E2:F2"] };
  const tried = (more: CellValue, other: CellValue = null): Scored =>
    scoredOf([wide(head, null), wide(stations, more), wide(people, other), wide(total, null)], merges);

  it.each(["其中3个未验收", "含上年2个", "每少1个扣2分"])("“%s”：引出来问", (words) => {
    const { points, reason } = tried(words);
    expect(points).toEqual([null, 50]);
    expect(reason).toContain(`“实际完成值”一栏F3还写着“${words}”`);
  });

  it.each(["—", "/", "无", "个"])("“%s”：没有说什么", (words) => {
    expect(tried(words).points).toEqual([50, 50]);
  });
});

describe("下一行接着写，没有名称、没有分值", () => {
  it.each([
    [4, "（其中3个未验收）"],
    [7, "其中2个为上年完成，不应计入"],
    [2, "（该指标未达标不得分）"],
  ])("第%i列“%s”：只问上一行", (column, text) => {
    const { points, reason } = scoredOf([head, stations, line(column, text), people, total]);
    expect(points).toEqual([null, 50]);
    expect(reason).toContain(text);
  });

  it.each([
    [7, "详见附件"],
    [2, "指标2："],
    [0, "……"],
  ])("第%i列“%s”：不问", (column, text) => {
    expect(scoredOf([head, stations, line(column, text), people, total]).points).toEqual([50, 50]);
  });
});

describe("评分标准旁边的备注", () => {
  const titles: Row = ["一级指标", "三级指标", "分值", "评分标准", "得分", "评分依据", "备注"];
  const tried = (note: string): Scored =>
    scoredOf([
      titles,
      ["管理", "整改率", 50, "得分=整改率×分值。", null, "整改率90%", note],
      ["管理", "办结率", 50, "得分=办结率×分值。", null, "办结率100%", null],
    ]);

  it.each(["财政核定整改率80%", "低于95%的不得分", "其中2件为重复统计"])("“%s”：引出来问", (note) => {
    const { points, reason } = tried(note);
    expect(points).toEqual([null, 50]);
    expect(reason).toContain(note);
  });

  it.each(["见附件3", "整改率90%，材料齐全", "上年整改率85%", "目标值95%", "扣5分，已整改"])(
    "“%s”：不问",
    (note) => {
      expect(tried(note).points).toEqual([45, 50]);
    },
  );
});

describe("表外说到本行、说到全部数据的话", () => {
  const missed: Row = ["产出", "数量", "新建站点", "≥10个", "8个", 50, null, null];
  const form = (...below: Row[]): readonly Row[] => [head, missed, people, total, ...below];

  it.each([
    ["注：新建站点含上年已建的3个。", [null, 50]],
    ["备注：新建站点为反向指标。", [null, 50]],
    ["注：实际完成值为截至2023年6月30日的数。", [null, null]],
    ["注：完成情况为中期监控数据。", [null, null]],
  ])("“%s”", (note, points) => {
    expect(scoredOf(form([note])).points).toEqual(points);
  });

  it.each(["注：数据截至2023年12月31日。", "填报日期：2023年9月30日", "自评结论：新建站点8个。"])(
    "“%s”：不问",
    (note) => {
      expect(scoredOf(form([note])).points).toEqual([40, 50]);
    },
  );

  it("带“*”的数，问到写着“*”的那句话", () => {
    const marked: Row = ["产出", "数量", "新建站点", "≥10个", "10个*", 50, null, null];
    const { points, reason } = scoredOf([head, marked, people, total, ["*其中3个尚未验收"]]);
    expect(points).toEqual([null, 50]);
    expect(reason).toContain("其中3个尚未验收");
  });
});

describe("怎样计分的话，写在哪里都问", () => {
  const missed: Row = ["产出", "数量", "新建站点", "≥10个", "5个", 50, null, null];
  const rule = "完成率低于60%的按零分处理";
  const base = [head, missed, people, total];

  it.each<[string, readonly Row[], Row[][]]>([
    ["别的标签后面", [["评分原则", null, rule], ...base], []],
    ["没有标点", [head, missed, [rule], people, total], []],
    ["很远的下面", [...base, ...Array.from({ length: 12 }, (): Row => []), [rule]], []],
    ["自评结论里", [...base, ["自评结论", null, "完成较好。按要求，完成率低于60%的指标不得分。"]], []],
    ["封面", base, [[["封面"], ["一、各项目单位填写。"], [`二、${rule}。`]]]],
    ["小表", [...base, ["完成率", "得分"], ["60%以上", "按完成率"], ["低于60%", 0]], []],
    [
      "另一张的小表",
      base,
      [
        [
          ["完成率", "得分比例"],
          ["60%以上", "按完成率"],
          ["低于60%", "0"],
        ],
      ],
    ],
  ])("%s", (_where, rows, others) => {
    expect(scoredOf(rows, {}, others).points[0]).toBeNull();
  });

  it.each<[string, readonly Row[], Row[][]]>([
    ["发生过的事", [...base, ["存在问题", null, "因征地未完成扣了5分，已整改。"]], []],
    [
      "清单",
      base,
      [
        [
          ["姓名", "得分"],
          ["张三", 90],
          ["李四", 80],
        ],
      ],
    ],
    ["通知", base, [[["关于报送材料的通知"], ["各单位应于3月底前报送，逾期的通报批评。"]]]],
  ])("%s：照常计分", (_where, rows, others) => {
    expect(scoredOf(rows, {}, others).points).toEqual([25, 50]);
  });
});

describe("批注和文本框", () => {
  const withFloating = (text: string, of: "comment" | "box", row = 3) => {
    const form = gridSheet([["项目支出绩效自评表"], head, stations, people, total], { name: "自评表" });
    const sheet = { ...form, floating: [{ row, column: 5, text, of }] };
    return evaluated(workbookOf([sheet])).scorecard;
  };

  it("批注另说本行的数：问", () => {
    const { rows } = withFloating("经核实为7个", "comment");
    expect(rows.map(({ points }) => points)).toEqual([null, 50]);
    expect(rows[0]?.reason).toContain("E3的批注写着“经核实为7个”");
  });

  it("别的批注、文本框：说明没有读取", () => {
    const { rows, remarks } = withFloating("请盖章", "box", 9);
    expect(rows.map(({ points }) => points)).toEqual([50, 50]);
    expect(remarks.join("")).toContain("1个文本框（E9“请盖章”）");
  });
});

describe("第一行、夹在中间的一行", () => {
  it("第一行的目标值、完成值写的是“完成”：是指标，不是第二层表头", () => {
    const words: Row = ["产出", "数量", "年度工作任务", "完成", "完成", 50, null, null];
    expect(scoredOf([head, words, people, total]).points).toEqual([null, 50]);
  });

  it("“以下为加分项”说的是下面各行", () => {
    const { points, reason } = scoredOf([
      head,
      stations,
      line(0, "以下为上年结转任务，不计入"),
      people,
      total,
    ]);
    expect(points).toEqual([50, null]);
    expect(reason).toContain("以下为上年结转任务");
  });

  it("权重0.45旁边有分值45：按分值", () => {
    const both: Row = ["一级指标", "三级指标", "权重", "年度指标值", "实际完成值", "分值", "得分"];
    const { points } = scoredOf([
      both,
      ["产出", "新建站点", 0.45, "≥10个", "10个", 45, null],
      ["效益", "受益人数", 0.45, "≥100人", "90人", 45, null],
    ]);
    expect(points).toEqual([45, 40.5]);
  });

  it("各部分合计就是完成数的，不是另一个数", () => {
    const noted: Row = ["产出", "数量", "新建站点", "≥10个", "10个", 50, null, null, "城区4个、乡镇6个"];
    expect(scoredOf([[...head, "备注"], noted, people, total]).points).toEqual([50, 50]);
  });
});
