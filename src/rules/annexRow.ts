import { tidy } from "../quantity/tidy";
import type { AnnexClause } from "./annexSum";
import { completionBranches, completionPoints, completionScale } from "./completion";
import { completionRate, type CompletionRate } from "./completionRate";
import type { Fact } from "./fact";
import { linearScale, ratePoints } from "./linear";
import type { Scale } from "./measuredRule";
import type { Loss } from "./rule";
import type { Settings, SettingName } from "./settings";
import { tierPoints } from "./tiers";
import { percentWords } from "./words";

/** One row of an annex as its rule sees it. */
export interface AnnexRowFigures {
  readonly name: string;
  /** As the annex writes them; null: blank. */
  readonly target: string | number | null;
  readonly actual: string | number | null;
  /** 指标性质 says 定性: a person judges it, whatever figures its words hold. */
  readonly qualitative: boolean;
  /** completionRate of these very figures, where it is known already: a row is scored more than once. */
  readonly printed?: CompletionRate;
}

/** What a person answers for a row in 评分底稿. */
export type AnnexAnswerKey = "target" | "actual" | "tier" | "share" | "basis";
export type AnnexAnswers = Readonly<Partial<Record<AnnexAnswerKey, Fact>>>;

export interface AnnexRowTerms {
  /** 分 of this row, on whatever scale the annex has; null: cannot be told. */
  readonly weight: number | null;
  readonly clause: AnnexClause;
  readonly settings: Settings;
}

/** How the figures of a row were read. */
export interface AnnexFigures {
  readonly reading: CompletionRate;
  /** Figures of 评分底稿 stand for what the annex writes. */
  readonly answered: { readonly target: boolean; readonly actual: boolean };
}

export type AnnexRowScore = {
  readonly figures: AnnexFigures;
  /** Chinese, without a full stop. */
  readonly remarks: readonly string[];
} & (
  | {
      readonly outcome: "scored";
      readonly by: "rate" | "tier";
      /** A fraction; null where a tier was picked. */
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

/** The linear reading of 专项资金: the clause only adds up (setting specialFundBranches). */
export const linearClause = "得分=完成率×本指标分值";
const unwrittenTier = "评分标准未规定定性指标怎样计分，比照效益指标的三档评定";

/** Target against actual, with the figures that a person gave for them. Never throws. */
export function annexFigures(row: AnnexRowFigures, answers: AnnexAnswers): AnnexFigures {
  const target = figureOf(answers.target);
  const actual = figureOf(answers.actual);
  // A person's own figures are plain; the name explains only what the annex writes.
  const name = target !== null && actual !== null ? "" : row.name;
  const printed = target === null && actual === null ? row.printed : undefined;
  const reading = printed ?? completionRate(target ?? row.target, actual ?? row.actual, name);
  return { reading, answered: { target: target !== null, actual: actual !== null } };
}

function figureOf(fact: Fact | undefined): string | number | null {
  const value = fact?.value;
  return typeof value === "number" || (typeof value === "string" && value.trim() !== "") ? value : null;
}

/** 分 of one row, or what has to be answered first. */
export function scoreAnnexRow(
  row: AnnexRowFigures,
  answers: AnnexAnswers,
  terms: AnnexRowTerms,
): AnnexRowScore {
  const figures = annexFigures(row, answers);
  const { reading, answered } = figures;
  const given = answered.target || answered.actual;
  const judged = row.qualitative ? !given : reading.outcome === "qualitative";
  const open = (
    of: "tier" | "figure" | "weight",
    needs: readonly AnnexAnswerKey[],
    why: string,
  ): AnnexRowScore => {
    return { figures, remarks: [], outcome: "open", of, needs, why };
  };
  if (judged && !isBlank(row.target, row.actual)) return scoreTier(row, figures, answers, terms, open);
  if (reading.outcome === "missing") return open("figure", [neededFor(reading, answered)], reading.reason);
  if (reading.outcome === "qualitative") return open("figure", ["target"], "目标值没有可以计算的数值");
  const confirmed = answered.target && answered.actual;
  if (reading.certainty === "unsure" && !confirmed) {
    const needs = (["target", "actual"] as const).filter((key) => !answered[key]);
    return open("figure", needs, (reading.question ?? "请确认目标值和实际完成值").replace(/[？。]$/u, ""));
  }
  if (terms.weight === null) return open("weight", [], "没有分值，请在附表填写");
  return scoreRate(row, figures, reading, terms, terms.weight);
}

function isBlank(...contents: readonly (string | number | null)[]): boolean {
  return contents.some((content) => content === null);
}

function neededFor(
  reading: Extract<CompletionRate, { outcome: "missing" }>,
  answered: AnnexFigures["answered"],
): AnnexAnswerKey {
  if (reading.missing === "target") return "target";
  return reading.missing === "quantity" && answered.actual ? "target" : "actual";
}

function scoreTier(
  row: AnnexRowFigures,
  figures: AnnexFigures,
  answers: AnnexAnswers,
  { weight, clause }: AnnexRowTerms,
  open: (of: "tier" | "weight", needs: readonly AnnexAnswerKey[], why: string) => AnnexRowScore,
): AnnexRowScore {
  const { tier, share, basis } = answers;
  const needs = (["tier", "share", "basis"] as const).filter((key) => answers[key] === undefined);
  if (needs.length > 0 || tier === undefined || share === undefined || basis === undefined) {
    return open("tier", needs, "是定性指标，请评定档次和档内比例，并写明书面依据");
  }
  if (weight === null) return open("weight", [], "没有分值，请在附表填写");
  const ratio = typeof share.value === "number" ? share.value : Number.NaN;
  const result = tierPoints(String(tier.value), ratio, weight);
  if ("problem" in result) return open("tier", ["share"], result.problem.replace(/。$/u, ""));
  const measured = `“${row.name}”评定为${result.measured}`;
  const lost = weight - result.points;
  return {
    figures,
    remarks: clause.tiers ? [] : [unwrittenTier],
    outcome: "scored",
    by: "tier",
    rate: null,
    points: result.points,
    measured,
    clause: result.clause,
    losses: isLoss(lost, weight) ? [{ measured, clause: result.clause, points: lost }] : [],
  };
}

function scoreRate(
  row: AnnexRowFigures,
  figures: AnnexFigures,
  reading: Extract<CompletionRate, { outcome: "rate" }>,
  terms: AnnexRowTerms,
  weight: number,
): AnnexRowScore {
  const { settings } = terms;
  const near = settings.approximateTarget === "tenPercent" && reading.kind === "approx";
  const rate = near && tidy(Math.abs(reading.rate - 1)) <= 0.1 ? 1 : reading.rate;
  const zeroed = settings.atMostMissed === "zero" && reading.kind === "atMost" && !reading.met;
  const scale = annexScale(terms);
  const scaled = scale === "linear" ? ratePoints(rate, weight) : completionPoints(rate, weight, settings);
  const points = zeroed ? 0 : scaled;
  const clause = zeroed ? "“不高于”类指标未达标，不得分" : clauseOf(rate, scale, settings);
  const measured = `“${row.name}”${measuredWords(reading)}，完成率${percentWords(reading.rate)}`;
  const lenient = lenientPoints(rate, weight, terms, zeroed);
  const losses: readonly Loss[] = [
    { measured, clause, points: weight - Math.max(lenient.points, points) },
    { measured, clause, points: Math.max(0, lenient.points - points), setting: lenient.setting },
  ];
  return {
    figures,
    remarks: reading.remarks,
    outcome: "scored",
    by: "rate",
    rate,
    points,
    measured,
    clause,
    losses: losses.filter((loss) => isLoss(loss.points, weight)),
  };
}

/** How many points the row would have if the named setting that costs it some were read the other way. */
function lenientPoints(
  rate: number,
  weight: number,
  terms: AnnexRowTerms,
  zeroed: boolean,
): { readonly points: number; readonly setting: SettingName } {
  if (zeroed) return { points: completionPoints(rate, weight, terms.settings), setting: "atMostMissed" };
  if (!terms.clause.branches) return { points: ratePoints(rate, weight), setting: "specialFundBranches" };
  return { points: completionPoints(rate, weight), setting: "passLine" };
}

/** Which scale turns a rate into points. */
export function annexScale({
  clause,
  settings,
}: Pick<AnnexRowTerms, "clause" | "settings">): "branches" | "linear" {
  return !clause.branches && settings.specialFundBranches === "linear" ? "linear" : "branches";
}

/** The same scale as a formula writes it. */
export function annexScaleFormula(
  terms: Pick<AnnexRowTerms, "clause" | "settings">,
): Scale<number>["formula"] {
  return annexScale(terms) === "linear" ? linearScale(linearClause).formula : completionScale.formula;
}

function clauseOf(rate: number, scale: "branches" | "linear", settings: Settings): string {
  if (scale === "linear") return linearClause;
  const exact = tidy(rate);
  const branch = completionBranches(settings).find(
    ({ upTo, included }) => upTo === null || exact < upTo || (included && exact === upTo),
  );
  return branch?.clause ?? "";
}

/** "实际13人，目标约20人"; of several parts those that were missed. */
function measuredWords(reading: Extract<CompletionRate, { outcome: "rate" }>): string {
  const missed = reading.parts.filter(({ met }) => !met);
  const shown = missed.length > 0 ? missed : reading.parts.slice(0, 1);
  return shown.map(({ actual, target }) => `实际${actual.text}，目标${target.text}`).join("；");
}

function isLoss(lost: number, weight: number): boolean {
  return lost > 0 && tidy(weight - lost) < tidy(weight);
}
