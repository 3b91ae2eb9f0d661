import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { explainNoForm, type RejectedSheet } from "./explainNoForm";
import { findHeader, type HeaderSearch } from "./findHeader";
import type { Form, FormRemark, NoForm } from "./form";
import { columnNumbers } from "./formArea";
import { readSheetForm } from "./readSheetForm";
import { sheetKind, type SheetKind } from "./sheetKind";

/** Every form of a workbook in the order of the sheets, or why there is none. */
type FormsReading =
  | {
      readonly forms: readonly Form[];
      /** The one to read unless a person picks another. */
      readonly main: Form;
      readonly noForm: null;
    }
  | { readonly forms: readonly []; readonly main: null; readonly noForm: NoForm };

interface Candidate {
  readonly form: Form;
  readonly merit: number;
}

/**
 * Finds each 部门整体支出绩效自评表 in a workbook and reads it, or says why there is none. With a sheet name only that sheet
 * is looked at. Never throws for what a workbook holds; what is doubtful is read and said in `remarks`.
 */
export function readForms(snapshot: Snapshot, sheetName?: string): FormsReading {
  const sheets = snapshot.sheets.filter((sheet) => sheetName === undefined || sheet.name === sheetName);
  const candidates: Candidate[] = [];
  const rejected: RejectedSheet[] = [];
  for (const sheet of sheets) {
    const read = readSheet(sheet);
    if ("form" in read) candidates.push(read);
    else rejected.push(read);
  }
  const [best, ...others] = candidates.toSorted((a, b) => b.merit - a.merit);
  if (best === undefined) return { forms: [], main: null, noForm: explainNoForm(rejected, sheetName) };
  const passed = others.map(({ form }) => passedOver(form, best.form));
  const main = { ...best.form, remarks: [...best.form.remarks, ...passed] };
  return { forms: candidates.map(({ form }) => (form === best.form ? main : form)), main, noForm: null };
}

function readSheet(sheet: SheetSnapshot): Candidate | RejectedSheet {
  const search = findHeader(sheet);
  const [band] = search.bands;
  const form = band === undefined ? null : readSheetForm(sheet, search.bands);
  const kind = form === null ? sheetKind(sheet, 30) : sheetKind(sheet, form.headerRow, form.area.top);
  if (form !== null && kind !== "project" && kind !== "workingPaper") {
    return { form, merit: merit(form, sheet, kind) };
  }
  const empty = sheet.rows.size === 0;
  return {
    sheet: sheet.name,
    empty,
    missing: search.missing,
    reason: reasonOf(search, kind),
    foreign: search.foreign,
  };
}

function reasonOf(search: HeaderSearch, kind: SheetKind): RejectedSheet["reason"] {
  if (kind === "workingPaper" || kind === "project") return kind;
  if (search.foreign.length > 0) return "annex";
  return search.bands.length > 0 ? "noRows" : "titles";
}

/** A visible sheet titled 整体支出 before others, then the fuller one; of equals the first in the workbook. */
function merit(form: Form, sheet: SheetSnapshot, kind: SheetKind): number {
  const columns = columnNumbers(form.columns).length;
  const visible = sheet.visibility === "visible" ? 1000 : 0;
  return visible + (kind === "department" ? 100 : 0) + columns + (form.total === null ? 0 : 1);
}

function passedOver(form: Form, chosen: Form): FormRemark {
  return {
    at: { sheet: form.sheet, row: form.headerRow, column: form.columns.name },
    text: `工作表“${form.sheet}”也是一张自评表，本次读取的是“${chosen.sheet}”。`,
  };
}
