import { overlap } from "../criteria/expression/intervals";
import type { Built } from "./built";

/** 1.率≤10%得2分；2.10%＜率≤20%得1分: stretches that no one value can be in are no parts beside each other. */
export function tornMeasure(parts: readonly Built[]): boolean {
  const bounds = parts.flatMap(({ criterion }) =>
    criterion.kind === "meet" && criterion.condition.of === "within"
      ? [{ measure: JSON.stringify(criterion.condition.measure), interval: criterion.condition.interval }]
      : [],
  );
  return bounds.some(({ measure, interval }, index) =>
    bounds
      .slice(index + 1)
      .some((other) => other.measure === measure && overlap(interval, other.interval) === null),
  );
}
