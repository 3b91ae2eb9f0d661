import { expect, it } from "vitest";
import { unlikeCard } from "../../src/edits/unlikeCard";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { shippedFacts } from "../support/factsFile";
import { gridSheet, workbookOf } from "../support/grid";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { memoryWorkbook, setCell } from "../support/memoryWorkbook";
import { converted, evaluated, recalculated, scored } from "../support/scored";

it.each(["nansha-2023", "city-2023"])("%s：得分格改成别的数、空白、错误值，每一行都说得出", async (name) => {
  const blank = await sampleSnapshot(`samples/${name}-blank.xlsx`);
  const { after } = scored(blank, { given: shippedFacts(`samples/${name}.facts.json`) });
  const formCase = evaluated(after);
  expect(unlikeCard(formCase, after)).toEqual([]);
  const rows = formCase.scorecard.rows.filter(({ points }) => points !== null);
  expect(rows.length).toBeGreaterThan(20);
  for (const { at, points } of rows) {
    for (const value of [Number(points) + 0.01, null, "#VALUE!"]) {
      expect(unlikeCard(formCase, setCell(after, at, { value })).map((one) => one.at)).toEqual([at]);
    }
  }
});

it.each<[string, readonly CellValue[]]>([
  ["写成小数", [0.2, 0.3, 0.5]],
  ["写成分", [20, 30, 50]],
  ["写成文字", ["20分", "30分", "50分"]],
])("权重%s：得分的公式按分算，转为普通公式也是", async (_, weights) => {
  const clauses = ["得分=执行率×权重", "达到目标值得满分，每低1个百分点扣0.5分", null];
  const start = workbookOf([
    gridSheet([
      ["部门整体支出绩效自评表"],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "权重", "评分标准", "得分"],
      ...weights.map((weight, at): readonly CellValue[] => [
        ...["产出指标", "数量指标", ["预算执行率", "合格率", "满意度"][at] ?? "", "100%", "90%"],
        ...[weight, clauses[at] ?? null, null],
      ]),
    ]),
  ]);
  const { after } = scored(start);
  const card = evaluated(after);
  expect(card.scorecard.rows.map(({ points }) => points)).toEqual([18, 25, 45]);
  expect(unlikeCard(card, after)).toEqual([]);
  const workbook = memoryWorkbook(after, recalculated);
  expect(await converted(workbook, "builtIn")).toBe(true);
  expect(unlikeCard(card, workbook.snapshot())).toEqual([]);
});

/** Two rows whose figures stand in the form itself: 评分底稿 asks nothing. */
function project(score: CellValue): Snapshot {
  return workbookOf([
    gridSheet([
      ["项目支出绩效自评表"],
      ["项目名称", "甲"],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "人数", "≥100人", "100人", 40, score],
      ["产出指标", "数量指标", "户数", "≥100户", "90户", 60, null],
      ["总分", null, null, null, null, 100, null],
    ]),
  ]);
}

it.each<[CellValue, string | null]>([
  // 手工填的与计算的一样、不一样，都是他自己的；另有核对。
  ["40分", null],
  [40, null],
  ["38分", null],
  ["四十分左右", "手工填的"],
])("得分格手工填“%s”：不叫人去改评分底稿里没有的行", (score, said) => {
  const { result, after } = scored(project(score));
  expect(unlikeCard(result, after).map(({ todo }) => todo)).toEqual(
    said === null ? [] : [expect.stringContaining(said)],
  );
});

it("评分底稿里没有这一行的：叫人核对表里的格子", () => {
  const { result, after } = scored(project(null));
  const at = { sheet: "Sheet1", row: 5, column: 7 };
  const wrong = { value: 12, formula: "=1+11" };
  const [stop] = unlikeCard(result, setCell(after, at, wrong));
  expect(stop?.todo).toContain("引用的表里的格子");
  expect(stop?.todo).not.toContain("评分底稿");
});
