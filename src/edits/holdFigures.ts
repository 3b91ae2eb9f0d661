import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { plainDigits } from "../criteria/words";
import { tidy } from "../quantity/tidy";
import type { Edit, EditPlan } from "../workbook/edit";
import { recordEdits, withKept, withRecordsOf } from "../workbook/records";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { contentOf, sameContent } from "./editLedger";
import { readRestoreRecord } from "./copiedForm";
import { keptRestore, type TouchedCell } from "./restoreRecord";
import { textFormula } from "./textFormula";
import { sameAddress } from "../workbook/cell";

/** The cell that a formula of a rule asks whether it holds words. */
const askedForWords = /ISTEXT\(((?:'(?:[^']|'')*'!)?\$?[A-Z]{1,3}\$?\d{1,7})\)/u;

/**
 * A stretch in words ("≤8%") is only understood by our functions: where one is given, the built-in formula yields the
 * points as read as long as the words stand there, and works by itself once a number does.
 */
export function holdFigures(snapshot: Snapshot, plan: EditPlan, scorecard: Scorecard): EditPlan {
  const rows = scorecard.rows
    .filter(({ points }) => points !== null)
    .filter((row) => stretchOf(row) !== null);
  if (rows.length === 0) return plan;
  const after = withRecordsOf(snapshot, plan);
  const record = readRestoreRecord(after, scorecard.sheet);
  const changed = new Map<TouchedCell, TouchedCell>();
  for (const row of rows) {
    const touched = record.cells.find((one) => one.role === "score" && sameAddress(one.at, row.at));
    const ours = touched === undefined ? null : guarded(touched, row);
    if (touched !== undefined && ours !== null) changed.set(touched, ours);
  }
  if (changed.size === 0) return plan;
  const cells = record.cells.map((one) => changed.get(one) ?? one);
  const records = withKept(after, scorecard.sheet, { restore: keptRestore({ ...record, cells }) });
  const edits = plan.edits.flatMap((edit): readonly Edit[] => {
    if (edit.kind === "record") return [];
    if (edit.kind !== "cell") return [edit];
    const ours = [...changed.values()].find(({ at }) => sameAddress(at, edit.at))?.ours;
    if (ours === undefined) return [edit];
    // It stands there already: only a format may be left to do.
    const stands = sameContent(contentOf(snapshotCell(snapshot, edit.at)), ours);
    const format = edit.look?.format;
    if (!stands) return [{ ...edit, content: ours }];
    return format === undefined ? [] : [{ kind: "format", at: edit.at, format, reason: edit.reason }];
  });
  return { ...plan, edits: [...edits, ...recordEdits(snapshot.records, records)] };
}

/** The words of a rate that was given as a stretch. */
export function stretchOf(row: ScorecardRow): string | null {
  const fact = row.facts.find(({ spec, value }) => spec.kind === "rate" && typeof value === "string");
  return typeof fact?.value === "string" ? fact.value : null;
}

function guarded(touched: TouchedCell, row: ScorecardRow): TouchedCell | null {
  const words = stretchOf(row);
  if (!("formula" in touched.ours) || words === null || row.points === null) return null;
  const cell = askedForWords.exec(touched.ours.formula)?.[1];
  if (cell === undefined) return null;
  const points = plainDigits(tidy(row.points));
  const formula = `=IF(${cell}=${textFormula(words)},${points},${touched.ours.formula.slice(1)})`;
  return { ...touched, ours: { formula } };
}
