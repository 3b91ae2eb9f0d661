import type { Step } from "../rules/rule";
import type { ScorecardRow } from "../scorecard/scorecard";

/** The name of the value that the scale measures: of the step that holds it, else of the indicator. */
export function measuredLabel(row: ScorecardRow, value: number): string {
  return (row.step === null ? null : labelOf(row.step, value)) ?? row.indicator;
}

function labelOf(step: Step, value: number): string | null {
  if (step.value === value) return step.label;
  for (const input of step.inputs) {
    const label = labelOf(input, value);
    if (label !== null) return label;
  }
  return null;
}
