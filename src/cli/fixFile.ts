import { checkForm } from "../app/makeChange";
import { openedCase, openForm } from "../app/openForm";
import { sayPlace } from "../edits/findingsSheet";
import { planMend } from "../edits/planMend";
import { shortChange } from "../edits/shortChange";
import type { FindingOptions } from "../findings/findFindings";
import { inCell, type CellFix, type Finding } from "../findings/finding";
import type { Case } from "../scorecard/case";
import { a1, cellKey } from "../workbook/cell";
import { newerRecords } from "../workbook/records";
import { fail, succeed, type Outcome, type Problem, type WorkbookPort } from "../workbook/port";
import { openFile, type CheckedForm, type FileForm, type FileOptions } from "./scoreFile";

/** A form with what is left to find. */
interface FixedForm extends CheckedForm {
  /** Cell by cell, from what stood there first to what stands there last. */
  readonly fixed: readonly CellFix[];
}

/** The forms of a file with everything mended that can safely be, in memory; bytes: null where there was nothing to mend. */
export async function fixFile(
  path: string,
  options: FileOptions,
  given: FindingOptions,
): Promise<Outcome<{ readonly forms: readonly FixedForm[]; readonly bytes: Uint8Array | null }>> {
  const opened = await openFile(path, options);
  if (!opened.ok) return opened;
  const { workbook } = opened.value;
  const forms: FixedForm[] = [];
  const notes: string[] = [];
  for (const one of opened.value.forms) {
    if (one.isLeft) continue;
    const mended = await fixForm(workbook, one.formCase, options, given);
    if (!mended.ok) return mended;
    forms.push({ ...one, ...mended.value });
    notes.push(...mended.notes);
  }
  const isChanged = forms.some(({ fixed }) => fixed.length > 0);
  return succeed({ forms, bytes: isChanged ? workbook.save() : null }, notes);
}

/** A score that is mended makes the total another, and that the grade: enough for each of them, and for a slip in between. */
const mostRounds = 5;

async function fixForm(
  workbook: WorkbookPort,
  first: Case,
  options: FileOptions,
  beside: FindingOptions,
): Promise<Outcome<Omit<FixedForm, keyof FileForm>>> {
  const fixed = new Map<string, CellFix>();
  const notes: string[] = [];
  let formCase = first;
  for (let round = 1; ; round += 1) {
    const checked = await checkForm(formCase, beside);
    const fixes = formCase.copyOf !== null || round > mostRounds ? [] : fixesOf(checked.findings);
    if (fixes.length === 0) return succeed({ fixed: changedCells(fixed), ...checked }, notes);
    const { plan } = planMend(formCase, fixes);
    if (plan.refused !== undefined) return fail(newerRecords);
    const applied = await workbook.apply(plan);
    if (!applied.ok) return applied;
    notes.push(...applied.notes);
    for (const one of fixes) {
      const before = fixed.get(cellKey(one.at))?.before ?? one.before;
      fixed.set(cellKey(one.at), { ...one, before });
    }
    const { given, sheet } = formCase;
    const again = await openForm(workbook, { ...options, given, sheet });
    const found = again.ok ? openedCase(again.value) : again;
    if (!found.ok) return found;
    formCase = found.value;
  }
}

/** What stands again as it stood first was not mended. */
function changedCells(fixed: ReadonlyMap<string, CellFix>): readonly CellFix[] {
  return Array.from(fixed.values()).filter(({ before, after }) => before !== after);
}

/** Of two that would write into one cell the graver one; what is left is found again. */
function fixesOf(findings: readonly Finding[]): readonly CellFix[] {
  const cells = new Map<string, CellFix>();
  for (const { fix, dismissed } of findings) {
    if (fix === undefined || dismissed !== null || fix.some(({ at }) => cells.has(cellKey(at)))) continue;
    for (const one of fix) cells.set(cellKey(one.at), one);
  }
  return Array.from(cells.values());
}

export const overInput: Problem = {
  code: "fileNotWritable",
  what: "没有写入改正后的文件。",
  why: "--out 就是原文件，--fix 不改原文件。",
  todo: "请换一个输出的文件名。",
};

/** 自评表!I16：9.65 → 9.657（采用计算得分） */
export function fixLines(fixed: readonly CellFix[]): readonly string[] {
  if (fixed.length === 0) return ["没有可以自动改正的问题，没有写文件。"];
  return fixed.map((one) => {
    const { before, after } = shortChange(one);
    return `${sayPlace(inCell(one.at))}：${before} → ${after}（${one.label}）`;
  });
}

/** The same for other programs; the keys are a contract with them. */
export function jsonFixed(fixed: readonly CellFix[]) {
  return fixed.map(({ at, before, after, label }) => ({
    sheet: at.sheet,
    cell: a1(at),
    before,
    after,
    why: label,
  }));
}
