import { oncePerText } from "../words/oncePerText";
import { carries } from "./headings";
import { plainClause } from "./plainClause";
import { readFormula, type Formula } from "./formula";
import { bareWords } from "./bareWords";
import type { Reading } from "./statements";
import type { Token } from "./token";

/** X=A/B×100%: the figures that a measure is made of, by their words. */
export interface Definition {
  readonly name: string;
  readonly part: string;
  readonly whole: readonly string[];
  /** (A−B)/B. */
  readonly excess: boolean;
  readonly from: number;
  readonly to: number;
}

/** Definitions among the sentences without points. */
export function definitionsIn({ contexts }: Pick<Reading, "contexts">, text: string): readonly Definition[] {
  return contexts.flatMap(({ tokens, from, to }) => {
    const at = tokens.findIndex(
      (token) => token.is === "compare" && token.sign === "=" && text.slice(token.from, token.to) === "=",
    );
    if (at < 1) return [];
    const read = readFormula(tokens, at + 1, text);
    const first = tokens[0];
    const last = tokens[at - 1];
    if (read === null || first === undefined || last === undefined) return [];
    const name = nameBefore(tokens.slice(0, at), text);
    const made = figuresOf(read.formula, text);
    return made === null ? [] : [{ name, ...made, from, to }];
  });
}

function nameBefore(tokens: readonly Token[], text: string): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined
    ? ""
    : bareWords(
        text
          .slice(first.from, last.to)
          .replace(/^.*[,:;。\n]/su, "")
          .replace(/^(?:首先)?(?:根据|按照|按(?![时期月季年质量需])|计算)?/u, ""),
      );
}

/** A/B, (A/B)×100%, A/(B+C), (A−B)/B; null for anything else. */
export function figuresOf(
  formula: Formula,
  text: string,
): Pick<Definition, "part" | "whole" | "excess"> | null {
  if (formula.of === "*") {
    const { left, right } = formula;
    if (right.of === "number" && right.value === 1 && right.unit === "%") return figuresOf(left, text);
    return null;
  }
  if (formula.of !== "/") return null;
  const whole = terms(formula.right, text);
  if (whole === null) return null;
  const { left } = formula;
  if (left.of === "-" && left.left.of === "name" && left.right.of === "name") {
    const subtracted = nameOf(left.right, text);
    return whole.length === 1 && subtracted === whole[0]
      ? { part: nameOf(left.left, text), whole, excess: true }
      : null;
  }
  if (left.of !== "name") return null;
  return { part: nameOf(left, text), whole, excess: false };
}

function terms(formula: Formula, text: string): readonly string[] | null {
  if (formula.of === "name") return [nameOf(formula, text)];
  if (formula.of !== "+") return null;
  const [left, right] = [terms(formula.left, text), terms(formula.right, text)];
  return left === null || right === null ? null : [...left, ...right];
}

export function nameOf(formula: Extract<Formula, { of: "name" }>, text: string): string {
  return bareWords(text.slice(formula.from, formula.to));
}

/** What a measure may be made of, and the most that it can be: 超过100%的按100%计算. */
const measured =
  /比例|占比|权重|得分率|(?:自评|复核|考核|考评|评价|平均|综合|满意度|测评)得?分|超过?(?:出)?100%的?,?(?:均)?(?:按|以|取)100%(?:计算?)?/gu;

/** Sentences of a definition that say how points are given; there nobody looks for them. */
export const rulesIn = oncePerText((definition: string): readonly string[] => {
  const sentences = definition.slice(0, 20000).split(/[。；;\n]/u);
  return sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => carries(plainClause(sentence).text.replace(measured, "")));
});
