import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { classifyTitle } from "./classifyTitle";
import { findHeader, type HeaderSearch } from "./findHeader";
import type { Form, FormKind, FormRemark, NoForm, Note } from "./form";
import { columnNumbers } from "./formArea";
import { notesElsewhere } from "./notesElsewhere";
import { readSheetForm } from "./readSheetForm";
import { withRulesOnSheets } from "./rulesOnSheets";
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
  /** As it calls itself. */
  readonly kind: SheetKind;
  readonly merit: number;
}

/**
 * Finds each 绩效自评表 in a workbook, of a department or of a project, and reads it, or says why there is none. With a
 * sheet name only that sheet is looked at. Never throws for what a workbook holds; what is doubtful is read and said in
 * `remarks`.
 */
export function readForms(snapshot: Snapshot, sheetName?: string): FormsReading {
  const known = sheetName === undefined ? readings.get(snapshot.sheets) : undefined;
  const reading = known ?? searchForms(snapshot, sheetName);
  if (sheetName === undefined) readings.set(snapshot.sheets, reading);
  return reading;
}

/** A snapshot is asked many times. */
const readings = new WeakMap<Snapshot["sheets"], FormsReading>();

function searchForms(snapshot: Snapshot, sheetName: string | undefined): FormsReading {
  const sheets = snapshot.sheets.filter((sheet) => sheetName === undefined || sheet.name === sheetName);
  const read: Candidate[] = [];
  const rejected: RejectedSheet[] = [];
  const elsewhere = notesElsewhere(snapshot.sheets);
  for (const sheet of sheets) {
    const one = readSheet(sheet, elsewhere);
    if ("form" in one) read.push(one);
    else rejected.push(one);
  }
  // Beside a form with 评分标准 a table of targets that says nothing else of itself is its annex.
  const hasRules = read.some(({ form, kind }) => !hasTargets(form) && isWhole(kind));
  const candidates = read.filter(
    ({ form, kind }) => !(hasRules && hasTargets(form) && !standsAlone(form, kind)),
  );
  const [best] = [...candidates].sort((a, b) => b.merit - a.merit);
  if (best === undefined) return { forms: [], main: null, noForm: explainNoForm(rejected, sheetName) };
  const told = { ...best.form, remarks: [...best.form.remarks, ...besides(best.form, candidates)] };
  const forms = withRulesOnSheets(
    candidates.map(({ form }) => (form === best.form ? told : form)),
    snapshot.sheets,
  );
  return { forms, main: forms.find(({ sheet }) => sheet === told.sheet) ?? told, noForm: null };
}

function readSheet(sheet: SheetSnapshot, elsewhere: readonly Note[]): Candidate | RejectedSheet {
  const search = findHeader(sheet);
  const form = search.bands.length === 0 ? null : readSheetForm(sheet, search, elsewhere);
  const kind =
    form === null ? sheetKind(sheet, 30) : sheetKind(sheet, form.headerRow, form.area.top, hasTargets(form));
  const reason = form !== null && isNobodys(sheet, form, kind) ? "titles" : reasonOf(form, kind, search);
  if (form !== null && reason === null) {
    const own = { ...form, kind: formKind(kind) };
    return { form: own, kind, merit: merit(own, sheet, kind) };
  }
  return {
    sheet: sheet.name,
    empty: sheet.rows.size === 0,
    missing:
      reason === "noWeights" ? ["weight"] : form !== null && reason === "titles" ? ["name"] : search.missing,
    reason: reason ?? "titles",
    targets: form === null ? [] : targetTitles(sheet, form),
  };
}

type FormReading = NonNullable<ReturnType<typeof readSheetForm>>;

function hasTargets({ columns }: Pick<Form, "columns">): boolean {
  return (columns.target ?? columns.adjusted) !== null;
}

function isWhole(kind: SheetKind): boolean {
  return kind === "department" || kind === "unit" || kind === "unnamed";
}

function standsAlone({ fund }: Form, kind: SheetKind): boolean {
  return fund !== null || kind === "project";
}

function formKind(kind: SheetKind): FormKind {
  return kind === "unit" || kind === "project" || kind === "specialFund" ? kind : "department";
}

/** Why a sheet holds no form; null: it does. */
function reasonOf(
  form: FormReading | null,
  kind: SheetKind,
  search: HeaderSearch,
): RejectedSheet["reason"] | null {
  if (kind === "workingPaper" || kind === "annex" || kind === "assessment") return kind;
  if (form === null) return search.bands.length > 0 ? "noRows" : "titles";
  const weighed =
    form.columns.weight !== null ||
    [...form.indicators, ...form.groups].some(({ weight }) => weight?.value != null);
  return weighed ? null : "noWeights";
}

/** 指标名称 without levels, targets and points, and nothing that says whose they are: may be those of a person. */
function isNobodys(
  sheet: SheetSnapshot,
  { columns, headerRow, fund }: FormReading,
  kind: SheetKind,
): boolean {
  if (kind !== "unnamed" || fund !== null || (columns.level1 ?? columns.level2) !== null) return false;
  const title = sheet.rows.get(headerRow)?.get(columns.name)?.value;
  return typeof title === "string" && classifyTitle(title)?.kind === "looseName";
}

function targetTitles(sheet: SheetSnapshot, { columns, headerRow }: FormReading): readonly string[] {
  return [columns.target ?? columns.adjusted, columns.actual].flatMap((column) => {
    const value = column === null ? null : sheet.rows.get(headerRow)?.get(column)?.value;
    return typeof value === "string" ? value.replace(/\s+/gu, "") : [];
  });
}

/** A visible sheet before others, that of a whole department before those of projects, then the fuller one; of equals the first. */
function merit(form: Form, sheet: SheetSnapshot, kind: SheetKind): number {
  const columns = columnNumbers(form.columns).length;
  const visible = sheet.visibility === "visible" ? 1000 : 0;
  const whole = kind === "department" ? 100 : kind === "unit" ? 90 : kind === "unnamed" ? 20 : 0;
  return visible + whole + (hasTargets(form) ? 0 : 50) + columns + (form.total === null ? 0 : 1);
}

const mostNamed = 3;

/** That the workbook holds other forms, which have points of their own. */
function besides(main: Form, candidates: readonly Candidate[]): readonly FormRemark[] {
  const others = candidates.flatMap(({ form }) => (form === main ? [] : form));
  const [first] = others;
  if (first === undefined) return [];
  const named = others.slice(0, mostNamed).map(({ sheet }) => `“${sheet}”`);
  const count = others.length > mostNamed ? `等${others.length}张` : "";
  const at = { sheet: first.sheet, row: first.headerRow, column: first.columns.name };
  return [{ at, text: `工作表${named.join("")}${count}也是自评表，另行计分；这里是“${main.sheet}”。` }];
}

/** What was seen on a sheet that is not the form. */
interface RejectedSheet {
  readonly sheet: string;
  readonly empty: boolean;
  readonly missing: readonly RequiredTitle[];
  readonly reason: "workingPaper" | "annex" | "assessment" | "noRows" | "noWeights" | "titles";
  /** Its titles of targets and actuals. */
  readonly targets: readonly string[];
}

const advice = "请打开含“部门整体支出绩效自评表”或“项目支出绩效自评表”的工作簿后再试。";

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
    `${scope}没有找到绩效自评表：表头应有${wanted}四个标题（有“年度目标值”的可以没有“评分标准”，分值可以写在指标名称里）。`,
    ...(sentences.length > 0 ? sentences : ["各工作表都没有这些标题。"]),
    advice,
  ].join("");
}

function reasonWords(sheet: RejectedSheet): string {
  if (sheet.empty) return "是空表。";
  switch (sheet.reason) {
    case "annex":
      return `的表头有“${sheet.targets.join("”“")}”，从标题看是指标完成情况表，不是自评表。`;
    case "assessment":
      return "从标题看是考核、检查一类的评分表，不是绩效自评表。";
    case "noWeights":
      return "没有印分值：既没有“分值”栏，指标名称里也没有写“（10分）”或者合计100%的“（10%）”。";
    case "noRows":
      return "有表头，但下面没有带分值的三级指标。";
    case "titles":
      return `缺少${sheet.missing.map((key) => missingWords(key, sheet.missing)).join("")}。`;
    case "workingPaper":
      return "是评分底稿。";
  }
}

/** Where the rest stands, a column of targets would do as well. */
function missingWords(key: RequiredTitle, missing: readonly RequiredTitle[]): string {
  const isEither = key === "standard" && missing.length < requiredKeys.length;
  return isEither ? `“${requiredTitles.standard}”（或者“年度目标值”）` : `“${requiredTitles[key]}”`;
}
