import { fullA1 } from "../../workbook/cell";
import type { EditPlan } from "../../workbook/edit";
import { recordNamespace, recordXml } from "../../workbook/recordPart";
import type { RecordKey } from "../../workbook/snapshot";
import type { BookBefore, SheetBefore } from "./bookBefore";
import { bytesPerRequest, sendSteps, step, bytesOf, type Step } from "./bookSteps";
import { cellBlocks } from "./cellBlocks";
import { indexesOf } from "./gridArray";
import type { PlanNeeds } from "./planNeeds";
import type { RecordPlace } from "./readMemory";
import { undoCells } from "./undoCells";
import { askLayout, undoLayout } from "./undoLayout";

interface RolledBack {
  /** In Chinese, one sentence each: what could not be given back. */
  readonly lost: readonly string[];
  readonly records: ReadonlyMap<RecordKey, RecordPlace>;
}

/** Gives back what a plan that failed half-way had changed, and reads the cells again to be sure. Rejects when
 * Excel does not answer. */
export async function rollBack(
  context: Excel.RequestContext,
  plan: EditPlan,
  needs: PlanNeeds,
  before: BookBefore,
  places: ReadonlyMap<RecordKey, RecordPlace>,
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
  const layouts = still.map(({ need, sheet }) => askLayout(worksheets.getItem(need.sheet), need, sheet));
  await context.sync();

  const made = needs.added.filter((name) => names.has(name) && !before.names.includes(name));
  const records = undoRecords(plan, new Set(parts.items.map(({ id }) => id)), before, places);
  await sendSteps(
    context,
    [
      ...made.map((name) =>
        step(300, (book) => {
          book.sheet(name).delete();
        }),
      ),
      ...still.flatMap(({ sheet }) => undoCells(sheet)),
      ...layouts.flatMap(undoLayout),
      ...records.steps,
    ],
    bytesPerRequest,
  );
  const placesNow = new Map(places);
  for (const { key, json, part } of records.remade) {
    if (part !== null) placesNow.set(key, { partId: part.id, json });
  }
  const gone = needs.sheets.filter(({ sheet }) => before.names.includes(sheet) && !names.has(sheet));
  return {
    lost: [
      ...gone.map(({ sheet }) => `工作表“${sheet}”已被删除，不能退回`),
      ...(await differing(
        context,
        still.map(({ sheet }) => sheet),
      )),
    ],
    records: placesNow,
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

interface UndoneRecords {
  readonly steps: readonly Step[];
  /** Parts that had to be made anew; their ids are known after the sync. */
  readonly remade: readonly {
    readonly key: RecordKey;
    readonly json: string;
    part: Excel.CustomXmlPart | null;
  }[];
}

/** Takes new record parts away, gives changed ones their text back and makes deleted ones again. */
function undoRecords(
  plan: EditPlan,
  partIds: ReadonlySet<string>,
  before: BookBefore,
  places: ReadonlyMap<RecordKey, RecordPlace>,
): UndoneRecords {
  const keys = new Set(plan.edits.flatMap((edit) => (edit.kind === "record" ? [edit.key] : [])));
  if (keys.size === 0) return { steps: [], remade: [] };
  const steps: Step[] = Array.from(partIds)
    .filter((id) => !before.partIds.includes(id))
    .map((id) =>
      step(300, ({ context }) => {
        context.workbook.customXmlParts.getItem(id).delete();
      }),
    );
  const remade: { key: RecordKey; json: string; part: Excel.CustomXmlPart | null }[] = [];
  for (const [key, { partId, json }] of places) {
    if (!keys.has(key)) continue;
    const xml = recordXml(key, json);
    const kept = partIds.has(partId);
    const again = { key, json, part: null as Excel.CustomXmlPart | null };
    if (!kept) remade.push(again);
    steps.push(
      step(bytesOf(xml), ({ context }) => {
        const parts = context.workbook.customXmlParts;
        if (kept) parts.getItem(partId).setXml(xml);
        else again.part = parts.add(xml).load("id");
      }),
    );
  }
  return { steps, remade };
}
