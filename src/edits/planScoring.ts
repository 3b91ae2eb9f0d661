import type { FormulaContext } from "../criteria/rule";
import type { Case } from "../scorecard/case";
import { copiedChoices } from "../scorecard/keptChoices";
import type { EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan } from "../workbook/records";
import type { Snapshot } from "../workbook/snapshot";
import { inExistingSheets, putBack, writeWanted, type Ledger, type WantedCell } from "./editLedger";
import { helperPlaces, planHelpers } from "./helperCells";
import { lookForTouched, type Located } from "./locateTouched";
import { isRecordLost } from "./lostRecord";
import { noRecord, recordOf } from "./recoveredRecord";
import { factCells, layOutPaper } from "./paperLayout";
import { planAnnexes } from "./planAnnex";
import { planColumns, type OwnColumns } from "./planColumns";
import { planHighlights } from "./planHighlights";
import { planReasons, type PlannedReasons } from "./planReasons";
import { type Overwrite } from "./plannedScore";
import { planScores } from "./planScores";
import { planGrade, planTotal } from "./planTotal";
import { needsPaper, noPaper, planWorkingPaper } from "./planWorkingPaper";
import { reasonWidth, scoreWidth, type ReasonColumn } from "./reasonColumn";
import { keptRestore, type RestoreRecord, type TouchedCell, type TouchedRole } from "./restoreRecord";
import { cellKey } from "../workbook/cell";

export interface PlanOptions {
  /** Typed scores to replace: all, or those of these rows of the form sheet. Kept unless told or set. */
  readonly overwrite?: "all" | ReadonlySet<number>;
  /** Our functions unless told. */
  readonly dialect?: FormulaContext["dialect"];
  /** Instead of what the workbook keeps. */
  readonly record?: RestoreRecord;
}

/**
 * Everything that 计算得分 writes: 评分底稿, score formulas, total, grade, marks, reasons, and the record that undoes
 * them. Applied twice it changes nothing more.
 */
export function planScoring(formCase: Case, options: PlanOptions = {}): EditPlan {
  const { snapshot, form, scorecard } = formCase;
  if (isNewer(snapshot)) return refusedPlan;
  const recordLost = isRecordLost(snapshot, form.sheet);
  const record = options.record ?? recordOf(formCase, planScoring, recordLost);
  const { located, copies } = lookForTouched(snapshot, record.cells, form.sheet);
  const overwrite: Overwrite =
    options.overwrite ?? (scorecard.settings.overwriteTyped === "overwrite" ? "all" : "none");
  const layout = layOutPaper(formCase);
  const asked = new Set(scorecard.rows.flatMap((row) => row.questions.map(({ factId }) => factId)));
  const facts = scorecard.rows.flatMap((row) => row.facts);
  const dialect = options.dialect ?? "addin";
  const places = { factCells: factCells(layout), helperPlaces: helperPlaces(snapshot, layout, form.sheet) };
  const input = { ...formCase, located, overwrite, ...places, dialect };
  const annexes = planAnnexes(input);
  const scores = planScores({ ...input, annexes });
  const helpers = planHelpers(
    snapshot,
    layout,
    form.sheet,
    scores.flatMap((score) => score.helpers ?? []),
  );
  const place = { ...form, area: annexes.formArea };
  const reasons = planReasons(snapshot, place, scores, located, scorecard.settings);
  const annexTables = annexes.tables.map((table) => ({
    ...table,
    reasons: planReasons(snapshot, table.place, table.scores, located, scorecard.settings),
  }));
  const wanted: readonly WantedCell[] = [
    ...scores.flatMap((score) => score.wanted ?? []),
    ...planTotal(input, scores),
    ...planGrade(input),
    ...reasons.wanted,
    ...annexTables.flatMap((table) => [
      ...table.wanted,
      ...table.scores.flatMap((score) => score.wanted ?? []),
      ...table.reasons.wanted,
    ]),
  ];
  const formulas = wanted.flatMap(({ content }) => ("formula" in content ? [content.formula] : []));
  const hasPaper = !layout.isNew || asked.size > 0 || needsPaper(layout, facts, formulas);
  const paper = hasPaper
    ? planWorkingPaper(snapshot, form.sheet, layout, facts, asked, formCase.unused, located)
    : noPaper;
  const isWithout = recordLost && record === noRecord;
  const unknown = new Set(copies.map(cellKey));
  const written = writeWanted(snapshot, located, wanted, (at) => isWithout || unknown.has(cellKey(at)));
  const stale = removeStale(snapshot, located, wanted);
  const { edits: columnEdits, ...beside } = planColumns(
    snapshot,
    [
      ownColumns(place, "form", null, reasons),
      ...annexTables.map((one) => ownColumns(one.place, "annex", one.scoreColumn, one.reasons)),
    ],
    record,
    isWithout,
  );
  const next: RestoreRecord = {
    ...beside,
    cells: [
      ...written.entries,
      ...paper.entries,
      ...helpers.entries,
      ...keptEntries(located, [...wanted, ...paper.entries, ...helpers.entries], stale.removed),
    ],
    addedSheet: hasPaper && (layout.isNew || recordLost || record.addedSheet !== null) ? layout.sheet : null,
    ...(record.valuesUnsure === true ? { valuesUnsure: true } : {}),
  };
  const ledgers: readonly Ledger[] = [paper, helpers, stale, written];
  return {
    edits: [
      ...ledgers.flatMap(({ edits }) => edits),
      ...columnEdits,
      ...planHighlights(snapshot, [...scores, ...annexTables.flatMap((table) => table.scores)]),
      ...keepValues(snapshot, form.sheet, {
        ...copiedChoices(snapshot, form.sheet),
        restore: keptRestore(next),
        extracted: paper.extracted,
      }),
    ],
    expects: inExistingSheets(
      snapshot,
      ledgers.flatMap(({ expects }) => expects),
    ),
  };
}

const staleWords: Readonly<Partial<Record<TouchedRole, string>>> = {
  reason: "扣分说明已不适用",
  grade: "尚不能定级，恢复原文字",
  rate: "定性指标不计算完成率",
};

function ownColumns(
  place: OwnColumns["place"],
  of: OwnColumns["of"],
  score: ReasonColumn | null,
  { column }: PlannedReasons,
): OwnColumns {
  const columns = [
    ...(score === null ? [] : [{ column: score, width: scoreWidth }]),
    ...(column === null ? [] : [{ column, width: reasonWidth }]),
  ];
  return { place, of, columns };
}

/** Reasons and ticks of ours that are no longer wanted go; scores stay where they are. */
function removeStale(
  snapshot: Snapshot,
  located: readonly Located[],
  wanted: readonly WantedCell[],
): Ledger & { readonly removed: readonly TouchedCell[] } {
  const kept = new Set(wanted.map(({ at }) => cellKey(at)));
  const stale = located.filter(
    ({ touched, at }) =>
      at !== null &&
      (touched.role === "reason" || touched.role === "grade" || touched.role === "rate") &&
      !kept.has(cellKey(at)),
  );
  const backs = stale.flatMap(({ touched, at }) =>
    at === null ? [] : [putBack(snapshot, touched, at, staleWords[touched.role] ?? "已不适用，恢复原内容")],
  );
  return {
    edits: backs.flatMap(({ edits }) => edits),
    expects: backs.flatMap(({ expects }) => expects),
    entries: [],
    removed: stale.map(({ touched }) => touched),
  };
}

/** Entries that this plan does not write again, where they stand now; what a person changed since stays to be asked. */
function keptEntries(
  located: readonly Located[],
  wanted: readonly Pick<TouchedCell, "at" | "role">[],
  removed: readonly TouchedCell[],
): readonly TouchedCell[] {
  const gone = new Set(removed);
  const roles = new Map(wanted.map((cell) => [cellKey(cell.at), cell.role]));
  return located.flatMap(({ touched, at }) => {
    if (gone.has(touched)) return [];
    const place = at ?? touched.at;
    const role = roles.get(cellKey(place));
    const again = role !== undefined && (at !== null || role === touched.role);
    return again ? [] : [{ ...touched, at: place }];
  });
}
