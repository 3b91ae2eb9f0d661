import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { build } from "esbuild";
import { stages, type StageTimes } from "./scoreForm";
import { variedForms } from "./variedForms";

/** What one task takes for all files. */
interface Measured {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly peakMegabytes: number;
  /** Milliseconds of the processor for all files, of ours alone. */
  readonly perStage?: Partial<StageTimes>;
}

/** By the name of the task; the median of the rounds, the peak of all. */
export type FilesFigures = Readonly<Partial<Record<string, Measured>>>;

const run = promisify(execFile);
const count = 100;
const ownTasks = ["ours", "oursTwoWorkers", "exceljs", "hucre", "sheetjs"] as const;

/** The same files through ours, other libraries and LibreOffice: each in a process of its own, one after the other, in
 * another order in each round, so that whatever else the machine does meets all of them. */
export async function filesBench(rounds = 3): Promise<FilesFigures> {
  const folder = await mkdtemp(join(tmpdir(), "jx-bench-"));
  try {
    const [source, written, profile] = [join(folder, "in"), join(folder, "out"), join(folder, "profile")];
    await mkdir(source);
    await mkdir(written);
    const forms = await variedForms(count);
    for (const form of forms) {
      await writeFile(join(source, form.name), form.bytes);
      await writeFile(join(source, `${form.name}.json`), JSON.stringify([...form.given]));
    }
    await alwaysRecalculate(profile);
    const program = await bundled(folder);
    const sources = forms.map((form) => join(source, form.name));
    const tasks = [
      ...ownTasks.map((name) => [name, () => ownTask(program, [name, source, written])] as const),
      ["libreOffice", () => office(profile, sources, written)] as const,
    ];
    const found = new Map<string, Measured[]>();
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? tasks : [...tasks].reverse();
      for (const [name, task] of order) found.set(name, [...(found.get(name) ?? []), await task()]);
    }
    return Object.fromEntries(Array.from(found, ([name, all]) => [name, middle(all)]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As the command line runs: translated beforehand, the other libraries as they are installed. */
async function bundled(folder: string): Promise<string> {
  const made = join(folder, "program");
  await build({
    entryPoints: { task: "tests/bench/task.ts", scoreWorker: "tests/bench/scoreWorker.ts" },
    outdir: made,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    outExtension: { ".js": ".mjs" },
    external: ["exceljs", "hucre/xlsx", "xlsx", "tinypool"],
  });
  // Where they are found from a folder elsewhere.
  await symlink(resolve("node_modules"), join(folder, "node_modules"), "junction");
  return join(made, "task.mjs");
}

async function ownTask(program: string, args: readonly string[]): Promise<Measured> {
  const { stdout } = await run(process.execPath, [program, ...args]);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Measured;
}

/** LibreOffice, one process for all files, told to recalculate always; its start and the loading of it are part. */
async function office(profile: string, sources: readonly string[], to: string): Promise<Measured> {
  let peak = 0;
  const watch = setInterval(() => {
    void peakOf("soffice.bin").then((megabytes) => (peak = Math.max(peak, megabytes)));
  }, 100);
  const started = performance.now();
  const user = `-env:UserInstallation=file://${profile}`;
  const convert = ["--headless", "--convert-to", "xlsx", "--outdir", to, ...sources];
  // The shell tells at the end how long the processor worked for it.
  const timed = ["-c", '"$@" >&2; code=$?; times; exit $code', "sh", "soffice", user, ...convert];
  const { stdout } = await run("sh", timed, { maxBuffer: 1 << 26 }).finally(() => {
    clearInterval(watch);
  });
  const milliseconds = performance.now() - started;
  const last = stdout.trim().split("\n").at(-1) ?? "";
  const cpu = Array.from(last.matchAll(/(\d+)m([\d.]+)s/gu), ([, minutes, seconds]) => {
    return (Number(minutes) * 60 + Number(seconds)) * 1000;
  });
  return { milliseconds, cpuMilliseconds: cpu.reduce((sum, one) => sum + one, 0), peakMegabytes: peak };
}

/** The largest peak memory of the processes of that name, from the kernel's own account of them. */
async function peakOf(name: string): Promise<number> {
  const { stdout } = await run("ps", ["-C", name, "-o", "pid="]).catch(() => ({ stdout: "" }));
  const peaks = stdout.split("\n").map(async (pid) => {
    const status =
      pid.trim() === "" ? "" : await readFile(`/proc/${pid.trim()}/status`, "utf8").catch(() => "");
    return Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
  });
  return Math.max(0, ...(await Promise.all(peaks)));
}

async function alwaysRecalculate(profile: string): Promise<void> {
  await mkdir(join(profile, "user"), { recursive: true });
  const item = `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${item}</oor:items>`;
  await writeFile(join(profile, "user", "registrymodifications.xcu"), xml);
}

/** The run whose time is the median, with the peak memory of all. */
function middle(runs: readonly Measured[]): Measured | undefined {
  const sorted = [...runs].sort((one, other) => one.milliseconds - other.milliseconds);
  const median = sorted[Math.floor(sorted.length / 2)];
  const peakMegabytes = Math.max(...runs.map((each) => each.peakMegabytes));
  return median === undefined ? undefined : { ...median, peakMegabytes };
}

const titles: Readonly<Record<string, string>> = {
  ours: "本项目，一个线程",
  oursTwoWorkers: "本项目，两个线程",
  exceljs: "exceljs 4 只读写",
  hucre: "hucre 1 只读写（原样带过）",
  sheetjs: "SheetJS（npm 上的 xlsx 0.18.5，2022 年）只读写，不写样式",
  libreOffice: "LibreOffice 重算并保存",
};

/** The figures as lines for npm run bench. */
export function filesLines(figures: FilesFigures): readonly string[] {
  const { ours } = figures;
  if (ours === undefined) return [];
  const lines = Object.entries(figures).flatMap(([name, one]) => {
    if (one === undefined) return [];
    const times = `${(one.milliseconds / 1000).toFixed(2)} s（本项目一个线程的 ${(one.milliseconds / ours.milliseconds).toFixed(2)} 倍）`;
    const cpu = `处理器 ${(one.cpuMilliseconds / 1000).toFixed(2)} s`;
    return [`  ${titles[name] ?? name}：${times}，${cpu}，内存峰值 ${one.peakMegabytes.toFixed(0)} MB`];
  });
  const perStage = stages.map((stage) => {
    return `${stage} ${((ours.perStage?.[stage] ?? Number.NaN) / count).toFixed(2)}`;
  });
  return [
    `${count} 个 .xlsx：打开、评分、重算、保存（轮流，各次的中位数）`,
    ...lines,
    `  每个文件的处理器时间（ms，一个线程）：${perStage.join("，")}`,
  ];
}
