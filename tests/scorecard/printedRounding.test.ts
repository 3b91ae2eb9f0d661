import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonReport } from "../../src/cli/jsonReport";
import type { CaseOptions } from "../../src/scorecard/case";
import { snapshotCell, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import type { CellAddress } from "../../src/workbook/cell";
import { applyPlan } from "../support/memoryWorkbook";
import { planBuiltIn } from "../../src/edits/planConvert";
import { tidy } from "../../src/quantity/tidy";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated, recalculated, scored } from "../support/scored";

type Row = readonly [name: string, target: CellValue, actual: CellValue, weight: number, standard?: string];

const boxes = "□优  90分≤得分≤100分； □良  80分≤得分＜90分；□中  60分≤得分＜80分；  □差  得分＜60分";

function book(title: string, rows: readonly Row[]): Snapshot {
  const sum = rows.reduce((all, [, , , weight]) => all + weight, 0);
  return workbookOf([
    gridSheet([
      [title],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "评分标准"],
      ...rows.map(([name, target, actual, weight, standard]) => [
        "产出指标",
        "数量指标",
        name,
        target,
        actual,
        weight,
        null,
        standard ?? null,
      ]),
      ["总分", null, null, null, null, sum, null],
      ["评价等级", boxes],
    ]),
  ]);
}

const project = "项目支出绩效自评表";
const department = "部门整体支出绩效自评表";

/** What the sheet shows once it is scored: the rows, the total, the ticked grade. */
function shown(snapshot: Snapshot, options: CaseOptions = {}) {
  const { result, after } = scored(snapshot, options);
  return { result, ...read(after, result) };
}

function read(after: Snapshot, { form, scorecard }: ReturnType<typeof evaluated>) {
  const at = (cell: CellAddress | undefined): CellValue => {
    const value = cell === undefined ? null : (snapshotCell(after, cell)?.value ?? null);
    return typeof value === "number" ? tidy(value) : value === "" ? null : value;
  };
  return {
    rows: scorecard.rows.map((row) => at(row.at)),
    total: at(form.total?.score.at),
    grade: /√(.)/u.exec(String(at(form.grade?.at)))?.[1] ?? null,
  };
}

describe("项目的表，每行的得分在公式里四舍五入，总分是印出来的各行之和", () => {
  const rows: readonly Row[] = [
    ["甲", "3次", "2次", 10],
    ["乙", "3次", "2次", 10],
    ["丙", "3次", "2次", 10],
  ];

  it("三行都是6.6667，各印6.67，总分20.01；整体的表不舍，总分20", () => {
    expect(shown(book(project, rows))).toMatchObject({ rows: [6.67, 6.67, 6.67], total: 20.01 });
    expect(shown(book(department, rows)).total).toBeCloseTo(20, 9);
  });

  it.each([
    ["one", [6.7, 6.7, 6.7], 20.1],
    ["three", [6.667, 6.667, 6.667], 20.001],
  ] as const)("几位小数是一项设置：%s", (rowDecimals, each, total) => {
    expect(shown(book(project, rows), { settings: { rowDecimals } })).toMatchObject({ rows: each, total });
  });

  it("可以不舍", () => {
    expect(shown(book(project, rows), { settings: { rowDecimals: "none" } }).total).toBeCloseTo(20, 9);
  });

  it("表里印着评分标准的行也一样，没有填的仍是空白", () => {
    const printed: readonly Row[] = [
      ["培训场次", "≥30场", "20场", 10, "得分=完成率×分值"],
      ["培训合格率", "≥95%", "94.333%", 10, "达到目标值得满分；每低1个百分点扣0.5分，扣完为止"],
      ["其他", "规范", "规范", 10, "发现一处不规范扣0.333分，扣完为止"],
      ["办学条件", "改善", "改善", 10],
    ];
    const { result, rows: cells } = shown(book(project, printed));
    expect(cells.slice(0, 2)).toEqual(result.scorecard.rows.slice(0, 2).map(({ points }) => points));
    expect(cells.slice(2)).toEqual([null, null]);
  });

  it("四舍五入成了满分的，不算扣分，照实说明", () => {
    const [row] = evaluated(book(project, [["甲", "10000次", "9996次", 10]])).scorecard.rows;
    expect(row).toMatchObject({ points: 10, deduction: 0, reason: "" });
    expect(row?.remarks.join("")).toContain("实得9.996分，四舍五入到2位小数为10分");
    // What binary fractions leave behind is no loss either.
    const [dust] = evaluated(book(project, [["乙", "≥90%", "89.99%", 10]])).scorecard.rows;
    expect(dust).toMatchObject({ points: 10, deduction: 0, reason: "" });
  });

  it("扣的分与印出来的得分合得上", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 1, max: 30 }), (actual, weight) => {
        const [row] = evaluated(book(project, [["甲", "999次", `${actual}次`, weight]])).scorecard.rows;
        const lost = row?.losses.reduce((all, { points }) => all + points, 0) ?? 0;
        expect(lost).toBeCloseTo(weight - (row?.points ?? 0), 9);
        expect(row?.annexRows.map(({ points }) => points)).toEqual([row?.points]);
      }),
      { numRuns: 40 },
    );
  });

  it("公式、普通公式、--json是同一个数", () => {
    const line = fc.record({
      target: fc.integer({ min: 1, max: 400 }),
      actual: fc.integer({ min: 0, max: 400 }),
      weight: fc.integer({ min: 1, max: 40 }),
      words: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const snapshot = book(
          project,
          lines.map(({ target, actual, weight, words }, index) =>
            words
              ? [`事项${index}`, `≥${target}件`, `${actual}件`, weight]
              : [`事项${index}`, target, actual, weight],
          ),
        );
        const { result, rows, total, grade } = shown(snapshot);
        const json = jsonReport("表.xlsx", 1, result);
        expect(rows).toEqual(json.rows.map(({ points }) => points));
        expect(total).toEqual(json.total);
        expect(grade).toBe(json.grade);
        const plain = recalculated(applyPlan(snapshot, planBuiltIn(result)));
        expect(read(plain, result)).toEqual({ rows, total, grade });
      }),
      { numRuns: 25 },
    );
  });
});

describe("等级跟着印出来的总分", () => {
  const half = (actual: string): readonly Row[] => [
    ["甲", "100分", actual, 50],
    ["乙", "1次", "1次", 50],
  ];

  it.each([
    [department, "79.99分", "shown", 89.995, "优"],
    [department, "79.988分", "shown", 89.994, "良"],
    [department, "79.99分", "unrounded", 89.995, "良"],
    [department, "59.99分", "shown", 79.995, "良"],
    [department, "59.988分", "shown", 79.994, "中"],
    [department, "19.99分", "shown", 59.995, "中"],
    [department, "19.988分", "shown", 59.994, "差"],
    [project, "79.99分", "shown", 90, "优"],
    [project, "79.99分", "unrounded", 90, "优"],
    [project, "79.988分", "shown", 89.99, "良"],
  ] as const)("%s，实际%s，按%s：总分%s，%s", (title, actual, gradeBasis, total, grade) => {
    const { result, ...sheet } = shown(book(title, half(actual)), { settings: { gradeBasis } });
    expect(sheet.total).toBeCloseTo(total, 9);
    expect([sheet.grade, result.scorecard.grade]).toEqual([grade, grade]);
  });

  it("总分的格子自己有三位小数的，印的是三位，等级按三位", () => {
    const snapshot = book(department, half("79.99分"));
    const at = evaluated(snapshot).form.total?.score.at;
    const [sheet] = snapshot.sheets;
    if (at === undefined || sheet === undefined) throw new Error("no total");
    const rows = new Map(sheet.rows);
    const total = new Map(rows.get(at.row));
    rows.set(at.row, total.set(at.column, { value: null, format: "0.000" }));
    const { result, grade } = shown({ ...snapshot, sheets: [{ ...sheet, rows }] });
    expect([grade, result.scorecard.grade]).toEqual(["良", "良"]);
  });
});
