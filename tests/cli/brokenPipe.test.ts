import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { program } from "./program";

const folder = mkdtempSync(join(tmpdir(), "jx-pipe-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The command line with readers that have gone before anything is said; what it says to the other stream. */
async function unheard(
  gone: readonly ("stdout" | "stderr")[],
  ...args: readonly string[]
): Promise<{ readonly exit: number | null; readonly said: string }> {
  const file = await program("main");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args]);
    let said = "";
    for (const name of ["stdout", "stderr"] as const) {
      if (gone.includes(name)) child[name].destroy();
      else child[name].on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    }
    child.on("error", reject);
    child.on("close", (exit) => {
      resolve({ exit, said });
    });
  });
}

const blank = "samples/nansha-2023-blank.xlsx";

it("没有人读了（| head）：不出错，退出码照旧", async () => {
  expect(await unheard(["stdout"], "--help")).toEqual({ exit: 0, said: "" });
  expect(await unheard(["stdout"], blank, "--json")).toEqual({ exit: 1, said: "" });
  expect(await unheard(["stdout", "stderr"], "没有.xlsx")).toEqual({ exit: 2, said: "" });
}, 120_000);

it("文件照样写完", async () => {
  const out = join(folder, "已评分.xlsx");
  expect(await unheard(["stdout", "stderr"], blank, "--out", out)).toEqual({ exit: 1, said: "" });
  expect(openXlsx(readFileSync(out)).ok).toBe(true);
}, 120_000);

it.runIf(existsSync("/dev/full"))(
  "写不出结果：说明原因，退出码 2",
  async () => {
    const file = await program("main");
    const run = await new Promise<{ exit: number | null; said: string }>((resolve) => {
      const child = spawn("sh", ["-c", `"${process.execPath}" "${file}" --help > /dev/full`]);
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
      child.on("close", (exit) => {
        resolve({ exit, said });
      });
    });
    expect(run).toEqual({ exit: 2, said: "结果没有显示完。原因：磁盘已满。\n" });
  },
  120_000,
);
