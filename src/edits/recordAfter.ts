import type { EditPlan } from "../workbook/edit";
import type { Snapshot } from "../workbook/snapshot";
import { readRestoreRecord, type RestoreRecord } from "./restoreRecord";

/** What 恢复原表 will know once the plan is applied: every cell of ours, where it stands and what stood there. */
export function recordAfter(snapshot: Snapshot, plan: EditPlan): RestoreRecord {
  let json = snapshot.records.get("restore") ?? null;
  for (const edit of plan.edits) if (edit.kind === "record" && edit.key === "restore") json = edit.json;
  const records = new Map(snapshot.records);
  if (json === null) records.delete("restore");
  else records.set("restore", json);
  return readRestoreRecord({ ...snapshot, records });
}
