import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadBuild, type Build } from "./loadBuild";

/*
 * The tasks that two checkouts are compared by, for one of them, in a process of its own:
 * tsx tests/bench/comparedTask.ts <checkout> <folder in> <folder out>
 */

/** Milliseconds of the processor for each task, by its name in Chinese. */
export type TaskTimes = Readonly<Record<string, number>>;

const samples = { 南沙: "samples/nansha-2023-blank.xlsx", 市级: "samples/city-2023-blank.xlsx" };

async function inMemory({ open, evaluate }: Build): Promise<TaskTimes> {
  const times: Record<string, number> = {};
  const report = await readFile("tests/findings/documents/city-report.txt", "utf8");
  for (const [name, file] of Object.entries(samples)) {
    const snapshot = open(new Uint8Array(await readFile(file))).snapshot();
    const evaluated = evaluate(snapshot);
    times[`计分，${name}`] = median(() => evaluate(snapshot));
    times[`计划写入，${name}`] = median(evaluated.plan);
    times[`报送前自查，${name}`] = median(() => evaluated.findings(report));
  }
  return times;
}

/** Open, evaluate, plan, write, recalculate and save each file. */
async function files({ open, evaluate }: Build, from: string, to: string): Promise<TaskTimes> {
  const names = (await readdir(from)).filter((name) => name.endsWith(".xlsx")).sort();
  const started = processorTime();
  for (const name of names) {
    const given = JSON.parse(await readFile(join(from, `${name}.json`), "utf8")) as [string, never][];
    const book = open(new Uint8Array(await readFile(join(from, name))));
    const applied = await book.apply(evaluate(book.snapshot(), new Map(given)).plan());
    if (!applied.ok) throw new Error(applied.problem.what);
    await writeFile(join(to, name), book.save());
  }
  return { [`${names.length} 个文件`]: processorTime() - started };
}

/** Others that use the machine meanwhile lengthen the time on the wall, not this one. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(task: () => unknown, runs = 40): number {
  const times = Array.from({ length: runs + 10 }, () => {
    const started = processorTime();
    task();
    return processorTime() - started;
  });
  return times.slice(10).sort((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN;
}

const [checkout, from, to] = process.argv.slice(2);
if (checkout === undefined || from === undefined || to === undefined) {
  throw new Error("usage: comparedTask.ts <checkout> <in> <out>");
}
const build = await loadBuild(checkout);
console.log(JSON.stringify({ ...(await inMemory(build)), ...(await files(build, from, to)) }));
