import type { SheetSnapshot } from "../workbook/snapshot";
import type { FormKind } from "./form";
import { isFormTitle } from "./formArea";
import { normalizeName } from "./normalizeName";
import { textOf } from "./sheetView";

/** What a sheet says that it is, in its name and in the titles of its first rows. */
export type SheetKind = FormKind | "annex" | "assessment" | "workingPaper" | "unnamed";

/** The sheet of ours; it asks for figures and is never the form. */
const workingPaperName = /^评分底稿/u;
const workingPaperHeading = "内部使用,不随表报送";
const whole = /整体/u;
const ofUnit = /单位整体/u;
const other = /^(?:\d{4}年度?)?[^表]{0,30}(?:项目|专项资金|转移支付|政策)[^表]{0,20}(?:绩效|自评)/u;
const project = /项目|工程/u;
/** Assessments of people, of lower offices, of bids: the same columns, and nobody's 绩效自评. */
const assessment =
  /^(?!.*(?:自评|支出|整体|绩效评价|专项资金|转移支付|项目.{0,20}绩效)).*(?:考核|考评|测评|评标|评审|检查|竞赛|评比|考试|问卷)[^表]{0,12}表(?:\([^()]*\))?$/u;
/** Targets and what was achieved of them, filed beside the form. */
const annex =
  /^(?!.*(?:自评|评价|评分)表).*(?:完成情况|指标表|目标表|申报表|监控表)|^附表(?!.*(?:自评|评价|评分)表)/u;

/**
 * Looks at the sheet's name and the rows from `top` to the score table; rows further up may be another table's. A sheet
 * that calls itself 整体支出 is not a project's, whatever else its head block names.
 * @param hasTargets its table has a column of targets: then it may be an annex
 */
export function sheetKind(sheet: SheetSnapshot, tableRow: number, top = 1, hasTargets = false): SheetKind {
  const name = normalizeName(sheet.name);
  if (workingPaperName.test(name) || hasPaperHeading(sheet)) return "workingPaper";
  let titled = kindOfTitle(name, hasTargets);
  let namesProject = false;
  for (const [row, cells] of sheet.rows) {
    if (row >= tableRow) break;
    for (const { value } of cells.values()) {
      const text = textOf(value);
      if (text.length > 60) continue;
      if (row < top) {
        if (row >= tableRow - nearTitle && assessment.test(normalizeName(text))) titled = "assessment";
        continue;
      }
      namesProject ||= normalizeName(text).split(":", 1)[0] === "项目名称";
      const title = normalizeName(text);
      const kind = isFormTitle(text) || assessment.test(title) ? kindOfTitle(title, hasTargets) : "unnamed";
      if (kind !== "unnamed") titled = kind;
    }
  }
  return titled === "unnamed" && namesProject ? "project" : titled;
}

/** So far above the table a title that is none of a 自评表 may stand. */
const nearTitle = 4;
const headingRows = 5;

function hasPaperHeading(sheet: SheetSnapshot): boolean {
  for (const [row, cells] of sheet.rows) {
    if (row > headingRows) break;
    for (const { value } of cells.values()) {
      if (normalizeName(textOf(value).slice(0, 60)).startsWith(workingPaperHeading)) return true;
    }
  }
  return false;
}

function kindOfTitle(title: string, hasTargets: boolean): SheetKind {
  if (hasTargets && annex.test(title)) return "annex";
  if (assessment.test(title)) return "assessment";
  if (whole.test(title)) return ofUnit.test(title) ? "unit" : "department";
  if (!other.test(title)) return "unnamed";
  return project.test(title) ? "project" : "specialFund";
}
