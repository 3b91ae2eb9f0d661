import { a1, areaA1, type CellAddress } from "../workbook/cell";
import { textFormula } from "./textFormula";

/** A score cell; text: a score that a person wrote in words ("9.66 分"), with the number that it means. */
export interface SummedScore {
  readonly at: CellAddress;
  readonly written: { readonly text: string; readonly points: number } | null;
}

/**
 * The sum over exactly the score cells, "" while one of them holds no number:
 * "=IF(COUNT(I14:I41)<28,"",SUM(I14:I41))". Written scores count by value as long as their words stand there.
 */
export function totalFormula(scores: readonly SummedScore[]): string {
  const numbers = scores.filter(({ written }) => written === null).map(({ at }) => at);
  const words = scores.flatMap(({ at, written }) =>
    written === null ? [] : [`IF(${a1(at)}=${textFormula(written.text)},${written.points},${a1(at)})`],
  );
  const runs = runsOf(numbers).join(",");
  const open = [
    ...(numbers.length === 0 ? [] : [`COUNT(${runs})<${numbers.length}`]),
    ...words.map((word) => `NOT(ISNUMBER(${word}))`),
  ];
  const terms = [...(numbers.length === 0 ? [] : [`SUM(${runs})`]), ...words];
  const condition = open.length === 1 ? (open[0] ?? "") : `OR(${open.join(",")})`;
  return `=IF(${condition},"",${terms.join("+")})`;
}

/** Cells of one column that stand below one another without a gap, as ranges. */
function runsOf(cells: readonly CellAddress[]): readonly string[] {
  const runs: { column: number; top: number; bottom: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last?.column === column && last.bottom + 1 === row) last.bottom = row;
    else runs.push({ column, top: row, bottom: row });
  }
  return runs.map(({ column, top, bottom }) => areaA1({ top, bottom, left: column, right: column }));
}
