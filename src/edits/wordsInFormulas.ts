import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { a1 } from "../workbook/cell";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { sameAddress } from "./editLedger";
import { stretchOf } from "./holdFigures";
import type { RestoreRecord } from "./restoreRecord";

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

/** The rows of a form with what their built-in formulas hold as read. */
export function heldRows(
  snapshot: Snapshot,
  scorecard: Scorecard,
  record: RestoreRecord,
): readonly { readonly row: ScorecardRow; readonly words: readonly string[] }[] {
  return scorecard.rows
    .map((row) => ({ row, words: wordsInFormulas(snapshot, row, record) }))
    .filter(({ words }) => words.length > 0);
}

/** The sentence behind the reason. */
export function heldNote(words: readonly string[]): string {
  return `普通公式中写入的是读得的数（${words.join("；")}），这些文字改动后请重新计算得分。`;
}
