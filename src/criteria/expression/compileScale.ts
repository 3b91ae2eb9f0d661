import { compared, quoted } from "../formulaText";
import { type Interval, intervalWords } from "../interval";
import type { NodeOf } from "./expression";
import {
  blank,
  ifThen,
  valueOf,
  writeFormula,
  type Compile,
  type Formula,
  type FormulaScope,
} from "./formulaTree";
import { contains } from "./intervals";

/** A cell that may hold words is looked at first: one-sided stretches as people write them. */
export function scaleFormula(scale: NodeOf<"scale">, scope: FormulaScope, compile: Compile): Formula {
  const { text = "0", typed } = scope.it ?? {};
  const it = (inner: string): FormulaScope => ({ ...scope, it: valueOf(inner) });
  const numbers = chain(scale, text, it(text), compile);
  if (typed === undefined) return numbers;
  if (scale.exact === true) return ifThen(`ISTEXT(${text})`, blank, numbers);
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

/** Tests upper ends from the lowest piece on. Gaps, and bounds where two pieces disagree, give nothing. */
function chain({ pieces }: NodeOf<"scale">, text: string, scope: FormulaScope, compile: Compile): Formula {
  const compiled = pieces.map(({ interval, then }) => ({ interval, points: compile(then, scope) }));
  const at = (value: number): Formula => {
    const found = compiled.filter(({ interval }) => contains(interval, value));
    const [first] = found;
    return first !== undefined && found.every(({ points }) => same(points, first.points))
      ? first.points
      : blank;
  };
  // A value that is known already (a closing balance of 0) needs no test.
  if (/^\d+(?:\.\d+)?$/u.test(text)) return at(Number(text));
  const bounds = Array.from(new Set(pieces.flatMap(({ interval }) => [interval.from, interval.to])))
    .filter((bound) => bound !== null)
    .sort((a, b) => a - b);
  const steps = bounds.flatMap((bound, index) => {
    const before = bounds[index - 1] ?? bound - 1;
    return [
      { test: compared(text, "<", bound), result: at((before + bound) / 2) },
      { test: compared(text, "<=", bound), result: at(bound) },
    ];
  });
  const last = at((bounds.at(-1) ?? 0) + 1);
  return steps.reduceRight<Formula>(
    (rest, { test, result }, index) =>
      same(result, steps[index + 1]?.result ?? last) ? rest : ifThen(test, result, rest),
    last,
  );
}

function same(one: Formula, other: Formula): boolean {
  return one === other || writeFormula(one, "") === writeFormula(other, "");
}
