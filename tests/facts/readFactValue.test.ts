import { describe, expect, it } from "vitest";
import { readFactValue } from "../../src/facts/readFactValue";
import type { FactSpec, FactValue } from "../../src/criteria/fact";
import type { CellValue } from "../../src/workbook/snapshot";

type Asked = Pick<FactSpec, "kind" | "range" | "signed" | "calendar" | "notApplicable" | "unit">;

const rate: Asked = { kind: "rate", unit: "%" };
const ranged: Asked = { ...rate, range: true };
const count: Asked = { kind: "count", unit: "项" };
const month: Asked = { kind: "count", unit: "月", calendar: true };
const delay: Asked = { kind: "count", unit: "个月" };
const amount: Asked = { kind: "amount", unit: "万元" };
const answer: Asked = { kind: "answer", unit: "是／否" };
const share: Asked = { kind: "answerOrShare", unit: "是／否" };
const date: Asked = { kind: "date", unit: "日期" };

describe("单元格里写的数怎样读", () => {
  it.each<readonly [Asked, CellValue, string | undefined, FactValue]>([
    [rate, "99.83%", undefined, 0.9983],
    [rate, 0.9983, undefined, 0.9983],
    [rate, 0.9983, "0.00%", 0.9983],
    [rate, " ９９.８３ ％ ", undefined, 0.9983],
    [rate, 1.05, "0.00%", 1.05],
    [ranged, "≤10%", undefined, "≤10%"],
    [ranged, "90%以上", undefined, "≥90%"],
    [ranged, "90%≤及时率＜100%", undefined, "90%≤率<100%"],
    [ranged, "≤0", undefined, "≤0"],
    [ranged, "-17.33%", undefined, -0.1733],
    [count, 3, undefined, 3],
    [count, "3项", undefined, 3],
    [count, "两项", undefined, 2],
    [count, "无", undefined, 0],
    [month, "3月", undefined, 3],
    [amount, "66,820.9万元", undefined, 66820.9],
    [amount, "1.2亿元", undefined, 12000],
    [amount, "668,209,000元", undefined, 66820.9],
    [amount, 0, undefined, 0],
    [answer, "是", undefined, "是"],
    [answer, "√", undefined, "是"],
    [answer, true, undefined, "是"],
    [answer, "有", undefined, "是"],
    [answer, "无", undefined, "否"],
    [answer, false, undefined, "否"],
    [{ ...answer, notApplicable: true }, "不涉及", undefined, "不涉及"],
    [share, "80%", undefined, 0.8],
    [share, 0.8, "0%", 0.8],
    [date, 44973, undefined, 44973],
    [date, "2023-02-16", undefined, 44973],
    [date, "2023年2月16日", undefined, 44973],
    [date, "2023/2/16", undefined, 44973],
    [date, "未公开", undefined, "未公开"],
    [month, 12, undefined, 12],
    [delay, 0, undefined, 0],
    [delay, "14个月", undefined, 14],
    [{ kind: "points", unit: "分" }, "1.5分", undefined, 1.5],
    [{ ...rate, signed: true }, "-5%", undefined, -0.05],
    [{ ...amount, signed: true }, "-5元", undefined, -0.0005],
  ])("%j 读 %j（格式 %s）得 %j", (spec, value, format, expected) => {
    const read = readFactValue(spec, format === undefined ? { value } : { value, format });
    expect("value" in read && read.value).toEqual(expected);
  });

  it.each<readonly [Asked, CellValue, string]>([
    [rate, 99.83, "99.83%"],
    [rate, "99.83", "99.83%"],
    [rate, "≤10%", "百分数"],
    [rate, "九成", "百分数"],
    [rate, -0.1, "负数"],
    [ranged, "≤10", "百分数"],
    [count, 2.5, "整数"],
    [count, -1, "整数"],
    [count, "若干", "整数"],
    [month, 0, "1至12"],
    [month, 13, "1至12"],
    [amount, "约好几万", "万元"],
    [amount, -3, "负数"],
    [{ ...rate, signed: true }, -99.83, "99.83%"],
    [{ ...amount, signed: true }, -1e11, "明显过大"],
    [answer, "不涉及", "不能填"],
    [answer, 1, "是"],
    [share, 80, "%"],
    [share, 0, "否"],
    [date, "2023-02-31", "日期"],
    [date, "2023年2月", "日期"],
    [date, 5, "日期"],
  ])("%j 不读 %j，说明怎样填", (spec, value, said) => {
    const read = readFactValue(spec, { value });
    expect("problem" in read && read.problem).toContain(said);
  });

  it("元折算成万元时说明", () => {
    const read = readFactValue(amount, { value: "4,200元" });
    expect(read).toEqual({ value: 0.42, approximate: false, remark: "“4,200元”已折算为0.42万元。" });
  });
});
