import { useEffect, useMemo, useState } from "react";
import type { ClauseContext, ClauseReading } from "../clause/clauseReading";
import type { readClause } from "../clause/readClause";

/**
 * A 评分标准 as its own words are read, once somebody wants to see that: what reads it is fetched then. A fetch that failed
 * (the network is away) is said, and tried again when it is wanted again.
 */
export function useClauseReading(
  wanted: boolean,
  clause: string,
  { indicator, weight }: Pick<ClauseContext, "indicator" | "weight">,
): { readonly reading: ClauseReading | null; readonly failed: boolean } {
  const [reader, setReader] = useState<{ readonly read: typeof readClause } | "failed" | null>(null);
  const known = typeof reader === "object" && reader !== null;
  useEffect(() => {
    if (!wanted || known) return;
    let left = false;
    import("../clause/readClause").then(
      (fetched) => {
        if (!left) setReader({ read: fetched.readClause });
      },
      () => {
        if (!left) setReader("failed");
      },
    );
    return () => {
      left = true;
    };
  }, [wanted, known]);
  const read = known ? reader.read : null;
  const reading = useMemo(
    () => (read === null ? null : read(clause, { indicator, weight })),
    [read, clause, indicator, weight],
  );
  return { reading, failed: reader === "failed" };
}

export const fetchFailed = "没有取到这部分程序。请检查网络后再打开一次；仍不行的，请重新打开本页面。";
