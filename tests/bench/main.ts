import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { evaluated } from "../support/scored";
import { benchAgainst } from "./against";
import { benchAnnexRows } from "./annexRows";
import { benchClauses } from "./clauses";
import { benchFindings } from "./findings";
import { paneBench } from "./pane";
import { variedForms } from "./variedForms";

/*
 * npm run bench: how fast and how large, as ratios within this one run (absolute times depend on the machine).
 * npm run bench -- --against PATH: the same tasks on another checkout (its packages installed) beside this one.
 */

interface Measured {
  readonly milliseconds: number;
  /** Of the processor, the start of the process included; absent where it cannot be told. */
  readonly cpuMilliseconds?: number;
  readonly peakMegabytes: number;
}

const count = 100;

async function inMemory(): Promise<void> {
  for (const file of ["samples/nansha-2023-blank.xlsx", "samples/city-2023-blank.xlsx"]) {
    const opened = openXlsx(new Uint8Array(await readFile(file)));
    if (!opened.ok) throw new Error(opened.problem.what);
    const snapshot = opened.value.snapshot();
    const times = Array.from({ length: 60 }, () => {
      const started = performance.now();
      evaluated(snapshot);
      return performance.now() - started;
    });
    console.log(
      `快照 → 计分结果（内存中） ${file}：${median(times.slice(10)).toFixed(2)} ms（中位数，50 次）`,
    );
  }
}

async function files(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "jx-bench-"));
  try {
    const [source, ours, exceljs, office] = ["in", "ours", "exceljs", "office"].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    for (const path of [source, ours, exceljs, office]) await mkdir(path);
    const forms = await variedForms(count);
    for (const form of forms) {
      await writeFile(join(source, form.name), form.bytes);
      await writeFile(join(source, `${form.name}.json`), JSON.stringify([...form.given]));
    }
    const node = (task: string, to: string): Promise<Measured> =>
      measured(process.execPath, ["--import", "tsx", "tests/bench/task.ts", task, source, to]);
    const mine = await node("ours", ours);
    const theirs = await node("exceljs", exceljs);
    const profile = join(folder, "profile");
    await alwaysRecalculate(profile);
    const calc = await measuredOffice(
      profile,
      forms.map((form) => join(source, form.name)),
      office,
    );
    console.log(`${count} 个 .xlsx：打开、评分、重算、保存`);
    line("本项目", mine, mine);
    line("exceljs 只读写", theirs, mine);
    line("LibreOffice 重算并保存", calc, mine);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function line(name: string, result: Measured, base: Measured): void {
  const ratio = (result.milliseconds / base.milliseconds).toFixed(2);
  const memory = result.peakMegabytes.toFixed(0);
  const cpu =
    result.cpuMilliseconds === undefined || base.cpuMilliseconds === undefined
      ? ""
      : `，处理器 ${(result.cpuMilliseconds / 1000).toFixed(2)} s（${(result.cpuMilliseconds / base.cpuMilliseconds).toFixed(2)} 倍）`;
  console.log(
    `  ${name}：${(result.milliseconds / 1000).toFixed(2)} s（${ratio} 倍）${cpu}，内存峰值 ${memory} MB`,
  );
}

/** Runs a task and reads the JSON line that it prints last. */
async function measured(command: string, args: readonly string[]): Promise<Measured> {
  const output = await run(command, args);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Measured;
}

/** LibreOffice, one process for all files, told to recalculate always. */
async function measuredOffice(profile: string, sources: readonly string[], to: string): Promise<Measured> {
  let peak = 0;
  const watch = setInterval(() => {
    void peakOf("soffice.bin").then((megabytes) => (peak = Math.max(peak, megabytes)));
  }, 100);
  const started = performance.now();
  await run("soffice", [
    `-env:UserInstallation=file://${profile}`,
    "--headless",
    "--convert-to",
    "xlsx",
    "--outdir",
    to,
    ...sources,
  ]);
  clearInterval(watch);
  return { milliseconds: performance.now() - started, peakMegabytes: peak };
}

/** The largest peak memory of the processes of that name, from the kernel's own account of them. */
async function peakOf(name: string): Promise<number> {
  const list = await run("ps", ["-C", name, "-o", "pid="]).catch(() => "");
  const peaks = list.split("\n").flatMap(async (pid) => {
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

async function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ended with ${String(code)}`));
    });
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const { against } = parseArgs({ options: { against: { type: "string" } } }).values;
if (against === undefined) {
  await inMemory();
  await benchAnnexRows();
  await benchClauses();
  await benchFindings();
  for (const line of await paneBench()) console.log(line);
  await files();
} else {
  await benchAgainst(against);
}
