import type { Area } from "../workbook/cell";
import { classifyTitle } from "./classifyTitle";
import type { HeaderBand } from "./findHeader";
import type { FormColumns } from "./form";
import { headLabel, inlineLabels } from "./headLabels";
import { normalizeName } from "./normalizeName";
import type { SheetView } from "./sheetView";

/** The first and last column of the score table, with columns of the office's own such as 序号 and 备注. */
interface TableEdges {
  readonly left: number;
  readonly right: number;
}

/** Titles side by side belong to one table; our own 扣分说明 ends it. */
export function tableEdges(view: SheetView, band: HeaderBand): TableEdges {
  const columns = columnNumbers(band.columns);
  let left = Math.min(...columns);
  let right = Math.max(...columns);
  while (left > 1 && titled(view, band, left - 1)) left -= 1;
  while (titled(view, band, right + 1)) right += 1;
  return { left, right };
}

/** The numbers of the columns that were found. */
export function columnNumbers(columns: FormColumns): readonly number[] {
  return Object.values<number | null>({ ...columns }).filter((column) => column !== null);
}

function titled(view: SheetView, band: HeaderBand, column: number): boolean {
  let text = "";
  for (let row = band.top; row <= band.bottom; row += 1) text += view.cell(row, column).text;
  return text !== "" && classifyTitle(text)?.kind !== "ours";
}

const tallestHead = 60;
const widestGap = 3;

/**
 * The head block above the table: up to the title of the form, with 附件 and the year above it. Without such a title the
 * block begins with its first label; other people's rows above it stay outside.
 */
export function headZone(view: SheetView, band: HeaderBand, edges: TableEdges): Area {
  const bottom = band.top - 1;
  let top = band.top;
  let gap = 0;
  for (let row = bottom; row >= Math.max(1, bottom - tallestHead) && gap < widestGap; row -= 1) {
    const kind = headRow(view, row, edges);
    gap = kind === "blank" ? gap + 1 : 0;
    if (kind === "title" || kind === "label") top = row;
    if (kind === "title") break;
  }
  for (let row = top - 1; row >= Math.max(1, top - 2); row -= 1) {
    if (headRow(view, row, edges) === "attachment") top = row;
  }
  return { ...edges, top, bottom };
}

const formTitle = /(?:绩效|自评|评价|评分)[^。;]{0,30}表$/u;
const attachment = /^(?:附件|附表|\(?\d{4}年度?\)?$)/u;

function headRow(
  view: SheetView,
  row: number,
  edges: TableEdges,
): "title" | "label" | "attachment" | "blank" | "other" {
  let kind: "blank" | "other" | "attachment" = "blank";
  for (let column = edges.left; column <= edges.right; column += 1) {
    const { text } = view.cell(row, column);
    if (text === "") continue;
    if (isFormTitle(text)) return "title";
    if (headLabel(text) !== null || (text.length < 200 && inlineLabels(text).length > 0)) return "label";
    kind =
      text.length < 30 && attachment.test(normalizeName(text))
        ? "attachment"
        : kind === "blank"
          ? "other"
          : kind;
  }
  return kind;
}

/** "2023年度部门整体支出绩效自评表（参考）" */
export function isFormTitle(text: string): boolean {
  if (text.length > 60) return false;
  return formTitle.test(normalizeName(text).replace(/\([^()]{0,30}\)/gu, ""));
}
