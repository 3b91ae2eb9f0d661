import { describe, expect, it } from "vitest";
import { classifyTitle } from "../../src/form/classifyTitle";
import { normalizeName, bareName } from "../../src/form/normalizeName";
import { readWeight } from "../../src/form/writtenPoints";

describe("名称", () => {
  it("空白、换行、全角、引号不同的名称视为相同", () => {
    const same = [
      "“三公”经费控制情况",
      '"三公"经费控制情况',
      "「三公」经费\n控制 情况",
      " ＂三公＂经费控制情况\u200b",
    ];
    expect(new Set(same.map(normalizeName))).toEqual(new Set(['"三公"经费控制情况']));
    expect(normalizeName("１．结转结余率（％）")).toBe("1.结转结余率(%)");
  });

  it("去掉前面的序号和后面的单位、分值", () => {
    expect(
      [
        "1.结转结余率（2分）",
        "（一）结转结余率",
        "3、结转结余率（%）",
        "结转结余率（%）：",
        "结转结余率",
      ].map(bareName),
    ).toEqual(Array.from({ length: 5 }, () => "结转结余率"));
    expect(bareName("基本养老保险参保人数（含离退休）")).toBe("基本养老保险参保人数(含离退休)");
    expect(bareName("2.5产业")).toBe("2.5产业");
  });
});

describe("标题", () => {
  it.each<readonly [string, string | undefined]>([
    ["得分/自评分", "selfScore"],
    ["自评\n得分（分）", "selfScore"],
    ["复核得分", undefined],
    ["得分（财政复核）", undefined],
    ["标准分：", "weight"],
    ["权重（%）", "weight"],
    ["一级指标分值", "level1Weight"],
    ["评分依据、未达标原因、改进措施", "basis"],
    ["扣分原因", "basis"],
    ["扣分说明", "ours"],
    ["参考佐证材料名称", "evidence"],
    ["年度目标值", "target"],
    ["序号", undefined],
    ["分值/得分", undefined],
  ])("%s", (text, kind) => {
    expect(classifyTitle(text)?.kind).toBe(kind);
  });
});

describe("分值", () => {
  it.each<readonly [string | number | boolean | null, string, number | null]>([
    [10, "", 10],
    ["１０", "", 10],
    ["10 分", "", 10],
    ["（10分）", "", 10],
    ["满分10分", "", 10],
    ["0.5", "", 0.5],
    ["10%", "", null],
    [0.1, "0%", null],
    [-1, "", null],
    ["5-10", "", null],
    ["10个", "", null],
    [null, "", null],
    [true, "", null],
    [Number.NaN, "", null],
  ])("%s（格式“%s”）读作 %s", (value, format, weight) => {
    expect(readWeight(value, format)).toBe(weight);
  });
});
