import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseA1 } from "../../src/workbook/cell";
import type { CellSnapshot, CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "./grid";
import { workbookBytes } from "./workbookBytes";

/** A constant, or a formula with the result that another program stored; null: it never worked it out. */
export type ForeignCell = CellValue | readonly [formula: string, stored: CellValue];

/** Cells by address: "B3" → 5 or ["=A1+1", 6]. */
export type ForeignCells = Readonly<Record<string, ForeignCell>>;

export interface ForeignOptions {
  /** What stands in the workbook's part after its sheets: names, how it calculates. */
  readonly after?: string;
  readonly date1904?: boolean;
}

export function foreignSheet(name: string, cells: ForeignCells): SheetSnapshot {
  const rows = new Map<number, Map<number, CellSnapshot>>();
  const placed = Object.entries(cells).flatMap(([address, cell]) => {
    const at = parseA1(address);
    return at === null || cell === null ? [] : [{ ...at, cell }];
  });
  for (const { row, column, cell } of placed.sort((a, b) => a.row - b.row || a.column - b.column)) {
    const line = rows.get(row) ?? new Map<number, CellSnapshot>();
    rows.set(row, line);
    line.set(column, typeof cell === "object" ? { value: cell[1], formula: cell[0] } : { value: cell });
  }
  return { ...gridSheet([], { name }), rows };
}

/** A workbook that another program has saved. */
export function foreignBook(
  sheets: Readonly<Record<string, ForeignCells>>,
  options: ForeignOptions = {},
): Uint8Array {
  const list = Object.entries(sheets).map(([name, cells]) => foreignSheet(name, cells));
  const parts = unzipSync(workbookBytes(workbookOf(list)));
  const text = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const changed = text
    .replace("<sheets>", options.date1904 === true ? '<workbookPr date1904="1"/><sheets>' : "<sheets>")
    .replace("</sheets>", `</sheets>${options.after ?? ""}`);
  return zipSync({ ...parts, "xl/workbook.xml": strToU8(changed) }, { level: 1 });
}

/** The same workbook with no result stored: LibreOffice then works every formula out. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        name.startsWith("xl/worksheets/")
          ? strToU8(
              strFromU8(part).replace(
                /(<c [^>]*?)(?: t="\w+")?([^>]*>)(<f>[^<]*<\/f>)(?:<v>[^<]*<\/v>|<v\/>)?/g,
                "$1$2$3",
              ),
            )
          : part,
      ]),
    ),
    { level: 1 },
  );
}
