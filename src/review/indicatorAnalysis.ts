import { bareName } from "../form/normalizeName";
import { tidy } from "../quantity/tidy";
import type { Desk, DeskRow } from "./desk";

/** One indicator over all forms that have it. Rates are of the weight. */
export interface IndicatorSummary {
  readonly key: string;
  readonly name: string;
  readonly level: string;
  readonly forms: number;
  readonly weight: number | null;
  readonly selfRate: number | null;
  readonly pointsRate: number | null;
  /** Share of the rows with a self score that are full. */
  readonly full: number | null;
  /** The same of what the data give. */
  readonly fullPoints: number | null;
  /** Rows that nobody could work out yet. */
  readonly open: number;
  /** Rows whose two scores differ. */
  readonly differing: number;
  /** The clauses by which most rows lose, the most frequent first. */
  readonly losses: string;
}

const mostLosses = 3;

/** The indicators of all forms, those that stand in most forms first. */
export function indicatorAnalysis({ forms }: Desk): readonly IndicatorSummary[] {
  const groups = new Map<string, DeskRow[]>();
  for (const row of forms.flatMap(({ rows }) => rows)) {
    const key = bareName(row.indicator);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const all = Array.from(groups, ([key, rows]) => summary(key, rows));
  return all.sort((left, right) => right.forms - left.forms || (left.key < right.key ? -1 : 1));
}

function summary(key: string, rows: readonly DeskRow[]): IndicatorSummary {
  const [first] = rows;
  const weighed = rows.filter(({ weight }) => weight !== null && weight > 0);
  const selves = weighed.filter(({ self }) => self !== null);
  const scored = weighed.filter(({ points }) => points !== null);
  const share = ({ weight }: DeskRow, points: number | null): number => (points ?? 0) / (weight ?? 1);
  return {
    key,
    name: first?.indicator ?? key,
    level: [first?.level1, first?.level2].filter((name) => name !== undefined && name !== "").join("／"),
    forms: new Set(rows.map(({ form }) => form.number)).size,
    weight: mean(weighed.map(({ weight }) => weight ?? 0)),
    selfRate: mean(selves.map((row) => share(row, row.self))),
    pointsRate: mean(scored.map((row) => share(row, row.points))),
    full: mean(selves.map(({ self, weight }) => (self === weight ? 1 : 0))),
    fullPoints: mean(scored.map(({ points, weight }) => (points === weight ? 1 : 0))),
    open: rows.filter(({ points }) => points === null).length,
    differing: rows.filter(({ difference }) => difference !== null && difference !== 0).length,
    losses: frequent(rows.map(({ loss }) => loss).filter((loss) => loss !== "")),
  };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return tidy(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function frequent(losses: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const loss of losses) counts.set(loss, (counts.get(loss) ?? 0) + 1);
  return [...counts]
    .sort(([left, more], [right, most]) => most - more || (left < right ? -1 : 1))
    .slice(0, mostLosses)
    .map(([loss, count]) => `“${loss}”${count}张`)
    .join("；");
}
