import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readForms } from "../../src/form/readForms";
import type { Snapshot } from "../../src/workbook/snapshot";
import {
  behindOtherSheets,
  brokenNames,
  extraColumns,
  fullWidthNumbers,
  movedForm,
  numbersAsText,
  repeatedHeader,
  retitledForm,
  secondPartNamed,
  shortForm,
  unmergedLevels,
  unrelatedRows,
} from "../support/formVariants";
import { gridSheet } from "../support/grid";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { formOf, meaningOf } from "./formOf";

const nansha = await sampleSnapshot("samples/nansha-2023.xlsx");
const plain = formOf(nansha);
const meaning = meaningOf(plain);

const payroll = gridSheet(
  [
    ["序号", "姓名", "基本工资", "合计"],
    [1, "甲", 5000, 5000],
  ],
  { name: "工资表" },
);

/** Name → the variant, and what else must hold. */
const variants: readonly (readonly [string, (form: Snapshot) => Snapshot])[] = [
  ["整体下移7行右移3列", (form) => movedForm(form, 7, 3)],
  ["一、二级指标不合并，下面留空", (form) => unmergedLevels(form, "blank")],
  ["一、二级指标每行重复", (form) => unmergedLevels(form, "repeated")],
  ["分页处重复表头和层级名称", (form) => repeatedHeader(form, [21, 30])],
  ["分页正好在一个指标的两行之间", (form) => repeatedHeader(form, [28])],
  ["全角数字带单位", fullWidthNumbers],
  ["数字存成文本", numbersAsText],
  ["名称里有换行和空格", brokenNames],
  ["前有序号列，后有备注列", extraColumns],
  ["上方紧接无关数据", (form) => unrelatedRows(form, 40, "above")],
  ["下方有无关数据", (form) => unrelatedRows(form, 40, "below")],
  ["前面有别的表，表名任意", (form) => behindOtherSheets(form, [payroll], "Sheet7")],
  [
    "标准分、自评得分、扣分原因",
    (form) =>
      retitledForm(form, {
        weight: "标准分",
        selfScore: "自评得分",
        basis: "扣分原因",
        evidence: "佐证材料",
      }),
  ],
  ["权重、得分", (form) => retitledForm(form, { weight: "权 重", selfScore: "得  分", basis: "未达标原因" })],
  [
    "标题带换行和单位",
    (form) =>
      retitledForm(form, { weight: "分值\n（分）", selfScore: "自评\n得分（分）", name: "三级\n指标" }),
  ],
];

describe("同一张表换一种样子，读出的指标不变", () => {
  it.each(variants)("%s", (_, change) => {
    const form = formOf(change(nansha));
    expect(meaningOf(form)).toEqual(meaning);
    expect(form.groups.map((g) => [g.level, g.name, g.weight?.value])).toEqual(
      plain.groups.map((g) => [g.level, g.name, g.weight?.value]),
    );
    expect(form.total?.score.typed).toBe(99.66);
    expect(form.total?.weight?.value).toBe(100);
    expect(form.grade?.value).toBe(plain.grade?.value);
    expect(form.head.department?.value).toBe(plain.head.department?.value);
    expect(form.head.year?.value).toBe(2023);
    expect(form.head.unitCount?.value).toBe(6);
    expect(form.head.budget.map((b) => [b.group, b.title, b.amount.value])).toEqual(
      plain.head.budget.map((b) => [b.group, b.title, b.amount.value]),
    );
  });

  it("范围随表移动；无关数据在范围之外，序号和备注在范围之内", () => {
    expect(formOf(movedForm(nansha, 7, 3)).area).toEqual({ top: 8, left: 4, bottom: 51, right: 14 });
    expect(formOf(unrelatedRows(nansha, 40, "above")).area).toEqual({
      top: 41,
      left: 1,
      bottom: 84,
      right: 11,
    });
    expect(formOf(unrelatedRows(nansha, 40, "below")).area).toEqual({
      top: 1,
      left: 1,
      bottom: 44,
      right: 11,
    });
    expect(formOf(extraColumns(nansha)).area).toEqual({ top: 1, left: 1, bottom: 44, right: 13 });
  });

  it("重复的表头不算指标，层级分值只计一次", () => {
    const form = formOf(repeatedHeader(nansha, [21, 30]));
    expect(form.indicators).toHaveLength(28);
    expect(form.groups.filter((g) => g.level === 1).map((g) => g.weight?.value)).toEqual([50, 50]);
    expect(form.groups.find((g) => g.name === "预算执行")?.rows).toEqual([20, 23]);
  });

  it("第二行有自己的名称时是单独一项", () => {
    const form = formOf(secondPartNamed(nansha, "采购意向公开时限"));
    expect(form.indicators.slice(13, 15).map((i) => [i.name.value, i.part, i.weight.value])).toEqual([
      ["采购意向公开合规性", 1, 0.5],
      ["采购意向公开时限", 1, 1.5],
    ]);
  });

  it("简表只有三级指标、分值、评分标准、得分", () => {
    const form = formOf(shortForm(nansha));
    expect(form.indicators.map((i) => [i.name.value, i.part, i.weight.value, i.selfScore.typed])).toEqual(
      plain.indicators.map((i) => [i.name.value, i.part, i.weight.value, i.selfScore.typed]),
    );
    expect(form.columns).toEqual({
      level1: null,
      level1Weight: null,
      level2: null,
      level2Weight: null,
      name: 1,
      weight: 2,
      definition: null,
      standard: 3,
      selfScore: 4,
      target: null,
      adjusted: null,
      operator: null,
      unit: null,
      actual: null,
      basis: null,
      evidence: null,
    });
    expect(form.groups).toEqual([]);
    expect(form.total).toBeNull();
    expect(form.head.department).toBeNull();
    expect(form.area).toEqual({ top: 1, left: 1, bottom: 29, right: 4 });
  });

  it("简表下面没有总分，空行之后的无关数据不算指标", () => {
    const form = formOf(unrelatedRows(shortForm(numbersAsText(nansha)), 30, "below"));
    expect(form.indicators).toHaveLength(28);
    expect(form.area.bottom).toBe(29);
  });

  it("同一张表上有两万行无关数据，上下都一样", () => {
    for (const where of ["above", "below"] as const) {
      expect(meaningOf(formOf(unrelatedRows(nansha, 20_000, where)))).toEqual(meaning);
    }
  });
});

describe("性质", () => {
  const titles = fc.record({
    weight: fc.constantFrom("分值", "标准分", "权重", "分 值", "分值（分）", "标准\n分值"),
    selfScore: fc.constantFrom("得分/自评分", "自评得分", "得分", "自评分", "得分（自评分）", "自评分/得分"),
    basis: fc.constantFrom(
      "评分依据、未达标原因、改进措施",
      "扣分原因",
      "评分依据",
      "未达标原因及改进措施",
      "自评说明",
    ),
    evidence: fc.constantFrom("佐证材料", "参考佐证材料名称", "证明材料", "佐证材料（附件）"),
    definition: fc.constantFrom("指标解释", "指标说明", "指标释义"),
    standard: fc.constantFrom("评分标准", "评分细则", "评分 标准", "评分标准（扣分办法）"),
  });
  const layers = fc.record({
    levels: fc.constantFrom("merged", "blank", "repeated"),
    numbers: fc.constantFrom("number", "text", "fullWidth"),
    breaks: fc.uniqueArray(fc.integer({ min: 15, max: 41 }), { maxLength: 4 }),
    above: fc.integer({ min: 0, max: 30 }),
    below: fc.integer({ min: 0, max: 30 }),
    extra: fc.boolean(),
    rows: fc.integer({ min: 0, max: 200 }),
    columns: fc.integer({ min: 0, max: 40 }),
  });

  it("移动、加行加列、换标题、分页、改写数字，读出的指标都相同", () => {
    fc.assert(
      fc.property(titles, layers, (words, layer) => {
        let form: Snapshot = nansha;
        if (layer.numbers === "text") form = numbersAsText(form);
        if (layer.numbers === "fullWidth") form = fullWidthNumbers(form);
        form = repeatedHeader(form, layer.breaks);
        if (layer.levels === "blank") form = unmergedLevels(form, "blank");
        if (layer.levels === "repeated") form = unmergedLevels(form, "repeated");
        if (layer.above > 0) form = unrelatedRows(form, layer.above, "above");
        if (layer.below > 0) form = unrelatedRows(form, layer.below, "below");
        if (layer.extra) form = extraColumns(form);
        form = retitledForm(movedForm(form, layer.rows, layer.columns), words);
        const read = formOf(form);
        expect(meaningOf(read)).toEqual(meaning);
        expect(read.total?.score.typed).toBe(99.66);
      }),
      { numRuns: 60 },
    );
  });

  it("任意内容的表都不出错，读两次结果相同", () => {
    const cell = fc.oneof(
      fc.constantFrom<(string | number | null)[]>(
        "三级指标",
        "分值",
        "评分标准",
        "得分",
        "一级指标",
        "二级指标",
        "总分",
        "合计",
        "评价等级",
        "扣分说明",
        "年度目标值",
        "部门名称",
        "单位数：",
        "年度部门预算情况",
        "10 分",
        "满分",
        "=JX.GRADE(A1)",
        null,
        0,
        5,
        -1,
        1e308,
        Number.NaN,
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (grid, size) => {
          const sheet = gridSheet(grid, { merges: [`B2:C${size}`, `A${size}:A${size + 2}`] });
          const snapshot = { sheets: [sheet], records: new Map() };
          expect(readForms(snapshot)).toEqual(readForms(snapshot));
        },
      ),
      { numRuns: 300 },
    );
  });
});
