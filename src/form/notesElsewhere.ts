import type { SheetSnapshot } from "../workbook/snapshot";
import { findHeader } from "./findHeader";
import type { Note } from "./form";
import { normalizeName } from "./normalizeName";
import { cellsIn } from "./readNotes";
import { givesPoints, statesRule } from "./ruleTexts";
import { pointsTables } from "./pointsTables";
import { isTitleOfRules } from "./rulesOnSheets";
import { sheetKind } from "./sheetKind";
import { viewSheet, type ViewCell } from "./sheetView";

const instructions =
  /^(?:(?:绩效)?自评|评分|计分|打分|填[报表写])*(?:表)?(?:填[报表写])?(?:说明|须知|要求|规则|办法|方法|备注)$/u;

/** 填表说明（必读）, 附：计分规则. */
function plainTitle(name: string): string {
  return normalizeName(name)
    .replace(/^附(?:件|表)?\d{0,2}[::]?/u, "")
    .replace(/\([^()]*\)$/u, "");
}

const plainRule = /不?得分|[扣计记]分|不得|扣\s*\d/u;

/** 评分标准, 附件2: under any name, lines of one cell each, of which half at least are rules of points. */
function isOfRules(sheet: SheetSnapshot): boolean {
  const view = viewSheet(sheet);
  const rows = Array.from(sheet.rows.keys(), (row) => cellsIn(view, row, row, { left: 1, right: Infinity }));
  const lines = rows.flat().filter(({ text }) => text.length > 6);
  const ruled = lines.filter(({ text }) => plainRule.test(text) && /[。；;，,：:=]|的不?得/u.test(text));
  return rows.every((cells) => cells.length <= 2) && ruled.length > 0 && ruled.length * 2 >= lines.length;
}

/** By its name, or because it is made of rules. */
function isOfInstructions(sheet: SheetSnapshot): boolean {
  return instructions.test(plainTitle(sheet.name)) || isOfRules(sheet);
}

/** Sheets that the form is not on: none of ours, no table with a place for scores, no table of rules by name. */
function mayHoldRules(sheet: SheetSnapshot): boolean {
  if (sheetKind(sheet, 0) === "workingPaper" || findHeader(sheet).bands.length > 0) return false;
  const texts = textsOf(sheet);
  return !texts.some(({ text }) => isOurs.test(normalizeName(text.slice(0, 60))) || isTitleOfRules(text));
}

const isOurs = /内部使用,不随表报送/u;

function textsOf(sheet: SheetSnapshot): readonly ViewCell[] {
  const view = viewSheet(sheet);
  const edges = { left: 1, right: Infinity };
  return Array.from(sheet.rows.keys()).flatMap((row) => cellsIn(view, row, row, edges));
}

/** 本工作簿各表，…: on the sheet of one form, for all of them. */
const everyForm =
  /本(?:工作簿|表册|簿)|(?:以上|下列|上述|以下)?各(?:张)?(?:自评)?表(?![格头内中])|所有(?:的)?(?:自评)?表(?![格头])/u;

/** Anything of a sheet that says how points are given, for a look at its head. */
export function maySayRules(sheet: SheetSnapshot): boolean {
  return (
    isOfInstructions(sheet) || textsOf(sheet).some(({ text }) => statesRule(text) || isTitleOfRules(text))
  );
}

/**
 * What other sheets say of how points are given: 填报说明 and the like say it in any words, any other sheet (封面, 通知) in a
 * sentence that is one. It counts for every form of the workbook.
 */
export function notesElsewhere(sheets: readonly SheetSnapshot[]): readonly Note[] {
  return sheets.flatMap((sheet): readonly Note[] => {
    const ofAll = textsOf(sheet).filter(({ text }) => statesRule(text) && everyForm.test(text));
    if (ofAll.length > 0) return ofAll.map(({ text, at }) => ({ value: text, at }));
    const isNamed = isOfInstructions(sheet);
    if (!isNamed && !mayHoldRules(sheet)) return [];
    const rules = textsOf(sheet).filter(({ text }) =>
      isNamed ? text.length > 6 && givesPoints.test(text) : statesRule(text),
    );
    const tables = rules.length > 0 ? [] : pointsTables(viewSheet(sheet), () => false);
    return [...rules, ...tables].map(({ text, at }) => ({ value: text, at }));
  });
}
