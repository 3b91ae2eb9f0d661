import { classifyTitle } from "./classifyTitle";
import type { HeaderBand } from "./findHeader";
import type { FormColumns, Indicator } from "./form";
import { normalizeName } from "./normalizeName";
import { isRuleTitle } from "./ruleTitles";
import { rowLabel } from "./rowLabels";
import type { SheetView } from "./sheetView";
import { othersScore } from "./titles";

/**
 * The indicators with the whole of their 评分标准: it may go on in the cells below, beside which no indicator begins, in
 * columns under the same title, and in columns with titles like it (评分细则, 加减分项).
 * @param end the last row that can belong to the last indicator
 */
export function withWholeStandards(
  view: SheetView,
  { top, bottom, columns }: Pick<HeaderBand, "top" | "bottom" | "columns">,
  indicators: readonly Indicator[],
  end: number,
): readonly Indicator[] {
  const { standard } = columns;
  if (standard === null) return indicators;
  const last = lastColumn(view, columns, standard, top, bottom);
  const others = otherStandards(view, columns, { from: last + 1, top, bottom });
  return indicators.map((indicator, index) => {
    const printed = indicator.standard;
    if (printed === null || printed.unreadable !== undefined) return indicator;
    const next = (indicators[index + 1]?.row ?? end + 1) - 1;
    const more: string[] = [];
    for (let row = indicator.row; row <= next; row += 1) {
      if (row > indicator.row && !goesOn(view, columns, standard, row)) break;
      for (let column = standard; column <= last; column += 1) {
        const { at, text } = view.cell(row, column);
        const isNew = at.row === row && at.column === column;
        if (isNew && text !== "" && !(row === printed.at.row && column === printed.at.column))
          more.push(text);
      }
    }
    for (const column of others) {
      const { text } = view.cell(indicator.row, column);
      if (text !== "" && text !== printed.value) more.push(text);
    }
    if (more.length === 0) return indicator;
    const value = [printed.value, ...more].filter((text) => text !== "").join("\n");
    return { ...indicator, standard: { ...printed, value, spread: true } };
  });
}

/** The title may be merged over several columns; one with a title of its own below it is another. */
function lastColumn(
  view: SheetView,
  columns: FormColumns,
  standard: number,
  top: number,
  bottom: number,
): number {
  const taken = new Set(Object.values(columns).filter((column) => column !== standard));
  const { right } = view.cell(top, standard).area;
  let last = standard;
  while (last < right && !taken.has(last + 1) && sharesTitle(view, last + 1, top, bottom)) last += 1;
  return last;
}

/** What else in a title says that rules of scoring stand below it, of which one column was taken. */
const ruleTitle = /(?:[评计打赋]分|[加减扣]分|否决)(?:标准|细则|规则|办法|方法|说明|要点|事项|情形|项|因素)/u;

/** Columns of the printed form that also say how points are given; where a person writes is none of them. */
function otherStandards(
  view: SheetView,
  columns: FormColumns,
  { from, top, bottom }: { readonly from: number; readonly top: number; readonly bottom: number },
): readonly number[] {
  const taken = new Set(Object.values(columns));
  const found = new Set<number>();
  for (let row = top; row <= bottom; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      const isOther = column > columns.name && (column < (columns.standard ?? 0) || column >= from);
      if (isOther && !taken.has(column) && saysRules(view.cell(row, column).text, column < columns.selfScore))
        found.add(column);
    }
  }
  return Array.from(found).sort((one, other) => one - other);
}

function saysRules(title: string, isPrinted: boolean): boolean {
  const kind = classifyTitle(title)?.kind;
  if (kind === "standard" || isRuleTitle(title)) return true;
  return isPrinted && kind !== "ours" && ruleTitle.test(normalizeName(title)) && !othersScore.test(title);
}

function sharesTitle(view: SheetView, column: number, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row += 1) {
    const { area, text } = view.cell(row, column);
    if (area.left === column && text !== "") return false;
  }
  return true;
}

/** Nothing begins in front of the 评分标准 of this row, and it is no note. */
function goesOn(view: SheetView, columns: FormColumns, standard: number, row: number): boolean {
  const { level1, level2, name, weight, selfScore } = columns;
  const free = [level1, level2, name, weight, selfScore].every((column) => {
    if (column === null) return true;
    const { area, text } = view.cell(row, column);
    return text === "" || area.top < row;
  });
  const own = view.cell(row, standard);
  return free && own.area.left >= standard && rowLabel(own.text) === null;
}
