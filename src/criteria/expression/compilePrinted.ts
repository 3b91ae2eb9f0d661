import { longestFormula } from "../../workbook/formulaLimits";
import { operand, ours, quoted } from "../formulaText";
import { asValue } from "./compileParts";
import { cellOf } from "./compileFacts";
import type { Expression } from "./expression";
import { combineOperands, operandOf, type Compile, type Formula, type FormulaScope } from "./formulaTree";

/** What the questions of a printed clause are called, by the keys of their facts. */
export type Labels = Readonly<Record<string, string>>;

export interface Printed {
  /** Reference to the 评分标准 cell. */
  readonly standard: string;
  readonly labels: Labels;
}

/** More figures than Excel takes arguments for. */
const mostFigures = 120;

/**
 * The points of an expression as the add-in reads them off the 评分标准 cell itself, where no shorter function of ours
 * gives them: blank wherever the expression is, which knows what has to be filled.
 */
export function printedFormula(
  expression: Expression,
  { standard, labels }: Printed,
  scope: FormulaScope,
  compile: Compile,
): Formula {
  const keys = Object.keys(labels);
  const own = compile(expression, asValue(scope));
  if (scope.context.dialect === "builtIn" || keys.length > mostFigures || isOneCall(own))
    return compile(expression, scope);
  const known = operandOf(own, scope.weight);
  const filled = known.cells.map(({ value }) => value);
  const figures = keys.flatMap((key) => {
    const { value } = cellOf(scope, key);
    // A blank cell arrives as 0 on some platforms, an empty text never does.
    return [quoted(labels[key] ?? ""), filled.includes(value) ? value : `IF(${value}="","",${value})`];
  });
  const call = ours("CLAUSESCORE", standard, scope.weight, ...figures);
  const length = call.length + (known.unknown?.length ?? 0);
  return length > longestFormula / 2 ? compile(expression, scope) : combineOperands([known], () => call);
}

/** Whether a formula is one call of ours, whatever is looked at before; bands in our own notation are not what is printed. */
function isOneCall(formula: Formula): boolean {
  switch (formula.kind) {
    case "value":
      return /^JX\.(?!BANDSCORE)/u.test(formula.text) && operand(formula.text) === formula.text;
    case "if":
      return [formula.then, formula.otherwise].every((one) => one.kind === "blank" || isOneCall(one));
    case "needs":
      return isOneCall(formula.of);
    case "blank":
    case "exempt":
      return false;
  }
}
