import { describe, expect, it } from "vitest";
import { planScoring } from "../../src/edits/planScoring";
import type { CellValue } from "../../src/workbook/snapshot";
import { a1 } from "../../src/workbook/cell";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated, scored } from "../support/scored";

/* 三列分值、没有评分依据和完成值的表：本行的数写在指标说明里；定义、公式、目标、要求不是数。 */

const rules = {
  预算执行率: "预算执行率≥95%得20分，每低1个百分点扣1分，扣完为止。",
  编外人员控制率: "编外人员控制率≤5%得20分，每超过1个百分点扣3分，扣完为止。",
  重点工作完成率: "得分=重点工作完成率×20分。",
  社会公众满意度: "满意度≥90%得20分；80%（含）-90%得12分；80%以下得0分。",
  支出进度: "支出进度≥90%得20分，每低1个百分点扣1分，扣完为止。",
  违规问题: "每发现1个违规问题扣2分，扣完为止。",
} as const;
type Name = keyof typeof rules;

const usual = ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值"];

function bookOf(
  rows: readonly (readonly [Name, CellValue, ...CellValue[]])[],
  titles: readonly string[] = ["指标说明"],
) {
  const grid = [
    ["某县水利局部门整体支出绩效自评表（2023年度）"],
    [...usual, ...titles, "评价标准", "得分"],
    ...rows.map(([name, ...said], at) => [
      ...[`甲${String(at)}`, 20, `乙${String(at)}`, 20, name, 20],
      ...[...said, rules[name], null],
    ]),
    ["合计", 20 * rows.length],
  ];
  return workbookOf([gridSheet(grid, { name: "自评表" })]);
}

function rowOf(name: Name, said: CellValue, ...others: readonly (readonly [Name, CellValue])[]) {
  const [row] = evaluated(bookOf([[name, said], ...others])).scorecard.rows;
  if (row === undefined) throw new Error("没有这一行");
  return row;
}

describe("指标说明里的数", () => {
  it.each<[Name, string, number]>([
    ["预算执行率", "预算执行率92%", 17],
    ["预算执行率", "2023年度预算执行率为92%。", 17],
    ["预算执行率", "2023年预算执行率达到92%", 17],
    ["预算执行率", "预算执行率（92%）", 17],
    ["预算执行率", "预算执行率92%，较上年提高1个百分点", 17],
    ["预算执行率", "预算执行率92%，主要原因是项目招标推迟。", 17],
    ["预算执行率", "完成情况：预算执行率92%", 17],
    ["编外人员控制率", "全年编外人员控制率4.2%", 20],
    ["重点工作完成率", "重点工作50项，完成49项，重点工作完成率98%", 19.6],
    ["重点工作完成率", "重点工作60项，完成59项，重点工作完成率98.3%", 19.66],
    ["社会公众满意度", "公众满意度93%。", 20],
    ["社会公众满意度", "通过问卷调查，满意度为93%", 20],
    ["支出进度", "实际支出850万元，预算1000万元，支出进度85%", 15],
    ["支出进度", "年末支出进度85%", 15],
  ])("%s：“%s”得%d分", (name, said, points) => {
    expect(rowOf(name, said).points).toBe(points);
  });

  it.each<[Name, string, number]>([
    ["预算执行率", "反映部门预算执行程度。预算执行率92%。", 17],
    ["预算执行率", "反映部门预算执行程度，2023年预算执行率92%。", 17],
    ["预算执行率", "预算执行率=（预算完成数÷预算数）×100%。2023年预算执行率为92%。", 17],
    ["预算执行率", "指标解释：预算执行率是指预算完成数与预算数的比率；预算执行率92%", 17],
    ["预算执行率", "目标值95%。预算执行率92%。", 17],
    ["支出进度", "支出进度=实际支出÷预算安排×100%，2023年支出进度85%", 15],
    ["社会公众满意度", "反映社会公众对部门工作的满意程度。满意度93%", 20],
  ])("定义后面的数，%s：“%s”得%d分", (name, said, points) => {
    expect(rowOf(name, said).points).toBe(points);
  });

  it.each<[Name, string]>([
    ["预算执行率", ""],
    ["预算执行率", "反映部门预算执行程度。"],
    ["预算执行率", "预算执行率=（预算完成数/预算数）×100%"],
    ["预算执行率", "反映部门预算执行程度；计算公式：预算执行率=预算完成数÷预算数×100%"],
    ["支出进度", "支出进度=实际支出/预算×100%"],
    ["预算执行率", "目标值95%"],
    ["预算执行率", "预算执行率目标95%"],
    ["预算执行率", "执行率应达到90%以上"],
    ["预算执行率", "预算执行率达到90%以上"],
    ["预算执行率", "预算执行率不低于95%"],
    ["预算执行率", "预算执行率≥95%"],
    ["预算执行率", "预算执行率95%以上为优"],
    ["预算执行率", "要求预算执行率为95%"],
    ["预算执行率", "全省平均预算执行率95%"],
    ["预算执行率", "上年预算执行率95%"],
    ["预算执行率", "6月底预算执行率92%"],
    ["预算执行率", "基本支出预算执行率92%"],
    ["预算执行率", "预算执行率合格线92%"],
    ["预算执行率", "若预算执行率为92%"],
    ["预算执行率", "反映预算执行情况（2023年预算执行率92%）"],
    ["预算执行率", "当预算执行率100%时得满分"],
    ["预算执行率", "预算执行率为92%时扣3分"],
    ["重点工作完成率", "全部完成"],
    ["违规问题", "部门有无违规问题"],
    ["社会公众满意度", "服务对象满意度93%"],
  ])("不是本行完成的数，%s：“%s”", (name, said) => {
    const row = rowOf(name, said);
    expect(row.points).toBeNull();
    expect(row.facts.every(({ value }) => value === null)).toBe(true);
  });

  it.each<[Name, string, string]>([
    ["预算执行率", "预算执行率达到95%", "预算执行率达到95%"],
    ["预算执行率", "全年预算执行率达到100%", "全年预算执行率达到100%"],
    ["预算执行率", "参考值：预算执行率95%", "参考值"],
    ["预算执行率", "2023年目标：预算执行率95%", "2023年目标"],
    ["预算执行率", "例如：预算执行率92%", "例如"],
    ["预算执行率", "2022年预算执行率为95%", "2022年预算执行率为95%"],
    ["预算执行率", "预算执行率92%，上年为90%", "上年为90%"],
    ["预算执行率", "预算执行率92%，全省排名第3", "全省排名第3"],
    ["预算执行率", "反映上年情况。预算执行率92%。", "反映上年情况"],
    ["预算执行率", "反映部门预算执行程度。要求达到95%。预算执行率92%", "要求达到95%"],
    ["预算执行率", "反映部门预算执行程度，预算执行率92%。", "反映部门预算执行程度"],
    ["预算执行率", "预算执行率=920/1000×100%=92%", "预算执行率=920/1000×100%=92%"],
    ["重点工作完成率", "重点工作完成率98%，重点工作50项", "重点工作50项"],
    ["重点工作完成率", "重点工作50项，完成48项，重点工作完成率98%", "重点工作50项"],
    ["预算执行率", "预算执行率92%（不含下属单位）", "不含下属单位"],
  ])("分不清的，引出来问，%s：“%s”", (name, said, quoted) => {
    const row = rowOf(name, said);
    expect(row.points).toBeNull();
    expect(row.remarks.join("")).toMatch(/指标说明/u);
    expect(row.remarks.join("")).toContain(quoted);
  });

  it("别的行写着要求的，光有名称和数的先问，写明年度的照读", () => {
    const asked = ["编外人员控制率", "编外人员控制率应不高于5%"] as const;
    const target = ["编外人员控制率", "目标值5%"] as const;
    const defined = ["编外人员控制率", "反映编外人员控制情况"] as const;
    expect(rowOf("预算执行率", "预算执行率92%", asked).points).toBeNull();
    expect(rowOf("预算执行率", "预算执行率92%", target).points).toBeNull();
    expect(rowOf("预算执行率", "2023年预算执行率达到92%", asked).points).toBeNull();
    expect(rowOf("预算执行率", "2023年预算执行率92%", asked).points).toBe(17);
    expect(rowOf("预算执行率", "预算执行率92%", defined).points).toBe(17);
  });

  it("来源是指标说明那一格，原因写在新增的一栏，指标说明不动", () => {
    const book = bookOf([["预算执行率", "反映部门预算执行程度。预算执行率92%。"]]);
    const { result, plan, after } = scored(book, { settings: { reasonsIn: "basis" } });
    const [row] = result.scorecard.rows;
    const source = row?.facts.find(({ value }) => value !== null)?.source;
    expect(source && a1(source.at)).toBe("G3");
    expect(source?.quote).toBe("预算执行率92%");
    expect(source?.quotation?.text).toBe("反映部门预算执行程度。预算执行率92%。");
    const written = after.sheets[0]?.rows.get(3);
    expect(written?.get(7)?.value).toBe("反映部门预算执行程度。预算执行率92%。");
    expect(String(written?.get(11)?.value ?? written?.get(10)?.value)).toContain("扣3分");
    const paper = after.sheets.find(({ name }) => name === "评分底稿");
    const cells = Array.from(paper?.rows.values() ?? []).flatMap((line) => Array.from(line.values()));
    expect(cells.some(({ value }) => /G3/u.test(String(value)))).toBe(true);
    expect(plan).not.toBeNull();
    expect(planScoring(evaluated(after)).edits).toEqual([]);
  });
});

describe("别的栏", () => {
  const points = (titles: readonly string[], ...said: readonly CellValue[]) => {
    const [first = null, ...rest] = said;
    return evaluated(bookOf([["预算执行率", first, ...rest]], titles)).scorecard.rows[0]?.points;
  };

  it.each<[string[], string[], number | null]>([
    [["指标说明", "评分依据"], ["预算执行率92%", "预算执行率90%"], 15],
    [["指标说明", "评分依据"], ["预算执行率92%", ""], null],
    [["完成情况"], ["预算执行率92%"], 17],
    [["完成情况"], ["应达到92%的预算执行率"], null],
    [["指标说明", "完成情况"], ["预算执行率92%", "预算执行率90%"], 15],
    [["指标说明", "完成情况"], ["预算执行率92%", ""], null],
    [["指标说明", "年度目标值", "实际完成值"], ["预算执行率92%", "95%", ""], null],
    [["指标说明", "备注"], ["预算执行率92%", "审计核定90%"], null],
    [["指标说明", "备注"], ["预算执行率92%", "无"], 17],
    [["指标解释"], ["预算执行率92%"], 17],
  ])("%j：%j", (titles, said, wanted) => {
    expect(points(titles, ...said)).toBe(wanted);
  });
});
