import type { Scorecard, ScorecardRow } from "./scorecard";

/** Where the rule of a row comes from, as a person reads it; "" where there is none. */
export function originWords(
  { origin }: Pick<ScorecardRow, "origin">,
  { shortTitle }: Pick<Scorecard, "shortTitle">,
): string {
  switch (origin) {
    case "sheet":
      return "表中评分标准";
    case "edition":
      return shortTitle;
    case "person":
      return "人工设定";
    case null:
      return "";
  }
}

/** "表中评分标准27行，2023年版1行" */
export function originCounts(scorecard: Scorecard): string {
  const counts = new Map<string, number>();
  for (const row of scorecard.rows) {
    const words = originWords(row, scorecard) || "没有评分标准";
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return Array.from(counts, ([words, count]) => `${words}${count}行`).join("，");
}
