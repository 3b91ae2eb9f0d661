import { toldId, type Reached } from "./attempt";
import type { Step, WrittenRecord } from "./bookSteps";
import type { ReadMemory } from "./readMemory";
import { deletePart, placesAfter, readRecordText, writeRecord } from "./recordParts";

interface PartNow {
  readonly partId: string;
  readonly text: string;
}

type HeldRecord = ReturnType<typeof readRecordText>;

interface UndoneRecords {
  readonly steps: readonly Step[];
  /** In Chinese, one sentence each: what is not as before and is not touched. */
  readonly left: readonly string[];
  /** Which parts hold the records, once the steps are done. */
  readonly places: () => ReadMemory["records"];
}

/** Takes our new record parts away, gives changed ones their text back and makes deleted ones again; nothing that
 * somebody else wrote meanwhile. */
export function undoRecords(
  { records, doubtful }: Reached,
  parts: readonly PartNow[],
  partsBefore: readonly string[],
  places: ReadMemory["records"],
): UndoneRecords {
  const held = new Map(parts.map(({ partId, text }) => [partId, readRecordText(text)]));
  const fresh = Array.from(held).filter(([partId]) => !partsBefore.includes(partId));
  const ours = new Set(records.flatMap((written) => ownPart(written, fresh) ?? []));
  const left = new Set<string>();
  const again = Array.from(places).flatMap(([key, place]) => {
    const written = records.filter(({ partId }) => partId === place.partId);
    const now = held.get(place.partId);
    if (written.length === 0 || now?.json === place.json) return [];
    const isOurs = written.some(({ json }) => json === (now === undefined ? null : now?.json));
    if (isOurs) return [writeRecord(key, place.json, now === undefined ? undefined : place)];
    if (now !== undefined) left.add("本程序的记录已被他人改动，没有退回");
    return [];
  });
  const isOther = doubtful.some((edit) => {
    if (edit.kind !== "record") return false;
    const place = places.get(edit.key);
    if (place !== undefined) return held.get(place.partId)?.json !== place.json;
    return fresh.some(([, record]) => record?.key === edit.key);
  });
  if (isOther) left.add("本程序的记录：不能确定是否本次所写，没有退回");
  return {
    steps: [...Array.from(ours, deletePart), ...again.flatMap(({ steps }) => steps)],
    left: Array.from(left),
    places: () =>
      placesAfter(
        placesOf(Array.from(held).filter(([partId]) => !ours.has(partId))),
        again.map(({ written }) => written),
      ),
  };
}

/** The part that this writing made: told by Excel, or else a new one with exactly its text. */
function ownPart(
  { key, json, part, partId }: WrittenRecord,
  fresh: readonly (readonly [string, HeldRecord])[],
): string | undefined {
  if (partId !== null) return undefined;
  const told = toldId(part);
  const found = fresh.filter(([id, record]) =>
    told === null ? record?.key === key && record.json === json : id === told,
  );
  return found.at(-1)?.[0];
}

function placesOf(held: readonly (readonly [string, HeldRecord])[]): ReadMemory["records"] {
  return new Map(
    held.flatMap(([partId, record]) =>
      record === null ? [] : [[record.key, { partId, json: record.json }] as const],
    ),
  );
}
