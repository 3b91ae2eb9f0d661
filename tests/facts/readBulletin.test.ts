import { describe, expect, it } from "vitest";
import { readBulletin } from "../../src/facts/readBulletin";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";

const title = "一般公共预算支出执行率";

function bulletin(grid: readonly (readonly CellValue[])[], name = "通报"): Snapshot {
  return workbookOf([gridSheet(grid, { name, top: 3, left: 2 })]);
}

function down(rates: readonly CellValue[], from: number, heading = title): Snapshot {
  return bulletin([["月份", heading], ...rates.map((rate, index) => [`${from + index}月`, rate])]);
}

describe("财政月度通报", () => {
  it("月份向下：取各月执行率、起始月和月份数", () => {
    const read = readBulletin(down([1, 1, 1, 1, 1, 1, 1, 1, 1, 0.9983], 3));
    expect(read).toMatchObject({
      firstMonth: 3,
      monthCount: 10,
      rates: [null, null, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.9983],
      at: { sheet: "通报", row: 4, column: 3 },
    });
    expect(read?.quote).toContain("12月99.83%");
  });

  it("月份向右、文字百分数、几月份：一样读", () => {
    const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月份`);
    const snapshot = bulletin([
      ["2023年执行情况"],
      ["项目", ...months],
      ["预算数（万元）", ...months.map(() => 500)],
      [title, ...months.map((_, index) => (index === 11 ? "99.83%" : "100%"))],
    ]);
    expect(readBulletin(snapshot)).toMatchObject({ firstMonth: 1, monthCount: 12 });
  });

  it("标题写明（%）的按百分数读", () => {
    const read = readBulletin(down([100, 98.5, 100], 10, `${title}（%）`));
    expect(read).toMatchObject({ rates: [...Array<null>(9).fill(null), 1, 0.985, 1] });
  });

  it("并列累计列时取当月列", () => {
    const snapshot = bulletin([
      ["月份", "累计执行率", title],
      ["10月", 0.7, 1],
      ["11月", 0.85, 0.99],
      ["12月", 0.98, 1],
    ]);
    expect(readBulletin(snapshot)).toMatchObject({ firstMonth: 10, monthCount: 3 });
  });

  it.each<readonly [string, Snapshot, string]>([
    ["中间缺月", down([1, null, 1, 1, 1, 1, 1, 1, 1, 1], 3), "缺4月"],
    ["没有通报到12月", down([1, 1, 1, 1], 3), "缺7月"],
    ["逐月递增像累计进度", down([0.25, 0.33, 0.42, 0.5, 0.58, 0.67, 0.75, 0.83, 0.92, 0.99], 3), "累计"],
    ["大于10又没有百分号", down([100, 99.83, 100], 10), "99.83%"],
    [
      "写明的月份数与表不符",
      bulletin([["月份", title], ["10月", 1], ["11月", 1], ["12月", 1], ["通报月份数量为10个月"]]),
      "10个月",
    ],
    [
      "两处不同的表",
      workbookOf([
        gridSheet(
          [
            ["月份", title],
            ["10月", 1],
            ["11月", 1],
            ["12月", 1],
          ],
          { name: "甲" },
        ),
        gridSheet(
          [
            ["月份", title],
            ["10月", 1],
            ["11月", 0.9],
            ["12月", 1],
          ],
          { name: "乙" },
        ),
      ]),
      "无法确定",
    ],
  ])("%s：不采用并说明", (_, snapshot, said) => {
    const read = readBulletin(snapshot);
    expect(read !== null && "doubt" in read && read.doubt).toContain(said);
  });

  it("没有月份或没有执行率的表不算", () => {
    expect(
      readBulletin(
        bulletin([
          ["月份", "工资"],
          ["1月", 5],
          ["2月", 5],
          ["3月", 5],
        ]),
      ),
    ).toBeNull();
    expect(readBulletin(bulletin([["执行率", 0.98]]))).toBeNull();
    expect(readBulletin(workbookOf([]))).toBeNull();
  });
});
