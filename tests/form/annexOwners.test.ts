import { describe, expect, it } from "vitest";
import { annexDoubts, readAnnexes } from "../../src/form/readAnnexes";
import { readForms } from "../../src/form/readForms";
import type { SheetSnapshot } from "../../src/workbook/snapshot";
import { linesSheet } from "../support/annexSheets";
import { gridSheet, workbookOf } from "../support/grid";
import { projectForm } from "../support/projectForms";

/* Two forms in one workbook, and the annexes that go with them. */

const form = (
  name: string,
  year: number | null,
  department = "云山市某局",
  title = "部门整体",
): SheetSnapshot =>
  gridSheet(
    [
      [`${title}支出绩效自评表`],
      [year === null ? null : `（${year}年度）`],
      ["部门名称", department],
      ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评分"],
      ["履职", "效能", "产出指标完成情况", 60, "按附表得分", null],
      ["管理", "预算", "支出率", 40, "得分=支出率×分值", null],
      ["总分", null, null, 100, null, null],
    ],
    { name },
  );

const annex = (name: string, title = "绩效指标完成情况表", people = 100): SheetSnapshot =>
  linesSheet(
    name,
    `${title}
    一级指标|二级指标|三级指标|年度目标值|实际完成值|完成率|得分
    产出指标|数量指标|培训人数|${people}人|120人`,
  );

/** Which annexes are whose, and what is said of them, by the sheets of the forms. */
function owned(...sheets: readonly SheetSnapshot[]) {
  const snapshot = workbookOf(sheets);
  return Object.fromEntries(
    readForms(snapshot).forms.map((one) => [
      one.sheet,
      [readAnnexes(snapshot, one).map(({ sheet }) => sheet), annexDoubts(snapshot, one).join("")] as const,
    ]),
  );
}

const nothing = "";

describe("几张自评表，附表各归各的", () => {
  it.each([
    [
      "标题里的年度",
      [
        form("今年", 2024),
        form("上年", 2023),
        annex("附一", "2023年度指标完成情况表"),
        annex("附二", "2024年度指标完成情况表"),
      ],
      { 今年: [["附二"], nothing], 上年: [["附一"], nothing] },
    ],
    [
      "工作表名里的年度，一模一样的附表也分得开",
      [form("2024", 2024), annex("附表2024"), form("2023", 2023), annex("附表2023")],
      { "2024": [["附表2024"], nothing], "2023": [["附表2023"], nothing] },
    ],
    [
      "部门名称",
      [
        form("甲", 2024, "云山市人社局"),
        form("乙", 2024, "云山市就业中心"),
        annex("附一", "云山市就业中心绩效指标完成情况表"),
        annex("附二", "云山市人社局绩效指标完成情况表"),
      ],
      { 甲: [["附二"], nothing], 乙: [["附一"], nothing] },
    ],
    [
      "是部门的还是单位的",
      [
        form("甲", 2024),
        form("乙", 2024, "云山市某局", "单位整体"),
        annex("附一", "单位整体支出绩效指标完成情况表"),
        annex("附二", "部门整体支出绩效指标完成情况表"),
      ],
      { 甲: [["附二"], nothing], 乙: [["附一"], nothing] },
    ],
    [
      "成对的工作表名",
      [
        form("本级自评表", 2024, "甲局"),
        form("中心自评表", 2024, "乙中心"),
        annex("中心附表"),
        annex("本级附表"),
      ],
      { 本级自评表: [["本级附表"], nothing], 中心自评表: [["中心附表"], nothing] },
    ],
    [
      "复制出来的一套",
      [form("自评表", 2024), annex("附表"), form("自评表 (2)", 2025), annex("附表 (2)")],
      { 自评表: [["附表"], nothing], "自评表 (2)": [["附表 (2)"], nothing] },
    ],
    [
      "项目的表没有附表，也不是附表",
      [form("部门", 2024), projectForm({ name: "项目" }), annex("附表")],
      { 部门: [["附表"], nothing], 项目: [[], nothing] },
    ],
    [
      "只有一张自评表，怎样写都是它的",
      [form("部门", 2024), annex("附表", "2023年度指标完成情况表")],
      { 部门: [["附表"], nothing] },
    ],
  ])("凭%s", (_, sheets, expected) => {
    expect(owned(...sheets)).toEqual(expected);
  });

  it("接在自评表下面的，是那张的", () => {
    const table = annex("x");
    const below = Array.from(table.rows, ([row, cells]) => [row + 12, cells] as const);
    const [one, other] = [form("甲", 2024), form("乙", 2024)];
    const joined = { ...other, rows: new Map([...other.rows, ...below]) };
    expect(owned(one, joined)).toEqual({ 甲: [[], nothing], 乙: [["乙"], nothing] });
  });

  it("什么也没有写，但各跟在各的自评表后面：按次序，并说明", () => {
    const both = owned(form("甲", 2024, "甲局"), annex("附一"), form("乙", 2024, "乙局"), annex("附二"));
    const said = expect.stringMatching(
      /^工作表“附.”的附表“.*”没有写明.*按工作表的次序作为本表的附表/u,
    ) as string;
    expect(both).toEqual({ 甲: [["附一"], said], 乙: [["附二"], said] });
  });

  it("两张都可能的，哪张也不用，两张都说明怎么办", () => {
    const both = owned(form("甲", 2024, "甲局"), form("乙", 2024, "乙局"), annex("附表"));
    const said = expect.stringMatching(
      /“甲”“乙”都可能.*都没有使用；请在附表标题里写明年度或部门名称/u,
    ) as string;
    expect(both).toEqual({ 甲: [[], said], 乙: [[], said] });
  });

  it("一模一样的两张（还没有评分的副本）：仍归前面一张，后面一张说明", () => {
    const both = owned(form("甲", 2024), form("乙", 2024), annex("附表"));
    const said = expect.stringMatching(/已作为“甲”的附表，本表没有用/u) as string;
    expect(both).toEqual({ 甲: [["附表"], nothing], 乙: [[], said] });
  });

  it("写的是别的年度：不用，说明", () => {
    const both = owned(form("甲", 2024), form("乙", 2023), annex("附表", "2021年度指标完成情况表"));
    const said = expect.stringMatching(/写的年度与各张自评表都不同，没有使用/u) as string;
    expect(both).toEqual({ 甲: [[], said], 乙: [[], said] });
  });
});
