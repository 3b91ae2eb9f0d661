import { compared, joined, operand, ours, quoted, shortened, term, tidied } from "../../rules/formulaText";
import { largestRate, specOf } from "../../rules/readFact";
import type { FactSpec } from "../../rules/fact";
import type { FactCell, FormulaContext } from "../../rules/rule";
import { plainDigits } from "../../rules/words";
import type { MeanMeasure } from "../criterion";
import { countOf, sumOf, type AskedCell } from "./askedCells";
import { compilePoints } from "./compilePoints";
import { isPoints } from "./evaluatePoints";
import type { Expression, OwnText } from "./expression";
import {
  blank,
  combine,
  combineOperands,
  ifThen,
  needing,
  operandOf,
  substitute,
  valueOf,
  type Formula,
} from "./formulaTree";

/** What a formula is written with. */
export interface FormulaScope {
  readonly cells: Readonly<Record<string, FactCell>>;
  readonly specs: readonly FactSpec[];
  readonly context: FormulaContext;
  /** The points to be had here, as the formula writes them. */
  readonly weight: string;
  /** The measured value; typed: a cell that may hold words. */
  readonly it?: { readonly text: string; readonly typed: boolean };
  /** 不涉及 earns the part that is being written, and no more. */
  readonly inPart: boolean;
  /** Cells that are filled wherever this stands. */
  readonly filled: readonly string[];
}

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
      return valueOf(scope.it?.text ?? "0", scope.it?.typed === true);
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
        scope.context.dialect === "addin" && text.startsWith("JX.")
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
      return severalFormula(expression, scope, of);
    case "answered": {
      const { value } = cellOf(scope, expression.key);
      return ifThen(`${value}<>""`, valueOf(value, true), of(expression.of));
    }
    case "unlessNone":
      return unlessNoneFormula(expression.keys, scope, expression.of);
    case "own":
      return scope.context.dialect === "builtIn"
        ? of(expression.of)
        : ownFormula(expression.name, expression.args, scope, of);
  }
}

/** The cell of a fact; a working paper without it is our own mistake. */
export function cellOf({ cells }: FormulaScope, key: string): FactCell {
  const cell = cells[key];
  if (cell === undefined) throw new Error(`no cell for fact ${key}`);
  return cell;
}

function asked(
  scope: FormulaScope,
  key: string,
  holds: AskedCell["holds"],
  mayBeNone = false,
): readonly AskedCell[] {
  const cell = cellOf(scope, key);
  return scope.filled.includes(cell.value) ? [] : [{ ...cell, holds, mayBeNone }];
}

/** 不涉及 stands first, unless it only earns a part. */
function unlessNone(scope: FormulaScope, key: string, of: Formula): Formula {
  const { value, reason } = cellOf(scope, key);
  const mayBe = specOf(scope.specs, key).notApplicable === true && !scope.filled.includes(value);
  return mayBe ? ifThen(`${value}="不涉及"`, { kind: "exempt", reason }, of) : of;
}

function factFormula(scope: FormulaScope, key: string): Formula {
  const { value } = cellOf(scope, key);
  const { kind } = specOf(scope.specs, key);
  const text = kind === "date" ? `INT(${value})` : value;
  // Our functions read "92%" where it stands as text.
  const holds = kind === "rate" && scope.context.dialect === "addin" ? "words" : "number";
  const number = kind === "rate" ? withinRate(scope, value, valueOf(text)) : valueOf(text);
  return unlessNone(scope, key, needing(asked(scope, key, holds), number));
}

/** 99.83 for 99.83% and a rate below 0 are mistakes, never a score. Our own functions refuse them themselves. */
function withinRate({ context }: FormulaScope, cell: string, of: Formula): Formula {
  if (context.dialect === "addin") return of;
  return ifThen(`OR(N(${cell})<0,N(${cell})>${largestRate})`, blank, of);
}

function answerFormula(op: "share" | "failures", scope: FormulaScope, key: string): Formula {
  const { value } = cellOf(scope, key);
  const { kind, notApplicable } = specOf(scope.specs, key);
  if (op === "failures" && kind !== "answer") {
    const mayBeNone = notApplicable === true;
    return needing(asked(scope, key, "number", mayBeNone), valueOf(mayBeNone ? `N(${value})` : value));
  }
  const [yes, no] = op === "share" ? ["1", "0"] : ["0", "1"];
  const words = `IF(${value}="是",${yes},IF(${value}="否",${no},NA()))`;
  const share = kind === "answerOrShare" && op === "share";
  const text = share
    ? `IF(ISNUMBER(${value}),IF(AND(${value}>0,${value}<=1),${value},NA()),${words})`
    : words;
  return unlessNone(scope, key, needing(asked(scope, key, "words"), valueOf(text)));
}

function tallyFormula(scope: FormulaScope, keys: readonly string[]): Formula {
  const mayBeNone = keys.some((key) => specOf(scope.specs, key).notApplicable === true);
  const cells = keys.flatMap((key) =>
    asked(scope, key, "number", specOf(scope.specs, key).notApplicable === true),
  );
  const values = keys.map((key) => cellOf(scope, key).value);
  const [only = "0"] = values;
  const alone = mayBeNone ? `N(${only})` : only;
  const text = values.length === 1 ? alone : mayBeNone ? sumOf(values) : `SUM(${joined(values)})`;
  return needing(cells, valueOf(text));
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

/** So many as were notified, with none blank below a filled one: those are the last months of the year. */
function meanFormula(measure: MeanMeasure, scope: FormulaScope): Formula {
  const first = cellOf(scope, measure.first).value;
  const count = cellOf(scope, measure.count).value;
  const rates = cellOf(scope, measure.series).value;
  const gaps = `SUMPRODUCT((${shortened(rates, 0, 1)}<>"")*(${shortened(rates, 1, 0)}=""))`;
  const cap = plainDigits(measure.cap);
  const capped = `SUMIF(${rates},"<=${cap}")+COUNTIF(${rates},">${cap}")${measure.cap === 1 ? "" : `*${cap}`}`;
  const mean =
    scope.context.dialect === "addin" && measure.cap === 1
      ? ours("EXECRATE", rates, count)
      : `(${capped})/${count}`;
  const waiting = [
    `COUNT(${count})=0`,
    `COUNT(${rates})<>${count}`,
    `${gaps}>0`,
    `AND(${first}<>"",${first}<>13-${count})`,
  ];
  return ifThen(waiting, blank, valueOf(mean));
}

function insteadFormula(
  { key, signed }: Extract<Expression, { op: "instead" }>,
  scope: FormulaScope,
  of: Formula,
): Formula {
  const { value } = cellOf(scope, key);
  const builtIn = scope.context.dialect === "builtIn";
  const typed = specOf(scope.specs, key).range === true;
  // MIN and MAX would take "92%" as text for nothing.
  const given = valueOf(builtIn && !typed ? `VALUE(${value})` : value, typed);
  const limits = signed ? `ABS(N(${value}))>${largestRate}` : `OR(N(${value})<0,N(${value})>${largestRate})`;
  return ifThen(`${value}<>""`, builtIn ? ifThen(limits, blank, given) : given, of);
}

function wordsFormula(scope: FormulaScope, key: string): Formula {
  const { value } = cellOf(scope, key);
  return unlessNone(scope, key, needing(asked(scope, key, "words"), valueOf(value, true)));
}

/** A condition as a formula tests it: a cell with 是 or 否 becomes true or false. */
export function conditionText({ text, typed }: Extract<Formula, { kind: "value" }>): string {
  return typed === true ? `IF(${text}="是",TRUE,IF(${text}="否",FALSE,NA()))` : text;
}

function comparison(
  a: string,
  b: string,
  { sign, right, whole }: Extract<Expression, { op: "compare" }>,
): string {
  if (whole === true) return `${a}${sign}${b}`;
  if (right.op === "number" && sign !== "=") return compared(a, sign, right.value);
  // To six decimals: what a sum of cents leaves behind must not decide.
  return `ROUND(${a},6)${sign}ROUND(${b},6)`;
}

function insideText(
  text: string,
  { from, to, fromIncluded, toIncluded }: Extract<Expression, { op: "inside" }>["interval"],
): string {
  const above = from === null ? [] : [compared(text, fromIncluded ? ">=" : ">", from)];
  const below = to === null ? [] : [compared(text, toIncluded ? "<=" : "<", to)];
  const both = [...above, ...below];
  return both.length === 1 ? both.join("") : `AND(${both.join(",")})`;
}

function severalFormula(
  expression: Extract<Expression, { op: "all" | "any" }>,
  scope: FormulaScope,
  of: (one: Expression) => Formula,
): Formula {
  const answers = expression.of.flatMap((one) => (one.op === "yes" ? [cellOf(scope, one.key).value] : []));
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
  const [only = "TRUE"] = texts;
  const name = expression.op === "all" ? "AND" : "OR";
  if (certain) return valueOf(texts.length === 1 ? only : `${name}(${texts.join(",")})`);
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

function withoutNone({ notApplicable: _, ...spec }: FactSpec): FactSpec {
  return spec;
}

function ownFormula(
  name: string,
  args: readonly (Expression | OwnText)[],
  scope: FormulaScope,
  of: (one: Expression) => Formula,
): Formula {
  const [first] = args;
  if (name === "" && first !== undefined && "op" in first) return of(first);
  const formulas = args.map((arg) =>
    !("op" in arg)
      ? valueOf(arg.standard === true ? (scope.context.standard ?? arg.text) : arg.text)
      : of(arg),
  );
  return combine(formulas, (texts) => valueOf(ours(name, ...texts)));
}
