import { readQuantity } from "../quantity/readQuantity";
import type { Side } from "../quantity/side";
import { a1 } from "../workbook/cell";
import type { GoalDoubt, Indicator } from "./form";
import type { ViewCell } from "./sheetView";
import { directionOf, type SignWords } from "./signWords";

/** The indicator with these doubts, in Chinese without a stop: of its actual where it has one, else of all that is read. */
export function withDoubts(indicator: Indicator, texts: readonly string[]): Indicator {
  const { goal } = indicator;
  const doubts = [...(indicator.doubts ?? []), ...texts];
  if (goal === null) return { ...indicator, doubts };
  const ofActual = texts.map((text): GoalDoubt => ({ of: "actual", text }));
  return { ...indicator, doubts, goal: { ...goal, doubts: [...goal.doubts, ...ofActual] } };
}

/** What a column of signs and a target leave open: words not understood, or the two at odds. */
export function signDoubts(words: SignWords, written: string, target: string): readonly GoalDoubt[] {
  const doubt = (text: string): readonly GoalDoubt[] => [{ of: "target", text }];
  if (words.kind === "unread" && target !== "")
    return doubt(`目标值“${target}”旁边的“${written}”没有读懂，目标值是“不低于”“不高于”还是“等于”`);
  if (words.kind !== "side" && words.kind !== "range") return [];
  const { statements } = readQuantity(target);
  const figures = statements.flatMap((statement) => (statement.enclosed ? [] : statement.figures));
  const agrees = figures.every(({ side, high, around }) => {
    const isRange = high !== null || around !== undefined;
    if (words.kind === "range") return isRange;
    return !isRange && words.kind === "side" && (side === null || isSameSide(words, side));
  });
  return agrees && (figures.length > 0 || words.kind !== "range")
    ? []
    : doubt(`目标值“${target}”与它旁边的“${written}”不一致，以哪个为准`);
}

function isSameSide({ side, written }: Extract<SignWords, { kind: "side" }>, other: Side): boolean {
  if (side === other) return true;
  // "正向" says nothing against "等于100%".
  const way = directionOf(other);
  return !written && (way === 0 || way === directionOf(side));
}

/** A number shown as "不足88公里", or with a sign that the cell does not hold: its format says more than its unit. */
export function formatDoubts(of: GoalDoubt["of"], { value, format, at }: ViewCell): readonly GoalDoubt[] {
  const said =
    typeof value === "number" ? saidByFormat.exec(format.replace(/\[[^[\]]*\]/gu, ""))?.[0] : undefined;
  return said === undefined ? [] : [{ of, text: `${a1(at)}的数字格式里写着“${said}”，应填多少` }];
}

const saidByFormat = /(?:不|约|近|逾|余|超|未|仅|预|含)\p{Script=Han}*|[≤≥<>＜＞≈]/u;

/** 0.92 beside 90 where the unit column says %: may be 0.92% or 92%. */
export function percentDoubts(unit: string, target: ViewCell, actual: ViewCell): readonly GoalDoubt[] {
  if (!/^[%％]$/u.test(unit)) return [];
  const [wanted, done] = [target, actual].map(bareNumber);
  if (typeof wanted !== "number" || typeof done !== "number" || wanted <= 0 || done <= 0) return [];
  const ratio = done / wanted;
  const text = (shown: number): string => `“${shown}”的单位是“%”，是${shown}%还是${tidyPercent(shown)}`;
  if (done <= 1 && wanted > 1 && ratio < 0.2) return [{ of: "actual", text: `实际完成值${text(done)}` }];
  return wanted <= 1 && done > 1 && ratio > 5 ? [{ of: "target", text: `目标值${text(wanted)}` }] : [];
}

const tidyPercent = (fraction: number): string => `${Number((fraction * 100).toPrecision(12))}%`;

/** A number without a percent sign of its own. */
function bareNumber({ value, text, format }: ViewCell): number | null {
  if (typeof value === "number") return format.includes("%") ? null : value;
  return /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : null;
}
