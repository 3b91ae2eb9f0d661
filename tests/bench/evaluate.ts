import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import type { Snapshot } from "../../src/workbook/snapshot";
import { evaluated } from "../support/scored";

const forms = { nansha: "samples/nansha-2023-blank.xlsx", city: "samples/city-2023-blank.xlsx" } as const;

type EvaluateTimes = Readonly<Record<keyof typeof forms, number>>;

/**
 * Snapshot → scorecard in memory: median milliseconds of 50 runs, by the form. Of one snapshot the form is read once, as when
 * an answer changes in the pane; `anew`: from a snapshot of its own each time, as of a file of many.
 */
export async function evaluateTimes(anew?: "anew"): Promise<EvaluateTimes> {
  return { nansha: await medianOf(forms.nansha, anew), city: await medianOf(forms.city, anew) };
}

async function medianOf(file: string, anew: "anew" | undefined): Promise<number> {
  const bytes = new Uint8Array(await readFile(file));
  const known = snapshotOf(bytes);
  const times = Array.from({ length: 60 }, () => {
    const snapshot = anew === undefined ? known : snapshotOf(bytes);
    const started = performance.now();
    evaluated(snapshot);
    return performance.now() - started;
  });
  const sorted = times.slice(10).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function snapshotOf(bytes: Uint8Array): Snapshot {
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.problem.what);
  return opened.value.snapshot();
}
