import type { GatheredFact } from "../facts/gatheredFact";
import { formatDay, formatStep } from "./formatStep";

/** A fact's value as people read it; twelve months as "3月 100%、4月 99.83%"; "" when there is none. */
export function formatFact(fact: GatheredFact): string {
  const { value, spec } = fact;
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value !== "number") {
    return value
      .flatMap((rate, month) => (rate === null ? [] : [`${month + 1}月 ${formatStep(rate, "%")}`]))
      .join("、");
  }
  if (spec.kind === "date") return formatDay(value);
  const percent = spec.kind === "rate" || spec.kind === "answerOrShare";
  const text = formatStep(value, percent ? "%" : spec.unit);
  return fact.approximate ? `约${text}` : text;
}
