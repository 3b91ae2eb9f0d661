import { readReviewed, reviewedJson } from "../findings/reviewed";
import type { Case } from "../scorecard/case";
import type { EditPlan } from "../workbook/edit";

const longestNote = 500;

/**
 * Marks a finding 已核实，不处理, or (note null) takes the mark off. Kept in the workbook under the finding's key, which
 * holds no address: rows may be inserted, sheets renamed.
 */
export function planReviewed({ snapshot }: Case, key: string, note: string | null): EditPlan {
  const reviewed = new Map(readReviewed(snapshot));
  if (note === null) reviewed.delete(key);
  else reviewed.set(key, note.trim().slice(0, longestNote));
  const json = reviewedJson(reviewed);
  if (json === (snapshot.records.get("reviewed") ?? null)) return { edits: [], expects: [] };
  return { edits: [{ kind: "record", key: "reviewed", json }], expects: [] };
}
