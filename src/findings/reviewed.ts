import { checksum } from "../words/questionKey";
import { plainList, plainObject } from "../workbook/json";
import { keptValue } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";

/**
 * Findings in the form on a sheet that are marked 已核实，不处理: key → note. Whatever is damaged in the record is left
 * out, never an error.
 */
export function readReviewed(snapshot: Snapshot, sheet: string | null): ReadonlyMap<string, string> {
  const { reviewed } = plainObject(keptValue(snapshot, "reviewed", sheet));
  const entries = plainList(reviewed).flatMap((one): readonly (readonly [string, string])[] => {
    const { key, note } = plainObject(one);
    return typeof key === "string" && key !== "" ? [[key, typeof note === "string" ? note : ""]] : [];
  });
  return new Map(entries);
}

/** Words of a cell as the essence of a finding: it comes back once they are others, whatever they begin with. */
export function essenceOfWords(words: string): string {
  const flat = words.replace(/\s+/gu, "");
  return `${Array.from(flat).slice(0, 20).join("")}#${checksum(flat)}`;
}

/** What to keep, in the order in which they were marked; null when there is none. */
export function keptReviewed(reviewed: ReadonlyMap<string, string>): object | null {
  if (reviewed.size === 0) return null;
  return { version: 1, reviewed: Array.from(reviewed, ([key, note]) => ({ key, note })) };
}
