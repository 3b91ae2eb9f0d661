import { readForms } from "../form/readForms";
import { areaA1, type Area } from "../workbook/cell";
import type { Edit } from "../workbook/edit";
import { findSheet, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import type { Located } from "./locateTouched";
import type { ColumnRecord, RestoreAsk, RestoreRecord } from "./restoreRecord";

/** The width of our column, unless somebody changed it since. */
export function restoreWidth(
  snapshot: Snapshot,
  record: RestoreRecord,
  located: readonly Located[],
  sheetName: string | null,
): readonly Edit[] {
  const { column: width } = record;
  const sheet = sheetName === null ? undefined : findSheet(snapshot, sheetName);
  if (width === null || sheet === undefined) return [];
  const heading = located.find(({ touched, at }) => touched.role === "heading" && at !== null);
  const column = heading?.at?.column ?? width.column;
  return widthBack(sheet, column, width);
}

/** The width before us, where it is still ours. */
export function widthBack(
  sheet: SheetSnapshot | undefined,
  column: number,
  { ours, before }: ColumnRecord,
): readonly Edit[] {
  const now = sheet?.columnWidths.get(column);
  // Excel keeps widths with the padding of its font: 42 comes back as 42.7109375.
  if (sheet === undefined || now === undefined || Math.abs(now - ours) > 1) return [];
  return [{ kind: "columnWidth", sheet: sheet.name, column, width: before }];
}

type PrintAreaRestore =
  | { readonly kind: "nothing" }
  | { readonly kind: "edit"; readonly edit: Edit }
  | { readonly kind: "ask"; readonly ask: RestoreAsk; readonly edit: Edit };

/** The print area that we set, moved along with inserted rows; any other one is somebody's own. */
export function restorePrintArea(
  snapshot: Snapshot,
  record: RestoreRecord,
  sheetName: string | null,
): PrintAreaRestore {
  const { printArea } = record;
  const sheet = sheetName === null ? undefined : findSheet(snapshot, sheetName);
  const areas = sheet?.printArea ?? null;
  if (printArea === null || sheet === undefined || areas === null) return { kind: "nothing" };
  const edit: Edit = { kind: "printArea", sheet: sheet.name, areas: null };
  const [only] = areas;
  if (areas.length === 1 && only !== undefined && isOurs(snapshot, sheet.name, only, printArea.ours)) {
    return { kind: "edit", edit };
  }
  const ask: RestoreAsk = {
    id: "printArea",
    at: { sheet: sheet.name, row: only?.top ?? 1, column: only?.left ?? 1 },
    name: "打印区域",
    stands: areas.map(areaA1).join(","),
    before: "未设置打印区域",
    why: "打印区域在计算之后被改动过，是否取消？",
  };
  return { kind: "ask", ask, edit };
}

/** Where we set it, or round the form as it stands now. */
function isOurs(snapshot: Snapshot, sheet: string, area: Area, ours: Area): boolean {
  if (areaA1(area) === areaA1(ours)) return true;
  const { main } = readForms(snapshot, sheet);
  return main !== null && areaA1(main.area) === areaA1(area);
}
