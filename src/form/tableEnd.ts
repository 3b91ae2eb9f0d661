import type { FormColumns, FormRemark } from "./form";
import { fundBottom } from "./readFund";
import { readIndicator } from "./readIndicator";
import { normalizeName } from "./normalizeName";
import { rowLabel, type RowLabel } from "./rowLabels";
import { singleLine, type SheetView } from "./sheetView";

/** So many rows without an indicator end a table that has no 总分: printed pages leave a blank row or two. */
const widestGap = 3;
/** In front of the first indicator stands what the template prints and nobody filled in. */
const widestStart = 15;
/** So far below a 总分 is looked for. */
const longestTable = 500;
const mostBlank = 30;

/** What the row is by its label; an indicator named 等级, with points and a target of its own, is none. */
export function labelOf(view: SheetView, columns: FormColumns, row: number, left: number): RowLabel | null {
  for (let column = left; column <= Math.max(columns.name, columns.weight ?? 0); column += 1) {
    const label = rowLabel(view.cell(row, column).text);
    if (label !== null) return label === "grade" && isWeighed(view, columns, row) ? null : label;
  }
  return null;
}

function isWeighed(view: SheetView, columns: FormColumns, row: number): boolean {
  const { weight, goal, standard } = readIndicator(view, columns, row);
  const asks = (goal?.target.content ?? null) !== null || (standard !== null && standard.value !== "");
  return weight.value !== null && asks;
}

/** How many rows without an indicator may follow one another. */
export function longestGap(total: number | null, hasRows: boolean): number {
  if (total !== null) return Infinity;
  return hasRows ? widestGap : widestStart;
}

/** The row of 总分 that ends the table from here on, whatever blanks and lines without points stand in front of it. */
export function totalAhead(
  view: SheetView,
  columns: FormColumns,
  top: number,
  left: number,
  headers: ReadonlySet<number>,
): number | null {
  for (let row = top, blank = 0; row < top + longestTable && !headers.has(row); row += 1) {
    blank = view.sheet.rows.has(row) ? 0 : blank + 1;
    if (blank > mostBlank) return null;
    const label = labelOf(view, columns, row, left);
    if (label === "total") return isOfPoints(view, columns, row, left) ? row : null;
    if (label === "grade") return null;
    row = fundBottom(view, row) ?? row;
  }
  return null;
}

const mostPoints = 200;

/** 合计 of money or people below the form is no total of it. */
function isOfPoints(view: SheetView, columns: FormColumns, row: number, left: number): boolean {
  for (let column = left; column <= columns.name; column += 1) {
    if (/分/u.test(view.cell(row, column).text)) return true;
  }
  if (columns.weight === null) return false;
  const { value } = readIndicator(view, columns, row).weight;
  const { formula } = view.own(row, columns.weight);
  return value === null ? /^=?SUM\(/iu.test(formula ?? "") : value > 0 && value <= mostPoints;
}

const placeholder =
  /^(?:[.…·。]+|指标[\d一二三四五六七八九十]*[::]?|(?:(?:[^指标]{2,8}(?:成本|效益|影响)|数量|质量|时效|成本|效益|产出|服务对象|满意度)+指标?|[^\d]{2,8}指标)(?:\(.{0,12}\))?)$/u;

/** What the template prints of a row that nobody filled in: 时效指标, 指标2：, ……. */
export function isPlaceholder(view: SheetView, row: number): boolean {
  const texts = [...(view.sheet.rows.get(row)?.keys() ?? [])]
    .map((column) => view.own(row, column))
    .filter(({ text, area }) => text !== "" && area.top === row);
  return texts.length > 0 && texts.every(({ text }) => placeholder.test(normalizeName(text)));
}

/** An indicator with points below the end of a table: it was not read, and a person should know. */
export function unreadBelow(
  view: SheetView,
  columns: FormColumns,
  row: number,
  headers: ReadonlySet<number>,
  isIndicator: (row: number) => boolean,
): readonly FormRemark[] {
  for (let below = row; below < row + widestStart && !headers.has(below); below += 1) {
    if (!isIndicator(below)) continue;
    const name = view.own(below, columns.name);
    const text = `第${below}行“${singleLine(name.text).slice(0, 30)}”有分值，与上面的指标隔着好几行，又没有“总分”一行，从这一行起没有读取、没有计分：请删去中间的空行，或者补上“总分”一行。`;
    return [{ at: name.at, text, opensTotal: true }];
  }
  return [];
}
