import { tidy } from "../quantity/tidy";
import type { FactValue } from "../rules/fact";

/** Whether two fact values are the same: numbers to 12 significant digits, months one by one. */
export function sameFactValue(one: FactValue | null, other: FactValue | null): boolean {
  if (typeof one === "number" && typeof other === "number") return tidy(one) === tidy(other);
  if (Array.isArray(one) && Array.isArray(other)) {
    return Array.from({ length: 12 }).every((_, month) => sameMonth(one[month], other[month]));
  }
  return one === other;
}

function sameMonth(one: unknown, other: unknown): boolean {
  if (typeof one === "number" && typeof other === "number") return tidy(one) === tidy(other);
  return (one ?? null) === (other ?? null);
}
