import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { readForms } from "../../src/form/readForms";
import { gridSheet, workbookOf, type GridOptions } from "../support/grid";
import { formOf } from "./formOf";

type Grid = readonly (readonly CellValue[])[];

function read(grid: Grid, options: GridOptions = {}) {
  return formOf(workbookOf([gridSheet(grid, options)]));
}

/** Each row in a line: name, weight, target, actual, 评分标准. */
function rowsOf(grid: Grid, options: GridOptions = {}) {
  return read(grid, options).indicators.map(({ name, weight, goal, standard }) => [
    name.value,
    weight.value,
    goal?.target.content ?? null,
    goal?.actual.content ?? null,
    standard?.value ?? null,
  ]);
}

const levels = ["一级指标", "二级指标", "三级指标"] as const;

describe("见过的各种表头", () => {
  it("年度指标值、实际完成值在表里，没有评分标准", () => {
    const rows = rowsOf([
      [...levels, "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
      ["产出指标", "数量指标", "培训人数", "≥100人", "102人", 20, null, null],
      [null, "质量指标", "合格率", "95%", 0.97, 30, null, null],
    ]);
    expect(rows).toEqual([
      ["培训人数", 20, "≥100人", "102人", null],
      ["合格率", 30, "95%", 0.97, null],
    ]);
  });

  it("栏目换了次序，得分计算方法在后", () => {
    const rows = rowsOf([
      ["得分", "得分计算方法", "全年完成值", "分值", "年度指标值", "三级指标", "二级指标", "一级指标"],
      [null, "完成值÷目标值×分值", "270户", 20, "≥300户", "走访户数", "数量指标", "产出指标"],
    ]);
    expect(rows).toEqual([["走访户数", 20, "≥300户", "270户", "完成值÷目标值×分值"]]);
  });

  it("两层表头：指标名称、指标值在上，三级指标、目标值、实际完成值在下", () => {
    const rows = rowsOf(
      [
        ["指标名称", null, null, "指标值", null, "评分标准", "分值", "自评得分", "扣分原因"],
        [...levels, "目标值", "实际完成值", null, null, null, null],
        ["产出指标", "数量指标", "场次", "≥20场", "18场", "得分=完成率×分值", 8, null, null],
      ],
      { merges: ["A1:C1", "D1:E1", "F1:F2", "G1:G2", "H1:H2", "I1:I2"] },
    );
    expect(rows).toEqual([["场次", 8, "≥20场", "18场", "得分=完成率×分值"]]);
  });

  it("年初、调整后分两列：按调整后的", () => {
    const form = read(
      [
        [...levels, "目标值", null, "实际完成值", "分值", "得分"],
        [null, null, null, "年初", "调整后", null, null, null],
        ["产出指标", "数量指标", "场次", "20场", "16场", "16场", 10, null],
      ],
      { merges: ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:G2", "H1:H2"] },
    );
    expect(form.indicators[0]?.goal).toMatchObject({
      target: { content: "16场" },
      initialTarget: { value: "20场" },
    });
  });

  it.each([
    ["≥", 240, "次", 252, "≥240次", "252次"],
    ["＝", 100, "%", 97.5, "=100%", "97.5%"],
    ["≤", "3天", null, "2.5天", "≤3天", "2.5天"],
    ["反向", 3, "天", 2.5, "≤3天", "2.5天"],
    ["≥", "≥90%", null, "91.2%", "≥90%", "91.2%"],
  ])("指标性质“%s”、度量单位各有一列", (operator, target, unit, actual, wanted, done) => {
    const rows = rowsOf([
      [...levels, "指标性质", "指标值", "度量单位", "完成值", "权重", "得分"],
      ["产出指标", "数量指标", "甲", operator, target, unit, actual, 10, null],
    ]);
    expect(rows).toEqual([["甲", 10, wanted, done, null]]);
  });

  it.each([
    ["绩效目标", "绩效目标完成情况", "分值", "得分"],
    ["年初绩效指标值", "年末实际完成值", "分值权重", "自评分数"],
    ["指标目标", "指标完成", "分值（100分）", "自评得分"],
    ["计划指标值", "实际执行值", "权重分值", "评价得分"],
    ["预期值", "实现值", "赋分", "得分"],
    ["2023年目标值", "2023年完成值", "分值", "2023年得分"],
    ["年度指标值", "当年完成值", "分值", "得分=分值×完成率"],
  ])("标题“%s”“%s”“%s”“%s”", (target, actual, weight, score) => {
    const rows = rowsOf([
      [...levels, "累计完成值", "2022年目标值", target, actual, weight, score],
      ["产出指标", "数量指标", "培训人数", "250人", "80人", "≥100人", "95人", 20, null],
    ]);
    expect(rows).toEqual([["培训人数", 20, "≥100人", "95人", null]]);
  });

  it.each(
    ["目标", "目标值", "指标值", "年度指标值", "年度目标", "年初绩效目标"].flatMap((group) =>
      [
        ["指标性质", "指标值", "度量单位"],
        ["性质", "数值", "单位"],
        ["比较", "目标值", "计量单位"],
      ].map((parts) => [group, parts] as const),
    ),
  )("两层表头：“%s”在%j上面", (group, parts) => {
    const rows = rowsOf(
      [
        [...levels, group, null, null, "全年完成", "分值", "得分"],
        [null, null, null, ...parts, null, null, null],
        ["产出指标", "数量指标", "甲", "≥", 120, "个", 114, 50, null],
        [null, "时效指标", "乙", "≤", 4, "天", 5, 50, null],
      ],
      { merges: ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2", "H1:H2", "I1:I2"] },
    );
    expect(rows).toEqual([
      ["甲", 50, "≥120个", "114个", null],
      ["乙", 50, "≤4天", "5天", null],
    ]);
  });

  it.each(["指标名称", "绩效指标", "考核指标", "指标", "指标内容"])(
    "没有三级指标，“%s”一栏是指标",
    (name) => {
      const rows = rowsOf([
        ["项目支出绩效自评表"],
        [name, "计量单位", "指标性质", "年初指标值", "全年完成值", "指标权重（%）", "指标得分"],
        ["新增床位数", "张", "≥", 50, 40, 20, null],
      ]);
      expect(rows).toEqual([["新增床位数", 20, "≥50张", "40张", null]]);
    },
  );

  it("有分值、目标值而没有名称的一行：在，先问", () => {
    const form = read([
      [...levels, "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", null, "≥100人", "90人", 50, null],
      ["效益指标", "社会效益指标", "乙", "≥50%", "45%", 50, null],
    ]);
    expect(form.indicators.map(({ weight, goal }) => [weight.value, goal?.doubts[0]?.text])).toEqual([
      [50, "第2行有分值而没有三级指标名称，请补上名称，目标值是多少"],
      [50, undefined],
    ]);
  });

  it.each([
    ["指标上限值", "得分", "指标上限值"],
    ["年度指标值", "得分（按70%折算）", "按70%折算"],
    ["年度指标值", "得分=完成率×分值×0.9", "得分=完成率×分值×0.9"],
  ])("标题“%s”“%s”另说着怎样计分", (target, score, said) => {
    const form = read([
      [...levels, target, "实际完成值", "分值", score],
      ["产出指标", "数量指标", "甲", "100件", "125件", 50, null],
    ]);
    expect(form.notes.map(({ value, of }) => [value, of])).toEqual([[said, "goals"]]);
  });

  it("分值写在指标名称里，没有分值栏", () => {
    const rows = rowsOf([
      [...levels, "评分标准", "得分"],
      ["决策（20分）", "目标", "相关性(5分)", "相关得5分，否则不得分", null],
      [null, null, "明确性（15 分）", "明确得满分，否则不得分", null],
    ]);
    expect(rows.map(([name, weight]) => [name, weight])).toEqual([
      ["相关性", 5],
      ["明确性", 15],
    ]);
  });

  it("名称后括号里的数没有写“分”，不是分值", () => {
    const rows = rowsOf([
      [...levels, "年度指标值", "实际完成值", "得分"],
      ["产出（20分）", "数量指标", "加固水库(2)", "2座", "2座", null],
      [null, "质量指标", "合格率", "95%", "96%", null],
    ]);
    expect(rows[0]?.slice(0, 2)).toEqual(["加固水库(2)", null]);
  });

  it("完成值与上一行合并：本行的先问", () => {
    const rows = rowsOf(
      [
        [...levels, "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "甲", "2座", "2座", 10, null],
        [null, null, "乙", "3座", null, 10, null],
      ],
      { merges: ["E2:E3"] },
    );
    expect(rows.map(([name, , , actual]) => [name, actual])).toEqual([
      ["甲", "2座"],
      ["乙", null],
    ]);
  });

  it("分值只写在一级指标上：只有一项的就是它的分值，有几项的先问", () => {
    const rows = rowsOf([
      [...levels, "年初目标值（A）", "实际完成值（B）", "得分"],
      ["产出指标\n（40分）", "数量指标", "甲", "3座", "3座", null],
      [null, "质量指标", "乙", "100%", "100%", null],
      ["满意度指标（10分）", "满意度", "丙", "≥95%", "96%", null],
    ]);
    expect(rows.map(([name, weight]) => [name, weight])).toEqual([
      ["甲", null],
      ["乙", null],
      ["丙", 10],
    ]);
  });

  it.each([
    ["百分比的文字", "30%", "70%"],
    ["小数", 0.3, 0.7],
    ["小数的文字", "0.3", "0.70"],
    ["小数，一半是文字", "０.3", 0.7],
  ])("权重是%s，合起来是全部", (_, first, second) => {
    const rows = rowsOf([
      [...levels, "年度指标值", "实际完成值", "权重", "得分"],
      ["产出指标", "数量指标", "甲", "3座", "3座", first, null],
      [null, "质量指标", "乙", "100%", "100%", second, null],
    ]);
    expect(rows.map(([name, weight]) => [name, weight])).toEqual([
      ["甲", 30],
      ["乙", 70],
    ]);
  });

  it("权重的百分比合不到100%，不猜", () => {
    const rows = rowsOf([
      [...levels, "年度指标值", "实际完成值", "权重", "得分"],
      ["产出指标", "数量指标", "甲", "3座", "3座", "30%", null],
      [null, "质量指标", "乙", "100%", "100%", "60%", null],
    ]);
    expect(rows.map(([, weight]) => weight)).toEqual([null, null]);
  });
});

const fundTitles = [
  "项目资金（万元）",
  null,
  "年初预算数",
  "全年预算数",
  "全年执行数",
  "分值",
  "执行率",
  "得分",
];
const goalTitles = [...levels, "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"];

describe("项目支出绩效自评表", () => {
  const grid: Grid = [
    ["项目支出绩效自评表"],
    ["（2023年度）"],
    ["项目名称", "校舍维修"],
    ["主管部门", "某县教育局", null, null, "实施单位", "某县教育局"],
    fundTitles,
    [null, "年度资金总额：", 850, 820, 779, 10, "95%", 9.5],
    [null, "其中：当年财政拨款", 800, 770, 745, "—", null, "—"],
    [null, "上年结转资金", 50, 50, 34, "—", null, "—"],
    ["年度总体目标", "预期目标", null, null, "实际完成情况"],
    [null, "维修12所学校", null, null, "维修12所学校"],
    goalTitles,
    ["产出指标", "数量指标", "学校数", "≥12所", "12所", 90, null, null],
    ["总分", null, null, null, null, 100, null, null],
  ];

  it("表头、资金、目标、指标、总分都读到", () => {
    const form = read(grid);
    expect(form).toMatchObject({
      kind: "project",
      head: {
        project: { value: "校舍维修" },
        department: { value: "某县教育局" },
        year: { value: 2023 },
        goal: { value: "维修12所学校" },
        goalResult: { value: "维修12所学校" },
      },
      fund: {
        row: 6,
        initial: { value: 850 },
        annual: { value: 820 },
        executed: { value: 779 },
        lines: [{ name: "其中：当年财政拨款" }, { name: "上年结转资金", executed: { value: 34 } }],
      },
      total: { weight: { value: 100 } },
    });
    expect(rowsOf(grid)).toEqual([
      ["预算执行率", 10, 820, 779, null],
      ["学校数", 90, "≥12所", "12所", null],
    ]);
    expect(form.indicators[0]?.selfScore).toMatchObject({ at: { row: 6, column: 8 }, typed: 9.5 });
  });

  it.each([
    ["预算执行情况（万元）（20分）", "得分"],
    ["预算执行情况（万元）", "得分（20分*执行率）"],
  ])("分值写在“%s”“%s”里", (label, score) => {
    const rows = rowsOf([
      ["某项目自评表"],
      [label, null, "预算数（A）", "执行数（B）", "执行率（B/A）", score],
      [null, "年度财政资金总额", 300, 262.5, "87.5%", null],
      [...levels, "年初目标值（A）", "实际完成值（B）", "得分"],
      ["产出指标（80分）", "数量指标", "甲", "3座", "3座", null],
    ]);
    expect(rows.map(([name, weight]) => [name, weight])).toEqual([
      ["预算执行率", 20],
      ["甲", 80],
    ]);
  });

  it.each([
    ["2023年度部门整体支出绩效自评表", "department"],
    ["2023年度单位整体支出绩效自评表", "unit"],
    ["2023年度项目支出绩效自评表", "project"],
    ["就业补助专项资金绩效自评表（2023年度）", "specialFund"],
    ["绩效自评表", "department"],
  ])("“%s”是什么表", (title, kind) => {
    expect(read([[title], goalTitles, ["产出指标", "数量指标", "甲", 1, 1, 10, 10, null]]).kind).toBe(kind);
  });

  it("只有评分标准、没有目标值的项目表也读", () => {
    const table = [
      ["三级指标", "分值", "评分标准", "得分"],
      ["结转结余率", 2, "≤10%得2分", 2],
    ];
    expect(read([["绩效自评表"], ["项目名称：某工程"], ...table]).kind).toBe("project");
    expect(read([["部门整体支出绩效自评表"], ["项目名称"], ...table]).kind).toBe("department");
  });

  it("前面有说明、有隐藏的代码表，自评表在第三张：照样找到，读的是它自己的格子", () => {
    const notes = gridSheet([["填表说明"], ["一级指标按下列分类填写，分值合计100分。"]], { name: "说明" });
    const codes = { ...gridSheet([["代码", "名称"]], { name: "代码表" }), visibility: "veryHidden" as const };
    const { forms, main } = readForms(workbookOf([notes, codes, gridSheet(grid, { name: "自评表" })]));
    expect(forms.map(({ sheet }) => sheet)).toEqual(["自评表"]);
    expect(main?.indicators.map(({ name }) => name.at.sheet)).toEqual(["自评表", "自评表"]);
    expect(main?.remarks).toEqual([]);
  });

  it("与部门整体的表在一个工作簿里：先读部门的，有资金块的项目表也是一张", () => {
    const department = gridSheet(
      [
        ["部门整体支出绩效自评表"],
        ["三级指标", "分值", "评分标准", "得分"],
        ["结转结余率", 2, "≤10%得2分", 2],
      ],
      { name: "部门" },
    );
    const annex = gridSheet([goalTitles, ["产出指标", "数量指标", "甲", 1, 1, 10, 10, null]], {
      name: "指标",
    });
    const book = workbookOf([gridSheet(grid, { name: "项目" }), annex, department]);
    expect(readForms(book).forms.map(({ sheet, kind }) => [sheet, kind])).toEqual([
      ["项目", "project"],
      ["部门", "department"],
    ]);
    expect(formOf(book).sheet).toBe("部门");
  });
});

describe("目标、完成的标题", () => {
  it.each([
    ["目标", "实际"],
    ["年初设定目标", "年末完成"],
    ["年度目标", "实际完成"],
    ["年初设定目标", "全年实际完成"],
    ["年度指标值", "1-12月实际完成值"],
  ])("%s、%s", (target, actual) => {
    const rows = rowsOf([
      [...levels, target, actual, "分值", "得分"],
      ["产出指标", "数量指标", "甲", "≥20户", "18户", 10, null],
    ]);
    expect(rows).toEqual([["甲", 10, "≥20户", "18户", null]]);
  });

  it("两层：指标值在上，年初目标、全年完成在下", () => {
    const rows = rowsOf(
      [
        ["绩效指标", null, null, "指标值", null, "权重", "自评得分"],
        ["一级", "二级", "三级", "年初目标", "全年完成", null, null],
        ["产出", "数量", "甲", "≥8公里", "7.6公里", 30, null],
      ],
      { merges: ["A1:C1", "D1:E1", "F1:F2", "G1:G2"] },
    );
    expect(rows).toEqual([["甲", 30, "≥8公里", "7.6公里", null]]);
  });

  it.each(["1-7月实际完成值", "上半年完成值", "截至9月底完成值", "全年预计完成值", "前三季度实际完成情况"])(
    "“%s”不是全年实际完成的：不取，说明",
    (title) => {
      const form = read([
        [...levels, "年度指标值", title, "分值", "得分"],
        ["产出指标", "数量指标", "甲", "≥20户", "18户", 10, null],
      ]);
      expect(form.columns.actual).toBeNull();
      expect(form.remarks.map(({ text }) => text).join("")).toContain(`“${title}”不是全年实际完成的数`);
    },
  );

  it("二级指标叫“目标”的行不是表头", () => {
    const rows = rowsOf([
      [...levels, "评分标准", "分值", "得分"],
      ["决策", "目标", "相关性", "相关得5分，否则不得分", 5, null],
    ]);
    expect(rows.map(([name, weight]) => [name, weight])).toEqual([["相关性", 5]]);
  });
});

describe("分值只属于一行", () => {
  const head = [...levels, "年度指标值", "实际完成值", "分值", "得分"];
  const goal = (name: string, weight: CellValue): CellValue[] => [
    null,
    null,
    name,
    "≥2座",
    "2座",
    weight,
    null,
  ];

  it("合并在几行上的是合计：几行都要填", () => {
    const form = read([head, goal("甲", 40), goal("乙", null), goal("丙", 10)], { merges: ["F2:F3"] });
    expect(form.indicators.map(({ weight }) => weight.value)).toEqual([null, null, 10]);
    expect(form.remarks.map(({ text }) => text).join("")).toContain("分值40与下面几行合并");
  });

  it("名称也合并的是一行", () => {
    const form = read([head, goal("甲", 40), [], goal("丙", 10)], { merges: ["C2:C3", "F2:F3"] });
    expect(form.indicators.map(({ weight }) => weight.value)).toEqual([40, 10]);
  });

  it.each([
    ["甲（20分）", 50, null],
    ["甲（50分）", 50, 50],
    ["甲（2）", 50, 50],
    ["甲（20分）", null, null],
  ] as const)("名称“%s”，分值栏%s：%s", (name, weight, read_) => {
    expect(rowsOf([head, goal(name, weight), goal("丙", 10)])[0]?.[1] ?? null).toBe(read_);
  });
});
