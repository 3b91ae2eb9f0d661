import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { program } from "./program";
import { variedForms } from "./variedForms";

/*
 * What many forms cost the command line itself, in time and in memory (docs/scale.md):
 * tsx tests/bench/manyFiles.ts [how many, 1000 unless told]
 */

const run = promisify(execFile);
const count = Number(process.argv[2] ?? 1000);
const folder = await mkdtemp(join(tmpdir(), "jx-many-"));
try {
  const [source, made] = [join(folder, "in"), join(folder, "program")];
  await mkdir(source);
  for (const { name, bytes } of await variedForms(count)) await writeFile(join(source, name), bytes);
  const main = await program(made);
  for (const workers of ["1", "2"]) {
    const out = join(folder, `out-${workers}`);
    await mkdir(out);
    const started = performance.now();
    // The process tells at its end what it took; 1: something is open in these forms, as was to be expected.
    const args = [
      "--import",
      new URL("resourceReport.mjs", import.meta.url).href,
      main,
      source,
      "--out",
      out,
    ];
    const { stderr } = (await run(process.execPath, [...args, "--workers", workers], {
      maxBuffer: 1 << 28,
    }).catch((error: unknown) => error)) as { readonly stderr: string };
    const used = JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as {
      readonly cpuMilliseconds: number;
      readonly peakMegabytes: number;
    };
    const wall = (performance.now() - started) / 1000;
    console.log(
      `${count} 个文件，${workers} 个线程：${wall.toFixed(1)} s，处理器 ${(used.cpuMilliseconds / 1000).toFixed(1)} s（每个 ${(used.cpuMilliseconds / count).toFixed(1)} ms），内存峰值 ${used.peakMegabytes.toFixed(0)} MB`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
