import { describe, expect, it } from "vitest";
import { planScoring } from "../../src/edits/planScoring";
import { planBuiltIn } from "../../src/edits/planConvert";
import { withGiven, type Case } from "../../src/scorecard/case";
import { snapshotCell, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import type { CellAddress } from "../../src/workbook/cell";
import { gridSheet, workbookOf } from "../support/grid";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { evaluated, recalculated, scored } from "../support/scored";

/** A form without 分值: weights stand once with 产出指标, and with the one row of 满意度指标. */
function book(title = "2023年度小型水库除险加固项目自评表", actual: CellValue = "13.5公里"): Snapshot {
  return workbookOf([
    gridSheet(
      [
        [title],
        ["项目名称", "除险加固"],
        ["一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值", "得分"],
        ["产出指标（40分）", "数量指标", "水库加固数", "3座", "3座"],
        [null, "数量指标", "渠道清淤长度", "15公里", actual],
        [null, "质量指标", "管护机制", "健全", "基本健全"],
        ["满意度指标（10分）", "满意度指标", "群众满意度", "95%以上", "96%"],
        ["总分"],
      ],
      { name: "自评表" },
    ),
  ]);
}

const rowsOf = ({ scorecard }: Case) =>
  scorecard.rows.map(({ indicator, weight, points }) => [indicator, weight, points]);

/** The cell of 评分底稿 that asks for the weight of the row. */
function place(formCase: Case, row: number): CellAddress {
  const fact = formCase.scorecard.rows[row]?.facts.find(({ spec }) => spec.key === "weight");
  if (fact?.at == null) throw new Error(`row ${row} has no place for its weight`);
  return fact.at;
}

function shownScores(after: Snapshot, formCase: Case): readonly CellValue[] {
  return formCase.scorecard.rows.map(({ at }) => snapshotCell(after, at)?.value || null);
}

describe("没有印分值、也没有地方填的行", () => {
  it("每行问一句分值，在评分底稿里有格子；一组只有一行的不问", () => {
    const first = evaluated(book());
    expect(rowsOf(first)).toEqual([
      ["水库加固数", null, null],
      ["渠道清淤长度", null, null],
      ["管护机制", null, null],
      ["群众满意度", 10, 10],
    ]);
    const asked = first.scorecard.rows.map(({ questions }) => questions.map(({ factId }) => factId));
    expect(asked[0]).toEqual(["row:水库加固数.weight"]);
    expect(asked[3]).toEqual([]);
    // 定性的一行，档次与分值一起问。
    expect(asked[2]).toHaveLength(4);
  });

  it("评过一次，公式等着底稿里的分值；填上就有得分，不用重评", () => {
    const { after, result } = scored(book());
    expect(shownScores(after, result)).toEqual([null, null, null, 10]);
    const again = evaluated(after);
    const formula = snapshotCell(after, again.scorecard.rows[1]?.at ?? place(again, 1))?.formula ?? "";
    expect(formula).toMatch(/^=IF\(ISNUMBER\('?评分底稿'?!\$D\$\d+\),IF\(AND/u);
    const filled = recalculated(setCell(after, place(again, 1), { value: 12 }));
    expect(shownScores(filled, again)[1]).toBe(10.8);
    expect(rowsOf(evaluated(filled))[1]).toEqual(["渠道清淤长度", 12, 10.8]);
  });

  it("都填了，总分是各行之和；普通公式一样，分值改了跟着变", () => {
    const { after } = scored(book());
    const asked = evaluated(after);
    const facts = asked.scorecard.rows.flatMap((row) => row.facts);
    const cell = (id: string): CellAddress => {
      const at = facts.find((fact) => fact.id.endsWith(id))?.at;
      if (at == null) throw new Error(id);
      return at;
    };
    const typed: readonly (readonly [string, CellValue])[] = [
      ["水库加固数.weight", "15分"],
      ["渠道清淤长度.weight", 15],
      ["管护机制.weight", 10],
      ["管护机制.tier", "部分达成"],
      ["管护机制.share", 0.7],
      ["管护机制.basis", "检查记录"],
    ];
    const filled = typed.reduce((book, [id, value]) => setCell(book, cell(id), { value }), after);
    // 文字的“15分”公式算不了，请人改成数字。
    expect(evaluated(filled).scorecard.rows[0]?.points).toBeNull();
    const plain = setCell(filled, cell("水库加固数.weight"), { value: 15 });
    const { result, after: done } = scored(plain);
    expect(rowsOf(result).map(([, , points]) => points)).toEqual([15, 13.5, 7, 10]);
    expect(result.scorecard.total).toBe(45.5);
    expect(shownScores(done, result)).toEqual([15, 13.5, 7, 10]);
    const builtIn = recalculated(applyPlan(plain, planBuiltIn(result)));
    expect(shownScores(builtIn, result)).toEqual([15, 13.5, 7, 10]);
    const other = recalculated(setCell(builtIn, cell("渠道清淤长度.weight"), { value: 5 }));
    expect(shownScores(other, result)[1]).toBe(4.5);
  });

  it.each([0, -5, 120, "待定"])("分值%s不能用，先问，不当作0", (value) => {
    const { after } = scored(book());
    const filled = setCell(after, place(evaluated(after), 0), { value });
    const [row] = evaluated(filled).scorecard.rows;
    expect([row?.points, row?.weight]).toEqual([null, null]);
    expect(row?.questions[0]?.question).toContain("分");
    const { result, after: again } = scored(filled);
    expect(shownScores(again, result)[0]).toBeNull();
  });

  it("从数据文件给的分值，写进评分底稿", () => {
    const given = new Map([["row:水库加固数.weight", { value: 15 }]]);
    const formCase = withGiven(evaluated(book()), given);
    expect(rowsOf(formCase)[0]).toEqual(["水库加固数", 15, 15]);
    const after = recalculated(applyPlan(book(), planScoring(formCase)));
    expect(rowsOf(evaluated(after))[0]).toEqual(["水库加固数", 15, 15]);
    expect(shownScores(after, formCase)[0]).toBe(15);
  });

  it("整体的表也一样，不舍入", () => {
    const given = new Map([["row:渠道清淤长度.weight", { value: 12.5 }]]);
    expect(rowsOf(evaluated(book("2022年度部门整体绩效自评表"), { given }))[1]).toEqual([
      "渠道清淤长度",
      12.5,
      11.25,
    ]);
  });

  it("有分值栏而空白的，仍填在表里", () => {
    const snapshot = workbookOf([
      gridSheet([
        ["项目支出绩效自评表"],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "甲", "≥1次", "1次", 10],
        ["产出指标", "数量指标", "乙", "≥1次", "1次", null],
      ]),
    ]);
    const [, row] = evaluated(snapshot).scorecard.rows;
    expect(row?.questions).toMatchObject([{ factId: "row4.weight", at: { row: 4, column: 6 } }]);
  });

  it("资金块没有印分值的，也问", () => {
    const snapshot = workbookOf([
      gridSheet([
        ["项目支出绩效自评表"],
        ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"],
        ["年度资金总额", 100, 100, 95, "95%", null],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "甲", "≥1次", "1次", 10],
      ]),
    ]);
    const given = new Map([["row:预算执行率.weight", { value: 10 }]]);
    expect(rowsOf(evaluated(snapshot))[0]).toEqual(["预算执行率", null, null]);
    expect(rowsOf(evaluated(snapshot, { given }))[0]).toEqual(["预算执行率", 10, 9.5]);
  });

  /** A form whose rows print their own 评分标准, and no weights. */
  const ruled = (...clauses: readonly string[]): Snapshot =>
    workbookOf([
      gridSheet(
        [
          ["2023年度项目自评表"],
          ["项目名称", "除险加固"],
          ["一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值", "评分标准", "得分"],
          ["产出指标（40分）", "数量指标", "水库加固数", "3座", "3座", null, null],
          ...clauses.map((clause, at) => [
            null,
            "数量指标",
            `渠道${at + 1}`,
            "15公里",
            "13.5公里",
            clause,
            null,
          ]),
          ["总分"],
        ],
        { name: "自评表" },
      ),
    ]);

  it.each([
    ["完成率达到100%得满分，每低1%扣分值的2%", 9.6],
    ["得分=完成率×分值，超过100%按100%计", 10.8],
    ["完成率达到100%得满分，每低1%扣0.5分", 7],
    ["完成率90%以上得满分，80%（含）-90%得一半分，低于80%不得分", "任何"],
  ])("印了评分标准的，第一次计算就有公式：“%s”，填上12分就有得分，不用重评", (clause, points) => {
    const { after } = scored(ruled(clause));
    const filled = recalculated(setCell(after, place(evaluated(after), 1), { value: 12 }));
    const formCase = evaluated(filled);
    const [, row] = formCase.scorecard.rows;
    expect(snapshotCell(after, row?.at ?? place(formCase, 1))?.formula).toMatch(/^=IF\(ISNUMBER\(/u);
    if (points !== "任何") expect(row?.points).toBe(points);
    expect(shownScores(filled, formCase)[1]).toBe(row?.points);
    const again = scored(filled);
    expect(shownScores(again.after, again.result)[1]).toBe(row?.points);
  });

  it("评分标准怎样读要看分值的（各档得几分），等分值填了再写公式，不先写一个可能不对的", () => {
    const clause = "完成率100%得5分，90%（含）-100%得3分，低于90%不得分";
    const { after, result } = scored(ruled(clause));
    expect(snapshotCell(after, result.scorecard.rows[1]?.at ?? place(result, 1))?.formula).toBeUndefined();
    const filled = setCell(after, place(evaluated(after), 1), { value: 5 });
    const again = scored(filled);
    expect(shownScores(again.after, again.result)[1]).toBe(3);
  });

  it("分值和评分标准问的数一起问", () => {
    const { result } = scored(ruled("每发现1处质量问题扣分值的10%，扣完为止"));
    const asked = result.scorecard.rows[1]?.questions.map(({ question }) => question).join("");
    expect(asked).toContain("分值");
    expect(asked).toContain("质量问题");
  });
});
