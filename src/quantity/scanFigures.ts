import type { PlacedFigure } from "./figure";
import { isDayOfMonth, listMarkAt, nameOfDigits } from "./nameDigits";
import { sideAfter, sideBefore } from "./side";
import { numberInWords, numeral, numberInDigits } from "./writtenNumber";
import { matchAt, type WrittenNumber } from "./unit";

const number = /[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?/uy;
const code = /[A-Za-z0-9_.+-]*/uy;

/** What a text holds besides its figures. */
interface Scan {
  readonly figures: readonly PlacedFigure[];
  readonly dates: readonly { readonly from: number; readonly to: number }[];
  /** "20日" without a bound: a day of the month, or a number of days. */
  readonly days: readonly PlacedFigure[];
}

/** Every number of a plain text that may measure something, in order. Time grows with the length of the text. */
export function scanFigures(text: string): Scan {
  const figures: PlacedFigure[] = [];
  const days: PlacedFigure[] = [];
  const dates: { from: number; to: number }[] = [];
  let lastMark: number | null = null;
  let markEnd = -1;
  for (let i = 0; i < text.length;) {
    const c = text.charAt(i);
    const mark = listMarkAt(text, i, lastMark);
    if (mark !== null) {
      lastMark = mark.number;
      markEnd = mark.to;
      i = mark.to;
      continue;
    }
    if (c >= "0" && c <= "9") {
      const end = matchAt(number, text, i)?.[0].length ?? 1;
      const name = nameOfDigits(text, i);
      if (name !== null) {
        const to = Math.max(i + end, name.to, name.date ? 0 : endOfCode(text, i + end));
        if (name.date) dates.push({ from: i, to });
        i = to;
        continue;
      }
      const bare = numberInDigits(text, i, i + end, markEnd);
      if (bare === null) {
        i = endOfCode(text, i + end);
        continue;
      }
      const figure = placed(text, i, bare);
      const bounded = figure.side !== null && figure.side !== "approx";
      const day = isDayOfMonth(text, i) && !bounded;
      (day ? days : figures).push(figure);
      if (day) dates.push({ from: i, to: bare.to });
      i = bare.to;
      continue;
    }
    const bare = numberInWords(text, i);
    if (bare !== null) figures.push(placed(text, i, bare));
    i = bare?.to ?? i + (matchAt(numeral, text, i)?.[0].length ?? 1);
  }
  return { figures, dates, days };
}

/** Where a code such as "5G", "1.5E+05", "G107-2" ends. */
function endOfCode(text: string, at: number): number {
  return at + (matchAt(code, text, at)?.[0].length ?? 0);
}

/** A dash before a number is a minus at the start, after a sign or a word that names a change. */
const minus = /(?:^|[≥≤<>=:：(（，,;；为率至到长降幅速加少高升了是])-$/u;

function placed(text: string, from: number, bare: WrittenNumber): PlacedFigure {
  const negative = minus.test(text.slice(Math.max(0, from - 2), from));
  const start = negative ? from - 1 : from;
  const signed = text.charAt(from - 1) === "±" ? from - 1 : start;
  const before = sideBefore(text, signed);
  const after = sideAfter(text, bare.to, bare.unit.name);
  const zero = bare.digits === "零" && bare.unit.name === "";
  const clash = before !== null && after !== null && direction(before.side) * direction(after.side) < 0;
  // "控制在5%-10%之间", "约20人以上": the bound counts, not the 约.
  const said = before !== null && before.side !== "approx" ? before : (after ?? before);
  return {
    value: negative && bare.value !== 0 ? -bare.value : bare.value,
    high: null,
    unit: bare.unit,
    magnitude: bare.magnitude,
    digits: bare.digits,
    side: zero ? "atMost" : (said?.side ?? null),
    fraction: null,
    doubt: clash
      ? "前后限定词方向相反，以哪个为准"
      : negative && !/^(?:%|百分点|元|倍|分|)$/u.test(bare.unit.name)
        ? "前面的“-”是否为负号"
        : said?.apart === true
          ? "前的限定词是否针对这个数"
          : said?.near === true
            ? "只是接近，准确数是多少"
            : bare.doubt,
    from: start,
    to: bare.to,
    outerFrom: before?.from ?? signed,
    outerTo: after?.to ?? bare.to,
  };
}

function direction(side: string): number {
  if (side === "atLeast" || side === "moreThan") return 1;
  return side === "atMost" || side === "lessThan" ? -1 : 0;
}
