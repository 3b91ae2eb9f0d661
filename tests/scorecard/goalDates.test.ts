import { describe, expect, it } from "vitest";
import { snapshotCell, type SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated, scored } from "../support/scored";

const titles = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "评分标准"];

/** D5 and E5 hold target and actual. @param format of both cells */
function bookOf(target: string | number, actual: string | number, standard: string | null, format: string) {
  const sheet = gridSheet([
    ["项目支出绩效自评表"],
    ["项目名称", "甲", "主管部门", "云山县某局", "年度", 2023],
    [],
    titles,
    ["产出指标", "时效指标", "完工时间", target, actual, 10, null, standard],
    ["总分", null, null, null, null, 10],
  ]);
  const cells = new Map(sheet.rows.get(5));
  for (const column of [4, 5]) {
    const cell = cells.get(column);
    if (typeof cell?.value === "number") cells.set(column, { ...cell, format });
  }
  const dated: SheetSnapshot = { ...sheet, rows: new Map([...sheet.rows, [5, cells]]) };
  return workbookOf([dated]);
}

function outcomeOf(...given: Parameters<typeof bookOf>) {
  const [row] = evaluated(bookOf(...given)).scorecard.rows;
  return row?.points ?? row?.outcome;
}

const day = (text: string): number => (Date.parse(text) - Date.UTC(1899, 11, 30)) / 86_400_000;
const dates = "yyyy-mm-dd";

describe("日期格", () => {
  it("按期的得满分，逾期的先问，不当作数", () => {
    expect(outcomeOf(day("2023-10-31"), day("2023-10-20"), null, dates)).toBe(10);
    expect(outcomeOf(day("2023-10-31"), day("2023-11-20"), null, dates)).toBe("judgement");
    expect(outcomeOf("2023年10月31日前", day("2023-11-20"), null, "m月d日")).toBe("judgement");
    expect(outcomeOf("2023年10月31日前", day("2023-10-20"), null, "yyyy/m/d")).toBe(10);
  });

  it("只显示到月的，读到月", () => {
    expect(outcomeOf(day("2023-10-01"), "2023年10月20日", null, 'yyyy"年"m"月"')).toBe(10);
    expect(outcomeOf(day("2023-10-01"), "2023年11月2日", null, 'yyyy"年"m"月"')).toBe("judgement");
  });

  it("逾期天数按条款扣", () => {
    const clause = "按时完成得满分；每逾期1天扣0.5分，扣完为止";
    expect(outcomeOf("2023-11-30", "2023-12-08", clause, dates)).toBe(6);
    expect(outcomeOf("2023年11月30日前", day("2023-12-08"), clause, dates)).toBe(6);
  });

  it("别的数字格式还是数", () => {
    expect(outcomeOf(45_230, 45_250, null, "#,##0")).toBe(10);
    expect(outcomeOf(45_230, 22_615, null, "General")).toBe(5);
  });

  it("公式从日期格里取年月日，不拿天数相除", () => {
    const { after, plan } = scored(bookOf(day("2023-10-31"), day("2023-10-20"), null, dates));
    expect(JSON.stringify(plan.edits)).toContain("YEAR(D5)");
    expect(snapshotCell(after, { sheet: "Sheet1", row: 5, column: 7 })?.value).toBe(10);
  });
});
