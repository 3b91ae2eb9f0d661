import { describe, expect, it } from "vitest";
import type { AnnexRowResult, ScorecardRow } from "../../src/scorecard/scorecard";
import type { CellValue } from "../../src/workbook/snapshot";
import { card, rowOf } from "../support/cards";
import { shippedFacts } from "../support/factsFile";
import { setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";

const city = await sampleSnapshot("samples/city-2023-blank.xlsx");
const given = shippedFacts("samples/city-2023.facts.json");
const untiered = new Map(Array.from(given).filter(([id]) => !id.startsWith("annex:")));

function inOrder(row: ScorecardRow): readonly AnnexRowResult[] {
  return [...row.annexRows].sort((a, b) => a.actual.at.row - b.actual.at.row);
}

/** 完成率（%，三位小数）和得分系数；定性指标的完成率为“档次”。 */
function rates(row: ScorecardRow): readonly (readonly [string, number | null])[] {
  return inOrder(row).map(({ rate, points, weight }) => [
    rate === null ? "档次" : String(Number((rate * 100).toFixed(3))),
    points === null || weight === null ? null : Number((points / weight).toFixed(9)),
  ]);
}

const full = (...percents: readonly string[]) => percents.map((percent) => [percent, 1] as const);

describe("市级表：54行附表各自的完成率和得分系数", () => {
  const scorecard = card(city, given);

  it("产出23项", () => {
    const expected = full(..."117.893 115.143 113.571 149.697 110 106".split(" "));
    const rest = full(
      ..."101.2 112.644 102.345 101.19 102.67 101.243 137.8 137.533 103.077 102.424 104.786 100.97 102.041 104.167 104.211 110.244".split(
        " ",
      ),
    );
    expect(rates(rowOf(scorecard, 14))).toEqual([...expected, ["65", 0.65], ...rest]);
  });

  it("效益9项：不高于、不超按方向计算，达标为100%", () => {
    expect(rates(rowOf(scorecard, 15))).toEqual(
      full(..."100 档次 档次 110.233 100 100 126.65 101.677 100".split(" ")),
    );
  });

  it("专项22项：大赛影响力685%得一半", () => {
    const output = full(
      ..."110 112.5 100 100 100 125 100 100 100 100 100 100 100 100 档次 117.893 100 100 149.697".split(" "),
    );
    expect(rates(rowOf(scorecard, 17))).toEqual([...output, ["685", 0.5], ...full("100", "100")]);
  });

  it("产出9.84783，效益10，专项19.28571，总分97.13169", () => {
    expect(rowOf(scorecard, 14).points).toBeCloseTo(10 - (0.35 * 10) / 23, 10);
    expect(rowOf(scorecard, 15).points).toBe(10);
    expect(rowOf(scorecard, 17).points).toBeCloseTo(20 - 5 / 7, 10);
    expect(scorecard.total?.toFixed(5)).toBe("97.13169");
    expect(scorecard).toMatchObject({ grade: "优", openPoints: 0, unconfirmed: 0 });
  });

  it("每一处扣分都有行、有理由", () => {
    expect(rowOf(scorecard, 14).reason).toBe(
      "“对已入选的创新领军人才进行中期评估并发放第二期资助经费人数”实际13人，目标约20人，完成率65%，适用“完成率为60%-100%的，得分=完成率×本指标分值”，扣0.152分。",
    );
    expect(rowOf(scorecard, 17).reason).toContain(
      "“大赛社会宣传效应”实际685万人次，目标超过100万人，完成率685%",
    );
    expect(rowOf(scorecard, 15).reason).toBe("");
    const [first] = rowOf(scorecard, 14).annexRows;
    expect(first).toMatchObject({
      rate: 0.65,
      kind: "approx",
      clause: "完成率为60%-100%的，得分=完成率×本指标分值",
    });
    expect(first?.read).toBe("目标约20人（约），实际13人");
    expect(first?.reason).toContain("扣0.152分");
  });

  it("专项少的0.71分是设置带来的，另行列出；改设置就不扣", () => {
    expect(scorecard.settingLosses).toEqual([
      { setting: "specialFundBranches", points: expect.closeTo(5 / 7, 9) as number },
    ]);
    const linear = card(city, given, { settings: { specialFundBranches: "linear" } });
    expect(rowOf(linear, 17)).toMatchObject({ points: 20, reason: "", settingLoss: null });
  });

  it("没有评定档次：只有那三项未完成", () => {
    const open = card(city, untiered);
    expect(open.rows.filter(({ points }) => points === null).map(({ row }) => row)).toEqual([15, 17]);
    expect(
      open.rows
        .flatMap((row) => row.annexRows.filter(({ points }) => points === null))
        .map(({ name }) => name),
    ).toEqual([
      "社会化退休人员关心关爱，维护社会和谐与稳定",
      "切实维护劳动者合法权益，维护社会和谐稳定",
      "项目支出相关性、合规性",
    ]);
    expect(rowOf(open, 15).outcome).toBe("judgement");
    expect(rowOf(open, 14).points).toBeCloseTo(9.847826087, 9);
  });

  it("定性的专项产出照三档计分，并注明评分标准未规定；效益不注", () => {
    expect(rowOf(scorecard, 17).remarks.join()).toContain("评分标准未规定");
    expect(rowOf(scorecard, 15).remarks.join()).not.toContain("评分标准未规定");
  });

  it("单位不同、照抄目标、约数，都有提示", () => {
    const remarks = rowOf(scorecard, 17).remarks.join();
    expect(remarks).toContain("目标值为“人”，实际完成值为“人次”");
    expect(remarks).toContain("没有实测数值");
    expect(rowOf(scorecard, 14).remarks.join()).toContain("是约数");
  });
});

describe("填报的得分", () => {
  it("市级公布的得分逐项照填：差异都指出来，公布的总分97.998", () => {
    const published: Readonly<Record<number, CellValue>> = {
      14: 10,
      15: 10,
      16: 4.99915,
      17: 20,
      18: 4.999,
      31: 2,
      32: 0,
    };
    const filled = card(city, given).rows.reduce((snapshot, row) => {
      const value = published[row.row] ?? row.weight;
      return setCell(snapshot, row.at, { value });
    }, city);
    const scorecard = card(filled, given);
    const typed = scorecard.rows.reduce((sum, row) => sum + (row.typed ?? 0), 0);
    expect(typed.toFixed(3)).toBe("97.998");
    expect(scorecard.rows.filter(({ compared }) => compared === "differs").map(({ row }) => row)).toEqual([
      14, 17,
    ]);
    expect(scorecard.total?.toFixed(5)).toBe("97.13169");
  });
});
