import { fullA1 } from "../../workbook/cell";
import type { EditPlan } from "../../workbook/edit";
import { recordNamespace } from "../../workbook/recordPart";
import type { BookBefore, SheetBefore } from "./bookBefore";
import { bytesPerRequest, sendSteps, step, type Step } from "./bookSteps";
import { cellBlocks, indexesOf } from "./cellBlocks";
import type { PlanNeeds } from "./planNeeds";
import type { ReadMemory } from "./readMemory";
import { deletePart, placesAfter, writeRecord, type WrittenRecord } from "./recordParts";
import { undoCells } from "./undoCells";
import { askLayout, undoLayout } from "./undoLayout";

interface RolledBack {
  /** In Chinese, one sentence each: what could not be given back. */
  readonly lost: readonly string[];
  readonly records: ReadMemory["records"];
}

/** Gives back what a plan that failed half-way had changed, and reads the cells again to be sure. Rejects when
 * Excel does not answer. */
export async function rollBack(
  context: Excel.RequestContext,
  plan: EditPlan,
  needs: PlanNeeds,
  before: BookBefore,
  places: ReadMemory["records"],
): Promise<RolledBack> {
  context.runtime.enableEvents = true;
  const { worksheets, customXmlParts } = context.workbook;
  const sheets = worksheets.load("items/name");
  const parts = customXmlParts.getByNamespace(recordNamespace).load("items/id");
  await context.sync();

  const names = new Set(sheets.items.map(({ name }) => name));
  const still = needs.sheets.flatMap((need) => {
    const sheet = before.sheets.get(need.sheet);
    return sheet === undefined || !names.has(need.sheet) ? [] : [{ need, sheet }];
  });
  const sheetsNow = still.map(({ sheet }) => sheet);
  const layouts = still.map(({ need, sheet }) => askLayout(worksheets.getItem(need.sheet), need, sheet));
  await context.sync();

  const made = needs.added.filter((name) => names.has(name) && !before.names.includes(name));
  const partIds = parts.items.map(({ id }) => id);
  const records = undoRecords(plan, partIds, before, places);
  await sendSteps(
    context,
    [
      ...made.map((name) =>
        step(300, (book) => {
          book.sheet(name).delete();
        }),
      ),
      ...sheetsNow.flatMap(undoCells),
      ...layouts.flatMap(undoLayout),
      ...records.steps,
    ],
    bytesPerRequest,
  );
  const gone = needs.sheets.filter(({ sheet }) => before.names.includes(sheet) && !names.has(sheet));
  return {
    lost: [
      ...gone.map(({ sheet }) => `工作表“${sheet}”已被删除，不能退回`),
      ...(await differing(context, sheetsNow)),
    ],
    records: placesAfter(places, records.written),
  };
}

/** Cells that do not hold again what they held. */
async function differing(
  context: Excel.RequestContext,
  sheets: readonly SheetBefore[],
): Promise<readonly string[]> {
  const asked = sheets.flatMap((sheet) =>
    cellBlocks(
      Array.from(sheet.cells.values()).filter(({ look }) => look !== null),
      false,
    ).map((block) => ({
      sheet,
      block,
      range: context.workbook.worksheets
        .getItem(sheet.name)
        .getRangeByIndexes(...indexesOf(block.area))
        .load("formulas"),
    })),
  );
  await context.sync();
  return asked.flatMap(({ sheet, block, range }) =>
    block.cells
      .filter(
        ({ row, column, content }) =>
          range.formulas[row - block.area.top]?.[column - block.area.left] !== content,
      )
      .map(({ row, column }) => `${fullA1({ sheet: sheet.name, row, column })} 没有退回原来的内容`),
  );
}

/** Takes new record parts away, gives changed ones their text back and makes deleted ones again. */
function undoRecords(
  plan: EditPlan,
  partIds: readonly string[],
  before: BookBefore,
  places: ReadMemory["records"],
): { readonly steps: readonly Step[]; readonly written: readonly WrittenRecord[] } {
  const keys = new Set(plan.edits.flatMap((edit) => (edit.kind === "record" ? [edit.key] : [])));
  if (keys.size === 0) return { steps: [], written: [] };
  const again = Array.from(places)
    .filter(([key]) => keys.has(key))
    .map(([key, place]) => writeRecord(key, place.json, partIds.includes(place.partId) ? place : undefined));
  return {
    steps: [
      ...partIds.filter((id) => !before.partIds.includes(id)).map(deletePart),
      ...again.flatMap(({ steps }) => steps),
    ],
    written: again.map(({ written }) => written),
  };
}
