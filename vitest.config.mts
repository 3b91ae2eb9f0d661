import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const report = process.env["JX_TEST_REPORT"];

/** JX_TESTS=plain leaves out what starts a browser or LibreOffice: these run on one version of Node only. */
const plain = process.env["JX_TESTS"] === "plain";
const starters = /from "(?:playwright-core|[./\w]*support\/(?:browser|libreOffice))"/u;

function startingFiles(): readonly string[] {
  return readdirSync("tests", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/u.test(file))
    .map((file) => join("tests", file).replaceAll("\\", "/"))
    .filter((file) => starters.test(readFileSync(file, "utf8")));
}

/** These take a minute each and more: one that began last would run beside a worker that has nothing left to do. */
const longest =
  /\/(?:manyInputs|workbench|ruleCard|wholeCells\.property|package|unusableFigures|accessibility|cli)\.test\.ts$/u;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => longest.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: [...configDefaults.exclude, ...(plain ? startingFiles() : [])],
    globalSetup: ["tests/scratch.ts"],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 120_000,
    // The first to want the built pages waits for the build, with the machine busy otherwise.
    hookTimeout: 480_000,
    allowOnly: false,
    sequence: { sequencer: LongestFirst },
    // Two cores are what a build machine has; vitest alone would leave one of them to itself.
    maxWorkers: 2,
    // Modules are pure: loading them anew for each of 200 files would cost a third of the time.
    isolate: false,
    // Tests make very many short-lived objects: with more room for them the collector takes a fifth less of the time.
    execArgv: ["--max-semi-space-size=64"],
    // The build machine reads the JSON report to be sure that nothing was skipped.
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
