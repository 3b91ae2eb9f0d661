import { percentWords } from "../criteria/words";
import type { Form, Fund, FundLine } from "../form/form";
import { tidy } from "../quantity/tidy";

/** 执行率 below this needs a reason. */
const low = 0.9;

const money = "(?:预算|资金|经费|款项|尾款|进度款|质保金|指标|支付|支出|结算|执行)";
const spending = new RegExp(
  `${money}[^。;；]{0,40}(?:因|由于|原因|受|未|尚|结余|结转|节约|跨年)|(?:因|由于|受)[^。;；]{0,40}${money}`,
  "u",
);
const change = "(?:追加|核减|压减|调减|调增|调整|调剂|收回|统筹|结转|缩减|增加|减少)";
const changing = new RegExp(`${change}[^。;；]{0,30}${money}|${money}[^。;；]{0,30}${change}`, "u");

/** What the fund block leaves to be explained, each by the cell that it is about. Chinese, without a full stop. */
export function fundDoubts(form: Form): readonly { readonly of: "rate" | "budget"; readonly text: string }[] {
  const { fund } = form;
  if (fund === null) return [];
  const rate = rateOf(fund, fund);
  const words = ownWords(form, fund);
  const { initial, annual, base } = fund;
  const changed =
    base.of === "annual" &&
    initial?.value != null &&
    annual?.value != null &&
    tidy(annual.value - initial.value) !== tidy(carried(fund));
  return [
    ...(rate !== null && rate > 1
      ? [
          {
            of: "rate",
            text: `执行率${percentWords(rate)}，超过100%的按满分计，请核对预算数和执行数`,
          } as const,
        ]
      : []),
    ...(rate !== null && rate < low && !spending.test(words)
      ? [{ of: "rate", text: `执行率${percentWords(rate)}，低于${percentWords(low)}，请说明原因` } as const]
      : []),
    ...(changed && !changing.test(words)
      ? [
          {
            of: "budget",
            text: `${base.title}${annual.value}与年初预算数${initial.value}不同，请说明调整的原因`,
          } as const,
        ]
      : []),
  ];
}

/** 执行率 of a line of the block; null: an amount is blank, or there is nothing to divide by. */
export function rateOf({ initial, annual, executed }: FundLine, { base }: Pick<Fund, "base">): number | null {
  const of = (base.of === "initial" ? initial : annual)?.value ?? null;
  return of === null || of === 0 || executed.value === null ? null : tidy(executed.value / of);
}

/** 执行率的分母是“全年预算数”: which, and why. */
export function baseWords({ base, executedTitle }: Fund): string {
  return `执行率=${executedTitle}÷${base.title}（${base.why}）`;
}

/** What came over from the year before, and was no part of the budget at its beginning. */
function carried({ lines }: Fund): number {
  return lines
    .filter(({ name }) => name.includes("结转"))
    .reduce((sum, { initial, annual }) => sum + (annual?.value ?? 0) - (initial?.value ?? 0), 0);
}

/** The department's own words; the notes are the template's. */
function ownWords({ head, indicators }: Form, { reason }: Fund): string {
  const written = [head.goalResult, head.shortfall, ...indicators.map(({ basis }) => basis)];
  return [reason, ...written.map((cell) => cell?.value ?? "")].join("\n");
}
