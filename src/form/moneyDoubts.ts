import { a1, type Cited } from "../workbook/cell";
import type { FundLine } from "./form";
import { normalizeName } from "./normalizeName";
import { saysPartOfYear } from "./unsettledFigures";
import { singleLine, type SheetView } from "./sheetView";

/** "95（含应付未付5万元）": what a line says besides its amount. */
export function moneyDoubts(view: SheetView, others: readonly FundLine[]): readonly string[] {
  const amounts = others.flatMap(({ initial, annual, executed }) => [initial, annual, executed]);
  return amounts.flatMap((amount) => {
    const text =
      amount === null || amount.value !== null ? "" : view.own(amount.at.row, amount.at.column).text;
    const isSaid = amount !== null && /\d/u.test(text) && /\p{Script=Han}{2}/u.test(text);
    return isSaid ? [`${a1(amount.at)}写着“${singleLine(text)}”，全年执行数是多少`] : [];
  });
}

/** Not all that was spent, or more than that: 含应付款, 不含结转, 预拨, 截至6月, 暂估. */
const ofOther =
  /应付|未付|未支|预(?:拨|付|支|计)|暂(?:估|列|付)|估|截[至止]|拟|计划|(?:不含|剔除|扣除|未含)|上半年|[1-9]月/u;

/** "全年执行数（含应付款）", "年度资金总额（含预拨款）": what a title or a label says the amounts are. */
export function titleDoubts(
  texts: readonly { readonly text: string; readonly place: string }[],
): readonly string[] {
  return texts
    .filter(({ text }) => ofOther.test(normalizeName(text).replace(/上年结转/gu, "")))
    .map(({ text, place }) => `${place}写着“${singleLine(text)}”，全年执行数是多少`);
}

/** "约95", "95*": the amounts that the rate is of say more than a number. */
export function amountDoubts(view: SheetView, amounts: readonly Cited<number | null>[]): readonly string[] {
  return amounts.flatMap(({ at }) => {
    const { text, value } = view.own(at.row, at.column);
    const isPlain = typeof value === "number" || !/\d/u.test(text) || plainAmount.test(normalizeName(text));
    return isPlain ? [] : [`${a1(at)}写着“${singleLine(text)}”，预算数、执行数各是多少`];
  });
}

const plainAmount = /^[¥￥]?-?[\d,.\s]+(?:万?元)?$/u;

/** "执行数为截至11月30日数据" */
export function periodDoubts(notes: readonly Cited<string>[]): readonly string[] {
  return notes.flatMap(({ value, at }) =>
    value
      .split(/[。；;\n\r]/u)
      .filter((words) => /执行数|支出数/u.test(words) && saysPartOfYear(normalizeName(words)))
      .map((words) => `${a1(at)}写着“${singleLine(words)}”，全年执行数是多少`),
  );
}
