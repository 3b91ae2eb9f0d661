import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/*
 * One benchmark task in a process of its own, so that its peak memory is its own:
 * tsx tests/bench/task.ts <ours|exceljs> <folder in> <folder out>
 */

async function ours(from: string, to: string): Promise<number> {
  const { openXlsx } = await import("../../src/adapters/xlsx/openXlsx");
  const { readCases } = await import("../../src/scorecard/case");
  const { planScoring } = await import("../../src/edits/planScoring");
  const { functionTable } = await import("../../src/functions/functionTable");
  const started = performance.now();
  for (const name of await xlsxFiles(from)) {
    const given = new Map(
      JSON.parse(await readFile(join(from, `${name}.json`), "utf8")) as [string, never][],
    );
    const opened = openXlsx(new Uint8Array(await readFile(join(from, name))), { functions: functionTable });
    if (!opened.ok) throw new Error(opened.problem.what);
    const { main, noForm } = readCases(opened.value.snapshot(), { given });
    if (noForm !== null) throw new Error(noForm.why);
    const applied = await opened.value.apply(planScoring(main, { overwrite: "all" }));
    if (!applied.ok) throw new Error(applied.problem.what);
    await writeFile(join(to, name), opened.value.save());
  }
  return performance.now() - started;
}

async function exceljs(from: string, to: string): Promise<number> {
  const { default: ExcelJS } = await import("exceljs");
  const started = performance.now();
  for (const name of await xlsxFiles(from)) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(from, name));
    await workbook.xlsx.writeFile(join(to, name));
  }
  return performance.now() - started;
}

async function xlsxFiles(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".xlsx")).sort();
}

const [task, from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error("usage: task.ts <ours|exceljs> <in> <out>");
const milliseconds = task === "ours" ? await ours(from, to) : await exceljs(from, to);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
// On a busy machine the time of the processor says more than that on the wall; loading the code is part of it.
const cpuMilliseconds = (userCPUTime + systemCPUTime) / 1000;
console.log(JSON.stringify({ milliseconds, cpuMilliseconds, peakMegabytes: maxRSS / 1024 }));
