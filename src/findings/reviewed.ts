import type { Snapshot } from "../workbook/snapshot";

/** Findings marked 已核实，不处理: key → note. Whatever is damaged in the record is left out, never an error. */
export function readReviewed(snapshot: Snapshot): ReadonlyMap<string, string> {
  let kept: unknown;
  try {
    kept = JSON.parse(snapshot.records.get("reviewed") ?? "null");
  } catch {
    return new Map();
  }
  const list: unknown = isRecord(kept) ? kept["reviewed"] : null;
  if (!Array.isArray(list)) return new Map();
  const entries = (list as readonly unknown[]).flatMap((one): readonly (readonly [string, string])[] => {
    if (!isRecord(one)) return [];
    const { key, note } = one;
    return typeof key === "string" && key !== "" ? [[key, typeof note === "string" ? note : ""]] : [];
  });
  return new Map(entries);
}

/** The JSON to keep, in the order in which they were marked; null when there is none. */
export function reviewedJson(reviewed: ReadonlyMap<string, string>): string | null {
  if (reviewed.size === 0) return null;
  return JSON.stringify({ version: 1, reviewed: Array.from(reviewed, ([key, note]) => ({ key, note })) });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
