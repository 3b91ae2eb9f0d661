import { contains, type CellAddress } from "../../workbook/cell";
import type { CellContent, CellLook, EditOf } from "../../workbook/edit";
import type { CellValue } from "../../workbook/snapshot";
import { formulaOf } from "./formulas";
import { shownFormula, storedFormula } from "./formulaSpelling";
import { readValue } from "./readCell";
import { lockedNote, Refusal, refusals } from "./refusals";
import { defaultStyle, ensureCell, findCell, styleOf, tidyCell, type SheetDraft } from "./sheetDraft";
import type { WorkbookDraft } from "./workbookDraft";
import { expandShared, writeContent } from "./writeCell";
import { attribute, childOf, flag, setAttribute } from "./xmlElement";

/** Puts content and look into a cell. @throws Refusal when the cell cannot be written. */
export function editCell(draft: WorkbookDraft, edit: EditOf<"cell">): void {
  const { at, content, look } = edit;
  const sheet = draft.sheet(at.sheet);
  if (!holds(draft, sheet, at, content)) {
    if (isLocked(draft, sheet, at)) {
      if (edit.whenLocked !== "leaveOut") throw new Refusal(refusals.lockedCell(at));
      draft.notes.add(lockedNote(sheet.name));
      return;
    }
    write(draft, sheet, at, content);
  } else if ("formula" in content) {
    // Nothing to write, but its result is worked out anew.
    draft.touched.push(at);
  }
  if (look?.role === "reason") keepHeight(draft, sheet, at.row);
  if (look !== undefined) restyle(draft, sheet, at, look);
  else if ("value" in content && (content.value === null || content.value === "")) undress(draft, sheet, at);
  tidyCell(sheet, at.row, at.column);
}

/** Only the number format. */
export function editFormat(draft: WorkbookDraft, at: CellAddress, format: string): void {
  const sheet = draft.sheet(at.sheet);
  restyle(draft, sheet, at, { format });
  tidyCell(sheet, at.row, at.column);
}

function write(draft: WorkbookDraft, sheet: SheetDraft, at: CellAddress, content: CellContent): void {
  if (sheet.filled.some((area) => contains(area, at))) throw new Refusal(refusals.spread(at));
  const cell = ensureCell(sheet, at.row, at.column);
  const before = childOf(cell, "f") !== undefined;
  expandShared(sheet, cell);
  writeContent(cell, content, draft.findString);
  draft.touched.push(at);
  if (before !== "formula" in content) draft.formulas.changed = true;
}

/** Whether the cell is already as it should be: then it is not touched at all. */
function holds(draft: WorkbookDraft, sheet: SheetDraft, at: CellAddress, content: CellContent): boolean {
  const cell = findCell(sheet, at.row, at.column);
  const formula = cell === undefined ? undefined : formulaOf(cell, at, sheet.masters);
  if ("formula" in content) {
    return formula !== undefined && shownFormula(formula) === shownFormula(storedFormula(content.formula));
  }
  const wanted: CellValue = content.value === "" ? null : content.value;
  const value = cell === undefined ? null : readValue(cell, draft.strings());
  return (
    formula === undefined && value === wanted && (cell === undefined || childOf(cell, "f") === undefined)
  );
}

export function isLocked(draft: WorkbookDraft, sheet: SheetDraft, at: CellAddress): boolean {
  const protection = draft.protection(sheet);
  if (protection === null || !protection.covers(at.row, at.column)) return false;
  return draft.styles().locked(styleOf(sheet, at.row, at.column));
}

function restyle(draft: WorkbookDraft, sheet: SheetDraft, at: CellAddress, look: CellLook): void {
  if (Object.keys(look).length === 0) return;
  if (draft.protection(sheet)?.formatCells === true) {
    draft.notes.add(`工作表“${sheet.name}”的保护不允许设置单元格格式，数字格式和外观没有改动。`);
    return;
  }
  const base = styleOf(sheet, at.row, at.column);
  const style = draft.styles().styled(base, look);
  if (style !== base) setAttribute(ensureCell(sheet, at.row, at.column), "s", String(style));
}

/** A cell of ours that is emptied gets back the look of its column. */
function undress(draft: WorkbookDraft, sheet: SheetDraft, at: CellAddress): void {
  const cell = findCell(sheet, at.row, at.column);
  if (cell === undefined || draft.protection(sheet)?.formatCells === true) return;
  const style = styleOf(sheet, at.row, at.column);
  const plain = defaultStyle(sheet, at.row, at.column);
  const bare = draft.styles().withoutRole(style, plain);
  if (bare !== style) setAttribute(cell, "s", bare === 0 ? undefined : String(bare));
}

/** A reason is wrapped, and would make Excel raise a row whose height nobody has set: the height that the
 * file gives is made fixed. A row without one gets the sheet's usual height, unless its own wrapped words
 * already decide how high it is: that height stands nowhere, and fixing another would cut them off. */
function keepHeight(draft: WorkbookDraft, sheet: SheetDraft, row: number): void {
  const line = sheet.rows.get(row);
  if (line === undefined || flag(line.element, "customHeight")) return;
  // No row is raised while it is hidden; what it measures when shown again is not ours to fix.
  if (flag(line.element, "hidden")) return;
  if (attribute(line.element, "ht") === undefined) {
    const usual = attribute(childOf(sheet.root, "sheetFormatPr"), "defaultRowHeight");
    const styles = draft.styles();
    const wraps = [...line.cells.keys()].some((column) => styles.wraps(styleOf(sheet, row, column)));
    if (usual === undefined || wraps) return;
    setAttribute(line.element, "ht", usual);
  }
  setAttribute(line.element, "customHeight", "1");
}
