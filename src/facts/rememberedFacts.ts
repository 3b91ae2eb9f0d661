import type { FactValue } from "../criteria/fact";
import { plainObject } from "../workbook/json";
import { keptValue } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";

/**
 * What was last read from words or another sheet for the form on a sheet, by fact id, kept in the workbook. A record
 * that cannot be read is an empty one: everything in the working paper then counts as typed.
 */
export function rememberedFacts(snapshot: Snapshot, sheet: string | null): ReadonlyMap<string, FactValue> {
  const kept = Object.entries(plainObject(keptValue(snapshot, "extracted", sheet)));
  return new Map(kept.filter((entry): entry is [string, FactValue] => isFactValue(entry[1])));
}

function isFactValue(value: unknown): value is FactValue {
  if (typeof value === "number" || typeof value === "string") return true;
  return Array.isArray(value) && value.every((one) => one === null || typeof one === "number");
}
