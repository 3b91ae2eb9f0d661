import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program } from "../cli/program";
import { brokenFiles, honestProjects, writeFiles } from "../support/reviewFiles";
import { readBook, runReview, tableOf } from "./runReview";

let folder = "";
const path = (name: string): string => join(folder, name);
const sheets = ["汇总", "差异表", "问题清单", "横向比对", "未读出的文件", "名单底表"] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jx-review-"));
  await writeFiles(path("报来"), new Map([...honestProjects(24), ...brokenFiles()]));
  await runReview(path("报来"), "--out", path("一次.xlsx"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function tables(name: string): Promise<readonly unknown[]> {
  const book = await readBook(path(name));
  return sheets.map((sheet) => tableOf(book, sheet).map((row) => [...row]));
}

/** Started as a program of its own, and killed as soon as it names this file. */
async function killedAt(mark: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [await program("review"), ...args]);
  let said = "";
  await new Promise<void>((resolve) => {
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      if (said.includes(mark)) child.kill("SIGKILL");
    });
    child.on("close", () => {
      resolve();
    });
  });
  expect(said).toContain(mark);
}

it("两个线程分着读，与一个线程做的一样", async () => {
  const args = [path("报来"), "--out", path("两个线程.xlsx"), "--workers", "2"];
  const child = spawn(process.execPath, [await program("review"), ...args], { stdio: "ignore" });
  const code = await new Promise((done) => child.on("close", done));
  expect(code).toBe(1);
  expect(await tables("两个线程.xlsx")).toEqual(await tables("一次.xlsx"));
  await rm(path("两个线程.xlsx"));
});

describe("停下，接着做", () => {
  it("中途断掉：没有半个文件；再运行只做剩下的，结果与一次做完的一样，进度文件删去", async () => {
    await killedAt("[20/34]", path("报来"), "--out", path("两次.xlsx"));
    expect((await readdir(folder)).filter((name) => name.startsWith("两次")).sort()).toEqual([
      "两次.xlsx.进度.jsonl",
    ]);
    const again = await runReview(path("报来"), "--out", path("两次.xlsx"));
    expect(again.stderr).not.toContain("[10/34]");
    expect(again.stderr).toContain("[34/34]");
    expect(await tables("两次.xlsx")).toEqual(await tables("一次.xlsx"));
    expect((await readdir(folder)).sort()).toEqual(["一次.xlsx", "两次.xlsx", "报来"].sort());
  });

  it("进度文件断在一行中间、写着别的、选项变了，都不当真", async () => {
    const state = path("三次.xlsx.进度.jsonl");
    await killedAt("[30/34]", path("报来"), "--out", path("三次.xlsx"));
    const kept = await readFile(state, "utf8");
    await writeFile(state, kept.slice(0, -200));
    await runReview(path("报来"), "--out", path("三次.xlsx"));
    expect(await tables("三次.xlsx")).toEqual(await tables("一次.xlsx"));
    for (const wrong of [
      "不是JSON\n",
      kept.replace(/"options":"\w+"/u, '"options":"别的"'),
      '{"review":1}\n[1]\n',
    ]) {
      await writeFile(state, wrong);
      const run = await runReview(path("报来"), "--out", path("三次.xlsx"));
      expect(run.stderr).toContain("[1/34]");
      expect(await tables("三次.xlsx")).toEqual(await tables("一次.xlsx"));
    }
  });

  it("--json-lines 分两批做，--merge 合起来，与一次做完的一样", async () => {
    for (const part of ["项目", "坏"]) {
      const run = await runReview(join(path("报来"), part), "--json-lines");
      await writeFile(path(`${part}.jsonl`), run.stdout.replaceAll('"file":"', `"file":"${part}/`));
    }
    const run = await runReview("--merge", path("项目.jsonl"), path("坏.jsonl"), "--out", path("合.xlsx"));
    expect(run.exit).toBe(1);
    expect(await tables("合.xlsx")).toEqual(await tables("一次.xlsx"));
    await writeFile(path("错.jsonl"), "> review\n");
    const wrong = await runReview("--merge", path("错.jsonl"), "--out", path("错.xlsx"));
    expect([wrong.exit, wrong.stderr]).toEqual([2, expect.stringContaining("第1行不是复核记录")]);
  });
});

describe("说明", () => {
  it("--help 列出的每个选项，README 里都有", async () => {
    const help = await runReview("--help");
    expect(help.exit).toBe(0);
    const readme = await readFile("README.md", "utf8");
    const part = readme.slice(readme.indexOf("npm run review"), readme.indexOf("npm run try"));
    const options = [...new Set(help.stdout.match(/--[a-z-]+/gu))];
    expect(options.length).toBeGreaterThan(9);
    expect(options.filter((option) => !part.includes(option))).toEqual([]);
  });
});

describe("选项写错", () => {
  it.each([
    [[], "没有写要复核的文件或文件夹"],
    [["a.xlsx"], "请用 --out"],
    [["a.xlsx", "--out", "a.xlsx"], "要读又要写"],
    [["a.xlsx", "--out", "b.xls"], "应当是 .xlsx"],
    [["a", "--json-lines", "--out", "b.xlsx"], "不能与 --out"],
    [["a", "--json-lines", "--merge"], "不能一起使用"],
    [["a", "--unknown"], "没有这个选项"],
  ] as const)("%j：%s，退出码2", async (args, said) => {
    const run = await runReview(...args);
    expect([run.exit, run.stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
