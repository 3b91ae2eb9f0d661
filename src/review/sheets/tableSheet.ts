import { columnName, quoteSheet } from "../../workbook/cell";
import type { NewCell, NewColumn, NewContent, NewMark, NewSheet } from "../../workbook/newBook";
import { keyTitle, type KeptSheet } from "../previousBook";

/** The row of titles of every sheet: above it stand the name, a note and the sums. */
export const headRow = 4;
const firstRow = headRow + 1;

/** What a formula of one row needs: its number, and the cells of its columns by key ("K12"). */
interface RowPlace {
  readonly row: number;
  readonly ref: (key: string) => string;
}

/** One column of a sheet that is made from a list. */
interface PlannedColumn<T> extends NewColumn {
  readonly key: string;
  /** For people's columns: what stands there until somebody types. */
  readonly cell: (one: T, place: RowPlace) => NewContent;
  /** What stands above its title, of the rows that a filter shows. */
  readonly total?: "sum" | "average" | "count";
}

export interface PlannedSheet<T> {
  readonly name: string;
  /** Of the native table: letters only. */
  readonly table: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly PlannedColumn<T>[];
  readonly rows: readonly T[];
  /** By which people's cells of a row are found again. */
  readonly keyOf: (one: T) => string;
  readonly frozenColumns: number;
  readonly paper: NewSheet["paper"];
  readonly tab?: string;
  readonly marks?: (area: (key: string) => NewMark["area"]) => readonly NewMark[];
  /** What people typed into an earlier copy; null: there is none. */
  readonly kept?: KeptSheet | null;
  /** What a row of the earlier copy that is gone by now says in the column "state", and whether it stays though nobody has
   * typed anything into it. */
  readonly gone?: { readonly state: string; readonly staysBlank?: true };
  readonly printed?: number;
}

/** The area of a column's cells as a formula of any sheet names it. */
export function columnArea<T>({ name, columns, rows }: PlannedSheet<T>, key: string): string {
  const letter = columnName(columns.findIndex((column) => column.key === key) + 1);
  return `${quoteSheet(name)}!$${letter}$${firstRow}:$${letter}$${lastRowOf(rows)}`;
}

function lastRowOf(rows: readonly unknown[]): number {
  return headRow + Math.max(rows.length, 1);
}

/** A list as a sheet: a name, a note, sums that follow the filter, and a native table with people's columns filled from the
 * earlier copy. Rows of that copy that are gone and held something of people's stand at the end. */
export function tableSheet<T>(plan: PlannedSheet<T>): NewSheet {
  const { columns, rows, kept = null } = plan;
  const letters = new Map(columns.map(({ key }, index) => [key, columnName(index + 1)]));
  const own = new Set(columns.map(({ title }) => title));
  const added = (kept?.titles ?? []).filter((title) => !own.has(title) && title !== keyTitle);
  const contents = rows.map((one, index): readonly NewContent[] => {
    const row = firstRow + index;
    const place = { row, ref: (key: string) => `${letters.get(key) ?? ""}${row}` };
    const before = kept?.rows.get(plan.keyOf(one)) ?? null;
    return [
      ...columns.map(({ title, isPeople, cell }) => {
        const typed = isPeople === true ? before?.get(title) : undefined;
        return typed ?? cell(one, place);
      }),
      ...added.map((title) => before?.get(title) ?? null),
      plan.keyOf(one),
    ];
  });
  const known = new Set(rows.map((one) => plan.keyOf(one)));
  const people = [...columns.flatMap(({ isPeople, title }) => (isPeople === true ? [title] : [])), ...added];
  const orphans = [...(kept?.rows ?? [])].filter(
    ([key, cells]) =>
      !known.has(key) && (plan.gone?.staysBlank === true || people.some((title) => cells.has(title))),
  );
  const left = orphans.map(([key, cells]): readonly NewContent[] => [
    // Its number was that of another order, and its figures count no more.
    ...columns.map(({ key: of, title, total, isPeople }) => {
      if (of === "state") return plan.gone?.state ?? null;
      const isLeft = of === "number" || (total !== undefined && isPeople !== true);
      return isLeft ? null : (cells.get(title) ?? null);
    }),
    ...added.map((title) => cells.get(title) ?? null),
    key,
  ]);
  const below = (kept?.added ?? []).map((cells): readonly NewContent[] => [
    ...[...columns, ...added.map((title) => ({ title }))].map(({ title }) => cells.get(title) ?? null),
    null,
  ]);
  const all = [...contents, ...left, ...below];
  const area = (key: string) => {
    const column = columns.findIndex((one) => one.key === key) + 1;
    return { top: firstRow, left: column, bottom: lastRowOf(all), right: column };
  };
  const table: readonly NewColumn[] = [
    ...columns,
    ...added.map((title) => ({ title, width: 18, isPeople: true })),
    { title: keyTitle, width: 10, isHidden: true },
  ];
  return {
    name: plan.name,
    cells: [...headCells(plan), ...totalCells(plan, all)],
    table: { name: plan.table, top: headRow, columns: table, rows: all },
    frozen: { rows: headRow, columns: plan.frozenColumns },
    marks: plan.marks?.(area) ?? [],
    charts: [],
    repeated: headRow,
    printedColumns: plan.printed ?? columns.length + added.length,
    paper: plan.paper,
    ...(plan.tab === undefined ? {} : { tab: plan.tab }),
  };
}

function headCells<T>({ title, note }: PlannedSheet<T>): readonly NewCell[] {
  return [
    { row: 1, column: 1, content: title, look: { as: "title" } },
    { row: 2, column: 1, content: note, look: { as: "note" } },
  ];
}

const subtotals = { sum: 109, average: 101, count: 103 } as const;

function totalCells<T>(
  { columns }: PlannedSheet<T>,
  rows: readonly (readonly NewContent[])[],
): readonly NewCell[] {
  if (columns.every(({ total }) => total === undefined)) return [];
  return columns.map(({ total, format }, index): NewCell => {
    const place = { row: headRow - 1, column: index + 1 };
    if (total === undefined)
      return { ...place, content: index === 0 ? "合计" : null, look: { as: "total", align: "center" } };
    const letter = columnName(index + 1);
    const range = `${letter}${firstRow}:${letter}${lastRowOf(rows)}`;
    const values = rows.flatMap((row) => resultOf(row[index] ?? null));
    const formula = `IFERROR(SUBTOTAL(${subtotals[total]},${range}),"")`;
    const shown = total === "count" ? '"共"0' : `${total === "average" ? '"均"' : ""}${format ?? "0.00"}`;
    const look = { as: "total", align: "right", format: shown } as const;
    return { ...place, content: { formula, result: summed(total, values) }, look };
  });
}

/** What a cell comes to, as a sum sees it. */
function resultOf(content: NewContent): readonly (string | number)[] {
  if (content === null) return [];
  if (typeof content !== "object") return [content];
  return "to" in content ? [content.text] : [content.result];
}

function summed(total: "sum" | "average" | "count", values: readonly (string | number)[]): string | number {
  if (total === "count") return values.length;
  const numbers = values.filter((value) => typeof value === "number");
  const sum = Number(numbers.reduce((one, other) => one + other, 0).toPrecision(12));
  if (total === "sum") return sum;
  return numbers.length === 0 ? "" : Number((sum / numbers.length).toPrecision(12));
}

/** The row of the sheet where each number stands first. */
export function firstRows<T>(
  { rows }: PlannedSheet<T>,
  numberOf: (one: T) => number | null,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [index, one] of rows.entries()) {
    const number = numberOf(one);
    if (number !== null && !found.has(number)) found.set(number, firstRow + index);
  }
  return found;
}
