import { classifyTitle } from "./classifyTitle";
import type { HeaderBand } from "./findHeader";
import type { Indicator } from "./form";
import { columnNumbers } from "./formArea";
import type { SheetView } from "./sheetView";
import { othersScore } from "./titles";

/**
 * The indicators with what the form prints beside them in columns that no reader takes (备注, 说明, 取数口径), left of the
 * score: what stands right of it was written by a person.
 */
export function withBesideTexts(
  view: SheetView,
  header: HeaderBand,
  indicators: readonly Indicator[],
): readonly Indicator[] {
  const others = untakenColumns(view, header);
  if (others.length === 0) return indicators;
  const titles = new Map(others.map((column) => [column, titleOf(view, header, column)] as const));
  // 得分系数 0.5: the figure alone does not say that it changes the points.
  const pointTitle = (column: number): string => {
    const title = titles.get(column) ?? "";
    return /系数|折|计分|得分率/u.test(title) ? title : "";
  };
  return indicators.map((indicator) => {
    const beside = others.flatMap((column) => {
      const { at, text } = view.own(indicator.row, column);
      return text === "" ? [] : [{ value: `${pointTitle(column)}${text}`, at }];
    });
    return beside.length === 0 ? indicator : { ...indicator, beside };
  });
}

/** Titles of what people write into a form: why points were lost, what others found. */
export const writtenTitle = new RegExp(`${othersScore.source}|原因|理由|扣分(?:值|数|说明|情况|依据)?$`, "u");

function titleOf(view: SheetView, { top, bottom }: HeaderBand, column: number): string {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return rows.map((row) => view.own(row, column).text).join("");
}

function untakenColumns(
  view: SheetView,
  { top, bottom, columns, elsewhere, rivals }: HeaderBand,
): readonly number[] {
  const taken = new Set([...columnNumbers(columns), ...elsewhere, ...rivals.map(({ column }) => column)]);
  const found = new Set<number>();
  for (let row = top; row <= bottom; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      const { text } = view.own(row, column);
      const isPrinted = text !== "" && classifyTitle(text)?.kind !== "ours" && !writtenTitle.test(text);
      if (column < columns.selfScore && !taken.has(column) && isPrinted) found.add(column);
    }
  }
  return Array.from(found).sort((one, other) => one - other);
}
