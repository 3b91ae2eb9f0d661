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

/** What the budget of the whole is called; 追加预算, 项目预算 and 公用经费预算数 are of something else. */
const whole =
  /^(?:[我本](?:局|委|办|院|部门|单位))?(?:年度|全年|部门|单位|整体|收支|支出)*(?:总预算|(?:全年|部门|整体|支出)的?(?:收入|支出)?预算|预算总额)(?:总?[数额]|总额|安排数?|资金)?$/u;
/** A label without the word that leads to its figure. */
export function nameOf(label: string): string {
  return label.replace(/(?:共计|合计|总计|[为是共约达]|[:：]){1,4}$/u, "");
}

/** Whether a figure with this label is the budget of the whole department. */
export function isWholeBudget(label: string): boolean {
  return whole.test(nameOf(label).replace(/^(?:20\d\d年度?)?/u, ""));
}
