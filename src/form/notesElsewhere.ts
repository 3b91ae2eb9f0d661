import type { SheetSnapshot } from "../workbook/snapshot";
import type { Note } from "./form";
import { normalizeName } from "./normalizeName";
import { cellsIn } from "./readNotes";
import { givesPoints } from "./ruleTexts";
import { viewSheet } from "./sheetView";

const instructions =
  /^(?:(?:绩效)?自评|评分|计分|打分|填[报表写])*(?:表)?(?:填[报表写])?(?:说明|须知|要求|规则|办法|方法|备注)$/u;

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
export function isOfInstructions(sheet: SheetSnapshot): boolean {
  return instructions.test(normalizeName(sheet.name)) || isOfRules(sheet);
}

/** What a sheet of its own says of how points are given: 填报说明. It counts for every form of the workbook. */
export function notesElsewhere(sheets: readonly SheetSnapshot[]): readonly Note[] {
  return sheets
    .filter(isOfInstructions)
    .flatMap((sheet) => {
      const view = viewSheet(sheet);
      const edges = { left: 1, right: Infinity };
      return Array.from(sheet.rows.keys()).flatMap((row) => cellsIn(view, row, row, edges));
    })
    .filter(({ text }) => text.length > 6 && givesPoints.test(text))
    .map(({ text, at }) => ({ value: text, at }));
}
