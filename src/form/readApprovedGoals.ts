import type { CellAddress, Cited } from "../workbook/cell";
import { usedSize, widestHead, type SheetSnapshot } from "../workbook/snapshot";
import { classifyTitle } from "./classifyTitle";
import type { GoalColumns } from "./form";
import { headLabel, inlineLabels } from "./headLabels";
import { normalizeName } from "./normalizeName";
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

/** Reads the table of approved goals of a sheet; null: it holds none. A table with several columns of names, of the long
 * term and of the year, is none: nobody says which is meant. */
export function readApprovedGoals(sheet: SheetSnapshot): ApprovedTable | null {
  const view = viewSheet(sheet);
  const size = usedSize(sheet);
  const right = Math.min(size.columns, widestHead);
  for (const row of sheet.rows.keys()) {
    if (row > lowestHeader) return null;
    const titles = titlesOf(view, row, right);
    const name = only(titles, "name") ?? only(titles, "looseName");
    const target = only(titles, "target");
    if (name === null || target === null) continue;
    if (notApproved.some((kind) => titles.some(([, one]) => one === kind))) return null;
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
    return goals.length === 0 ? null : { sheet: sheet.name, of: ownerOf(view, row, right), goals };
  }
  return null;
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
  return normalizeName(found.get("project") ?? found.get("department") ?? "");
}
