import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { inWorkers } from "../../src/cli/inWorkers";
import { cpuNow, scoreForm, stages } from "./scoreForm";

/*
 * One benchmark task in a process of its own, so that its peak memory is its own:
 * node task.mjs <task> <folder in> <folder out>. Made into one file beforehand (files.ts), as the command line is.
 */

type Write = (name: string, bytes: Uint8Array) => Promise<void>;

/** What a task does with each file; its modules are loaded before the clock starts. */
type Task = (from: string, write: Write) => Promise<(name: string) => Promise<void>>;

const perStage: Record<string, number> = {};

const tasks: Readonly<Partial<Record<string, Task>>> = {
  ours: (from, write) =>
    Promise.resolve(async (name) => {
      const { bytes, stages: times } = await scoreForm(join(from, name));
      for (const stage of stages) perStage[stage] = (perStage[stage] ?? 0) + times[stage];
      await write(name, bytes);
    }),
  exceljs: async (from, write) => {
    const { default: ExcelJS } = await import("exceljs");
    return async (name) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await readFile(join(from, name))) as never);
      await write(name, new Uint8Array(await workbook.xlsx.writeBuffer()));
    };
  },
  hucre: async (from, write) => {
    const { openXlsx, saveXlsx } = await import("hucre/xlsx");
    return async (name) => {
      await write(name, await saveXlsx(await openXlsx(await readFile(join(from, name)))));
    };
  },
  sheetjs: async (from, write) => {
    const { default: XLSX } = await import("xlsx");
    return async (name) => {
      // Styles are not written by this edition; they are read where it can.
      const book = XLSX.read(await readFile(join(from, name)), { cellFormula: true, cellStyles: true });
      const written = XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
      await write(name, written);
    };
  },
};

/** Two threads that share the files; to start them is part of their time. */
async function inTwoThreads(names: readonly string[], from: string, to: string): Promise<void> {
  const module = new URL("./scoreWorker.mjs", import.meta.url);
  const items = names.map((name) => ({ from: join(from, name), to: join(to, name) }));
  for await (const answer of inWorkers(items, { module, told: null, workers: 2 })) {
    if ("thrown" in answer) throw answer.thrown;
  }
}

const [wanted = "", from, to] = process.argv.slice(2);
const task = tasks[wanted];
if ((task === undefined && wanted !== "oursTwoWorkers") || from === undefined || to === undefined) {
  throw new Error(`usage: task.mjs <${Object.keys(tasks).join("|")}|oursTwoWorkers> <in> <out>`);
}
const work = await task?.(from, (name, bytes) => writeFile(join(to, name), bytes));
const names = (await readdir(from)).filter((name) => name.endsWith(".xlsx")).sort();
const [started, startedCpu] = [performance.now(), cpuNow()];
if (work === undefined) await inTwoThreads(names, from, to);
else for (const name of names) await work(name);
const cpuMilliseconds = cpuNow() - startedCpu;
console.log(
  JSON.stringify({
    milliseconds: performance.now() - started,
    cpuMilliseconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    perStage,
  }),
);
