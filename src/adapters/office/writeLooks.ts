import { areaA1 } from "../../workbook/cell";
import type { CellLook } from "../../workbook/edit";
import { roleLook } from "../roleLook";
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
  return Array.from(byLook.values()).flatMap(({ look, places }) =>
    addresses(places).map((address) =>
      step(address.length + 600, (book) => {
        draw(book.sheet(sheet).getRanges(address).format, look);
      }),
    ),
  );
}

/** The places as address lists that are short enough. */
export function addresses(places: readonly Place[]): readonly string[] {
  const lists: string[] = [];
  for (const { area } of cellBlocks(places, true)) {
    const text = areaA1(area);
    const last = lists.at(-1);
    if (last !== undefined && last.length + text.length < addressLimit)
      lists[lists.length - 1] = `${last},${text}`;
    else lists.push(text);
  }
  return lists;
}

function draw(format: Excel.RangeFormat, look: CellLook): void {
  const role = look.role === undefined ? {} : roleLook[look.role];
  const wrap = look.wrap ?? role.wrap;
  const bold = look.bold ?? role.bold;
  if (wrap !== undefined) format.wrapText = wrap;
  if (bold !== undefined) format.font.bold = bold;
  if (role.size !== undefined) format.font.size = role.size;
  if (role.color !== undefined) format.font.color = role.color;
  if (role.fill !== undefined) format.fill.color = role.fill;
}
