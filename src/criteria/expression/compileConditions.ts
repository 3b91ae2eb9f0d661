import { specOf } from "../readFact";
import { countOf } from "./askedCells";
import { allOf, compared } from "../formulaText";
import { cellOf } from "./compileFacts";
import {
  type Formula,
  type FormulaScope,
  type FormulaValue,
  blank,
  combineOperands,
  ifThen,
  needing,
  operandOf,
  substitute,
  valueOf,
} from "./formulaTree";
import type { Interval } from "../interval";
import type { Expression, NodeOf } from "./expression";

/** A condition as a formula tests it: a cell with 是 or 否 becomes true or false. */
function conditionText({ text, typed }: FormulaValue): string {
  return typed === "answer" ? `IF(${text}="是",TRUE,IF(${text}="否",FALSE,NA()))` : text;
}

export function comparison(a: string, b: string, { sign, right, whole }: NodeOf<"compare">): string {
  if (whole === true) return `${a}${sign}${b}`;
  if (right.op === "number" && sign !== "=") return compared(a, sign, right.value);
  // To six decimals: what a sum of cents leaves behind must not decide.
  return `ROUND(${a},6)${sign}ROUND(${b},6)`;
}

export function insideText(text: string, { from, to, fromIncluded, toIncluded }: Interval): string {
  const above = from === null ? [] : [compared(text, fromIncluded ? ">=" : ">", from)];
  const below = to === null ? [] : [compared(text, toIncluded ? "<=" : "<", to)];
  return allOf("AND", [...above, ...below]);
}

export function severalFormula(
  expression: NodeOf<"all" | "any">,
  scope: FormulaScope,
  of: (one: Expression) => Formula,
): Formula {
  const plain = (key: string): boolean => specOf(scope.specs, key).notApplicable !== true;
  const answers = expression.of.flatMap((one) =>
    one.op === "yes" && plain(one.key) ? [cellOf(scope, one.key).value] : [],
  );
  if (expression.op === "all" && answers.length === expression.of.length) {
    const yes = countOf(answers, "是");
    return ifThen(
      `AND(${countOf(answers, "否")}=0,${yes}<${answers.length})`,
      blank,
      valueOf(`${yes}=${answers.length}`),
    );
  }
  const operands = expression.of.map((one) => {
    const formula = substitute(of(one), (value) => valueOf(conditionText(value)));
    return operandOf(formula, expression.op === "all" ? "TRUE" : "FALSE");
  });
  const certain = operands.every(({ unknown, cells }) => unknown === null && cells.length === 0);
  const texts = operands.map(({ text }) => text);
  if (certain) return valueOf(allOf(expression.op === "all" ? "AND" : "OR", texts));
  // One that decides is enough, whatever the others are.
  const decides = operands.map((one) => decided(one, expression.op === "any"));
  return ifThen(
    decides,
    valueOf(expression.op === "any" ? "TRUE" : "FALSE"),
    combineOperands(operands, () => (expression.op === "any" ? "FALSE" : "TRUE")),
  );
}

function decided({ text, unknown, cells }: ReturnType<typeof operandOf>, whenTrue: boolean): string {
  const test = whenTrue ? text : `NOT(${text})`;
  const waiting = needing(
    cells,
    unknown === null ? valueOf(test) : ifThen(unknown, valueOf("FALSE"), valueOf(test)),
  );
  const { text: inner, unknown: guard } = operandOf(
    waiting.kind === "needs" ? ifThen("FALSE", blank, waiting) : waiting,
    "FALSE",
  );
  return guard === null ? inner : `IF(${guard},FALSE,${inner})`;
}
