import { readFileSync } from "node:fs";
import type { GivenFacts } from "../../src/facts/gatherFacts";
import type { FactValue } from "../../src/criteria/fact";

interface Entry {
  readonly fact: string;
  readonly value: FactValue | null;
  readonly reason?: string;
}

/** The answers of a facts file that is shipped with a sample. */
export function shippedFacts(file: string): GivenFacts {
  const entries = JSON.parse(readFileSync(file, "utf8")) as readonly Entry[];
  return new Map(
    entries.flatMap(({ fact, value, reason }) =>
      value === null ? [] : [[fact, { value, ...(reason === undefined ? {} : { reason }) }] as const],
    ),
  );
}
