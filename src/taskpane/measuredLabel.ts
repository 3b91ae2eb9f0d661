import type { ScorecardRow } from "../scorecard/scorecard";

/** The name of what the scale measures: "合同签订及时率" of "合同签订及时率95%", else the indicator's. */
export function measuredLabel(row: ScorecardRow): string {
  const measured = row.result.outcome === "scored" ? row.result.measured : "";
  const name =
    /^[^\d≤≥<>＜＞-]+/u
      .exec(measured)?.[0]
      .replace(/[约为：:]+$/u, "")
      .trim() ?? "";
  return name === "" ? row.indicator : name;
}
