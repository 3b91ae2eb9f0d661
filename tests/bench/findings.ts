import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { findFindings } from "../../src/findings/findFindings";
import { evaluated } from "../support/scored";

/** 报送前自查 of the city form once it is scored, without and with its report: median milliseconds of 50 runs. */
export async function benchFindings(): Promise<void> {
  const file = "samples/city-2023-blank.xlsx";
  const opened = openXlsx(new Uint8Array(await readFile(file)));
  if (!opened.ok) throw new Error(opened.problem.what);
  const formCase = evaluated(opened.value.snapshot());
  const report = await readFile("tests/findings/documents/city-report.txt", "utf8");
  for (const [name, text] of [
    ["", null],
    ["，对照自评报告", report],
  ] as const) {
    const times = Array.from({ length: 60 }, () => {
      const started = performance.now();
      findFindings(formCase, { report: text });
      return performance.now() - started;
    });
    const sorted = times.slice(10).sort((left, right) => left - right);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    console.log(`报送前自查${name} ${file}：${median.toFixed(2)} ms（中位数，50 次；应低于 20 ms）`);
  }
}
