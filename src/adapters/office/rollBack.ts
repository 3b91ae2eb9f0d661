import { areaA1, fullA1 } from "../../workbook/cell";
import { recordNamespace } from "../../workbook/recordPart";
import { addedId, isAdded, reachedBy, type Attempt } from "./attempt";
import type { BookBefore, SheetBefore } from "./bookBefore";
import { bytesPerRequest, sendSteps, step } from "./bookSteps";
import { cellBlocks, indexesOf } from "./cellBlocks";
import { askSheet, sheetBefore } from "./lookAround";
import { planNeeds } from "./planNeeds";
import type { ReadMemory } from "./readMemory";
import { undoCells } from "./undoCells";
import { askLayout, undoLayout } from "./undoLayout";
import { undoRecords } from "./undoRecords";
import { isLaidOutOtherwise, whatDiffers } from "./whatDiffers";

interface RolledBack {
  /** In Chinese, one sentence each: what could not be given back. */
  readonly lost: readonly string[];
  /** Whether there was anything to give back. */
  readonly isUndone: boolean;
  /** In Chinese, one sentence each: what somebody else did meanwhile, which explains the failure. */
  readonly changes: readonly string[];
  readonly isProtected: boolean;
  readonly records: ReadMemory["records"];
}

/** Gives back what a plan that failed half-way had changed, and nothing that somebody else did meanwhile; then reads
 * the cells again to be sure. Rejects when Excel does not answer. */
export async function rollBack(
  context: Excel.RequestContext,
  attempt: Attempt,
  before: BookBefore,
  places: ReadMemory["records"],
): Promise<RolledBack> {
  context.runtime.enableEvents = true;
  const { worksheets, customXmlParts } = context.workbook;
  const sheets = worksheets.load("items/id,items/name");
  const parts = customXmlParts.getByNamespace(recordNamespace).load("items/id");
  await context.sync();

  const reached = reachedBy(attempt);
  const sure = planNeeds({ edits: reached.sure, expects: [] });
  const touched = planNeeds({ edits: [...reached.sure, ...reached.doubtful], expects: [] });
  const nameNow = new Map(sheets.items.map(({ id, name }) => [id, name]));
  const asked = touched.sheets.flatMap((need) => {
    const sheet = before.sheets.get(need.sheet);
    if (sheet === undefined || !nameNow.has(sheet.id)) return [];
    const proxy = worksheets.getItem(sheet.id);
    return [{ sheet, now: askSheet(proxy, need), layout: askLayout(proxy, need, sheet) }];
  });
  const idsBefore = new Set(before.ids.values());
  const news = sheets.items
    .filter(({ id }) => !idsBefore.has(id))
    .map((sheet) => ({ sheet, used: sheet.getUsedRangeOrNullObject(false).load("address") }));
  const texts = parts.items.map((part) => ({ partId: part.id, text: part.getXml() }));
  await context.sync();

  const added = touched.added.map((name) => whoseSheet(attempt, name, news));
  const differences = asked.map(({ sheet, now, layout }) => {
    const present = sheetBefore(now);
    const need = sure.sheets.find((each) => each.sheet === layout.need.sheet);
    const written = reached.cells.get(layout.need.sheet) ?? new Map<string, never>();
    const { back, printArea, left } = whatDiffers(sheet, present, need, written);
    const isUnsure = need === undefined && isLaidOutOtherwise(sheet, present);
    const unsure = isUnsure ? [`工作表“${present.name}”的列宽、打印区域等不能确定是否已退回`] : [];
    const steps = [
      ...undoCells(back),
      ...(need === undefined
        ? []
        : undoLayout({
            ...layout,
            sheet: back,
            need: { ...need, printArea },
            highlights: layout.highlights.filter(({ before: { area, formula } }) =>
              need.highlights.some((each) => areaA1(each.area) === areaA1(area) && each.formula === formula),
            ),
          })),
    ];
    return { back, steps, present, left: [...left, ...unsure] };
  });
  const records = undoRecords(
    reached,
    texts.map(({ partId, text }) => ({ partId, text: text.value })),
    before.partIds,
    places,
  );
  const steps = [
    ...added.flatMap(({ own }) =>
      own === null
        ? []
        : [
            step(300, ({ sheet }) => {
              sheet(own).delete();
            }),
          ],
    ),
    ...differences.flatMap((each) => each.steps),
    ...records.steps,
  ];
  await sendSteps(context, steps, bytesPerRequest);
  const gone = Array.from(before.sheets.values()).filter(({ id }) => !nameNow.has(id));
  // What we wrote into a sheet that somebody else deleted went with it; only the plan's own deletion is ours to give back.
  const isOurs = ({ name }: SheetBefore): boolean => touched.deleted.includes(name);
  return {
    lost: [
      ...gone.filter(isOurs).map(({ name }) => `工作表“${name}”已被删除，不能退回`),
      ...added.flatMap(({ doubt }) => doubt),
      ...differences.flatMap(({ left }) => left),
      ...records.left,
      ...(await differing(
        context,
        differences.map(({ back }) => back),
      )),
    ],
    isUndone: steps.length > 0,
    changes: [
      ...gone.filter((sheet) => !isOurs(sheet)).map(({ name }) => `工作表“${name}”已被删除`),
      ...added.flatMap(({ theirs }) => theirs),
      ...Array.from(before.ids).flatMap(([old, id]) => {
        const now = nameNow.get(id);
        return now === undefined || now === old ? [] : [`工作表“${old}”已改名为“${now}”`];
      }),
    ],
    isProtected: differences.some(({ present }) => present.protected),
    records: records.places(),
  };
}

/** Whether the sheet that the plan was to add is there and ours: the id that Excel told, the adding that was done,
 * or an empty sheet where adding was the last that was begun. Another one of that name is somebody else's. */
function whoseSheet(
  attempt: Attempt,
  name: string,
  news: readonly { readonly sheet: Excel.Worksheet; readonly used: Excel.Range }[],
): { readonly own: string | null; readonly doubt: readonly string[]; readonly theirs: readonly string[] } {
  const told = addedId(attempt, name);
  const found = news.find(({ sheet }) => (told === null ? sheet.name === name : sheet.id === told));
  if (found === undefined) return { own: null, doubt: [], theirs: [] };
  const { id } = found.sheet;
  if (told !== null || isAdded(attempt, name)) return { own: id, doubt: [], theirs: [] };
  if (attempt.addFailed) return { own: null, doubt: [], theirs: [`已有名为“${name}”的工作表`] };
  const isBegun = attempt.end === attempt.done + 1;
  if (isBegun && found.used.isNullObject) return { own: id, doubt: [], theirs: [] };
  return { own: null, doubt: [`工作表“${name}”：不能确定是否本次所建，没有删除`], theirs: [] };
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
