import { fullA1, type CellAddress } from "../../workbook/cell";
import type { CellContent, EditPlan, Expectation } from "../../workbook/edit";
import type { Problem } from "../../workbook/port";
import type { CellSnapshot } from "../../workbook/snapshot";
import { lockedNote } from "../xlsx/refusals";
import type { BookBefore } from "./bookBefore";
import { problem } from "./excelProblem";
import { placeKey, type PlanNeeds } from "./planNeeds";
import { normalFormula } from "./sheetCells";

/** Why the plan must not be applied to the workbook as it stands; null when nothing speaks against it. */
export function checkPlan(plan: EditPlan, needs: PlanNeeds, before: BookBefore): Problem | null {
  return (
    changedCells(plan.expects, before) ??
    (before.isAsRead ? null : problem("changedMeanwhile")) ??
    takenName(needs, before) ??
    structureLocked(needs, before) ??
    lockedCells(plan, before)
  );
}

function changedCells(expects: readonly Expectation[], before: BookBefore): Problem | null {
  const changed = expects.filter(({ at, holds }) => {
    const cell = before.sheets.get(at.sheet)?.cells.get(placeKey(at));
    return !holdsContent(cell?.shown ?? null, holds);
  });
  const [first] = changed;
  if (first === undefined) return null;
  return {
    ...problem("changedMeanwhile"),
    at: first.at,
    details: changed.map(({ at }) => `${fullA1(at)} 的内容已变动`),
  };
}

/** Whether a cell holds what was expected: its formula when it has one, else its value. */
function holdsContent(cell: CellSnapshot | null, content: CellContent): boolean {
  if ("formula" in content)
    return cell?.formula !== undefined && cell.formula === normalFormula(content.formula);
  const wanted = content.value === "" ? null : content.value;
  return cell?.formula === undefined && (cell?.value ?? null) === wanted;
}

/** Excel takes sheet names that differ only in case for the same. */
function takenName({ added, deleted }: PlanNeeds, { names }: BookBefore): Problem | null {
  const now = names.filter((name) => !deleted.includes(name)).map((name) => name.toLowerCase());
  const taken = added.find((name) => now.includes(name.toLowerCase()));
  if (taken === undefined) return null;
  return { ...problem("changedMeanwhile"), details: [`已经有名为“${taken}”的工作表`] };
}

function structureLocked({ added, deleted }: PlanNeeds, before: BookBefore): Problem | null {
  return before.workbookProtected && added.length + deleted.length > 0 ? problem("workbookProtected") : null;
}

/** Whether a protection keeps the cell from being written. */
export function isLocked(at: CellAddress, before: BookBefore): boolean {
  const sheet = before.sheets.get(at.sheet);
  return sheet?.protected === true && sheet.cells.get(placeKey(at))?.locked !== false;
}

function lockedCells({ edits }: EditPlan, before: BookBefore): Problem | null {
  const locked = edits.flatMap((edit) =>
    edit.kind === "cell" && isLocked(edit.at, before) ? [edit.at] : [],
  );
  const [first] = locked;
  if (first === undefined) return null;
  return { ...problem("lockedCell"), at: first, details: locked.map((at) => `${fullA1(at)} 被锁定`) };
}

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
  const notes = Array.from(sheets, lockedNote);
  return sheets.size === 0 ? { plan, notes } : { plan: { ...plan, edits }, notes };
}
