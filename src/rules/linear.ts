import { operand, ours } from "./formulaText";
import type { Scale } from "./measuredRule";

/** rate × weight in 分, from 0 to the weight. */
export function ratePoints(rate: number, weight: number): number {
  return Math.max(0, Math.min(rate, 1)) * weight;
}

/** 按比例计分: rate × weight, never above the weight (the clause does not say so: setting ratioCap). */
export function linearScale(clause: string): Scale<number> {
  return {
    title: "按比例计分",
    score: ({ value }, { weight }) => ({ points: ratePoints(value, weight), clause, remarks: [] }),
    formula: (expression, { dialect, weight }) =>
      dialect === "addin"
        ? ours("RATESCORE", expression, weight)
        : `MAX(0,MIN(1,${expression}))*${operand(weight)}`,
  };
}
