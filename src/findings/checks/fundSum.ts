import type { Cited } from "../../workbook/cell";
import type { Fund, FundLine } from "../../form/form";
import { sumOf, tidy } from "../../quantity/tidy";
import { inCell, type Check } from "../finding";

const columns = [
  ["initial", "年初预算数"],
  ["annual", "全年预算数"],
  ["executed", "执行数"],
] as const;

/** 财政拨款, 上年结转, 其他资金 against 年度资金总额, column by column; a blank line counts as nothing. */
export const fundSum: Check = {
  id: "fundSum",
  title: "项目资金各行之和等于年度资金总额，各列分别核对",
  severity: "须更正",
  find: ({ form: { fund } }) => {
    if (fund === null || !fund.isTotal || fund.lines.length === 0) return [];
    return columns.flatMap(([key, usual]) => {
      const total = fund[key];
      if (total?.value == null) return [];
      const title = key === fund.base.of ? fund.base.title : key === "executed" ? fund.executedTitle : usual;
      const sums = sumsOf(fund, (line) => line[key]);
      const [sum] = sums;
      if (sum === undefined || sums.some((one) => tidy(one) === tidy(total.value ?? 0))) return [];
      return {
        at: inCell(total.at),
        subject: `项目资金${title}`,
        essence: `${total.value}≠${sum}`,
        what: `“${title}”的${fund.name === "" ? "年度资金总额" : `“${fund.name}”`}为${total.value}，其下各行合计${sum}。`,
        why: "年度资金总额应等于财政拨款、上年结转、其他资金等各行之和。",
        todo: "请对照预算批复和决算核对各行金额，改正后执行率、得分随之改变。",
      };
    });
  },
};

/**
 * The sum of the lines; a second “其中” opens parts of the line above it, which may end anywhere: then all the sums that the
 * lines can make. Empty: no line is filled.
 */
function sumsOf(
  { lines }: Fund,
  amountOf: (line: FundLine) => Cited<number | null> | null,
): readonly number[] {
  const amounts = lines.map((line) => amountOf(line)?.value ?? null);
  if (amounts.every((amount) => amount === null)) return [];
  const plain = amounts.map((amount) => amount ?? 0);
  const inner = lines.findIndex(({ name }, index) => index > 0 && /^其中/u.test(name));
  const ends = inner < 0 ? [] : plain.slice(inner).map((_, index) => inner + index + 1);
  return [sumOf(plain), ...ends.map((end) => sumOf([...plain.slice(0, inner), ...plain.slice(end)]))];
}
