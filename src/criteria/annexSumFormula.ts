import { columnRange } from "./formulaText";

/** The score cells of one fund and how they count in the form: "" for as they are, else "*20/100/2". */
interface AnnexSumTerm {
  readonly cells: readonly string[];
  readonly factor: string;
}

/** COUNT and SUM take at most 255 arguments. */
const mostArguments = 200;

/**
 * The sum over the score cells of an annex, "" while one of them holds no number, 0 when no goal was filed:
 * `IF('评分底稿'!$D$4="否",0,IF(COUNT('附表'!$H$6:$H$28)<23,"",ROUND(SUM('附表'!$H$6:$H$28),12)))`.
 * ROUND takes off what binary fractions leave behind (nine times 10/9).
 */
export function annexSumFormula(filed: string | null, terms: readonly AnnexSumTerm[]): string {
  const used = terms.filter(({ cells }) => cells.length > 0);
  const count = used.reduce((sum, { cells }) => sum + cells.length, 0);
  if (count === 0) return '""';
  const all = used.map(({ cells, factor }) => ({ runs: runsOf(cells), factor }));
  const counted = all.flatMap(({ runs }) => chunks(runs).map((run) => `COUNT(${run.join(",")})`)).join("+");
  const summed = all
    .map(({ runs, factor }) => {
      const parts = chunks(runs).map((run) => `SUM(${run.join(",")})`);
      return `${parts.length > 1 && factor !== "" ? `(${parts.join("+")})` : parts.join("+")}${factor}`;
    })
    .join("+");
  const sum = `IF(${counted}<${count},"",ROUND(${summed},12))`;
  return filed === null ? sum : `IF(${filed}="否",0,${sum})`;
}

/** Cells of one column that stand below one another as ranges, in the order given. */
function runsOf(cells: readonly string[]): readonly string[] {
  const runs: string[][] = [];
  for (const cell of cells) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && columnRange([last, cell]) !== null) runs.at(-1)?.push(cell);
    else runs.push([cell]);
  }
  return runs.map((run) => columnRange(run) ?? run.join(","));
}

function chunks(runs: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let from = 0; from < runs.length; from += mostArguments)
    parts.push(runs.slice(from, from + mostArguments));
  return parts;
}
