import { isFindingsSheet } from "../edits/findingsSheet";
import { lookForTouched } from "../edits/locateTouched";
import { readRestoreRecord } from "../edits/copiedForm";
import { workingPapers } from "../facts/workingPaper";
import { mayHoldAnnex } from "../form/annexHeader";
import { annexTitle } from "../form/annexTitles";
import { classifyTitle } from "../form/classifyTitle";
import { findHeader } from "../form/findHeader";
import { maySayRules } from "../form/notesElsewhere";
import { readForms } from "../form/readForms";
import { sheetKind } from "../form/sheetKind";
import {
  snapshotCell,
  widestHead,
  type CellValue,
  type SheetSnapshot,
  type Snapshot,
} from "../workbook/snapshot";

/**
 * The sheets of which every cell counts, as far as is known: forms, annexes, bulletins, 评分底稿, what a record names.
 * Any doubt makes it all of them: no form among the heads, or a cell of ours that is not where it should be and may have
 * been moved anywhere.
 */
export function sheetsToRead(snapshot: Snapshot): ReadonlySet<string> {
  const { forms } = readForms(snapshot);
  const names = snapshot.sheets
    .filter((sheet) => sheet.partial === undefined || isKept(snapshot, sheet) || matters(sheet))
    .map(({ name }) => name);
  const isWhole = names.length === snapshot.sheets.length;
  if (isWhole || (forms.length > 0 && forms.every(({ sheet }) => !isStray(snapshot, sheet))))
    return new Set(names);
  return new Set(snapshot.sheets.map(({ name }) => name));
}

function isKept({ records }: Snapshot, { name }: SheetSnapshot): boolean {
  const written = JSON.stringify(name);
  return Array.from(records.values()).some((json) => json.includes(written));
}

/** Errs on the side of yes: merged cells and results of formulas are not known of a head. */
function matters(sheet: SheetSnapshot): boolean {
  return (
    findHeader(sheet).bands.length > 0 ||
    mayHoldAnnex(sheet) ||
    mayBeBulletin(sheet) ||
    // A function of ours that Excel has lost shows so, too.
    valuesOf(sheet).includes("#NAME?") ||
    workingPapers({ sheets: [sheet] }).length > 0 ||
    sheetKind(sheet, 0) === "workingPaper" ||
    isFindingsSheet(sheet) ||
    maySayRules(sheet) ||
    isCut(sheet)
  );
}

/** Its months may begin below what was looked at. */
function mayBeBulletin(sheet: SheetSnapshot): boolean {
  const words = [sheet.name, ...valuesOf(sheet).map(String)];
  return words.some((text) => text.normalize("NFKC").replace(/\s+/gu, "").includes("执行率"));
}

function valuesOf({ rows }: SheetSnapshot): readonly CellValue[] {
  return Array.from(rows.values()).flatMap((cells) => Array.from(cells.values(), ({ value }) => value));
}

const tallestHeader = 3;

/**
 * Something may stand to the right of what was looked at; or a title at its lower end, or beyond: more of its header
 * may stand where nobody looked.
 */
function isCut({ partial, rows }: SheetSnapshot): boolean {
  if ((partial?.right ?? 0) >= widestHead) return true;
  const edge = (partial?.bottom ?? 0) - tallestHeader + 1;
  return Array.from(rows).some(
    ([row, cells]) =>
      row > edge &&
      Array.from(cells.values()).some(({ value }) => {
        return typeof value === "string" && (classifyTitle(value) !== null || annexTitle(value) !== null);
      }),
  );
}

/** Whether a cell that we wrote is gone, place and all: it may stand on any sheet. */
function isStray(snapshot: Snapshot, form: string): boolean {
  const partial = new Set(
    snapshot.sheets.flatMap(({ name, partial: cut }) => (cut === undefined ? [] : [name])),
  );
  const { cells } = readRestoreRecord(snapshot, form);
  const { located, placeOf } = lookForTouched(snapshot, cells, form);
  return located.some(({ touched, at }) => {
    if (at !== null || partial.has(touched.at.sheet)) return false;
    const place = placeOf(touched);
    return place === null || snapshotCell(snapshot, place) === undefined;
  });
}
