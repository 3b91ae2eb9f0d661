import type { Case } from "../scorecard/case";
import { emptyPlan, type Edit, type EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan, withRecordsOf } from "../workbook/records";
import { formatAt, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { frozenCells } from "./frozenCells";
import { heldNote, heldRows } from "./wordsInFormulas";
import { holdFigures } from "./holdFigures";
import { planScoring } from "./planScoring";
import { keptRestore, readRestoreRecord, type TouchedCell } from "./restoreRecord";

/** What the results of ours stand as. */
export type ConvertedTo = "builtIn" | "values";

/**
 * 转为普通公式: every formula of ours as one of built-in functions, from the same table of the rule, still live. Where a
 * figure stands in words, the formula holds what was read from them, and 扣分说明 says so.
 */
export function planBuiltIn(formCase: Case): EditPlan {
  const { snapshot, scorecard } = formCase;
  const after = withRecordsOf(snapshot, planScoring(formCase));
  const record = readRestoreRecord(after, formCase.sheet);
  const notes = new Map(
    heldRows(snapshot, scorecard, record).map(({ row, words }) => [row, heldNote(words)] as const),
  );
  const rows = scorecard.rows.map((row) => ({ ...row, reason: `${row.reason}${notes.get(row) ?? ""}` }));
  const noted = { ...formCase, scorecard: { ...scorecard, rows } };
  const plan = planScoring(noted, { dialect: "builtIn" });
  return holdFigures(snapshot, plan, scorecard);
}

/**
 * 转为数值, of a workbook in which everything is worked out (after planBuiltIn, read again): results of ours as values.
 * What shows nothing yet keeps its formula of built-in functions; so does 扣分说明, which goes on saying when a score
 * was changed.
 */
export function planValues({ snapshot, scorecard }: Case): EditPlan {
  if (isNewer(snapshot)) return refusedPlan;
  const record = readRestoreRecord(snapshot, scorecard.sheet);
  const frozen = frozenCells(snapshot, record, scorecard);
  if (frozen.length === 0) return emptyPlan;
  const entries = new Map<TouchedCell, TouchedCell>();
  const edits = frozen.map(({ touched, at, value, format }): Edit => {
    const standing = formatAt(snapshot, at);
    const raised = format !== undefined && format !== standing;
    entries.set(touched, {
      ...touched,
      at,
      ours: { value },
      ...(raised ? { formatBefore: touched.formatBefore ?? standing ?? "General", ourFormat: format } : {}),
    });
    return {
      kind: "cell",
      at,
      content: { value },
      reason: "转为数值",
      ...(raised ? { look: { format } } : {}),
    };
  });
  const cells = record.cells.map((one) => entries.get(one) ?? one);
  const kept = keepValues(snapshot, scorecard.sheet, { restore: keptRestore({ ...record, cells }) });
  const expects = frozen.flatMap(({ at }) => {
    const formula = snapshotCell(snapshot, at)?.formula;
    return formula === undefined ? [] : [{ at, holds: { formula } }];
  });
  return { edits: [...edits, ...kept], expects };
}

/** Whether the scores that stand in the workbook were converted: they are brought up to date in that form. */
export function convertedTo(snapshot: Snapshot, sheet: string | null): ConvertedTo | null {
  const scores = readRestoreRecord(snapshot, sheet).cells.filter(({ role }) => role === "score");
  if (scores.some(({ ours }) => "value" in ours)) return "values";
  const formulas = scores.flatMap(({ ours }) => ("formula" in ours ? [ours.formula] : []));
  return formulas.length > 0 && !formulas.some((formula) => /\bJX\./u.test(formula)) ? "builtIn" : null;
}
