import { sumOf, tidy } from "../../quantity/tidy";
import { inCell, type Check } from "../finding";
import { amountsOf } from "../budgetAmounts";

/** 基本支出 + 项目支出 + 事业发展支出 = 总预算. */
export const budgetTotal: Check = {
  id: "budgetTotal",
  title: "预算表：各类资金之和等于总预算",
  severity: "须更正",
  find: ({ form }) => {
    const { total, categories } = amountsOf(form);
    if (total?.value == null || categories.length < 2) return [];
    const sum = sumOf(categories.map(({ value }) => value));
    if (Math.abs(sum - total.value) <= 0.0051 * (categories.length + 1)) return [];
    return {
      at: inCell(total.at),
      subject: "总预算",
      essence: `${total.value}≠${sum}`,
      what: `总预算${total.value}万元，各类资金合计${sum}万元，相差${tidy(Math.abs(sum - total.value))}万元。`,
      why: `总预算应等于${categories.map(({ title }) => title).join("、")}之和。`,
      todo: "请对照部门预算批复核对各类资金。",
    };
  },
};
