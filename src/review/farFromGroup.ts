import { bareName } from "../form/normalizeName";
import { tidy } from "../quantity/tidy";
import type { Desk, DeskRow, Relation } from "./desk";

/** Fewer make no group. */
const fewest = 8;
/** How far: robust deviations, and a share of the whole, so that a group that is all alike has room, too. */
const far = { deviations: 3.5, share: 0.1, narrowest: 0.02 } as const;

/** Rates of an indicator that stand far from those of the same indicator in other forms. */
export function farFromGroup({ forms }: Desk): readonly Relation[] {
  const groups = new Map<string, { readonly row: DeskRow; readonly rate: number }[]>();
  for (const row of forms.flatMap(({ rows }) => rows)) {
    if (row.rate === null) continue;
    const name = bareName(row.indicator);
    groups.set(name, [...(groups.get(name) ?? []), { row, rate: row.rate }]);
  }
  return [...groups.values()].flatMap((group): readonly Relation[] => {
    if (new Set(group.map(({ row }) => row.form.owner)).size < fewest) return [];
    const middle = median(group.map(({ rate }) => rate));
    const spread = Math.max(1.4826 * median(group.map(({ rate }) => Math.abs(rate - middle))), far.narrowest);
    return group
      .filter(({ rate }) => Math.abs(rate - middle) > Math.max(far.deviations * spread, far.share))
      .map(({ row, rate }) => ({
        kind: "偏离同类",
        key: `far|${row.key}`,
        forms: [{ form: row.form, at: row.at }],
        what: `“${row.indicator}”为${percent(rate)}，同一指标${group.length}张表的中位数为${percent(middle)}。`,
        why: "与多数部门差得远的，可能口径不同、数填错，也可能情况特殊。",
        todo: "请核对口径和数据来源，情况特殊的写明。",
      }));
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const half = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[half - 1], sorted[half]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

function percent(rate: number): string {
  return `${tidy(Number((rate * 100).toFixed(2)))}%`;
}
