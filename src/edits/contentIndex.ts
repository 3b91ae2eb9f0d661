import { isOwnReason } from "../scorecard/ownFormulas";
import type { CellAddress } from "../workbook/cell";
import type { CellContent } from "../workbook/edit";
import { formulaShape } from "../workbook/formulaShape";
import { grouped } from "../workbook/grouped";
import type { CellValue, SheetSnapshot, Snapshot } from "../workbook/snapshot";
import type { TouchedCell } from "./restoreRecord";

/** A cell that holds what we wrote somewhere. */
export interface Indexed {
  readonly content: CellContent;
  readonly sheet: SheetSnapshot;
  readonly at: CellAddress;
}

/** Cells of the sheets by what they hold: formulas and constants that we wrote; thousands of others are passed by. */
export function contentIndex(
  snapshot: Snapshot,
  cells: readonly TouchedCell[],
  sheets: ReadonlySet<string>,
): ReadonlyMap<string, readonly Indexed[]> {
  const keys = new Set(cells.map(({ ours }) => contentKey(ours)));
  const values = new Set<CellValue>(cells.flatMap(({ ours }) => ("value" in ours ? [ours.value] : [])));
  const found: (Indexed & { readonly key: string })[] = [];
  for (const sheet of snapshot.sheets) {
    if (!sheets.has(sheet.name)) continue;
    for (const [row, line] of sheet.rows) {
      for (const [column, cell] of line) {
        if (cell.formula === undefined && !values.has(cell.value)) continue;
        const content = cell.formula === undefined ? { value: cell.value } : { formula: cell.formula };
        const key = contentKey(content);
        // A reason says itself that it is ours, also one that no record knows.
        if (keys.has(key) || isOwnReason(cell.formula))
          found.push({
            key: `${sheet.name}\n${key}`,
            content,
            sheet,
            at: { sheet: sheet.name, row, column },
          });
      }
    }
  }
  return grouped(found, ({ key }) => key);
}

export function contentKey(content: CellContent): string {
  return "formula" in content
    ? `=${formulaShape(content.formula)}`
    : `${typeof content.value}:${String(content.value)}`;
}
