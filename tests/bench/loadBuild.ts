import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { GivenFacts } from "../../src/facts/gatherFacts";
import type { EditPlan } from "../../src/workbook/edit";
import type { Outcome } from "../../src/workbook/port";
import type { Snapshot } from "../../src/workbook/snapshot";

/** What a benchmark asks of a checkout, whatever its modules are called. */
export interface Build {
  readonly open: (bytes: Uint8Array) => OpenBook;
  readonly evaluate: (snapshot: Snapshot, given?: GivenFacts) => Evaluated;
}

interface OpenBook {
  readonly snapshot: () => Snapshot;
  readonly apply: (plan: EditPlan) => Promise<Outcome<unknown>>;
  readonly save: () => Uint8Array;
}

interface Evaluated {
  /** 计算得分 over everything that stands there. */
  readonly plan: () => EditPlan;
  readonly findings: (report: string | null) => unknown;
}

type Call<Result> = (...args: readonly unknown[]) => Result;

/** The modules of the checkout in a folder: this one, or an older one. @throws Error for one that has no known names. */
export async function loadBuild(folder: string): Promise<Build> {
  const load = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
    (await import(pathToFileURL(join(resolve(folder), "src", file)).href)) as Record<string, unknown>;
  const openXlsx = (await load("adapters/xlsx/openXlsx.ts"))["openXlsx"] as Call<Outcome<OpenBook>>;
  const { functionTable } = await load("functions/functionTable.ts");
  const planScoring = (await load("edits/planScoring.ts"))["planScoring"] as Call<EditPlan>;
  const findFindings = (await load("findings/findFindings.ts"))["findFindings"] as Call<unknown>;
  // As its command line opens a file.
  const own = existsSync(join(folder, "src/cli/nodeZip.ts")) ? await load("cli/nodeZip.ts") : {};
  const options = { functions: functionTable, ...("nodeZip" in own ? { deflater: own["nodeZip"] } : {}) };
  const open: Build["open"] = (bytes) => {
    const opened = openXlsx(bytes, options);
    if (!opened.ok) throw new Error(opened.problem.what);
    return opened.value;
  };
  if (existsSync(join(folder, "src/scorecard/case.ts"))) {
    const readCases = (await load("scorecard/case.ts"))["readCases"] as Call<{ readonly main: unknown }>;
    const evaluate: Build["evaluate"] = (snapshot, given = new Map()) => {
      const { main } = readCases(snapshot, { given });
      if (main === null) throw new Error("no form");
      return {
        plan: () => planScoring(main, { overwrite: "all" }),
        findings: (report) => findFindings(main, { report }),
      };
    };
    return { open, evaluate };
  }
  // Until 0.1.0 every step took the snapshot and what was evaluated before.
  const evaluateBefore = (await load("scorecard/evaluate.ts"))["evaluate"] as Call<
    Readonly<Record<"form" | "scorecard" | "bound", unknown>>
  >;
  const evaluate: Build["evaluate"] = (snapshot, given = new Map()) => {
    const evaluated = evaluateBefore(snapshot, { given });
    if ("noForm" in evaluated) throw new Error("no form");
    const { form, scorecard, bound } = evaluated;
    return {
      plan: () => planScoring(snapshot, form, scorecard, { overwrite: "all", bound }),
      findings: (report) => findFindings(snapshot, evaluated, { report }),
    };
  };
  return { open, evaluate };
}
