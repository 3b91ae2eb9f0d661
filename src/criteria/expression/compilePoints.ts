import { scaleFormula } from "./compileScale";
import { asValue, compileApart, deductFormula, partsFormula } from "./compileParts";
import { choose, compared, operand, ours, quoted } from "../formulaText";
import type { CriterionLevel } from "../criterion";
import { plainDigits } from "../words";
import { countOf } from "./askedCells";
import { askedCell, cellOf } from "./compileFacts";
import type { Expression, NodeOf, PointsExpression } from "./expression";
import { isCapOf } from "./evaluatePoints";
import {
  blank,
  ifThen,
  needing,
  substitute,
  valueOf,
  type Compile,
  type Formula,
  type FormulaScope,
  type FormulaValue,
} from "./formulaTree";

/** Points as a formula gives them. */
export function compilePoints(
  expression: Exclude<PointsExpression, { op: "own" }>,
  scope: FormulaScope,
  compile: Compile,
): Formula {
  switch (expression.op) {
    case "measured":
      return withNeeds(
        compile(expression.of, { ...asValue(scope), isChecked: isHandedOver(expression.then, scope) }),
        scope,
        (inner) => (it) => compile(expression.then, { ...inner, it }),
      );
    case "scale":
      return scaleFormula(expression, scope, compile);
    case "branches":
      return branchesFormula(expression.of, scope, compile);
    case "deduct":
      return deductFormula(expression, scope, compile);
    case "parts":
      return partsFormula(expression.of, scope, compile);
    case "clause":
      return compile(expression.of, scope);
    case "cap":
      return capped(plainDigits(expression.most), compile(expression.of, scope), scope);
    case "exempt":
      return { kind: "exempt", reason: cellOf(scope, expression.key).reason };
    case "ask":
      return blank;
    case "judged":
      return judgedFormula(expression, scope);
    case "levels":
      return levelsFormula(expression, scope);
  }
}

/** Whether a function of ours takes the value as it is, and refuses what cannot be a rate. */
function isHandedOver(then: Expression, scope: FormulaScope): boolean {
  if (then.op === "clause") return isHandedOver(then.of, scope);
  if (then.op !== "own" || scope.context.dialect !== "addin") return false;
  return ["RATESCORE", "BANDSCORE", "STEPSCORE"].includes(then.name);
}

/** What has been asked for once is filled in all that stands behind it. */
function withNeeds(
  formula: Formula,
  scope: FormulaScope,
  by: (inner: FormulaScope) => (value: FormulaValue) => Formula,
): Formula {
  if (formula.kind !== "needs") {
    return formula.kind === "if"
      ? ifThen(formula.when, withNeeds(formula.then, scope, by), withNeeds(formula.otherwise, scope, by))
      : substitute(formula, by(scope));
  }
  const filled = [...scope.filled, ...formula.cells.map(({ value }) => value)];
  return needing(formula.cells, withNeeds(formula.of, { ...scope, filled }, by));
}

function branchesFormula(all: NodeOf<"branches">["of"], scope: FormulaScope, compile: Compile): Formula {
  const [first, ...others] = all;
  if (first === undefined) return blank;
  if (first.when === null) return compileApart(first.then, scope, compile);
  return withNeeds(
    untilAnswered(compile(first.when, { ...asValue(scope), inPart: false }), scope),
    scope,
    (inner) => (value) => {
      if (value.text === "FALSE") return branchesFormula(others, inner, compile);
      if (value.text === "TRUE") return compileApart(first.then, inner, compile);
      const rest = branchesFormula(others, inner, compile);
      const yes = value.typed === "answer" ? `${value.text}="是"` : value.text;
      if (isCapOf(first.then, others)) {
        // Not one formula for each case: many caps in one another would double it each time.
        const least = capped(`IF(${yes},${plainDigits(first.then.most)},${scope.weight})`, rest, scope);
        const neither = `AND(${value.text}<>"是",${value.text}<>"否")`;
        return value.typed === "answer"
          ? ifThen(neither, scope.inPart ? valueOf("NA()") : blank, least)
          : least;
      }
      const then = compileApart(first.then, inner, compile);
      if (value.typed !== "answer") return ifThen(yes, then, rest);
      if (scope.inPart) return ifThen(yes, then, ifThen(`${value.text}="否"`, rest, valueOf("NA()")));
      return ifThen(yes, then, ifThen(`${value.text}<>"否"`, blank, rest));
    },
  );
}

/** Full marks for 不涉及 are capped like any others. */
function capped(most: string, of: Formula, scope: FormulaScope): Formula {
  if (of.kind === "exempt") return ifThen(`${of.reason}=""`, blank, valueOf(`MIN(${most},${scope.weight})`));
  if (of.kind === "if") {
    return ifThen(of.when, capped(most, of.then, scope), capped(most, of.otherwise, scope));
  }
  if (of.kind === "needs") return needing(of.cells, capped(most, of.of, scope));
  return of.kind === "blank" ? of : valueOf(`MIN(${most},${of.text})`);
}

/** A question that is looked at for 是 and 否 need not be looked at for being blank before. */
function untilAnswered(formula: Formula, { inPart }: FormulaScope): Formula {
  if (inPart || formula.kind !== "needs" || formula.of.kind !== "value") return formula;
  const [cell] = formula.cells;
  return formula.cells.length === 1 && formula.of.typed === "answer" && cell?.value === formula.of.text
    ? formula.of
    : formula;
}

function judgedFormula({ questions, key }: NodeOf<"judged">, scope: FormulaScope): Formula {
  const answers = questions.map((question) => cellOf(scope, question.key).value);
  const given = cellOf(scope, key);
  const full =
    scope.context.dialect === "addin" ? ours("MEETSCORE", quoted("是"), scope.weight) : scope.weight;
  const points = valueOf(`MAX(0,MIN(${scope.weight},${given.value}))`);
  const judged = ifThen([`COUNT(${given.value})=0`, `${given.reason}=""`], blank, points);
  return answers.length === 0
    ? judged
    : ifThen(`${countOf(answers, "是")}=${answers.length}`, valueOf(full), judged);
}

function levelsFormula({ key, share, levels }: NodeOf<"levels">, scope: FormulaScope): Formula {
  const picked = cellOf(scope, key);
  const given = share === null ? null : cellOf(scope, share);
  const pointsOf = (level: CriterionLevel): string => {
    if (given === null || level.from === level.to) return `${operand(scope.weight)}*${plainDigits(level.to)}`;
    const upper = compared(given.value, level.toIncluded ? "<=" : "<", level.to);
    return `IF(AND(${compared(given.value, ">=", level.from)},${upper}),MIN(1,${given.value})*${operand(scope.weight)},NA())`;
  };
  const isPicked = ({ name }: CriterionLevel): string => `${picked.value}=${quoted(name)}`;
  const cases = levels.map((level) => [isPicked(level), pointsOf(level)] as const);
  const fixed = levels.filter(({ from, to }) => from === to).map(isPicked);
  const cells = askedCell(scope, key, "words");
  const value = valueOf(choose(cases, "NA()"));
  if (given === null) return needing(cells, value);
  const waiting =
    fixed.length === 0
      ? `COUNT(${given.value})=0`
      : `AND(COUNT(${given.value})=0,NOT(OR(${fixed.join(",")})))`;
  return needing(cells, ifThen(waiting, blank, value));
}
