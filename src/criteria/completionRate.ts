import type { Figure } from "../quantity/figure";
import { readQuantity, type QuantityReading } from "../quantity/readQuantity";
import { tidy } from "../quantity/tidy";
import { compareUnits } from "../quantity/unit";
import { changeDoubt, withLoweredTarget, directionDoubt } from "./targetWords";
import { chooseActual } from "./chooseActual";
import { figureRate, type TargetKind } from "./figureRate";

/** One target figure with the actual that answers it. */
interface CompletionPart {
  readonly target: Figure;
  readonly actual: Figure;
  readonly kind: Exclude<TargetKind, "parts">;
  /** A fraction, not capped. */
  readonly rate: number;
  readonly met: boolean;
}

/** What a row of the annex gives: how target and actual were read, and the rate that follows. */
export type CompletionRate = {
  readonly target: QuantityReading;
  readonly actual: QuantityReading;
  /** Chinese sentences without a full stop, for the reader. */
  readonly remarks: readonly string[];
} & (
  | {
      readonly outcome: "rate";
      /** A fraction of 12 significant digits; not capped, except that several parts are capped one by one. */
      readonly rate: number;
      readonly kind: TargetKind;
      /** The target is reached; for a setting that reads a missed at-most target otherwise. */
      readonly met: boolean;
      readonly parts: readonly [CompletionPart, ...CompletionPart[]];
      readonly certainty: "sure" | "unsure";
      /** Chinese; what to ask when unsure, else null. */
      readonly question: string | null;
    }
  /** No quantity in the target: a person picks tier and share. */
  | { readonly outcome: "qualitative" }
  /** Nothing to divide. reason: Chinese, what was found and what to do. */
  | {
      readonly outcome: "missing";
      readonly missing: "target" | "actual" | "quantity";
      readonly reason: string;
    }
);

/**
 * 完成率 = actual ÷ target as the form writes them. At-most: met → 1 (0 of 0 too), missed →
 * target ÷ actual. A range met → 1, missed → by the nearer bound. Several parts: each capped at 1, then the mean.
 * Never throws.
 * @param name the indicator's name, which may explain a number
 */
export function completionRate(
  target: string | number | null,
  actual: string | number | null,
  name = "",
): CompletionRate {
  const wanted = readQuantity(target, name);
  const done = readQuantity(actual, name);
  const read = { target: wanted, actual: done, remarks: [] };
  const missing = (what: "target" | "actual" | "quantity", reason: string): CompletionRate => {
    return { ...read, outcome: "missing", missing: what, reason };
  };
  if (wanted.kind === "nil") return missing("target", "没有年度目标值，请填写");
  if (done.kind === "nil") return missing("actual", "没有实际完成值，请填写；确实为0的填“0”");
  if (wanted.kind !== "quantity") {
    const remarks = wanted.mentions.map((figure) => `目标值文字中的“${figure.text}”未作为量化目标`);
    return { ...read, outcome: "qualitative", remarks };
  }
  const targetText = String(target ?? "");
  const text = String(actual ?? "");
  const pairs =
    wanted.figures.length === 1
      ? single(wanted.figures[0], done, text, `${name} ${targetText}`)
      : done.kind === "quantity"
        ? pairParts(wanted.figures, done.figures)
        : { problem: noFigure(wanted.figures[0], done) };
  if ("problem" in pairs) return missing("quantity", pairs.problem);

  const rated: CompletionPart[] = [];
  const remarks: string[] = [];
  let capped = 0;
  const doubts = [...wanted.doubts, ...pairs.doubts];
  for (const pair of pairs.pairs) {
    const lowered = withLoweredTarget(targetText, pair.target);
    const change = changeDoubt(targetText, pair.target, text, pair.actual);
    const direction = directionDoubt(lowered.target, pair.actual, `${name} ${targetText}`);
    doubts.push(...lowered.doubts, ...[change, direction].filter((doubt) => doubt !== null));
    const result = figureRate(lowered.target, pair.actual, `${name} ${targetText}`);
    if ("problem" in result) return missing("quantity", result.problem);
    rated.push({ ...pair, kind: result.kind, rate: tidy(result.rate), met: result.met });
    capped += Math.min(result.rate, 1);
    remarks.push(...result.remarks);
    doubts.push(...result.doubts);
  }
  const [first, ...more] = rated;
  if (first === undefined) return missing("quantity", "没有可以计算的数值");
  const several = more.length > 0;
  const asked = [...new Set(doubts)];
  return {
    ...read,
    remarks,
    outcome: "rate",
    rate: several ? tidy(capped / rated.length) : first.rate,
    kind: several ? "parts" : first.kind,
    met: rated.every((part) => part.met),
    parts: [first, ...more],
    certainty: asked.length === 0 ? "sure" : "unsure",
    question: asked.length === 0 ? null : `请确认：${asked.join("；")}？`,
  };
}

function single(target: Figure, done: QuantityReading, text: string, name: string): PairedParts {
  const counted: readonly Figure[] = done.kind === "quantity" ? done.figures : [];
  const chosen = chooseActual(target, counted, text, name) ?? chooseActual(target, done.mentions, text, name);
  if (chosen === null) return { problem: noFigure(target, done) };
  const doubts = chosen.doubt === null ? [] : [chosen.doubt];
  if (!counted.includes(chosen.figure)) doubts.push(`实际完成值是否为“${chosen.figure.text}”`);
  return { pairs: [{ target, actual: chosen.figure }], doubts };
}

function noFigure(target: Figure | undefined, done: QuantityReading): string {
  const wanted = `目标值“${target?.text ?? ""}”要有数值对照，请填写实际完成数`;
  if (done.kind === "verdict") return `实际完成值只写是否完成，没有数值；${wanted}`;
  if (done.kind === "quantity") return `实际完成值的单位与目标值不同，不能相除；${wanted}`;
  return `实际完成值没有数值；${wanted}`;
}

/** Target figures with their actuals; doubts have to be confirmed. */
type PairedParts =
  | {
      readonly pairs: readonly { readonly target: Figure; readonly actual: Figure }[];
      readonly doubts: readonly string[];
    }
  | { readonly problem: string };

/** Part by part: in order where the units agree, otherwise each by its unit. */
function pairParts(targets: readonly Figure[], actuals: readonly Figure[]): PairedParts {
  const inOrder = targets.flatMap((target, i) => {
    const actual = actuals[i];
    return actual !== undefined && compareUnits(target.unit, actual.unit) === "same"
      ? [{ target, actual }]
      : [];
  });
  if (inOrder.length === targets.length && actuals.length === targets.length)
    return { pairs: inOrder, doubts: [] };

  const waiting = [...actuals];
  const pairs: { target: Figure; actual: Figure }[] = [];
  for (const [i, target] of targets.entries()) {
    const at = bestMatch(target, waiting);
    const [actual] = at < 0 ? [] : waiting.splice(at, 1);
    if (actual === undefined) {
      return { problem: `目标值有${targets.length}项，实际完成值缺第${i + 1}项“${target.text}”的数值` };
    }
    pairs.push({ target, actual });
  }
  const extra = waiting.some((actual) => targets.some((target) => target.unit.name === actual.unit.name));
  const shared = new Set(targets.map((target) => target.unit.name)).size < targets.length;
  // Equal units out of order, or a figure too many: which one answers which part is a guess.
  const guessed = extra || (shared && actuals.length !== targets.length);
  const shown = pairs.map((pair) => `“${pair.target.text}”对“${pair.actual.text}”`).join("、");
  return { pairs, doubts: guessed ? [`各部分是否为${shown}`] : [] };
}

function bestMatch(target: Figure, waiting: readonly Figure[]): number {
  for (const wanted of ["same", "differs", "open"] as const) {
    const at = waiting.findIndex((actual) => compareUnits(target.unit, actual.unit) === wanted);
    if (at >= 0) return at;
  }
  return -1;
}
