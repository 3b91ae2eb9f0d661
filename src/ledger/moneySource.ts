import { normalizeName } from "../form/normalizeName";

/** How offices print the same source of money; "" is all of it. */
const sources: readonly (readonly [string, RegExp])[] = [
  ["", /^(?:项目|年度|财政)*资金总额$|^(?:资金)?(?:总额|合计|总计|小计)$/u],
  ["财政拨款", /^财政(?:性资金|拨款资金|拨款|资金)$/u],
  ["上年结转", /^(?:上年|以前年度)?结转(?:结余)?(?:资金)?$/u],
  ["其他资金", /^其他(?:资金|来源|来源资金|经费)?$/u],
];

/** A source with words of its own: 中央财政拨款, 政府性基金. */
const own = /(?:拨款|资金|基金|结转|收入|债券)$/u;

/** "其中：当年财政拨款" → 财政拨款; null: no source of money. */
export function moneySource(text: string): string | null {
  const name = normalizeName(text)
    .replace(/^其中[:,]?|[:]$/gu, "")
    .replace(/^(?:当年|本年|年度)(?!资金总额)/u, "");
  const known = sources.find(([, words]) => words.test(name));
  if (known !== undefined) return known[0];
  return name.length <= 20 && own.test(name) ? name : null;
}
