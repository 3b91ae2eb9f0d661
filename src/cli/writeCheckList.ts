import { readdir, readFile } from "node:fs/promises";
import { withCheckList } from "../findings/listChecks";
import { checkExamples } from "./checkExamples";
import { indexChecks } from "./indexChecks";
import { safeWrite } from "./safeWrite";

/*
 * npm run docs:checks: takes every file of src/findings/checks/ into src/findings/checks.ts, and writes the list of
 * checks with their examples into README.md between its marks.
 */

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
const next = withCheckList(readme, checks, await checkExamples(checks));
if (next === null) {
  console.error(`${path} 里没有检查清单的标记。`);
  process.exitCode = 2;
} else if (next !== readme) {
  await safeWrite(path, next);
  console.log(`已更新 ${path}：${checks.length} 项检查。`);
}
