import { describe, expect, it } from "vitest";
import { completionRate } from "../../src/criteria/completionRate";

/** 年度目标值 | 实际完成值 | 表的年度 | 完成率，或者问 | 指标名称. */
type Row = readonly [
  target: string,
  actual: string,
  year: number | null,
  expected: number | "问",
  name?: string,
];

const rows: readonly Row[] = [
  ["60场", "2023年完成54场", 2023, 0.9],
  ["60场", "2023年完成54场", null, "问"],
  ["60场", "2022年完成60场", 2023, "问"],
  ["60场", "完成60场（2022年）", 2023, "问"],
  ["60场", "完成60场（2023年）", 2023, 1],
  ["60场", "完成60场", 2023, 1],
  ["60场", "2022年50场，2023年60场", 2023, 1],
  ["60场", "2023年54场，2024年1月补办6场", 2023, "问"],
  ["60场", "2024年1月完成60场", 2023, "问"],
  ["2023年60场", "2022年60场", 2023, "问"],
  ["2022年60场", "2022年60场", 2023, "问"],
  ["2025年达到100公里", "2023年60公里", 2023, "问"],
  ["1本", "印制《2022年统计年鉴》1本", 2023, 1],
  ["95%", "2021年问卷显示满意度为97%", 2023, "问", "群众满意度"],
  ["95%", "2023年满意度97%", 2023, 1.021, "群众满意度"],
];

describe("目标和实际：表的年度", () => {
  it.each(
    rows.map(([target, actual, year, expected, name = ""]) => ({ target, actual, year, expected, name })),
  )("“$target”对“$actual”，$year年度的表 → $expected", ({ target, actual, year, expected, name }) => {
    const result = completionRate(target, actual, name, year);
    const sure = result.outcome === "rate" && result.certainty === "sure";
    expect(sure ? Math.round(result.rate * 1000) / 1000 : "问").toBe(expected);
  });

  it("说的是哪一年没有说清，只问一次", () => {
    const result = completionRate("60场", "2022年完成60场", "", 2023);
    expect(result.outcome === "rate" && result.question?.match(/考核年度/gu)).toHaveLength(1);
  });
});
