import { tidy } from "../quantity/tidy";
import { completionRate, type CompletionRate } from "./completionRate";
import type { Fact } from "./fact";
import type { Loss } from "./rule";
import { percentWords } from "./words";
import { annexScale } from "./annexScale";
import { settled, type ChosenOptions, type Settled } from "./choices";
import type { AnnexScoring } from "./criterion";
import { isLoss } from "./expression/composed";
import { outcomeAt } from "./expression/evaluate";
import { levelPoints } from "./kinds/levels";

/** One row of an annex as its criterion sees it. */
export interface AnnexRowFigures {
  readonly name: string;
  /** As the annex writes them; null: blank. */
  readonly target: string | number | null;
  readonly actual: string | number | null;
  /** 指标性质 says 定性: a person judges it, whatever figures its words hold. */
  readonly qualitative: boolean;
  /** Of the form. */
  readonly year?: number | null;
  /** completionRate of these very figures, where it is known already: a row is scored more than once. */
  readonly printed?: CompletionRate;
  /** How they are read where a person's answer stands for one of them; absent: by completionRate. */
  readonly read?: (target: Written | null, actual: Written | null) => CompletionRate;
}

type Written = string | number;

/** What a person answers for a row in 评分底稿. */
export type AnnexAnswerKey = "target" | "actual" | "tier" | "share" | "basis";
export type AnnexAnswers = Readonly<Partial<Record<AnnexAnswerKey, Fact>>>;

interface AnnexRowTerms {
  /** 分 of this row, on whatever scale the annex has; null: cannot be told. */
  readonly weight: number | null;
  readonly scoring: AnnexScoring;
  readonly options: ChosenOptions;
}

/** How the figures of a row were read. */
interface AnnexFigures {
  readonly reading: CompletionRate;
  /** Figures of 评分底稿 stand for what the annex writes. */
  readonly answered: { readonly target: boolean; readonly actual: boolean };
}

export type AnnexRowScore = RowScore & { readonly figures: AnnexFigures };

type RowScore = {
  /** Chinese, without a full stop. */
  readonly remarks: readonly string[];
} & (
  | {
      readonly outcome: "scored";
      readonly by: "rate" | "tier";
      /** A fraction; null where a level was picked. */
      readonly rate: number | null;
      readonly points: number;
      /** “领军人才…”实际13人，目标约20人，完成率65% */
      readonly measured: string;
      readonly clause: string;
      readonly losses: readonly Loss[];
    }
  /** tier: a person has to judge; figure: a figure or the weight is missing, or is to be confirmed. */
  | {
      readonly outcome: "open";
      readonly of: "tier" | "figure" | "weight";
      readonly needs: readonly AnnexAnswerKey[];
      /** Chinese, without a full stop: what was found and what to do. */
      readonly why: string;
    }
);

const unwrittenLevels = "评分标准未规定定性指标怎样计分，比照效益指标的三档评定";

/** Target against actual, with the figures that a person gave for them. Never throws. */
export function annexFigures(row: AnnexRowFigures, answers: AnnexAnswers): AnnexFigures {
  const target = figureOf(answers.target);
  const actual = figureOf(answers.actual);
  // A person's own figures are plain; the name explains only what the annex writes.
  const both = target !== null && actual !== null;
  const printed = target === null && actual === null ? row.printed : undefined;
  const again = both ? undefined : row.read?.(target, actual);
  const [wanted, done] = [target ?? row.target, actual ?? row.actual];
  const reading = printed ?? again ?? completionRate(wanted, done, both ? "" : row.name, row.year);
  return { reading, answered: { target: target !== null, actual: actual !== null } };
}

function figureOf(fact: Fact | undefined): Written | null {
  const value = fact?.value;
  return typeof value === "number" || (typeof value === "string" && value.trim() !== "") ? value : null;
}

function open(of: "tier" | "figure" | "weight", needs: readonly AnnexAnswerKey[], why: string): RowScore {
  return { outcome: "open", of, needs, why, remarks: [] };
}

const unweighed = open("weight", [], "没有分值，请在附表填写");

/** 分 of one row, or what has to be answered first. */
export function scoreAnnexRow(
  row: AnnexRowFigures,
  answers: AnnexAnswers,
  terms: AnnexRowTerms,
): AnnexRowScore {
  const figures = annexFigures(row, answers);
  return { figures, ...scoreFigures(row, figures, answers, terms) };
}

function scoreFigures(
  row: AnnexRowFigures,
  { reading, answered }: AnnexFigures,
  answers: AnnexAnswers,
  terms: AnnexRowTerms,
): RowScore {
  const given = answered.target || answered.actual;
  const judged = row.qualitative ? !given : reading.outcome === "qualitative";
  const blank = row.target === null || row.actual === null;
  if (judged && !blank) return scoreLevel(row, answers, terms);
  if (reading.outcome === "missing") return open("figure", [neededFor(reading, answered)], reading.reason);
  if (reading.outcome === "qualitative") return open("figure", ["target"], "目标值没有可以计算的数值");
  const confirmed = answered.target && answered.actual;
  if (reading.certainty === "unsure" && !confirmed) {
    const needs = (["target", "actual"] as const).filter((key) => !answered[key]);
    return open("figure", needs, (reading.question ?? "请确认目标值和实际完成值").replace(/[？。]$/u, ""));
  }
  return terms.weight === null ? unweighed : scoreRate(row, reading, terms, terms.weight);
}

function neededFor(
  reading: Extract<CompletionRate, { outcome: "missing" }>,
  answered: AnnexFigures["answered"],
): AnnexAnswerKey {
  if (reading.missing === "target") return "target";
  return reading.missing === "quantity" && answered.actual ? "target" : "actual";
}

function scoreLevel(
  row: AnnexRowFigures,
  answers: AnnexAnswers,
  { weight, scoring }: AnnexRowTerms,
): RowScore {
  const { tier, share, basis } = answers;
  const needs = (["tier", "share", "basis"] as const).filter((key) => answers[key] === undefined);
  if (tier === undefined || share === undefined || basis === undefined) {
    return open("tier", needs, "是定性指标，请评定档次和档内比例，并写明书面依据");
  }
  if (weight === null) return unweighed;
  const ratio = typeof share.value === "number" ? share.value : Number.NaN;
  const result = levelPoints(scoring.levels, String(tier.value), ratio, weight);
  if ("problem" in result) return open("tier", ["share"], result.problem.replace(/。$/u, ""));
  const { points, level } = result;
  const measured = `“${row.name}”评定为${level.name}年度指标，评定比例${percentWords(ratio)}`;
  const { clause } = level;
  const lost = weight - points;
  return {
    remarks: scoring.levelsWritten ? [] : [unwrittenLevels],
    outcome: "scored",
    by: "tier",
    rate: null,
    points,
    measured,
    clause,
    losses: lost > 0 && isLoss(lost, weight) ? [{ measured, clause, points: lost }] : [],
  };
}

type RateReading = Extract<CompletionRate, { outcome: "rate" }>;

function scoreRate(
  row: AnnexRowFigures,
  reading: RateReading,
  { scoring, options }: AnnexRowTerms,
  weight: number,
): RowScore {
  const { rate, points, clause } = pointsOfRate(reading, settled(scoring, options), weight);
  const measured = `“${row.name}”${measuredWords(reading)}`;
  const lenient = lenientReading(reading, scoring, options, weight, points);
  const surely: Loss = { measured, clause, points: weight - (lenient?.points ?? points) };
  const losses =
    lenient === null ? [surely] : [surely, { ...lenient, measured, clause, points: lenient.points - points }];
  return {
    remarks: reading.remarks,
    outcome: "scored",
    by: "rate",
    rate,
    points,
    measured,
    clause,
    losses: losses.filter((loss) => loss.points > 0 && isLoss(loss.points, weight)),
  };
}

/** 约 within ten percent of its target counts as reached. */
export function isNearTarget(reading: CompletionRate, scoring: Settled<AnnexScoring>): boolean {
  return (
    reading.outcome === "rate" && reading.kind === "approx" && scoring.approximateTarget === "tenPercent"
  );
}

/** A missed 不高于 target gives nothing. */
export function isZeroedWhenMissed(reading: CompletionRate, scoring: Settled<AnnexScoring>): boolean {
  return reading.outcome === "rate" && reading.kind === "atMost" && scoring.atMostMissed === "zero";
}

function pointsOfRate(
  reading: RateReading,
  scoring: Settled<AnnexScoring>,
  weight: number,
): { readonly rate: number; readonly points: number; readonly clause: string } {
  const reached = isNearTarget(reading, scoring) && tidy(Math.abs(reading.rate - 1)) <= 0.1;
  const rate = reached ? 1 : reading.rate;
  if (isZeroedWhenMissed(reading, scoring) && !reading.met) {
    return { rate, points: 0, clause: "“不高于”类指标未达标，不得分" };
  }
  const outcome = outcomeAt(annexScale(scoring), rate, weight);
  const known = outcome.state === "known" ? outcome : null;
  return { rate, points: Number(known?.value ?? 0), clause: known?.clause ?? "" };
}

/** The other reading of an ambiguous clause that would leave more points. */
function lenientReading(
  reading: RateReading,
  scoring: AnnexScoring,
  options: ChosenOptions,
  weight: number,
  points: number,
): { readonly points: number; readonly setting: string } | null {
  if (tidy(points) >= tidy(weight)) return null;
  for (const choice of [scoring.scale, scoring.atPassLine, scoring.atMostMissed]) {
    if (typeof choice === "string") continue;
    for (const option of Object.keys(choice.options)) {
      if (option === options[choice.setting]) continue;
      const other = settled(scoring, { ...options, [choice.setting]: option });
      const better = pointsOfRate(reading, other, weight).points;
      if (tidy(better) > tidy(points)) return { points: better, setting: choice.setting };
    }
  }
  return null;
}

/** "实际13人，目标约20人，完成率65%"; of several parts each with its own, at most all of it, and their mean. */
function measuredWords({ parts, rate }: RateReading): string {
  const said = parts.map(({ actual, target, rate: own }) => {
    return `实际${actual.text}，目标${target.text}，完成率${percentWords(parts.length > 1 ? Math.min(own, 1) : rate)}`;
  });
  return parts.length > 1 ? `${said.join("；")}；平均完成率${percentWords(rate)}` : said.join("");
}
