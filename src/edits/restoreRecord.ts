import type { Area, CellAddress } from "../workbook/cell";
import type { CellContent } from "../workbook/edit";
import { plainList, plainObject, type PlainObject } from "../workbook/json";
import type { CellValue } from "../workbook/snapshot";

/** rate: 完成率 of an annex row. fact: a figure of the working paper that a newer answer replaced. fund: an amount from
 * 项目台账. basis: 评分依据 with a draft of ours in it. mend: what 报送前自查 found wrong and a person had put right: his own from then on, but given back. */
export type TouchedRole =
  "score" | "rate" | "total" | "grade" | "reason" | "heading" | "fact" | "fund" | "basis" | "mend";

/** One cell that we wrote, and what stood there before us. */
export interface TouchedCell {
  readonly role: TouchedRole;
  /** Where it was when we wrote; rows may have been inserted since. */
  readonly at: CellAddress;
  /** The words that its row is known by: the indicator's name, "总分"; "" for a heading. */
  readonly name: string;
  readonly before: CellContent;
  /** An earlier record was lost: `before` is a guess. */
  readonly beforeUnknown?: true;
  /** Number format before us; absent when we left it alone. */
  readonly formatBefore?: string;
  readonly ours: CellContent;
  readonly ourFormat?: string;
}

/** The width of a column of ours before us; ours to know whether it was changed since. */
export interface ColumnRecord {
  readonly sheet: string;
  readonly column: number;
  readonly before: number | null;
  readonly ours: number;
}

/** A print area set by us where none was. */
export interface PrintAreaRecord {
  readonly sheet: string;
  readonly ours: Area;
}

/** What 恢复原表 needs, kept inside the workbook. */
export interface RestoreRecord {
  readonly cells: readonly TouchedCell[];
  /** Beside the form. */
  readonly column: ColumnRecord | null;
  readonly printArea: PrintAreaRecord | null;
  /** The same beside annexes. */
  readonly annexColumns: readonly ColumnRecord[];
  readonly annexPrintAreas: readonly PrintAreaRecord[];
  /** The working paper, if we added it. */
  readonly addedSheet: string | null;
  /** An earlier record was lost: numbers that stand in score cells may be ours (转为数值) or a person's. */
  readonly valuesUnsure?: true;
  /** Id of the form that was restored since: this is a copy of what it was, and looks at its working paper. */
  readonly copiedFrom?: string;
}

/** Reads what was kept of a form; whatever is damaged or unknown is left out, never an error. */
export function readKept(value: unknown): RestoreRecord {
  const kept = plainObject(value);
  return {
    cells: plainList(kept["cells"]).flatMap((cell) => touchedCell(plainObject(cell)) ?? []),
    column: widthOf(plainObject(kept["column"])),
    printArea: printAreaOf(plainObject(kept["printArea"])),
    annexColumns: plainList(kept["annexColumns"]).flatMap((one) => widthOf(plainObject(one)) ?? []),
    annexPrintAreas: plainList(kept["annexPrintAreas"]).flatMap((one) => printAreaOf(plainObject(one)) ?? []),
    addedSheet: text(kept["addedSheet"]) ?? null,
    ...(kept["valuesUnsure"] === true ? { valuesUnsure: true } : {}),
    ...(typeof kept["copiedFrom"] === "string" ? { copiedFrom: kept["copiedFrom"] } : {}),
  };
}

/** What to keep, always with its members in one order; null when there is nothing to undo. */
export function keptRestore(record: RestoreRecord): object | null {
  const { cells, column, printArea, annexColumns, annexPrintAreas, addedSheet } = record;
  const beside = [...annexColumns, ...annexPrintAreas, ...(column === null ? [] : [column])];
  if (cells.length === 0 && beside.length === 0 && printArea === null && addedSheet === null) return null;
  return {
    version: 1,
    cells: cells.map(plainEntry),
    column: column === null ? null : plainColumn(column),
    printArea: printArea === null ? null : plainPrintArea(printArea),
    ...(annexColumns.length === 0 ? {} : { annexColumns: annexColumns.map(plainColumn) }),
    ...(annexPrintAreas.length === 0 ? {} : { annexPrintAreas: annexPrintAreas.map(plainPrintArea) }),
    addedSheet,
    ...(record.valuesUnsure === true ? { valuesUnsure: true } : {}),
    ...(record.copiedFrom === undefined ? {} : { copiedFrom: record.copiedFrom }),
  };
}

function plainEntry(entry: TouchedCell): TouchedCell {
  const { role, at, name, before, beforeUnknown, ours, formatBefore, ourFormat } = entry;
  return {
    role,
    at: { sheet: at.sheet, row: at.row, column: at.column },
    name,
    before: plainContent(before),
    ...(beforeUnknown === undefined ? {} : { beforeUnknown }),
    ours: plainContent(ours),
    ...(formatBefore === undefined ? {} : { formatBefore }),
    ...(ourFormat === undefined ? {} : { ourFormat }),
  };
}

function plainContent(content: CellContent): CellContent {
  return "formula" in content ? { formula: content.formula } : { value: content.value };
}

function plainColumn({ sheet, column, before, ours }: ColumnRecord): ColumnRecord {
  return { sheet, column, before, ours };
}

function plainPrintArea({ sheet, ours }: PrintAreaRecord): PrintAreaRecord {
  const { top, left, bottom, right } = ours;
  return { sheet, ours: { top, left, bottom, right } };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

const roles: readonly string[] = [
  "score",
  "rate",
  "total",
  "grade",
  "reason",
  "heading",
  "fact",
  "fund",
  "basis",
  "mend",
] satisfies TouchedRole[];

function touchedCell(kept: PlainObject): TouchedCell | null {
  const role = text(kept["role"]);
  const at = address(plainObject(kept["at"]));
  const before = content(plainObject(kept["before"]));
  const ours = content(plainObject(kept["ours"]));
  if (role === undefined || !roles.includes(role) || at === null || before === null || ours === null)
    return null;
  const formatBefore = text(kept["formatBefore"]);
  const ourFormat = text(kept["ourFormat"]);
  return {
    role: role as TouchedRole,
    at,
    name: text(kept["name"]) ?? "",
    before,
    ...(kept["beforeUnknown"] === true ? { beforeUnknown: true } : {}),
    ours,
    ...(formatBefore === undefined ? {} : { formatBefore }),
    ...(ourFormat === undefined ? {} : { ourFormat }),
  };
}

function address({ sheet, row, column }: PlainObject): CellAddress | null {
  if (typeof sheet !== "string" || typeof row !== "number" || typeof column !== "number") return null;
  const whole = Number.isInteger(row) && Number.isInteger(column) && row >= 1 && column >= 1;
  return whole ? { sheet, row, column } : null;
}

function content(kept: PlainObject): CellContent | null {
  const formula = text(kept["formula"]);
  if (formula?.startsWith("=") === true) return { formula };
  if (!("value" in kept)) return null;
  const { value } = kept;
  const plain = value === null || ["string", "number", "boolean"].includes(typeof value);
  return plain ? { value: value as CellValue } : null;
}

function widthOf({ sheet, column, before, ours }: PlainObject): ColumnRecord | null {
  if (typeof sheet !== "string" || typeof column !== "number" || typeof ours !== "number") return null;
  return { sheet, column, ours, before: typeof before === "number" ? before : null };
}

function printAreaOf({ sheet, ours }: PlainObject): PrintAreaRecord | null {
  const { top, left, bottom, right } = plainObject(ours);
  const numbers = [top, left, bottom, right].every((side) => typeof side === "number" && side >= 1);
  if (typeof sheet !== "string" || !numbers) return null;
  return { sheet, ours: { top, left, bottom, right } as Area };
}

/** Something that was changed since, or is not found: never written over unless the person says so. */
export interface RestoreAsk {
  readonly id: string;
  /** null: not found any more. */
  readonly at: CellAddress | null;
  /** The indicator's name, or what it is about. */
  readonly name: string;
  /** What stands there now, and what stood there before us, as text. */
  readonly stands: string;
  readonly before: string;
  /** Chinese: why we ask. */
  readonly why: string;
}
