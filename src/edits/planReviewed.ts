import { keptReviewed, readReviewed } from "../findings/reviewed";
import type { Case } from "../scorecard/case";
import type { EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan } from "../workbook/records";

const longestNote = 500;

/**
 * Marks a finding 已核实，不处理, or (note null) takes the mark off. Kept in the workbook under the finding's key, which
 * holds no address: rows may be inserted, sheets renamed.
 */
export function planReviewed({ snapshot, sheet }: Case, key: string, note: string | null): EditPlan {
  if (isNewer(snapshot)) return refusedPlan;
  const reviewed = new Map(readReviewed(snapshot, sheet));
  if (note === null) reviewed.delete(key);
  else reviewed.set(key, note.trim().slice(0, longestNote));
  return { edits: keepValues(snapshot, sheet, { reviewed: keptReviewed(reviewed) }), expects: [] };
}
