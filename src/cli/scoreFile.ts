import { readFile } from "node:fs/promises";
import { openXlsx } from "../adapters/xlsx/openXlsx";
import { planRepair } from "../edits/planRepair";
import { planScoring } from "../edits/planScoring";
import type { GivenFacts } from "../facts/gatherFacts";
import type { NoForm } from "../form/form";
import { functionTable } from "../functions/functionTable";
import { evaluate } from "../scorecard/evaluate";
import type { Scorecard } from "../scorecard/scorecard";
import { fail, succeed, type Outcome, type Problem } from "../workbook/port";
import type { ConvertedTo } from "../edits/planConvert";
import { systemReason } from "./systemReason";
import { unknownFacts } from "./factsFile";
import { freezeWorkbook } from "./freezeWorkbook";

export interface ScoredFile {
  readonly scorecard: Scorecard;
  /** Makes the bytes of the scored workbook; only called when they are to be written. */
  readonly save: () => Promise<Outcome<Uint8Array>>;
}

/** One file through the whole pass: read → form → facts → scorecard → edits → bytes. */
export async function scoreFile(
  path: string,
  options: {
    readonly given: GivenFacts;
    readonly overwriteTyped: boolean;
    readonly freeze: ConvertedTo | null;
  },
): Promise<Outcome<ScoredFile>> {
  const bytes = await readFile(path).catch((error: unknown) => error);
  if (!(bytes instanceof Uint8Array)) return fail(unreadable(path, bytes));
  const opened = openXlsx(bytes, { functions: functionTable });
  if (!opened.ok) return opened;
  const workbook = opened.value;
  const broken = planRepair(workbook.snapshot());
  if (broken.edits.length > 0) await workbook.apply(broken);
  const snapshot = workbook.snapshot();
  const evaluated = evaluate(snapshot, { given: options.given });
  if ("noForm" in evaluated) return fail(noFormProblem(evaluated.noForm));
  const { form, scorecard, bound } = evaluated;
  const unknown = unknownFacts(options.given, scorecard);
  if (unknown !== null) return fail(unknown);
  return succeed({
    scorecard,
    save: async () => {
      const overwrite = options.overwriteTyped ? ({ overwrite: "all" } as const) : {};
      const applied = await workbook.apply(planScoring(snapshot, form, scorecard, { ...overwrite, bound }));
      if (!applied.ok) return applied;
      if (options.freeze === null) return succeed(workbook.save(), applied.notes);
      const frozen = await freezeWorkbook(workbook, { form, scorecard }, options.freeze);
      return frozen.ok ? succeed(workbook.save(), [...applied.notes, ...frozen.notes]) : frozen;
    },
  });
}

/** Which titles were looked for, and where they were missing. */
export function noFormProblem(noForm: NoForm): Problem {
  return {
    code: "noForm",
    what: "工作簿里没有找到部门整体支出绩效自评表。",
    why: noForm.why,
    todo: `请确认打开的是自评表；表头应有：${noForm.wanted.join("、")}。`,
    details: noForm.sheets.map(
      (sheet) =>
        `工作表“${sheet.sheet}”：缺 ${sheet.missing.join("、") || "—"}；有 ${sheet.found.join("、") || "—"}`,
    ),
  };
}

export function unreadable(path: string, error: unknown): Problem {
  return {
    code: "fileMissing",
    what: `读不了文件 ${path}。`,
    why: systemReason(error),
    todo: "请检查路径和权限后再试。",
  };
}
