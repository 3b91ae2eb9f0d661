import { areaA1, type Area, type Place } from "../../workbook/cell";
import type { Edit, EditOf, EditPlan } from "../../workbook/edit";

/** What of one sheet a plan rests on or changes: asked before anything is written, and given back on failure. */
export interface SheetNeeds {
  readonly sheet: string;
  readonly checks: readonly Place[];
  readonly writes: readonly Place[];
  /** Columns in which a cell is emptied: it gets the look of its column back. */
  readonly emptied: readonly number[];
  /** Rows that get a reason: its wrapped words must not raise them. */
  readonly reasonRows: readonly number[];
  readonly columns: readonly number[];
  readonly printArea: boolean;
  readonly highlights: readonly { readonly area: Area; readonly formula: string }[];
  readonly choices: readonly Area[];
  readonly merges: readonly Area[];
}

export interface PlanNeeds {
  /** Sheets that must be there, each once. */
  readonly sheets: readonly SheetNeeds[];
  readonly added: readonly string[];
  readonly deleted: readonly string[];
  readonly records: boolean;
}

/** What must be known of the workbook before the plan is applied. */
export function planNeeds({ edits, expects }: EditPlan): PlanNeeds {
  const added = edits.flatMap((edit) => (edit.kind === "addSheet" ? [edit.sheet] : []));
  const deleted = edits.flatMap((edit) => (edit.kind === "deleteSheet" ? [edit.sheet] : []));
  const names = new Set([
    ...expects.map(({ at }) => at.sheet),
    ...edits.flatMap((edit) => sheetOf(edit) ?? []).filter((name) => !added.includes(name)),
    ...deleted,
  ]);
  const needs = Array.from(names, (sheet): SheetNeeds => {
    const own = edits.filter((edit) => sheetOf(edit) === sheet);
    return {
      sheet,
      checks: expects.filter(({ at }) => at.sheet === sheet).map(({ at }) => at),
      writes: unique(
        own.filter(isCellEdit).map(({ at }) => at),
        placeKey,
      ),
      emptied: unique(own.filter(isEmptying).map(({ at }) => at.column)),
      reasonRows: unique(
        own.flatMap((edit) => (edit.kind === "cell" && edit.look?.role === "reason" ? [edit.at.row] : [])),
      ),
      columns: unique(
        own.flatMap((edit) =>
          edit.kind === "columnWidth" || edit.kind === "hideColumn" ? [edit.column] : [],
        ),
      ),
      printArea: own.some((edit) => edit.kind === "printArea"),
      highlights: unique(
        own.filter((edit) => edit.kind === "highlight" || edit.kind === "removeHighlight"),
        ({ area, formula }) => `${areaA1(area)} ${formula}`,
      ),
      choices: own.flatMap((edit) => (edit.kind === "choices" ? [edit.area] : [])),
      merges: own.flatMap((edit) => (edit.kind === "mergeCells" ? [edit.area] : [])),
    };
  });
  return { sheets: needs, added, deleted, records: edits.some((edit) => edit.kind === "record") };
}

/** The sheet that an edit changes; null for what belongs to the workbook. */
export function sheetOf(edit: Edit): string | null {
  if (edit.kind === "cell" || edit.kind === "format") return edit.at.sheet;
  return edit.kind === "record" ? null : edit.sheet;
}

export function isCellEdit(edit: Edit): edit is EditOf<"cell" | "format"> {
  return edit.kind === "cell" || edit.kind === "format";
}

/** A cell that is emptied without a new look. */
export function isEmptying(edit: Edit): edit is EditOf<"cell"> {
  if (edit.kind !== "cell" || "formula" in edit.content) return false;
  const { role, wrap, bold } = edit.look ?? {};
  const blank = edit.content.value === null || edit.content.value === "";
  return blank && role === undefined && wrap === undefined && bold === undefined;
}

export function placeKey({ row, column }: Place): string {
  return `${row}:${column}`;
}

/** Each once; of several with one key the last, in the place of the first. */
function unique<T>(items: readonly T[], keyOf: (item: T) => unknown = (item) => item): readonly T[] {
  return Array.from(new Map(items.map((item) => [keyOf(item), item])).values());
}
