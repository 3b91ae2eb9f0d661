import type { FactValue } from "../rules/fact";
import type { Snapshot } from "../workbook/snapshot";

/**
 * What was last read from words or another sheet, kept in the workbook under "extracted": JSON, value by fact id.
 * A record that cannot be read is an empty one: everything in the working paper then counts as typed.
 */
export function rememberedFacts(snapshot: Snapshot): ReadonlyMap<string, FactValue> {
  const json = snapshot.records.get("extracted");
  if (json === undefined) return new Map();
  try {
    const kept: unknown = JSON.parse(json);
    if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return new Map();
    return new Map(
      Object.entries(kept).filter((entry): entry is [string, FactValue] => isFactValue(entry[1])),
    );
  } catch {
    return new Map();
  }
}

function isFactValue(value: unknown): value is FactValue {
  if (typeof value === "number" || typeof value === "string") return true;
  return Array.isArray(value) && value.every((one) => one === null || typeof one === "number");
}
