import { describe, expect, it } from "vitest";
import { readApprovedGoals } from "../../src/form/readApprovedGoals";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet } from "../support/grid";

function read(grid: readonly (readonly CellValue[])[], merges: readonly string[] = []) {
  return readApprovedGoals(gridSheet(grid, { merges })).map(({ of, goals }) => ({
    of,
    goals: goals.map(({ name, target }) => `${name.value}：${String(target.content)}`),
  }));
}

const titles = ["一级指标", "二级指标", "三级指标", "指标值"];
const roads = ["产出指标", "数量指标", "养护里程", "≥120公里"];
const bridges = ["产出指标", "数量指标", "维修桥梁", "≥3座"];

describe("批复的绩效目标表", () => {
  it("一层表头，项目名称在上面", () => {
    expect(read([["绩效目标批复表"], ["项目名称", "道路养护"], titles, roads])).toEqual([
      { of: "道路养护", goals: ["养护里程：≥120公里"] },
    ]);
  });

  it.each<[string, readonly CellValue[], readonly CellValue[], readonly string[]]>([
    ["指标值写在下一层", ["绩效指标", null, null, null], titles, ["A3:D3"]],
    ["指标值写在上一层，没有合并", ["绩效指标", null, null, "年度指标值"], titles.slice(0, 3), ["A3:C3"]],
    ["指标值跨两层", ["绩效指标", null, null, "年度指标值"], titles.slice(0, 3), ["A3:C3", "D3:D4"]],
  ])("两层表头，%s", (_, upper, lower, merges) => {
    expect(read([["绩效目标批复表"], ["项目名称", "道路养护"], upper, lower, roads], merges)).toEqual([
      { of: "道路养护", goals: ["养护里程：≥120公里"] },
    ]);
  });

  it("一张工作表上下几个项目，各归各的；分页又印一遍的表头接着上一张", () => {
    const again = ["产出指标", "质量指标", "完好率", "≥95%"];
    expect(
      read([
        ["项目名称", "道路养护"],
        titles,
        roads,
        titles,
        again,
        ["项目名称", "桥梁维修"],
        ["主管部门", "某市交通局"],
        titles,
        bridges,
      ]),
    ).toEqual([
      { of: "道路养护", goals: ["养护里程：≥120公里"] },
      { of: "道路养护", goals: ["完好率：≥95%"] },
      { of: "桥梁维修", goals: ["维修桥梁：≥3座"] },
    ]);
  });

  it("几个项目在一张表里，按“项目名称”一栏分开", () => {
    const grid = [
      ["项目名称", ...titles],
      ["道路养护", ...roads],
      [null, "产出指标", "质量指标", "完好率", "≥95%"],
      ["桥梁维修", ...bridges],
    ];
    expect(read(grid).map(({ of, goals }) => [of, goals.length])).toEqual([
      ["道路养护", 2],
      ["桥梁维修", 1],
    ]);
  });

  it.each<[string, readonly (readonly CellValue[])[]]>([
    [
      "长期目标和年度目标两套指标并排",
      [
        [...titles, ...titles],
        [...roads, ...roads],
      ],
    ],
    [
      "自评表",
      [
        [...titles, "得分"],
        [...roads, 10],
      ],
    ],
    [
      "完成情况表",
      [
        [...titles, "实际完成值"],
        [...roads, "126公里"],
      ],
    ],
    [
      "名册",
      [
        ["姓名", "电话"],
        ["甲", "1"],
      ],
    ],
  ])("%s：不当作批复的目标", (_, grid) => {
    expect(read(grid)).toEqual([]);
  });

  it("多于两千行的不读", () => {
    expect(read([titles, ...Array.from({ length: 2_000 }, () => roads)])).toEqual([]);
    expect(read([titles, ...Array.from({ length: 1_999 }, () => roads)])[0]?.goals).toHaveLength(1_999);
  });
});
