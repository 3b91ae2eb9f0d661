import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unlikeCard } from "../../src/edits/unlikeCard";
import { a1 } from "../../src/workbook/cell";
import { snapshotCell, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { memoryWorkbook } from "../support/memoryWorkbook";
import { converted, evaluated, recalculated, scored } from "../support/scored";

/* 转为普通公式 holds what was read from words: in one unit, as it was compared. */

type Goal = readonly [target: CellValue, actual: CellValue];

/** Rows of 10 分 each. */
function formOf(goals: readonly Goal[]): Snapshot {
  return workbookOf([
    gridSheet([
      ["项目支出绩效自评表"],
      ["项目名称", "甲"],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ...goals.map(([target, actual], at) => [
        "产出指标",
        "数量指标",
        `内容${at + 1}`,
        target,
        actual,
        10,
        null,
      ]),
      ["总分", null, null, null, null, goals.length * 10, null],
    ]),
  ]);
}

/** What the score cells show with formulas of Excel's own; every row that has points shows those. */
async function shown(goals: readonly Goal[]): Promise<readonly CellValue[]> {
  const workbook = memoryWorkbook(scored(formOf(goals)).after, recalculated);
  expect(await converted(workbook, "builtIn")).toBe(true);
  const after = workbook.snapshot();
  const card = evaluated(after);
  expect(unlikeCard(card, after).map(({ at, todo }) => `${a1(at)} ${todo}`)).toEqual([]);
  return card.scorecard.rows.map(({ at, points }) => {
    const cell = snapshotCell(after, at);
    if (points === null) return "问";
    expect(cell?.formula ?? "").not.toContain("JX.");
    return cell?.value ?? null;
  });
}

const units: readonly (readonly string[])[] = [
  ["秒", "分钟", "小时", "天", "周"],
  ["厘米", "米", "公里"],
  ["平方米", "亩", "公顷", "平方公里"],
  ["克", "斤", "千克", "吨"],
  ["毫升", "升"],
  ["度", "千瓦时", "兆瓦时"],
  ["元", "万元", "亿元"],
  ["%", "‰", "成"],
  ["次"],
];
const numbers = fc.constantFrom(
  "0.5",
  "0.9",
  "1",
  "1.1",
  "1.5",
  "2",
  "2.5",
  "7",
  "10",
  "36",
  "60",
  "90",
  "150",
  "1,200",
);
const written = fc
  .constantFrom(...units)
  .chain((alike) =>
    fc.tuple(
      fc.constantFrom("≤", "≥", "", "不超过", "不少于", "约", "＝"),
      numbers,
      fc.constantFrom(...alike),
      numbers,
      fc.constantFrom(...alike),
    ),
  )
  .map(([side, target, unit, actual, other]): Goal => [`${side}${target}${unit}`, `${actual}${other}`]);
/** Two parts in one cell. */
const goals = fc.oneof(
  { weight: 3, arbitrary: written },
  fc
    .tuple(written, written)
    .map(([one, other]): Goal => [
      `检查${String(one[0])}，巡查${String(other[0])}`,
      `检查${String(one[1])}，巡查${String(other[1])}`,
    ]),
);

describe("转为普通公式，写在文字里的数按同一单位换算", () => {
  it.each<[string, string, number]>([
    ["≤2小时", "150分钟", 8],
    ["≤90分钟", "2小时", 7.5],
    ["≤2天", "60小时", 8],
    ["≤1周", "10天", 7],
    ["≥2小时", "90分钟", 7.5],
    ["≤2公里", "1.5公里", 10],
    ["≤1吨", "1250公斤", 8],
    ["≥3亩", "1000平方米", 5],
    ["≤500元", "0.04万元", 10],
  ])("目标%s，实际%s，得%s分", async (target, actual, points) => {
    const [value] = await shown([[target, actual]]);
    expect(value).toBeCloseTo(points, 9);
  });

  it("几项的，“不超过”的一项达到了也是100%", async () => {
    const [value] = await shown([["检查≤10次，巡查≤4次", "检查8次，巡查5次"]]);
    expect(value).toBeCloseTo(9, 9);
  });

  it("格子里是数的，公式仍随格子变", async () => {
    const workbook = memoryWorkbook(scored(formOf([[100, 90]])).after, recalculated);
    await converted(workbook, "builtIn");
    expect(snapshotCell(workbook.snapshot(), { sheet: "Sheet1", row: 4, column: 7 })?.formula).toMatch(
      /E4\/D4/u,
    );
  });

  it("任何数、单位和方向：格子里的得分就是计算得分", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(goals, { minLength: 10, maxLength: 10 }), async (rows) => {
        await shown(rows);
      }),
      { numRuns: 15 },
    );
  });
});
