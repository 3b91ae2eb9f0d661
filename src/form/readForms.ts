import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { findHeader, type HeaderSearch } from "./findHeader";
import type { Form, FormRemark, NoForm } from "./form";
import { columnNumbers } from "./formArea";
import { readSheetForm } from "./readSheetForm";
import { sheetKind, type SheetKind } from "./sheetKind";
import { requiredKeys, requiredTitles, type RequiredTitle } from "./titles";

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
  const [best, ...others] = [...candidates].sort((a, b) => b.merit - a.merit);
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

/** What was seen on a sheet that is not the form. */
interface RejectedSheet {
  readonly sheet: string;
  readonly empty: boolean;
  readonly missing: readonly RequiredTitle[];
  readonly reason: "workingPaper" | "project" | "annex" | "noRows" | "titles";
  readonly foreign: readonly string[];
}

const advice = "请打开含“部门整体支出绩效自评表”的工作簿后再试。";

/** Says what was looked for, what each sheet has of it, and why none of them is the form. */
function explainNoForm(rejected: readonly RejectedSheet[], askedFor?: string): NoForm {
  const ranked = [...rejected].sort((a, b) => a.missing.length - b.missing.length);
  return {
    wanted: requiredKeys.map((key) => requiredTitles[key]),
    sheets: ranked.map((one) => ({
      sheet: one.sheet,
      found: requiredKeys.filter((key) => !one.missing.includes(key)).map((key) => requiredTitles[key]),
      missing: one.missing.map((key) => requiredTitles[key]),
      reason: reasonWords(one),
    })),
    why: why(ranked, askedFor),
  };
}

function why(ranked: readonly RejectedSheet[], askedFor: string | undefined): string {
  if (askedFor !== undefined && ranked.length === 0) {
    return `工作簿中没有名为“${askedFor}”的工作表，请核对工作表名称。`;
  }
  if (ranked.every((sheet) => sheet.empty)) return `工作簿是空的，没有可读取的自评表。${advice}`;
  const wanted = requiredKeys.map((key) => `“${requiredTitles[key]}”`).join("");
  const scope = askedFor === undefined ? "工作簿中" : `工作表“${askedFor}”中`;
  const nearest = ranked.filter((sheet) => !sheet.empty && sheet.reason !== "workingPaper").slice(0, 3);
  const sentences = nearest
    .filter(({ reason, missing }) => reason !== "titles" || missing.length < requiredKeys.length)
    .map((sheet) => `工作表“${sheet.sheet}”${reasonWords(sheet)}`);
  return [
    `${scope}没有找到部门整体支出绩效自评表：表头应有${wanted}四个标题。`,
    ...(sentences.length > 0 ? sentences : ["各工作表都没有这些标题。"]),
    advice,
  ].join("");
}

function reasonWords(sheet: RejectedSheet): string {
  if (sheet.empty) return "是空表。";
  switch (sheet.reason) {
    case "project":
      return "是项目支出或专项资金的绩效表，不是部门整体支出绩效自评表。";
    case "annex":
      return `的表头有“${sheet.foreign.join("”“")}”，是指标完成情况表或项目支出自评表。`;
    case "noRows":
      return "有表头，但下面没有带分值的三级指标。";
    case "titles":
      return `缺少${sheet.missing.map((key) => `“${requiredTitles[key]}”`).join("")}。`;
    case "workingPaper":
      return "是评分底稿。";
  }
}
