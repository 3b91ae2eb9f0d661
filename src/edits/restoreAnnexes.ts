import type { Edit } from "../workbook/edit";
import { findSheet, type Snapshot } from "../workbook/snapshot";
import type { Located } from "./locateTouched";
import type { RestoreRecord } from "./restoreRecord";

/** Widths and print areas beside annexes: given back where they are still ours, left alone where somebody changed them. */
export function restoreAnnexes(
  snapshot: Snapshot,
  record: RestoreRecord,
  located: readonly Located[],
): { readonly edits: readonly Edit[] } {
  const widths = record.annexColumns.flatMap(({ sheet, column, before, ours }): readonly Edit[] => {
    const heading = located.find(
      ({ touched, at }) =>
        touched.role === "heading" &&
        at !== null &&
        touched.at.sheet === sheet &&
        touched.at.column === column,
    );
    const name = heading?.at?.sheet ?? sheetNow(located, sheet);
    const place = heading?.at?.column ?? column;
    const now = findSheet(snapshot, name)?.columnWidths.get(place);
    // Excel keeps widths with the padding of its font.
    if (now === undefined || Math.abs(now - ours) > 1) return [];
    return [{ kind: "columnWidth", sheet: name, column: place, width: before }];
  });
  const printAreas = record.annexPrintAreas.flatMap(({ sheet, ours }): readonly Edit[] => {
    const name = sheetNow(located, sheet);
    const areas = findSheet(snapshot, name)?.printArea ?? null;
    const [only] = areas ?? [];
    // Rows may have been inserted or deleted: the columns and the top still tell that it is ours.
    const same = only?.top === ours.top && only.left === ours.left && only.right === ours.right;
    return same && areas?.length === 1 ? [{ kind: "printArea", sheet: name, areas: null }] : [];
  });
  return { edits: [...widths, ...printAreas] };
}

/** The name that a sheet has now, by what of ours is found on it. */
function sheetNow(located: readonly Located[], sheet: string): string {
  return located.find(({ touched, at }) => at !== null && touched.at.sheet === sheet)?.at?.sheet ?? sheet;
}
