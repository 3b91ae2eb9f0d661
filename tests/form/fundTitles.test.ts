import { describe, expect, it } from "vitest";
import { readBaseSentence } from "../../src/form/fundBase";
import { fundTitle } from "../../src/form/fundTitles";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

type Row = readonly CellValue[];

/** The fund row of a project form: its points, or what is asked. */
function fundOf(titles: Row, amounts: Row, notes: readonly string[] = [], isBelow = false) {
  const money: readonly Row[] = [
    ["项目资金（万元）", null, ...titles, "分值", "得分"],
    [null, "年度资金总额", ...titles.map((_, index) => amounts[index] ?? null), 10, null],
  ];
  const table: readonly Row[] = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "培训人数", "≥100人", "100人", 90, null],
  ];
  const grid = [
    ["项目支出绩效自评表"],
    ["项目名称", "甲"],
    ...(isBelow ? [...table, ...money] : [...money, ...table]),
  ];
  const { rows } = evaluated(
    workbookOf([gridSheet([...grid, ["总分", null, null, null, null, 100], ...notes.map((note) => [note])])]),
  ).scorecard;
  return { first: rows[0], said: rows.map(({ indicator, points }) => [indicator, points]) };
}

describe("资金块的标题整个读", () => {
  it.each([
    ["年初预算数", "initial"],
    ["年初批复预算金额（万元）", "initial"],
    ["预算批复数", "initial"],
    ["全年预算数（A）", "annual"],
    ["调整后预算数", "annual"],
    ["预算调整后数", "annual"],
    ["年末调整预算数", "annual"],
    ["预算数", "annual"],
    ["调整预算数", "adjusted"],
    ["预算调整数", "change"],
    ["追加（减）数", "change"],
    ["全年执行数（B）", "executed"],
    ["实际支出数", "executed"],
    ["预算执行数", "executed"],
    ["执行率（B/A）", "rate"],
    // 时间、预算或执行、数，合起来是一个标题。
    ["1-12月执行数", "executed"],
    ["截至12月31日执行数", "executed"],
    ["12月底执行数", "executed"],
    ["全年支付金额", "executed"],
    ["支付数", "executed"],
    ["决算数", "executed"],
    ["2023年实际支出数", "executed"],
    ["全年执行数（含应付未付）", "executed"],
    ["年初预算数①", "initial"],
    ["全年预算数B", "annual"],
    ["年度预算数（调整后）", "annual"],
    ["支出进度", "rate"],
    ["执行率④=③÷①", "rate"],
    // 像而不是。
    ["资金到位数", null],
    ["上年执行数", null],
    ["支出预算数", null],
    ["结余数", null],
    ["年度", null],
    ["1-9月执行数", null],
    ["12月执行数", null],
    ["执行数（1-9月）", null],
    ["预算数（上年）", null],
    ["支付率", null],
    ["执行情况", null],
  ] as const)("“%s”：%s", (title, kind) => {
    expect(fundTitle(title)).toBe(kind);
  });

  it.each<[Row, Row, number | null]>([
    [["预算批复数", "预算调整后数", "实际支出数"], [100, 80, 72], 9],
    [["年初预算数", "年末调整预算数", "全年支出数", "结余数"], [100, 110, 99, 11], 9],
    // 调整了多少，不是分母。
    [["年初预算数", "调整预算数", "全年预算数", "全年执行数"], [100, 20, 120, 90], 7.5],
    [["年初预算数", "预算调整数", "调整后预算数", "全年执行数"], [100, -20, 80, 72], 9],
    [["年初预算数", "实际到位数", "全年预算数", "全年执行数"], [100, 60, 100, 85], 8.5],
    // 说不清分母的，问。
    [["年初预算数", "调整预算数", "全年执行数"], [100, 20, 90], null],
    [["年初预算数", "预算追加数", "全年执行数"], [100, 20, 90], null],
    [["年初预算数", "专项下达额度", "全年执行数"], [100, 120, 90], null],
    [["全年预算数", "调整后预算数", "全年执行数"], [100, 120, 90], null],
    [["全年预算数", "调整后预算数", "全年执行数"], [120, 120, 90], 7.5],
    // 年初预算数旁边同名的“调整后”。
    [["年度预算数", "年度预算数（调整后）", "预算执行数"], [100, 80, 72], 9],
    // 调整数、上年结转没有算在里面的，问；是0的、说了“其中”的不问。
    [["预算数", "调整数", "执行数"], [100, 20, 80], null],
    [["预算数", "调整数", "执行数"], [100, 0, 80], 8],
    [["全年预算数", "调减数", "全年执行数"], [100, 20, 80], null],
    [["年初预算数", "上年结转", "全年执行数"], [100, 30, 104], null],
    [["年初预算数", "上年结转", "全年执行数"], [100, null, 90], 9],
    [["预算数", "上年结转数", "执行数"], [100, 30, 90], null],
    [["全年预算数", "其中：上年结转", "全年执行数"], [100, 20, 90], 9],
    // 率的标题写着是谁比谁。
    [["年初预算数（A）", "全年预算数（B）", "全年执行数（C）", "执行率（C/A）"], [100, 80, 72], 7.2],
    [["年初预算数（A）", "全年预算数（B）", "全年执行数（C）", "执行率（C/B）"], [100, 80, 72], 9],
    [["年初预算数A", "全年预算数B", "全年执行数C", "执行率D=C/A"], [100, 80, 72], 7.2],
    [["年初预算数①", "全年预算数②", "全年执行数③", "执行率④=③÷①"], [100, 80, 72], 7.2],
    [["年初预算数（1）", "全年预算数（2）", "全年执行数（3）", "执行率（3）/（1）"], [100, 80, 72], 7.2],
    [["年初预算数（a）", "全年预算数", "全年执行数（b）", "执行率（%）（B÷A）"], [100, 80, 72], 7.2],
    [["年初预算数", "全年预算数", "全年执行数", "执行率（占年初预算）"], [100, 80, 72], 7.2],
    [["年初预算数", "全年预算数", "全年执行数", "执行率（全年执行数/年初预算数）"], [100, 80, 72], 7.2],
    [["年初预算数", "全年预算数", "全年执行数", "执行率（执行数/预算数）"], [100, 80, 72], 9],
    [
      ["年初预算数", "到位数", "全年预算数", "全年执行数", "执行率（执行数/到位数）"],
      [100, 90, 80, 72],
      null,
    ],
    [["年初预算数（A）", "全年预算数（B）", "全年执行数（C）", "执行率（B/A）"], [100, 80, 72], null],
    [["年初预算数（A）", "全年预算数（B）", "全年执行数（C）", "执行率（C/D）"], [100, 80, 72], null],
    // 两列执行数。
    [["全年预算数", "全年执行数", "实际支出数"], [100, 90, 80], null],
    [["全年预算数", "全年执行数", "实际支出数"], [100, 90, 90], 9],
    // 负数。
    [["全年预算数", "全年执行数"], [100, -5], null],
    [["全年预算数", "全年执行数"], [-100, 50], null],
  ])("%j %j：%s", (titles, amounts, points) => {
    const { first } = fundOf(titles, amounts);
    expect([first?.indicator, first?.points]).toEqual(["预算执行率", points]);
    if (points === null) expect(first?.outcome).toBe("missing");
  });

  it.each<[Row, Row, string]>([
    [["年初预算数", "全年预算数", "执行情况"], [100, 100, 80], "执行情况"],
    [["年初预算数", "全年预算数", "1-9月执行数"], [100, 100, 80], "1-9月执行数"],
    [["年初预算数", "全年预算数", "兑付总盘子"], [100, 100, 80], "兑付总盘子"],
    [["计划投入", "实际投入", "实际支出"], [100, 100, 80], "计划投入"],
    [["甲", "乙", "丙", "执行率"], [100, 100, 80], "甲"],
    [["年初预算数", "甲", "全年执行数"], [100, 100, 80], "甲"],
    [["全年预算数", "甲"], [100, 90], "甲"],
  ])("标题%j没有全部读懂：资金一行在，引出那个标题问", (titles, amounts, quoted) => {
    for (const isBelow of [false, true]) {
      const { first, said } = fundOf(titles, amounts, [], isBelow);
      expect(said).toHaveLength(2);
      expect([first?.indicator, first?.points, first?.outcome]).toEqual(["预算执行率", null, "missing"]);
      expect(first?.reason).toContain(`“${quoted}”`);
    }
  });

  it("资金块在指标下面、总分上面：仍是资金块，不是指标", () => {
    const { said } = fundOf(["年初预算数", "全年预算数", "全年执行数"], [100, 100, 80], [], true);
    expect(said).toEqual([
      ["预算执行率", 8],
      ["培训人数", 90],
    ]);
  });

  describe("两个年度在标题上面一行", () => {
    const scored = (titles: Row, amounts: Row) =>
      evaluated(
        workbookOf([
          gridSheet([
            ["项目支出绩效自评表"],
            ["项目名称", "甲"],
            ["项目资金（万元）", null, "2022年", null, "2023年", null, "分值", "得分"],
            [null, null, ...titles],
            [null, "年度资金总额", ...amounts, 10, null],
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
            ["产出指标", "数量指标", "培训人数", "≥100人", "100人", 90, null],
            ["总分", null, null, null, null, 100],
          ]),
        ]),
      ).scorecard.rows;
    const both = ["预算数", "执行数", "预算数", "执行数"];

    it("资金块仍在；两个年度的数不同就问", () => {
      const [fund, ...others] = scored(both, [90, 90, 100, 80]);
      expect(fund).toMatchObject({ indicator: "预算执行率", points: null, weight: 10 });
      expect(fund?.reason).toContain("2022年");
      expect(others.map(({ points }) => points)).toEqual([90]);
    });

    it("两个年度的数相同，取后一年的", () => {
      const [fund] = scored(both, [100, 80, 100, 80]);
      expect(fund?.points).toBe(8);
      expect(fund?.reason).toContain("2023年执行数÷2023年预算数");
    });
  });

  it.each(["预算数", "年度预算数"])("“%s”旁边另有没有读懂的预算，数不同就问，引出标题", (title) => {
    const titles = ["统筹预算安排", title, "执行数"];
    expect(fundOf(titles, [90, 100, 80]).first?.reason).toContain("统筹预算安排");
    // The same amount, none, and a budget that is surely that of the whole year leave nothing open.
    expect(fundOf(titles, [100, 100, 80]).first?.points ?? null).toBe(8);
    expect(fundOf(titles, [null, 100, 80]).first?.points ?? null).toBe(8);
    expect(fundOf(["统筹预算安排", "全年预算数", "执行数"], [90, 100, 80]).first?.points ?? null).toBe(8);
  });

  it("资金块里有评分标准的，按它计分", () => {
    const titles = ["年初预算数", "全年预算数", "全年执行数", "评分标准"];
    const standard = "执行率≥90%得10分，80%≤执行率<90%得5分，执行率<80%得0分";
    expect(fundOf(titles, [100, 100, 70, standard]).first?.points ?? null).toBe(0);
    expect(fundOf(titles, [100, 100, 85, standard]).first?.points ?? null).toBe(5);
    expect(fundOf(titles, [100, 100, 70, "低于八成由财政部门酌情扣分"]).first?.points ?? null).toBeNull();
  });
});

describe("备注里的口径整句读", () => {
  it.each([
    ["执行率=全年执行数÷年初预算数×100%", "initial"],
    ["执行率以年初预算批复数为分母计算", "initial"],
    ["预算执行率按全年预算数为基数计算", "annual"],
    ["预算数为调整后财政资金总额,执行数为资金使用单位财政资金实际支出数", "annual"],
    ["预算数为年初预算数经调整后的全年预算数", "annual"],
    ["执行率=全年执行数/全年预算数(不是年初预算数)", "annual"],
    // 说到口径，没有全部读懂。
    ["执行率=全年执行数÷(年初预算数+上年结转数)", null],
    ["预算执行率=实际用款÷下达指标", null],
    ["执行率=全年执行数÷年初预算数(不是年初预算数)", null],
    ["预算数为年初预算数与调整数的较大者", null],
  ] as const)("“%s”：%s", (sentence, of) => {
    expect(readBaseSentence(sentence)).toMatchObject({ of });
  });

  it.each(["预算执行率低于60%的不得分", "数据由财政科提供", "年度指标值=年初目标值"])(
    "“%s”没有说口径",
    (sentence) => {
      expect(readBaseSentence(sentence)).toBeNull();
    },
  );

  it("没有读懂的先问，引出原话；说了两种口径的也问", () => {
    const titles = ["年初预算数", "全年预算数", "全年执行数"];
    const odd = "执行率=全年执行数÷（年初预算数＋上年结转数）";
    const asked = fundOf(titles, [100, 120, 90], [`注：${odd}。`]).first;
    expect(asked).toMatchObject({ points: null, outcome: "missing" });
    expect(asked?.reason).toContain("年初预算数+上年结转数");
    const both = ["注：执行率以年初预算数为分母计算。", "注：执行率=全年执行数÷全年预算数。"];
    expect(fundOf(titles, [100, 120, 90], both).first?.points).toBeNull();
    expect(fundOf(titles, [100, 120, 90], both.slice(0, 1)).first?.points).toBe(9);
  });

  it("表头和备注说的不同，问", () => {
    const titles = ["年初预算数（A）", "全年预算数（B）", "全年执行数（C）", "执行率（C/A）"];
    const note = ["注：执行率以全年预算数为分母计算。"];
    expect(fundOf(titles, [100, 80, 72], note).first?.points).toBeNull();
  });

  it("备注要的那个预算数表里没有的，问", () => {
    const note = ["注：执行率以年初预算数为分母计算。"];
    expect(fundOf(["全年预算数", "全年执行数"], [100, 90], note).first?.outcome).toBe("missing");
  });
});
