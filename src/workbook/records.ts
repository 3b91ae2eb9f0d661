import type { Edit, EditPlan } from "./edit";
import { isPlainObject, parsedJson, plainList, plainObject, type PlainObject } from "./json";
import { cellsIn, hasFormulas, papersIn } from "./keptCells";
import { isSound, isSoundEnvelope, soundForms } from "./keptShapes";
import type { Problem } from "./port";
import { sheetHomes } from "./sheetHomes";
import { recordKeys, type Snapshot } from "./snapshot";

/*
 * What we keep inside the workbook, as one record:
 *
 *   { "version": 2, "forms": { "1": { "sheet": "自评表", "restore": …, "settings": …, … }, "2": … } }
 *
 * Version 1 kept each value as a record of its own, for the one form that a workbook then could hold; those are read
 * as the values of one form, and become part of the envelope when anything is kept anew. An envelope of a version that
 * we do not know is another program's: it reads as empty, and nothing may be written that would need it. A record that
 * is damaged reads as empty where it is; its text is kept under "damaged" for whoever can make something of it.
 */
const version = 2;

/** restore: what was there before us; settings: the user's choices; extracted: values read from words;
 * reviewed: findings marked 已核实，不处理; edition: the one that the user chose; rules: which
 * rule counts for single rows; basis: drafts of ours that stand in 评分依据; paper: the working paper that is the form's
 * although no score of ours looks at it. */
export type KeptKey =
  "restore" | "settings" | "extracted" | "reviewed" | "edition" | "rules" | "basis" | "paper";

/** Plain data, as JSON keeps it; null takes a value away. */
export type KeptChanges = { readonly [Key in KeptKey]?: object | string | null };

type Records = Snapshot["records"];

interface Envelope {
  readonly isNewer: boolean;
  readonly forms: ReadonlyMap<string, PlainObject>;
  /** Members beside these, kept as they are. */
  readonly others: PlainObject;
}

/** What is kept of the form on a sheet, unchecked; null when nothing is. */
export function keptValue(snapshot: Snapshot, key: KeptKey, sheet: string | null): unknown {
  return envelopeOf(snapshot.records).forms.get(formIdOf(snapshot, sheet))?.[key] ?? null;
}

/** The records once these values of the form on a sheet are kept; the very same ones when nothing changes. */
export function withKept(snapshot: Snapshot, sheet: string | null, changes: KeptChanges): Records {
  const { isNewer, forms, others } = envelopeOf(snapshot.records);
  const id = formIdOf(snapshot, sheet);
  const entry = forms.get(id) ?? {};
  const same = Object.entries(changes).every(([key, value]) => isSame(entry[key] ?? null, value));
  if (isNewer || same) return snapshot.records;
  const next = { ...entry, ...(sheet === null ? {} : { sheet, beside: null }), ...changes };
  const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null));
  const all = new Map(forms).set(id, kept);
  if (Object.keys(kept).every((key) => key === "sheet")) all.delete(id);
  else if (sheet !== null && papersIn(kept).length > 0 && !hasFormulas(kept))
    all.set(id, { ...kept, beside: othersBeside(snapshot, sheet) });
  if (all.size === 0 && Object.keys(others).length === 0) return new Map();
  return new Map([["envelope", JSON.stringify({ ...others, version, forms: Object.fromEntries(all) })]]);
}

/** The other sheets now: none of them can be this one under another name. */
function othersBeside({ sheets }: Snapshot, sheet: string): readonly string[] {
  return sheets.flatMap(({ name }) => (name === sheet ? [] : name));
}

function isSame(before: unknown, value: object | string | null): boolean {
  if (before === null || value === null) return before === value;
  return JSON.stringify(before) === JSON.stringify(value);
}

/** The edits that make the records what they are to be. */
export function recordEdits(before: Records, after: Records): readonly Edit[] {
  return recordKeys.flatMap((key): readonly Edit[] => {
    const json = after.get(key) ?? null;
    return json === (before.get(key) ?? null) ? [] : [{ kind: "record", key, json }];
  });
}

/** Keeps values of the form on a sheet in one edit of the envelope: a plan asks once, for all that it keeps. */
export function keepValues(snapshot: Snapshot, sheet: string | null, changes: KeptChanges): readonly Edit[] {
  return recordEdits(snapshot.records, withKept(snapshot, sheet, changes));
}

/** The snapshot with the records that a plan leaves. */
export function withRecordsOf(snapshot: Snapshot, { edits }: EditPlan): Snapshot {
  const records = new Map(snapshot.records);
  for (const edit of edits) {
    if (edit.kind !== "record") continue;
    if (edit.json === null) records.delete(edit.key);
    else records.set(edit.key, edit.json);
  }
  return { ...snapshot, records };
}

/**
 * Under which id things of the form on a sheet are kept. The id lasts while the sheet is renamed or moved and rows are
 * inserted: what was kept belongs to the sheet that holds the formulas we wrote, or else, if only one without any is
 * left over, to whoever asks. null: the first form in which something of ours stands.
 */
export function formIdOf(snapshot: Snapshot, sheet: string | null): string {
  const forms = Array.from(envelopeOf(snapshot.records).forms);
  if (sheet === null) {
    const [id] = forms.find(([, entry]) => cellsIn(entry).length > 0) ??
      forms.find(([, { restore }]) => restore !== undefined) ??
      forms[0] ?? ["1"];
    return id;
  }
  const homes = formSheets(snapshot);
  const [home] = Array.from(homes).find(([, name]) => name === sheet) ?? [];
  if (home !== undefined) return home;
  // Whose formulas stand nowhere was deleted, and leaves nothing to another that was there with it.
  const [only, ...more] = forms.filter(
    ([id, entry]) => !homes.has(id) && !hasFormulas(entry) && !plainList(entry["beside"]).includes(sheet),
  );
  if (only !== undefined && more.length === 0) return only[0];
  let free = 1;
  while (forms.some(([one]) => one === String(free))) free++;
  return String(free);
}

/** Whether what is kept was written by a version that we do not know. */
export function isNewer(snapshot: Snapshot): boolean {
  return envelopeOf(snapshot.records).isNewer;
}

/** Whether what was kept cannot be read: choices and sources are not known any more. */
export function isDamaged({ records }: Snapshot): boolean {
  return unreadable(records).length > 0;
}

/** Instead of a plan that would have to keep something beside what a newer version keeps. */
export const refusedPlan: EditPlan = { edits: [], expects: [], refused: "newerRecords" };

export const newerRecords: Problem = {
  code: "newerRecords",
  what: "没有写入：这个工作簿里的评分记录，本版本读不懂。",
  why: "记录由更新版本的插件写入；用本版本改写，会丢失恢复原表所需的内容。",
  todo: "请用新版本打开这个工作簿后再操作。",
};

/** A snapshot is asked many times. */
const known = new WeakMap<Snapshot["sheets"], { readonly records: Records; readonly homes: Homes }>();
type Homes = ReadonlyMap<string, string>;

/** Form, by its id → its sheet, by the formulas that we wrote there, or by its name. */
export function formSheets({ sheets, records }: Snapshot): Homes {
  const before = known.get(sheets);
  if (before?.records === records) return before.homes;
  const written = Array.from(envelopeOf(records).forms, ([id, entry]) => {
    const sheet = typeof entry["sheet"] === "string" ? entry["sheet"] : "";
    const formulas = cellsIn(entry).flatMap((cell) =>
      cell.sheet === sheet && cell.formula !== null ? [{ formula: cell.formula, name: "" }] : [],
    );
    return [id, { sheet, formulas }] as const;
  });
  const homes = sheetHomes(sheets, new Map(written));
  known.set(sheets, { records, homes });
  return homes;
}

/** Under which names the working paper of each form was kept, by the ids of the forms. */
export function keptPapers({ records }: Pick<Snapshot, "records">) {
  return Array.from(envelopeOf(records).forms, ([id, entry]) => {
    /** Whether formulas of ours tell which it is. */
    const isScored = cellsIn(entry).some(({ formula }) => formula?.includes("!") === true);
    return [id, { names: papersIn(entry), isScored }] as const;
  });
}

/** What we wrote for the form that is at home on a sheet. */
export function writtenCells({ sheets, records }: Snapshot, home: string): ReturnType<typeof cellsIn> {
  const [id] = Array.from(formSheets({ sheets, records })).find(([, sheet]) => sheet === home) ?? [];
  return id === undefined ? [] : cellsIn(envelopeOf(records).forms.get(id) ?? {});
}

/** A snapshot is asked many times; its records never change. */
const read = new WeakMap<Records, Envelope>();

function envelopeOf(records: Records): Envelope {
  const envelope = read.get(records) ?? readEnvelope(records);
  read.set(records, envelope);
  return envelope;
}

function readEnvelope(records: Records): Envelope {
  const { version: written, forms: entries, ...besides } = plainObject(parsedJson(records.get("envelope")));
  const damaged = damagedIn(records);
  const others = damaged.length === 0 ? besides : { ...besides, damaged };
  if (isUnknown(written)) return { isNewer: true, forms: new Map(), others };
  const forms = soundForms(entries);
  const before = versionBefore(records);
  if (before === null) return { isNewer: false, forms, others };
  // Both stand there when version 1 wrote in a file of ours: it did not see what we know of the original.
  const [id, entry] =
    Array.from(forms).find(([, { sheet }]) => sheet === before["sheet"]) ??
    Array.from(forms)[0] ??
    (["1", {}] as const);
  return { isNewer: false, forms: forms.set(id, { ...before, ...entry }), others };
}

/** Texts of records that cannot be read, those that an envelope has kept among them. */
function damagedIn(records: Records): readonly unknown[] {
  const { damaged } = plainObject(parsedJson(records.get("envelope")));
  return [...plainList(damaged), ...unreadable(records)];
}

function isUnknown(written: unknown): boolean {
  return written !== undefined && written !== version;
}

function unreadable(records: Records): readonly string[] {
  return Array.from(records).flatMap(([key, json]) => {
    const value = parsedJson(json);
    if (value === null) return json.trim() === "null" ? [] : [json];
    if (key !== "envelope") return isSound(key, value) ? [] : [json];
    const holds = isPlainObject(value) && (isUnknown(value["version"]) || isSoundEnvelope(value));
    return holds ? [] : [json];
  });
}

/** What version 1 kept. It did not keep where the form stands: that is the first sheet written in which is no annex. */
function versionBefore(records: Records): PlainObject | null {
  const values = Object.fromEntries(
    recordKeys.flatMap((key) => {
      const value = key === "envelope" ? null : parsedJson(records.get(key));
      return value === null || !isSound(key, value) ? [] : [[key, value]];
    }),
  );
  if (Object.keys(values).length === 0) return null;
  const cells = cellsIn(values).filter(({ role }) => role !== "fact");
  const annexes = new Set(cells.flatMap(({ role, sheet }) => (role === "rate" ? [sheet] : [])));
  const first = cells.find(({ sheet }) => typeof sheet === "string" && !annexes.has(sheet));
  return first === undefined ? values : { ...values, sheet: first.sheet };
}
