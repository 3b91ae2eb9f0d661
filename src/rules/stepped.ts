import { tidy } from "../quantity/tidy";
import type { BandValue } from "./bandTable";
import { ours, operand, tidied } from "./formulaText";
import type { Scale } from "./measuredRule";
import type { Settings } from "./settings";
import { percentWords, plainDigits } from "./words";

export type StepRounding = Settings["overheadRounding"];

export interface Steps {
  /** Above this value points are lost (a fraction). */
  readonly from: number;
  /** One step, a fraction above 0. */
  readonly step: number;
  /** 分 per step. */
  readonly points: number;
}

/** weight − points for every step above `from`, never below 0. */
export function steppedPoints(value: number, weight: number, steps: Steps, rounding: StepRounding): number {
  const excess = (value - steps.from) / steps.step;
  if (!(tidy(excess) > 0)) return weight;
  const count = rounding === "ceiling" ? Math.ceil(tidy(excess)) : Math.floor(tidy(excess));
  return Math.max(0, weight - count * steps.points);
}

/** The points of a stretch of values, null where they are not the same all through it. */
export function steppedPointsOf(
  value: BandValue,
  weight: number,
  steps: Steps,
  rounding: StepRounding,
): number | null {
  if (typeof value === "number") return steppedPoints(value, weight, steps, rounding);
  const high = value.to === null ? 0 : steppedPoints(value.to, weight, steps, rounding);
  const low = value.from === null ? weight : steppedPoints(value.from, weight, steps, rounding);
  return tidy(low) === tidy(high) ? high : null;
}

/** 阶梯扣分: every step above a value costs the same. Whether a begun step counts is a setting. */
export function steppedScale(
  steps: Steps,
  clauses: { readonly kept: string; readonly lost: string },
): Scale<BandValue> {
  return {
    title: "阶梯扣分",
    score: (taken, { weight, settings }) => {
      const points = steppedPointsOf(taken.value, weight, steps, settings.overheadRounding);
      if (points === null) return { problem: `${taken.words}跨了几档扣分，请填写准确数。` };
      const lenient = steppedPointsOf(taken.value, weight, steps, "floor") ?? points;
      const above = typeof taken.value === "number" && tidy(taken.value - steps.from) > 0;
      return {
        points,
        clause: above || tidy(points) < tidy(weight) ? clauses.lost : clauses.kept,
        ...(tidy(lenient) > tidy(points)
          ? { bySetting: { setting: "overheadRounding" as const, points: lenient - points } }
          : {}),
        ...(typeof taken.value === "number"
          ? { scale: scaleOf(taken.value, weight, steps, clauses, above) }
          : {}),
        remarks: taken.approximate ? [`${taken.words}是约数，请核实准确数。`] : [],
      };
    },
    formula: (expression, context, typed) => {
      const { weight, dialect } = context;
      const rounding = context.context.settings.overheadRounding;
      if (dialect === "addin") {
        const choice = rounding === "floor" ? [] : [steps.from, `"${rounding}"`];
        const from = steps.from === 0 || choice.length > 0 ? [] : [steps.from];
        return ours("STEPSCORE", expression, weight, steps.step, steps.points, ...from, ...choice);
      }
      const above = steps.from === 0 ? expression : `${operand(expression)}-${plainDigits(steps.from)}`;
      const count = tidied(`${operand(above)}/${plainDigits(steps.step)}`);
      const whole = rounding === "ceiling" ? `-INT(-${count})` : `INT(${count})`;
      const numbers = `IF(${operand(above)}<=0,${weight},MAX(0,${operand(weight)}-${plainDigits(steps.points)}*${operand(whole)}))`;
      if (!typed) return numbers;
      const none =
        steps.from === 0
          ? `OR(${expression}="≤0",${expression}="≤0%")`
          : `${expression}="≤${percentWords(steps.from)}"`;
      return `IF(ISTEXT(${expression}),IF(${none},${weight},""),${numbers})`;
    },
  };
}

function scaleOf(
  value: number,
  weight: number,
  steps: Steps,
  clauses: { readonly kept: string; readonly lost: string },
  above: boolean,
): { readonly value: number; readonly unit: string; readonly branches: readonly import("./rule").Branch[] } {
  return {
    value,
    unit: "%",
    branches: [
      { clause: clauses.kept, applies: !above, from: null, to: steps.from, points: weight },
      { clause: clauses.lost, applies: above, from: steps.from, to: null, points: null },
    ],
  };
}
