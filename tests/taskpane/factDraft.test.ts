import { describe, expect, test } from "vitest";
import type { FactSpec } from "../../src/criteria/fact";
import { editionRow } from "../support/editionRow";
import { readDraft, type FactDraft } from "../../src/taskpane/factDraft";

const blank: FactDraft = { text: "", months: [], notApplicable: false, reason: "" };

function spec(row: string, key: string): FactSpec {
  const found = editionRow(row).asks.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no fact ${row}.${key}`);
  return found;
}

function read(one: FactSpec, draft: Partial<FactDraft>, weight = 2) {
  return readDraft(one, { ...blank, ...draft }, weight);
}

describe("面板里填写的数据", () => {
  const rate = spec("contractSigning", "rate");
  const amount = spec("overhead", "actual");
  const count = spec("preEvaluation", "recurrent");

  test.each([
    ["95", 0.95],
    ["95%", 0.95],
    ["９９．８３", 0.9983],
    ["0", 0],
    ["≤10%", "≤10%"],
  ])("百分数 %s 读作 %s", (text, value) => {
    expect(read(rate, { text })).toEqual({ value, reason: "" });
  });

  test.each(["约九成", "100000", "9、5", "", "≤10"])("百分数不接受 %s", (text) => {
    expect(read(rate, { text })).toHaveProperty("problem");
  });

  test.each([
    ["1177.22", 1177.22],
    ["66,820.9万元", 66820.9],
    ["1.5亿元", 15000],
    ["5000元", 0.5],
  ])("金额 %s 读作 %s 万元", (text, value) => {
    expect(read(amount, { text })).toEqual({ value, reason: "" });
  });

  test.each(["-1", "5个", "很多"])("金额不接受 %s", (text) => {
    expect(read(amount, { text })).toHaveProperty("problem");
  });

  test.each(["0", "13", "40"])("月份不接受%s：写进底稿也读不回来", (text) => {
    expect(read({ ...count, calendar: true, unit: "月" }, { text })).toHaveProperty(
      "problem",
      expect.stringContaining("不在1至12之间"),
    );
  });

  test("月份接受1至12", () => {
    expect(read({ ...count, calendar: true, unit: "月" }, { text: "12" })).toEqual({ value: 12, reason: "" });
  });

  test("可以低于0的金额接受负数", () => {
    expect(read({ ...amount, signed: true }, { text: "-5元" })).toEqual({ value: -0.0005, reason: "" });
  });

  test("个数只接受不小于0的整数", () => {
    expect(read(count, { text: "3个" })).toEqual({ value: 3, reason: "" });
    expect(read(count, { text: "0" })).toEqual({ value: 0, reason: "" });
    expect(read(count, { text: "1.5" })).toHaveProperty("problem");
    expect(read(count, { text: "-1" })).toHaveProperty("problem");
  });

  test("不涉及须说明理由", () => {
    expect(read(count, { notApplicable: true })).toHaveProperty("problem");
    expect(read(count, { notApplicable: true, reason: "当年没有新增项目" })).toEqual({
      value: "不涉及",
      reason: "当年没有新增项目",
    });
    expect(read(spec("systemExecution", "subordinates"), { text: "不涉及" })).toHaveProperty("problem");
  });

  test("完整度大于0、不超过100%", () => {
    const own = spec("systemBuilding", "ownFunds");
    expect(read(own, { text: "80" })).toEqual({ value: 0.8, reason: "" });
    expect(read(own, { text: "是" })).toEqual({ value: "是", reason: "" });
    expect(read(own, { text: "0" })).toHaveProperty("problem");
    expect(read(own, { text: "120" })).toHaveProperty("problem");
  });

  test("日期写法不限，写错的日子不收", () => {
    const day = spec("budgetDisclosure", "budgetPublished");
    for (const text of ["2023-2-10", "2023/02/10", "2023年2月10日", "2023.2.10"]) {
      expect(read(day, { text })).toEqual({ value: 44967, reason: "" });
    }
    expect(read(day, { text: "未公开" })).toEqual({ value: "未公开", reason: "" });
    expect(read(day, { text: "2023-2-30" })).toHaveProperty("problem");
  });

  test("各月执行率：未通报的月份留空，至少一个月", () => {
    const months = Array.from({ length: 12 }, (_, n) => (n < 2 ? "" : n === 11 ? "99.83" : "100%"));
    const rates = spec("budgetExecution", "rates");
    expect(read(rates, { months })).toEqual({
      value: [null, null, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.9983],
      reason: "",
    });
    expect(read(rates, { months: months.map(() => "") })).toHaveProperty("problem");
    expect(read(rates, { months: months.map(() => "达标") })).toHaveProperty("problem");
  });

  test("评定得分在0与分值之间，并须写理由", () => {
    const judged = spec("dataQuality", "judged");
    expect(read(judged, { text: "1.5", reason: "一处账实不符，已整改" })).toEqual({
      value: 1.5,
      reason: "一处账实不符，已整改",
    });
    expect(read(judged, { text: "1.5" })).toHaveProperty("problem");
    expect(read(judged, { text: "2.5", reason: "好" })).toHaveProperty("problem");
  });
});
