import type { FormulaContext } from "../criteria/rule";
import { paperNames } from "../facts/workingPaper";
import type { Case } from "../scorecard/case";
import { isOwnReason, isOwnScore } from "../scorecard/ownFormulas";
import { cellKey } from "../workbook/cell";
import type { EditPlan } from "../workbook/edit";
import { withRecordsOf } from "../workbook/records";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { readRestoreRecord } from "./copiedForm";
import { contentOf, isBlank, sameContent } from "./editLedger";
import { isRecordLost } from "./lostRecord";
import { hasTick } from "../scorecard/gradeBoxes";
import { readKept, type RestoreRecord, type TouchedCell } from "./restoreRecord";

/** What is asked of planScoring, which asks for the record here. */
interface PlanOptions {
  readonly overwrite?: "all";
  readonly dialect?: FormulaContext["dialect"];
  readonly record?: RestoreRecord;
}

type PlanScoring = (formCase: Case, options: PlanOptions) => EditPlan;

const results: ReadonlySet<string> = new Set(["score", "rate", "total"]);

/** As if nothing had ever been kept. */
export const noRecord: RestoreRecord = readKept(null);

/** What was kept of a form; where that was lost, what can still be told from the formulas that stand there. */
export function recordOf(
  formCase: Case,
  plan: PlanScoring,
  isLost = isRecordLost(formCase.snapshot, formCase.sheet),
): RestoreRecord {
  const { snapshot, sheet } = formCase;
  return isLost ? recoveredRecord(formCase, plan) : readRestoreRecord(snapshot, sheet);
}

/**
 * What scoring now, in the dialect that stands there, would write over our own formulas. Ours is what stands there word
 * for word, or says itself that it is ours; what was there before us is not known.
 */
function recoveredRecord(formCase: Case, plan: PlanScoring): RestoreRecord {
  const { snapshot } = formCase;
  const dialect = callsOurFunctions(snapshot) ? "addin" : "builtIn";
  const record = planned(formCase, plan, { dialect });
  // A built-in formula that looks at its own sheet alone is taken for a person's, and only written over when told.
  const all = dialect === "builtIn" ? planned(formCase, plan, { dialect, overwrite: "all" }).cells : [];
  const papers = paperNames(snapshot);
  const cells = new Map<string, TouchedCell>();
  for (const touched of [...record.cells, ...all]) {
    const key = cellKey(touched.at);
    const ours = cells.has(key) ? null : standing(snapshot, touched, papers);
    if (ours !== null) cells.set(key, ours);
  }
  const found = Array.from(cells.values());
  const shows = ({ role, at }: TouchedCell): boolean => role === "score" && !isEmpty(snapshot, at);
  // 转为数值 leaves no formula that shows a score; a built-in one of an annex may say nothing of whose it is.
  const isFormula = ({ role, at }: TouchedCell): boolean =>
    results.has(role) && snapshotCell(snapshot, at)?.formula !== undefined && !cells.has(cellKey(at));
  const isUnsure = !found.some(shows) || all.some(isFormula);
  return { ...record, cells: found, ...(isUnsure ? { valuesUnsure: true } : {}) };
}

function planned(formCase: Case, plan: PlanScoring, options: PlanOptions): RestoreRecord {
  const after = withRecordsOf(formCase.snapshot, plan(formCase, { record: noRecord, ...options }));
  return readRestoreRecord(after, formCase.sheet);
}

/** The entry with what stands in its cell, if that is ours. */
function standing(snapshot: Snapshot, touched: TouchedCell, papers: readonly string[]): TouchedCell | null {
  const { role, at, ours } = touched;
  const now = contentOf(snapshotCell(snapshot, at));
  if (role === "fact") return null;
  if (sameContent(now, ours)) return touched;
  if (!("formula" in now)) return null;
  const isOwn = role === "reason" ? isOwnReason(now.formula) : isOwnScore(now.formula, papers);
  return isOwn ? { ...touched, ours: now } : null;
}

function isEmpty(snapshot: Snapshot, at: TouchedCell["at"]): boolean {
  const value = snapshotCell(snapshot, at)?.value ?? null;
  return value === null || value === "";
}

function callsOurFunctions({ sheets }: Snapshot): boolean {
  return sheets.some(({ rows }) =>
    Array.from(rows.values()).some((line) =>
      Array.from(line.values()).some(({ formula }) => formula !== undefined && isOwnScore(formula, [])),
    ),
  );
}

/**
 * How many results stand that may be ours or a person's: scores, total and a ticked grade. `record`: of
 * a form whose earlier record was lost.
 */
export function countUnsure(formCase: Case, record: RestoreRecord, plan: PlanScoring): number {
  if (record.valuesUnsure !== true) return 0;
  const { snapshot, scorecard } = formCase;
  const known = new Set(record.cells.map(({ at }) => cellKey(at)));
  return planned(formCase, plan, { overwrite: "all" }).cells.filter(({ role, at }) => {
    const cell = snapshotCell(snapshot, at);
    if (known.has(cellKey(at)) || isBlank(cell)) return false;
    if (role === "grade")
      return cell?.formula === undefined && hasTick(String(cell?.value ?? ""), scorecard.grades);
    return role === "score" || role === "total";
  }).length;
}
