import { canonicalFormula } from "../../workbook/canonicalFormula";
import { areaA1, type CellAddress } from "../../workbook/cell";
import type { Edit, EditOf, EditPlan, Expectation } from "../../workbook/edit";
import type { FunctionTable } from "../../workbook/port";
import { findSheet, snapshotCell, type Snapshot } from "../../workbook/snapshot";
import { refreshResults } from "./cachedResults";
import { editCell, editFormat, isLocked } from "./cellEdits";
import { highlightLooks } from "./cellLooks";
import { hideColumn, setColumnWidth } from "./columnEdits";
import { fitRowHeights } from "./fitRowHeights";
import { freezeRows, groupRows, showRows } from "./layoutEdits";
import { removeCalculationChain } from "./packageList";
import { repeatRow, setPrintArea } from "./printAreaEdits";
import { addHighlight, mergeArea, removeHighlight, setChoices } from "./rangeEdits";
import { setRecord } from "./recordEdits";
import { Refusal, refusals } from "./refusals";
import { closeSheet, type SheetDraft } from "./sheetDraft";
import { addSheet, deleteSheet } from "./sheetEdits";
import { findWorkbook } from "./workbookParts";
import { draftWorkbook, type WorkbookDraft } from "./workbookDraft";
import { childOf } from "./xmlElement";
import type { XlsxPackage } from "./xlsxPackage";

interface Applied {
  readonly opened: XlsxPackage;
  readonly snapshot: Snapshot;
  readonly notes: readonly string[];
  /** Formulas that were not worked out. */
  readonly left: readonly CellAddress[];
}

/** The package after a plan; the one given stays as it is. @throws Refusal when anything cannot be done. */
export function applyPlan(
  source: XlsxPackage,
  snapshot: Snapshot,
  plan: EditPlan,
  functions: FunctionTable | undefined,
): Applied {
  for (const expectation of plan.expects) {
    if (!meets(snapshot, expectation)) throw new Refusal(refusals.changed(expectation.at));
  }
  const draft = draftWorkbook(source);
  for (const edit of plan.edits) applyEdit(draft, edit);
  const after = refreshResults(draft, { source, snapshot }, functions);
  if (draft.formulas.changed) removeCalculationChain(draft.parts, findWorkbook(draft.parts.reading).part);
  fitRowHeights(draft, plan.edits, after);
  for (const sheet of draft.openSheets()) closeSheet(sheet);
  return { opened: draft.parts.finish(), snapshot: after, notes: [...draft.notes], left: draft.left };
}

/** The plan without what a protection forbids. */
export function writablePlan(source: XlsxPackage, snapshot: Snapshot, plan: EditPlan): EditPlan {
  const draft = draftWorkbook(source);
  return { ...plan, edits: plan.edits.filter((edit) => !isForbidden(draft, snapshot, edit)) };
}

function isForbidden(draft: WorkbookDraft, snapshot: Snapshot, edit: Edit): boolean {
  const name = edit.kind === "record" ? "" : "at" in edit ? edit.at.sheet : edit.sheet;
  if (findSheet(snapshot, name) === undefined) return false;
  const sheet = draft.sheet(name);
  const protection = draft.protection(sheet);
  if (edit.kind === "cell") return isLocked(draft, sheet, edit.at);
  if (edit.kind === "format" || edit.kind === "highlight" || edit.kind === "removeHighlight")
    return protection?.formatCells === true;
  if (edit.kind === "columnWidth" || edit.kind === "hideColumn") return protection?.formatColumns === true;
  return protection !== null && ["mergeCells", "choices", "groupRows", "showRows"].includes(edit.kind);
}

function meets(snapshot: Snapshot, { at, holds }: Expectation): boolean {
  const cell = snapshotCell(snapshot, at);
  if ("formula" in holds) return cell?.formula === canonicalFormula(holds.formula);
  return cell?.formula === undefined && (cell?.value ?? null) === (holds.value === "" ? null : holds.value);
}

function applyEdit(draft: WorkbookDraft, edit: Edit): void {
  switch (edit.kind) {
    case "cell":
      editCell(draft, edit);
      return;
    case "format":
      editFormat(draft, edit.at, edit.format);
      return;
    case "addSheet":
      addSheet(draft.parts, edit.sheet);
      return;
    case "deleteSheet":
      removeSheet(draft, edit.sheet);
      return;
    case "columnWidth":
    case "hideColumn":
      changeColumn(draft, edit);
      return;
    case "layOut": {
      const { root, sheets } = findWorkbook(draft.parts);
      freezeRows(draft.sheet(edit.sheet).root, edit.headRow);
      repeatRow(
        root,
        sheets.findIndex(({ name }) => name === edit.sheet),
        edit,
      );
      return;
    }
    case "groupRows":
      groupRows(draft.sheet(edit.sheet), edit);
      return;
    case "showRows":
      showRows(draft.sheet(edit.sheet), edit);
      return;
    case "mergeCells":
      merge(draft, edit);
      return;
    case "choices":
      offerChoices(draft, edit);
      return;
    case "printArea": {
      const workbook = findWorkbook(draft.parts);
      const position = workbook.sheets.findIndex((sheet) => sheet.name === edit.sheet);
      if (position < 0) throw new Refusal(refusals.sheetMissing(edit.sheet));
      setPrintArea(workbook.root, position, edit.sheet, edit.areas);
      return;
    }
    case "highlight":
    case "removeHighlight":
      changeHighlight(draft, edit);
      return;
    case "record":
      setRecord(draft.parts, edit.key, edit.json);
  }
}

/** Formulas that look at the sheet lose what they show: all its cells count as changed. */
function removeSheet(draft: WorkbookDraft, name: string): void {
  const sheet = draft.sheet(name);
  for (const [row, { cells }] of sheet.rows) {
    for (const [column, cell] of cells) {
      draft.touched.push({ sheet: name, row, column });
      if (childOf(cell, "f") !== undefined) draft.formulas.changed = true;
    }
  }
  deleteSheet(draft.parts, name);
  draft.forget(name);
}

function changeColumn(draft: WorkbookDraft, edit: EditOf<"columnWidth" | "hideColumn">): void {
  const sheet = draft.sheet(edit.sheet);
  if (draft.protection(sheet)?.formatColumns === true) {
    draft.notes.add(`工作表“${sheet.name}”的保护不允许设置列，列宽和隐藏没有改动。`);
    return;
  }
  if (edit.kind === "hideColumn") hideColumn(sheet.root, edit.column);
  else setColumnWidth(sheet.root, edit.column, edit.width);
}

function merge(draft: WorkbookDraft, { sheet: name, area }: EditOf<"mergeCells">): void {
  const sheet = draft.sheet(name);
  if (isProtected(draft, sheet, "合并单元格")) return;
  if (!mergeArea(sheet.root, area)) throw new Refusal(refusals.mergeOverlap(name, areaA1(area)));
}

function offerChoices(draft: WorkbookDraft, edit: EditOf<"choices">): void {
  const sheet = draft.sheet(edit.sheet);
  if (isProtected(draft, sheet, "设置下拉选项")) return;
  if (!setChoices(sheet.root, edit.area, edit.items)) {
    draft.notes.add(`“${sheet.name}”${areaA1(edit.area)} 的下拉选项过长或含有逗号，没有设置。`);
  }
}

function changeHighlight(draft: WorkbookDraft, edit: EditOf<"highlight" | "removeHighlight">): void {
  const sheet = draft.sheet(edit.sheet);
  if (draft.protection(sheet)?.formatCells === true) {
    draft.notes.add(`工作表“${sheet.name}”的保护不允许设置格式，标记没有改动。`);
    return;
  }
  if (edit.kind === "removeHighlight") removeHighlight(sheet.root, edit.area, edit.formula);
  else
    addHighlight(sheet.root, edit.area, edit.formula, draft.styles().conditional(highlightLooks[edit.role]));
}

function isProtected(draft: WorkbookDraft, sheet: SheetDraft, what: string): boolean {
  if (draft.protection(sheet) === null) return false;
  draft.notes.add(`工作表“${sheet.name}”设了保护，不能${what}，已略过。`);
  return true;
}
