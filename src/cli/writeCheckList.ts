import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { withCheckList } from "../findings/listChecks";
import { indexChecks } from "./indexChecks";
import { safeWrite } from "./safeWrite";

/*
 * npm run docs:checks: takes every file of src/findings/checks/ into src/findings/checks.ts, and writes the list of
 * checks with their examples into README.md between its marks.
 */

function examplesOf(check: string): readonly { readonly title: string; readonly finds: number }[] {
  const file = `tests/findings/examples/${check}.json`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as ReturnType<typeof examplesOf>;
  console.error(`请在 ${file} 写例子：至少一个会提出的，一个不提出的。`);
  return [];
}

const index = "src/findings/checks.ts";
const before = await readFile(index, "utf8");
const after = indexChecks(await readdir("src/findings/checks"), before);
if (after !== before) {
  await safeWrite(index, after);
  console.log(`已更新 ${index}。`);
}
const { checks } = await import("../findings/checks");

const path = "README.md";
const readme = await readFile(path, "utf8");
const next = withCheckList(readme, checks, examplesOf);
if (next === null) {
  console.error(`${path} 里没有检查清单的标记。`);
  process.exitCode = 2;
} else if (next !== readme) {
  await safeWrite(path, next);
  console.log(`已更新 ${path}：${checks.length} 项检查。`);
}
