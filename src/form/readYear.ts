import type { Area, Cited } from "../workbook/cell";
import { normalizeName } from "./normalizeName";
import type { SheetView } from "./sheetView";

const longestTitle = 60;
const chineseDigits = "〇一二三四五六七八九";
const whole = /^\(?((?:19|20)\d{2})年?度?\)?$/u;
const inTitle = /(?:^|[^\d])((?:19|20)\d{2})年度?/u;

/** The year of the form: "（2023年度）" below the title, "2023年度部门整体支出绩效自评表", or behind the label 年度. */
export function readYear(view: SheetView, zone: Area, labelled: Cited<string> | null): Cited<number> | null {
  let titled: Cited<number> | null = null;
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    for (let column = zone.left; column <= zone.right; column += 1) {
      const cell = view.cell(row, column);
      if (cell.at.row !== row || cell.at.column !== column || cell.text.length > longestTitle) continue;
      const text = plainDigits(normalizeName(cell.text));
      const alone = typeof cell.value === "string" ? whole.exec(text)?.[1] : undefined;
      if (alone !== undefined && text.includes("年")) return { value: Number(alone), at: cell.at };
      const year = /绩效|自评|评价/u.test(text) ? inTitle.exec(text)?.[1] : undefined;
      if (year !== undefined) titled ??= { value: Number(year), at: cell.at };
    }
  }
  const behind = labelled === null ? undefined : whole.exec(plainDigits(normalizeName(labelled.value)))?.[1];
  if (titled !== null || labelled === null || behind === undefined) return titled;
  return { value: Number(behind), at: labelled.at };
}

/** "二〇二三年度" → "2023年度" */
function plainDigits(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九]{4}(?=年)/gu, (year) =>
    Array.from(year.replace(/[○零]/gu, "〇"), (digit) => chineseDigits.indexOf(digit)).join(""),
  );
}
