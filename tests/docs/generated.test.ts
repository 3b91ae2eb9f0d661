import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDocuments, checkWords } from "../../scripts/docs/checkDocument";
import { checkPage } from "../../scripts/docs/checkPage";
import { checksHtml } from "../../scripts/docs/checksHtml";
import { checksPage } from "../../scripts/docs/checksPage";
import { functionsPage, type FunctionExamples } from "../../scripts/docs/functionsPage";
import { rowsPage } from "../../scripts/docs/rowsPage";
import { wordsPage, type WordCase } from "../../scripts/docs/wordsPage";
import { usage } from "../../src/cli/usage";
import { checks } from "../../src/findings/checks";
import { functionTable } from "../../src/functions/functionTable";
import { knownEditions } from "../../src/scorecard/chooseEdition";
import { tidy } from "../../src/quantity/tidy";
import { examplesOf } from "../findings/checkExamples";
import { evaluateFormulas } from "../support/evaluateFormula";
import { readCases } from "../support/readCases";

const page = (name: string): string => readFileSync(name, "utf8");
const examples = readCases("functionExamples") as FunctionExamples;

describe("生成的说明；过时了请运行 npm run docs", () => {
  it("docs/checks.md 与检查文件一致", () => {
    expect(page("docs/checks.md")).toBe(checksPage(checks, examplesOf));
  });

  it("每项检查一页，docs/checks/ 和 docs/checks.html 与检查、例子一致", () => {
    const documents = checkDocuments();
    expect(readdirSync("docs/checks").sort()).toEqual(documents.map(({ id }) => `${id}.md`).sort());
    for (const document of documents) expect(page(`docs/checks/${document.id}.md`)).toBe(checkPage(document));
    expect(page("docs/checks.html")).toBe(checksHtml(documents));
  });

  it("docs/functions.md 与函数的说明和例子一致", async () => {
    const written = await functionsPage("src/functions/customFunctions.ts", examples);
    expect(page("docs/functions.md")).toBe(written);
  });

  it("docs/rows.md 与评分标准的数据一致", () => {
    expect(page("docs/rows.md")).toBe(rowsPage(knownEditions));
  });
});

describe("每项检查的三段话（scripts/docs/checkWords.json）", () => {
  const ids = checks.map(({ id }) => id);
  const words = checkWords();

  it("每项检查都有，不认得的编号没有", () => {
    expect(ids.filter((id) => words[id] === undefined)).toEqual([]);
    expect(Object.keys(words).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("查什么、为什么、怎样答复，各是完整的话，没有两段是同一段", () => {
    const paragraphs = Object.entries(words).flatMap(([id, { looks, cares, answer }]) =>
      [looks, cares, answer].map((text) => ({ id, text })),
    );
    expect(paragraphs.filter(({ text }) => !/^\P{L}?\p{L}.{18,}。$/u.test(text))).toEqual([]);
    expect(new Set(paragraphs.map(({ text }) => text)).size).toBe(paragraphs.length);
  });
});

describe("评分依据里的话怎样读", () => {
  it("docs/words.md 与案例一致", () => {
    const cells = (name: string): readonly WordCase[] => readCases(name) as readonly WordCase[];
    expect(page("docs/words.md")).toBe(wordsPage(cells("ordinaryCells"), cells("misleadingCells")));
  });
});

describe("函数的例子", () => {
  it("每个函数都有", () => {
    expect(Object.keys(examples)).toEqual(Object.keys(functionTable));
  });

  it.each(Object.values(examples).flatMap((own) => own ?? []))("%s → %s", (formula, shows) => {
    const [value] = evaluateFormulas([formula.slice(1)], {});
    expect(typeof value === "number" ? tidy(value) : value).toBe(shows);
  });
});

describe("说明里的链接", () => {
  const pages = [".", "docs", "docs/checks", "docs/decisions"].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .map((file) => join(folder, file)),
  );

  it.each(pages)("%s 的链接都有", (name) => {
    const links = Array.from(page(name).matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu), ([, to = ""]) => to);
    expect(links.filter((to) => !existsSync(join(dirname(name), to)))).toEqual([]);
  });

  it("每个决定都列在目录里", () => {
    const listed = page("docs/decisions/README.md");
    const files = readdirSync("docs/decisions").filter((file) => /^\d{4}-/u.test(file));
    expect(files.filter((file) => !listed.includes(`(${file})`))).toEqual([]);
  });
});

describe("命令行的说明", () => {
  it("样例写进的文件夹在仓库里，写的东西不算改动", () => {
    const { scripts } = JSON.parse(page("package.json")) as { scripts: { demo: string } };
    const folder = / --out (\S+)$/u.exec(scripts.demo)?.[1] ?? "";
    expect(page(join(folder, ".gitignore"))).toContain("*\n");
  });

  it("用法里的每个选项 README 都说到", () => {
    const options = Array.from(usage.matchAll(/^ {2}(--[a-z-]+)/gmu), ([, option = ""]) => option);
    expect(options.length).toBeGreaterThan(8);
    expect(options.filter((option) => !page("README.md").includes(option))).toEqual([]);
  });
});
