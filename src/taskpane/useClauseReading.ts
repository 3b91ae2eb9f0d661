import { useMemo } from "react";
import type { ClauseContext, ClauseReading } from "../clause/clauseReading";
import { readClause } from "../clause/readClause";

/** A 评分标准 as its own words are read; null while nobody wants to see that. */
export function useClauseReading(
  clause: string | null,
  { indicator, weight }: Pick<ClauseContext, "indicator" | "weight">,
): ClauseReading | null {
  return useMemo(
    () => (clause === null ? null : readClause(clause, { indicator, weight })),
    [clause, indicator, weight],
  );
}
