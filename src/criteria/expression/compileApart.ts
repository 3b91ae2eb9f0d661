import type { Compile, FormulaScope } from "./formulaScope";
import type { Expression } from "./expression";
import { blank, ifThen, valueOf, writeFormula, type Formula } from "./formulaTree";

/** A reference to another cell is hardly shorter than a part of so many characters. */
const shortPart = 100;

/** A part of a formula that is too long for one cell, in a helper cell: blank while anything that it needs is. */
export function compileApart(expression: Expression, scope: FormulaScope, compile: Compile): Formula {
  const { helper } = scope.context;
  if (helper === undefined) return compile(expression, scope);
  // In a cell of its own nobody has looked before whether the cells are filled.
  const part = compile(expression, { ...scope, filled: [] });
  const text = writeFormula(part, scope.weight);
  if (text.length <= shortPart) return part;
  const cell = helper(text);
  return ifThen(`COUNTBLANK(${cell})=1`, blank, valueOf(cell));
}
