import type { Case } from "../scorecard/case";
import { emptyPlan, type Edit, type EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan, withRecordsOf } from "../workbook/records";
import { formatAt, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { frozenCells } from "./frozenCells";
import { holdFigures, stretchOf } from "./holdFigures";
import { planScoring } from "./planScoring";
import { readRestoreRecord } from "./copiedForm";
import { keptRestore, type TouchedCell, type RestoreRecord } from "./restoreRecord";
import type { ScorecardRow } from "../scorecard/scorecard";
import { sameAddress, a1 } from "../workbook/cell";

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
  const rows = scorecard.rows.map((row) => {
    const held = wordsInFormulas(snapshot, row, record);
    if (held.length === 0) return row;
    const note = `普通公式中写入的是读得的数（${held.join("；")}），这些文字改动后请重新计算得分。`;
    return { ...row, reason: `${row.reason}${note}` };
  });
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

/** How many figures a sentence names before it counts the rest. */
const named = 3;

/**
 * What of a row stands in words that Excel's own functions cannot read, so that its built-in formula holds the figures
 * as read: "分值“10 分”", "评分标准的分档". `record`: with the formulas of our own functions, which read such cells.
 */
function wordsInFormulas(snapshot: Snapshot, row: ScorecardRow, record: RestoreRecord): readonly string[] {
  if (row.points === null) return [];
  const weight = snapshotCell(snapshot, row.weightAt)?.value;
  const stretch = stretchOf(row);
  const annex = row.annexRows
    .filter(({ rate }) => rate !== null)
    .flatMap(({ target, actual }) => [target, actual])
    .filter(({ at }) => typeof snapshotCell(snapshot, at)?.value === "string")
    .map(({ text }) => `“${text}”`);
  return [
    ...(typeof weight === "string" ? [`分值“${weight.trim()}”`] : []),
    ...(readsStandard(row, record) ? ["评分标准的分档"] : []),
    ...(stretch === null ? [] : [`“${stretch}”`]),
    ...(annex.length === 0
      ? []
      : [`附表的${annex.slice(0, named).join("、")}${annex.length > named ? `等${annex.length}处` : ""}`]),
  ];
}

/** The indicator's formula of ours names its 评分标准 cell. */
function readsStandard({ standard, at }: ScorecardRow, record: RestoreRecord): boolean {
  if (standard === null) return false;
  const ours = record.cells.find((one) => one.role === "score" && sameAddress(one.at, at))?.ours;
  if (ours === undefined || !("formula" in ours)) return false;
  const name = a1(standard.at);
  return new RegExp(`(?<![A-Z$!])${name}(?!\\d)`, "u").test(ours.formula);
}
