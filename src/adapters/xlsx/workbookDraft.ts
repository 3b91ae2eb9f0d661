import type { CellAddress } from "../../workbook/cell";
import { draftOf, type PackageDraft } from "./packageDraft";
import { addContentType, addRelation } from "./packageList";
import { readProtection, type Protection } from "./protection";
import { Refusal, refusals } from "./refusals";
import { draftSheet, type SheetDraft } from "./sheetDraft";
import { readSharedStrings } from "./readCell";
import { draftStyles, type StyleDraft } from "./styleDraft";
import { usedStyles, type UsedStyles } from "./usedStyles";
import { findWorkbook, namespacesOf } from "./workbookParts";
import { childOf, childrenOf, elementsOf, localName } from "./xmlElement";
import type { FindString } from "./writeCell";
import type { XmlDocument } from "./xmlTree";
import type { XlsxPackage } from "./xlsxPackage";

/** Everything that the edits of one plan share. */
export interface WorkbookDraft {
  readonly parts: PackageDraft;
  /** @throws Refusal when there is no such sheet. */
  readonly sheet: (name: string) => SheetDraft;
  readonly openSheets: () => readonly SheetDraft[];
  readonly forget: (name: string) => void;
  readonly protection: (sheet: SheetDraft) => Protection | null;
  readonly styles: () => StyleDraft;
  /** The table of texts. */
  readonly strings: () => readonly string[];
  readonly findString: FindString;
  /** What was left out, in Chinese; each sentence once. */
  readonly notes: Set<string>;
  /** The cells whose content changed, by sheet: where the results to be worked out anew begin. */
  readonly touched: CellAddress[];
  /** Formulas that could not be worked out here, whose results stay: by sheet and place. */
  readonly left: CellAddress[];
  /** Formulas came or went. */
  readonly formulas: { changed: boolean };
}

export function draftWorkbook(source: XlsxPackage): WorkbookDraft {
  const parts = draftOf(source);
  const sheets = new Map<string, SheetDraft>();
  // No edit touches it.
  const protections = new Map<SheetDraft, Protection | null>();
  let styles: StyleDraft | undefined;
  let strings: readonly string[] | undefined;
  let plain: ReadonlyMap<string, number> | undefined;
  return {
    parts,
    sheet: (name) => {
      const known = sheets.get(name);
      if (known !== undefined) return known;
      const part = findWorkbook(parts.reading).sheets.find((sheet) => sheet.name === name)?.part ?? null;
      const root = part === null ? undefined : parts.document(part)?.root;
      const made = root === undefined ? null : draftSheet(name, root);
      if (made === null) throw new Refusal(refusals.sheetMissing(name));
      sheets.set(name, made);
      return made;
    },
    openSheets: () => [...sheets.values()],
    forget: (name) => void sheets.delete(name),
    protection: (sheet) => {
      const known = protections.get(sheet);
      if (known !== undefined) return known;
      const read = readProtection(sheet.root);
      protections.set(sheet, read);
      return read;
    },
    styles: () => (styles ??= openStyles(parts, source)),
    strings: () => (strings ??= readSharedStrings(stringTable(parts))),
    findString: (text) => (plain ??= plainStrings(parts)).get(text),
    notes: new Set(),
    touched: [],
    left: [],
    formulas: { changed: false },
  };
}

const stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
/** A workbook may do without styles; then it gets an empty stylesheet to grow. */
function openStyles(parts: PackageDraft, source: XlsxPackage): StyleDraft {
  const workbook = findWorkbook(parts.reading);
  const part = workbook.styles ?? `${workbook.part.slice(0, workbook.part.lastIndexOf("/") + 1)}styles.xml`;
  if (workbook.styles === null) {
    const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
    parts.put(part, `${declaration}\n<styleSheet xmlns="${namespacesOf(workbook).main}"/>`);
    addContentType(parts, part, stylesType);
    addRelation(parts, workbook.part, "styles", part);
  }
  const root = parts.document(part)?.root;
  if (root === undefined) throw new Refusal(refusals.missingPart(part));
  let used: UsedStyles | undefined;
  return draftStyles(root, () => (used ??= usedStyles(source)));
}

function stringTable(parts: PackageDraft): XmlDocument | undefined {
  const part = findWorkbook(parts.reading).sharedStrings;
  return part === null ? undefined : parts.reading.document(part);
}

/** Texts without formatting of their own, by their words; the first of equal ones. */
function plainStrings(parts: PackageDraft): ReadonlyMap<string, number> {
  const document = stringTable(parts);
  const texts = readSharedStrings(document);
  const found = new Map<string, number>();
  childrenOf(document?.root, "si").forEach((element, index) => {
    const text = texts[index];
    const plain =
      childOf(element, "t") !== undefined && elementsOf(element).every((each) => localName(each) === "t");
    if (plain && text !== undefined && !found.has(text)) found.set(text, index);
  });
  return found;
}
