import { areaA1, type Area, type CellAddress } from "../../src/workbook/cell";
import type { CellContent, Edit, EditPlan } from "../../src/workbook/edit";
import { fail, succeed, type WorkbookPort } from "../../src/workbook/port";
import { impossibleEdit } from "../../src/workbook/planLimits";
import { newerRecords, withRecordsOf } from "../../src/workbook/records";
import type { CellSnapshot, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { formatAt, snapshotCell } from "../../src/workbook/snapshot";

/** A workbook without a spreadsheet: applies plans to a snapshot, recalculating if it is told how. */
export function memoryWorkbook(
  start: Snapshot,
  recalculate: (snapshot: Snapshot) => Snapshot = (snapshot) => snapshot,
): WorkbookPort & { readonly snapshot: () => Snapshot } {
  let current = start;
  return {
    snapshot: () => current,
    read: () => Promise.resolve(succeed(current)),
    apply: (plan) => {
      if (plan.refused !== undefined) return Promise.resolve(fail(newerRecords));
      const impossible = impossibleEdit(plan);
      if (impossible !== null) return Promise.resolve(fail(impossible));
      const broken = plan.expects.find(({ at, holds }) => !holdsContent(snapshotCell(current, at), holds));
      if (broken !== undefined) {
        return Promise.resolve(
          fail({
            code: "changedMeanwhile",
            what: "表格内容已变化",
            why: "计划之后有人改动",
            todo: "请重新计算得分",
            at: broken.at,
          }),
        );
      }
      current = recalculate(applyPlan(current, plan));
      return Promise.resolve(succeed(null));
    },
  };
}

/** The snapshot after the edits, in their order; formulas keep the value that stood before them. No plan of ours is
 * one that the ports refuse. */
export function applyPlan(snapshot: Snapshot, plan: EditPlan): Snapshot {
  const impossible = impossibleEdit(plan);
  if (impossible !== null) throw new Error(JSON.stringify(impossible));
  return plan.edits.reduce(applyEdit, snapshot);
}

function applyEdit(snapshot: Snapshot, edit: Edit): Snapshot {
  switch (edit.kind) {
    case "cell": {
      const { content, look, at } = edit;
      const format = look?.format ?? formatAt(snapshot, at);
      const kept = format === undefined || format === "General" ? {} : { format };
      return setCell(snapshot, at, {
        ...("formula" in content
          ? { value: null, formula: content.formula }
          : { value: content.value === "" ? null : content.value }),
        ...kept,
      });
    }
    case "format": {
      const cell = snapshotCell(snapshot, edit.at);
      const bare: CellSnapshot = {
        value: cell?.value ?? null,
        ...(cell?.formula === undefined ? {} : { formula: cell.formula }),
      };
      return setCell(snapshot, edit.at, edit.format === "General" ? bare : { ...bare, format: edit.format });
    }
    case "addSheet":
      if (snapshot.sheets.some(({ name }) => name === edit.sheet))
        throw new Error(`sheet is there: ${edit.sheet}`);
      return { ...snapshot, sheets: [...snapshot.sheets, emptySheet(edit.sheet)] };
    case "deleteSheet":
      return { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => name !== edit.sheet) };
    case "columnWidth":
      return onSheet(snapshot, edit.sheet, (sheet) => {
        const columnWidths = new Map(sheet.columnWidths);
        if (edit.width === null) columnWidths.delete(edit.column);
        else columnWidths.set(edit.column, edit.width);
        return { ...sheet, columnWidths };
      });
    case "hideColumn":
      return onSheet(snapshot, edit.sheet, (sheet) => ({
        ...sheet,
        hiddenColumns: new Set([...sheet.hiddenColumns, edit.column]),
      }));
    case "mergeCells":
      return onSheet(snapshot, edit.sheet, (sheet) => ({ ...sheet, merges: [...sheet.merges, edit.area] }));
    case "choices":
    case "layOut":
      return snapshot;
    case "showRows":
      return onSheet(snapshot, edit.sheet, (sheet) => ({
        ...sheet,
        hiddenRows: new Set([...sheet.hiddenRows].filter((row) => row < edit.first || row > edit.last)),
      }));
    case "groupRows": {
      const rows = Array.from({ length: edit.last - edit.first + 1 }, (_, index) => edit.first + index);
      if (!edit.folded) return snapshot;
      return onSheet(snapshot, edit.sheet, (sheet) => ({
        ...sheet,
        hiddenRows: new Set([...sheet.hiddenRows, ...rows]),
      }));
    }
    case "printArea":
      return onSheet(snapshot, edit.sheet, (sheet) => ({ ...sheet, printArea: edit.areas }));
    case "highlight":
      return onSheet(snapshot, edit.sheet, (sheet) => ({
        ...sheet,
        conditionalFormats: [...sheet.conditionalFormats, { area: edit.area, formula: edit.formula }],
      }));
    case "removeHighlight":
      return onSheet(snapshot, edit.sheet, (sheet) => ({
        ...sheet,
        conditionalFormats: sheet.conditionalFormats.filter(
          ({ area, formula }) => !(sameArea(area, edit.area) && formula === edit.formula),
        ),
      }));
    case "record":
      return withRecordsOf(snapshot, { edits: [edit], expects: [] });
  }
}

/** The snapshot with one cell put in place, as a person would type it. */
export function setCell(snapshot: Snapshot, at: CellAddress, cell: CellSnapshot): Snapshot {
  return onSheet(snapshot, at.sheet, (sheet) => {
    const rows = new Map(Array.from(sheet.rows, ([row, cells]) => [row, new Map(cells)]));
    const cells = rows.get(at.row) ?? new Map<number, CellSnapshot>();
    const blank = cell.value === null && cell.formula === undefined;
    if (blank) cells.delete(at.column);
    else cells.set(at.column, cell);
    if (cells.size === 0) rows.delete(at.row);
    else rows.set(at.row, ascending(cells));
    return { ...sheet, rows: ascending(rows), ...withBlank(sheet, at, blank ? cell.format : undefined) };
  });
}

/** A blank cell keeps its number format; one that holds something has it with it. */
function withBlank(
  { blankFormats }: SheetSnapshot,
  { row, column }: CellAddress,
  format: string | undefined,
): Pick<SheetSnapshot, "blankFormats"> {
  if (format === undefined && blankFormats?.get(row)?.has(column) !== true) return {};
  const line = new Map(blankFormats?.get(row));
  if (format === undefined) line.delete(column);
  else line.set(column, format);
  const formats = new Map(blankFormats).set(row, ascending(line));
  if (line.size === 0) formats.delete(row);
  return { blankFormats: ascending(formats) };
}

/** The snapshot with one sheet changed; a sheet that is not there is a mistake of the plan. */
export function onSheet(
  snapshot: Snapshot,
  name: string,
  change: (sheet: SheetSnapshot) => SheetSnapshot,
): Snapshot {
  if (!snapshot.sheets.some((sheet) => sheet.name === name)) throw new Error(`no such sheet: ${name}`);
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  };
}

function holdsContent(cell: CellSnapshot | undefined, holds: CellContent): boolean {
  if ("formula" in holds) return cell?.formula === holds.formula;
  return cell?.formula === undefined && (cell?.value ?? null) === holds.value;
}

function emptySheet(name: string): SheetSnapshot {
  return {
    name,
    visibility: "visible",
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: new Map(),
    printArea: null,
    conditionalFormats: [],
  };
}

function ascending<T>(map: ReadonlyMap<number, T>): Map<number, T> {
  return new Map(Array.from(map).sort(([left], [right]) => left - right));
}

function sameArea(left: Area, right: Area): boolean {
  return areaA1(left) === areaA1(right);
}
