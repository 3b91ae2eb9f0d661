import { figuresOf, nameOf } from "../definitions";
import type { Formula } from "../formula";
import type { Around, Measured } from "../measures";
import { sameMeasure } from "../sameMeasure";

/** offset + slope × value, in 分 or as a share of what is to be had. */
interface Linear {
  readonly offset: number;
  readonly slope: number;
  /** How often the weight is a factor. */
  readonly weights: number;
}

export function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}

export function linearOf(formula: Formula, measured: Measured, around: Around): Linear | null {
  switch (formula.of) {
    case "number":
      return formula.unit === "" || formula.unit === "%" || formula.unit === "分"
        ? { offset: formula.value, slope: 0, weights: 0 }
        : null;
    case "weight":
      return { offset: 1, slope: 0, weights: 1 };
    case "name":
      return sameMeasure(nameOf(formula, around.text), measured.name, around)
        ? { offset: 0, slope: 1, weights: 0 }
        : null;
    case "/": {
      const figures = figuresOf(formula, around.text);
      if (figures !== null) return { offset: 0, slope: 1, weights: 0 };
      break;
    }
    case "+":
    case "-":
    case "*":
      break;
  }
  const [left, right] = [linearOf(formula.left, measured, around), linearOf(formula.right, measured, around)];
  if (left === null || right === null) return null;
  switch (formula.of) {
    case "+":
    case "-": {
      if (left.weights !== right.weights) return null;
      const sign = formula.of === "+" ? 1 : -1;
      return {
        offset: left.offset + sign * right.offset,
        slope: left.slope + sign * right.slope,
        weights: left.weights,
      };
    }
    case "*":
      if (left.slope !== 0 && right.slope !== 0) return null;
      return {
        offset: left.offset * right.offset,
        slope: left.slope * right.offset + left.offset * right.slope,
        weights: left.weights + right.weights,
      };
    case "/":
      if (right.slope !== 0 || right.weights !== 0 || right.offset === 0) return null;
      return { offset: left.offset / right.offset, slope: left.slope / right.offset, weights: left.weights };
  }
}
