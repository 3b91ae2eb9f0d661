import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { indexChecks } from "../../scripts/docs/indexChecks";
import { checks } from "../../src/findings/checks";
import { examplesOf } from "./checkExamples";
import { findingsOf } from "./exampleContext";

describe.each(checks.map((check) => [check.title, check] as const))("%s", (_, check) => {
  const examples = examplesOf(check.id);

  it("两面的例子都有", () => {
    expect(examples.some(({ finds }) => finds > 0)).toBe(true);
    expect(examples.some(({ finds }) => finds === 0)).toBe(true);
  });

  it.each(examples.map((example) => [example.title, example] as const))("%s", (_title, example) => {
    const found = findingsOf(check, example.book);
    expect(found.map(({ what }) => what)).toHaveLength(example.finds);
    for (const { what, why, todo, subject } of found) {
      expect(what).toMatch(/。$/u);
      expect(why).toMatch(/。$/u);
      expect(todo).toMatch(/。$/u);
      expect(subject).not.toBe("");
    }
  });
});

describe("检查清单", () => {
  it("checks/ 里的每个文件都登记了，编号就是文件名；没有的请运行 npm run docs", async () => {
    const files = (await readdir("src/findings/checks")).map((file) => file.replace(/\.ts$/u, ""));
    const ids: readonly string[] = checks.map(({ id }) => id);
    expect(files.filter((file) => !ids.includes(file))).toEqual([]);
    expect(ids.filter((id) => !files.includes(id))).toEqual([]);
    const examples = (await readdir("tests/findings/examples")).map((file) => file.replace(/\.json$/u, ""));
    expect(examples.filter((file) => !ids.includes(file))).toEqual([]);
  });

  it("登记表由命令写成：次序照旧，新的排在最后，没有了的去掉", async () => {
    const index = await readFile("src/findings/checks.ts", "utf8");
    const files = await readdir("src/findings/checks");
    expect(indexChecks(files, index)).toBe(index);
    const changed = indexChecks([...files.slice(1), "aNewOne.ts"], index);
    expect(changed).toContain('import { aNewOne } from "./checks/aNewOne";');
    expect(changed).toMatch(/ {2}aNewOne,\n\];\n$/u);
    expect(changed).not.toContain(files[0]?.replace(".ts", ""));
  });

  it("编号不重复，只用字母", () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { id } of checks) expect(id).toMatch(/^[a-zA-Z]+$/u);
  });
});
