import type { Edit } from "../workbook/edit";
import { findSheet, type Snapshot } from "../workbook/snapshot";
import type { Located } from "./locateTouched";
import { widthBack } from "./restoreLayout";
import type { RestoreRecord } from "./restoreRecord";

/** Widths and print areas beside annexes: given back where they are still ours, left alone where somebody changed them. */
export function restoreAnnexes(
  snapshot: Snapshot,
  record: RestoreRecord,
  located: readonly Located[],
): { readonly edits: readonly Edit[] } {
  const widths = record.annexColumns.flatMap((width) => {
    const { sheet, column } = width;
    const heading = located.find(
      ({ touched: { role, at: old }, at }) =>
        role === "heading" && at !== null && old.sheet === sheet && old.column === column,
    )?.at;
    const now = findSheet(snapshot, heading?.sheet ?? sheetNow(located, sheet));
    return widthBack(now, heading?.column ?? column, width);
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
