import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { evaluated } from "../support/scored";

const forms = { nansha: "samples/nansha-2023-blank.xlsx", city: "samples/city-2023-blank.xlsx" } as const;

/** Snapshot → scorecard in memory, each time from a snapshot of its own: median milliseconds of 50 runs, by the form. */
export async function evaluateTimes(): Promise<Readonly<Record<keyof typeof forms, number>>> {
  return { nansha: await medianOf(forms.nansha), city: await medianOf(forms.city) };
}

async function medianOf(file: string): Promise<number> {
  const bytes = new Uint8Array(await readFile(file));
  const times = Array.from({ length: 60 }, () => {
    const opened = openXlsx(bytes);
    if (!opened.ok) throw new Error(opened.problem.what);
    const snapshot = opened.value.snapshot();
    const started = performance.now();
    evaluated(snapshot);
    return performance.now() - started;
  });
  const sorted = times.slice(10).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
