import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated, scored } from "../support/scored";

type Line = readonly [
  level2: string,
  name: string,
  target: CellValue,
  actual: CellValue,
  standard: string | null,
];

/** Without 评分标准. */
type Goal = readonly [level2: string, name: string, target: CellValue, actual: CellValue];

function lineOf([level2, name, target, actual, standard]: Line | Goal): Line {
  return [level2, name, target, actual, standard ?? null];
}

const titles = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];

/** A form whose rows are worth 10 分 each; notes stand below it. */
function book(
  goals: readonly (Line | Goal)[],
  notes: readonly string[] = [],
  head: readonly CellValue[][] = [],
) {
  const lines = goals.map(lineOf);
  const printed = lines.some(([, , , , standard]) => standard !== null);
  return workbookOf([
    gridSheet([
      ["项目支出绩效自评表"],
      ["项目名称", "甲"],
      ...head,
      printed ? [...titles, "评分标准"] : titles,
      ...lines.map(([level2, name, target, actual, standard]) => [
        "产出指标",
        level2,
        name,
        target,
        actual,
        10,
        null,
        ...(printed ? [standard] : []),
      ]),
      ["总分", null, null, null, null, lines.length * 10, null],
      ...notes.map((note) => [note]),
    ]),
  ]);
}

/** Points, or which kind of question is asked. */
function pointsOf(line: Line | Goal, notes: readonly string[] = [], head: readonly CellValue[][] = []) {
  const [row] = evaluated(book([line], notes, head)).scorecard.rows;
  return row?.points ?? row?.outcome;
}

describe("有目标值、实际完成值而没有评分标准的行，按完成率", () => {
  it.each<Goal>([
    ["数量指标", "培训人数", "≥180人", "171人"],
    ["数量指标", "培训人数", "180人", "171人"],
    ["质量指标", "问题整改率", "＝100%", "95%"],
  ])("%s %s：目标%s，实际%s，得9.5分", (...line) => {
    expect(pointsOf(line)).toBe(9.5);
  });

  it.each<Goal>([
    ["数量指标", "培训人数", "≥180人", "185人"],
    ["时效指标", "平均处置时限", "≤3天", "2.5天"],
    ["质量指标", "质量事故发生数", "0起", "0起"],
    ["时效指标", "完工时间", "2023年8月底前", "2023年8月25日"],
    ["成本指标", "单场补助标准", "6000元/场", "6000元/场"],
    ["社会效益指标", "受益人数", "≥0.9万人", "9,260人"],
    ["质量指标", "合格率", "≥95%", 0.97],
    ["生态效益指标", "污水溢流", "0起", "0起"],
    ["生态效益指标", "泵站事件", "0起", "0起"],
    ["时效指标", "完成时间", "2023-10-31前", "2023-10-20"],
    ["数量指标", "巡查次数", "12次", "每月1次"],
    ["质量指标", "投诉办结率", "90%", "95%"],
    ["数量指标", "培训人数", "1、≥100人", "1、105人"],
    ["数量指标", "亩均收入", "≥1.5万元", "1.95万元"],
  ])("%s %s：目标%s，实际%s，得满分", (...line) => {
    expect(pointsOf(line)).toBe(10);
  });

  it.each<[string, ...Goal]>([
    ["成本没有写方向", "成本指标", "人均成本", "300元", "285元"],
    ["成本写了≥", "成本指标", "人均成本", "≥300元", "285元"],
    ["控制率没有写方向", "质量指标", "公用经费控制率", "100%", "95%"],
    ["目标0，实际不是0", "质量指标", "质量事故发生数", "0起", "1起"],
    ["“等于”而超过", "数量指标", "户数", "＝100户", "120户"],
    ["照抄目标值", "满意度指标", "满意度", "≥95%", "95%以上"],
    ["补助标准超过", "成本指标", "补助发放标准", "500元/人", "600元/人"],
    ["晚于目标日期", "时效指标", "完成时间", "12月10日前", "12月20日"],
    ["没有实际完成值", "数量指标", "户数", "≥100户", null],
    ["没有目标值", "数量指标", "户数", null, "100户"],
    ["定性指标", "社会效益指标", "群众生活", "明显改善", "明显改善"],
    ["条目号还是小数", "数量指标", "培训人数", "1.≥100人", "1.95人"],
    ["只是其中一部分", "数量指标", "培训人数", "≥100人", "其中女性60人"],
    ["只说了一类人", "数量指标", "培训人数", "≥100人", "党员60人"],
    ["别的范围", "数量指标", "培训人数", "≥100人", "全市60人"],
    ["每月多少人，可能是同一批人", "数量指标", "培训人数", "≥100人", "每月60人"],
    ["翻番和倍数", "数量指标", "销量", "翻一番", "1.8倍"],
    ["封顶", "数量指标", "件数", "20件封顶", "25件"],
    ["高于区间", "数量指标", "新增泊位", "50-60个", "70个"],
    ["越少越好而没有写符号", "质量指标", "贫困发生率", "2%", "3%"],
    ["越少越好，少了也不能当作没有完成", "质量指标", "存量违建", "20处", "12处"],
    ["用量多了少了都可能", "质量指标", "化肥使用量", "100吨", "120吨"],
    ["日期不当作数", "时效指标", "完成时间", "2023-10-31前", "2023-11-20"],
    ["八位的日期不当作数", "时效指标", "完成时间", 20231031, 20231120],
  ])("%s，先问", (_, ...line) => {
    expect(pointsOf(line)).toMatch(/^(?:missing|judgement)$/u);
  });

  it("目标值说的是别的年度，先问；本年度的不问", () => {
    const head = [["年度", 2023]];
    expect(pointsOf(["数量指标", "培训人数", "2022年≥100人", "95人"], [], head)).toBe("missing");
    expect(pointsOf(["数量指标", "培训人数", "2023年≥100人", "95人"], [], head)).toBe(9.5);
    expect(pointsOf(["数量指标", "产值增长", "较2022年增长10%", "增长8%"], [], head)).toBe(8);
  });

  it("30日内完成的，实际36日是天数；25日可能是日期", () => {
    expect(pointsOf(["时效指标", "办理期限", "30日内", "36日"])).toBe(8.33);
    expect(pointsOf(["时效指标", "办理期限", "30日内", "25日"])).toBe("missing");
  });

  it("条款用实际值÷目标值，目标是“不超过”的，先问", () => {
    const clause = "得分=实际值/目标值×分值，最高不超过分值";
    expect(pointsOf(["成本指标", "单位成本", "≤100元", "120元", clause])).toBe("missing");
    expect(pointsOf(["数量指标", "册数", "≥100册", "80册", clause])).toBe(8);
  });

  it("完成目标得满分，每少几户扣几分，按少了的扣", () => {
    const clause = "完成目标得满分；每少1户扣0.05分，扣完为止";
    expect(pointsOf(["社会效益指标", "带动农户数", "500户", "463户", clause])).toBe(8.15);
    expect(pointsOf(["社会效益指标", "带动农户数", "500户", "520户", clause])).toBe(10);
    const others = [
      "完成目标且验收合格得满分；每少1户扣0.05分，扣完为止",
      "完成目标得满分；资料每少1份扣0.05分，扣完为止",
    ];
    for (const other of others)
      expect(pointsOf(["社会效益指标", "带动农户数", "500户", "463户", other])).toBe("missing");
  });

  it("条款问的次数就是这一行的实际完成值，取自表中", () => {
    const clause = "≥100次得满分；每少1次扣0.2分，扣完为止。";
    const points = (actual: CellValue) => pointsOf(["数量指标", "检查次数", "≥100次", actual, clause]);
    expect(points("92次")).toBe(8.4);
    expect(points("105次")).toBe(10);
    expect(points("约92次")).toBe("missing");
    expect(points("92场")).toBe("missing");
    expect(points("计划92次")).toBe("missing");
  });

  it("文字里的两个数合不上实际完成值，先问", () => {
    const head = [
      ["年度总体目标", "预期目标", null, null, "实际完成情况"],
      [null, "及时整改", null, null, "发现问题618件，已整改602件。"],
    ];
    expect(pointsOf(["质量指标", "问题整改完成率", "＝100%", "97.5%"], [], head)).toBe("missing");
    expect(pointsOf(["质量指标", "问题整改完成率", "＝100%", "97.4%"], [], head)).toBeCloseTo(9.74, 9);
  });

  it("超过目标不扣分，远超的提示核实；界线是一项设置", () => {
    const remarks = (goalFar: string) =>
      evaluated(book([["数量指标", "人数", "≥100人", "140人"]]), {
        settings: { goalFar },
      }).scorecard.rows.flatMap(({ points, remarks: said }) => [
        points,
        said.filter((one) => one.includes("待核实")).length,
      ]);
    expect(remarks("over130")).toEqual([10, 1]);
    expect(remarks("over150")).toEqual([10, 0]);
  });

  it("定性指标三档的分界：默认80、60，可以改成80、50，表后印了的按印的", () => {
    const asked = (notes: readonly string[], goalLevels: string) =>
      evaluated(book([["社会效益指标", "生活", "改善", "改善"]], notes), {
        settings: { goalLevels },
      })
        .scorecard.rows.flatMap(({ facts }) => facts.map(({ spec }) => spec.question))
        .join("");
    expect(asked([], "sixty")).toContain("60%-80%");
    expect(asked([], "fifty")).toContain("50%-80%");
    const note =
      "注：定性指标根据完成情况分为三档，分别按照该指标对应分值区间100-80%（含80%）、80-50%（含50%）、50-0%合理确定分值。";
    expect(asked([note], "sixty")).toContain("50%-80%");
  });

  it("表后备注另有计分的话，没有读懂就不算", () => {
    const line: Goal = ["数量指标", "人数", "≥100人", "90人"];
    expect(pointsOf(line, ["备注：完成率低于95%的不得分。"])).toBe("judgement");
    expect(pointsOf(line, ["", "", "计分规则：完成率低于95%的不得分。"])).toBe("judgement");
    const ofWords = ["注：定性指标分三档，按80%-100%、60%-80%、0%-60%计分。"];
    expect(pointsOf(line, ofWords)).toBe(9);
    expect(pointsOf(["数量指标", "长效机制", "健全", "比较健全"], ofWords)).toBe("judgement");
    expect(
      pointsOf(line, [
        "备注：1.定量指标计分原则：正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B），得分不得突破权重总额。",
      ]),
    ).toBe(9);
    expect(pointsOf(line, ["注：请如实填写。"])).toBe(9);
  });
});

describe("短的评分标准，对着本行的目标值、实际完成值", () => {
  it.each<[number | "missing" | "judgement", ...Line]>([
    [9, "数量指标", "修路", "≥10公里", "9公里", "按完成率计分"],
    [9, "数量指标", "修路", "≥10公里", "9公里", "未达标的按比例扣分"],
    [10, "数量指标", "就业", "≥200人", "260人", "完成目标值得满分，超额完成不加分，未完成按比例得分"],
    [9, "数量指标", "修路", "≥10公里", "9公里", "按完成率计分，低于60%不得分"],
    [0, "数量指标", "修路", "≥10公里", "5公里", "按完成率计分，低于60%不得分"],
    [0, "数量指标", "修路", "≥10公里", "9公里", "完成得满分，未完成不得分"],
    [10, "数量指标", "修路", "≥10公里", "10公里", "完成得满分，未完成不得分"],
    [7, "质量指标", "合格率", "≥95%", "92%", "每低1个百分点扣1分"],
    [7, "质量指标", "合格率", "≥95%", "92%", "每低于目标值1个百分点扣1分，扣完为止"],
    [10, "质量指标", "合格率", "≥95%", "96%", "每低1个百分点扣1分"],
    ["judgement", "质量指标", "合格率", "≥95%", "92%", "每低于全市平均1个百分点扣1分"],
    ["judgement", "质量指标", "合格率", "≥95%", "92%", "每下降1个百分点扣1分"],
    [0, "成本指标", "经费控制", "≤50万元", "52万元", "未超预算得满分，超预算不得分"],
    ["missing", "时效指标", "办结时限", "≤10天", "12天", "未超预算得满分，超预算不得分"],
    [6, "时效指标", "办结时限", "≤10天", "12天", "在10天内办结得10分，每超1天扣2分"],
    // 任务完成率85%：是目标90%的94.4%，还是就按85%？
    ["judgement", "数量指标", "任务完成率", "≥90%", "85%", "按完成率计分"],
    [8.5, "数量指标", "任务完成率", "100%", "85%", "按完成率计分"],
    // 目标是0起，发生的都扣。
    [4, "质量指标", "安全生产事故", "0起", "2起", "每发生1起扣3分，扣完为止"],
    [10, "质量指标", "安全生产事故", "≤0起", "0起", "每发生1起扣3分，扣完为止"],
    [8, "质量指标", "投诉次数", "0次", "1次", "每发生1次投诉扣2分"],
    ["missing", "质量指标", "安全生产事故", "≤2起", "3起", "每发生1起扣3分，扣完为止"],
    ["missing", "质量指标", "安全生产事故", "0起", "2人", "每发生1起扣3分，扣完为止"],
    ["missing", "质量指标", "重复投诉次数", "0次", "1次", "每发生1次投诉扣2分"],
  ])("得%s：%s %s，%s，%s，%s", (points, ...line) => {
    expect(pointsOf(line)).toBe(points);
  });
});

describe("有评分标准的行，标准要的数从目标值、实际完成值里取", () => {
  it.each<[number, ...Line]>([
    [9, "数量指标", "培训场次", "≥20场", "18场", "得分=完成率×分值，超过100%按100%计"],
    [9.5, "数量指标", "培训人数", "≥100人", "95人", "完成率达到100%得满分；每低1%扣0.1分，扣完为止"],
    [8.5, "质量指标", "合格率", "≥95%", "92%", "达到目标值得满分；每低1个百分点扣0.5分，扣完为止"],
    [7.5, "质量指标", "到课率", "≥50%", "45%", "达到目标值得满分；每低1个百分点扣0.5分，扣完为止"],
    [10, "质量指标", "验收达标率", "100%", "100%", "达到100%得满分，否则不得分"],
    [
      6,
      "时效指标",
      "完成时间",
      "2023年11月底前",
      "2023年12月8日",
      "按时完成得满分；每逾期1天扣0.5分，扣完为止",
    ],
    [6, "满意度指标", "农户满意度", "≥90%", "89%", "满意度≥90%得满分；80%（含）-90%得6分；低于80%不得分"],
    [8, "质量指标", "资产管理", "全部符合", "1项不符", "全部符合10分，有1项不符扣2分，扣完为止。"],
    [
      9,
      "数量指标",
      "户数",
      "100户",
      "90户",
      "定量指标，完成值达到指标值，记满分；未达到指标值，按完成比率计分。",
    ],
  ])("得%s分：%s %s，目标%s，实际%s，%s", (expected, ...line) => {
    expect(pointsOf(line)).toBeCloseTo(expected, 9);
  });

  it.each<[string, ...Line]>([
    [
      "就业率低于目标值10个百分点",
      "质量指标",
      "就业率",
      "≥50%",
      "40%",
      "达到目标值得满分，每低1个百分点扣0.5分",
    ],
    [
      "培训人数低于目标值3个百分点",
      "数量指标",
      "培训人数",
      "≥100人",
      "97人",
      "达到目标值得满分，每低1个百分点扣0.5分",
    ],
    ["完成率97%", "数量指标", "培训人数", "≥100人", "97人", "达到目标值得满分，每低1%扣0.5分"],
    ["完成率90%", "数量指标", "培训场次", "≥20场", "18场", "达到目标值得满分，完成率每低1个百分点扣0.5分"],
  ])("扣分说明里的数是真的：%s", (measured, ...line) => {
    const [row] = evaluated(book([line])).scorecard.rows;
    expect(row?.reason).toContain(`${measured}，适用`);
  });

  it("“不高于”的目标，“每低1个百分点”不知道说的是什么，先问", () => {
    const line: Line = ["质量指标", "差错率", "≤5%", "7%", "达到目标值得满分，每低1个百分点扣0.5分"];
    expect(pointsOf(line)).toBe("missing");
  });

  it.each<Line>([
    ["质量指标", "发放及时率", "≥90%", "85%", "执行率90%以上得10分，80%-90%得8分，80%以下得0分"],
    ["质量指标", "任务完成率", "≥90%", "85%", "完成率达到100%得满分；每低1%扣0.1分，扣完为止"],
    ["质量指标", "合格率", "≥95%", "92%", "达到目标值得满分；每低1%扣0.5分，扣完为止"],
  ])("%s %s：不是同一个率，先问", (...line) => {
    expect(pointsOf(line)).toBe("missing");
  });
});

describe("资金块", () => {
  const head = (initial: CellValue, annual: CellValue, executed: CellValue) => [
    ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "得分"],
    [null, "年度资金总额：", initial, annual, executed, 10, null],
  ];
  const fund = (initial: CellValue, annual: CellValue, executed: CellValue) => {
    const line: Goal = ["数量指标", "人数", "≥100人", "100人"];
    const [row] = evaluated(book([line], [], head(initial, annual, executed))).scorecard.rows;
    return [row?.indicator, row?.points ?? row?.outcome, row?.remarks.some((one) => one.includes("待核实"))];
  };

  it.each([
    [820, 820, 779, 9.5, false],
    // 全年与年初不同，没有说明。
    [850, 820, 779, 9.5, true],
    [800, 1000, 850, 8.5, true],
    [100, 100, 120, 10, true],
    [100, 0, 0, "missing", false],
    [100, null, 95, "missing", false],
  ])("年初%s，全年%s，执行%s：%s", (initial, annual, executed, points, doubted) => {
    expect(fund(initial, annual, executed)).toEqual(["预算执行率", points, doubted]);
  });

  const rowOf = (lines: readonly CellValue[][], notes: readonly string[] = []) =>
    evaluated(book([["数量指标", "人数", "≥100人", "100人"]], notes, lines)).scorecard.rows[0];
  const clauseOf = (notes: readonly string[]) => {
    const result = rowOf(head(800, 1000, 900), notes)?.result;
    return result?.outcome === "scored" ? [result.points, result.clause] : null;
  };

  it("分母是哪一栏、为什么，说出来；备注写了口径的按备注", () => {
    expect(clauseOf([])).toEqual([
      9,
      expect.stringContaining("执行率=全年执行数÷全年预算数（是全年可以使用的资金"),
    ]);
    expect(clauseOf(["备注：预算执行率=全年执行数÷年初预算数×100%。"])).toEqual([
      10,
      expect.stringContaining("执行率=全年执行数÷年初预算数（表后备注：预算执行率=全年执行数÷年初预算数"),
    ]);
    expect(clauseOf(["备注：预算数为调整后的预算数。"])?.[0]).toBe(9);
    const asked = rowOf(head(1000, 1000, 950), ["备注：预算执行率=实际用款÷下达指标。"]);
    expect(asked).toMatchObject({ outcome: "missing", points: null });
    expect(asked?.reason).toContain("预算执行率=实际用款÷下达指标");
  });

  it("只有年初预算数的，按年初", () => {
    const lines = [
      ["项目资金（万元）", null, "年初预算数", "全年执行数", "分值", "得分"],
      [null, "年度资金总额：", 100, 95, 10, null],
    ];
    expect(rowOf(lines)).toMatchObject({ points: 9.5 });
    expect(JSON.stringify(rowOf(lines)?.result)).toContain("表中只有年初的预算数");
  });

  it("几行资金没有总额一行，先问；有总额的按总额", () => {
    const [titles = []] = head(0, 0, 0);
    const lines = (name: string) => [
      titles,
      [null, name, 60, 60, 57, 10, null],
      [null, "其他资金", 40, 40, 20, null, null],
    ];
    expect(rowOf(lines("财政拨款"))).toMatchObject({ outcome: "missing" });
    expect(rowOf(lines("合计"))).toMatchObject({ points: 9.5 });
  });

  it("没有读懂的备注，引出那几个字", () => {
    const said = rowOf(head(100, 100, 95), ["备注：执行率低于60%的不得分。"]);
    expect(said?.points).toBeNull();
    expect(said?.reason).toContain("执行率低于60%的不得分");
  });
});

describe("写成公式", () => {
  it("公式指着表里的格子，引擎算出来的一样", () => {
    const { result, after } = scored(
      book(
        [
          ["数量指标", "人数", "≥180人", "171人"],
          ["质量指标", "事故发生数", "0起", "0起"],
          ["成本指标", "补助发放标准", "6000元/场", "5400元/场"],
          ["数量指标", "次数", 240, 252],
          ["社会效益指标", "生活", "改善", "改善"],
        ],
        [],
        [
          ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "得分"],
          [null, "年度资金总额：", 850, 820, 779, 10, null],
        ],
      ),
    );
    const sheet = after.sheets.find(({ name }) => name === result.sheet);
    const shown = result.scorecard.rows.map(({ at, points }) => [
      sheet?.rows.get(at.row)?.get(at.column)?.value || null,
      points,
    ]);
    expect(shown).toEqual([
      [9.5, 9.5],
      [9.5, 9.5],
      [10, 10],
      [9, 9],
      [10, 10],
      [null, null],
    ]);
    const [, row] = result.scorecard.rows;
    expect(sheet?.rows.get(row?.at.row ?? 0)?.get(row?.at.column ?? 0)?.formula).toMatch(
      /JX\.COMPLETION\(D6,E6\)/u,
    );
  });
});

describe("评分标准问的就是这一行的完成值", () => {
  const days = "30日内办结得满分；超过30日的，每超1日扣0.5分，扣完为止。";
  const lower = "下降10%以上得10分，5%-10%得6分，5%以下得3分。";
  it.each<readonly [Line, number | string]>([
    [["时效指标", "办案时限", "≤30日", "34日", days], 8],
    [["时效指标", "办案时限", "≤30日", "34天", days], 8],
    [["时效指标", "办案时限", "≤30日", "6件", days], "missing"],
    [["数量指标", "办案数量", "≤30日", "34日", days], "missing"],
    [["社会效益指标", "违规捕捞下降率", "≥10%", "7%", lower], 6],
    [["社会效益指标", "违规捕捞查处率", "≥10%", "7%", lower], "missing"],
  ])("%j：%s", (line, wanted) => {
    expect(pointsOf(line)).toBe(wanted);
  });
});

describe("备注说按完成率，行里另有评分标准", () => {
  const note = "注：达到目标值得满分，未达到目标值的按比例得分。";
  const said = (standard: string | null, notes: readonly string[]) =>
    evaluated(book([["数量指标", "人数", "≥100人", "90人", standard]], notes)).scorecard.remarks.join("");

  it("按行里的评分标准，并且说明", () => {
    const clause = "达到100人得满分，否则不得分";
    expect(said(clause, [note])).toMatch(/备注说按完成率计分，“人数”另有自己的评分标准/u);
    expect(said(clause, [])).not.toContain("备注");
    expect(said("得分=完成率×分值", [note])).not.toContain("备注");
    expect(said(null, [note])).not.toContain("备注");
  });
});
