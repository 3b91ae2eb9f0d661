import { areaA1, columnName, type Area } from "../../workbook/cell";
import type { Edit, EditOf, EditPlan } from "../../workbook/edit";
import type { RecordKey } from "../../workbook/snapshot";
import type { BookBefore, SheetBefore } from "./bookBefore";
import { bytesOf, deletion, step, type Step, type WrittenRecord } from "./bookSteps";
import { pointsOf, type ColumnUnits } from "./columnUnits";
import { isCellEdit, sheetOf } from "./planNeeds";
import type { RecordPlace } from "./readMemory";
import { writeCells, type CellEdit } from "./writeCells";
import { writeRecord } from "./recordParts";

export interface PlanSteps {
  readonly steps: readonly Step[];
  readonly records: readonly WrittenRecord[];
  /** In Chinese: what a protection forbade and was left out. */
  readonly notes: readonly string[];
  /** The sheets that it adds, by name, once they are asked for. */
  readonly added: ReadonlyMap<string, Excel.Worksheet>;
}

/** The plan as steps in its own order, cell edits that follow each other taken together. Sheets are deleted last:
 * nothing gives a deleted sheet back. */
export function planSteps(
  plan: EditPlan,
  before: BookBefore,
  places: ReadonlyMap<RecordKey, RecordPlace>,
): PlanSteps {
  const records: WrittenRecord[] = [];
  const forbidden = new Set<string>();
  // Of what is written into one record, the last counts.
  const last = new Map(
    plan.edits.flatMap((edit) => (edit.kind === "record" ? [[edit.key, edit] as const] : [])),
  );
  const edits = plan.edits.filter((edit) => edit.kind !== "record" || last.get(edit.key) === edit);
  const removed = new Set<string>();
  const added = new Map<string, Excel.Worksheet>();
  const stepsOf = (group: readonly Edit[]): readonly Step[] => {
    const [first] = group;
    if (first === undefined) return [];
    const name = sheetOf(first) ?? "";
    const sheet = before.sheets.get(name);
    if (isCellEdit(first)) {
      if (sheet?.mayFormatCells === false && group.some(hasFormat)) forbidden.add(name);
      return writeCells(name, group.filter(isCellEdit), sheet);
    }
    if (first.kind === "record") {
      const { steps: own, written } = writeRecord(first.key, first.json, places.get(first.key));
      records.push(written);
      return own.map((each) => ({ ...each, record: written }));
    }
    if (isForbidden(first, before)) {
      forbidden.add(name);
      return [];
    }
    return first.kind === "removeHighlight"
      ? removeHighlight(first, sheet, removed)
      : [otherStep(first, before, added)];
  };
  const steps = groups(deletionsLast(edits)).flatMap((group) =>
    stepsOf(group).map((each) => ({ ...each, edits: group })),
  );
  return {
    steps: withPauses(steps),
    records,
    added,
    notes: Array.from(forbidden, (name) => `工作表“${name}”设有保护，格式、底色和列宽没有改动。`),
  };
}

type OtherEdit = Exclude<Edit, CellEdit | EditOf<"record">>;
type PlainEdit = Exclude<OtherEdit, EditOf<"removeHighlight">>;

function otherStep(edit: PlainEdit, before: BookBefore, added: Map<string, Excel.Worksheet>): Step {
  const sheet = before.sheets.get(edit.sheet);
  return step(bytesOf(edit), (book) => {
    if (edit.kind === "addSheet") {
      // By its id a rollback knows it again, even where the request fails further on.
      added.set(edit.sheet, book.context.workbook.worksheets.add(edit.sheet).load("id"));
      return;
    }
    const target = book.sheet(edit.sheet);
    switch (edit.kind) {
      case "deleteSheet":
        target.delete();
        return;
      case "columnWidth": {
        const format = columnOf(target, edit.column).format;
        if (edit.width === null) format.useStandardWidth = true;
        else format.columnWidth = pointsOf(edit.width, sheet?.units ?? someUnits(before));
        return;
      }
      case "layOut":
        layOut(target, edit.headRow);
        return;
      case "groupRows": {
        const rows = target.getRange(`${edit.first}:${edit.last}`);
        rows.group("ByRows");
        if (edit.folded) rows.rowHidden = true;
        return;
      }
      case "showRows":
        target.getRange(`${edit.first}:${edit.last}`).rowHidden = false;
        return;
      case "hideColumn":
        columnOf(target, edit.column).columnHidden = true;
        return;
      case "mergeCells":
        target.getRange(areaA1(edit.area)).merge(false);
        return;
      case "choices":
        target.getRange(areaA1(edit.area)).dataValidation.rule = {
          list: { inCellDropDown: true, source: edit.items.join(",") },
        };
        return;
      case "printArea":
        if (edit.areas !== null) target.pageLayout.setPrintArea(edit.areas.map(areaA1).join(","));
        else sheet?.printName?.delete();
        return;
      case "highlight":
        addHighlight(target, edit.area, edit.formula, highlightDrawing[edit.role]);
    }
  });
}

/** The rows are left to Excel, which knows its fonts: they follow what is typed into them later, too. */
function layOut(sheet: Excel.Worksheet, headRow: number): void {
  sheet.freezePanes.freezeRows(headRow);
  const { pageLayout } = sheet;
  pageLayout.setPrintTitleRows(`$${headRow}:$${headRow}`);
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  // The margins of the file, in points.
  Object.assign(pageLayout, { leftMargin: 28.8, rightMargin: 28.8, topMargin: 36, bottomMargin: 36 });
  pageLayout.zoom = { horizontalFitToPages: 1 };
  sheet.getUsedRange(true).getEntireRow().format.autofitRows();
}

/** Every conditional format of this formula on the area; one that two edits name is deleted once. */
function removeHighlight(
  edit: EditOf<"removeHighlight">,
  sheet: SheetBefore | undefined,
  removed: Set<string>,
): readonly Step[] {
  const found = (sheet?.highlights ?? [])
    .filter(({ area, formula }) => areaA1(area) === areaA1(edit.area) && formula === edit.formula)
    .flatMap((highlight) => highlight.found);
  return found.flatMap(({ format }) => {
    const key = `${edit.sheet}\n${format.id}`;
    if (removed.has(key)) return [];
    removed.add(key);
    return [deletion(format)];
  });
}

export function addHighlight(
  sheet: Excel.Worksheet,
  area: Area,
  formula: string,
  { fill, color, bold, underlined }: HighlightDrawing,
): void {
  const { custom } = sheet.getRange(areaA1(area)).conditionalFormats.add("Custom");
  custom.rule.formula = `=${formula}`;
  custom.format.fill.color = fill;
  if (color !== undefined) custom.format.font.color = color;
  if (bold !== undefined) custom.format.font.bold = bold;
  if (underlined === true) custom.format.font.underline = "Single";
}

export function columnOf(sheet: Excel.Worksheet, column: number): Excel.Range {
  return sheet.getRange(`${columnName(column)}:${columnName(column)}`);
}

/** A new sheet has the font of the others. */
function someUnits(before: BookBefore): ColumnUnits {
  const [any] = before.sheets.values();
  return any?.units ?? { standardCharacters: 8.43, standardPoints: 48 };
}

/** Whether a protection keeps from being done what is no content of a cell. */
export function isForbidden(edit: Exclude<Edit, EditOf<"cell">>, before: BookBefore): boolean {
  const sheet = before.sheets.get(sheetOf(edit) ?? "");
  if (sheet?.protected !== true) return false;
  if (edit.kind === "format" || edit.kind === "highlight" || edit.kind === "removeHighlight")
    return !sheet.mayFormatCells;
  if (edit.kind === "columnWidth" || edit.kind === "hideColumn") return !sheet.mayFormatColumns;
  return edit.kind === "mergeCells" || edit.kind === "choices";
}

function hasFormat(edit: Edit): boolean {
  return edit.kind === "format" || (edit.kind === "cell" && edit.look !== undefined);
}

/** Cell edits of one sheet that follow each other are one group; everything else stands alone. */
function groups(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const all: Edit[][] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    const before = last?.[0];
    const joins =
      before !== undefined && isCellEdit(edit) && isCellEdit(before) && sheetOf(before) === sheetOf(edit);
    if (joins) last?.push(edit);
    else all.push([edit]);
  }
  return all;
}

function deletionsLast(edits: readonly Edit[]): readonly Edit[] {
  const added = new Set(edits.flatMap((edit) => (edit.kind === "addSheet" ? [edit.sheet] : [])));
  const last = (edit: Edit): boolean => edit.kind === "deleteSheet" && !added.has(edit.sheet);
  return [...edits.filter((edit) => !last(edit)), ...edits.filter(last)];
}

/** Our own edits are no events for us; a large plan also stops the screen and the recalculation meanwhile. */
function withPauses(steps: readonly Step[]): readonly Step[] {
  if (steps.length === 0) return [];
  const start = step(300, ({ context }) => {
    context.runtime.enableEvents = false;
    if (steps.length > 100) context.application.suspendScreenUpdatingUntilNextSync();
  });
  const end = step(300, ({ context }) => {
    context.runtime.enableEvents = true;
  });
  return [start, ...steps, end];
}

/** Pale, never red: 底色仅供填报查看. A deduction is bold and underlined too, so that it is told apart without colour.
 * The same look as in a file (see highlightLooks of the .xlsx adapter). */
interface HighlightDrawing {
  readonly fill: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly underlined?: boolean;
}

const highlightDrawing = {
  deduction: { fill: "#FFF6CC", color: "#7F4F00", bold: true, underlined: true },
  required: { fill: "#FCE4D6" },
  finding: { fill: "#DDEBF7" },
} as const satisfies Readonly<Record<string, HighlightDrawing>>;

/** Ours by its fill; another fill is given back as it was. */
export function drawingOf(fill: string): HighlightDrawing {
  const known = Object.values<HighlightDrawing>(highlightDrawing);
  return known.find((drawing) => drawing.fill.toUpperCase() === fill.toUpperCase()) ?? { fill };
}
