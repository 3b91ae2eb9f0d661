import { roleLook, type RoleLook } from "../xlsx/cellLooks";
import type { SheetBefore } from "./bookBefore";
import { step, type Step } from "./bookSteps";
import { drawBack } from "./drawBack";
import { placeKey, type Place } from "./planNeeds";
import { addresses } from "./writeLooks";

/** A cell of ours that is emptied gets the look of its column back; one that never looked like ours keeps its own. */
export function undress(sheet: SheetBefore, emptied: readonly Place[]): readonly Step[] {
  const ours = emptied.filter((place) => {
    const look = sheet.cells.get(placeKey(place))?.look ?? null;
    return look !== null && roles.some((role) => isDrawnAs(look, roleLook(role)));
  });
  return Array.from(sheet.plain).flatMap(([column, plain]) =>
    addresses(
      ours.filter((place) => place.column === column),
      true,
    ).map((address) =>
      step(address.length + 2000, (book) => {
        drawBack(book.sheet(sheet.name).getRanges(address).format, plain);
      }),
    ),
  );
}

const roles = ["title", "heading", "input", "note", "reason"] as const;

function isDrawnAs({ font, fill, wrapText }: Excel.CellPropertiesFormat, role: RoleLook): boolean {
  return (
    (role.size === undefined || font?.size === role.size) &&
    (role.color === undefined || sameColor(font?.color, role.color)) &&
    (role.bold === undefined || font?.bold === role.bold) &&
    (role.fill === undefined || sameColor(fill?.color, role.fill)) &&
    (role.wrap === undefined || wrapText === role.wrap)
  );
}

/** "#E8EEF2" of Excel and "FFE8EEF2" of a file. */
function sameColor(excel: string | undefined, argb: string): boolean {
  return excel?.slice(-6).toUpperCase() === argb.slice(-6).toUpperCase();
}
