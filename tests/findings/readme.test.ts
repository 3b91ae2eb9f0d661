import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/findings/checks";
import { withCheckList } from "../../src/findings/listChecks";
import { usage } from "../../src/cli/options";
import { examplesOf } from "./checkExamples";

describe("README 的检查清单", () => {
  it("与检查文件一致；过时了请运行 npm run docs:checks", async () => {
    const readme = await readFile("README.md", "utf8");
    expect(withCheckList(readme, checks, examplesOf)).toBe(readme);
  });

  it("没有标记时不改", () => {
    expect(withCheckList("# 说明", checks, examplesOf)).toBeNull();
  });

  it("命令行的选项在 README 里都说到", async () => {
    const readme = await readFile("README.md", "utf8");
    for (const option of ["--check", "--report"]) {
      expect(usage).toContain(option);
      expect(readme).toContain(`\`${option}`);
    }
  });
});
