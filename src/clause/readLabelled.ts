import { questionKey } from "../words/questionKey";
import type { ClauseReading } from "./clauseReading";
import { plainClause } from "./plainClause";
import { readClause } from "./readClause";

/** A longer label is none that a clause asks by. */
const longestLabel = 1000;

/** The key of the question that a formula calls by this label. */
export function labelKey(label: string): string {
  return questionKey(plainClause(label.slice(0, longestLabel)).text);
}

/**
 * A clause as a formula reads it: from its own words, and by what the formula calls its figures. A clause that does not
 * name what it measures (≥95%，得2分；…) is named by the first label that it does not ask by itself.
 */
export function readLabelled(text: string, weight: number, labels: readonly string[]): ClauseReading {
  const own = readClause(text, { indicator: "", weight });
  const name = labels.find((label) => !asks(own, label));
  if (name === undefined) return own;
  const named = readClause(text, { indicator: name.slice(0, longestLabel), weight });
  return asks(named, name) ? named : own;
}

function asks(reading: ClauseReading, label: string): boolean {
  if (reading.state !== "read") return false;
  const wanted = labelKey(label);
  return reading.asks.some(({ key }) => key === wanted);
}

/**
 * What a formula has to call the figures of a clause, by their keys, so that it reads the very same rule; null where the
 * words and the labels alone do not give it (the indicator or its definition says more).
 */
export function labelsOf(
  text: string,
  weight: number,
  reading: Extract<ClauseReading, { state: "read" }>,
): Readonly<Record<string, string>> | null {
  const { asks: specs, criterion } = reading;
  const labels = specs.map(({ label }) => label);
  const again = readLabelled(text, weight, labels);
  const isSame =
    again.state === "read" &&
    same(again.criterion, criterion) &&
    same(again.asks, specs) &&
    specs.every(({ key, label }) => key !== "" && key === labelKey(label));
  return isSame ? Object.fromEntries(specs.map(({ key, label }) => [key, label])) : null;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
