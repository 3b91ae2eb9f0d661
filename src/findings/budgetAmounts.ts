import type { Form } from "../form/form";
import type { CellAddress } from "../workbook/cell";

interface BudgetAmount {
  readonly title: string;
  /** 万元 */
  readonly value: number;
  readonly at: CellAddress;
}

/** 年度部门预算情况 by meaning. A list is empty when one of its amounts is blank: then nothing can be added up. */
interface BudgetAmounts {
  readonly total: { readonly value: number | null; readonly at: CellAddress } | null;
  /** Everything that adds up to the total. */
  readonly categories: readonly BudgetAmount[];
  /** 专项资金 and 其他事业发展支出. */
  readonly development: readonly BudgetAmount[];
  /** 本级资金 and 对下转移支付. */
  readonly levels: readonly BudgetAmount[];
}

const level = /本级|转移支付|对下|级次/u;

export function amountsOf({ head }: Form): BudgetAmounts {
  const total = head.budget.find(({ title }) => /总预算|预算总额|合计/u.test(title));
  const others = head.budget.filter((entry) => entry !== total);
  const levels = others.filter(({ title, group }) => level.test(title) || /级次/u.test(group));
  const categories = others.filter((entry) => !levels.includes(entry));
  const development = categories.filter(
    ({ title, group }) => /事业发展/u.test(`${title}${group}`) || /专项资金/u.test(title),
  );
  return {
    total: total?.amount ?? null,
    categories: complete(categories),
    development: complete(development),
    levels: complete(levels),
  };
}

function complete(entries: Form["head"]["budget"]): readonly BudgetAmount[] {
  const amounts = entries.flatMap(({ title, amount }) =>
    amount.value === null ? [] : { title, value: amount.value, at: amount.at },
  );
  return amounts.length === entries.length ? amounts : [];
}
