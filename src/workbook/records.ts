import type { Edit, EditPlan } from "./edit";
import { parsedJson, plainList, plainObject, type PlainObject } from "./json";
import type { Problem } from "./port";
import { recordKeys, type Snapshot } from "./snapshot";

/*
 * What we keep inside the workbook, as one record:
 *
 *   { "version": 2, "forms": { "1": { "sheet": "自评表", "restore": …, "settings": …, … }, "2": … } }
 *
 * Version 1 kept each value as a record of its own, for the one form that a workbook then could hold; those are read
 * as the values of one form, and become part of the envelope when anything is kept anew. An envelope of a version that
 * we do not know is another program's: it reads as empty, and nothing may be written that would need it.
 */
const version = 2;

/** restore: what was there before us; settings: the user's choices; extracted: values read from words;
 * reviewed: findings marked 已核实，不处理; edition: the one that the user chose. */
export type KeptKey = "restore" | "settings" | "extracted" | "reviewed" | "edition";

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
  const same = Object.entries(changes).every(
    ([key, value]) => JSON.stringify(entry[key] ?? null) === JSON.stringify(value),
  );
  if (isNewer || same) return snapshot.records;
  const next = { ...entry, ...(sheet === null ? {} : { sheet }), ...changes };
  const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null));
  const all = new Map(forms).set(id, kept);
  if (Object.keys(kept).every((key) => key === "sheet")) all.delete(id);
  if (all.size === 0 && Object.keys(others).length === 0) return new Map();
  return new Map([["envelope", JSON.stringify({ ...others, version, forms: Object.fromEntries(all) })]]);
}

/** The edits that make the records what they are to be. */
export function recordEdits(before: Records, after: Records): readonly Edit[] {
  return recordKeys.flatMap((key): readonly Edit[] => {
    const json = after.get(key) ?? null;
    return json === (before.get(key) ?? null) ? [] : [{ kind: "record", key, json }];
  });
}

/** Keeps values of the form on a sheet, all in one edit of the envelope. */
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
 * inserted: an entry whose sheet is gone belongs to the sheet that holds most of the formulas we wrote for it, or else
 * to whoever asks, if it is the only one left over. null: the first form that we wrote in.
 */
export function formIdOf(snapshot: Snapshot, sheet: string | null): string {
  const forms = Array.from(envelopeOf(snapshot.records).forms);
  if (sheet === null) {
    const [id] = forms.find(([, { restore }]) => restore !== undefined) ?? forms[0] ?? ["1"];
    return id;
  }
  const named = forms.find(([, entry]) => isNamed(entry, sheet));
  if (named !== undefined) return named[0];
  const names = new Set(snapshot.sheets.map(({ name }) => name));
  const left = forms.filter(([, { sheet: name }]) => typeof name !== "string" || !names.has(name));
  const [most] = left
    .map(([id, entry]) => ({ id, count: countOurs(snapshot, entry, (name) => name === sheet) }))
    .sort((one, other) => other.count - one.count);
  if (most !== undefined && most.count > 0) return most.id;
  const [only] = left;
  if (only !== undefined && left.length === 1 && countOurs(snapshot, only[1], () => true) === 0)
    return only[0];
  let free = 1;
  while (forms.some(([id]) => id === String(free))) free++;
  return String(free);
}

/** Whether what is kept was written by a version that we do not know. */
export function isNewer(snapshot: Snapshot): boolean {
  return envelopeOf(snapshot.records).isNewer;
}

/** Instead of a plan that would have to keep something beside what a newer version keeps. */
export const refusedPlan: EditPlan = { edits: [], expects: [], refused: "newerRecords" };

export const newerRecords: Problem = {
  code: "newerRecords",
  what: "没有写入：这个工作簿里的评分记录，本版本读不懂。",
  why: "记录由更新版本的插件写入，照旧版本改写会丢失恢复原表所需的内容",
  todo: "请用新版本打开这个工作簿后再操作。",
};

/** Version 1 did not keep the sheet's name; its record of what we wrote tells it. */
function isNamed(entry: PlainObject, sheet: string): boolean {
  if (typeof entry["sheet"] === "string") return entry["sheet"] === sheet;
  return oursIn(entry).some(({ at }) => plainObject(at)["sheet"] === sheet);
}

/** Cells of these sheets that hold a formula which we wrote for a form. */
function countOurs(snapshot: Snapshot, entry: PlainObject, within: (sheet: string) => boolean): number {
  const formulas = new Set(oursIn(entry).map(({ ours }) => plainObject(ours)["formula"] ?? null));
  const cells = snapshot.sheets
    .filter(({ name }) => within(name))
    .flatMap(({ rows }) => Array.from(rows.values()).flatMap((row) => Array.from(row.values())));
  return cells.filter(({ formula }) => formula !== undefined && formulas.has(formula)).length;
}

/** Cells of the form and its annexes that we wrote; those of the working paper say nothing about the form. */
function oursIn(entry: PlainObject): readonly PlainObject[] {
  const cells = plainList(plainObject(entry["restore"])["cells"]).map(plainObject);
  return cells.filter(({ role }) => role !== "fact");
}

/** A snapshot is asked many times; its records never change. */
const read = new WeakMap<Records, Envelope>();

function envelopeOf(records: Records): Envelope {
  const envelope = read.get(records) ?? readEnvelope(records);
  read.set(records, envelope);
  return envelope;
}

function readEnvelope(records: Records): Envelope {
  const { version: written, forms: entries, ...others } = plainObject(parsedJson(records.get("envelope")));
  if (written !== undefined && written !== version) return { isNewer: true, forms: new Map(), others };
  const forms = new Map(
    Object.entries(plainObject(entries)).map(([id, entry]) => [id, plainObject(entry)] as const),
  );
  const before = versionBefore(records);
  if (Object.keys(before).length === 0) return { isNewer: false, forms, others };
  // Both stand there when the version before wrote in a file of ours: it did not see what we know of the original.
  const [id, entry] =
    Array.from(forms).find(([, { sheet }]) => typeof sheet === "string" && isNamed(before, sheet)) ??
    Array.from(forms)[0] ??
    (["1", {}] as const);
  return { isNewer: false, forms: forms.set(id, { ...before, ...entry }), others };
}

function versionBefore(records: Records): PlainObject {
  return Object.fromEntries(
    recordKeys.flatMap((key) => {
      const value = key === "envelope" ? null : parsedJson(records.get(key));
      return value === null ? [] : [[key, value]];
    }),
  );
}
