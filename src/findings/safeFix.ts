import { cellKey } from "../workbook/cell";
import { findSheet, mergedArea, snapshotCell } from "../workbook/snapshot";
import { readPlainNumber } from "../quantity/plainNumber";
import type { CellFix, Finding, FindingContext, Found } from "./finding";

/**
 * The fix of a finding with what stands in its cells now; none where one of them cannot safely be written: off the sheet
 * of the form, inside a merged area, or a formula. A formula is a person's account of a figure, or ours: the one is corrected
 * where it is wrong, the other by 计算得分; a number in its place would stand still when the rows change.
 */
export function safeFix({ snapshot, form }: FindingContext, fix: Found["fix"]): Pick<Finding, "fix"> {
  const sheet = findSheet(snapshot, form.sheet);
  if (fix === undefined || fix.length === 0 || sheet === undefined) return {};
  const cells = new Set<string>();
  const safe = fix.flatMap((one): CellFix | [] => {
    const { at, after } = one;
    const cell = snapshotCell(snapshot, at);
    const { top, left } = mergedArea(sheet, at.row, at.column);
    const before = cell?.value ?? null;
    const isPlain = at.sheet === sheet.name && cell?.formula === undefined && !cells.has(cellKey(at));
    if (!isPlain || !isOfKind(before, after) || before === after || top !== at.row || left !== at.column)
      return [];
    cells.add(cellKey(at));
    return { ...one, before };
  });
  return safe.length === fix.length ? { fix: safe } : {};
}

/** A number takes the place of a bare number, also one that is text; words take the place of words. */
function isOfKind(before: CellFix["before"], after: CellFix["after"]): boolean {
  if (typeof after === "string") return typeof before === "string";
  return ["", "分"].includes(readPlainNumber(before)?.unit ?? "?");
}
