import type { SheetStyles } from "../adapters/xlsx/readStyles";
import { contains, parseArea, type CellAddress } from "../workbook/cell";
import { cellAt, findSheet, type Snapshot } from "../workbook/snapshot";
import { formatCell } from "./formatCell";

/** More would not be looked through by anybody. */
const mostItems = 500;

/** The words that a cell offers; null: it has no list, or one whose items are not known here (a name, a formula). */
export function choicesAt(
  snapshot: Snapshot,
  styles: SheetStyles | undefined,
  at: CellAddress,
): readonly string[] | null {
  const rule = [...(styles?.choices ?? [])]
    .reverse()
    .find(({ areas, hidden }) => !hidden && areas.some((area) => contains(area, at)));
  if (rule === undefined) return null;
  const items =
    /^"(.*)"$/su.exec(rule.source)?.[1]?.replaceAll('""', '"').split(",") ??
    standing(snapshot, rule.source, at);
  const shown = items?.map((item) => item.trim()).filter((item) => item !== "") ?? [];
  return shown.length === 0 ? null : shown.slice(0, mostItems);
}

/** What stands in the cells that the list is taken from. */
function standing(snapshot: Snapshot, source: string, at: CellAddress): readonly string[] | null {
  const [, quoted, plain = at.sheet, cells = ""] =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/su.exec(source) ?? [];
  const area = parseArea(cells);
  const sheet = findSheet(snapshot, quoted?.replaceAll("''", "'") ?? plain);
  if (area === null || sheet === undefined) return null;
  const items: string[] = [];
  for (let { top: row } = area; row <= area.bottom && items.length < mostItems; row += 1) {
    for (let { left: column } = area; column <= area.right; column += 1) {
      const cell = cellAt(sheet, row, column);
      items.push(formatCell(cell?.value ?? null, cell?.format));
    }
  }
  return items;
}
