import { paperOf } from "../facts/paperOf";
import type { NoForm } from "../form/form";
import { readCases, type Case, type CaseOptions } from "../scorecard/case";
import {
  fail,
  succeed,
  stopped,
  type Outcome,
  type Problem,
  type ReadWish,
  type WorkbookPort,
} from "../workbook/port";
import type { Snapshot } from "../workbook/snapshot";

export interface OpenOptions extends CaseOptions, ReadWish {
  /** The sheet that a person picked among several forms; null: nobody did. */
  readonly picked?: string | null;
  /** Which sheet is in front; null: nobody can say. Asked where there are several forms and nobody picked one. */
  readonly front?: (() => Promise<string | null>) | undefined;
}

/** A workbook as it is now, and the form in it that is worked on. */
export type Opened =
  | {
      readonly snapshot: Snapshot;
      readonly formCase: Case;
      readonly cases: readonly Case[];
      readonly noForm: null;
      /** The picked sheet holds no form any more: the one to work on is another. */
      readonly lostPick: string | null;
      /** It is worked on because its sheet, or that of its working paper, is in front. */
      readonly isInFront: boolean;
    }
  | { readonly snapshot: Snapshot; readonly formCase: null; readonly noForm: NoForm };

/** Reads a workbook and evaluates the forms in it. */
export async function openForm(
  port: Pick<WorkbookPort, "read">,
  options: OpenOptions = {},
): Promise<Outcome<Opened>> {
  const { whole = false, watch } = options;
  const read = await port.read({ whole, watch });
  if (!read.ok) return read;
  watch?.step("work", 0, 0);
  if ((await watch?.goOn()) === false) return fail(stopped);
  const snapshot = read.value;
  const { cases, main, noForm } = readCases(snapshot, options);
  if (noForm !== null) return succeed({ snapshot, formCase: null, noForm });
  const picked = options.picked ?? null;
  const found = cases.find(({ sheet }) => sheet === picked);
  const lostPick = found === undefined ? picked : null;
  const front = picked === null && cases.length > 1 ? ((await options.front?.()) ?? null) : null;
  const inFront = front === null ? undefined : cases.find((one) => isOf(one, front));
  const formCase = found ?? inFront ?? main;
  return succeed({ snapshot, formCase, cases, noForm, lostPick, isInFront: inFront !== undefined });
}

/** Whether a sheet is that of a form or of its working paper. */
function isOf({ snapshot, sheet }: Case, name: string): boolean {
  return sheet === name || paperOf(snapshot, sheet)?.sheet.name === name;
}

/** The form to work on, or in words why there is none. */
export function openedCase(opened: Opened): Outcome<Case> {
  if (opened.noForm !== null) return fail(noFormProblem(opened.noForm));
  return opened.lostPick === null ? succeed(opened.formCase) : fail(lostPickProblem(opened.lostPick));
}

/** Which titles were looked for, and where they were missing. */
export function noFormProblem(noForm: NoForm): Problem {
  return {
    code: "noForm",
    what: "工作簿里没有找到绩效自评表。",
    why: noForm.why,
    todo: `请确认打开的是自评表；表头应有：${noForm.wanted.join("、")}。`,
    details: noForm.sheets.map(
      (sheet) =>
        `工作表“${sheet.sheet}”：缺 ${sheet.missing.join("、") || "—"}；有 ${sheet.found.join("、") || "—"}`,
    ),
  };
}

/** Another form than the picked one is never written to unasked. */
function lostPickProblem(sheet: string): Problem {
  return {
    code: "sheetMissing",
    what: "没有完成。",
    why: `选定的工作表“${sheet}”里没有自评表了，可能已改名、删除或改了表头。`,
    todo: "请在面板里重新选择自评表，再试一次。",
  };
}
