import { paperOf } from "../facts/paperOf";
import { locateHelperLines } from "../facts/helperLines";
import { paperNames, tight } from "../facts/workingPaper";
import { isOwnScore, isOwnReason } from "../scorecard/ownFormulas";
import type { Case } from "../scorecard/case";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { sameAddress, type CellAddress, a1 } from "../workbook/cell";
import type { CellContent, Edit, EditPlan, Expectation } from "../workbook/edit";
import { formatAt, snapshotCell, type Snapshot } from "../workbook/snapshot";
import { contentOf } from "./editLedger";
import { isFindingsSheet } from "./findingsSheet";
import { frozenCells, type FrozenCell } from "./frozenCells";
import { isOwnHighlight, isFindingMark } from "./ownMarks";
import { planRestore } from "./planRestore";
import type { ConvertedTo } from "./planConvert";
import { readRestoreRecord } from "./copiedForm";
import type { TouchedCell } from "./restoreRecord";
import { plainDigits } from "../criteria/words";
import { tidy } from "../quantity/tidy";
import type { Step } from "../criteria/rule";
import { roundHalfUp } from "../scorecard/formatPoints";

/**
 * From a workbook to what the department typed in it: no formulas of ours, no 扣分说明, no marks, no 评分底稿, no records.
 * Only for a copy: it cannot be undone, because what would undo it is gone.
 */
export function planStripped(formCase: Case): EditPlan {
  const source = formCase.snapshot;
  const restored = planRestore(formCase, everything(formCase)).plan;
  if (restored.refused !== undefined) return restored;
  const gone = new Set(restored.edits.flatMap((edit) => (edit.kind === "deleteSheet" ? [edit.sheet] : [])));
  const rest = leftovers(source, restored.edits, gone);
  const expects: readonly Expectation[] = rest.flatMap((edit) =>
    edit.kind === "cell" ? [{ at: edit.at, holds: contentOf(snapshotCell(source, edit.at)) }] : [],
  );
  const records = Array.from(source.records.keys(), (key): Edit => ({ kind: "record", key, json: null }));
  const edits = restored.edits.filter(({ kind }) => kind !== "record");
  return { edits: [...edits, ...rest, ...records], expects: [...restored.expects, ...expects] };
}

interface SubmissionInput {
  /** The workbook without anything of ours: as it came from the bureau, or after planStripped. */
  readonly clean: Snapshot;
  /** The same workbook with the scores written by planBuiltIn and worked out. */
  readonly scored: Snapshot;
  readonly freeze: ConvertedTo;
}

/** 报送版: the results put into the clean copy, nothing else. */
export function planSubmission(formCase: Case, { clean, scored, freeze }: SubmissionInput): EditPlan {
  const { scorecard } = formCase;
  const inParts = rowsInParts(formCase, scored);
  const record = readRestoreRecord(scored, scorecard.sheet);
  const kept = frozenCells(scored, record, scorecard).filter(({ at }) => !inOwnColumn(record.cells, at));
  const isValue = (at: CellAddress): boolean =>
    freeze === "values" || inParts.some((row) => sameAddress(row.at, at));
  const edits = kept.map((cell): Edit => {
    const format = cell.format ?? "General";
    return {
      kind: "cell",
      at: cell.at,
      content: isValue(cell.at) ? { value: cell.value } : builtIn(clean, scorecard, kept, cell),
      reason: "报送版：写入计算结果",
      ...(format === (formatAt(clean, cell.at) ?? "General") ? {} : { look: { format } }),
    };
  });
  const expects = kept.map(({ at }) => ({ at, holds: contentOf(snapshotCell(clean, at)) }));
  return { edits, expects };
}

/** Rows whose formula goes through helper cells of 评分底稿: no short account over the weight tells the same. */
function rowsInParts({ rows, scorecard }: Case, scored: Snapshot): readonly ScorecardRow[] {
  const paper = paperOf(scored, scorecard.sheet);
  const titles = new Set((paper === null ? [] : locateHelperLines(paper)).map(({ title }) => title));
  return scorecard.rows.filter((_, index) => titles.has(tight(rows[index]?.wish.title ?? "")));
}

/** Reasons, headings and the working paper go whatever was changed in them; every other cell that a person changed is his. */
function everything(formCase: Case) {
  const ids = planRestore(formCase, { keepFigures: true }).asks.map(({ id }) => id);
  const isOurs = (id: string): boolean => /^(?:reason|heading):|^sheet$/u.test(id);
  const leave = new Set(ids.filter((id) => !isOurs(id)));
  return { also: new Set(ids.filter(isOurs)), leave, keepFigures: true } as const;
}

/** The added 计算得分 column of an annex is taken off again as a whole. */
function inOwnColumn(cells: readonly TouchedCell[], { sheet, column }: CellAddress): boolean {
  return cells.some(({ role, at }) => role === "heading" && at.sheet === sheet && at.column === column);
}

/** Live where the form itself holds everything that the formula needs. */
function builtIn(
  clean: Snapshot,
  scorecard: Scorecard,
  kept: readonly FrozenCell[],
  { touched, at, value }: FrozenCell,
): CellContent {
  const row = scorecard.rows.find((one) => sameAddress(one.at, at));
  if (touched.role === "score" && row !== undefined && typeof value === "number") {
    return submittedScore(clean, row, value);
  }
  const overScores =
    touched.role === "total" ||
    (touched.role === "grade" && kept.some((one) => one.touched.role === "total"));
  return overScores && "formula" in touched.ours ? touched.ours : { value };
}

/** What of ours stands in the workbook although no record knows it: reasons, formulas, marks, sheets. */
function leftovers(source: Snapshot, planned: readonly Edit[], gone: ReadonlySet<string>): readonly Edit[] {
  const papers = paperNames(source);
  const done = (at: CellAddress): boolean =>
    planned.some((edit) => edit.kind === "cell" && sameAddress(edit.at, at));
  const edits: Edit[] = [];
  for (const sheet of source.sheets) {
    if (papers.includes(sheet.name) || gone.has(sheet.name)) continue;
    if (isFindingsSheet(sheet)) {
      edits.push({ kind: "deleteSheet", sheet: sheet.name });
      continue;
    }
    for (const [row, cells] of sheet.rows) {
      for (const [column, { formula, value }] of cells) {
        const at = { sheet: sheet.name, row, column };
        if (formula === undefined || done(at)) continue;
        if (isOwnReason(formula)) {
          edits.push({ kind: "cell", at, content: { value: null }, reason: "报送版：去除扣分说明" });
        } else if (isOwnScore(formula, papers)) {
          edits.push({ kind: "cell", at, content: { value }, reason: "报送版：公式写成数值" });
        }
      }
    }
    for (const { area, formula } of sheet.conditionalFormats) {
      const removed = planned.some(
        (edit) => edit.kind === "removeHighlight" && edit.sheet === sheet.name && edit.formula === formula,
      );
      const isOurs = isOwnHighlight({ area, formula }) || isFindingMark({ area, formula });
      if (isOurs && !removed) {
        edits.push({ kind: "removeHighlight", sheet: sheet.name, area, formula });
      }
    }
  }
  const left = papers.filter((paper) => !gone.has(paper));
  return [...edits, ...left.map((sheet): Edit => ({ kind: "deleteSheet", sheet }))];
}

/** Longer sums tell a reader nothing. */
const mostLosses = 8;
/** Beyond these a difference is what binary fractions leave behind. */
const lossDecimals = 10;

/**
 * A score of the 报送版 in functions of Excel itself. 评分底稿 does not go with the form, so a reviewer gets the shortest
 * true account over the printed weight: "=F16" full marks, "=F16*0.99983" in proportion, "=F30-1-0.5" the weight less
 * what each cause costs. The value where none of these gives the points exactly.
 */
function submittedScore(snapshot: Snapshot, row: ScorecardRow, value: number): CellContent {
  const { weight, weightAt } = row;
  if (weight === null) return { value };
  const printed = snapshotCell(snapshot, weightAt)?.value;
  const reference = typeof printed === "number" ? a1(weightAt) : plainDigits(weight);
  const gives = (points: number): boolean => roundHalfUp(points - value, 9) === 0;
  if (gives(weight)) return { formula: `=${reference}` };
  const rate = ratesOf(row).find((one) => gives(one * weight));
  if (rate !== undefined) return { formula: `=${reference}*${plainDigits(rate)}` };
  const losses = row.losses.map(({ points }) => roundHalfUp(points, lossDecimals));
  const left = losses.reduce((rest, loss) => rest - loss, weight);
  if (losses.length === 0 || losses.length > mostLosses || !gives(left)) return { value };
  return { formula: `=${reference}${losses.map((loss) => `-${plainDigits(loss)}`).join("")}` };
}

/** Rates between nothing and all that the points may be in proportion to. */
function ratesOf({ step, result }: ScorecardRow): readonly number[] {
  const measured =
    result.outcome === "scored" && result.scale?.unit === "%" ? [tidy(result.scale.value)] : [];
  return [...measured, ...(step === null ? [] : ratesIn(step))].filter((rate) => rate > 0 && rate < 1);
}

function ratesIn({ unit, value, inputs }: Step): readonly number[] {
  const own = unit === "%" && typeof value === "number" ? [tidy(value)] : [];
  return [...own, ...inputs.flatMap(ratesIn)];
}
