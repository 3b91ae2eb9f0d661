import type { FactSpec } from "../criteria/fact";
import type { CellAddress } from "../workbook/cell";
import { questionKey } from "../words/questionKey";
import { grouped } from "../workbook/grouped";
import { valueAt, type CellValue, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import type { FactWish } from "./gatheredFact";

/** The name under which we make the sheet; a renamed one is found by its heading and titles. */
export const workingPaperName = "评分底稿";
export const workingPaperHeading = "内部使用，不随表报送";
export const workingPaperScope = "口径：部门汇总（本级及所属单位）";

/** Column titles, in the order in which we write them. */
export const workingPaperTitles = {
  indicator: "指标",
  item: "数据项",
  unit: "单位",
  value: "数值",
  source: "来源",
  evidence: "佐证材料（文号）",
  department: "提供科室",
  reason: "口径说明",
  state: "状态",
} as const;

export type PaperColumn = keyof typeof workingPaperTitles;

export const paperColumns = Object.keys(workingPaperTitles) as readonly PaperColumn[];

/** Without these three a sheet is no working paper; the others may have been deleted. */
const required: readonly PaperColumn[] = ["indicator", "item", "value"];

/** Where the working paper stands. */
export interface WorkingPaper {
  readonly sheet: SheetSnapshot;
  readonly headerRow: number;
  /** Column numbers by title; a member is absent when its title is. */
  readonly columns: Readonly<Partial<Record<PaperColumn, number>>> & {
    readonly indicator: number;
    readonly item: number;
    readonly value: number;
  };
}

/** The cells of one fact in the working paper. */
export interface PaperCells {
  readonly row: number;
  /** 数值; for months that of the first month that has a row, see `months`. */
  readonly value: CellAddress;
  readonly source: CellAddress | null;
  readonly reason: CellAddress | null;
  readonly state: CellAddress | null;
  /** For months: the 数值 cells of January to December, null where a month has no row. */
  readonly months: readonly (CellAddress | null)[] | null;
  /** 数值 of further rows for the same fact (a copied row). */
  readonly doubles: readonly CellAddress[];
}

/**
 * 数据项 of one month (1 to 12) of a months fact: the spec's label with its leading 各月 replaced, such as
 * "3月一般公共预算支出执行率（相对序时进度）". Twelve rows, so that sorting the sheet does no harm. A bare "3月" or "3月份"
 * under the same 指标 is read too.
 */
export function monthLabel(spec: Pick<FactSpec, "label">, month: number): string {
  return `${month}月${spec.label.replace(/^各月/u, "")}`;
}

/**
 * Every working paper, by its titles, whatever the sheet is called and wherever its rows and columns were moved: the one
 * with our name first, then those that still have our heading. Whose each of them is says paperOf.
 */
export function workingPapers({ sheets }: Pick<Snapshot, "sheets">): readonly WorkingPaper[] {
  const before = found.get(sheets);
  if (before !== undefined) return before;
  const rank = (paper: WorkingPaper): number =>
    paper.sheet.name === workingPaperName ? 0 : hasHeading(paper) ? 1 : 2;
  const papers = sheets
    .flatMap((sheet) => findPaper(sheet) ?? [])
    .map((paper) => ({ paper, rank: rank(paper) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ paper }) => paper);
  found.set(sheets, papers);
  return papers;
}

/** A snapshot is asked many times. */
const found = new WeakMap<Snapshot["sheets"], readonly WorkingPaper[]>();

/** The names that a formula of ours may look at. */
export function paperNames(snapshot: Pick<Snapshot, "sheets">): readonly string[] {
  return workingPapers(snapshot).map(({ sheet }) => sheet.name);
}

/** The cells of every wished fact that has a row, by fact id "row.key": by 指标 and 数据项, not by position. */
export function locateFactCells(
  paper: WorkingPaper,
  wishes: readonly FactWish[],
): ReadonlyMap<string, PaperCells> {
  const lines = readLines(paper);
  // An annex may ask for thousands of rows: lines are looked up by their title, not searched.
  const byTitle = grouped(lines, ({ indicator }) => indicator);
  const byBareTitle = grouped(lines, ({ indicator }) => bareTitle(indicator));
  const located = new Map<string, PaperCells>();
  for (const wish of wishes) {
    const title = tight(wish.title);
    // Numbers may have been taken off or changed; then the title alone must do.
    const own = byTitle.get(title) ?? byBareTitle.get(bareTitle(title)) ?? [];
    if (own.length === 0) continue;
    for (const spec of wish.specs) {
      const cells = spec.kind === "months" ? monthCells(paper, own, spec) : plainCells(paper, own, spec);
      if (cells !== null) located.set(`${wish.id}.${spec.key}`, cells);
    }
  }
  return located;
}

/** A line of the working paper, its words without white space. */
interface Line {
  readonly row: number;
  readonly indicator: string;
  readonly item: string;
  readonly unit: string;
}

const columnOfTitle = new Map(paperColumns.map((name) => [tight(workingPaperTitles[name]), name]));
/** With room for white space put between the characters. */
const longestTitle = 40;

function findPaper(sheet: SheetSnapshot): WorkingPaper | null {
  for (const [row, cells] of sheet.rows) {
    const columns: Partial<Record<PaperColumn, number>> = {};
    for (const [column, cell] of cells) {
      // The words of a form are long; hardly a cell of a workbook can be one of the nine titles.
      if (typeof cell.value !== "string" || cell.value.length > longestTitle) continue;
      const name = columnOfTitle.get(tight(cell.value));
      if (name !== undefined) columns[name] ??= column;
    }
    const { indicator, item, value } = columns;
    const others = paperColumns.filter((name) => !required.includes(name) && columns[name] !== undefined);
    if (indicator === undefined || item === undefined || value === undefined || others.length < 2) continue;
    return { sheet, headerRow: row, columns: { ...columns, indicator, item, value } };
  }
  return null;
}

function hasHeading(paper: WorkingPaper): boolean {
  return Array.from(paper.sheet.rows).some(([, cells]) =>
    Array.from(cells.values()).some((cell) => tight(cell.value).includes(tight(workingPaperHeading))),
  );
}

export function readLines(paper: WorkingPaper): readonly Line[] {
  const lines: Line[] = [];
  const { unit } = paper.columns;
  let above = "";
  for (const row of paper.sheet.rows.keys()) {
    if (row <= paper.headerRow) continue;
    const indicator = tight(valueAt(paper.sheet, row, paper.columns.indicator));
    const item = tight(valueAt(paper.sheet, row, paper.columns.item));
    // Merged downwards, or cleared below the first: a blank 指标 is that of the row above.
    above = indicator === "" ? above : indicator;
    if (item === "" || above === "") continue;
    const printed = unit === undefined ? null : valueAt(paper.sheet, row, unit);
    lines.push({ row, indicator: above, item, unit: tight(printed) });
  }
  return lines;
}

function plainCells(paper: WorkingPaper, lines: readonly Line[], spec: FactSpec): PaperCells | null {
  const [first, ...doubles] = linesOf(lines, spec);
  if (first === undefined) return null;
  return {
    ...cellsOf(paper, first.row),
    months: null,
    doubles: doubles.map((line) => valueCell(paper, line.row)),
  };
}

/**
 * What a clause asks by its own words is known by them, whatever the signs between them; and a figure in 万元 is none in
 * 元, should the clause have been edited so.
 */
function linesOf(lines: readonly Line[], { key, label, unit }: FactSpec): readonly Line[] {
  const named = lines.filter(({ item }) => item === tight(label));
  if (key !== questionKey(tight(label))) return named;
  const alike = named.length > 0 ? named : lines.filter(({ item }) => key === questionKey(item));
  return alike.filter((line) => line.unit === "" || unit === "" || line.unit === tight(unit));
}

function monthCells(paper: WorkingPaper, lines: readonly Line[], spec: FactSpec): PaperCells | null {
  const rows = Array.from({ length: 12 }, (_, index) => {
    const names = [monthLabel(spec, index + 1), `${index + 1}月`, `${index + 1}月份`].map((name) =>
      tight(name),
    );
    return lines.filter((line) => names.includes(line.item)).map((line) => line.row);
  });
  const first = rows.find((found) => found.length > 0)?.[0];
  if (first === undefined) return null;
  const months = rows.map(([row]) => (row === undefined ? null : valueCell(paper, row)));
  const doubles = rows.flatMap((found) => found.slice(1).map((row) => valueCell(paper, row)));
  return { ...cellsOf(paper, first), months, doubles };
}

function cellsOf(paper: WorkingPaper, row: number): Omit<PaperCells, "months" | "doubles"> {
  const at = (column: number | undefined): CellAddress | null =>
    column === undefined ? null : { sheet: paper.sheet.name, row, column };
  return {
    row,
    value: valueCell(paper, row),
    source: at(paper.columns.source),
    reason: at(paper.columns.reason),
    state: at(paper.columns.state),
  };
}

function valueCell(paper: WorkingPaper, row: number): CellAddress {
  return { sheet: paper.sheet.name, row, column: paper.columns.value };
}

/** Titles are compared without white space, brackets' width and capitals. */
export function tight(value: CellValue): string {
  return typeof value === "string" ? value.normalize("NFKC").replace(/[\s“”"]+/gu, "") : "";
}

/** Its number may have been taken off or changed. */
export function bareTitle(title: string): string {
  return title.replace(/^\d{1,2}[.、]?/u, "");
}
