import { tidy } from "../../quantity/tidy";
import { specOf } from "../readFact";
import { plainDigits } from "../words";
import { columnRange, operand, ours, term } from "../formulaText";
import { askedCell, cellOf } from "./compileFacts";
import type { Expression, NodeOf, PartExpression } from "./expression";
import {
  blank,
  combineOperands,
  ifThen,
  operandOf,
  valueOf,
  writeFormula,
  type Compile,
  type Formula,
  type FormulaScope,
} from "./formulaTree";

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

/** A value is computed where it stands: what 不涉及 gives in a cell of its own are points. */
export function asValue(scope: FormulaScope): FormulaScope {
  const { helper, ...context } = scope.context;
  return helper === undefined ? scope : { ...scope, context };
}

export function deductFormula({ items }: NodeOf<"deduct">, scope: FormulaScope, compile: Compile): Formula {
  const { weight } = scope;
  const each = items.map((item) => operandOf(compile(item.each, asValue(scope)), "0"));
  const counts = items.map((item) => operandOf(compile(item.count, asValue(scope)), "0"));
  const alike = alikeCells(items, scope);
  return combineOperands([...counts, ...each], (texts) => {
    const numbers = alike === null ? texts.slice(0, items.length) : [`SUM(${alike})`];
    const prices = texts.slice(items.length).slice(0, numbers.length);
    if (scope.context.dialect === "addin") {
      const pairs = numbers.flatMap((number, index) => [number, prices[index] ?? "0"]);
      return ours("DEDUCTSCORE", weight, ...pairs);
    }
    const costs = numbers.map((number, index) =>
      prices[index] === "1" ? number : `${prices[index] ?? "0"}*${operand(number)}`,
    );
    return `MAX(0,${operand(weight)}-${costs.map(term).join("-")})`;
  });
}

/** Counts of one price that stand below one another, each of which may be 不涉及, are summed at once. */
function alikeCells(items: NodeOf<"deduct">["items"], scope: FormulaScope): string | null {
  const [first] = items;
  const cells = items.flatMap(({ count, each }) => {
    if (count.op !== "failures" || each.op !== "number" || first?.each.op !== "number") return [];
    const { kind, notApplicable } = specOf(scope.specs, count.key);
    return kind !== "answer" && notApplicable === true && each.value === first.each.value
      ? [cellOf(scope, count.key).value]
      : [];
  });
  return items.length > 1 && cells.length === items.length ? columnRange(cells) : null;
}

/** Every part out of its own share of the weight; questions that stand below one another in one list. */
export function partsFormula(all: readonly PartExpression[], scope: FormulaScope, compile: Compile): Formula {
  const whole = sumOfShares(all);
  const portion = (share: number): string => {
    if (share === whole) return scope.weight;
    return `${operand(scope.weight)}${factor(share)}/${plainDigits(whole)}`;
  };
  const operands = grouped(all, scope, whole).map((group) => {
    const [first] = group;
    if (group.length > 1) return listOperand(group, portion(sumOfShares(group)), scope);
    const full = first.outOf === "full";
    const weight = full ? scope.weight : portion(first.share);
    const of = operandOf(compileApart(first.of, { ...scope, weight, inPart: true }, compile), weight);
    return full ? { ...of, text: `${operand(of.text)}${factor(first.share)}/${plainDigits(whole)}` } : of;
  });
  return combineOperands(operands, (texts) => texts.map(term).join("+"));
}

function factor(share: number): string {
  return share === 1 ? "" : `*${plainDigits(share)}`;
}

type Group = readonly [PartExpression, ...PartExpression[]];

function sumOfShares(parts: readonly PartExpression[]): number {
  return parts.reduce((sum, { share }) => sum + share, 0);
}

/** In the add-in's formulas only: all of them where all are questions, else those of equal shares. */
function grouped(all: readonly PartExpression[], scope: FormulaScope, whole: number): readonly Group[] {
  const cells = (parts: readonly PartExpression[]): string | null => {
    const found = parts.flatMap((part) => questionCell(part, scope) ?? []);
    return found.length === parts.length ? columnRange(found) : null;
  };
  const [head, ...tail] = all;
  if (head === undefined || whole === 0) return [];
  if (scope.context.dialect === "builtIn") return all.map((part): Group => [part]);
  if (cells(all) !== null) return [[head, ...tail]];
  return all.reduce<readonly Group[]>((groups, part) => {
    const last = groups.at(-1);
    const fits =
      last !== undefined &&
      last.every(({ share }) => share === part.share) &&
      cells([...last, part]) !== null;
    return fits ? [...groups.slice(0, -1), [...last, part]] : [...groups, [part]];
  }, []);
}

/** The cell of a part that is one question; null for any other part. */
function questionCell({ of, outOf }: PartExpression, scope: FormulaScope): string | null {
  const key = outOf === "full" ? null : questionKey(of);
  return key === null ? null : cellOf(scope, key).value;
}

function questionKey(of: Expression): string | null {
  if (of.op === "clause" || of.op === "condition" || of.op === "own" || of.op === "named")
    return questionKey(of.of);
  if (of.op === "measured") return questionKey(of.of);
  return of.op === "yes" || of.op === "share" ? of.key : null;
}

function listOperand(group: Group, own: string, scope: FormulaScope): ReturnType<typeof operandOf> {
  const keys = group.flatMap((part) => questionKey(part.of) ?? []);
  const range = columnRange(keys.map((key) => cellOf(scope, key).value)) ?? "";
  const { share } = group[0];
  const equal = group.every((part) => part.share === share);
  const shares = `{${group.map((part) => plainDigits(tidy(part.share / sumOfShares(group)))).join(";")}}`;
  const cells = keys.flatMap((key) =>
    askedCell(scope, key, "words", specOf(scope.specs, key).notApplicable === true),
  );
  return { text: ours("CHECKSCORE", own, range, ...(equal ? [] : [shares])), unknown: null, cells };
}
