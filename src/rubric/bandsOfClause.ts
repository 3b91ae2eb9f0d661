import type { BandTable } from "../rules/bandTable";
import { parseBands } from "../rules/parseBands";

/** The bands of a quoted clause: one text gives the words and the thresholds. An unreadable clause is our mistake. */
export function bandsOfClause(clause: string): BandTable {
  const table = parseBands(clause);
  if (table === null) throw new Error(`no bands in: ${clause}`);
  return table;
}
