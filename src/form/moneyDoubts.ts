import { a1, type Cited } from "../workbook/cell";
import type { FundLine } from "./form";
import { normalizeName } from "./normalizeName";
import { saysPartOfYear } from "./partOfYear";
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

/** "执行数为截至11月30日数据" */
export function periodDoubts(notes: readonly Cited<string>[]): readonly string[] {
  return notes.flatMap(({ value, at }) =>
    value
      .split(/[。；;\n\r]/u)
      .filter((words) => /执行数|支出数/u.test(words) && saysPartOfYear(normalizeName(words)))
      .map((words) => `${a1(at)}写着“${singleLine(words)}”，全年执行数是多少`),
  );
}
