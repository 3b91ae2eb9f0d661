import { lostPoints, sayPoints } from "../scorecard/formatPoints";
import { isOwnReason, staleReason } from "../scorecard/ownFormulas";
import type { Settings } from "../editions/settings";
import { a1, type CellAddress } from "../workbook/cell";
import { findSheet, snapshotCell, type Snapshot, isErrorValue } from "../workbook/snapshot";
import { ownEntryAt, isBlank, type WantedCell } from "./editLedger";
import type { Located } from "./locateTouched";
import { cellOfWeight } from "./ownMarks";
import { isWritable, type PlannedScore } from "./plannedScore";
import {
  findOwnColumn,
  headingCell,
  reasonHeading,
  reasonWidth,
  type ReasonColumn,
  type TablePlace,
} from "./reasonColumn";
import { tidy } from "../quantity/tidy";
import { textFormula } from "./textFormula";
import { longestFormula } from "../workbook/formulaLimits";

export interface PlannedReasons {
  readonly wanted: readonly WantedCell[];
  /** The column beside the form, when a reason goes there. */
  readonly column: ReasonColumn | null;
}

/**
 * Beside each row that loses points or is open: why. Beside every other one a cell stands ready, and shows nothing until
 * its score falls below the weight. In 评分依据 only where the user chose so and nothing stands; never a ready cell, which
 * would take the place that he is to write in.
 */
export function planReasons(
  snapshot: Snapshot,
  form: TablePlace,
  scores: readonly PlannedScore[],
  located: readonly Located[],
  settings: Settings,
): PlannedReasons {
  const sheet = findSheet(snapshot, form.sheet);
  const found = sheet === undefined ? null : findOwnColumn(sheet, form, reasonHeading);
  const wanted: WantedCell[] = [];
  let column: ReasonColumn | null = null;
  for (const score of scores) {
    const reason = reasonOf(score);
    const isReady = reason === "";
    if (isReady && score.row.weight === null) continue;
    const inBasis = settings.reasonsIn === "basis" && !isReady ? freeBasis(snapshot, located, score) : null;
    const at =
      inBasis ?? (found === null ? null : { sheet: form.sheet, row: score.row.row, column: found.column });
    if (at === null || !isOursOrBlank(snapshot, located, at)) continue;
    if (inBasis === null) column = found;
    wanted.push({
      role: "reason",
      name: score.row.indicator,
      at,
      content: { formula: reasonFormula(a1(score.row.at), scoreOf(score), reason) },
      format: null,
      // What is not seen has no look, so that the row goes on finding its own height.
      ...(isReady ? {} : { look: { role: "reason", wrap: true } }),
      reason: isReady ? "得分低于分值时，在此提示扣分" : "说明扣分原因或待补充的内容",
    });
  }
  if (column !== null) {
    const at = { sheet: form.sheet, row: form.headerRow, column: column.column };
    const made = `新增“${reasonHeading}”列（宽${reasonWidth}，在打印区域之外）`;
    wanted.unshift(headingCell(at, reasonHeading, made));
  }
  return { wanted, column };
}

/** Why the score that will show is not the full weight, or why there is none; "" when there is nothing to say. */
function reasonOf({ row, stands, shown, words }: PlannedScore): string {
  if (stands === "typed" && row.points !== null) {
    const differs = row.compared === "differs" || (shown === null && words !== null);
    if (differs) return `与填报得分不一致：计算得分${sayPoints(row.points)}分。${row.reason}`;
    return lost(row.weight, shown) ? row.reason : "";
  }
  return row.reason;
}

/** Whether points that show are below the weight. */
function lost(weight: number | null, shown: number | null): boolean {
  return weight !== null && shown !== null && lostPoints(weight, shown) > 0;
}

function scoreOf({ row, stands, shown, words, weightCell }: PlannedScore): ScoreThen {
  const typed = stands === "typed";
  const points = typed ? row.typed : shown;
  const then: ShownScore = words !== null ? { text: words } : points === null ? "blank" : { points };
  return { weight: row.weight, weightCell, shown: then, typed };
}

function freeBasis(
  snapshot: Snapshot,
  located: readonly Located[],
  { indicator }: PlannedScore,
): CellAddress | null {
  const at = indicator.basis?.at;
  if (at === undefined || at.row !== indicator.row || !isWritable(snapshot, at)) return null;
  return isOursOrBlank(snapshot, located, at) ? at : null;
}

function isOursOrBlank(snapshot: Snapshot, located: readonly Located[], at: CellAddress): boolean {
  const cell = snapshotCell(snapshot, at);
  if (!isWritable(snapshot, at)) return false;
  return isBlank(cell) || ownEntryAt(located, at) !== undefined || isOwnReason(cell?.formula);
}

/** What the score cell showed when the reason was given. */
type ShownScore = { readonly points: number } | { readonly text: string } | "blank";

interface ScoreThen {
  readonly weight: number | null;
  /** "F16", "D6/3": the weight is what stands there later; null: always the number. */
  readonly weightCell: string | null;
  readonly shown: ShownScore;
  /** A person's own: nothing says that another one is right, not even where it is full marks. */
  readonly typed: boolean;
}

/** Every quote may be doubled, so this many characters always fit into one formula. */
const longestReason = 3500;

/**
 * A reason that is never stale: the sentence while score and weight are what they were; else how far the score is below
 * the weight, nothing beside full marks, else the wish to compute again. `score` is the reference to the score cell; "" as
 * the reason: nothing is said of the score as it was.
 */
export function reasonFormula(score: string, then: ScoreThen, reason: string): string {
  const changed = saysChange(score, then);
  const { shown, weight, typed } = then;
  const isFull = typeof shown === "object" && "points" in shown && !lost(weight, shown.points);
  if (reason === "" && isFull && weight !== null && !typed) return `=${changed}`;
  const saying = (words: string): string => `=IF(${condition(score, then)},${textFormula(words)},${changed})`;
  const whole = saying(shorten(reason));
  return whole.length <= longestFormula ? whole : saying(reason.slice(0, 200));
}

/** "得分低于分值，差2分，请重新计算得分以写明原因" with the difference as it is now, as few decimals as it needs. */
function saysChange(score: string, { weight, weightCell, typed }: ScoreThen): string {
  const stale = textFormula(staleReason);
  if (weight === null) return stale;
  const below = `${weightCell ?? decimal(tidy(weight))}-${score}`;
  const points = `IF(${below}<${leastSaid},"不足${leastSaid}",ROUND(${below},5))`;
  const loss = `"得分低于分值，差"&${points}&"分，请重新计算得分以写明原因"`;
  const known = `IF(ROUND(${below},9)>0,${loss},${typed ? stale : '""'})`;
  const weighed = weightCell === null ? known : `IF(ISNUMBER(${cellOfWeight(weightCell)}),${known},${stale})`;
  return `IF(ISNUMBER(${score}),${weighed},${stale})`;
}

/** Excel writes a smaller number with an exponent where it stands in a text. */
const leastSaid = 0.0001;

function condition(score: string, { weight, weightCell, shown }: ScoreThen): string {
  // An error value (a rate in no band, a typed #N/A) shows no score, and must not become the reason's own.
  if (shown === "blank") return `IF(ISERROR(${score}),TRUE,${score}="")`;
  if ("text" in shown && isErrorValue(shown.text)) return `ISERROR(${score})`;
  // Of another weight less or more was lost, even where the score is the same.
  const weighs =
    weight === null || weightCell === null
      ? null
      : `IF(ISNUMBER(${cellOfWeight(weightCell)}),ROUND(${weightCell}-${decimal(tidy(weight))},9)=0,FALSE)`;
  const whereWeighs = (same: string): string => (weighs === null ? same : `IF(${same},${weighs},FALSE)`);
  if ("text" in shown) {
    return `IF(ISERROR(${score}),FALSE,${whereWeighs(`${score}=${textFormula(shown.text.slice(0, 200))}`)})`;
  }
  // A text or an error value in the cell is a changed score, not an error in the reason.
  return `IF(ISNUMBER(${score}),${whereWeighs(`ROUND(${score}-${decimal(tidy(shown.points))},9)=0`)},FALSE)`;
}

function shorten(reason: string): string {
  const letters = Array.from(reason);
  return letters.length <= longestReason ? reason : `${letters.slice(0, longestReason).join("")}……（以下略）`;
}

/** Without an exponent, which is legal in a formula but not readable. */
function decimal(points: number): string {
  const text = String(points);
  return text.includes("e") ? points.toFixed(12) : text;
}
