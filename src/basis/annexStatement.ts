import { percent, type Statement } from "./statement";
import type { AnnexRowResult, ScorecardRow } from "../scorecard/scorecard";

/** Longer lists are in the annex itself. */
const mostNamed = 3;

/** What the rows of an annex come to: how many there are, how many reached their target, and the first that lose points. */
export function annexStatement({ annexRows, facts }: ScorecardRow): Statement | null {
  const [only, ...more] = annexRows;
  if (only === undefined || annexRows.some(({ points }) => points === null)) return null;
  const from = facts.filter(({ id }) => annexRows.some((row) => id.startsWith(`${row.id}.`)));
  const given = annexRows.flatMap(({ name, target, actual }) => [name, target.text, actual.text]);
  if (more.length === 0) return { words: figures(only), from, given };
  const rates = annexRows.flatMap(({ rate }) => rate ?? []);
  const met = rates.filter((rate) => rate >= 1).length;
  const judged = annexRows.length - rates.length;
  const counts = [
    `附表共${annexRows.length}项指标`,
    ...(rates.length === 0
      ? []
      : [met === rates.length ? reached(rates.length, judged) : `完成率达到100%的${met}项`]),
    ...(judged === 0 ? [] : [`定性指标${judged}项`]),
  ];
  const lost = annexRows.filter(({ deduction }) => (deduction ?? 0) > 0);
  const named = lost.slice(0, mostNamed).map((row) => `“${row.name}”${figures(row)}`);
  const rest = lost.length > mostNamed ? `等${lost.length}项` : "";
  const losses = lost.length === 0 ? "" : `；扣分的有${named.join("、")}${rest}`;
  return { words: `${counts.join("，")}${losses}`, from, given };
}

function reached(count: number, judged: number): string {
  return judged === 0 ? "完成率均达到100%" : `完成率达到100%的${count}项`;
}

function figures({ target, actual, rate }: AnnexRowResult): string {
  const done = rate === null ? "" : `，完成率${percent(rate)}`;
  return `目标值${target.text}，实际完成值${actual.text}${done}`;
}
