import type { Form } from "../form/form";
import { tidy } from "../quantity/tidy";
import type { LevelTotal } from "./scorecard";
import type { UnwordedRow } from "./scoreRow";

/** Points per level 1 and level 2 group, each group once however often its name is repeated; unrounded. */
export function levelTotals(form: Form, rows: readonly UnwordedRow[]): readonly LevelTotal[] {
  return form.groups.map(({ level, name, weight, rows: members }) => {
    const below = rows.filter(({ row }) => members.includes(row));
    return { level, name, weight: weight?.value ?? sumWeights(below), ...sums(below) };
  });
}

export function sumWeights(rows: readonly UnwordedRow[]): number {
  return tidy(rows.reduce((sum, { weight }) => sum + (weight ?? 0), 0));
}

/** points: of the rows that have some; open: weight of the rows that have none. */
export function sums(rows: readonly UnwordedRow[]): { readonly points: number; readonly open: number } {
  return {
    points: tidy(rows.reduce((sum, { points }) => sum + (points ?? 0), 0)),
    open: sumWeights(rows.filter(({ points }) => points === null)),
  };
}
