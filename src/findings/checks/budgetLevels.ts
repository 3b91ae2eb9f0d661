import { sumOf, tidy } from "../../quantity/tidy";
import { inCell, type Check } from "../finding";
import { amountsOf } from "../budgetAmounts";

/** The split of 事业发展支出 by level (本级, 对下转移支付) against 事业发展支出 itself. */
export const budgetLevels: Check = {
  id: "budgetLevels",
  title: "预算表：按级次划分之和等于事业发展支出",
  severity: "待核实",
  find: ({ form }) => {
    const { development, levels } = amountsOf(form);
    const [first] = levels;
    if (first === undefined || development.length === 0 || levels.length < 2) return [];
    const parent = sumOf(development.map(({ value }) => value));
    const split = sumOf(levels.map(({ value }) => value));
    const gap = tidy(parent - split);
    if (Math.abs(gap) <= 0.0051 * (levels.length + development.length)) return [];
    const missing = development.find(({ value }) => Math.abs(value - gap) <= 0.0051);
    return {
      at: inCell(first.at),
      subject: "事业发展支出按级次划分",
      essence: `${split}≠${parent}`,
      what: `按级次划分合计${split}万元，事业发展支出${parent}万元，相差${tidy(Math.abs(gap))}万元${missing === undefined ? "" : `，正好是“${missing.title}”`}。`,
      why: "按级次划分的各项之和应等于事业发展支出。",
      todo:
        missing === undefined
          ? "请核对本级资金和对下转移支付。"
          : `请核对按级次划分是否漏了“${missing.title}”。`,
    };
  },
};
