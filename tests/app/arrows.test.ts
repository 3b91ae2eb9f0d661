import { ESLint, Linter } from "eslint";
import { describe, expect, it } from "vitest";

const project = new ESLint();
const linter = new Linter({ configType: "flat" });
const names = ["no-restricted-imports", "no-restricted-syntax"] as const;

/** What the project's own rules about imports say of a file. */
async function complaints(file: string, code: string): Promise<readonly string[]> {
  const { rules } = (await project.calculateConfigForFile(file)) as Linter.Config;
  const own = Object.fromEntries(
    names.flatMap((name) => (rules?.[name] === undefined ? [] : [[name, rules[name]]])),
  );
  return linter
    .verify(code, [{ files: ["**/*.{ts,tsx}"], rules: own }], file)
    .map(({ ruleId }) => String(ruleId));
}

const wrong: readonly (readonly [string, string])[] = [
  ["taskpane/a.tsx", "../commands/b"],
  ["commands/a.ts", "../taskpane/b"],
  ["cli/a.ts", "../commands/b"],
  ["taskpane/a.ts", "../workbench/b"],
  ["commands/a.ts", "../workbench/b"],
  ["workbench/a.ts", "../commands/b"],
  ["app/a.ts", "../taskpane/b"],
  ["app/a.ts", "../cli/b"],
  ["edits/a.ts", "../app/b"],
  ["findings/checks/a.ts", "../../edits/b"],
  ["scorecard/a.ts", "../findings/b"],
  ["editions/a.ts", "../scorecard/b"],
  ["editions/guangzhou2023/a.ts", "../../scorecard/b"],
  ["criteria/expression/a.ts", "../../form/b"],
  ["criteria/a.ts", "../facts/b"],
  ["quantity/a.ts", "../workbook/b"],
  ["adapters/xlsx/a.ts", "../../scorecard/b"],
  ["functions/a.ts", "../app/b"],
];

const right: readonly (readonly [string, string])[] = [
  ["workbench/a.tsx", "../taskpane/b"],
  ["taskpane/a.ts", "../app/b"],
  ["commands/a.ts", "../app/b"],
  ["cli/a.ts", "../app/b"],
  ["app/a.ts", "../adapters/xlsx/b"],
  ["edits/a.ts", "../scorecard/b"],
  ["functions/a.ts", "../criteria/b"],
  ["taskpane/a.ts", "./b"],
];

describe("引用只朝下", () => {
  it.each(wrong)("%s 不能引用 %s，事后载入的也不行", async (file, source) => {
    expect(await complaints(`src/${file}`, `import { b } from "${source}"; b();`)).toEqual([
      "no-restricted-imports",
    ]);
    expect(await complaints(`src/${file}`, `void import("${source}");`)).toEqual(["no-restricted-syntax"]);
  });

  it.each(right)("%s 可以引用 %s", async (file, source) => {
    expect(await complaints(`src/${file}`, `import { b } from "${source}"; b();`)).toEqual([]);
    expect(await complaints(`src/${file}`, `void import("${source}");`)).toEqual([]);
  });

  it("只有命令行碰文件系统", async () => {
    expect(await complaints("src/app/a.ts", 'import { b } from "node:fs"; b();')).toEqual([
      "no-restricted-imports",
    ]);
    expect(await complaints("src/cli/a.ts", 'import { b } from "node:fs"; b();')).toEqual([]);
  });
});
