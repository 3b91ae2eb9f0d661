import { around, areaA1, areaOf, type Area } from "../../workbook/cell";
import type { EditPlan } from "../../workbook/edit";
import type { ConditionalFormat } from "../../workbook/snapshot";
import { readAreas } from "../xlsx/references";
import type { BookBefore } from "./bookBefore";
import { answerBytes } from "./answerPieces";
import { bytesOf, bytesPerRequest, step, type Step } from "./bookSteps";
import { indexesOf } from "./cellBlocks";
import { isCellEdit, sheetOf } from "./planNeeds";
import { isWhole } from "./readChanges";
import type { KeptSheet } from "./readMemory";
import { normalFormula } from "./sheetCells";
import { keptSheet } from "./sheetSnapshot";

interface ReadBack {
  readonly steps: readonly Step[];
  /** The sheets as they are now. */
  readonly kept: () => readonly KeptSheet[];
}

/**
 * Reads again, in the request that writes, what writing changes: the cells of every sheet that matters, with the results
 * worked out meanwhile. null where that cannot be told in advance, so that the next reading begins anew.
 */
export function readBack(
  context: Excel.RequestContext,
  plan: EditPlan,
  before: BookBefore,
  kept: readonly KeptSheet[],
): ReadBack | null {
  const touched = new Set(plan.edits.flatMap((edit) => sheetOf(edit) ?? []));
  const isUnsure =
    plan.edits.some(({ kind }) => kind === "deleteSheet") ||
    kept.some((sheet) => !isWhole(sheet) && touched.has(sheet.snapshot.name)) ||
    Array.from(before.sheets.values()).some((sheet) => sheet.protected);
  if (isUnsure) return null;
  const added = plan.edits.flatMap((edit) => (edit.kind === "addSheet" ? [edit.sheet] : []));
  const asked = [
    ...kept.filter(isWhole).map((sheet) => ({ name: sheet.snapshot.name, known: sheet })),
    ...added.map((name) => ({ name, known: null })),
  ].map(({ name, known }) => askBack(context, plan, name, known));
  // More is read by a reading of its own, in portions.
  const bytes = asked.reduce((sum, each) => sum + each.bytes, bytesOf(plan.edits));
  if (bytes > bytesPerRequest) return null;
  return {
    steps: asked.map(({ ask }) => ask),
    kept: () => {
      const now = new Map(asked.map(({ name, read }) => [name, read()]));
      return [
        ...kept.map((sheet) => now.get(sheet.snapshot.name) ?? sheet),
        ...added.flatMap((name) => now.get(name) ?? []),
      ];
    },
  };
}

function askBack(context: Excel.RequestContext, plan: EditPlan, name: string, known: KeptSheet | null) {
  const places = plan.edits.flatMap((edit) =>
    isCellEdit(edit) && edit.at.sheet === name ? [areaOf(edit.at)] : [],
  );
  const columns = plan.edits.flatMap((edit) =>
    (edit.kind === "columnWidth" || edit.kind === "hideColumn") && edit.sheet === name ? [edit.column] : [],
  );
  const filled = [...(known?.used == null ? [] : [known.used]), ...places].reduce<Area | null>(
    (all, one) => (all === null ? one : around(all, one)),
    null,
  );
  const area = filled === null ? null : { ...filled, right: Math.max(filled.right, ...columns) };
  let read = (): KeptSheet | null => known;
  const ask = step(3000, () => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load("id,name,visibility,standardWidth");
    const used = sheet.getUsedRangeOrNullObject(true).load("address");
    const print = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
    const farColumn = sheet.getRange("XFD1").load("format/columnWidth");
    const range = area === null ? null : sheet.getRangeByIndexes(...indexesOf(area));
    const bands =
      area === null || range === null ? [] : [{ area, range: range.load("values,formulas,numberFormat") }];
    const rows = range?.getRowProperties({ rowHidden: true }) ?? null;
    const layout = range?.getColumnProperties({ columnHidden: true, format: { columnWidth: true } }) ?? null;
    read = () => {
      const now = keptSheet({
        head: {
          sheet,
          first: null,
          used: area,
          usedAddress: used.isNullObject ? "" : used.address,
          printArea: print.isNullObject ? null : readAreas(print.address),
          standardPoints: farColumn.format.columnWidth,
          ownFormats: [],
        },
        partial: null,
        bands,
        merges: mergesAfter(plan, name, known?.snapshot.merges ?? []),
        rows,
        columns: layout,
        formats: [],
      });
      const conditionalFormats = formatsAfter(plan, name, known?.snapshot.conditionalFormats ?? []);
      return { ...now, snapshot: { ...now.snapshot, conditionalFormats } };
    };
  });
  return { name, bytes: known === null ? 0 : answerBytes(known), ask, read: () => read() };
}

/** Merged areas are not asked for again: that would cost the user's undo history. */
function mergesAfter({ edits }: EditPlan, sheet: string, before: readonly Area[]): readonly Area[] {
  return edits.reduce<readonly Area[]>((merges, edit) => {
    if (edit.kind !== "mergeCells" || edit.sheet !== sheet) return merges;
    const { area } = edit;
    return [...merges.filter((one) => areaA1(one) !== areaA1(area)), area];
  }, before);
}

function formatsAfter(
  { edits }: EditPlan,
  sheet: string,
  before: readonly ConditionalFormat[],
): readonly ConditionalFormat[] {
  return edits.reduce<readonly ConditionalFormat[]>((formats, edit) => {
    if (edit.kind !== "highlight" && edit.kind !== "removeHighlight") return formats;
    if (edit.sheet !== sheet) return formats;
    const formula = normalFormula(`=${edit.formula}`).replace(/^=/, "");
    const key = areaA1(edit.area);
    if (edit.kind === "highlight") return [...formats, { area: edit.area, formula }];
    return formats.filter((one) => areaA1(one.area) !== key || one.formula !== formula);
  }, before);
}
