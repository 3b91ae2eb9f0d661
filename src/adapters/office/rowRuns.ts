/** Rows that follow each other, as runs. */
export function rowRuns(
  rows: readonly number[],
): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === row - 1) run.last = row;
    else if (run?.last !== row) runs.push({ first: row, last: row });
  }
  return runs;
}
