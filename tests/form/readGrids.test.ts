import { describe, expect, it } from "vitest";
import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf, type GridOptions } from "../support/grid";
import { formOf } from "./formOf";

type Grid = readonly (readonly CellValue[])[];

const short: readonly CellValue[] = ["三级指标", "分值", "评分标准", "得分"];

function form(grid: Grid, options: GridOptions = {}): ReturnType<typeof formOf> {
  return formOf(workbookOf([gridSheet(grid, options)]));
}

function typed(score: CellValue, weight: CellValue = 3): number | null | undefined {
  return form([short, ["结转结余率", weight, "得满分", score]]).indicators[0]?.selfScore.typed;
}

describe("表头", () => {
  it("两行合并的表头", () => {
    const read = form(
      [
        ["指标", null, null, null, "评分标准", "自评情况", null],
        ["一级指标", "二级指标", "三级指标", "分值", null, "得分", "扣分原因"],
        ["履职效能", "整体效能", "支出率", 5, "按比例", 4, "进度慢"],
      ],
      { merges: ["A1:D1", "E1:E2", "F1:G1"] },
    );
    expect(read.headerRow).toBe(1);
    expect(read.columns.basis).toBe(7);
    expect(
      read.indicators.map((i) => [i.row, i.level2, i.name.value, i.weight.value, i.selfScore.typed]),
    ).toEqual([[3, "整体效能", "支出率", 5, 4]]);
  });

  it("表头上下两格合并，第二行不是指标", () => {
    const read = form([short, [], ["结转结余率", 2, "≤10%得2分", 2]], {
      merges: ["A1:A2", "B1:B2", "C1:C2", "D1:D2"],
    });
    expect(read.indicators.map((i) => i.row)).toEqual([3]);
  });

  it("只有一个分值列时属于三级指标", () => {
    const read = form([
      ["一级指标", "二级指标", "三级指标", "权重", "评分标准", "自评得分"],
      ["履职效能", "整体效能", "支出率", 5, "按比例", null],
    ]);
    expect([read.columns.level1Weight, read.columns.level2Weight, read.columns.weight]).toEqual([
      null,
      null,
      4,
    ]);
  });

  it("一、三级有分值而二级没有", () => {
    const read = form([
      ["一级指标", "分值", "二级指标", "三级指标", "分值", "评分标准", "得分"],
      ["履职效能", 50, "整体效能", "支出率", 5, "按比例", null],
    ]);
    expect([read.columns.level1Weight, read.columns.level2Weight, read.columns.weight]).toEqual([2, null, 5]);
    expect(read.groups.map((g) => [g.name, g.weight?.value])).toEqual([
      ["履职效能", 50],
      ["整体效能", undefined],
    ]);
  });

  it("自评得分旁边有复核得分时取自评得分", () => {
    const read = form([
      ["三级指标", "分值", "评分标准", "复核得分", "自评得分", "扣分说明"],
      ["结转结余率", 2, "≤10%得2分", 1, 2, "扣1分"],
    ]);
    expect(read.columns.selfScore).toBe(5);
    expect(read.indicators[0]?.selfScore.typed).toBe(2);
  });

  it("两个得分列分不清时取左边一列并提示", () => {
    const read = form([
      [...short, "得分"],
      ["结转结余率", 2, "≤10%得2分", 2, 1],
    ]);
    expect(read.columns.selfScore).toBe(4);
    expect(read.remarks.map((r) => r.text).join()).toMatch(/E列也是得分列/u);
  });

  it("扣分说明是我们加的列，不作评分依据，也不在表的范围内", () => {
    const read = form([
      [...short, "扣分说明", "备注"],
      ["结转结余率", 2, "≤10%得2分", 2, "扣1分", null],
    ]);
    expect(read.columns.basis).toBeNull();
    expect(read.area.right).toBe(4);
  });
});

describe("层级和行", () => {
  const levels: readonly CellValue[] = ["一级指标", "分值", "二级指标", "分值", ...short];

  it("新的一级指标不沿用上一组的二级指标", () => {
    const read = form([
      levels,
      ["履职效能", 50, "整体效能", 25, "支出率", 5, "按比例", null],
      ["管理效率", 50, null, null, "结转结余率", 2, "≤10%", null],
    ]);
    expect(read.indicators.map((i) => [i.level1, i.level2])).toEqual([
      ["履职效能", "整体效能"],
      ["管理效率", ""],
    ]);
  });

  it("层级单独占一行，小计行不是指标", () => {
    const read = form([
      levels,
      ["履职效能", 50, null, null, null, null, null, null],
      [null, null, "整体效能", 25, null, null, null, null],
      [null, null, null, null, "支出率", 5, "按比例", 5],
      ["小计", null, null, null, null, 5, null, 5],
      ["管理效率", 50, "预算执行", 4, "结转结余率", 2, "≤10%", 2],
      ["总  分", null, null, null, null, 100, null, "7 分"],
    ]);
    expect(read.indicators.map((i) => [i.row, i.level1, i.level2, i.name.value])).toEqual([
      [4, "履职效能", "整体效能", "支出率"],
      [6, "管理效率", "预算执行", "结转结余率"],
    ]);
    expect(read.total?.score.typed).toBe(7);
  });

  it("层级名称里写着分值", () => {
    const read = form([
      ["一级指标", ...short],
      ["履职效能\n（50分）", "支出率", 5, "按比例", null],
    ]);
    expect(read.groups).toEqual([
      {
        level: 1,
        name: "履职效能",
        weight: { value: 50, at: { sheet: "Sheet1", row: 2, column: 1 } },
        rows: [2],
      },
    ]);
  });

  it("同一层级的分值前后不一致，按前面的读取并提示", () => {
    const read = form([
      levels,
      ["管理效率", 50, "信息公开", 4, "预决算公开", 2, "及时", null],
      levels,
      ["管理效率", 50, "信息公开", 2, "绩效公开", 2, "及时", null],
    ]);
    expect(read.groups.map((g) => [g.name, g.weight?.value, g.rows.length])).toEqual([
      ["管理效率", 50, 2],
      ["信息公开", 4, 2],
    ]);
    expect(read.remarks.map((r) => r.at)).toEqual([{ sheet: "Sheet1", row: 4, column: 4 }]);
  });

  it("一项两行：名称下一行留空、合并或重复，都是第1、2部分", () => {
    const second = [null, "采购意向公开合规性", null] as const;
    second.forEach((name, index) => {
      const read = form(
        [short, ["采购意向公开合规性", 0.5, "100%公开", 0.5], [name, 1.5, "按时公开", 1.5]],
        index === 2 ? { merges: ["A2:A3"] } : {},
      );
      expect(read.indicators.map((i) => [i.name.value, i.part, i.weight.value])).toEqual([
        ["采购意向公开合规性", 1, 0.5],
        ["采购意向公开合规性", 2, 1.5],
      ]);
    });
  });

  it("一项占几行、分值也合并，只算一项", () => {
    const read = form(
      [
        short,
        ["结转结余率", 2, "1.≤10%得2分", 2],
        [null, null, "2.＞10%得1分", null],
        ["数据质量", 2, "完整", 1],
      ],
      { merges: ["A2:A3", "B2:B3", "D2:D3"] },
    );
    expect(read.indicators.map((i) => [i.row, i.name.value, i.part])).toEqual([
      [2, "结转结余率", 1],
      [4, "数据质量", 1],
    ]);
  });

  it("两项共用一个合并的分值：是合计的，两项都要分别填写", () => {
    const read = form([short, ["甲率", 4, "达标", 2], ["乙率", null, "达标", 2]], { merges: ["B2:B3"] });
    expect(read.indicators.map((i) => i.weight.value)).toEqual([null, null]);
    expect(read.remarks.map((r) => r.text).join()).toMatch(/分值4与下面几行合并.*与上一行合并/u);
  });

  it("分值为空或看不懂：仍是指标，分值未知，指出单元格", () => {
    const read = form([
      short,
      ["甲率", null, "达标", null],
      ["乙率", "见附件", "达标", null],
      ["丙率", "10%", "达标", null],
    ]);
    expect(read.indicators.map((i) => i.weight)).toEqual(
      [2, 3, 4].map((row) => ({ value: null, at: { sheet: "Sheet1", row, column: 2 } })),
    );
    expect(read.remarks).toHaveLength(3);
  });

  it("有分值没有名称的行不当作指标，但要说出来", () => {
    const read = form([
      levels,
      ["履职效能", 50, "整体效能", 25, "支出率", 5, "按比例", null],
      ["管理效率", 50, "预算执行", 4, null, 2, "≤10%", null],
    ]);
    expect(read.indicators).toHaveLength(1);
    expect(read.remarks.map((r) => r.text).join()).toMatch(/第3行有分值而没有三级指标名称/u);
  });

  it("横贯全表的文字不是指标也不是层级", () => {
    const read = form(
      [
        levels,
        ["履职效能", 50, "整体效能", 25, "支出率", 5, "按比例", null],
        ["部门整体支出绩效自评表（续）", null, null, null, null, null, null, null],
        levels,
        [null, null, null, null, "结转结余率", 2, "≤10%", null],
      ],
      { merges: ["A3:H3"] },
    );
    expect(read.indicators.map((i) => [i.level1, i.level2])).toEqual([
      ["履职效能", "整体效能"],
      ["履职效能", "整体效能"],
    ]);
  });

  it("隐藏的行和列照常读取，并提示", () => {
    const read = form([short, ["甲率", 2, "达标", 2], ["乙率", 3, "达标", 3]], {
      hiddenRows: [3],
      hiddenColumns: [2],
    });
    expect(read.indicators.map((i) => i.weight.value)).toEqual([2, 3]);
    expect(read.remarks.map((r) => r.text)).toEqual([
      "第3行为隐藏行，其中的指标已照常读取并计分。",
      "“分值”在隐藏的B列，已照常读取。",
    ]);
  });

  it("同一工作表上下两张表，只读第一张并提示", () => {
    const rows: Grid = [
      short,
      ["甲率", 2, "达标", 2],
      ["总分", 2, null, 2],
      [],
      short,
      ["甲率", 2, "达标", 1],
      ["总分", 2, null, 1],
    ];
    const read = form(rows);
    expect(read.indicators.map((i) => i.row)).toEqual([2]);
    expect(read.remarks.map((r) => r.at.row)).toEqual([5]);
  });
});

describe("规模", () => {
  it("没有总分的两张表紧挨着，也只读第一张", () => {
    const read = form([short, ["甲率", 2, "达标", 2], ["乙率", 2, "达标", 2], short, ["甲率", 2, "达标", 1]]);
    expect(read.indicators.map((i) => i.row)).toEqual([2, 3]);
    expect(read.remarks.map((r) => r.at.row)).toEqual([4]);
  });

  it("两万行表头、两万个合并区域，仍在一次扫描内读完", () => {
    const headers: Grid = Array.from({ length: 20_000 }, () => short);
    const sheet = gridSheet([...headers, ["甲率", 2, "达标", 2], ["总分", 2, null, 2]]);
    const merges = Array.from({ length: 20_000 }, (_, i) => ({
      top: i + 1,
      bottom: i + 1,
      left: 9,
      right: 10,
    }));
    const read = formOf(workbookOf([{ ...sheet, merges }]));
    expect(read.indicators.map((i) => [i.row, i.name.value])).toEqual([[20_001, "甲率"]]);
  });
});

describe("得分单元格", () => {
  it.each<readonly [CellValue, number | null]>([
    [2, 2],
    ["９．６６ 分", 9.66],
    ["10", 10],
    ["2分（满分3分）", 2],
    ["得2分", 2],
    ["满分", 3],
    ["得满分", 3],
    ["满分3分", null],
    ["扣1分", null],
    ["2/3", null],
    ["98%", null],
    ["-", null],
    ["", null],
    ["#N/A", null],
    ["2分或3分", null],
    ["2项", null],
    [true, null],
    [0, 0],
  ])("%s 读作 %s", (score, number) => {
    expect(typed(score)).toBe(number);
  });

  it("分值不明时“满分”也不明", () => {
    expect(typed("满分", "若干")).toBeNull();
  });

  it("我们的公式不算填报，用户自己的公式按其值算", () => {
    const scored = (formula: string): SheetSnapshot => {
      const sheet = gridSheet([short, ["结转结余率", 2, "≤10%得2分"]]);
      const rows = new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)]));
      rows.get(2)?.set(4, { value: 1.5, formula });
      return { ...sheet, rows };
    };
    const read = (formula: string): unknown => formOf(workbookOf([scored(formula)])).indicators[0]?.selfScore;
    const at = { sheet: "Sheet1", row: 2, column: 4 };
    for (const ours of [
      "=JX.RATESCORE('评分底稿'!D8,B2)",
      '=IF(\'评分底稿\'!$D$3="","",B2)',
      "=_xldudf_jx_grade(D9)",
    ]) {
      expect(read(ours)).toEqual({ at, typed: null, text: "1.5", formula: ours });
    }
    for (const own of ["=1.5", "=SUM(E2:E3)", "=B2*0.75"]) {
      expect(read(own)).toEqual({ at, typed: 1.5, text: "1.5", formula: own });
    }
  });
});

describe("表头信息和结尾", () => {
  const table: Grid = [short, ["甲率", 2, "达标", 2]];

  it("年度写在标题里，部门和单位数写在同一格", () => {
    const { head } = form([
      ["２０２４年度部门整体支出绩效自评表"],
      ["部门名称：某某市民政局   单位数：3个"],
      ...table,
    ]);
    expect([head.year?.value, head.department?.value, head.unitCount?.value]).toEqual([
      2024,
      "某某市民政局",
      3,
    ]);
  });

  it("年度写成汉字", () => {
    expect(form([["部门整体支出绩效自评表"], ["（二〇二三年度）"], ...table]).head.year?.value).toBe(2023);
  });

  it("没有年度、部门就是没有，不从目标文字里猜", () => {
    const { head } = form([["年度整体绩效目标", "2022年完成甲工作"], ...table]);
    expect([head.year, head.department, head.unitCount]).toEqual([null, null, null]);
    expect(head.goal?.value).toBe("2022年完成甲工作");
  });

  it("完成情况与未能完成原因左右并列，或上下排列", () => {
    const beside = form([["整体绩效目标完成情况", "已完成", "未能完成原因", "无"], ...table]).head;
    const stacked = form(
      [["整体绩效目标完成情况", null, "未能完成原因", null], ["已完成", null, "无", null], ...table],
      {
        merges: ["A1:B1", "C1:D1", "A2:B2", "C2:D2"],
      },
    ).head;
    for (const head of [beside, stacked]) {
      expect([head.goalResult?.value, head.shortfall?.value]).toEqual(["已完成", "无"]);
    }
  });

  it("预算按栏目单位折算为万元，空白为未知", () => {
    const { head } = form([
      ["年度部门预算情况", "总预算（元）", "基本支出", "项目支出"],
      [null, 404027700, "1.2亿元", null],
      ...table,
    ]);
    expect(head.budget.map((b) => [b.title, b.amount.value])).toEqual([
      ["总预算", 40402.77],
      ["基本支出", 12000],
      ["项目支出", null],
    ]);
  });

  it("没有总分行时等级照读；等级的方框和标题在同一格", () => {
    const read = form([...table, ["评价等级：□优 √良 □中 □差"]]);
    expect(read.total).toBeNull();
    expect(read.grade).toEqual({
      value: "评价等级：□优 √良 □中 □差",
      at: { sheet: "Sheet1", row: 3, column: 1 },
    });
  });

  it("总分和等级为空时仍给出单元格", () => {
    const read = form([
      ...table,
      ["合计（100分）", null, null, null],
      ["评价等级", null, null, null],
      ["注：本表一式两份"],
    ]);
    expect(read.total).toEqual({
      score: { at: { sheet: "Sheet1", row: 3, column: 4 }, typed: null, text: "", formula: null },
      weight: { value: null, at: { sheet: "Sheet1", row: 3, column: 2 } },
    });
    expect(read.grade).toEqual({ value: "", at: { sheet: "Sheet1", row: 4, column: 2 } });
    expect(read.area.bottom).toBe(5);
  });
});
