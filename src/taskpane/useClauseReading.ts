import { useMemo } from "react";
import type { ClauseContext, ClauseReading } from "../clause/clauseReading";
import { readClause } from "../clause/readClause";

/** A 评分标准 as its own words are read, once somebody wants to see that. */
export function useClauseReading(
  wanted: boolean,
  clause: string,
  { indicator, weight }: Pick<ClauseContext, "indicator" | "weight">,
): ClauseReading | null {
  return useMemo(
    () => (wanted ? readClause(clause, { indicator, weight }) : null),
    [wanted, clause, indicator, weight],
  );
}
