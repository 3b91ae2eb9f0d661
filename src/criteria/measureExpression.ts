import { largestRate, specOf } from "./readFact";
import type { FactSpec } from "./fact";
import type { FactMeasure, MeanMeasure, Measure, RatioMeasure } from "./measure";
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
  }
}

/** Our functions take a rate and refuse what cannot be one: 12个 or 5万元 are counted without them. */
export function isRate(measure: Measure, specs: readonly FactSpec[]): boolean {
  return measure.of !== "fact" || specOf(specs, measure.key).kind === "rate";
}

function factExpression({ key, missed }: FactMeasure, specs: readonly FactSpec[]): Expression {
  const { kind, label, unit } = specOf(specs, key);
  if (kind === "answer" || kind === "answerOrShare") {
    return { op: "share", key, ...(missed === undefined ? {} : { missed }) };
  }
  return { op: "named", name: label, unit, of: fact(key), plain: true };
}

function ratioExpression(measure: RatioMeasure, specs: readonly FactSpec[]): Expression {
  const { name, part, whole, standIn, excess = false } = measure;
  const [only = ""] = whole;
  const label = (key: string): string => specOf(specs, key).label;
  const facts = whole.map(fact);
  const divided: Expression = {
    op: "divide",
    left: fact(part),
    right: facts.length === 1 ? fact(only) : { op: "add", of: facts },
    excess,
    zero: zeroOf(measure, label),
    ...ownQuotient(measure),
  };
  const limited = limit(measure, divided, label);
  const isZero: BranchExpression = { when: compareWhole(fact(part), "=", zero), then: zero };
  const rate = measure.zeroPart === true ? branches([isZero], limited) : limited;
  const named: Expression = { op: "named", name, unit: "%", of: rate };
  const doubt =
    whole.length === 1 ? `“${label(part)}”大于“${label(only)}”，请核对。` : `${name}超过100%，请核对。`;
  const doubtful = measure.aboveWhole !== undefined && !excess;
  const computed: Expression = doubtful ? { op: "remarked", of: named, above: 1, text: doubt } : named;
  return standIn === undefined
    ? computed
    : { op: "instead", name, key: standIn, signed: excess, of: computed };
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
function ownQuotient({ whole, excess, own }: RatioMeasure): { readonly own?: string } {
  if (excess === true && whole.length === 1) return { own: "CONTROLRATE" };
  return own === undefined || excess === true || whole.length !== 3 ? {} : { own };
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
