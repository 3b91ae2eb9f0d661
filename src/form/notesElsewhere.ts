import type { CellAddress } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";
import { findHeader } from "./findHeader";
import type { Note } from "./form";
import { normalizeName } from "./normalizeName";
import { givesPoints, statesRule } from "./ruleTexts";
import { pointsTables } from "./pointsTables";
import { isTitleOfRules } from "./rulesOnSheets";
import { sheetKind } from "./sheetKind";
import { viewSheet } from "./sheetView";

const instructions =
  /^(?:(?:绩效)?自评|评分|计分|打分|填[报表写])*(?:表)?(?:填[报表写])?(?:说明|须知|要求|规则|办法|方法|备注)$/u;

/** 填表说明（必读）, 附：计分规则. */
function plainTitle(name: string): string {
  return normalizeName(name)
    .replace(/^附(?:件|表)?\d{0,2}[::]?/u, "")
    .replace(/\([^()]*\)$/u, "");
}

const plainRule = /不?得分|[扣计记]分|不得|扣\s*\d/u;

interface SheetText {
  readonly text: string;
  readonly at: CellAddress;
}

/** Every text of a sheet, row by row, without blanks around it. */
function textsOf({ name, rows }: SheetSnapshot): readonly SheetText[] {
  const found: SheetText[] = [];
  for (const [row, cells] of rows) {
    for (const [column, { value }] of cells) {
      if (typeof value !== "string") continue;
      const text = value.trim();
      if (text !== "") found.push({ text, at: { sheet: name, row, column } });
    }
  }
  return found;
}

/** 评分标准, 附件2: under any name, lines of one cell each, of which half at least are rules of points. */
function isOfRules({ rows }: SheetSnapshot, texts: readonly SheetText[]): boolean {
  if (Array.from(rows.values()).some((cells) => cells.size > 2)) return false;
  const lines = texts.filter(({ text }) => text.length > 6);
  const ruled = lines.filter(({ text }) => plainRule.test(text) && /[。；;，,：:=]|的不?得/u.test(text));
  return ruled.length > 0 && ruled.length * 2 >= lines.length;
}

/** By its name, or because it is made of rules. */
function isOfInstructions(sheet: SheetSnapshot, texts: readonly SheetText[]): boolean {
  return instructions.test(plainTitle(sheet.name)) || isOfRules(sheet, texts);
}

/** Sheets that the form is not on: none of ours, no table with a place for scores, no table of rules by name. */
function mayHoldRules(sheet: SheetSnapshot, texts: readonly SheetText[]): boolean {
  if (sheetKind(sheet, 0) === "workingPaper") return false;
  const isTaken = ({ text }: SheetText): boolean =>
    (text.length < 60 && isOurs.test(normalizeName(text))) || isTitleOfRules(text);
  return !texts.some(isTaken) && findHeader(sheet).bands.length === 0;
}

const isOurs = /内部使用,不随表报送/u;

/** 本工作簿各表，…: on the sheet of one form, for all of them. */
const everyForm =
  /本(?:工作簿|表册|簿)|(?:以上|下列|上述|以下)?各(?:张)?(?:自评)?表(?![格头内中])|所有(?:的)?(?:自评)?表(?![格头])/u;

/** Anything of a sheet that says how points are given, for a look at its head. */
export function maySayRules(sheet: SheetSnapshot): boolean {
  const texts = textsOf(sheet);
  return isOfInstructions(sheet, texts) || texts.some(({ text }) => statesRule(text) || isTitleOfRules(text));
}

function notesOn(sheet: SheetSnapshot): readonly Note[] {
  const texts = textsOf(sheet);
  const rules = texts.filter(({ text }) => statesRule(text));
  const ofAll = rules.filter(({ text }) => everyForm.test(text));
  if (ofAll.length > 0) return ofAll.map(noteOf);
  if (isOfInstructions(sheet, texts))
    return texts.filter(({ text }) => text.length > 6 && givesPoints.test(text)).map(noteOf);
  const tables = rules.length > 0 ? [] : pointsTables(viewSheet(sheet), () => false);
  const found = [...rules, ...tables];
  return found.length > 0 && mayHoldRules(sheet, texts) ? found.map(noteOf) : [];
}

function noteOf({ text, at }: SheetText): Note {
  return { value: text, at };
}

/**
 * What other sheets say of how points are given: 填报说明 and the like say it in any words, any other sheet (封面, 通知) in a
 * sentence that is one. It counts for every form of the workbook.
 */
export function notesElsewhere(sheets: readonly SheetSnapshot[]): readonly Note[] {
  return sheets.flatMap((sheet) => {
    const notes = known.get(sheet) ?? notesOn(sheet);
    known.set(sheet, notes);
    return notes;
  });
}

/** A sheet is asked again with every change of another one. */
const known = new WeakMap<SheetSnapshot, readonly Note[]>();
