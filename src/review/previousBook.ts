import {
  findSheet,
  type CellSnapshot,
  type CellValue,
  type SheetSnapshot,
  type Snapshot,
} from "../workbook/snapshot";

/** The last column of every table: by what stands in it the row is found again, wherever it was sorted to. */
export const keyTitle = "记录号";
export const focusName = "建议重点复核名单";

/** A table of an earlier copy of the workbook, as people left it. */
export interface KeptSheet {
  /** Of all its columns, people's own ones too. */
  readonly titles: readonly string[];
  /** What stands in each row, by its key: title → value; blank cells and formulas of ours are left out. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string | number>>;
  /** Rows that people added below, without a key. */
  readonly added: readonly ReadonlyMap<string, string | number>[];
}

export interface KeptBook {
  /** The tables of an earlier copy by the names of their sheets: those that have a column of keys. */
  readonly sheets: ReadonlyMap<string, KeptSheet>;
  /** The criteria of 建议重点复核名单 as they stand there, by their titles. */
  readonly criteria: ReadonlyMap<string, number>;
  /** Every sheet as it stands: those of people's own are kept whole. */
  readonly whole: readonly SheetSnapshot[];
}

/** What people typed into an earlier copy, wherever they have sorted, filtered or moved it; columns are known by title. */
export function readPrevious(snapshot: Snapshot): KeptBook {
  const sheets = snapshot.sheets.flatMap((sheet) => {
    const kept = keptSheet(sheet);
    return kept === null ? [] : [[sheet.name, kept] as const];
  });
  const focus = findSheet(snapshot, focusName);
  return {
    sheets: new Map(sheets),
    criteria: focus === undefined ? new Map() : numbersBeside(focus),
    whole: snapshot.sheets,
  };
}

/** Each number that stands right of a text, by the text. */
function numbersBeside(sheet: SheetSnapshot): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const cells of sheet.rows.values())
    for (const [column, { value }] of cells) {
      const beside = cells.get(column + 1)?.value;
      if (typeof value === "string" && typeof beside === "number") found.set(value, beside);
    }
  return found;
}

function keptSheet(sheet: SheetSnapshot): KeptSheet | null {
  const head = Array.from(sheet.rows).find(([, cells]) =>
    Array.from(cells.values()).some(({ value }) => value === keyTitle),
  );
  if (head === undefined) return null;
  const [headRow, heads] = head;
  const titles = new Map<number, string>();
  for (const [column, { value }] of heads) {
    const title = value === null ? "" : String(value).trim();
    if (title !== "") titles.set(column, title);
  }
  const rows = new Map<string, ReadonlyMap<string, string | number>>();
  const added: ReadonlyMap<string, string | number>[] = [];
  for (const [row, cells] of sheet.rows) {
    if (row <= headRow) continue;
    const values = new Map<string, string | number>();
    for (const [column, cell] of cells) {
      const title = titles.get(column);
      const value = typedValue(cell);
      if (title !== undefined && value !== null) values.set(title, value);
    }
    const key = values.get(keyTitle);
    values.delete(keyTitle);
    if (key !== undefined) rows.set(String(key), values);
    else if (values.size > 0) added.push(values);
  }
  return { titles: [...titles.values()], rows, added };
}

/** A formula of ours says nothing that a person typed; of any other what it came to is kept. */
function typedValue({ value, formula }: CellSnapshot): string | number | null {
  if (formula !== undefined && ours.test(formula)) return null;
  return plainValue(value);
}

/** What stands in 最终得分 until somebody types: IF(T5<>"",T5,IF(K5="","",K5)). */
const ours = /^=IF\(([A-Z]{1,3}\d+)<>"",\1,IF\(([A-Z]{1,3}\d+)="","",\2\)\)$/u;

function plainValue(value: CellValue): string | number | null {
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "string" && value.trim() === "") return null;
  return value;
}
