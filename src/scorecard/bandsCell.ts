import { sameBands } from "../criteria/bandTable";
import type { Criterion } from "../criteria/criterion";
import { bandTable } from "../criteria/kinds/bands";
import { readingOf } from "./clauseTexts";

/**
 * Whether the words of the 评分标准 cell alone, as BANDSCORE reads them, are the bands of the criterion: only then may a
 * formula name that cell in their place.
 */
export function printsBands(printed: string, criterion: Criterion): boolean {
  const own = criterion.kind === "bands" ? bandTable(criterion) : null;
  if (own === null) return false;
  const alone = readingOf(printed, { indicator: "", weight: null });
  const read = alone.state === "read" && alone.criterion.kind === "bands" ? bandTable(alone.criterion) : null;
  return read !== null && sameBands(read, own);
}
