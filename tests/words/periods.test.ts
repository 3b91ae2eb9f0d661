import { describe, expect, it } from "vitest";
import { exceeded, limitsIn, longerPeriods, periodsIn } from "../../src/words/periods";

const signed = "采购合同自中标通知书发出之日起30日内签订的得满分。";
const filed = "采购合同自签订之日起2个工作日内备案公开的得满分。";

describe("评分标准的期限与填报的期限", () => {
  it.each([
    [signed, [30, false]],
    ["自中标通知书发出之日起三十日内签订。", [30, false]],
    ["自中标通知书发出之日起一个月内签订。", [30, false]],
    ["自批复之日起两周内公开。", [14, false]],
    [filed, [2, true]],
  ])("%s", (standard, [days, workdays]) => {
    expect(limitsIn(standard)).toMatchObject([{ days, workdays }]);
  });

  it.each([
    ["均在中标通知书发出后45日内签订。", signed, ["45日内签订"]],
    ["均在中标通知书发出后两个月内签订。", signed, ["两个月内签订"]],
    ["均在中标通知书发出后30日内签订。", signed, []],
    ["均在中标通知书发出后一个月内签订。", signed, []],
    ["签订之日起一周内备案公开。", filed, ["一周内备案"]],
    ["签订之日起2个工作日内备案公开。", filed, []],
    ["已及时签订。", signed, []],
    ["均在中标通知书发出后45日内签订。", "签订及时的得满分。", []],
  ])("%s", (text, standard, said) => {
    const longer = longerPeriods(text, standard);
    expect(longer).toHaveLength(said.length);
    for (const [index, words] of said.entries()) expect(longer[index]).toContain(words);
  });

  it.each([
    ["签订之日起11日备案", false],
    ["签订之日起12日备案", true],
    ["签订之日起2个工作日备案", false],
    ["签订之日起3个工作日备案", true],
  ])("工作日的期限按日数计，放宽到长假：%s", (text, longer) => {
    const [period] = periodsIn(text);
    expect(period !== undefined && exceeded(period, limitsIn(filed)) !== null).toBe(longer);
  });
});
