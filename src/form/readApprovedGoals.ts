import type { CellAddress, Cited } from "../workbook/cell";
import { grouped } from "../workbook/grouped";
import { usedSize, widestHead, type SheetSnapshot } from "../workbook/snapshot";
import { classifyTitle } from "./classifyTitle";
import type { GoalColumns } from "./form";
import { headLabel, inlineLabels } from "./headLabels";
import { ownerName } from "./normalizeName";
import { readTarget } from "./readGoal";
import { singleLine, viewSheet, type SheetView } from "./sheetView";
import type { TitleKind } from "./titles";
import { readWeight } from "./writtenPoints";

/** One indicator as it was approved at the beginning of the year. */
interface ApprovedGoal {
  readonly name: Cited<string>;
  /** As a target is read in a form; null: blank. */
  readonly target: { readonly content: string | number | null; readonly at: CellAddress };
  /** 分; null: the table has no weights, or this row none that can be read. */
  readonly weight: number | null;
}

/** 绩效目标批复表 or 绩效目标申报表: indicators with targets, and no place for what came of them. */
export interface ApprovedTable {
  readonly sheet: string;
  /** 项目名称 above the table, else 部门名称; "" where neither stands. */
  readonly of: string;
  readonly goals: readonly ApprovedGoal[];
}

/** A list that is longer is none: nobody approves as many goals. */
const mostRows = 2_000;
/** Titles that make it another table: a form, an annex, a report of how far things are. */
const notApproved: readonly TitleKind[] = ["selfScore", "actual", "ours"];

/** Reads the approved goals of a sheet, table by table, of a column 项目名称 one for each project; empty: it holds none. A
 * sheet with several columns of names in one header, of the long term and of the year, has none: nobody says which is meant. */
export function readApprovedGoals(sheet: SheetSnapshot): readonly ApprovedTable[] {
  const view = viewSheet(sheet);
  const size = usedSize(sheet);
  const right = Math.min(size.columns, widestHead);
  if (size.rows > mostRows) return [];
  const headers = headersOf(view, size.rows, right);
  if (headers.some(({ doubtful }) => doubtful)) return [];
  let above = 0;
  let owner = "";
  return headers.flatMap((header, index) => {
    const { top, bottom } = header;
    const next = headers[index + 1]?.top ?? size.rows + 1;
    // A header that is printed again without anything said above it goes on with the same table.
    owner = ownerOf(view, { from: above + 1, to: top - 1, right }) ?? owner;
    above = lastRowOf(view, { from: bottom + 1, to: next - 1, right });
    const goals = readGoals(view, header, above);
    const column = projectColumn(view, bottom, right);
    const groups = grouped(goals, ({ target: { at } }) =>
      column === null ? owner : projectAt(view, column, bottom, at.row),
    );
    return Array.from(groups, ([of, own]) => ({ sheet: sheet.name, of, goals: own }));
  });
}

interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly name: number;
  readonly weight: number | null;
  readonly columns: GoalColumns;
  /** It is that of another table, or nobody can say which of its columns counts. */
  readonly doubtful: boolean;
}

/** The headers of one or two lines: 绩效指标 above 一级、二级、三级指标, with 年度指标值 in either. */
function headersOf(view: SheetView, rows: number, right: number): readonly Header[] {
  const headers: Header[] = [];
  for (let top = 1; top <= rows; top += 1) {
    const upper = titlesOf(view, top, right);
    if (upper.length === 0) continue;
    const lower = titlesOf(view, top + 1, right);
    const isTwo = lower.some(([, kind]) => kind === "name");
    const lines = isTwo ? [lower, upper] : [upper];
    const find = (kind: TitleKind): number | null =>
      lines.map((line) => only(line, kind)).find((column) => column !== null) ?? null;
    const name = find("name") ?? find("looseName");
    const target = find("target");
    const names = lines.map((line) => line.filter(([, kind]) => kind === "name").length);
    const isOther = lines.some((line) => line.some(([, kind]) => notApproved.includes(kind)));
    const doubtful = names.some((count) => count > 1) || (isOther && name !== null && target !== null);
    if (!doubtful && (name === null || target === null)) continue;
    const columns = { target, adjusted: null, operator: find("operator"), unit: find("unit"), actual: null };
    const bottom = isTwo ? top + 1 : top;
    headers.push({
      ...{ top, bottom, name: name ?? 1, columns, doubtful },
      weight: find("weight") ?? find("nameWeight"),
    });
    top = bottom;
  }
  return headers;
}

interface Rows {
  readonly from: number;
  readonly to: number;
  readonly right: number;
}

/** The last row of a table: above the labels (项目名称, 部门名称) of the next. */
function lastRowOf(view: SheetView, { from, to, right }: Rows): number {
  for (let row = from; row <= to; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      if (column > right) continue;
      const { text } = view.own(row, column);
      const labels = [
        headLabel(text),
        ...(text.length < 200 ? inlineLabels(text) : []).map((one) => one.label),
      ];
      if (labels.some((label) => label === "project" || label === "department")) return row - 1;
    }
  }
  return to;
}

/** The column 项目名称 of the header, in its line or in the one above. */
function projectColumn(view: SheetView, header: number, right: number): number | null {
  for (let column = 1; column <= right; column += 1) {
    if (headLabel(view.own(header, column).text) === "project") return column;
    const above = view.own(header - 1, column);
    // With a value beside it, it is a label of the head and not a title.
    const isTitle = headLabel(above.text) === "project" && view.cell(header, column).text === "";
    if (isTitle && view.cell(header + 1, column).text !== "") return column;
  }
  return null;
}

/** The project of a row: as its column says, or the last one that was named above. */
function projectAt(view: SheetView, column: number, header: number, row: number): string {
  for (let at = row; at > header; at -= 1) {
    const { text } = view.own(at, column);
    if (text !== "") return ownerName(text);
  }
  return "";
}

type Titles = readonly (readonly [column: number, kind: TitleKind])[];

function titlesOf(view: SheetView, row: number, right: number): Titles {
  return Array.from({ length: right }, (_, index) => index + 1).flatMap((column) => {
    const title = classifyTitle(view.own(row, column).text);
    return title === null ? [] : [[column, title.kind] as const];
  });
}

/** The one column of a kind; null: none, or several. */
function only(titles: Titles, kind: TitleKind): number | null {
  const columns = titles.filter(([, one]) => one === kind);
  return columns.length === 1 ? (columns[0]?.[0] ?? null) : null;
}

function readGoals(
  view: SheetView,
  { bottom, name, weight, columns }: Header,
  last: number,
): readonly ApprovedGoal[] {
  const goals: ApprovedGoal[] = [];
  for (let row = bottom + 1; row <= last; row += 1) {
    const cell = view.own(row, name);
    const words = singleLine(cell.text);
    const { figure } = readTarget(view, columns, row);
    // A name merged over two rows names one indicator; a row without a target is a heading or a note.
    if (words === "" || cell.at.row !== row || figure.content === null || /^合\s*计$|^总\s*分$/u.test(words))
      continue;
    goals.push({
      name: { value: words, at: cell.at },
      target: { content: figure.content, at: figure.at },
      weight: weight === null ? null : weightIn(view, row, weight),
    });
  }
  return goals;
}

function weightIn(view: SheetView, row: number, column: number): number | null {
  const { value, format, at } = view.own(row, column);
  // A weight merged over several rows is that of their group.
  return at.row === row ? readWeight(value, format) : null;
}

/** Whose goals they are, by the labels in these rows; null: nothing says it. */
function ownerOf(view: SheetView, { from, to, right }: Rows): string | null {
  const found = new Map<string, string>();
  for (let row = from; row <= to; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      if (column > right) continue;
      const { text, area } = view.own(row, column);
      const label = headLabel(text);
      if (label !== null && !found.has(label)) {
        const behind = view.cell(row, area.right + 1).text;
        if (behind !== "" && headLabel(behind) === null) found.set(label, behind);
      }
      for (const { label: inline, value } of text.length < 200 ? inlineLabels(text) : []) {
        if (!found.has(inline)) found.set(inline, value);
      }
    }
  }
  const name = found.get("project") ?? found.get("department");
  return name === undefined ? null : ownerName(name);
}
