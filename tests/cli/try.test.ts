import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { program } from "./program";
import type { CliRun } from "./runCli";

/** The command as it is started, with this on its standard input. */
async function tryOf(input: string | Uint8Array, ...args: readonly string[]): Promise<CliRun> {
  const file = await program("try");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args]);
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => (said[name] += text));
    }
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (exit) => {
      resolve({ exit, ...said });
    });
  });
}

const pair = { id: "a", indicator: "培训场次", target: "5场", actual: "4场" };

describe("npm run try", () => {
  it("--json：次序照旧，写错的一项不影响别的，退出码2", async () => {
    const run = await tryOf(JSON.stringify([pair, { id: "b" }, { ...pair, id: 3, actual: "5场" }]), "--json");
    expect(run).toMatchObject({ exit: 2, stderr: "" });
    expect(JSON.parse(run.stdout)).toEqual([
      { id: "a", rate: 0.8, sure: true, question: null, read: [] },
      { id: "b", error: expect.stringContaining("clause") as string },
      { id: 3, rate: 1, sure: true, question: null, read: [] },
    ]);
  });

  it("--json：都确定的退出码0，有问题的1；一项也没有的是空数组", async () => {
    expect((await tryOf(JSON.stringify([pair]), "--json")).exit).toBe(0);
    expect((await tryOf(JSON.stringify([pair, { ...pair, actual: "已完成" }]), "--json")).exit).toBe(1);
    expect(await tryOf("[]", "--json")).toEqual({ exit: 0, stdout: "[]\n", stderr: "" });
  });

  it.each<readonly [string, string | Uint8Array, string]>([
    ["不是 JSON", "[{", "不是 JSON：第1行第3个字符处"],
    ["什么也没有", "", "不是 JSON"],
    ["不是数组", "{}", "应当是一个数组"],
    ["不是 UTF-8", Uint8Array.of(0x5b, 0x22, 0xc4, 0xe3, 0x22, 0x5d), "不是 UTF-8 编码"],
  ])("--json：%s，用中文说明，什么也不输出，退出码2", async (_title, input, says) => {
    const run = await tryOf(input, "--json");
    expect(run).toMatchObject({ exit: 2, stdout: "" });
    expect(run.stderr).toContain(says);
    expect(run.stderr).toContain("docs/try.md");
  });

  it("没有读懂的引出原文，退出码1；没有写标准的给出用法，退出码2", async () => {
    const run = await tryOf("", "领导班子综合掂量着给分", "--weight", "8");
    expect(run).toMatchObject({ exit: 1, stderr: "" });
    expect(run.stdout).toContain("领导班子综合掂量着给分");
    const none = await tryOf("");
    expect(none).toMatchObject({ exit: 2, stdout: "" });
    expect(none.stderr).toContain("用法：npm run try");
    expect((await tryOf("", "--help")).exit).toBe(0);
  });
});
