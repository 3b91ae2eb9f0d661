import { describe, expect, test } from "vitest";
import { sheetsToRead } from "../../src/app/sheetsToRead";
import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { evaluated } from "../support/scored";

/* Rules of single rows on a sheet of their own: 附件2 评分标准. */

const titles = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
const roads: readonly CellValue[] = ["产出指标", "数量指标", "养护里程", "≥100公里", "50公里", 60, null];
const content: readonly CellValue[] = ["满意度指标", "服务对象满意度指标", "满意度", "≥90%", "92%", 40, null];
const total: readonly CellValue[] = ["总分", null, null, null, null, 100, null];

function outcomes(...others: readonly SheetSnapshot[]): readonly unknown[] {
  const form = gridSheet([["项目支出绩效自评表"], titles, roads, content, total], { name: "自评表" });
  return evaluated(workbookOf([form, ...others])).scorecard.rows.map(
    ({ points, reason }) => points ?? reason,
  );
}

const table = (rows: readonly (readonly CellValue[])[], name = "附件2"): SheetSnapshot =>
  gridSheet(rows, { name });
const rule = "完成率低于60%的不得分";

describe("另一张工作表里逐项印着评分标准", () => {
  test.each<[string, readonly (readonly CellValue[])[]]>([
    [
      "指标和评分标准",
      [
        ["序号", "三级指标", "分值", "评分标准"],
        [1, "养护里程", 60, rule],
      ],
    ],
    ["标题前面还有表名", [["附件2"], ["三级指标", "计分方法", "备注"], ["养护里程", rule, "按月报"]]],
    [
      "只叫标准，前面有上级指标",
      [
        ["一级指标", "二级指标", "指标", "标准"],
        ["产出指标", "数量指标", "养护里程", rule],
      ],
    ],
    [
      "评分标准在指标前面",
      [
        ["评分办法", "指标名称", "牵头科室"],
        [rule, "养护里程（60分）", "工程科"],
      ],
    ],
    [
      "只印到二级指标",
      [
        ["一级指标", "二级指标", "评分标准"],
        ["产出指标", "数量指标", rule],
      ],
    ],
  ])("%s：由人评定，说明在哪一格", (_what, rows) => {
    const [asked, met] = outcomes(table(rows));
    expect(asked).toContain(rule);
    expect(asked).toContain("附件2");
    expect(met).toBe(40);
  });

  test.each<[string, readonly (readonly CellValue[])[]]>([
    [
      "别的项目的指标",
      [
        ["二级指标", "三级指标", "评分标准"],
        ["数量指标", "新建站点", rule],
      ],
    ],
    [
      "没有说到分",
      [
        ["三级指标", "标准", "依据"],
        ["养护里程", "按年度计划", "合同"],
      ],
    ],
    [
      "扣分的原因，不是标准",
      [
        ["指标", "得分", "扣分原因"],
        ["养护里程", 30, "未完成，扣30分"],
      ],
    ],
    [
      "不是这个指标的补助标准",
      [
        ["对象", "补助标准", "人数"],
        ["农户", "每人500元", 20],
      ],
    ],
  ])("%s：照常", (_what, rows) => {
    expect(outcomes(table(rows))).toEqual([30, 40]);
  });

  test.each([
    ["说的是一回事，照自己的", "得分=完成率×分值", 30],
    ["另有限制，引出来问", rule, null],
  ])("自己印着评分标准的行，%s", (_what, printed, points) => {
    const form = gridSheet(
      [
        ["项目支出绩效自评表"],
        [...titles, "评分标准"],
        [...roads, "得分=完成率×分值"],
        [...content, null],
        total,
      ],
      { name: "自评表" },
    );
    const others = [
      table([
        ["三级指标", "评分标准"],
        ["养护里程", printed],
      ]),
    ];
    expect(evaluated(workbookOf([form, ...others])).scorecard.rows[0]).toMatchObject({ points });
  });

  test("在 Excel 里只看过开头的，整张读", () => {
    const form = gridSheet([["项目支出绩效自评表"], titles, roads, content, total], { name: "自评表" });
    const head = { top: 1, left: 1, bottom: 30, right: 20 };
    const rules = {
      ...table([
        ["三级指标", "评分标准"],
        ["养护里程", rule],
      ]),
      partial: head,
    };
    const plain = {
      ...table(
        [
          ["姓名", "金额"],
          ["张某", 20],
        ],
        "台账",
      ),
      partial: head,
    };
    expect(Array.from(sheetsToRead(workbookOf([form, rules, plain])))).toEqual(["自评表", "附件2"]);
  });
});
