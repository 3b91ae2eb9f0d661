import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { readSignWords } from "../../src/form/signWords";
import { gridSheet, workbookOf } from "../support/grid";
import { formOf } from "./formOf";

describe("目标值旁边的符号", () => {
  it.each([
    ["不大于", "atMost"],
    ["不多于", "atMost"],
    ["低于", "lessThan"],
    ["不得超过", "atMost"],
    ["最多", "atMost"],
    ["以内", "atMost"],
    ["以下", "atMost"],
    ["≦", "atMost"],
    ["=<", "atMost"],
    ["＜＝", "atMost"],
    ["小于等于（≤）", "atMost"],
    ["≤（不高于）", "atMost"],
    ["定量反向", "atMost"],
    ["定量、反向指标", "atMost"],
    ["逆指标", "atMost"],
    ["越低越好", "atMost"],
    ["不小于", "atLeast"],
    ["至少", "atLeast"],
    ["正指标", "atLeast"],
    ["越多越好", "atLeast"],
    ["＝", "equal"],
  ])("%s", (words, side) => {
    expect(readSignWords(words)).toMatchObject({ kind: "side", side });
  });

  it.each(["", "-", "/", "定量", "数量指标", "约束性指标"])("“%s”没有说方向", (words) => {
    expect(readSignWords(words).kind).toBe("none");
  });

  it.each(["控制类", "L", "≥、≤", "正向（≤）", "不大于等于于", "按合同", "√"])("“%s”没有读懂", (words) => {
    expect(readSignWords(words).kind).toBe("unread");
  });
});

const titles = ["一级指标", "二级指标", "三级指标"];

function goalsOf(middle: readonly string[], ...lines: readonly (readonly CellValue[])[]) {
  const grid = [
    [...titles, ...middle, "实际完成值", "分值", "得分"],
    ...lines.map((line, index) => ["产出指标", "数量指标", `工作${index}`, ...line, 10, null]),
  ];
  return formOf(workbookOf([gridSheet(grid)])).indicators.map(({ goal }) => [
    goal?.target.content,
    goal?.actual.content,
    goal?.doubts.map(({ text }) => text).join(""),
  ]);
}

describe("符号栏和目标值对着读", () => {
  const middle = ["指标性质", "年度指标值", "度量单位"];

  it("没有读懂的话、与目标值不一致的，引出来问", () => {
    expect(goalsOf(middle, ["控制类", 100, "件", 125], ["≥", "≤5", "天", 4])).toEqual([
      ["100件", "125件", "目标值“100”旁边的“控制类”没有读懂，目标值是“不低于”“不高于”还是“等于”"],
      ["≤5", "4天", "目标值“≤5”与它旁边的“≥”不一致，以哪个为准"],
    ]);
  });

  it("一致的、目标值没有写符号的，不问", () => {
    expect(
      goalsOf(
        middle,
        ["不大于", 20, "个", 15],
        ["≤", "5天以内", "", "4天"],
        ["区间", "50-60", "个", 55],
        ["正向", "＝100", "%", 100],
      ),
    ).toEqual([
      ["≤20个", "15个", ""],
      ["5天以内", "4天", ""],
      ["50-60", "55个", ""],
      ["＝100", "100%", ""],
    ]);
  });

  it("单位栏写着“%”，目标写整数、实际写小数的，问是哪一个", () => {
    const doubts = goalsOf(
      middle,
      ["≥", 90, "%", 0.92],
      ["≥", 0.95, "%", 0.9],
      ["≤", 2, "%", 0.5],
      ["≥", 90, "%", 92],
      ["≥", 0.9, "%", 92],
    ).map(([, , doubt]) => doubt);
    expect(doubts).toEqual([
      "实际完成值“0.92”的单位是“%”，是0.92%还是92%",
      "",
      "",
      "",
      "目标值“0.9”的单位是“%”，是0.9%还是90%",
    ]);
  });
});

describe("标题没见过的符号栏、单位栏，看里面写的什么", () => {
  it.each(["符号", "运算符", "目标方向", "指标值符号"])("%s", (title) => {
    expect(
      goalsOf(
        [title, "年度指标值", "单位"],
        ["≤", 20, "个", 15],
        ["≥", 90, "%", 81],
        ["定性", "好", "", "好"],
      ),
    ).toEqual([
      ["≤20个", "15个", ""],
      ["≥90%", "81%", ""],
      ["好", "好", ""],
    ]);
  });

  it("写的是别的，不当作符号、单位", () => {
    expect(
      goalsOf(["责任科室", "年度指标值", "备注"], ["甲科", 20, "无", 15], ["乙科", 90, "已核", 81]),
    ).toEqual([
      [20, 15, ""],
      [90, 81, ""],
    ]);
  });
});
