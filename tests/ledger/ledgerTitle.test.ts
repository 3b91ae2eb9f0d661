import { describe, expect, it } from "vitest";
import { ledgerColumn } from "../../src/ledger/ledgerTitle";
import { moneySource } from "../../src/ledger/moneySource";
import { inUnit, unitIn } from "../../src/ledger/moneyUnit";

const figure = (texts: readonly string[]): string => {
  const column = ledgerColumn(texts);
  if (column === null) return "无关";
  if (column.kind !== "figure") return column.kind;
  const { figure: kind, source, year, unit } = column;
  return [kind, source, year, unit].filter((one) => one !== "" && one !== null).join(" ");
};

describe("台账的列", () => {
  it.each([
    [["项目编码"], "code"],
    [["项目代码（21位）"], "code"],
    [["项目\n名称"], "name"],
    [["预算年度"], "year"],
    [["资金来源"], "source"],
    [["年初预算数"], "initial"],
    [["年初批复预算数（万元）"], "initial 万元"],
    [["2023年初预算数"], "initial 2023"],
    [["2023年年初预算数"], "initial 2023"],
    [["全年预算数（A）"], "annual"],
    [["调整后预算数"], "annual"],
    [["调整后预算金额/元"], "annual 元"],
    [["全年执行数（B）"], "executed"],
    [["支出数"], "executed"],
    [["全年支出金额(单位：元)"], "executed 元"],
    [["预算数"], "budget"],
    [["财政拨款年初预算数"], "initial 财政拨款"],
    [["其中：财政拨款", "全年执行数"], "executed 财政拨款"],
    [["全年预算数", "上年结转"], "annual 上年结转"],
    [["全年预算数", "合计"], "annual"],
    [["资金情况（万元）", "2023年度", "全年执行数"], "executed 2023 万元"],
    [["预算执行情况", "中央财政拨款", "执行数"], "executed 中央财政拨款"],
  ])("%j → %s", (texts, wanted) => {
    expect(figure(texts)).toBe(wanted);
  });

  it.each([
    [["执行率"]],
    [["调整数"]],
    [["预算调整数"]],
    [["预算支出数"]],
    [["上年执行数"]],
    [["1-9月执行数"]],
    [["截至9月底支出数"]],
    [["全年执行数（含结转）"]],
    [["基本支出"]],
    [["项目负责人"]],
    [['=HYPERLINK("http://x","全年执行数")']],
    [["年初预算数".repeat(3000)]],
  ])("%j 不是", (texts) => {
    expect(figure(texts)).toBe("无关");
  });

  it.each([
    [["1—6月", "执行数"]],
    [["上年", "全年执行数"]],
    [["年初预算数", "执行数"]],
    [["2022年", "2023年全年执行数"]],
  ])("%j 有没读懂的字，不用", (texts) => {
    expect(figure(texts)).toBe("unread");
  });
});

it.each([
  ["年度资金总额：", ""],
  ["其中：当年财政拨款", "财政拨款"],
  ["      上年结转资金", "上年结转"],
  ["其他资金", "其他资金"],
  ["省级财政拨款", "省级财政拨款"],
  ["项目负责人", null],
])("资金来源 %s → %s", (text, wanted) => {
  expect(moneySource(text)).toBe(wanted);
});

it.each([
  [["项目资金\n（万元）"], "万元"],
  [["单位：元"], "元"],
  [["金额单位：人民币万元"], "万元"],
  [["（单位：万元、人）"], "万元"],
  [["单位：万元", "（元）"], null],
  [["约10万元"], null],
  [["单位：个"], null],
])("金额单位 %j → %s", (texts, wanted) => {
  expect(unitIn(texts)).toBe(wanted);
});

it.each([
  [1234567.89, "元", "万元", 123.456789],
  [0.1, "万元", "元", 1000],
  [12345678901.23, "元", "万元", 1234567.890123],
  [3, "亿元", "万元", 30000],
] as const)("%d%s = %s %d", (value, from, to, wanted) => {
  expect(inUnit(value, from, to)).toBe(wanted);
});
