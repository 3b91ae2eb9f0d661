import type { Branch } from "../criteria/rule";
import type { Scale } from "./nextBetter";
import type { ScorecardRow } from "../scorecard/scorecard";

interface ScaleLayout {
  /** From low to high; widths are shares that add up to 1. */
  readonly branches: readonly (Branch & { readonly width: number })[];
  /** Where the value stands, 0 to 1. */
  readonly value: number;
  /** The figures between two branches. */
  readonly bounds: readonly { readonly value: number; readonly at: number }[];
}

/**
 * Every branch gets the same width: a scale drawn true would hide "=100%" and "90%—100%" behind "below 60%". Within
 * its branch the value stands in proportion; in an open-ended one in the middle.
 */
export function layOutScale(scale: Scale): ScaleLayout {
  const branches = [...scale.branches].sort((a, b) => low(a) - low(b) || high(a) - high(b));
  const width = 1 / Math.max(1, branches.length);
  const applies = branches.findIndex((branch) => branch.applies);
  const place = branches[applies] ?? branches[0];
  return {
    branches: branches.map((branch) => ({ ...branch, width })),
    value: place === undefined ? 0 : (Math.max(0, applies) + inside(place, scale.value)) * width,
    bounds: branches.slice(1).flatMap((branch, n) => {
      const value = branch.from ?? branches[n]?.to ?? null;
      return value === null ? [] : [{ value, at: (n + 1) * width }];
    }),
  };
}

function inside(branch: Branch, value: number): number {
  if (branch.from === null || branch.to === null || branch.to <= branch.from) return 0.5;
  return Math.min(1, Math.max(0, (value - branch.from) / (branch.to - branch.from)));
}

function low(branch: Branch): number {
  return branch.from ?? Number.NEGATIVE_INFINITY;
}

function high(branch: Branch): number {
  return branch.to ?? Number.POSITIVE_INFINITY;
}

/** The name of what the scale measures: "合同签订及时率" of "合同签订及时率95%", else the indicator's. */
export function measuredLabel(row: ScorecardRow): string {
  return (row.result.outcome === "scored" ? measuredIn(row.result.measured) : null) ?? row.indicator;
}

/** The name before the value in the words of a result; null: there is none. */
export function measuredIn(measured: string): string | null {
  const name = /^[^\d≤≥<>＜＞-]+/u
    .exec(measured)?.[0]
    .replace(/(?<![约为：:])[约为：:]+$/u, "")
    .trim();
  return name === undefined || name === "" ? null : name;
}
