import type { Edit, EditPlan } from "../workbook/edit";
import type { Snapshot } from "../workbook/snapshot";
import { isUntouchedList } from "./findingsSheet";
import { isFindingMark } from "./ownMarks";

/** Takes every mark of a finding off again, on whatever sheet it stands; sheets that go as a whole are left out. */
export function planClearFindings(snapshot: Snapshot, gone: ReadonlySet<string> = new Set()): EditPlan {
  const edits = snapshot.sheets.flatMap(({ name, conditionalFormats }) =>
    gone.has(name)
      ? []
      : conditionalFormats
          .filter(isFindingMark)
          .map(({ area, formula }): Edit => ({ kind: "removeHighlight", sheet: name, area, formula })),
  );
  return { edits, expects: [] };
}

/** Takes our list out of the workbook, unless somebody wrote in it. */
export function planDropFindingsSheet(snapshot: Snapshot): EditPlan {
  const edits = snapshot.sheets
    .filter(isUntouchedList)
    .map(({ name }): Edit => ({ kind: "deleteSheet", sheet: name }));
  return { edits, expects: [] };
}
