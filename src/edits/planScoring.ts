import type { Form } from "../form/form";
import { guangzhou2023 } from "../rubric/guangzhou2023";
import type { Rubric } from "../rubric/rubric";
import type { FormulaContext } from "../rules/rule";
import { bindRows } from "../scorecard/evaluate";
import type { Scorecard } from "../scorecard/scorecard";
import type { Edit, EditPlan } from "../workbook/edit";
import { findSheet, type Snapshot } from "../workbook/snapshot";
import {
  inExistingSheets,
  putBack,
  sameAddress,
  writeWanted,
  type Ledger,
  type WantedCell,
} from "./editLedger";
import { locateTouched, type Located } from "./locateTouched";
import { factCells, layOutPaper } from "./paperLayout";
import { planHighlights } from "./planHighlights";
import { planReasons, type PlannedReasons } from "./planReasons";
import { planScores, type Overwrite } from "./planScores";
import { planGrade, planTotal } from "./planTotal";
import { planWorkingPaper } from "./planWorkingPaper";
import { reasonWidth } from "./reasonColumn";
import { readRestoreRecord, restoreJson, type RestoreRecord, type TouchedCell } from "./restoreRecord";

export interface PlanOptions {
  /** Typed scores to replace: all, or those of these rows of the form sheet. Kept unless told or set. */
  readonly overwrite?: "all" | ReadonlySet<number>;
  /** Our functions unless told. */
  readonly dialect?: FormulaContext["dialect"];
  /** The edition that the scorecard was made with. */
  readonly rubric?: Rubric;
}

/**
 * Everything that 计算得分 writes: 评分底稿, score formulas, total, grade, marks, reasons, and the record that undoes
 * them. Applied twice it changes nothing more.
 */
export function planScoring(
  snapshot: Snapshot,
  form: Form,
  scorecard: Scorecard,
  options: PlanOptions = {},
): EditPlan {
  const record = readRestoreRecord(snapshot);
  const located = locateTouched(snapshot, record.cells);
  const bound = bindRows(snapshot, form, options.rubric ?? guangzhou2023);
  const overwrite: Overwrite =
    options.overwrite ?? (scorecard.settings.overwriteTyped === "overwrite" ? "all" : "none");
  const layout = layOutPaper(
    snapshot,
    bound.map(({ wish }) => wish),
  );
  const asked = new Set(scorecard.rows.flatMap((row) => row.questions.map(({ factId }) => factId)));
  const facts = scorecard.rows.flatMap((row) => row.facts);
  const paper = planWorkingPaper(snapshot, layout, facts, asked, located);
  const scores = planScores({
    snapshot,
    scorecard,
    bound,
    located,
    overwrite,
    factCells: factCells(layout),
    dialect: options.dialect ?? "addin",
  });
  const totalInput = { snapshot, form, scorecard, located, overwrite };
  const reasons = planReasons(snapshot, form, scores, located, scorecard.settings);
  const wanted: readonly WantedCell[] = [
    ...scores.flatMap((score) => score.wanted ?? []),
    ...planTotal(totalInput, scores),
    ...planGrade(totalInput),
    ...reasons.wanted,
  ];
  const written = writeWanted(snapshot, located, wanted);
  const stale = removeStale(snapshot, located, wanted);
  const column = planColumn(snapshot, form, reasons, record);
  const next: RestoreRecord = {
    cells: [
      ...written.entries,
      ...paper.entries,
      ...keptEntries(located, [...wanted, ...paper.entries], stale.removed),
    ],
    column: column.column,
    printArea: column.printArea,
    addedSheet: layout.isNew ? layout.sheet : record.addedSheet,
  };
  return {
    edits: [
      ...paper.edits,
      ...stale.edits,
      ...written.edits,
      ...column.edits,
      ...planHighlights(snapshot, form.sheet, scores),
      ...recordEdit(snapshot, next),
    ],
    expects: inExistingSheets(snapshot, [...paper.expects, ...stale.expects, ...written.expects]),
  };
}

/** Reasons and ticks of ours that are no longer wanted go; scores stay where they are. */
function removeStale(
  snapshot: Snapshot,
  located: readonly Located[],
  wanted: readonly WantedCell[],
): Ledger & { readonly removed: readonly TouchedCell[] } {
  const stale = located.filter(
    ({ touched, at }) =>
      at !== null &&
      (touched.role === "reason" || touched.role === "grade") &&
      !wanted.some((cell) => sameAddress(cell.at, at)),
  );
  const backs = stale.flatMap(({ touched, at }) =>
    at === null
      ? []
      : [
          putBack(
            snapshot,
            touched,
            at,
            touched.role === "reason" ? "扣分说明已不适用" : "尚不能定级，恢复原文字",
          ),
        ],
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
  return located.flatMap(({ touched, at }) => {
    if (removed.includes(touched)) return [];
    const place = at ?? touched.at;
    const again = wanted.some(
      (cell) => sameAddress(cell.at, place) && (at !== null || cell.role === touched.role),
    );
    return again ? [] : [{ ...touched, at: place }];
  });
}

interface ColumnPlan extends Pick<RestoreRecord, "column" | "printArea"> {
  readonly edits: readonly Edit[];
}

/** The width of a new column, and a print area that leaves it out where none was set. */
function planColumn(
  snapshot: Snapshot,
  form: Form,
  { column }: PlannedReasons,
  record: RestoreRecord,
): ColumnPlan {
  const sheet = findSheet(snapshot, form.sheet);
  if (column === null || sheet === undefined) return { edits: [], ...record };
  const edits: Edit[] = [];
  let { printArea } = record;
  const width = {
    sheet: form.sheet,
    column: column.column,
    before: sheet.columnWidths.get(column.column) ?? null,
    ours: reasonWidth,
  };
  if (!column.exists) {
    edits.push({ kind: "columnWidth", sheet: form.sheet, column: column.column, width: reasonWidth });
  }
  if (sheet.printArea === null) {
    edits.push({ kind: "printArea", sheet: form.sheet, areas: [form.area] });
    printArea = { sheet: form.sheet, ours: form.area };
  }
  const kept = record.column === null ? null : { ...record.column, sheet: form.sheet, column: column.column };
  return { edits, column: column.exists ? kept : width, printArea };
}

function recordEdit(snapshot: Snapshot, next: RestoreRecord): readonly Edit[] {
  const json = restoreJson(next);
  return json === (snapshot.records.get("restore") ?? null) ? [] : [{ kind: "record", key: "restore", json }];
}
