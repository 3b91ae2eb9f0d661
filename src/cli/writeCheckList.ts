import { readFile } from "node:fs/promises";
import { checks } from "../findings/checks";
import { withCheckList } from "../findings/listChecks";
import { safeWrite } from "./safeWrite";

/*
 * npm run docs:checks: writes the list of checks into README.md between its marks.
 */

const path = "README.md";
const readme = await readFile(path, "utf8");
const next = withCheckList(readme, checks);
if (next === null) {
  console.error(`${path} 里没有检查清单的标记。`);
  process.exitCode = 2;
} else if (next !== readme) {
  await safeWrite(path, next);
  console.log(`已更新 ${path}：${checks.length} 项检查。`);
}
