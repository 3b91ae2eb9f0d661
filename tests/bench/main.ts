import { parseArgs } from "node:util";
import { benchAgainst } from "./against";
import { benchAnnexRows } from "./annexRows";
import { benchClauses } from "./clauses";
import { evaluateTimes } from "./evaluate";
import { benchFindings } from "./findings";
import { filesBench, filesLines, type FilesFigures } from "./files";
import { paneFigures, paneLines, type PaneFigures } from "./pane";

/*
 * npm run bench: how fast and how large, as ratios within this one run (absolute times depend on the machine).
 * npm run --silent bench -- --json: the figures that matter most as one JSON object, and nothing else.
 * npm run bench -- --against PATH: the same tasks on another checkout (its packages installed) beside this one.
 */

type Figures = Readonly<Record<"ms" | "cpuMs" | "peakMB", number>>;

/** Rounded: nothing behind the point means anything. */
function jsonFigures(files: FilesFigures, pane: PaneFigures, evaluate: Readonly<Record<string, number>>) {
  const figures = (name: string): Figures => {
    const { milliseconds, cpuMilliseconds, peakMegabytes } = files[name] ?? missing;
    return {
      ms: Math.round(milliseconds),
      cpuMs: Math.round(cpuMilliseconds),
      peakMB: Math.round(peakMegabytes),
    };
  };
  const names = ["ours", "oursTwoWorkers", "exceljs", "libreOffice"] as const;
  return {
    files: Object.fromEntries(names.map((name) => [name, figures(name)])),
    pane: { gzipKB: Math.round(pane.taskpane / 1024), usableMs: Math.round(pane.usableMilliseconds) },
    evaluate: Object.fromEntries(
      Object.entries(evaluate).map(([name, milliseconds]) => [name, Number(milliseconds.toFixed(2))]),
    ),
  };
}

const missing = { milliseconds: Number.NaN, cpuMilliseconds: Number.NaN, peakMegabytes: Number.NaN };

const { against, json } = parseArgs({
  options: { against: { type: "string" }, json: { type: "boolean", default: false } },
}).values;
if (against !== undefined) await benchAgainst(against);
else if (json) {
  const evaluate = await evaluateTimes();
  const pane = await paneFigures();
  console.log(JSON.stringify(jsonFigures(await filesBench(), pane, evaluate)));
} else {
  const anew = await evaluateTimes("anew");
  for (const [name, milliseconds] of Object.entries(await evaluateTimes())) {
    const whole = anew[name as keyof typeof anew].toFixed(2);
    console.log(
      `快照 → 计分结果（内存中） ${name}：${milliseconds.toFixed(2)} ms，连同认表 ${whole} ms（中位数，50 次）`,
    );
  }
  await benchAnnexRows();
  await benchClauses();
  await benchFindings();
  for (const line of paneLines(await paneFigures())) console.log(line);
  for (const line of filesLines(await filesBench())) console.log(line);
}
