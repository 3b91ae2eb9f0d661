import type { PlacedFigure } from "./figure";
import { tidy } from "./tidy";
import { compareUnits } from "./unit";

/**
 * Neighbouring numbers that are one figure: ranges ("5-10个", "≥5%且≤10%"), fractions ("450人/17916人", checked
 * against the rate beside them), ratios ("18:1").
 */
export function joinFigures(text: string, figures: readonly PlacedFigure[]): readonly PlacedFigure[] {
  const joined: PlacedFigure[] = [];
  const all = inTwoUnits(text, addedUp(text, figures));
  for (let i = 0; i < all.length; i += 1) {
    const one = all[i];
    if (one === undefined) continue;
    const next = all[i + 1];
    const pair = next === undefined ? null : joinPair(text, one, next);
    joined.push(pair ?? (text.charAt(one.from - 1) === "±" ? tolerance(null, one) : one));
    if (pair !== null) i += 1;
  }
  return attachFractions(text, joined);
}

/** Units that are written one behind the other for one figure: 1小时40分, 3元5角, 2亩5分. */
const divided: readonly string[] = [
  "年 月 周 天 工作日 小时 分钟 秒 分",
  "元 角",
  "亩 公顷 平方米 分",
  "米",
  "千克 斤 两",
  "升",
];
const measures = divided.map((family) => family.split(" "));

/** "1小时40分", "9公里500" and "1年零2个月" are one figure that nobody has added up: what they come to has to be asked. */
function inTwoUnits(text: string, figures: readonly PlacedFigure[]): readonly PlacedFigure[] {
  return figures.map((figure, index) => {
    const [before, behind] = [figures[index - 1], figures[index + 1]];
    const isPart =
      (before !== undefined && isOneFigure(text, before, figure)) ||
      (behind !== undefined && isOneFigure(text, figure, behind));
    return isPart && figure.doubt === null ? { ...figure, doubt: "与连着写的数合起来是多少" } : figure;
  });
}

function isOneFigure(text: string, left: PlacedFigure, right: PlacedFigure): boolean {
  const gap = text.slice(left.to, right.from);
  const between = /^(°|′|季度)?[零又]?$/u.exec(gap);
  if (between === null || right.side !== null) return false;
  // 5°30′, 1个季度零5天.
  if (between[1] !== undefined) return true;
  const family = measures.find((units) => units.includes(left.unit.name));
  return family !== undefined && (right.unit.name === "" || family.includes(right.unit.name));
}

/** "20场+20场+20场" is 60场; "线上20场+线下20场" two figures. */
function addedUp(text: string, figures: readonly PlacedFigure[]): readonly PlacedFigure[] {
  const added: PlacedFigure[] = [];
  for (const next of figures) {
    const one = added.at(-1);
    const { unit } = next;
    const alike = one?.unit.name === unit.name && unit.name !== "" && unit.name !== "%";
    const isSum = one !== undefined && alike && one.side === null && next.side === null;
    if (isSum && text.slice(one.to, next.from) === "+") {
      const { from, outerFrom } = one;
      const doubt = one.doubt ?? next.doubt;
      const digits = `${one.digits}+${next.digits}`;
      added[added.length - 1] = {
        ...next,
        value: tidy(one.value + next.value),
        digits,
        from,
        outerFrom,
        doubt,
      };
    } else added.push(next);
  }
  return added;
}

function joinPair(text: string, one: PlacedFigure, next: PlacedFigure): PlacedFigure | null {
  if (next.from - one.to > 16) return null;
  const gap = text.slice(one.to, next.from);
  if (/^(?:\(含\))?(?:-|~|—{1,2}|至|到)$/u.test(gap)) return range(one, next);
  if (/^(?:\(?)±$/u.test(gap)) return tolerance(one, next);
  // 1亿2000万, 2百90: the second fills the places of the first.
  const fills = next.magnitude > 0 || (one.magnitude > 1 && next.digits.length === one.magnitude);
  const pieces = one.unit.name === "" && fills && one.magnitude > next.magnitude;
  if (gap === "" && pieces) return sum(one, next);
  if (gap === "/" && one.unit.name !== "%" && next.unit.name !== "%" && isOneOf(one, next)) {
    return fraction(one, next);
  }
  if (gap === ":" && next.value !== 0) return ratio(one, next);
  if (/[；;。\n]/u.test(gap) || one.unit.name !== next.unit.name) return null;
  const rising = isLower(one) && isUpper(next) && one.value < next.value;
  const falling = isUpper(one) && isLower(next) && one.value > next.value;
  return rising || falling ? range(one, next) : null;
}

/** "450人/17916人" is a part of a whole, "3期/300人" two things. */
const isOneOf = (one: PlacedFigure, next: PlacedFigure): boolean =>
  compareUnits(one.unit, next.unit) !== "unlike";

const isLower = (figure: PlacedFigure): boolean => figure.side === "atLeast" || figure.side === "moreThan";
const isUpper = (figure: PlacedFigure): boolean => figure.side === "atMost" || figure.side === "lessThan";

/** "5-10万人" means 5万 to 10万: what only the second number says holds for the first as well. */
function range(one: PlacedFigure, next: PlacedFigure): PlacedFigure | null {
  const bare = one.unit.name === "";
  const power = next.unit.power + (one.magnitude === 0 ? next.magnitude : 0);
  const first = bare ? scaled(one, power) : one.value;
  if ((!bare && one.unit.name !== next.unit.name) || first === next.value) return null;
  return {
    ...next,
    value: Math.min(first, next.value),
    high: Math.max(first, next.value),
    digits: `${one.digits}-${next.digits}`,
    side: null,
    doubt: one.doubt ?? next.doubt,
    from: one.from,
    outerFrom: one.outerFrom,
  };
}

/** "95%±2%", "100±5个"; one: null for a tolerance around nothing: "误差±3%". */
function tolerance(one: PlacedFigure | null, next: PlacedFigure): PlacedFigure {
  if (one === null) return { ...next, value: 0, around: Math.abs(next.value), side: null };
  const bare = one.unit.name === "";
  const value = bare ? scaled(one, next.unit.power + (one.magnitude === 0 ? next.magnitude : 0)) : one.value;
  const { from, outerFrom } = one;
  const same = bare || one.unit.name === next.unit.name;
  const doubt = one.doubt ?? next.doubt ?? (same ? null : "前后单位不同，允许的误差是多少");
  const digits = `${one.digits}±${next.digits}`;
  return { ...next, value, around: Math.abs(next.value), digits, side: null, from, outerFrom, doubt };
}

/** The value times a power of ten, without the error of a multiplication. */
function scaled(figure: PlacedFigure, power: number): number {
  const plain = /^[0-9.]+$/u.test(figure.digits);
  const sign = figure.value < 0 ? -1 : 1;
  return plain
    ? sign * Number(`${figure.digits}e${figure.magnitude + power}`)
    : Number(`${figure.value}e${power}`);
}

/** "1亿2000万元" is one number in two pieces. */
function sum(one: PlacedFigure, next: PlacedFigure): PlacedFigure {
  const { from, outerFrom } = one;
  const digits = `${one.digits}+${next.digits}`;
  const value = scaled(one, next.unit.power) + next.value;
  return {
    ...next,
    value,
    digits,
    side: one.side ?? next.side,
    from,
    outerFrom,
    doubt: one.doubt ?? next.doubt,
  };
}

function fraction(one: PlacedFigure, next: PlacedFigure): PlacedFigure | null {
  if (next.value === 0 || one.value < 0 || next.value < 0) return null;
  return {
    ...next,
    value: one.value / next.value,
    unit: { name: "%", written: "", power: -2 },
    magnitude: 0,
    digits: `${one.digits}/${next.digits}`,
    side: one.side,
    fraction: { over: one.value, under: next.value, agrees: true },
    doubt: "只写了分子和分母，是否为两数之商",
    from: one.from,
    outerFrom: one.outerFrom,
  };
}

function ratio(one: PlacedFigure, next: PlacedFigure): PlacedFigure {
  return {
    ...next,
    value: one.value / next.value,
    unit: { name: "比", written: "", power: 0 },
    magnitude: 0,
    digits: `${one.digits}:${next.digits}`,
    side: one.side ?? next.side,
    doubt: one.value === 1 || next.value === 1 ? null : "是否为两数之比",
    from: one.from,
    outerFrom: one.outerFrom,
  };
}

/** "2.51%(450人/17916人)" and "450/17916=2.51%" are one rate with its fraction. */
function attachFractions(text: string, figures: readonly PlacedFigure[]): readonly PlacedFigure[] {
  const kept: PlacedFigure[] = [];
  for (const figure of figures) {
    const before = kept.at(-1);
    const gap = before === undefined ? "" : text.slice(before.to, Math.min(figure.from, before.to + 12));
    const close = before !== undefined && figure.from - before.to <= 8;
    if (close && isRate(before) && figure.fraction !== null && /^[^；;。\n]*[(=]/u.test(gap)) {
      kept[kept.length - 1] = checked(text, before, figure, before);
    } else if (close && before.fraction !== null && isRate(figure) && /[=即]$/u.test(gap)) {
      kept[kept.length - 1] = checked(text, figure, before, {
        ...figure,
        from: before.from,
        outerFrom: before.outerFrom,
      });
    } else kept.push(figure);
  }
  return kept;
}

const isRate = (figure: PlacedFigure): boolean => figure.unit.name === "%" && figure.fraction === null;

/** The rate agrees when it is the quotient rounded or cut off at the decimals that are written. */
function checked(
  text: string,
  rate: PlacedFigure,
  quotient: PlacedFigure,
  result: PlacedFigure,
): PlacedFigure {
  const decimals = /\.(\d+)/u.exec(rate.digits)?.[1]?.length ?? 0;
  const step = Number(`1e${rate.unit.power - decimals}`);
  const agrees = Math.abs(rate.value - quotient.value) < step;
  const end = Math.max(rate.outerTo, quotient.outerTo);
  const outerTo = text.charAt(end) === ")" ? end + 1 : end;
  return { ...result, fraction: quotient.fraction && { ...quotient.fraction, agrees }, outerTo };
}
