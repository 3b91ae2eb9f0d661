import { tidy } from "../../quantity/tidy";
import { choose, columnRange, compared, operand, ours, quoted, term } from "../../rules/formulaText";
import { specOf } from "../../rules/readFact";
import { plainDigits } from "../../rules/words";
import type { Interval } from "../criterion";
import { countOf } from "./askedCells";
import { cellOf, type FormulaScope } from "./compileFormula";
import type { Expression, PartExpression, Piece } from "./expression";
import {
  blank,
  combineOperands,
  ifThen,
  needing,
  operandOf,
  substitute,
  valueOf,
  writeFormula,
  type Formula,
} from "./formulaTree";
import { overlap } from "./intervals";
import { intervalWords } from "./intervalWords";

type Compile = (expression: Expression, scope: FormulaScope) => Formula;
type Points<Op extends Expression["op"]> = Extract<Expression, { op: Op }>;

/** Points as a formula gives them. */
export function compilePoints(
  expression: Points<
    | "measured"
    | "scale"
    | "branches"
    | "deduct"
    | "parts"
    | "clause"
    | "cap"
    | "exempt"
    | "ask"
    | "judged"
    | "levels"
  >,
  scope: FormulaScope,
  compile: Compile,
): Formula {
  switch (expression.op) {
    case "measured":
      return withNeeds(
        compile(expression.of, scope),
        scope,
        (inner) =>
          ({ text, typed }) =>
            compile(expression.then, { ...inner, it: { text, typed: typed === true } }),
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
      return substitute(compile(expression.of, scope), ({ text }) =>
        valueOf(`MIN(${plainDigits(expression.most)},${text})`),
      );
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

/** What has been asked for once is filled in all that stands behind it. */
function withNeeds(
  formula: Formula,
  scope: FormulaScope,
  by: (inner: FormulaScope) => (value: Extract<Formula, { kind: "value" }>) => Formula,
): Formula {
  if (formula.kind !== "needs") {
    return formula.kind === "if"
      ? ifThen(formula.when, withNeeds(formula.then, scope, by), withNeeds(formula.otherwise, scope, by))
      : substitute(formula, by(scope));
  }
  const filled = [...scope.filled, ...formula.cells.map(({ value }) => value)];
  return needing(formula.cells, withNeeds(formula.of, { ...scope, filled }, by));
}

function branchesFormula(all: Points<"branches">["of"], scope: FormulaScope, compile: Compile): Formula {
  const [first, ...others] = all;
  if (first === undefined) return blank;
  if (first.when === null) return compile(first.then, scope);
  return withNeeds(untilAnswered(compile(first.when, scope), scope), scope, (inner) => (value) => {
    const then = (): Formula => compile(first.then, inner);
    const rest = (): Formula => branchesFormula(others, inner, compile);
    if (value.text === "TRUE") return then();
    if (value.text === "FALSE") return rest();
    if (value.typed !== true) return ifThen(value.text, then(), rest());
    const yes = `${value.text}="是"`;
    if (scope.inPart) return ifThen(yes, then(), ifThen(`${value.text}="否"`, rest(), valueOf("NA()")));
    return ifThen(yes, then(), ifThen(`${value.text}<>"否"`, blank, rest()));
  });
}

/** A question that is looked at for 是 and 否 need not be looked at for being blank before. */
function untilAnswered(formula: Formula, { inPart }: FormulaScope): Formula {
  if (inPart || formula.kind !== "needs" || formula.of.kind !== "value") return formula;
  const [cell] = formula.cells;
  return formula.cells.length === 1 && formula.of.typed === true && cell?.value === formula.of.text
    ? formula.of
    : formula;
}

/** A cell that may hold words is looked at first: one-sided stretches as people write them. */
function scaleFormula(scale: Points<"scale">, scope: FormulaScope, compile: Compile): Formula {
  const { text = "0", typed = false } = scope.it ?? {};
  const it = (inner: string): FormulaScope => ({ ...scope, it: { text: inner, typed: false } });
  const numbers = chain(scale, text, it(text), compile);
  if (!typed) return numbers;
  const words = scale.pieces
    .filter(({ interval }) => interval.from === null || interval.to === null)
    .reduceRight<Formula>((rest, { interval, then }) => {
      const points = compile(then, it("0"));
      const fixed = compile(then, it("1"));
      if (writeFormula(points, "") !== writeFormula(fixed, "")) return rest;
      const stretches = spellings(interval, scale.percent).map((words) => `${text}=${quoted(words)}`);
      return ifThen(stretches, points, rest);
    }, blank);
  return ifThen(`ISTEXT(${text})`, words, numbers);
}

function spellings(interval: Interval, percent: boolean): readonly string[] {
  const words = intervalWords(interval, percent, "");
  return words.endsWith("≤0%") || words.endsWith("≥0%") ? [words.slice(0, -1), words] : [words];
}

interface Stretch {
  readonly upper: number | null;
  readonly included: boolean;
  readonly result: Formula;
}

/** Tests upper ends from the lowest piece on. Gaps, and bounds where two pieces disagree, give nothing. */
function chain({ pieces }: Points<"scale">, text: string, scope: FormulaScope, compile: Compile): Formula {
  const at = (value: Interval): Formula => {
    const found = pieces
      .filter(({ interval }) => overlap(interval, value) !== null)
      .map(({ then }) => compile(then, scope));
    const [first] = found;
    return first !== undefined && found.every((one) => same(one, first)) ? first : blank;
  };
  const point = (value: number): Interval => ({
    from: value,
    fromIncluded: true,
    to: value,
    toIncluded: true,
  });
  // A value that is known already (a closing balance of 0) needs no test.
  if (/^\d+(?:\.\d+)?$/u.test(text)) return at(point(Number(text)));
  const bounds = Array.from(new Set(pieces.flatMap(({ interval }: Piece) => [interval.from, interval.to])))
    .filter((bound) => bound !== null)
    .sort((a, b) => a - b);
  const stretches = bounds.flatMap((bound, index): readonly Stretch[] => {
    const before = bounds[index - 1] ?? bound - 1;
    return [
      { upper: bound, included: false, result: at(point((before + bound) / 2)) },
      { upper: bound, included: true, result: at(point(bound)) },
    ];
  });
  const last: Stretch = { upper: null, included: false, result: at(point((bounds.at(-1) ?? 0) + 1)) };
  const all = [...stretches, last];
  const distinct = all.filter((one, index) => {
    const next = all[index + 1];
    return next === undefined || !same(one.result, next.result);
  });
  return distinct.reduceRight<Formula>(
    (rest, { upper, included, result }) =>
      upper === null ? result : ifThen(compared(text, included ? "<=" : "<", upper), result, rest),
    blank,
  );
}

function same(one: Formula, other: Formula): boolean {
  return writeFormula(one, "") === writeFormula(other, "");
}

function deductFormula({ items }: Points<"deduct">, scope: FormulaScope, compile: Compile): Formula {
  const { weight } = scope;
  const each = items.map((item) => operandOf(compile(item.each, scope), "0"));
  const counts = items.map((item) => operandOf(compile(item.count, scope), "0"));
  const alike = alikeCells(items, scope);
  return combineOperands([...counts, ...each], (texts) => {
    const numbers = alike === null ? texts.slice(0, items.length) : [`SUM(${alike})`];
    const prices = texts.slice(items.length).slice(0, numbers.length);
    if (scope.context.dialect === "addin") {
      return ours(
        "DEDUCTSCORE",
        weight,
        ...numbers.flatMap((number, index) => [number, prices[index] ?? "0"]),
      );
    }
    const costs = numbers.map((number, index) =>
      prices[index] === "1" ? number : `${prices[index] ?? "0"}*${operand(number)}`,
    );
    return `MAX(0,${operand(weight)}-${costs.map(term).join("-")})`;
  });
}

/** Counts of one price that stand below one another, each of which may be 不涉及, are summed at once. */
function alikeCells(items: Points<"deduct">["items"], scope: FormulaScope): string | null {
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
function partsFormula(all: readonly PartExpression[], scope: FormulaScope, compile: Compile): Formula {
  const whole = all.reduce((sum, { share }) => sum + share, 0);
  const portion = (share: number): string => {
    if (share === whole) return scope.weight;
    return `${operand(scope.weight)}${factor(share)}/${plainDigits(whole)}`;
  };
  const operands = grouped(all, scope, whole).map((group) => {
    const [first] = group;
    if (group.length > 1) return listOperand(group, portion(sumOfShares(group)), scope);
    const full = first.outOf === "full";
    const weight = full ? scope.weight : portion(first.share);
    const of = operandOf(compile(first.of, { ...scope, weight, inPart: true }), weight);
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
  const cells = group.flatMap((part) => {
    const key = questionKey(part.of) ?? "";
    const mayBeNone = specOf(scope.specs, key).notApplicable === true;
    return scope.filled.includes(cellOf(scope, key).value)
      ? []
      : [{ ...cellOf(scope, key), holds: "words" as const, mayBeNone }];
  });
  return {
    text: equal ? ours("CHECKSCORE", own, range) : ours("CHECKSCORE", own, range, shares),
    unknown: null,
    cells,
  };
}

function judgedFormula({ questions, key }: Points<"judged">, scope: FormulaScope): Formula {
  const answers = questions.map((question) => cellOf(scope, question.key).value);
  const given = cellOf(scope, key);
  const full =
    scope.context.dialect === "addin" ? ours("MEETSCORE", quoted("是"), scope.weight) : scope.weight;
  const judged = valueOf(`MAX(0,MIN(${scope.weight},${given.value}))`);
  return ifThen(
    `${countOf(answers, "是")}=${answers.length}`,
    valueOf(full),
    ifThen([`COUNT(${given.value})=0`, `${given.reason}=""`], blank, judged),
  );
}

function levelsFormula({ key, share, levels }: Points<"levels">, scope: FormulaScope): Formula {
  const picked = cellOf(scope, key);
  const given = share === null ? null : cellOf(scope, share);
  const points = levels.map((level) => {
    if (given === null || level.from === level.to) return `${operand(scope.weight)}*${plainDigits(level.to)}`;
    const upper = compared(given.value, level.toIncluded ? "<=" : "<", level.to);
    return `IF(AND(${compared(given.value, ">=", level.from)},${upper}),MIN(1,${given.value})*${operand(scope.weight)},NA())`;
  });
  const cases = levels.map(
    (level, index) => [`${picked.value}=${quoted(level.name)}`, points[index] ?? "NA()"] as const,
  );
  const fixed = levels
    .filter(({ from, to }) => from === to)
    .map(({ name }) => `${picked.value}=${quoted(name)}`);
  const cells = scope.filled.includes(picked.value)
    ? []
    : [{ ...picked, holds: "words" as const, mayBeNone: false }];
  const value = valueOf(choose(cases, "NA()"));
  if (given === null) return needing(cells, value);
  const waiting =
    fixed.length === 0
      ? `COUNT(${given.value})=0`
      : `AND(COUNT(${given.value})=0,NOT(OR(${fixed.join(",")})))`;
  return needing(cells, ifThen(waiting, blank, value));
}
