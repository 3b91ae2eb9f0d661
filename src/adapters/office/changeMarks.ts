import type { Area } from "../../workbook/cell";
import type { ExcelChange } from "./excelEvents";
import { readAreas } from "../xlsx/references";

/** What events told since the workbook was last read. */
export interface ChangeMarks {
  /** Something moved cells or sheets about, or nobody can say what happened: everything is in doubt. */
  readonly all: boolean;
  /** By sheet id: which cells were changed. A sheet without any was recalculated. */
  readonly sheets: ReadonlyMap<string, readonly Area[]>;
}

export const noMarks: ChangeMarks = { all: false, sheets: new Map() };
export const allInDoubt: ChangeMarks = { all: true, sheets: new Map() };

/** More is read faster as a whole. */
const mostAreas = 200;

/** An edit or a new format of cells leaves all others where they are; whatever else happens may move some. */
export function noted(marks: ChangeMarks, change: ExcelChange): ChangeMarks {
  if (change === null) return allInDoubt;
  if (change.address === null) return marked(marks, change.worksheetId, []);
  const areas = readAreas(change.address);
  const isRead = areas.length > 0 && areas.length === change.address.split(",").length;
  const isInPlace = change.changeType === "RangeEdited" || change.changeType === "FormatChanged";
  return isInPlace && isRead ? marked(marks, change.worksheetId, areas) : allInDoubt;
}

/** Whether one of these sheets was edited, or nobody can say; that results were worked out again is no edit. */
export function isEdited({ all, sheets }: ChangeMarks, ids: ReadonlySet<string>): boolean {
  return all || Array.from(sheets).some(([id, areas]) => areas.length > 0 && ids.has(id));
}

export function hasMarks({ all, sheets }: ChangeMarks): boolean {
  return all || sheets.size > 0;
}

function marked(marks: ChangeMarks, id: string, areas: readonly Area[]): ChangeMarks {
  if (marks.all) return marks;
  const all = [...(marks.sheets.get(id) ?? []), ...areas];
  return all.length > mostAreas ? allInDoubt : { all: false, sheets: new Map(marks.sheets).set(id, all) };
}
