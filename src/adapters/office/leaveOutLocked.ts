import type { EditPlan } from "../../workbook/edit";
import type { BookBefore } from "./bookBefore";
import { isLocked } from "./checkPlan";

/** The plan without the cells that it may leave out and that a protection locks; notes say so in Chinese. */
export function leaveOutLocked(
  plan: EditPlan,
  before: BookBefore,
): { readonly plan: EditPlan; readonly notes: readonly string[] } {
  const sheets = new Set<string>();
  const edits = plan.edits.filter((edit) => {
    if (edit.kind !== "cell" || edit.whenLocked !== "leaveOut" || !isLocked(edit.at, before)) return true;
    sheets.add(edit.at.sheet);
    return false;
  });
  const notes = Array.from(
    sheets,
    (name) => `工作表“${name}”设了保护，锁定的单元格没有写入（扣分说明、评价等级）；说明请看评分结果。`,
  );
  return sheets.size === 0 ? { plan, notes } : { plan: { ...plan, edits }, notes };
}
