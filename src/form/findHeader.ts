import { contains } from "../workbook/cell";
import type { CellValue, SheetSnapshot } from "../workbook/snapshot";
import { assignColumns, type TitledColumns } from "./assignColumns";
import { classifyTitle, type Title } from "./classifyTitle";
import type { FormColumns } from "./form";
import { normalizeName } from "./normalizeName";
import type { Rival } from "./onePeriod";
import { readHead } from "./readHead";
import { viewSheet } from "./sheetView";
import { periodTitles, withPeriods } from "./titlePeriods";
import { requiredKeys, type RequiredTitle, type TitleKind } from "./titles";

/** One header of the score table: up to three rows of titles, every column of it found. */
export interface HeaderBand {
  readonly top: number;
  readonly bottom: number;
  readonly columns: FormColumns;
  /** Columns titled like the score column, of which another one was taken. */
  readonly doubtful: readonly number[];
  /** Columns of another year or stage, of which nothing is read. */
  readonly elsewhere: readonly number[];
  /** Columns of targets and actuals that nobody can tell from those taken. */
  readonly rivals: readonly Rival[];
  /** Columns behind the name that are titled as weights, too. */
  readonly weights: readonly number[];
  /** Why the year of the columns taken is to be asked, in Chinese; null: it is not. */
  readonly doubt: string | null;
}

export interface HeaderSearch {
  /** Complete headers from top to bottom; a form printed on pages has several. */
  readonly bands: readonly HeaderBand[];
  /** Of the row that came nearest: the titles that it lacks. */
  readonly missing: readonly RequiredTitle[];
  /** Where the titles of another form stand beside those of the first: nothing from this column on was looked at. */
  readonly beside: { readonly row: number; readonly column: number } | null;
}

type TitledRows = ReadonlyMap<number, ReadonlyMap<number, Title>>;

const tallestHeader = 3;

/** Looks for the titles in every row, wherever the table starts. One pass over the cells. */
export function findHeader(given: SheetSnapshot): HeaderSearch {
  const sheet = { ...given, groups: goalGroups(given) };
  const all = titledRows(sheet);
  const beside = formBeside(all);
  const rows = beside === null ? all : leftOf(all, beside.column);
  const found: HeaderBand[] = [];
  let missing: readonly RequiredTitle[] = requiredKeys;
  const assigned = (top: number, bottom: number): ReturnType<typeof assignColumns> =>
    assignColumns(stacked(sheet, rows, top, bottom), () => yearAbove(sheet, top));
  for (const top of rows.keys()) {
    for (let height = 1; height <= tallestHeader; height += 1) {
      const bottom = top + height - 1;
      if (!rows.has(bottom)) continue;
      const assignment = assigned(top, bottom);
      if (assignment.missing.length < missing.length) missing = assignment.missing;
      if (assignment.columns === null) continue;
      const isTitled = isSubtitled(sheet, bottom + 1) && !isIndicator(sheet, bottom + 1, assignment.columns);
      const taller = isTitled ? assigned(top, bottom + 1) : null;
      const whole = taller !== null && taller.columns !== null ? taller : null;
      const band = whole ?? assignment;
      found.push({ ...band, top, bottom: whole === null ? bottom : bottom + 1 });
      if (assignment.missing.length === 0) break;
    }
  }
  return { bands: withoutOverlap(found), missing, beside };
}

/** The year that the rows above the table say. */
function yearAbove(sheet: SheetSnapshot, top: number): number | null {
  const columns = Array.from(sheet.rows.values(), (cells) => Math.max(0, ...cells.keys()));
  const right = Math.min(mostColumns, Math.max(1, ...columns));
  return readHead(viewSheet(sheet), { top: 1, left: 1, bottom: top - 1, right }).year?.value ?? null;
}

const mostColumns = 60;

const nameKinds: readonly TitleKind[] = ["level1", "level2", "name", "looseName"];

/** Behind a score there are indicators again, and a score of theirs. */
function formBeside(rows: TitledRows): HeaderSearch["beside"] {
  for (const [row, titles] of rows) {
    const all = Array.from(titles).sort(([one], [other]) => one - other);
    const first = all.findIndex(([, { kind }]) => kind === "selfScore");
    const named = all.findIndex(([, { kind }], index) => index > first && nameKinds.includes(kind));
    const isTwo =
      all.slice(0, first).some(([, { kind }]) => kind === "name" || kind === "looseName") &&
      all.slice(named).some(([, { kind }]) => kind === "selfScore");
    const column = all[named]?.[0];
    if (first > 0 && isTwo && column !== undefined) return { row, column };
  }
  return null;
}

function leftOf(rows: TitledRows, end: number): TitledRows {
  return new Map(
    Array.from(rows, ([row, titles]) => [
      row,
      new Map(Array.from(titles).filter(([column]) => column < end)),
    ]),
  );
}

/** The block of a project's money has titles of its own. */
const fundTitle = /^(?:全年|预算|实际)?执行[数率](?:\([^()]*\))?$/u;

function titledRows(sheet: SheetSnapshot): TitledRows {
  const known = new Map<string, Title | null>();
  const rows = new Map<number, Map<number, Title>>();
  for (const [row, cells] of sheet.rows) {
    if (isFundRow(cells.values())) continue;
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

function isFundRow(cells: Iterable<{ readonly value: CellValue }>): boolean {
  return Array.from(cells).some(
    ({ value }) => typeof value === "string" && value.length < 20 && fundTitle.test(normalizeName(value)),
  );
}

/** Titles of several header rows in one: the lower row says more precisely what the column holds. */
function stacked(sheet: GroupedSheet, rows: TitledRows, top: number, bottom: number): TitledColumns {
  const titles = new Map<number, Title>();
  for (let row = top; row <= bottom; row += 1) {
    // 目标值 over 指标性质, 指标值 and 度量单位 is the title of no column of its own.
    for (const { left } of row === top ? [] : (sheet.groups.get(row) ?? [])) titles.delete(left);
    for (const [column, title] of rows.get(row) ?? []) titles.set(column, title);
    if (row === top) continue;
    for (const [column, title] of joinedTitles(sheet, row)) titles.set(column, title);
  }
  return withPeriods(sheet, titles, top, bottom);
}

/** 年初 and 调整后 below 目标值 are titles only together with it. */
function joinedTitles(sheet: GroupedSheet, row: number): readonly (readonly [number, Title])[] {
  return [...periodTitles(sheet, row), ...goalTitles(sheet, row)];
}

function goalTitles(sheet: GroupedSheet, row: number): readonly (readonly [number, Title])[] {
  return Array.from(sheet.rows.get(row) ?? []).flatMap(([column, { value }]) => {
    if (typeof value !== "string") return [];
    const group = sheet.groups.get(row)?.find(({ left, right }) => left <= column && column <= right);
    const part = group === undefined ? null : partTitle(normalizeName(value), group.kind);
    if (part !== null) return [[column, part] as const];
    if (!subtitle.test(value.trim())) return [];
    const over = sheet.merges.find((area) => contains(area, { row: row - 1, column }));
    const above = sheet.rows.get(over?.top ?? row - 1)?.get(over?.left ?? column)?.value;
    if (typeof above !== "string") return [];
    const title = classifyTitle(value + above);
    return title === null ? [] : [[column, title] as const];
  });
}

const subtitle = /^(?:年初|年度|年末|全年|调整后?|目标|预期|设定|实际|完成|的|值)+$/u;

/** 年度工作任务 | 完成 | 完成 | 20: words like titles under titles, with a name and points of their own. */
function isIndicator({ rows }: SheetSnapshot, row: number, { name, weight }: FormColumns): boolean {
  const valueAt = (column: number): CellValue => rows.get(row)?.get(column)?.value ?? null;
  const named = valueAt(name);
  const points = weight === null ? null : valueAt(weight);
  const isWeighed = typeof points === "number" || (typeof points === "string" && /^\d/u.test(points.trim()));
  return typeof named === "string" && isWeighed && classifyTitle(named) === null;
}

function isSubtitled(sheet: GroupedSheet, row: number): boolean {
  return joinedTitles(sheet, row).length > 0 || sheet.groups.has(row);
}

/** A sheet with the groups of titles on it. */
type GroupedSheet = SheetSnapshot & { readonly groups: ReadonlyMap<number, readonly Group[]> };

interface Group {
  readonly left: number;
  readonly right: number;
  readonly kind: "target" | "actual";
}

/** By the row below them the titles of targets or actuals that are merged over several titles. */
function goalGroups(sheet: SheetSnapshot): ReadonlyMap<number, readonly Group[]> {
  const groups = new Map<number, readonly Group[]>();
  for (const { top, bottom, left, right } of sheet.merges) {
    const cells = sheet.rows.get(bottom + 1);
    if (right === left || cells === undefined) continue;
    const above = sheet.rows.get(top)?.get(left)?.value;
    const kind = typeof above === "string" ? groupKind(above) : null;
    if (kind === null) continue;
    const parts = Array.from(cells).flatMap(([column, { value }]) =>
      column >= left && column <= right && typeof value === "string" ? [normalizeName(value)] : [],
    );
    const isTitled = parts.some(
      (part) => partTitle(part, kind) !== null || goalParts.has(classifyTitle(part)?.kind),
    );
    if (parts.length > 1 && isTitled)
      groups.set(bottom + 1, [...(groups.get(bottom + 1) ?? []), { left, right, kind }]);
  }
  return groups;
}

function groupKind(above: string): Group["kind"] | null {
  const kind = classifyTitle(above)?.kind;
  return kind === "target" || kind === "actual" ? kind : null;
}

const goalParts: ReadonlySet<TitleKind | undefined> = new Set([
  "target",
  "adjusted",
  "operator",
  "unit",
  "actual",
]);

/** 数值 and 单位 are titles only below that of their group. */
function partTitle(part: string, kind: Group["kind"]): Title | null {
  if (/^(?:指标)?(?:数?值|数量|数据)$/u.test(part)) return { kind, rank: 0 };
  if (/^(?:指标)?(?:性质|方向|符号|运算符号?|比较符号?)$/u.test(part)) return { kind: "operator", rank: 1 };
  return part === "单位" ? { kind: "unit", rank: 5 } : null;
}

/**
 * The lowest header wins where two readings overlap: a label above a one-row header is not part of it. One with a column
 * of weights wins over one without.
 */
function withoutOverlap(found: readonly HeaderBand[]): readonly HeaderBand[] {
  const height = ({ top, bottom, columns }: HeaderBand): number =>
    bottom - top + (columns.weight === null ? tallestHeader : 0);
  const kept = new Map<number, HeaderBand>();
  for (const band of [...found].sort((a, b) => height(a) - height(b))) {
    let free = true;
    for (let row = band.top; row <= band.bottom; row += 1) free = free && !kept.has(row);
    for (let row = band.top; free && row <= band.bottom; row += 1) kept.set(row, band);
  }
  return [...new Set(kept.values())].sort((a, b) => a.top - b.top);
}
