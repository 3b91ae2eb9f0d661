import { largestRate, specOf } from "./readFact";
import type { FactSpec } from "./fact";
import type { CountMeasure, FactMeasure, MeanMeasure, Measure, RatioMeasure } from "./measure";
import { askFor, branches, compareWhole, exemptByZero, fact, zero } from "./expression/build";
import type { BranchExpression, Expression, Nothing } from "./expression/expression";

const numerals = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九"];

/** One figure made of the facts of the row; its parameters are settled. */
export function measureExpression(measure: Measure, specs: readonly FactSpec[]): Expression {
  switch (measure.of) {
    case "fact":
      return factExpression(measure, specs);
    case "ratio":
      return ratioExpression(measure, specs);
    case "mean":
      return meanExpression(measure);
    case "items":
      return countExpression(measure, specs);
  }
}

/** As a criterion in plain words names it; a fact has its name where the row asks it. */
export function measureName(measure: Measure): string {
  const name = measure.of === "fact" ? "数值" : measure.name;
  return (measure.of === "fact" || measure.of === "ratio") && measure.absolute === true
    ? magnitudeName(name)
    : name;
}

/** Our functions take a rate and refuse what cannot be one: 12个 or 5万元 are counted without them. */
export function isRate(measure: Measure, specs: readonly FactSpec[]): boolean {
  if (measure.of === "items") return false;
  return measure.of !== "fact" || specOf(specs, measure.key).kind === "rate";
}

/** Not every function of ours takes a figure below 0. */
export function mayBeNegative(measure: Measure): boolean {
  if (measure.of !== "ratio" && measure.of !== "fact") return false;
  return measure.absolute !== true && (measure.of === "ratio" ? measure.excess : measure.signed) === true;
}

function factExpression(measure: FactMeasure, specs: readonly FactSpec[]): Expression {
  const { key, missed, signed = false, absolute = false } = measure;
  const { kind, label, unit } = specOf(specs, key);
  if (kind === "answer" || kind === "answerOrShare") {
    return { op: "share", key, ...(missed === undefined ? {} : { missed }) };
  }
  const figure = fact(key, signed || absolute);
  return absolute
    ? magnitude(label, unit, figure)
    : { op: "named", name: label, unit, of: figure, plain: true };
}

function magnitude(name: string, unit: string, of: Expression): Expression {
  return { op: "named", name: magnitudeName(name), unit, of: { op: "abs", of }, plain: true };
}

function magnitudeName(name: string): string {
  return name.includes("绝对值") ? name : `${name}绝对值`;
}

/** More than all of them cannot be. */
function countExpression(measure: CountMeasure, specs: readonly FactSpec[]): Expression {
  const { name, unit, key, items, counted: word } = measure;
  const count: Expression = { op: "counted", key, items, word, of: fact(key) };
  const problem = `“${specOf(specs, key).label}”多于所列的${items.length}${unit}，请核对。`;
  const possible: Expression = { op: "atMost", of: count, most: items.length, keys: [key], problem };
  return { op: "named", name, unit, of: possible, plain: true };
}

function ratioExpression(measure: RatioMeasure, specs: readonly FactSpec[]): Expression {
  const { name, part, whole, standIn, excess = false, absolute = false } = measure;
  const [only = ""] = whole;
  const label = (key: string): string => specOf(specs, key).label;
  const facts = whole.map((key) => fact(key));
  const dividend = fact(part, absolute && !excess);
  const divided: Expression = {
    op: "divide",
    left: dividend,
    right: facts.length === 1 ? fact(only) : { op: "add", of: facts },
    excess,
    zero: zeroOf(measure, label),
    ...ownQuotient(measure),
  };
  const limited = absolute ? divided : limit(measure, divided, label);
  const isZero: BranchExpression = { when: compareWhole(dividend, "=", zero), then: zero };
  const rate = measure.zeroPart === true ? branches([isZero], limited) : limited;
  const named: Expression = { op: "named", name, unit: "%", of: rate };
  const doubt =
    whole.length === 1 ? `“${label(part)}”大于“${label(only)}”，请核对。` : `${name}超过100%，请核对。`;
  const doubtful = measure.aboveWhole !== undefined && !excess;
  const computed: Expression = doubtful ? { op: "remarked", of: named, above: 1, text: doubt } : named;
  const signed = excess || absolute;
  const figure: Expression =
    standIn === undefined ? computed : { op: "instead", name, key: standIn, signed, absolute, of: computed };
  return absolute ? limit(measure, magnitude(name, "%", figure), label) : figure;
}

/** More than ten times the whole cannot be, unless the clause expects it: 元 against 万元. */
function limit(measure: RatioMeasure, of: Expression, label: (key: string) => string): Expression {
  const { name, part, whole, capped } = measure;
  const [only = ""] = whole;
  if (capped === true) return of;
  const which =
    whole.length === 1 ? `“${label(part)}”与“${label(only)}”` : `${numerals[whole.length + 1] ?? ""}个数`;
  const problem = `${name}算得{it}，${which}的单位可能不同，请核对。`;
  return { op: "atMost", of, most: largestRate, keys: [part, ...whole], problem };
}

/** Our function of the same quotient, where there is one. */
function ownQuotient({ whole, excess, absolute, own }: RatioMeasure): { readonly own?: string } {
  if (excess === true && whole.length === 1) return { own: "CONTROLRATE" };
  return own === undefined || excess === true || absolute === true || whole.length !== 3 ? {} : { own };
}

function zeroOf({ whole, zeroWhole, zeroProblem }: RatioMeasure, label: (key: string) => string): Nothing {
  const [only = ""] = whole;
  return zeroWhole === "notApplicable"
    ? exemptByZero(only, label(only))
    : askFor(whole, zeroProblem ?? `“${label(only)}”为0，无法计算，请核对。`);
}

function meanExpression(measure: MeanMeasure): Expression {
  const { name, standIn, clauses } = measure;
  const mean: Expression = { op: "mean", measure };
  const named: Expression = { op: "named", name, unit: "%", clause: clauses.mean, of: mean };
  return { op: "instead", name, key: standIn, signed: false, of: named };
}
