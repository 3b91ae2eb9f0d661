import { describe, expect, it } from "vitest";
import { setCell } from "../support/memoryWorkbook";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf, type GridOptions } from "../support/grid";
import { evaluated, recalculated, scored } from "../support/scored";

/* Whatever a form prints about points counts for the rows that print no rule of their own, wherever it stands. */

type Row = readonly CellValue[];
interface Printed {
  readonly above?: readonly Row[];
  readonly below?: readonly Row[];
  readonly score?: string;
  readonly fundScore?: string;
  readonly total?: string;
  /** In a column of reasons behind the score of 总分. */
  readonly behind?: string;
  /** A row in front of 总分: its label, and what stands behind its score. */
  readonly subtotal?: readonly [label: string, behind: string | null];
  readonly title?: string;
  readonly beside?: readonly [row: number, column: number, text: string];
  readonly sheets?: readonly (readonly [string, readonly Row[]])[];
}

const missedRow: Row = ["产出指标", "数量指标", "培训人数", "≥100人", "60人", 40, null];
const metRow: Row = ["效益指标", "社会效益指标", "就业人数", "≥50人", "55人", 50, null];

function book({
  above = [],
  below = [],
  score = "得分",
  fundScore = "得分",
  total = "总分",
  behind,
  subtotal,
  title = "项目支出绩效自评表",
  beside,
  sheets = [],
}: Printed) {
  const grid: CellValue[][] = [
    [title],
    ["项目名称", "甲"],
    ...above.map((row) => [...row]),
    ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", fundScore],
    [null, "年度资金总额", 100, 100, 80, 10, null],
    [
      "一级指标",
      "二级指标",
      "三级指标",
      "年度指标值",
      "实际完成值",
      "分值",
      score,
      behind === undefined && subtotal === undefined ? null : "偏差原因",
    ],
    [...missedRow],
    [...metRow],
    ...(subtotal === undefined ? [] : [[subtotal[0], null, null, null, null, 90, null, subtotal[1]]]),
    [total, null, null, null, null, 100, null, behind ?? null],
    ...below.map((row) => [...row]),
  ];
  if (beside !== undefined) {
    const [row, column, text] = beside;
    const line = (grid[row - 1] ??= []);
    while (line.length < column - 1) line.push(null);
    line[column - 1] = text;
  }
  const options: GridOptions = { name: "自评表" };
  return workbookOf([gridSheet(grid, options), ...sheets.map(([name, rows]) => gridSheet(rows, { name }))]);
}

/** Points of 预算执行率, of the row that missed its target, of the one that reached it. */
function pointsOf(printed: Printed) {
  return evaluated(book(printed)).scorecard.rows.map(({ points, outcome }) => points ?? outcome);
}

const asked = ["judgement", "judgement", "judgement"];
const rule = "未达到目标值的，该指标不给分。";
const usual = [8, 24, 50];
const ministry =
  "注：各指标得分最高不能超过该指标分值上限。定量指标若为正向指标（即目标值为≥X），则得分计算方法应用全年实际值（B）/年度指标值（A）×该指标分值；若为反向指标（即目标值为≤X），则得分计算方法应用年度指标值（A）/全年实际值（B）×该指标分值。";
const threeLevels =
  "注：1.定量指标，资金使用单位填写本地区实际完成数。2.定性指标根据指标完成情况分为：全部或基本达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照100%-80%（含）、80%-60%（含）、60%-0合理填写完成比例。";

describe("印在哪里都算数：没有读懂的，没有完成的行由人评定，完成了的照常", () => {
  it.each<[string, Printed]>([
    ["表后", { below: [[`备注：${rule}`]] }],
    ["表后隔几行", { below: [[null], [null], [`填报说明：${rule}`]] }],
    ["表后没有“备注”二字", { below: [[rule]] }],
    ["备注两个字另在一格", { below: [["备注", rule]] }],
    ["签名旁边", { below: [["填表人：张某", null, null, `备注：${rule}`]] }],
    ["备注的第二条", { below: [["备注：1.如实填写。"], [`2.${rule}`]] }],
    ["表前", { above: [[`填报说明：${rule}`]] }],
    ["表前没有“说明”二字", { above: [[rule]] }],
    ["得分的标题里", { score: "得分（未达到目标值的不给分）" }],
    ["表名里", { title: "项目支出绩效自评表（未达到目标值的指标不得分）" }],
    ["总分行里", { total: "总分（未达到目标值的不给分）" }],
    ["总分行里，换行写的", { total: `总分\n注：${rule}` }],
    ["总分行里，冒号后面", { total: `总 分：${rule}` }],
    ["总分行里，空格后面", { total: `合计 ${rule}` }],
    ["总分行里，句号后面", { total: `总分。注：${rule}` }],
    ["总分行里，方括号", { total: "总分[未达到目标值的不得分]" }],
    ["总分行里，方头括号", { total: "总计【注：未达到目标值的不得分】" }],
    ["总分行里，分数后面", { total: `总计（100分）注：${rule}` }],
    ["总分行得分后面", { behind: rule }],
    ["总分行得分后面，写着“注”", { behind: `注：${rule}` }],
    ["总分行中间", { beside: [8, 3, rule] }],
    ["小计行里", { subtotal: [`小计：${rule}`, null] }],
    ["小计行得分后面", { subtotal: ["产出小计", rule] }],
    ["表的右边", { beside: [2, 11, `备注：${rule}`] }],
    ["另一张工作表，叫什么都一样", { sheets: [["附件2", [["填写指南"], ["未达到目标值的不得分。"]]]] }],
    ["另一张工作表", { sheets: [["填报说明", [["填报说明"], [rule]]]] }],
    ["另一张工作表，不是填表说明", { sheets: [["会议记录", [["一、未达到目标值的，该指标不给分。"]]]] }],
  ])("%s", (_where, printed) => {
    expect(pointsOf(printed)).toEqual([8, "judgement", 50]);
    const [, row] = evaluated(book(printed)).scorecard.rows;
    expect(row?.reason).toContain("未达到目标值的");
  });

  it.each([
    "数量指标未达到目标值的不得分。",
    "产出指标未达到目标值的不得分。",
    "满意度指标、数量指标未达到目标值的不得分。",
    "质量指标和其他指标未达到目标值的不得分。",
    "满意度指标未达到目标值的，整体不得分。",
    "此表由财政部统一制定，未完成的按零分计。",
    "各指标得分最高不能超过该指标分值的一半。",
  ])("%s", (words) => {
    expect(pointsOf({ below: [[`注：${words}`]] })[1]).toBe("judgement");
  });

  it.each<[string, Printed]>([
    ["不改变得分的备注", { below: [["备注：数据截止12月底，未完成的请说明原因。"]] }],
    ["得分标题里的“自评”", { score: "得分（满分100分）" }],
    ["表名里的年度、单位", { title: "2023年度项目支出绩效自评表（2023年度）（万元）（自评）" }],
    ["表名里的满分", { title: "项目支出绩效自评表（满分100分）" }],
    ["资金块得分的满分", { fundScore: "得分（满分10分）" }],
    ["三档的说明，最后一档没有百分号", { below: [[threeLevels]] }],
    ["谁印的表，不许改", { below: [["注：此表由财政部统一制定，各地不得更改。"]] }],
    ["分值可以调整", { below: [["注：本表分值可根据实际情况适当调整，产出指标50分，效益指标40分。"]] }],
    ["财政部的算法，最高不能超过分值", { below: [[ministry]] }],
    ["说别的一级指标", { below: [["备注：满意度指标未达到目标值的不得分。"]] }],
    ["说别的二级指标", { below: [["注：质量指标完成率低于60%的，该项不得分。"]] }],
    ["分值怎样组成", { below: [["注：分值为百分制，预算执行率10分，产出指标50分，效益指标40分。"]] }],
    ["总分行里的分数", { total: "总分（100分）" }],
    ["总分行里的得数", { total: "总分：100分" }],
    ["总分行得分后面，人写的扣分", { behind: "共扣18分，主要是培训人数少了，已开展补训。" }],
    ["小计行", { subtotal: ["产出小计（40分）", null] }],
    ["年度目标里的话", { above: [["年度总体目标", "培训100人，得分达到90分。"]] }],
    ["右边别人写的话", { beside: [8, 11, "去年没有完成，今年抓紧。"] }],
    [
      "别的工作表：清单",
      {
        sheets: [
          [
            "附表",
            [
              ["序号", "姓名", "得分"],
              [1, "张三，初级", 90],
              [2, "李四，中级", 80],
            ],
          ],
        ],
      },
    ],
    ["别的工作表", { sheets: [["会议记录", [["未达到目标值的，要说明原因。"]]]] }],
    ["只说定性指标", { below: [["注：定性指标得分由单位根据完成情况综合评定。"]] }],
    ["完成值除以目标值", { below: [["定量指标得分=实际完成值÷年度指标值×该指标分值。"]] }],
    ["执行率乘以资金行的分值", { below: [["注：预算执行率得分=预算执行率×10，最高不超过10分。"]] }],
    ["通行做法", { below: [["注：达到目标值得满分，未达到目标值的按比例得分。"]] }],
    ["完成率的分档，正好60%", { below: [["注：完成率≥60%按完成率计分，完成率<60%计0分。"]] }],
    ["其余按完成率", { above: [["完成率低于60%的不得分，其余按完成率计分。"]] }],
    ["等级", { below: [["注：90分（含）以上为优，80分（含）-90分为良。"]] }],
  ])("%s：照常计分", (_what, printed) => {
    expect(pointsOf(printed)).toEqual(usual);
  });

  it.each<[string, Printed, unknown[]]>([
    ["只说资金", { below: [["注：预算执行率每低1个百分点扣0.5分。"]] }, ["judgement", 24, 50]],
    ["资金块得分的标题", { fundScore: "得分（低于90%不得分）" }, ["judgement", 24, 50]],
    [
      "只说资金，“该指标”就是它",
      { below: [["注：预算执行率未达到90%的，该指标得0分。"]] },
      ["judgement", 24, 50],
    ],
    ["只说没有完成的", { below: [["注：完成率在80%以下的，不予计分。"]] }, [8, "judgement", 50]],
    ["执行率乘以别的分值", { below: [["注：预算执行率得分=预算执行率×20分。"]] }, ["judgement", 24, 50]],
    [
      "执行率最高是别的分值",
      { below: [["注：预算执行率得分=预算执行率×10，最高不超过8分。"]] },
      ["judgement", 24, 50],
    ],
    ["定性指标之后另说各行", { below: [["定性指标由单位评定；得分一律减半。"]] }, asked],
    [
      "其余不按完成率",
      { above: [["完成率低于60%的不得分，其余按专家意见计分。"]] },
      ["judgement", "judgement", "judgement"],
    ],
    ["可以不扣分的", { below: [["注：未完成原因属客观因素的，可不扣分。"]] }, ["judgement", "judgement", 50]],
    ["完成了的也扣", { below: [["注：完成原因属客观因素的，可减半扣分。"]] }, asked],
    ["得分取整，满分本是整数", { below: [["注：得分一律取整数。"]] }, ["judgement", "judgement", 50]],
    ["表名里的另一个满分", { title: "项目支出绩效自评表（满分120分）" }, asked],
    ["表名里怎样计分", { title: "项目支出绩效自评表（按完成率减半计分）" }, asked],
    ["得分标题里的折算", { score: "自评得分（按70%折算）" }, [8, "judgement", "judgement"]],
    ["得分标题里的取整", { score: "自评得分（保留整数）" }, [8, "judgement", "judgement"]],
    ["只说指标，也管完成了的", { below: [["注：指标值由专家核定得分。"]] }, [8, "judgement", "judgement"]],
    [
      "没有说哪些",
      { below: [["注：违反财经纪律的，一律减半计分。"]] },
      ["judgement", "judgement", "judgement"],
    ],
  ])("%s：只问说到的行", (_what, printed, points) => {
    expect(pointsOf(printed)).toEqual(points);
  });

  it.each(["未完成的，归零。", "评分口径：未完成的归零", "未完成者，该指标为0", "Note: 未完成者该指标为0"])(
    "没有“分”字的零分：%s",
    (printed) => {
      const [, missed] = evaluated(book({ below: [[printed]] })).scorecard.rows;
      expect(missed).toMatchObject({ points: null, outcome: "judgement" });
    },
  );

  it("完成值除以目标值：不高于目标的行由人评定", () => {
    const rows = evaluated(
      book({
        below: [["定量指标得分=实际完成值÷年度指标值×该指标分值。"]],
        beside: [6, 4, "≤50人"],
      }),
    ).scorecard.rows;
    expect(rows.map(({ points, outcome }) => points ?? outcome)).toEqual([8, "judgement", 50]);
  });

  it("只说定性指标：目标值是文字的行由人评定", () => {
    const below = [["注：定性指标由单位根据完成情况综合评定。"]];
    const rows = evaluated(book({ below, beside: [6, 4, "健全"] })).scorecard.rows;
    expect(rows[1]?.reason).toContain("定性指标由单位");
    expect(rows[2]?.points).toBe(50);
  });

  it("完成了的行，实际值改成没有完成：公式不再给分，重新计算由人评定", () => {
    const { after, result } = scored(book({ below: [[`备注：${rule}`]] }));
    const at = result.scorecard.rows[2]?.at;
    const shown = (snapshot: typeof after): CellValue | undefined =>
      snapshot.sheets[0]?.rows.get(at?.row ?? 0)?.get(at?.column ?? 0)?.value;
    expect(shown(after)).toBe(50);
    const edited = setCell(after, { sheet: "自评表", row: at?.row ?? 0, column: 5 }, { value: "45人" });
    expect(shown(recalculated(edited)) ?? "").toBe("");
    expect(evaluated(edited).scorecard.rows[2]).toMatchObject({ points: null, outcome: "judgement" });
  });
});
