import { a1, areaA1, type Place } from "../../workbook/cell";
import type { CellLook } from "../../workbook/edit";
import { roleLooks, type RoleLook } from "../xlsx/cellLooks";
import { step, type Step } from "./bookSteps";
import { cellBlocks } from "./cellBlocks";
import { grouped } from "../../workbook/grouped";

/** Excel cuts an address at 8 192 characters. */
const addressLimit = 8000;

const edges = [
  ["EdgeTop", "top"],
  ["EdgeBottom", "bottom"],
  ["EdgeLeft", "left"],
  ["EdgeRight", "right"],
] as const;

/** Cells that look the same are drawn together: one step per look, not per cell. */
export function writeLooks(
  sheet: string,
  cells: readonly (Place & { readonly look?: CellLook })[],
): readonly Step[] {
  const byLook = grouped(cells, ({ look }) => JSON.stringify([look?.wrap, look?.bold, look?.role]));
  byLook.delete("[null,null,null]");
  return Array.from(byLook.values()).flatMap((places) => {
    const look = places[0].look ?? {};
    const role = look.role === undefined ? {} : roleLooks[look.role];
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
  for (const [edge] of edges) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = rgb(role.border);
  }
}

/** "FFE8EEF2" → "#E8EEF2". */
function rgb(argb: string): string {
  return `#${argb.slice(-6)}`;
}

/** Gives cells a look that was read from a cell, as far as we ever change one. */
export function drawBack(format: Excel.RangeFormat, look: Excel.CellPropertiesFormat): void {
  const { wrapText, fill, font, borders, verticalAlignment, horizontalAlignment } = look;
  if (verticalAlignment !== undefined) format.verticalAlignment = verticalAlignment;
  if (horizontalAlignment !== undefined) format.horizontalAlignment = horizontalAlignment;
  if (typeof wrapText === "boolean") format.wrapText = wrapText;
  if (typeof font?.bold === "boolean") format.font.bold = font.bold;
  if (typeof font?.size === "number") format.font.size = font.size;
  if (typeof font?.color === "string" && font.color !== "") format.font.color = font.color;
  // White is not the same as no fill: only clear() takes a fill off.
  if (fill?.pattern === "None" || (fill?.color ?? "") === "") format.fill.clear();
  else if (fill?.color !== undefined) format.fill.color = fill.color;
  for (const [edge, side] of edges) {
    const before = borders?.[side];
    if (before?.style === undefined) continue;
    const border = format.borders.getItem(edge);
    border.style = before.style;
    if (before.style === "None") continue;
    if (before.color !== undefined) border.color = before.color;
    if (before.weight !== undefined) border.weight = before.weight;
  }
}
