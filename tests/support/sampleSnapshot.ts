import { readFile } from "node:fs/promises";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import type { Snapshot } from "../../src/workbook/snapshot";

/** A workbook file as a snapshot, read as the product reads it. */
export async function sampleSnapshot(file: string): Promise<Snapshot> {
  const opened = openXlsx(new Uint8Array(await readFile(file)));
  if (!opened.ok) throw new Error(`${opened.problem.what}${opened.problem.why}`);
  return opened.value.snapshot();
}
