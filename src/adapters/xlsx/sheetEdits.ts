import type { PackageDraft } from "./packageDraft";
import { addContentType, addRelation, relationPrefix, removePart } from "./packageList";
import { dropName } from "./printAreaEdits";
import { definedNames } from "./printAreas";
import { structureLocked } from "./protection";
import { Refusal, refusals } from "./refusals";
import { findWorkbook, namespacesOf } from "./workbookParts";
import { append, childOf, childrenOf, count, drop, makeElement, prefixOf, setAttribute } from "./xmlElement";
import type { XmlElement } from "./xmlTree";

const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** Our sheets are wide: in print, A4 landscape and as wide as one page, however many pages long. */
const emptySheet =
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetData/>' +
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** An empty sheet after the last one. @throws Refusal */
export function addSheet(draft: PackageDraft, name: string): void {
  const workbook = findWorkbook(draft);
  if (structureLocked(workbook.root)) throw new Refusal(refusals.workbookProtected());
  if (workbook.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    throw new Refusal(refusals.sheetExists(name));
  }
  const sibling = workbook.sheets.find((sheet) => sheet.part !== null)?.part ?? "xl/worksheets/sheet1.xml";
  const folder = sibling.slice(0, sibling.lastIndexOf("/") + 1);
  let number = 1;
  while (draft.find(`${folder}sheet${number}.xml`) !== undefined) number++;
  const part = `${folder}sheet${number}.xml`;
  const spaces = namespacesOf(workbook);
  draft.put(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${spaces.main}">${emptySheet}</worksheet>`,
  );
  addContentType(draft, part, worksheetType);
  const relation = addRelation(draft, workbook.part, "worksheet", part);
  const list = childOf(workbook.root, "sheets");
  if (list === undefined) throw new Refusal(refusals.notWorkbook());
  append(
    list,
    makeElement(`${prefixOf(workbook.root)}sheet`, {
      name,
      sheetId: String(Math.max(...workbook.sheets.map((sheet) => sheet.sheetId)) + 1),
      [`${ensureRelationPrefix(workbook.root, spaces.relations)}id`]: relation,
    }),
  );
}

function ensureRelationPrefix(root: XmlElement, space: string): string {
  const found = relationPrefix(root);
  if (found !== "") return found;
  setAttribute(root, "xmlns:r", space);
  return "r:";
}

/** A sheet with everything that hangs on it alone. @throws Refusal */
export function deleteSheet(draft: PackageDraft, name: string): void {
  const workbook = findWorkbook(draft);
  if (structureLocked(workbook.root)) throw new Refusal(refusals.workbookProtected());
  const position = workbook.sheets.findIndex((sheet) => sheet.name === name);
  const sheet = workbook.sheets[position];
  if (sheet === undefined) throw new Refusal(refusals.sheetMissing(name));
  const others = workbook.sheets.filter((each) => each !== sheet);
  const list = childOf(workbook.root, "sheets");
  const element = childrenOf(list, "sheet")[position];
  if (sheet.part === null || list === undefined || element === undefined) {
    throw new Refusal(refusals.notOurSheet(name));
  }
  if (others.every((each) => each.visibility !== "visible")) throw new Refusal(refusals.notOurSheet(name));
  drop(list, element);
  removePart(draft, workbook.part, sheet.part);
  for (const defined of definedNames(workbook.root)) {
    const local = count(defined, "localSheetId");
    if (local === position) dropName(workbook.root, defined);
    else if (local !== undefined && local > position)
      setAttribute(defined, "localSheetId", String(local - 1));
  }
  keepViews(workbook.root, position, others);
}

/** The sheet that shows on opening, and the first tab, are counted by position. */
function keepViews(root: XmlElement, gone: number, left: readonly { readonly visibility: string }[]): void {
  for (const view of childrenOf(childOf(root, "bookViews"), "workbookView")) {
    for (const name of ["activeTab", "firstSheet"]) {
      const now = count(view, name);
      if (now === undefined || now < gone) continue;
      const next = now > gone ? now - 1 : left.findIndex((sheet) => sheet.visibility === "visible");
      setAttribute(view, name, String(Math.max(0, next)));
    }
  }
}
