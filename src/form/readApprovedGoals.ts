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

/** A header stands within so many rows from the top; the table ends within so many. */
const lowestHeader = 60;
const mostRows = 2_000;
/** Titles that make it another table: a form, an annex, a report of how far things are. */
const notApproved: readonly TitleKind[] = ["selfScore", "actual", "ours"];

/** Reads the approved goals of a sheet, a table for each project of a column 项目名称; empty: it holds none. A table with
 * several columns of names, of the long term and of the year, is none: nobody says which is meant. */
export function readApprovedGoals(sheet: SheetSnapshot): readonly ApprovedTable[] {
  const view = viewSheet(sheet);
  const size = usedSize(sheet);
  const right = Math.min(size.columns, widestHead);
  for (const row of sheet.rows.keys()) {
    if (row > lowestHeader) return [];
    const lower = titlesOf(view, row + 1, right);
    // 绩效指标 above 一级、二级、三级指标、年度指标值: the second line of the header has the columns.
    if (only(lower, "name") !== null && only(lower, "target") !== null) continue;
    const titles = titlesOf(view, row, right);
    const name = only(titles, "name") ?? only(titles, "looseName");
    const target = only(titles, "target");
    if (name === null || target === null) continue;
    if (notApproved.some((kind) => titles.some(([, one]) => one === kind))) return [];
    const weight = only(titles, "weight") ?? only(titles, "nameWeight");
    const columns = {
      target,
      adjusted: null,
      operator: only(titles, "operator"),
      unit: only(titles, "unit"),
      actual: null,
    };
    const bottom = Math.min(size.rows, row + mostRows);
    const goals = readGoals(view, { top: row + 1, bottom, name, weight, columns });
    const column = projectColumn(view, row, right);
    const above = ownerOf(view, row, right);
    const groups = grouped(goals, ({ target: { at } }) =>
      column === null ? above : projectAt(view, column, row, at.row),
    );
    return Array.from(groups, ([of, own]) => ({ sheet: sheet.name, of, goals: own }));
  }
  return [];
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

interface Table {
  readonly top: number;
  readonly bottom: number;
  readonly name: number;
  readonly weight: number | null;
  readonly columns: GoalColumns;
}

function readGoals(view: SheetView, { top, bottom, name, weight, columns }: Table): readonly ApprovedGoal[] {
  const goals: ApprovedGoal[] = [];
  for (let row = top; row <= bottom; row += 1) {
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

/** Whose goals they are, by the labels above the table. */
function ownerOf(view: SheetView, header: number, right: number): string {
  const found = new Map<string, string>();
  for (let row = 1; row < header; row += 1) {
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
  return ownerName(found.get("project") ?? found.get("department") ?? "");
}
