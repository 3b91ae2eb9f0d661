import type { Area } from "../../workbook/cell";
import type { Snapshot } from "../../workbook/snapshot";
import { recordNamespace } from "../../workbook/recordPart";
import { askSheetHead } from "./askSheetHead";
import { askSheetParts, bareAnswer, type AskLimits, type SheetHead } from "./askSheetParts";
import { sendSteps, step, type Step } from "./bookSteps";
import type { ChangeMarks } from "./changeMarks";
import { askChanges, isWhole, withChanges } from "./readChanges";
import type { KeptSheet, ReadMemory } from "./readMemory";
import { recordPlaces, samePlaces } from "./recordParts";
import { keptSheet, visibilityOf } from "./sheetSnapshot";

export interface ReadOptions extends AskLimits {
  /** "remember": take merged areas from the last reading while the used range is the same. Asking costs the user
   * his undo history (office-js #5918). */
  readonly merges: "ask" | "remember";
  /** Which sheets must be read whole, given what is known of all; null: every one. */
  readonly wanted: ((snapshot: Snapshot) => ReadonlySet<string>) | null;
  /** Queues what rides along with the first round trip; to be told when that came through. */
  readonly join: (context: Excel.RequestContext) => () => void;
}

type Reading = Pick<ReadMemory, "records" | "merges"> & { readonly kept: readonly KeptSheet[] };

/** A sheet while the workbook is read. */
interface Standing {
  readonly sheet: Excel.Worksheet;
  /** null: to be read from its head. */
  known: KeptSheet | null;
  /** As far as it was asked now. */
  head: SheetHead | null;
  /** Of a head that does not matter: all is asked that ever will be. */
  complete: boolean;
}

/**
 * Reads what matters. From nothing in three round trips: what sheets there are, what stands at the head of each, all of
 * those that matter. With what is kept in one: what changed since.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  options: ReadOptions,
  memory: ReadMemory,
  marks: ChangeMarks,
): Promise<Reading> {
  const sheets = context.workbook.worksheets.load("items/id,items/name,items/visibility,items/standardWidth");
  const parts = context.workbook.customXmlParts.getByNamespace(recordNamespace).load("items/id");
  const kept = marks.all ? null : memory.kept;
  const changes = kept === null ? [] : askChanges(context, kept, marks);
  const joined = options.join(context);
  await context.sync();
  joined();

  const isSame = kept !== null && isSameList(kept, sheets.items);
  const standing = sheets.items.map((sheet, at): Standing => {
    const change = isSame ? (changes[at] ?? null) : null;
    const known = change === null ? null : shownAs(withChanges(change), sheet);
    return { sheet, known, head: null, complete: known !== null };
  });
  const areSame =
    isSame &&
    samePlaces(
      memory,
      parts.items.map(({ id }) => id),
    );
  const xml: { readonly partId: string; readonly text: OfficeExtension.ClientResult<string> }[] = [];
  const askRecords = step(0, () => {
    for (const part of parts.items) xml.push({ partId: part.id, text: part.getXml() });
  });
  const places = (): ReadMemory["records"] => (areSame ? memory.records : recordPlaces(xml));
  await readSheets(context, standing, areSame ? [] : [askRecords], options, memory, places);
  const known = standing.flatMap((one) => one.known ?? []);
  return {
    records: places(),
    merges: new Map([...memory.merges, ...mergesOf(known)]),
    kept: known,
  };
}

/** Until every sheet that is wanted is known as a whole, and the head of every other. */
async function readSheets(
  context: Excel.RequestContext,
  standing: readonly Standing[],
  besides: readonly Step[],
  options: ReadOptions,
  memory: ReadMemory,
  places: () => ReadMemory["records"],
): Promise<void> {
  const unknown = standing.filter(({ known }) => known === null);
  const heads = unknown.map(({ sheet }) => askSheetHead(sheet, options.wanted !== null));
  await sendSteps(context, [...besides, ...heads.flatMap(({ steps }) => steps)], options.cellsPerTrip);
  unknown.forEach((one, at) => {
    one.head = heads[at]?.read() ?? null;
    if (one.head !== null) one.known = keptSheet(bareAnswer(one.head));
  });
  const known = standing.flatMap((one) => one.known ?? []);
  const wanted = options.wanted?.(snapshotOf({ kept: known, records: places() })) ?? null;
  const isWanted = ({ sheet }: Standing): boolean => wanted === null || wanted.has(sheet.name);
  // What was kept of a head is no head of this round trip.
  const again = standing.filter((one) => one.head === null && isPartial(one) && isWanted(one));
  for (const one of again) one.known = null;
  const asked = standing.flatMap((one) => {
    if (one.head === null || !isPartial(one) || (one.complete && !isWanted(one))) return [];
    return [{ one, head: one.head, whole: isWanted(one) }];
  });
  if (asked.length > 0) {
    const remembered = (head: SheetHead): readonly Area[] | null => {
      const last = memory.merges.get(head.sheet.id);
      return options.merges === "remember" && last?.used === head.usedAddress ? last.areas : null;
    };
    const answers = await askSheetParts(context, asked, options, remembered);
    asked.forEach(({ one }, at) => {
      const answer = answers[at];
      if (answer !== undefined) one.known = keptSheet(answer);
      one.complete = true;
    });
  }
  if (asked.length + again.length > 0) await readSheets(context, standing, [], options, memory, places);
}

function isPartial({ known }: Standing): boolean {
  return known !== null && !isWhole(known);
}

export function snapshotOf({ kept, records }: Pick<ReadMemory, "kept" | "records">): Snapshot {
  return {
    sheets: (kept ?? []).map(({ snapshot }) => snapshot),
    records: new Map(Array.from(records, ([key, { json }]) => [key, json])),
  };
}

/** The same sheets by the same names in the same order; a new name changes formulas on other sheets. */
export function isSameList(
  kept: readonly KeptSheet[],
  sheets: readonly { readonly id: string; readonly name: string }[],
): boolean {
  return (
    kept.length === sheets.length &&
    kept.every(({ id, snapshot }, at) => id === sheets[at]?.id && snapshot.name === sheets[at].name)
  );
}

function shownAs(sheet: KeptSheet, { visibility }: Excel.Worksheet): KeptSheet {
  const shown = visibilityOf(visibility);
  if (shown === sheet.snapshot.visibility) return sheet;
  return { ...sheet, snapshot: { ...sheet.snapshot, visibility: shown } };
}

function mergesOf(kept: readonly KeptSheet[]): ReadMemory["merges"] {
  return new Map(
    kept
      .filter(isWhole)
      .map(({ id, usedAddress, snapshot }) => [id, { used: usedAddress, areas: snapshot.merges }]),
  );
}
