import type { SheetSnapshot } from "../workbook/snapshot";
import { isFormTitle } from "./formArea";
import { normalizeName } from "./normalizeName";
import { textOf } from "./sheetView";

/** What a sheet says that it is, in its name and in the titles of its first rows. */
export type SheetKind = "department" | "project" | "workingPaper" | "unnamed";

/** The sheet of ours; it asks for figures and is never the form. */
const workingPaperName = /^评分底稿/u;
const workingPaperHeading = "内部使用,不随表报送";
const whole = /整体/u;
const other = /^(?:\d{4}年度?)?[^表]{0,20}(?:项目|专项资金|转移支付|政策)[^表]{0,20}(?:绩效|自评)/u;

/** `above` is the row of the score table, or how far to look when there is none. */
export function sheetKind(sheet: SheetSnapshot, above: number, top = 1): SheetKind {
  const name = normalizeName(sheet.name);
  if (workingPaperName.test(name)) return "workingPaper";
  let seen = kindOfTitle(name);
  for (const [row, cells] of sheet.rows) {
    if (row >= above) break;
    if (row < top) continue;
    for (const { value } of cells.values()) {
      const text = textOf(value);
      if (text.length > 60) continue;
      if (normalizeName(text).startsWith(workingPaperHeading)) return "workingPaper";
      if (normalizeName(text).replace(/[::].*$/u, "") === "项目名称") return "project";
      if (!isFormTitle(text)) continue;
      const kind = kindOfTitle(normalizeName(text));
      if (kind !== "unnamed") seen = kind;
    }
  }
  return seen;
}

function kindOfTitle(title: string): SheetKind {
  if (whole.test(title)) return "department";
  return other.test(title) ? "project" : "unnamed";
}
