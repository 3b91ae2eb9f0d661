import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated, recalculated, scored } from "../support/scored";

/* A note that prints stretches of 完成率 and what each gives is the rule of the rows it is about, and no other rule is. */

type Row = readonly CellValue[];

/** 完成率 of 50, 60, 80, 100, 130 and 160 %, ten points each; 满意度 of 95 % of its target, and one in words, twenty each. */
const rows: readonly Row[] = [
  ["产出指标", "数量指标", "新建站点", "≥10个", "5个", 10, null],
  [null, null, "改造站点", "≥20个", "12个", 10, null],
  [null, null, "培训班次", "≥10期", "8期", 10, null],
  [null, "质量指标", "验收合格率", "100%", "100%", 10, null],
  ["效益指标", "社会效益指标", "带动就业", "≥100人", "130人", 10, null],
  [null, null, "服务老人", "≥1000人", "1600人", 10, null],
  ["满意度指标", "服务对象满意度指标", "老人满意度", "≥90%", "85.5%", 20, null],
  ["效益指标", "可持续影响指标", "长效机制", "健全", "健全", 20, null],
];

const header: Row = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];

interface Printed {
  readonly below?: readonly Row[];
  readonly above?: readonly Row[];
  readonly score?: string;
  readonly total?: string;
  readonly own?: readonly Row[];
}

function book({ below = [], above = [], score = "得分", total = "总分", own = rows }: Printed) {
  const grid: Row[] = [
    ["项目支出绩效自评表"],
    ["项目名称", "养老服务"],
    ...above,
    [...header.slice(0, -1), score],
    ...own,
    [total, null, null, null, null, 100, null],
    ...below,
  ];
  return workbookOf([
    gridSheet(
      grid.map((row) => [...row]),
      { name: "自评表" },
    ),
  ]);
}

const ask = "ask";
type Points = readonly (number | typeof ask)[];

function pointsOf(printed: Printed): Points {
  return evaluated(book(printed)).scorecard.rows.map(({ points }) => points ?? ask);
}

const guangzhou: Points = [0, 6, 8, 10, 10, 0, 19, ask];
const floor: Points = [0, 6, 8, 10, 10, 10, 19, ask];

describe("备注印着完成率的分档：照着计分", () => {
  it.each<[string, Points]>([
    [
      "备注：1.完成率达到100%的得满分；完成率在60%（含）至100%之间的，得分=完成率×分值；完成率低于60%的不得分；完成率超过150%的不得分。",
      guangzhou,
    ],
    [
      "注：完成率达到100%的得满分；完成率在60%(含)至100%之间的按完成率计分；完成率低于60%的不得分；完成率超过150%的不得分。",
      guangzhou,
    ],
    ["注：完成率100%及以上得满分，60%（含）—100%按完成率计分，60%以下不得分，150%以上不得分。", guangzhou],
    [
      "注：完成率100%的得满分，60%（含）—100%按完成率计分，60%以下不得分，150%以上不得分。",
      [0, 6, 8, 10, ask, 0, 19, ask],
    ],
    [
      "说明：完成率≥100%，得满分；100%＞完成率≥60%，按完成率计分；完成率＜60%，不得分；完成率＞150%，扣减该项分值的50%。",
      [0, 6, 8, 10, 10, 5, 19, ask],
    ],
    [
      "备注：完成率≥100%得满分；60%≤完成率＜100%的，得分=完成率×分值；完成率＜60%的，不得分。完成率高于150%的，按偏离程度扣分。",
      [0, 6, 8, 10, 10, ask, 19, ask],
    ],
    [
      "备注：指标完成率达到100%得满分；60%（含）至100%按完成率计分；低于60%不得分；超过150%的酌情扣分。",
      [0, 6, 8, 10, 10, ask, 19, ask],
    ],
    ["备注：完成率低于60%的不得分，60%（含）以上的按完成率计分。完成率超过130%的须说明原因。", floor],
    ["注：1.请如实填写。2.完成率低于60%的不得分，其余按完成率计分。3.本表一式两份。", floor],
    ["注：达到目标值的得满分；未达到目标值的按完成率计分；完成率低于60%的不得分。", floor],
    [
      "注：实际完成率达到100%及以上的得满分；完成率在60%（含）至100%之间的，按完成率×权重计分；完成率不足60%的，不得分。",
      floor,
    ],
    ["填报说明：完成率在60%以下的不得分，60%（含）以上的按完成率计算得分，得分最高不超过分值。", floor],
    [
      "注：完成率100%以上得满分，80%（含）-100%得80%分值，60%（含）-80%得60%分值，60%以下不得分。",
      [0, 6, 8, 10, 10, 10, 16, ask],
    ],
    ["注：完成率≥100%得满分；每低1个百分点扣分值的2%，扣完为止。", [0, 2, 6, 10, 10, 10, 18, ask]],
    ["评分规则：完成率≥95%得满分，完成率<95%按完成率×分值计分。", [5, 6, 8, 10, 10, 10, 20, ask]],
  ])("%s", (note, points) => {
    expect(pointsOf({ below: [[note]] })).toEqual(points);
  });

  const words = [
    "1.完成率达到100%的得满分；",
    "2.完成率在60%（含）至100%之间的，按完成率计分；",
    "3.完成率低于60%的不得分。",
  ] as const;
  it.each<[string, Printed]>([
    ["分在几行", { below: [["备注："], ...words.map((one) => [one])] }],
    ["分在几行，第一行带“注”", { below: words.map((one, index) => [index === 0 ? `注：${one}` : one]) }],
    ["一格里的几行", { below: [[`注：${words.join("\n")}`]] }],
    ["表的上面", { above: [[`填报说明：${words.join("")}`]] }],
    ["得分的标题里", { score: "得分（完成率低于60%的不得分，其余按完成率计分）" }],
    ["总分行里", { total: `总分（${words.join("").replace(/[1-3]\.|。$/gu, "")}）` }],
  ])("%s", (_where, printed) => {
    expect(pointsOf(printed)).toEqual(floor);
  });

  it("正好在界限上、两档都有这个数：问", () => {
    const note = "注：完成率80%以上得满分，60%-80%得60%分值，50%-60%得50%分值，50%以下不得分。";
    expect(pointsOf({ below: [[note]] }).slice(0, 2)).toEqual([ask, ask]);
  });

  it("改实际完成值，重新计算跟着变", () => {
    const { result, after } = scored(book({ below: [["注：完成率低于60%的不得分，其余按完成率计分。"]] }));
    expect(result.scorecard.rows[0]?.points).toBe(0);
    expect(evaluated(recalculated(after)).scorecard.rows[1]?.points).toBe(6);
  });
});

describe("备注说到的行才用", () => {
  const tiers =
    "定性指标根据指标完成情况分为达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，分别按照100%-80%（含）、80%-60%（含）、60%-0%合理确定分值。";
  it("只说定量指标，定性的按三档评定", () => {
    const note = `注：1.定量指标完成率达到100%的得满分；60%（含）至100%的按完成率计分；低于60%的不得分。2.${tiers}`;
    const { scorecard } = evaluated(book({ below: [[note]] }));
    expect(scorecard.rows.map(({ points }) => points ?? ask)).toEqual(floor);
    expect(scorecard.rows[7]?.reason).not.toContain("没有读懂");
    expect(scorecard.rows[7]?.outcome).toBe("judgement");
  });

  it("只说满意度：别的行按通行做法", () => {
    const note = "注：满意度指标完成率达到100%的得满分，90%（含）至100%的得一半分，低于90%的不得分。";
    expect(pointsOf({ below: [[note]] })).toEqual([5, 6, 8, 10, 10, 10, 10, ask]);
  });

  it("产出、效益各有各的", () => {
    const note =
      "注：产出指标完成率达到100%的得满分，低于100%的按完成率计分，低于60%的不得分；效益指标和满意度指标完成率达到100%的得满分，否则不得分。";
    expect(pointsOf({ below: [[note]] })).toEqual([0, 6, 8, 10, 10, 10, 0, ask]);
  });

  it("不高于目标的行：高于100%的一档是不是也管它，没有说，问；别的照常", () => {
    const own: readonly Row[] = [
      ["产出指标", "成本指标", "设备购置成本", "≤100万元", "40万元", 40, null],
      [null, null, "装修成本", "≤100万元", "90万元", 30, null],
      [null, "时效指标", "完工时间", "2023年12月底前", "2023年11月", 30, null],
    ];
    const note = "注：完成率100%的得满分；60%（含）至100%按完成率计分；低于60%不得分；超过150%不得分。";
    expect(pointsOf({ own, below: [[note]] }).slice(0, 2)).toEqual([ask, 30]);
    const without = "注：完成率100%的得满分；60%（含）至100%按完成率计分；低于60%不得分。";
    expect(pointsOf({ own, below: [[without]] }).slice(0, 2)).toEqual([40, 30]);
  });
});

describe("没有全部读懂的、不是完成率的、两处不一样的：问，引出原话", () => {
  it.each<[string, readonly number[]]>([
    ["注：完成率达到100%的得满分；60%至100%按完成率计分；低于60%不得分；另按专家意见加减分。", [0, 1, 2]],
    ["注：完成率达到100%的得满分；60%至100%按完成率计分；低于60%不得分；逾期填报的每天扣1分。", [0, 1, 2]],
    ["注：利用率低于60%的不得分，60%（含）以上的按利用率计分。", [0, 1, 2]],
    ["注：完成率达到90%得满分，否则按比例计分，低于60%的不得分。", [0, 1, 2]],
    ["注：完成率低于60%的不得分，其余按完成率计分。产出指标完成率低于80%的不得分。", [0, 1, 2]],
    ["注：完成率低于60%的部分不得分，其余按完成率计分。", [0, 1, 2]],
    ["注：完成率达到100%得满分；60%至100%按完成率计分；低于60%不得分；得分按70%折算。", [0, 1, 2, 3]],
    ["注：完成率达到100%的得10分；60%（含）至100%的得6分；低于60%不得分。", [6]],
    [
      "注：完成率超过100%的按100%计；完成率低于60%的不得分，其余按完成率计分；完成率超过150%的不得分。",
      [0, 1, 2, 3, 5],
    ],
  ])("%s", (note, open) => {
    const points = pointsOf({ below: [[note]] });
    expect(open.filter((index) => points[index] !== ask)).toEqual([]);
  });

  it("分在两处、说的不一样", () => {
    const printed = {
      above: [["填报说明：完成率低于60%的不得分，其余按完成率计分。"]],
      below: [["注：完成率低于80%的不得分，其余按完成率计分。"]],
    };
    expect(pointsOf(printed).slice(0, 3)).toEqual([ask, ask, ask]);
  });
});

describe("目标为0，实际值写着几起什么", () => {
  it.each([
    ["每有1例投诉扣4分", "0例", "1例投诉", 16],
    ["每有1例投诉扣4分", "0例", "1例表扬", ask],
    ["每有1例投诉扣4分", "0例", "1起投诉", ask],
    ["每有1例投诉扣4分", "≤2例", "1例投诉", ask],
  ])("“%s”，目标%s，实际%s", (clause, target, actual, points) => {
    const grid: Row[] = [
      ["项目支出绩效自评表"],
      ["项目名称", "养老服务"],
      [...header, "评分标准"],
      ["产出指标", "数量指标", "事项", target, actual, 20, null, clause],
      ["总分", null, null, null, null, 20, null],
    ];
    const sheet = gridSheet(
      grid.map((row) => [...row]),
      { name: "自评表" },
    );
    expect(evaluated(workbookOf([sheet])).scorecard.rows[0]?.points ?? ask).toBe(points);
  });
});
