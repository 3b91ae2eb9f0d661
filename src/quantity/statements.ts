import type { Clauses, Stretch } from "./clauses";
import type { Figure, PlacedFigure } from "./figure";

/** A clause, or what stands in brackets behind one, with its figures and the words that stand beside them. */
export interface Statement {
  /** Plain text, without brackets that are statements of their own. */
  readonly text: string;
  /** Before the first figure, between two, behind the last: one more than figures. Words of a side belong to the figure. */
  readonly words: readonly string[];
  readonly figures: readonly Figure[];
  readonly enclosed: boolean;
}

/** Every part of a text, in order; the names in quotation marks and book marks are left out. */
export function readStatements(
  text: string,
  placed: readonly PlacedFigure[],
  { clauses, enclosed }: Clauses,
  figureOf: (placed: PlacedFigure) => Figure,
): readonly Statement[] {
  const brackets = enclosed.filter(
    (one) => !/[“「]/u.test(text.charAt(one.from)) && !placed.some((figure) => reachesInto(figure, one)),
  );
  const statements: Statement[] = [];
  const add = (stretch: Stretch, inner: readonly Stretch[], isEnclosed: boolean): void => {
    const figures = placed.filter(
      ({ outerFrom, to }) =>
        outerFrom >= stretch.from && to <= stretch.to && !inner.some((one) => holds(one, outerFrom)),
    );
    const gaps = [
      ...inner.map(({ from, to }) => ({ from, to, figure: null })),
      ...figures.map((figure) => ({ from: figure.outerFrom, to: figure.outerTo, figure })),
    ].sort((one, other) => one.from - other.from);
    const words: string[] = [""];
    let at = stretch.from;
    const take = (to: number): void => {
      const more = text.slice(at, Math.max(at, to)).replace(/[()“”「」]/gu, "");
      words[words.length - 1] = (words.at(-1) ?? "") + more;
    };
    for (const gap of gaps) {
      take(gap.from);
      at = Math.max(at, gap.to);
      if (gap.figure !== null) words.push("");
    }
    take(stretch.to);
    words[0] = (words[0] ?? "").replace(listMark, "");
    const whole = text.slice(stretch.from, stretch.to);
    statements.push({ text: whole, words, figures: figures.map(figureOf), enclosed: isEnclosed });
  };
  for (const clause of clauses) {
    const inner = brackets.filter(({ from }) => holds(clause, from));
    add(clause, inner, false);
    for (const { from, to } of inner) {
      if (text.charAt(from) === "(" || text.charAt(from) === "[")
        for (const part of divided(text, from + 1, to - 1)) add(part, [], true);
    }
  }
  return statements;
}

const listMark = /^(?:[0-9]{1,2}[.、)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)/u;

const holds = ({ from, to }: Stretch, at: number): boolean => at >= from && at < to;

/** "2.51%(450人/17916人)" and "不高于上年(5.2%)": the bracket is part of the figure. */
function reachesInto({ outerFrom, to, outerTo }: PlacedFigure, bracket: Stretch): boolean {
  return outerFrom < bracket.from && (to > bracket.from || outerTo > bracket.from);
}

function divided(text: string, from: number, to: number): readonly Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  for (let i = from; i <= to; i += 1) {
    if (i < to && !/[，；;。、]/u.test(text.charAt(i))) continue;
    if (i > start) parts.push({ from: start, to: i });
    start = i + 1;
  }
  return parts;
}
