import { describe, expect, it } from "vitest";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { formOf } from "./formOf";

const titles = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"] as const;

/** What is read of one row with one more column behind its score. */
function rowWith(title: CellValue, words: CellValue, name = "修路", target = "10") {
  const grid = [
    [...titles, title],
    ["产出", "数量", name, target, "9", 60, null, words],
  ];
  const [row] = formOf(workbookOf([gridSheet(grid)])).indicators;
  return {
    standard: row?.standard?.value ?? null,
    target: row?.goal?.target.content,
    doubts: (row?.goal?.doubts ?? []).map(({ text }) => text).join("；"),
  };
}

describe("得分后面的一栏", () => {
  it.each(["打分办法", "赋分规则", "考核标准", "扣分细则", "评价要点", "评分口径", "得分计算"])(
    "“%s”只能是评分标准",
    (title) => {
      const words = "每少1公里扣5分";
      expect(rowWith(title, words)).toMatchObject({ standard: words, doubts: "" });
    },
  );

  it.each(["要求", "考核内容", "政策依据", null])("“%s”写着怎样计分的，引出来问", (title) => {
    const { standard, doubts } = rowWith(title, "低于目标值不得分");
    expect(standard).toBeNull();
    expect(doubts).toContain(
      title === null ? "没有标题的H列H2还写着“低于目标值不得分”" : `“${title}”一栏H2还写着“低于目标值不得分”`,
    );
  });

  it.each([
    ["责任科室", "养护科"],
    ["责任人", "张三"],
    ["政策依据", "财预〔2021〕3号"],
    ["频次", "每月一次"],
  ])("“%s”写“%s”的不问", (title, words) => {
    expect(rowWith(title, words)).toMatchObject({ standard: null, doubts: "" });
  });
});

describe("哪里都可以的方向一栏", () => {
  it.each(["极性", "指标导向", "方向", "属性", "指标类型", "评价方向", null])("“%s”写“反向”", (title) => {
    expect(rowWith(title, "反向")).toMatchObject({ target: "≤10", doubts: "" });
  });

  it("标题说的是方向、写的没有读懂：问", () => {
    const grid = [
      [...titles, "极性"],
      ["产出", "数量", "甲", "10", "9", 30, null, "反向"],
      ["产出", "数量", "乙", "10", "9", 30, null, "视情况"],
    ];
    const [, second] = formOf(workbookOf([gridSheet(grid)])).indicators;
    expect(second?.goal?.doubts[0]?.text).toContain("视情况");
  });

  it("写在名称的括号里", () => {
    expect(rowWith("联系人", "张三", "案件数（逆指标）").target).toBe("≤10");
    expect(rowWith("联系人", "张三", "案件数（全县）").target).toBe("10");
    expect(rowWith("联系人", "张三", "案件数（逆指标）", "≥10件").doubts).toContain("不一致");
  });
});

describe("栏目的别的写法", () => {
  it.each([
    ["目标\n（计划）", "完成\n（实际）"],
    ["计划完成值", "全年实际完成值"],
    ["计划完成数", "完成（全年）"],
  ])("%j是目标，%j是完成", (target, actual) => {
    const grid = [
      ["一级指标", "二级指标", "三级指标", target, actual, "分值", "得分"],
      ["产出", "数量", "修路", "10公里", "9公里", 60, null],
    ];
    const [row] = formOf(workbookOf([gridSheet(grid)])).indicators;
    expect(row?.goal).toMatchObject({
      target: { content: "10公里" },
      actual: { content: "9公里" },
      doubts: [],
    });
  });

  it("符号一栏写“达到”是不低于", () => {
    expect(rowWith("方向", "达到")).toMatchObject({ target: "≥10", doubts: "" });
  });
});
