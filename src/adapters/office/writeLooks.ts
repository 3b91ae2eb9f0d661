import { a1, areaA1 } from "../../workbook/cell";
import type { CellLook } from "../../workbook/edit";
import { roleLook, type RoleLook } from "../xlsx/cellLooks";
import { step, type Step } from "./bookSteps";
import { cellBlocks } from "./cellBlocks";
import type { Place } from "./planNeeds";

/** Excel cuts an address at 8 192 characters. */
const addressLimit = 8000;

/** Cells that look the same are drawn together: one step per look, not per cell. */
export function writeLooks(
  sheet: string,
  cells: readonly (Place & { readonly look?: CellLook })[],
): readonly Step[] {
  const byLook = new Map<string, { readonly look: CellLook; readonly places: Place[] }>();
  for (const { row, column, look } of cells) {
    if (look === undefined) continue;
    const { wrap, bold, role } = look;
    const key = JSON.stringify([wrap, bold, role]);
    if (key === "[null,null,null]") continue;
    const same = byLook.get(key) ?? { look, places: [] };
    same.places.push({ row, column });
    byLook.set(key, same);
  }
  return Array.from(byLook.values()).flatMap(({ look, places }) => {
    const role = look.role === undefined ? {} : roleLook(look.role);
    // A frame goes around every cell, not around the whole area.
    const lists = addresses(places, role.border !== undefined);
    return lists.map((address) =>
      step(address.length + 1200, (book) => {
        draw(book.sheet(sheet).getRanges(address).format, look, role);
      }),
    );
  });
}

/** The places as address lists that are short enough. */
export function addresses(places: readonly Place[], cellByCell = false): readonly string[] {
  const lists: string[] = [];
  const texts = cellByCell ? places.map(a1) : cellBlocks(places, true).map(({ area }) => areaA1(area));
  for (const text of texts) {
    const last = lists.at(-1);
    if (last !== undefined && last.length + text.length < addressLimit)
      lists[lists.length - 1] = `${last},${text}`;
    else lists.push(text);
  }
  return lists;
}

function draw(format: Excel.RangeFormat, look: CellLook, role: RoleLook): void {
  const wrap = look.wrap ?? role.wrap;
  const bold = look.bold ?? role.bold;
  if (wrap !== undefined) format.wrapText = wrap;
  if (bold !== undefined) format.font.bold = bold;
  if (role.size !== undefined) format.font.size = role.size;
  if (role.color !== undefined) format.font.color = rgb(role.color);
  if (role.fill !== undefined) format.fill.color = rgb(role.fill);
  if (role.vertical !== undefined) format.verticalAlignment = role.vertical === "top" ? "Top" : "Center";
  if (role.horizontal !== undefined)
    format.horizontalAlignment = role.horizontal === "left" ? "Left" : "Center";
  if (role.border === undefined) return;
  for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = rgb(role.border);
  }
}

/** "FFE8EEF2" → "#E8EEF2". */
function rgb(argb: string): string {
  return `#${argb.slice(-6)}`;
}
