import type { CellAddress } from "../workbook/cell";
import { normalizeName } from "./normalizeName";
import type { SheetView } from "./sheetView";

const rateTitle = /^(?:指标|目标|任务)?完成(?:率|情况|程度|比例|区间)(?:\(.{0,8}\))?$/u;
const pointsTitle = /^(?:(?:评|计|得|赋)分|得分比例|分值比例|(?:计分|得分)?系数|得分(?:标准|率|办法)?)$/u;
const mostRows = 8;

/**
 * Small tables of points outside the form: 完成率 | 得分 over their stretches, side by side or below one another; each as one
 * text, row by row.
 * @param isTaken rows of the form itself
 */
export function pointsTables(
  view: SheetView,
  isTaken: (row: number) => boolean,
): readonly { readonly text: string; readonly at: CellAddress }[] {
  return Array.from(view.sheet.rows).flatMap(([row, held]) => {
    const isTitled = Array.from(held.values()).some(
      ({ value }) => typeof value === "string" && value.length < 20 && value.includes("完成"),
    );
    if (!isTitled || isTaken(row)) return [];
    const cells = textsIn(view, row);
    const first = cells.find(({ text }) => rateTitle.test(normalizeName(text)));
    if (first === undefined || !cells.some(({ text }) => pointsTitle.test(normalizeName(text)))) return [];
    const lines: string[] = [];
    for (let below = row; below < row + mostRows && !isTaken(below); below += 1) {
      const texts = textsIn(view, below).map(({ text }) => text);
      if (texts.length === 0) break;
      lines.push(texts.join(" "));
    }
    return lines.join("").length < 8 ? [] : [{ text: lines.join("，"), at: first.at }];
  });
}

function textsIn(
  view: SheetView,
  row: number,
): readonly { readonly text: string; readonly at: CellAddress }[] {
  return Array.from(view.sheet.rows.get(row)?.keys() ?? [])
    .map((column) => view.own(row, column))
    .filter(({ text, at }) => text !== "" && at.row === row);
}
