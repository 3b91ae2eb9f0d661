import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { knownEditions } from "../../src/scorecard/chooseEdition";
import { examplesOf } from "../../tests/findings/checkExamples";
import { checkPage } from "./checkPage";
import { checksHtml } from "./checksHtml";
import { checksPage } from "./checksPage";
import { functionsPage, type FunctionExamples } from "./functionsPage";
import { indexChecks } from "./indexChecks";
import { rowsPage } from "./rowsPage";
import { wordsPage, type WordCase } from "./wordsPage";

/*
 * npm run docs: takes every file of src/findings/checks/ into src/findings/checks.ts, and writes docs/checks.md with a page for each of
 * them (docs/checks/, and docs/checks.html for the package), docs/functions.md, docs/rows.md and docs/words.md out of what the program itself says.
 */

const write = (path: string, text: string): void => {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  writeFileSync(path, text);
  console.log(`已更新 ${path}。`);
};

const index = "src/findings/checks.ts";
write(index, indexChecks(readdirSync("src/findings/checks"), readFileSync(index, "utf8")));
const { checks } = await import("../../src/findings/checks");
for (const { id } of checks.filter((check) => examplesOf(check.id).length === 0)) {
  console.error(`请在 tests/findings/examples/${id}.json 写例子：至少一个会提出的，一个不提出的。`);
}
write("docs/checks.md", checksPage(checks, examplesOf));
const { checkDocuments } = await import("./checkDocument");
const documents = checkDocuments();
mkdirSync("docs/checks", { recursive: true });
for (const file of readdirSync("docs/checks")) {
  if (!documents.some(({ id }) => file === `${id}.md`)) rmSync(`docs/checks/${file}`);
}
for (const document of documents) write(`docs/checks/${document.id}.md`, checkPage(document));
write("docs/checks.html", checksHtml(documents));
for (const { id } of checks.filter((check) => !documents.some((document) => document.id === check.id))) {
  console.error(`请在 scripts/docs/checkWords.json 写“${id}”的三段话：查什么、为什么、怎样答复。`);
}
const examples = JSON.parse(readFileSync("tests/cases/functionExamples.json", "utf8")) as FunctionExamples;
write("docs/functions.md", await functionsPage("src/functions/customFunctions.ts", examples));
write("docs/rows.md", rowsPage(knownEditions));
const cells = (name: string): readonly WordCase[] =>
  JSON.parse(readFileSync(`tests/cases/${name}.json`, "utf8")) as readonly WordCase[];
write("docs/words.md", wordsPage(cells("ordinaryCells"), cells("misleadingCells")));
