import { tidy } from "../../quantity/tidy";
import { inCell, type Check, type Found } from "../finding";
import { amountsOf } from "../budgetAmounts";
import type { Fund } from "../../form/form";
import { allPassages, type Passage } from "../passages";

const amounts =
  /预算(?:数|总额|安排数?)?(?:为|是)?(\d[\d,]{0,14}(?:\.\d{1,6})?)(万元|亿元|元)[^。；]{0,20}?(?:执行数|支出数|实际支出|决算数)(?:为|是)?(\d[\d,]{0,14}(?:\.\d{1,6})?)(万元|亿元|元)/u;
const exponents: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 亿元: 1e8 };

/** "预算数…万元，执行数…万元": the amounts of the words against the form's own. */
export const executionRate: Check = {
  id: "executionRate",
  title: "文字里的预算数、执行数与预算表相符",
  severity: "待核实",
  find: (context) => {
    const total = amountsOf(context.form).total;
    return allPassages(context).flatMap(({ at, label, text }): readonly Found[] => {
      const match = amounts.exec(text.normalize("NFKC").replace(/\s+/gu, "").slice(0, 4000));
      if (match === null) return [];
      const [, budgetDigits = "", budgetUnit = "", spentDigits = "", spentUnit = ""] = match;
      const budget = Number(budgetDigits.replaceAll(",", "")) * (exponents[budgetUnit] ?? 1);
      const spent = Number(spentDigits.replaceAll(",", "")) * (exponents[spentUnit] ?? 1);
      if (!(budget > 0)) return [];
      const found: Found[] = [];
      const { fund } = context.form;
      if (fund !== null && /项目|资金/u.test(text))
        found.push(...againstFund({ at, label }, fund, { budget, spent }));
      const here = total?.value ?? null;
      if (
        total !== null &&
        here !== null &&
        /全年预算|总预算|部门预算/u.test(text) &&
        Math.abs(budget / 1e4 - here) > 0.011
      ) {
        found.push({
          at,
          other: inCell(total.at),
          subject: label,
          essence: `${budgetDigits}${budgetUnit}≠${here}`,
          what: `${label}写全年预算数${budgetDigits}${budgetUnit}，预算表总预算为${here}万元。`,
          why: "两处的预算数应为同一口径。",
          todo: "请核对是年初预算还是调整后预算，统一口径或加以说明。",
        });
      }
      return found;
    });
  },
};

/** The amounts of the text against those of the money block, in 万元 or in 元. */
function againstFund(
  { at, label }: Pick<Passage, "at" | "label">,
  { base, executed, ...fund }: Fund,
  said: { readonly budget: number; readonly spent: number },
): readonly Found[] {
  const printed = [
    [base.title, fund[base.of], said.budget],
    ["执行数", executed, said.spent],
  ] as const;
  return printed.flatMap(([title, cell, amount]): readonly Found[] => {
    if (cell?.value == null) return [];
    const { value } = cell;
    if ([value * 1e4, value].some((one) => Math.abs(one - amount) < 110)) return [];
    const text = `${tidy(amount / 1e4)}万元`;
    return [
      {
        at: inCell(cell.at),
        other: at,
        subject: title,
        essence: `${value}≠${text}`,
        what: `“${title}”表中为${value}，${label}写${text}。`,
        why: "自评报告与自评表的预算数、执行数应当一致。",
        todo: "请核对金额和口径，改正其中一处。",
      },
    ];
  });
}
