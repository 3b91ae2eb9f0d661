import type { Indicator } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { grouped } from "../workbook/grouped";

/**
 * What tells rows of one name apart: the group above them does, else the place among them with their number, for what is
 * kept of the second of three is not that of the second of two. A row without a namesake has no mark.
 */
export function markTwins(indicators: readonly Indicator[]): ReadonlyMap<Indicator, string> {
  const marks = new Map<Indicator, string>();
  for (const alike of grouped(indicators, ({ name }) => normalizeName(name.value)).values()) {
    if (alike.length === 1) continue;
    const byGroup = grouped(alike, groupOf);
    for (const [group, twins] of byGroup) {
      for (const [index, one] of twins.entries()) {
        const words = [
          byGroup.size === 1 ? "" : group,
          twins.length === 1 ? "" : `第${index + 1}行，共${twins.length}行`,
        ].filter((part) => part !== "");
        if (words.length > 0) marks.set(one, `（${words.join("，")}）`);
      }
    }
  }
  return marks;
}

/** A dot would end the row's part of a fact's id. */
function groupOf({ level1, level2 }: Indicator): string {
  return normalizeName(level2 === "" ? level1 : level2).replaceAll(".", "·");
}
