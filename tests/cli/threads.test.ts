import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inWorkers, usefulWorkers } from "../../src/cli/inWorkers";
import { runCli, runCliAlone } from "./runCli";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-threads-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A module that doubles what it is given; 3 is thrown, at 5 the thread breaks down, what is small takes longest. */
const doubling = `
import { workerData } from "node:worker_threads";
export default async (item) => {
  await new Promise((done) => setTimeout(done, (9 - item) * 5));
  if (item === 3) throw new Error("读不了");
  if (item === 5) {
    setTimeout(() => { throw new Error("线程中断"); });
    await new Promise(() => {});
  }
  return item * workerData[1].by;
};`;

describe("几个线程分着做", () => {
  it("结果按次序；抛出的、线程中断的各是一个回答，别的照做", async () => {
    const file = join(folder, "doubling.mjs");
    await writeFile(file, doubling);
    const items = Array.from({ length: 9 }, (_, index) => index);
    const answers: unknown[] = [];
    const work = { module: pathToFileURL(file), told: { by: 2 }, workers: 2 };
    for await (const answer of inWorkers<number>(items, work)) {
      answers.push("result" in answer ? answer.result : "failed");
    }
    expect(answers).toEqual([0, 2, 4, "failed", 8, "failed", 12, 14, 16]);
  });

  it("文件少的不分，多的不超过处理器的核数", () => {
    expect(usefulWorkers(19)).toBe(1);
    expect(usefulWorkers(39)).toBe(1);
    expect(usefulWorkers(40)).toBeLessThanOrEqual(2);
  });
});

describe("命令行：--workers", () => {
  it("说的、给的、写的文件与一个线程时一样；坏的文件说明原因，别的照评；同名的文件各有各的名字", async () => {
    const source = join(folder, "各单位");
    const [first, second] = [join(source, "甲"), join(source, "乙")];
    for (const path of [source, first, second]) await mkdir(path);
    await copyFile("samples/nansha-2023-blank.xlsx", join(first, "自评表.xlsx"));
    await copyFile("samples/city-2023-blank.xlsx", join(second, "自评表.xlsx"));
    await writeFile(join(source, "坏的.xlsx"), "不是表");
    await copyFile("samples/nansha-2023.xlsx", join(source, "南沙.xlsx"));
    const files = [join(first, "自评表.xlsx"), source, join(second, "自评表.xlsx")];
    const runs = [];
    for (const workers of ["1", "3"]) {
      const out = join(folder, `评分后${workers}`);
      await mkdir(out);
      const run = await runCliAlone(...files, "--out", out, "--workers", workers);
      const json = await runCliAlone(...files, "--json", "--workers", workers);
      const written = await readdir(out);
      const bytes = await Promise.all(written.map((name) => readFile(join(out, name), "base64")));
      const said = [run.stdout, run.stderr].map((text) => text.replaceAll(out, "评分后"));
      runs.push({ exits: [run.exit, json.exit], said, json: json.stdout, written, bytes });
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[0]?.exits).toEqual([2, 2]);
    expect([...(runs[0]?.written ?? [])].sort()).toEqual(
      ["南沙-已评分.xlsx", "自评表-已评分(2).xlsx", "自评表-已评分.xlsx"].sort(),
    );
    expect(runs[0]?.said[1]).toContain("坏的.xlsx：");
  });

  it("写错了的说明", async () => {
    for (const wrong of ["0", "两个", "1.5", "1000"]) {
      const run = await runCli("samples/nansha-2023.xlsx", "--workers", wrong);
      expect(run).toMatchObject({ exit: 2, stdout: "" });
      expect(run.stderr).toContain("--workers 是 1 到 64 的整数。");
    }
  });
});
