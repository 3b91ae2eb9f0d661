import { comparison, insideText, severalFormula } from "./compileConditions";
import {
  answerFormula,
  cellOf,
  factFormula,
  insteadFormula,
  meanFormula,
  tallyFormula,
  wordsFormula,
} from "./compileFacts";
import { joined, operand, ours, quoted, term, tidied } from "../formulaText";
import { specOf } from "../readFact";
import type { FactSpec } from "../fact";
import { plainDigits } from "../words";
import { compilePoints } from "./compilePoints";
import { isPoints } from "./evaluatePoints";
import type { Expression, OwnText } from "./expression";
import type { FormulaScope } from "./formulaScope";
import { blank, combine, ifThen, substitute, valueOf, type Formula } from "./formulaTree";

/** The formula of an expression: functions of Excel 2010, or of ours where the expression names a shorter one. */
export function compileFormula(expression: Expression, scope: FormulaScope): Formula {
  if (isPoints(expression)) return compilePoints(expression, scope, compileFormula);
  const of = (one: Expression): Formula => compileFormula(one, scope);
  const one = (inner: Expression, build: (text: string) => string): Formula =>
    combine([of(inner)], ([text = ""]) => valueOf(build(text)));
  const two = (left: Expression, right: Expression, build: (a: string, b: string) => string): Formula =>
    combine([of(left), of(right)], ([a = "", b = ""]) => valueOf(build(a, b)));
  switch (expression.op) {
    case "number":
      return valueOf(plainDigits(expression.value));
    case "weight":
      return valueOf(scope.weight);
    case "it":
      return scope.it ?? valueOf("0");
    case "fact":
      return factFormula(scope, expression.key);
    case "share":
    case "failures":
      return answerFormula(expression.op, scope, expression.key);
    case "tally":
      return tallyFormula(scope, expression.keys);
    case "add":
      return combine(expression.of.map(of), (texts) => valueOf(texts.map(term).join("+")));
    case "min":
    case "max":
      return combine(expression.of.map(of), (texts) =>
        valueOf(`${expression.op.toUpperCase()}(${texts.join(",")})`),
      );
    case "subtract":
      return two(expression.left, expression.right, (a, b) => (b === "0" ? a : `${term(a)}-${term(b)}`));
    case "multiply":
      return two(expression.left, expression.right, (a, b) => `${operand(a)}*${operand(b)}`);
    case "floor":
      // Rounded first, as the evaluation rounds: 0.15 ÷ 0.05 is three steps.
      return one(expression.of, (text) => `INT(${tidied(text)})`);
    case "ceiling":
      return one(expression.of, (text) => `-INT(-${tidied(text)})`);
    case "abs":
      return one(expression.of, (text) => `ABS(${text})`);
    case "divide":
      return divideFormula(expression, scope, of);
    case "mean":
      return meanFormula(expression.measure, scope);
    case "instead":
      return insteadFormula(expression, scope, of(expression.of));
    case "named":
    case "remarked":
    case "condition":
      return of(expression.of);
    case "atMost":
      return combine([of(expression.of)], ([text = ""]) =>
        scope.isChecked === true
          ? valueOf(text)
          : ifThen(`${operand(text)}>${plainDigits(expression.most)}`, blank, valueOf(text)),
      );
    case "yes":
      return wordsFormula(scope, expression.key);
    case "says":
      return valueOf(`${cellOf(scope, expression.key).value}=${quoted(expression.word)}`);
    case "compare":
      return two(expression.left, expression.right, (a, b) => comparison(a, b, expression));
    case "inside":
      return one(expression.of, (text) => insideText(text, expression.interval));
    case "all":
    case "any":
      return severalFormula(expression, scope, (inner) => compileFormula(inner, { ...scope, inPart: false }));
    case "answered": {
      const { value } = cellOf(scope, expression.key);
      return ifThen(`${value}<>""`, valueOf(value, "answer"), of(expression.of));
    }
    case "unlessNone":
      return unlessNoneFormula(expression.keys, scope, expression.of);
    case "own":
      return scope.context.dialect === "builtIn"
        ? of(expression.of)
        : ownFormula(expression.name, expression.args, scope, of);
  }
}

function divideFormula(
  { left, right, excess, zero, own }: Extract<Expression, { op: "divide" }>,
  { cells, context }: FormulaScope,
  of: (one: Expression) => Formula,
): Formula {
  const parts = right.op === "add" ? right.of : [right];
  return combine([of(left), ...parts.map(of)], ([a = "", ...wholes]) => {
    const whole = operand(wholes.map(term).join("+"));
    const plain = excess ? `(${term(a)}-${term(whole)})/${whole}` : `${operand(a)}/${whole}`;
    const ratio = valueOf(own !== undefined && context.dialect === "addin" ? ours(own, a, ...wholes) : plain);
    if (right.op === "number") return ratio;
    const nothing = wholes.length === 1 ? `${whole}=0` : `SUM(${joined(wholes)})=0`;
    return ifThen(
      nothing,
      zero.is === "ask" ? blank : { kind: "exempt", reason: cells[zero.key]?.reason ?? '""' },
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

function ownFormula(
  name: string,
  args: readonly (Expression | OwnText)[],
  scope: FormulaScope,
  of: (one: Expression) => Formula,
): Formula {
  const [first] = args;
  if (name === "" && first !== undefined && "op" in first) return of(first);
  const formulas = args.map((arg) => {
    // Our functions read words themselves.
    if ("op" in arg) return substitute(of(arg), ({ text }) => valueOf(text));
    if ("cell" in arg) return substitute(wordsFormula(scope, arg.cell), ({ text }) => valueOf(text));
    return valueOf(arg.standard === true ? (scope.context.standard ?? arg.text) : arg.text);
  });
  return combine(formulas, (texts) => valueOf(ours(name, ...texts)));
}
