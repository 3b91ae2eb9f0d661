import { carries } from "./headings";
import type { Token } from "./token";

/** An arithmetic expression of a clause. Words are names of figures, places in the plain text. */
export type Formula =
  | { readonly of: "number"; readonly value: number; readonly unit: string }
  | { readonly of: "weight"; readonly from: number; readonly to: number }
  | { readonly of: "name"; readonly from: number; readonly to: number }
  | { readonly of: "+" | "-" | "*" | "/"; readonly left: Formula; readonly right: Formula };

interface Read {
  readonly formula: Formula;
  /** Index of the token behind it. */
  readonly next: number;
}

const deepest = 12;
/** More signs in a row than any clause has; what is made of them is walked through by their depth. */
const longestChain = 40;

/** Reads from this token to the next comma or sentence end of the plain text; null where that is no expression. */
export function readFormula(all: readonly Token[], from: number, text: string): Read | null {
  const read = sum(all, from, 0);
  if (read === null || remarksOnPoints(read.formula, text)) return null;
  const next = all[read.next];
  return next === undefined || ["comma", "stop", "line", "end", "cap"].includes(next.is) ? read : null;
}

function sum(all: readonly Token[], from: number, depth: number): Read | null {
  return chain(all, from, depth, ["+", "-"], product);
}

function product(all: readonly Token[], from: number, depth: number): Read | null {
  return chain(all, from, depth, ["*", "/"], term);
}

function chain(
  all: readonly Token[],
  from: number,
  depth: number,
  signs: readonly string[],
  part: (all: readonly Token[], from: number, depth: number) => Read | null,
): Read | null {
  let left = part(all, from, depth);
  for (let length = 1; left !== null && length <= longestChain; length += 1) {
    const sign = all[left.next];
    if (sign?.is !== "operator" || !signs.includes(sign.sign)) return left;
    const right = part(all, left.next + 1, depth);
    if (right === null) return null;
    left = { formula: { of: sign.sign as "+", left: left.formula, right: right.formula }, next: right.next };
  }
  return null;
}

function term(all: readonly Token[], from: number, depth: number): Read | null {
  const token = all[from];
  if (token === undefined || depth > deepest) return null;
  if (token.is === "weight")
    return { formula: { of: "weight", from: token.from, to: token.to }, next: from + 1 };
  if (token.is === "number") {
    // "-5%": a sign that belongs to the number was a minus between two.
    return { formula: { of: "number", value: token.value, unit: token.unit }, next: from + 1 };
  }
  if (token.is === "operator" && (token.sign === "(" || token.sign === "[")) {
    const inner = sum(all, from + 1, depth + 1);
    const close = inner === null ? undefined : all[inner.next];
    if (inner !== null && close?.is === "operator" && (close.sign === ")" || close.sign === "]"))
      return { formula: inner.formula, next: inner.next + 1 };
    return null;
  }
  if (token.is === "word" || token.is === "behind" || token.is === "to" || token.is === "each") {
    const named = name(all, from);
    const figure = all[named.next];
    // 序时进度25%: the figure with its name is the figure.
    return figure?.is === "number" && figure.unit === "%"
      ? { formula: { of: "number", value: figure.value, unit: "%" }, next: named.next + 1 }
      : named;
  }
  return null;
}

/** 执行率(减半计分): what a remark says of the points is no part of a name. */
function remarksOnPoints(formula: Formula, text: string): boolean {
  if (formula.of === "number" || formula.of === "weight") return false;
  if (formula.of !== "name")
    return remarksOnPoints(formula.left, text) || remarksOnPoints(formula.right, text);
  const remarks = text.slice(formula.from, formula.to).match(/\([^()]*\)/gu) ?? [];
  return remarks.some((remark) => carries(remark));
}

/** A name goes on over a remark in brackets: 专项资金（政策任务）支出进度. */
function name(all: readonly Token[], from: number): Read {
  let next = from;
  while (next < all.length) {
    const token = all[next];
    if (
      token?.is === "word" ||
      token?.is === "to" ||
      token?.is === "behind" ||
      token?.is === "dot" ||
      token?.is === "each"
    )
      next += 1;
    else if (token?.is === "operator" && token.sign === "(" && next > from) {
      const close = remarkEnd(all, next);
      if (close === null) break;
      next = close + 1;
    } else break;
  }
  const last = all[next - 1];
  return { formula: { of: "name", from: all[from]?.from ?? 0, to: last?.to ?? 0 }, next };
}

function remarkEnd(all: readonly Token[], open: number): number | null {
  for (let index = open + 1; index < Math.min(all.length, open + 12); index += 1) {
    const token = all[index];
    if (token === undefined || token.is === "stop" || token.is === "line") return null;
    if (token.is !== "operator") continue;
    if (token.sign === ")") return index;
    if (token.sign === "(") return null;
  }
  return null;
}
