import type { FactWish } from "../facts/gatheredFact";
import type { Case } from "../scorecard/case";
import { paperNameOf, paperOf } from "../facts/paperOf";
import {
  locateFactCells,
  monthLabel,
  paperColumns,
  workingPaperName,
  workingPapers,
  type PaperCells,
  type PaperColumn,
} from "../facts/workingPaper";
import type { FactCell } from "../criteria/rule";
import { absoluteA1, quoteSheet, type CellAddress } from "../workbook/cell";
import { usedSize, type Snapshot } from "../workbook/snapshot";
import type { FactSpec } from "../criteria/fact";

/** One line of the working paper that is to be added. */
export interface NewLine {
  readonly row: number;
  readonly wish: FactWish;
  readonly spec: FactSpec;
  /** 数据项, for months that of one month. */
  readonly label: string;
}

/** Where every fact stands or will stand. */
export interface PaperLayout {
  readonly sheet: string;
  /** The sheet must be made. */
  readonly isNew: boolean;
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<PaperColumn, number>>>;
  readonly lines: readonly NewLine[];
  /** By fact id. */
  readonly cells: ReadonlyMap<string, PaperCells>;
}

const firstHeaderRow = 3;

/** The working paper of a form as it is, with a line for each fact that has none yet behind the others. */
export function layOutPaper({
  snapshot,
  sheet: form,
  wishes,
}: Pick<Case, "snapshot" | "sheet" | "wishes">): PaperLayout {
  const paper = paperOf(snapshot, form);
  const columns: PaperLayout["columns"] =
    paper?.columns ?? Object.fromEntries(paperColumns.map((name, index) => [name, index + 1]));
  const sheet = paper?.sheet.name ?? freeName(snapshot, form);
  const found = paper === null ? new Map<string, PaperCells>() : locateFactCells(paper, wishes);
  const headerRow = paper?.headerRow ?? firstHeaderRow;
  const cells = new Map(found);
  const lines: NewLine[] = [];
  let row = paper === null ? firstHeaderRow : Math.max(headerRow, usedSize(paper.sheet).rows);
  for (const wish of wishes) {
    for (const spec of wish.specs) {
      const id = `${wish.id}.${spec.key}`;
      if (cells.has(id)) continue;
      const first = row + 1;
      const labels =
        spec.kind === "months"
          ? Array.from({ length: 12 }, (_, month) => monthLabel(spec, month + 1))
          : [spec.label];
      for (const label of labels) {
        row += 1;
        lines.push({ row, wish, spec, label });
      }
      cells.set(id, newCells(sheet, columns, first, spec));
    }
  }
  return { sheet, isNew: paper === null, headerRow, columns, lines, cells };
}

/** The cell of a line in one of the columns; null where the sheet has no such column. */
export function cellIn(
  { sheet, columns }: Pick<PaperLayout, "sheet" | "columns">,
  row: number,
  name: PaperColumn,
): CellAddress | null {
  const column = columns[name];
  return column === undefined ? null : { sheet, row, column };
}

/** The cells of each fact as a formula names them; months only as twelve cells below one another. */
export function factCells(layout: PaperLayout): ReadonlyMap<string, FactCell> {
  const made = new Map<string, FactCell>();
  for (const [id, { value, reason, months }] of layout.cells) {
    const range = months === null ? absoluteA1(value) : monthRange(months);
    if (range === null) continue;
    const name = quoteSheet(layout.sheet);
    made.set(id, {
      value: `${name}!${range}`,
      reason: reason === null ? '""' : `${name}!${absoluteA1(reason)}`,
    });
  }
  return made;
}

/** Someone may have sorted the sheet: then there is no range, and no formula. */
function monthRange(months: readonly (CellAddress | null)[]): string | null {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || first === null || last === undefined || last === null) return null;
  const together = months.every((at, index) => at?.row === first.row + index);
  return together && months.length === 12 ? `${absoluteA1(first)}:${absoluteA1(last)}` : null;
}

function newCells(sheet: string, columns: PaperLayout["columns"], row: number, spec: FactSpec): PaperCells {
  const at = (name: PaperColumn): CellAddress | null => cellIn({ sheet, columns }, row, name);
  const value = { sheet, row, column: columns.value ?? 4 };
  const months =
    spec.kind === "months"
      ? Array.from({ length: 12 }, (_, month) => ({ ...value, row: row + month }))
      : null;
  return {
    row,
    value,
    source: at("source"),
    reason: at("reason"),
    state: at("state"),
    months,
    doubles: [],
  };
}

/** The plain name for the first paper of a workbook. A sheet of that name that is none belongs to someone else. */
function freeName(snapshot: Snapshot, form: string): string {
  const names = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  const isFirst = workingPapers(snapshot).length === 0;
  const nameAt = (count: number): string =>
    isFirst ? `${workingPaperName}${count === 1 ? "" : String(count)}` : paperNameOf(form, count);
  let count = 1;
  while (names.has(nameAt(count).toLowerCase())) count += 1;
  return nameAt(count);
}
