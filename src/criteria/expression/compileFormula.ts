import { comparison, insideText, severalFormula } from "./compileConditions";
import {
  answerFormula,
  cellOf,
  countedFormula,
  factFormula,
  insteadFormula,
  meanFormula,
  saysFormula,
  tallyFormula,
  wordsFormula,
} from "./compileFacts";
import { joined, operand, ours, term, tidied } from "../formulaText";
import { largestRate, specOf } from "../readFact";
import type { FactSpec } from "../fact";
import { plainDigits } from "../words";
import { compilePoints } from "./compilePoints";
import { printedFormula, type Printed } from "./compilePrinted";
import { isPoints } from "./evaluatePoints";
import type { Expression, NodeOf } from "./expression";
import {
  blank,
  combine,
  ifThen,
  substitute,
  valueOf,
  writeFormula,
  type Formula,
  type FormulaScope,
} from "./formulaTree";

/**
 * The text of a cell's formula for an expression, without "=".
 * @param printed the 评分标准 cell, where its words alone say what the expression does
 */
export function formulaOf(
  expression: Expression,
  given: Pick<FormulaScope, "context"> & Partial<FormulaScope>,
  printed: Printed | null = null,
): string {
  const { weight } = given.context;
  const scope = { cells: {}, specs: [], weight, inPart: false, filled: [], ...given };
  const formula =
    printed === null
      ? compileFormula(expression, scope)
      : printedFormula(expression, printed, scope, compileFormula);
  return writeFormula(formula, weight);
}

/** The formula of an expression: functions of Excel 2010, or of ours where the expression names a shorter one. */
function compileFormula(expression: Expression, scope: FormulaScope): Formula {
  if (isPoints(expression)) return compilePoints(expression, scope, compileFormula);
  switch (expression.op) {
    case "number":
      return valueOf(plainDigits(expression.value));
    case "weight":
      return valueOf(scope.weight);
    case "it":
      return scope.it ?? valueOf("0");
    case "fact":
      return factFormula(scope, expression);
    case "share":
    case "failures":
      return answerFormula(expression.op, scope, expression.key);
    case "counted":
      return countedFormula(expression, scope, compileFormula(expression.of, scope));
    case "tally":
      return tallyFormula(scope, expression.keys);
    case "add":
      return combine(compileAll(expression.of, scope), (texts) => valueOf(texts.map(term).join("+")));
    case "min":
    case "max":
      return combine(compileAll(expression.of, scope), (texts) =>
        valueOf(`${expression.op.toUpperCase()}(${texts.join(",")})`),
      );
    case "subtract":
      return ofTwo(expression, scope, (a, b) => (b === "0" ? a : `${term(a)}-${term(b)}`));
    case "multiply":
      return ofTwo(expression, scope, (a, b) => `${operand(a)}*${operand(b)}`);
    case "floor":
      // Rounded first, as the evaluation rounds: 0.15 ÷ 0.05 is three steps.
      return ofOne(expression, scope, (text) => `INT(${tidied(text)})`);
    case "ceiling":
      return ofOne(expression, scope, (text) => `-INT(-${tidied(text)})`);
    case "abs":
      return ofOne(expression, scope, (text) => `ABS(${text})`);
    case "divide":
      return divideFormula(expression, scope);
    case "mean":
      return meanFormula(expression.measure, scope);
    case "instead":
      return insteadFormula(expression, scope, compileFormula(expression.of, scope));
    case "named":
    case "remarked":
    case "condition":
      return compileFormula(expression.of, scope);
    case "atMost":
      return combine([compileFormula(expression.of, scope)], ([text = ""]) =>
        scope.isChecked === true && expression.most === largestRate
          ? valueOf(text)
          : ifThen(`${operand(text)}>${plainDigits(expression.most)}`, blank, valueOf(text)),
      );
    case "yes":
      return wordsFormula(scope, expression.key);
    case "says":
      return saysFormula(expression, scope);
    case "compare":
      return ofTwo(expression, scope, (a, b) => comparison(a, b, expression));
    case "inside":
      return ofOne(expression, scope, (text) => insideText(text, expression.interval));
    case "all":
    case "any":
      return severalFormula(expression, scope, (inner) => compileFormula(inner, { ...scope, inPart: false }));
    case "answered": {
      const { value } = cellOf(scope, expression.key);
      return ifThen(`${value}<>""`, valueOf(value, "answer"), compileFormula(expression.of, scope));
    }
    case "unlessNone":
      return unlessNoneFormula(expression.keys, scope, expression.of);
    case "own":
      return scope.context.dialect === "builtIn"
        ? compileFormula(expression.of, scope)
        : ownFormula(expression, scope);
  }
}

function compileAll(all: readonly Expression[], scope: FormulaScope): readonly Formula[] {
  return all.map((one) => compileFormula(one, scope));
}

function ofOne({ of }: { of: Expression }, scope: FormulaScope, build: (text: string) => string): Formula {
  return combine([compileFormula(of, scope)], ([text = ""]) => valueOf(build(text)));
}

function ofTwo(
  { left, right }: { left: Expression; right: Expression },
  scope: FormulaScope,
  build: (left: string, right: string) => string,
): Formula {
  return combine(compileAll([left, right], scope), ([a = "", b = ""]) => valueOf(build(a, b)));
}

function divideFormula({ left, right, excess, zero, own }: NodeOf<"divide">, scope: FormulaScope): Formula {
  const { cells, context } = scope;
  const parts = right.op === "add" ? right.of : [right];
  return combine(compileAll([left, ...parts], scope), ([a = "", ...wholes]) => {
    const whole = operand(wholes.map(term).join("+"));
    const plain = excess ? `(${term(a)}-${term(whole)})/${whole}` : `${operand(a)}/${whole}`;
    const ratio = valueOf(own !== undefined && context.dialect === "addin" ? ours(own, a, ...wholes) : plain);
    if (right.op === "number") return ratio;
    const nothing = wholes.length === 1 ? `${whole}=0` : `SUM(${joined(wholes)})=0`;
    return ifThen(
      nothing,
      zero.op === "ask" ? blank : { kind: "exempt", reason: cells[zero.key]?.reason ?? '""' },
      ratio,
    );
  });
}

function unlessNoneFormula(keys: readonly string[], scope: FormulaScope, of: Expression): Formula {
  const [only] = keys;
  // In a part, the count itself takes 不涉及 for none.
  if (scope.inPart && keys.length === 1 && only !== undefined && specOf(scope.specs, only).kind === "count") {
    return compileFormula(of, scope);
  }
  const marked = keys.filter((key) => specOf(scope.specs, key).notApplicable === true);
  const values = marked.map((key) => cellOf(scope, key));
  const inner = compileFormula(of, {
    ...scope,
    specs: scope.specs.map((spec) => (marked.includes(spec.key) ? withoutNone(spec) : spec)),
  });
  return values.reduceRight<Formula>(
    (rest, { value, reason }) => ifThen(`${value}="不涉及"`, { kind: "exempt", reason }, rest),
    inner,
  );
}

function withoutNone(spec: FactSpec): FactSpec {
  const { notApplicable, ...rest } = spec;
  return notApplicable === undefined ? spec : rest;
}

function ownFormula({ name, args }: NodeOf<"own">, scope: FormulaScope): Formula {
  const [first] = args;
  if (name === "" && first !== undefined && "op" in first) return compileFormula(first, scope);
  const formulas = args.map((arg) => {
    // Our functions read words themselves.
    if ("op" in arg) return substitute(compileFormula(arg, scope), ({ text }) => valueOf(text));
    if ("cell" in arg) return substitute(wordsFormula(scope, arg.cell), ({ text }) => valueOf(text));
    return valueOf(arg.standard === true ? (scope.context.standard ?? arg.text) : arg.text);
  });
  return combine(formulas, (texts) => valueOf(ours(name, ...texts)));
}
