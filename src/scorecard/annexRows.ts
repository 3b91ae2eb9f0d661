import { tidy } from "../quantity/tidy";
import { settled } from "../criteria/choices";
import type { AnnexRowScore } from "../criteria/annexRow";
import type { RuleContext } from "../criteria/rule";
import type { BoundAnnex } from "./bindAnnex";
import { compareTyped } from "./compareTyped";
import { rowRemarks } from "./annexRule";
import type { AnnexRowResult } from "./scorecard";
import type { ScoredAnnex, ScoredAnnexRow } from "./scoreAnnex";

/** A row of an annex before its reason is put in words, which depends on the decimals of the whole card. */
export type UnwordedAnnexRow = Omit<AnnexRowResult, "reason">;

/** The rows for the reader: those that lose most first, then the open ones, then the others as they stand. */
export function annexRowResults(
  annex: BoundAnnex,
  scored: ScoredAnnex,
  context: Pick<RuleContext, "settings">,
): readonly UnwordedAnnexRow[] {
  const rows = scored.rows.map((one) => rowResult(annex, one, context));
  const rank = ({ deduction, points }: UnwordedAnnexRow): number =>
    points === null ? 0 : (deduction ?? 0) > 0 ? -(deduction ?? 0) : 1;
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

function rowResult(
  annex: BoundAnnex,
  one: ScoredAnnexRow,
  { settings }: Pick<RuleContext, "settings">,
): UnwordedAnnexRow {
  const { bound, score, weight, formPoints, formWeight, formLosses } = one;
  const { row } = bound;
  const { reading } = score.figures;
  const scored = score.outcome === "scored" ? score : null;
  const rated = reading.outcome === "rate" ? reading : null;
  const deduction = tidy(formLosses.reduce((sum, loss) => sum + loss.points, 0));
  const own = scored === null ? null : scored.points;
  const typed = row.score === null || ownFormula.test(row.score.formula ?? "") ? null : row.score.typed;
  return {
    id: bound.id,
    fund: annex.funds.length > 1 ? (annex.funds[bound.fund]?.label ?? null) : null,
    level1: row.level1,
    level2: row.level2,
    name: row.name.value,
    nameAt: row.name.at,
    target: { text: String(row.target.content ?? ""), at: row.target.at },
    actual: { text: String(row.actual.content ?? ""), at: row.actual.at },
    read: readWords(score),
    judged: scored?.by === "tier" || (score.outcome === "open" && score.of === "tier"),
    kind: rated?.kind ?? null,
    rate: scored?.rate ?? rated?.rate ?? null,
    clause: scored?.clause ?? null,
    branches: branchWords(score, annex, settings),
    weight: formWeight === null ? null : tidy(formWeight),
    points: formPoints === null ? null : tidy(formPoints),
    deduction: formPoints === null ? null : deduction,
    losses: formLosses,
    annexWeight: weight.weight,
    annexPoints: own,
    rateAt: row.rateAt,
    scoreAt: row.score?.at ?? null,
    typed,
    compared: compareTyped(typed, row.score?.text ?? "", own, weight.weight),
    questions: score.outcome === "open" ? score.needs.map((key) => `${bound.id}.${key}`) : [],
    problem: score.outcome === "open" ? `${score.why}。` : null,
    remarks: rowRemarks(one),
  };
}

/** Our formulas without our functions: the four branches, or the linear reading, over a completion rate. */
const ownFormula = /^=(?:IF\(.{1,60}<1,0,)?(?:IF\(ROUND\(.{1,400}<=?0\.6,0,IF\(ROUND\(|MAX\(0,MIN\(1,)/u;

/** How target and actual were read: "目标≥28万人，实际33.01万人"; who judged it otherwise. */
function readWords(score: AnnexRowScore): string {
  if (score.outcome === "scored" && score.by === "tier") return score.measured.replace(/^“.*”(?=评定)/u, "");
  const { reading, answered } = score.figures;
  if (reading.outcome !== "rate")
    return reading.outcome === "qualitative" ? "定性指标，没有量化目标值" : reading.reason;
  const from = answered.target || answered.actual ? "（按评分底稿）" : "";
  const kinds = { atLeast: "不低于", atMost: "不高于", range: "区间", approx: "约", equal: "等于" } as const;
  const pairs = reading.parts.map(
    ({ target, actual, kind }) => `目标${target.text}（${kinds[kind]}），实际${actual.text}`,
  );
  return `${pairs.join("；")}${from}`;
}

function branchWords(
  score: AnnexRowScore,
  { binding }: BoundAnnex,
  settings: RuleContext["settings"],
): readonly string[] {
  if (score.outcome === "open" || score.by === "tier") {
    const tier = score.outcome === "scored" || score.of === "tier";
    return tier ? binding.levels.map(({ clause }) => clause) : [];
  }
  const { scale, clauses } = settled(binding, settings);
  if (scale === "linear") return [score.clause];
  return [clauses.failed, clauses.partly, clauses.full, clauses.over];
}
