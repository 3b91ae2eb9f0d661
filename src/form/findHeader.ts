import type { SheetSnapshot } from "../workbook/snapshot";
import { assignColumns, type TitledColumns } from "./assignColumns";
import { classifyTitle, type Title } from "./classifyTitle";
import type { FormColumns } from "./form";
import { requiredKeys, type RequiredTitle } from "./titles";

/** One header of the score table: up to three rows of titles, every column of it found. */
export interface HeaderBand {
  readonly top: number;
  readonly bottom: number;
  readonly columns: FormColumns;
  /** Columns titled like the score column, of which another one was taken. */
  readonly doubtful: readonly number[];
}

export interface HeaderSearch {
  /** Complete headers from top to bottom; a form printed on pages has several. */
  readonly bands: readonly HeaderBand[];
  /** Of the row that came nearest: the titles that it lacks. */
  readonly missing: readonly RequiredTitle[];
  /** Titles of an annex or a project form that stand in that row, such as 年度目标值. */
  readonly foreign: readonly string[];
}

type TitledRows = ReadonlyMap<number, ReadonlyMap<number, Title>>;

const tallestHeader = 3;

/** Looks for the titles in every row, wherever the table starts. One pass over the cells. */
export function findHeader(sheet: SheetSnapshot): HeaderSearch {
  const rows = titledRows(sheet);
  const found: HeaderBand[] = [];
  let missing: readonly RequiredTitle[] = requiredKeys;
  let foreign: readonly string[] = [];
  for (const top of rows.keys()) {
    for (let height = 1; height <= tallestHeader; height += 1) {
      const bottom = top + height - 1;
      if (!rows.has(bottom)) continue;
      const titles = stacked(rows, top, bottom);
      const assignment = assignColumns(titles);
      const strangers = foreignTitles(sheet, titles, top, bottom);
      const lacks = "missing" in assignment ? assignment.missing : [];
      if (lacks.length < missing.length) {
        missing = lacks;
        foreign = strangers;
      }
      if ("missing" in assignment || strangers.length > 0) continue;
      found.push({ top, bottom, columns: assignment.columns, doubtful: assignment.doubtful });
      break;
    }
  }
  return { bands: withoutOverlap(found), missing, foreign };
}

function titledRows(sheet: SheetSnapshot): TitledRows {
  const known = new Map<string, Title | null>();
  const rows = new Map<number, Map<number, Title>>();
  for (const [row, cells] of sheet.rows) {
    for (const [column, { value }] of cells) {
      if (typeof value !== "string") continue;
      let title = known.get(value);
      if (title === undefined) {
        title = classifyTitle(value);
        known.set(value, title);
      }
      if (title === null) continue;
      const titles = rows.get(row) ?? new Map<number, Title>();
      titles.set(column, title);
      rows.set(row, titles);
    }
  }
  return rows;
}

/** Titles of several header rows in one: the lower row says more precisely what the column holds. */
function stacked(rows: TitledRows, top: number, bottom: number): TitledColumns {
  const titles = new Map<number, Title>();
  for (let row = top; row <= bottom; row += 1) {
    for (const [column, title] of rows.get(row) ?? []) titles.set(column, title);
  }
  return titles;
}

function foreignTitles(
  sheet: SheetSnapshot,
  titles: TitledColumns,
  top: number,
  bottom: number,
): readonly string[] {
  return [...titles]
    .filter(([, title]) => title.kind === "foreign")
    .map(([column]) => {
      for (let row = bottom; row >= top; row -= 1) {
        const value = sheet.rows.get(row)?.get(column)?.value;
        if (typeof value === "string") return value.replace(/\s+/gu, "");
      }
      return "";
    });
}

/** The lowest header wins where two readings overlap: a label above a one-row header is not part of it. */
function withoutOverlap(found: readonly HeaderBand[]): readonly HeaderBand[] {
  const height = (band: HeaderBand): number => band.bottom - band.top;
  const kept = new Map<number, HeaderBand>();
  for (const band of [...found].sort((a, b) => height(a) - height(b))) {
    let free = true;
    for (let row = band.top; row <= band.bottom; row += 1) free = free && !kept.has(row);
    for (let row = band.top; free && row <= band.bottom; row += 1) kept.set(row, band);
  }
  return [...new Set(kept.values())].sort((a, b) => a.top - b.top);
}
