import { isVerdict } from "../quantity/counted";
import type { Figure } from "../quantity/figure";
import type { Statement } from "../quantity/statements";
import { tidy } from "../quantity/tidy";
import { compareUnits } from "../quantity/unit";

interface Remark {
  readonly statement: Statement;
  readonly figure: Figure;
}

/**
 * "2期（120人）" and "2期（100人）", "2项（修订）" and "2项（新增）": what both sides say in brackets and say otherwise, each
 * as a question that quotes both.
 * @param used the figures that are divided by one another: these are compared already
 */
export function remarkDoubts(
  target: readonly Statement[],
  actual: readonly Statement[],
  used: ReadonlySet<Figure>,
): readonly string[] {
  const doubts: string[] = [];
  const theirs = figuresOf(actual, used);
  for (const own of figuresOf(target, used)) {
    const alike = theirs.filter(({ figure }) => compareUnits(figure.unit, own.figure.unit) === "same");
    const [other] = alike;
    if (other !== undefined && !alike.some(({ figure }) => tidy(figure.value) === tidy(own.figure.value)))
      doubts.push(differs(own.statement, other.statement));
  }
  const [words, others] = [target, actual].map((side) =>
    side.filter(({ enclosed, figures, text }) => enclosed && figures.length === 0 && !isVerdict(text)),
  );
  const [own] = words ?? [];
  const [other] = others ?? [];
  if (
    own !== undefined &&
    other !== undefined &&
    !words?.some((one) => others?.some((two) => isSame(one, two)))
  )
    doubts.push(differs(own, other));
  return doubts;
}

function figuresOf(side: readonly Statement[], used: ReadonlySet<Figure>): readonly Remark[] {
  return side.flatMap((statement) =>
    statement.enclosed
      ? statement.figures.flatMap((figure) => (used.has(figure) ? [] : [{ statement, figure }]))
      : [],
  );
}

const isSame = ({ text }: Statement, other: Statement): boolean =>
  text.includes(other.text) || other.text.includes(text);

const differs = (target: Statement, actual: Statement): string =>
  `目标值里的“${target.text}”与实际完成值里的“${actual.text}”不同，应怎样计分`;
