import { describe, expect, it } from "vitest";
import { readForms } from "../../src/form/readForms";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";

/* Two forms one below the other on one sheet, as a department keeps last year's below this year's. */

type Grid = readonly (readonly CellValue[])[];

const goalTitles = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析",
];

const goalRows = (first: string): Grid => [
  ["产出指标", "数量指标", first, "≥100人", "104人", 60, null, null],
  ["效益指标", "社会效益指标", "就业率", "≥90%", "92%", 30, null, null],
];

/** A project form: title, head block, fund block, table. */
const project = (name: string, first: string, withTotal: boolean): Grid => [
  ["项目支出绩效自评表"],
  ["项目名称", name, null, "主管部门", "云山市某局"],
  ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "得分", "执行率"],
  ["年度资金总额", null, 200, 200, 190, 10, null, null],
  goalTitles,
  ...goalRows(first),
  ...(withTotal ? [["总分", null, null, null, null, 100, null, null]] : []),
];

const clauseTitles = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评分", "评分依据"];
const clauses = (first: string, withTotal: boolean): Grid => [
  clauseTitles,
  ["履职", "效能", first, 60, "≥95%得60分，否则不得分", null, null],
  ["管理", "预算", "支出率", 40, "得分=支出率×分值", null, null],
  ...(withTotal ? [["总分", null, null, 100, null, null, null]] : []),
];
const department = (year: number, first: string, withTotal: boolean): Grid => [
  [`${year}年度部门整体支出绩效自评表`],
  ["部门名称", "云山市某局"],
  ...clauses(first, withTotal),
];

function stacked(above: Grid, gap: number, below: Grid) {
  const blank = Array.from({ length: gap }, (): readonly CellValue[] => [null]);
  const alone = readForms(workbookOf([gridSheet(above)])).main;
  const { forms, main } = readForms(workbookOf([gridSheet([...above, ...blank, ...below])]));
  return { alone, forms, main, second: above.length + gap + 1 };
}

const below: readonly (readonly [string, (first: string) => Grid])[] = [
  ["项目的表，有总分行", (first) => project("乙项目", first, true)],
  ["项目的表，没有总分行", (first) => project("乙项目", first, false)],
  ["部门的表", (first) => department(2022, first, true)],
  ["部门的表，没有总分行", (first) => department(2022, first, false)],
];
const above: readonly (readonly [string, Grid])[] = [
  ["项目的表，有总分行", project("甲项目", "培训人数", true)],
  ["项目的表，没有总分行", project("甲项目", "培训人数", false)],
  ["部门的表，有总分行", department(2023, "完成率", true)],
  ["部门的表，没有总分行", department(2023, "完成率", false)],
];

describe("一张工作表上下两张自评表", () => {
  const cases = above.flatMap(([upper, grid]) =>
    below.flatMap(([lower, make]) =>
      ["培训人数", "帮扶人数"].flatMap((first) =>
        [0, 1, 2, 5].map((gap) => [upper, gap, lower, first, grid, make(first)] as const),
      ),
    ),
  );

  it.each(cases)("上面%s，隔%i行，下面%s（从“%s”起）：只读上面一张的格子，说明下面一张在哪里", (...given) => {
    const [, gap, , , upper, lower] = given;
    const { alone, forms, main, second } = stacked(upper, gap, lower);
    expect(forms).toHaveLength(1);
    const facts = (form: typeof main) =>
      form && [form.indicators, form.head, form.fund, form.total, form.kind];
    expect(facts(main)).toEqual(facts(alone));
    const said = main?.remarks.map(({ text }) => text).join("") ?? "";
    const named = /从([A-Z]+)(\d+)起/u.exec(said);
    expect([said, Number(named?.[2]), main?.nextForm?.row]).toEqual([said, second, second]);
    expect(said).toMatch(/没有读取.*单独的工作表/u);
  });

  it.each([
    ["只重复表头", [["2023年度部门整体支出绩效自评表"], clauseTitles]],
    ["重复标题和表头", [["部门名称", "云山市某局"], clauseTitles]],
    ["写着续表", [["2023年度部门整体支出绩效自评表（续）"], clauseTitles]],
  ] as const)("分页打印的一张表，%s：接着读", (_, repeated) => {
    const [, second = []] = clauses("完成率", true).slice(1);
    const pages: Grid = [
      ["2023年度部门整体支出绩效自评表"],
      ["部门名称", "云山市某局"],
      ...clauses("完成率", true).slice(0, 2),
      ...repeated,
      second,
      ["总分", null, null, 100, null, null, null],
    ];
    const { main } = readForms(workbookOf([gridSheet(pages)]));
    expect(main?.indicators.map(({ name }) => name.value)).toEqual(["完成率", "支出率"]);
    expect(main?.remarks).toEqual([]);
  });
});

describe("一张工作表左右两张自评表", () => {
  const beside = (left: Grid, gap: number, right: Grid): Grid => {
    const width = Math.max(...left.map((row) => row.length)) + gap;
    return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
      const row = left[index] ?? [];
      return [...row, ...Array.from({ length: width - row.length }, () => null), ...(right[index] ?? [])];
    });
  };

  it.each([0, 1, 3])("隔%i列：只读左边一张的格子，说明右边一张在哪里", (gap) => {
    const [left, right] = [project("甲项目", "培训人数", true), project("乙项目", "帮扶人数", true)];
    const alone = readForms(workbookOf([gridSheet(left)])).main;
    const { main, forms } = readForms(workbookOf([gridSheet(beside(left, gap, right))]));
    expect(forms).toHaveLength(1);
    expect(main?.indicators).toEqual(alone?.indicators);
    expect(main?.head).toEqual(alone?.head);
    expect(main?.nextForm).toMatchObject({ row: 5, column: 9 + gap });
    expect(main?.remarks.map(({ text }) => text).join("")).toContain("没有读取");
  });

  it("右边一张的标题更常见，也不取它的栏", () => {
    const odd = goalTitles.map((title) => (title === "年度指标值" ? "预期目标值" : title));
    const left = project("甲项目", "培训人数", true).map((row) => (row === goalTitles ? odd : row));
    const { main } = readForms(workbookOf([gridSheet(beside(left, 1, project("乙项目", "培训人数", true)))]));
    expect(main?.columns.target).toBe(4);
  });

  it("一张表里两列得分、名称在得分后面的，不是两张", () => {
    const scores: Grid = [
      ["得分", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "复核得分"],
      [null, "产出指标", "数量指标", "培训人数", "≥100人", "104人", 100, null],
    ];
    expect(readForms(workbookOf([gridSheet(scores)])).main?.nextForm).toBeNull();
  });
});
