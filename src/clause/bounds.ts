import { isOfOtherYear } from "./leaning";
import type { Sign, Token } from "./token";

export type NumberToken = Extract<Token, { is: "number" }>;

export interface Bound {
  readonly sign: Sign;
  readonly at: NumberToken;
  readonly marked: boolean;
  readonly soft: boolean;
  /** 100%-95%（含）: open only because 含 stands at the other end. */
  readonly opened?: boolean;
}

function signAt(clause: readonly Token[], index: number): Sign | null {
  const token = clause[index];
  return token?.is === "compare" ? token.sign : null;
}

/** What stands behind a number: (含), 以上, 以内（不含）. */
function behind(
  clause: readonly Token[],
  index: number,
): {
  sign: Sign | "between" | null;
  included: boolean | null;
  /** 及以上: the number is in, whatever a neighbour says. */
  firm: boolean;
  /** The number that it is said of, where it says so. */
  of: number | null;
  next: number;
} {
  let sign: Sign | "between" | null = null;
  let included: boolean | null = null;
  let of: number | null = null;
  let firm = false;
  let next = index;
  for (; next < clause.length; next += 1) {
    const token = clause[next];
    if (token?.is === "included" && included === null) ({ included, at: of } = token);
    else if (token?.is === "behind" && sign === null) {
      sign = token.sign;
      firm = token.firm === true;
    } else break;
  }
  return { sign, included, firm, of, next };
}

/** 支付率不低于上年达到95%, 95%较上年提高: a sign that has no number, or something else behind its number. */
export function comparesWithOther(clause: readonly Token[], text: string): boolean {
  return clause.some((token, index) => {
    const [before, next] = [clause[index - 1], clause[index + 1]];
    if (token.is === "word")
      return (
        isOfOtherYear(text.slice(token.from, token.to)) &&
        clause.slice(0, index).some(({ is }) => is === "number")
      );
    if (token.is !== "compare") return false;
    const beside = [before?.is, next?.is];
    return (
      !beside.some((is) => is === "number" || is === "included" || is === "plusMinus") ||
      (next?.is === "word" && elsewhere.test(text.slice(next.from, next.to)))
    );
  });
}

const elsewhere = /^(?:上一?年|去年|往年|前[一两三]年|同期|历[年史]|全[省市区县国]|平均|同类|序时)/u;

const mirrored = { "<": ">", "≤": "≥", ">": "<", "≥": "≤", "=": "=" } as const;

/** "60-100%（含60%）": 60 is meant in percent. */
function isOf({ value }: NumberToken, of: number | null): boolean {
  return of === null || of === value || Number(`${value}e-2`) === of || value === Number(`${of}e-2`);
}

function boundOf(at: NumberToken, before: Sign | null, after: ReturnType<typeof behind>): Bound | null {
  const { included, of } = after;
  if (after.sign === "between" || !isOf(at, of)) return null;
  if (after.sign !== null) {
    // "达到85%及以上", "低于60%以下" say it twice; "超过90%以下" says nothing.
    const agrees =
      before === null ||
      before === "=" ||
      (before === "≥" && after.sign === "≥") ||
      (/[<≤]/u.test(before) && after.sign === "≤") ||
      (before === ">" && after.sign === "≥");
    if (!agrees) return null;
    const strict =
      included === false || (included === null && !after.firm && (before === ">" || before === "<"));
    const sign = strict ? (/[≥>]/u.test(after.sign) ? ">" : "<") : after.sign;
    return {
      sign,
      at,
      // 达到90%以上: what is reached is in.
      marked: included !== null || (before !== null && before !== "=") || after.firm,
      soft: included === null && !after.firm && before !== "≥",
    };
  }
  if (before === null) return included === null ? { sign: "=", at, marked: false, soft: false } : null;
  if (included === null) return { sign: before, at, marked: true, soft: false };
  const open = before === ">" || before === "≥" ? ">" : before === "<" || before === "≤" ? "<" : null;
  if (open === null) return null;
  const closed = open === ">" ? "≥" : "≤";
  return { sign: included ? closed : open, at, marked: true, soft: false };
}

export function oneBound(clause: readonly Token[]): readonly Bound[] | null {
  const index = clause.findIndex(({ is }) => is === "number");
  const at = clause[index];
  if (at?.is !== "number") return null;
  const before = signAt(clause, index - 1);
  const after = behind(clause, index + 1);
  const reversed = signAt(clause, after.next);
  const signs = clause.filter(({ is }) => is === "compare").length;
  if (signs > 1 || clause.some(({ is }) => is === "to")) return null;
  if (before === null && reversed !== null) {
    return after.sign === null && after.included === null
      ? [{ sign: mirrored[reversed], at, marked: true, soft: false }]
      : null;
  }
  if (signs === 1 && before === null) return null;
  const bound = boundOf(at, before, after);
  return bound === null ? null : [bound];
}

export function twoBounds(clause: readonly Token[]): readonly Bound[] | null {
  const [first, second] = clause.flatMap(({ is }, index) => (is === "number" ? [index] : []));
  if (first === undefined || second === undefined) return null;
  const [low, high] = [clause[first], clause[second]];
  if (low?.is !== "number" || high?.is !== "number") return null;
  const afterLow = behind(clause, first + 1);
  const afterHigh = behind(clause, second + 1);
  const joint = clause[afterLow.next];
  const isRange =
    afterLow.next === second - 1 &&
    joint !== undefined &&
    (joint.is === "to" ||
      (joint.is === "operator" && joint.sign === "-") ||
      (joint.is === "word" && afterHigh.sign === "between"));
  if (isRange && signAt(clause, first - 1) !== null && signAt(clause, first - 1) !== "=") return null;
  if (isRange) {
    const [down, up] = low.value <= high.value || low.unit !== high.unit ? [low, high] : [high, low];
    // "90%-100%（含90%）" speaks of the first number.
    const isFirst = !isOf(high, afterHigh.of) && isOf(low, afterHigh.of) && afterLow.included === null;
    if (!isOf(low, afterLow.of) || !(isFirst || isOf(high, afterHigh.of))) return null;
    const marks = isFirst ? [afterHigh, afterLow] : [afterLow, afterHigh];
    const [markDown = afterLow, markUp = afterHigh] = down === low ? marks : [...marks].reverse();
    if (
      afterLow.sign !== null ||
      (afterHigh.sign !== null && afterHigh.sign !== "between" && afterHigh.sign !== "≤")
    )
      return null;
    // 含 on one end only opens the other.
    const oneMarked = (markDown.included === null) !== (markUp.included === null);
    const isIn = (mark: boolean | null, other: boolean | null): boolean =>
      mark ?? !(oneMarked && other === true);
    return [
      {
        sign: isIn(markDown.included, markUp.included) ? "≥" : ">",
        at: down,
        marked: markDown.included !== null || oneMarked,
        soft: false,
        opened: markDown.included === null && markUp.included === true,
      },
      {
        sign: isIn(markUp.included, markDown.included) ? "≤" : "<",
        at: up,
        marked: markUp.included !== null || oneMarked,
        soft: false,
        opened: markUp.included === null && markDown.included === true,
      },
    ];
  }
  // 80%≤率<90%, and both compared: 超过10%但不超过20%, 80%以上90%以下.
  const chained = signAt(clause, first + 1);
  if (chained !== null && afterLow.next === first + 1 && signAt(clause, first - 1) === null) {
    const other = signAt(clause, second - 1);
    const upper = other === null ? null : boundOf(high, other, afterHigh);
    return upper === null ? null : [{ sign: mirrored[chained], at: low, marked: true, soft: false }, upper];
  }
  const lower = boundOf(low, signAt(clause, first - 1), afterLow);
  const upper = boundOf(high, signAt(clause, second - 1), afterHigh);
  return lower === null || upper === null || lower.sign === "=" || upper.sign === "=" ? null : [lower, upper];
}
