import { readFile } from "node:fs/promises";
import { openXlsx } from "../../src/adapters/xlsx/openXlsx";
import { nodeZip } from "../../src/cli/nodeZip";
import { planScoring } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import { readCases } from "../../src/scorecard/case";

export const stages = ["打开", "计分", "计划写入", "写入并重算", "保存"] as const;

/** Milliseconds of the processor. */
export type StageTimes = Readonly<Record<(typeof stages)[number], number>>;

/** The whole way of one file: open, evaluate, plan, write and recalculate, save; its facts stand in a file beside it. */
export async function scoreForm(
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly stages: StageTimes }> {
  const given = new Map(JSON.parse(await readFile(`${path}.json`, "utf8")) as [string, never][]);
  const content = new Uint8Array(await readFile(path));
  let last = cpuNow();
  const lap = (): number => {
    const before = last;
    last = cpuNow();
    return last - before;
  };
  const opened = openXlsx(content, { functions: functionTable, deflater: nodeZip });
  if (!opened.ok) throw new Error(opened.problem.what);
  const open = lap();
  const { main, noForm } = readCases(opened.value.snapshot(), { given });
  if (noForm !== null) throw new Error(noForm.why);
  const evaluated = lap();
  const plan = planScoring(main, { overwrite: "all" });
  const planned = lap();
  const applied = await opened.value.apply(plan);
  if (!applied.ok) throw new Error(applied.problem.what);
  const written = lap();
  const bytes = opened.value.save();
  return {
    bytes,
    stages: { 打开: open, 计分: evaluated, 计划写入: planned, 写入并重算: written, 保存: lap() },
  };
}

export function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
