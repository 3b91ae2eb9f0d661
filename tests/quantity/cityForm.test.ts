import { describe, expect, it } from "vitest";
import { completionRate } from "../../src/criteria/completionRate";
import { sampleSnapshot } from "../support/sampleSnapshot";

/** The annex of the city form: the rate of each row in percent, null for the three qualitative rows. */
const department = [
  117.893,
  115.143,
  113.571,
  149.697,
  110,
  106,
  65,
  101.2,
  112.644,
  102.345,
  101.19,
  102.67,
  101.243,
  137.8,
  137.533,
  103.077,
  102.424,
  104.786,
  100.97,
  102.041,
  104.167,
  104.211,
  110.244,
  100,
  null,
  null,
  110.233,
  100,
  100,
  126.65,
  101.677,
  100,
];
const special = [
  110,
  112.5,
  100,
  100,
  100,
  125,
  100,
  100,
  100,
  100,
  100,
  100,
  100,
  100,
  null,
  117.893,
  100,
  100,
  149.697,
  685,
  100,
  100,
];

interface Read {
  readonly row: number;
  readonly percent: number | null;
  readonly sure: boolean;
  readonly remarks: string;
}

function readSheet(
  sheetName: string,
  columns: readonly [name: number, target: number, actual: number],
): Read[] {
  const sheet = snapshot.sheets.find(({ name }) => name === sheetName);
  return Array.from(sheet?.rows ?? [])
    .filter(([row]) => row >= 6)
    .map(([row, cells]) => {
      const [name = "", target = "", actual = ""] = columns.map((column) =>
        String(cells.get(column)?.value ?? ""),
      );
      const result = completionRate(target, actual, name);
      const rated = result.outcome === "rate";
      return {
        row,
        percent: rated ? Math.round(result.rate * 1e5) / 1e3 : null,
        sure: rated ? result.certainty === "sure" : result.outcome === "qualitative",
        remarks: result.remarks.join("；"),
      };
    });
}

const snapshot = await sampleSnapshot("samples/city-2023-blank.xlsx");

describe("市人社局两张附表的54行", () => {
  const whole = readSheet("部门整体支出绩效指标完成情况表", [3, 5, 6]);
  const fund = readSheet("专项资金绩效指标完成情况表", [3, 4, 5]);

  it("部门整体支出绩效指标：32行的完成率与标准答案一致", () => {
    expect(whole.map((read) => read.percent)).toEqual(department);
  });

  it("专项资金绩效指标：22行的完成率与标准答案一致", () => {
    expect(fund.map((read) => read.percent)).toEqual(special);
  });

  it("54行都不必再问", () => {
    expect([...whole, ...fund].filter((read) => !read.sure)).toEqual([]);
  });

  it("约数、照写目标、单位不同的行有提示", () => {
    expect(whole.filter((read) => read.remarks.includes("约数")).map((read) => read.row)).toEqual([
      11, 12, 13, 14,
    ]);
    expect(fund.filter((read) => read.remarks.includes("没有实测")).map((read) => read.row)).toEqual([
      16, 27,
    ]);
    expect(fund.filter((read) => read.remarks.includes("单位不一致")).map((read) => read.row)).toEqual([25]);
  });
});
