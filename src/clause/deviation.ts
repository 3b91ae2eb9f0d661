import type { Interval } from "../criteria/interval";
import { labelWords } from "./built";
import { readRange, type RangeCondition } from "./readCondition";
import type { Token } from "./token";

/** How far something lies above or below what it is compared with, as the words of a condition have it. */
export interface Deviation {
  /** Of what: 三公经费总额; "" where it is not named here. */
  readonly subject: string;
  /** The word for it: 下降, 超; "" where only 持平 or 按期 is said. */
  readonly word: string;
  /** A change against the year before, or more than was planned. */
  readonly family: "change" | "excess" | null;
  /** Above 0 is more. */
  readonly interval: Interval;
  readonly range: RangeCondition | null;
}

const more = "增长|增加|上升|提高|增幅|上浮";
const less = "下降|减少|降低|压减|压缩|压降|降幅|下浮|节约|节支";
const beyond = "超出|超过|超支|超期|超时|超|延误|延期|逾期|推迟|延迟|滞后|迟报|迟交|晚报";
const against =
  /(?:与|较|比|同)?(?:上一?年度?|去年|上年同期|同期|往年)(?:决算)?(?:数|水平)?(?:相比|比较|比)?,?|同比|环比|(?:与|较|比)(?:年初)?(?:预算|计划)(?:数|安排数)?(?:相比)?,?/u;
const degree = String.raw`(?:年初)?(?:预算|概算|计划|工期|编制|标准|目标)?(?:数|的)?(?:公开|报送|提交|申报|上报|完成|报备|完工)?但?其?(?:幅度|比例|部分)?(?:在|达到?|为|控制在)?`;
const numbered = new RegExp(`^(.*?)(?:(${more})|(${less})|(${beyond}))${degree}$`, "u");
const zero = /^(?:持平|不变|相等|一致)$/u;
const plainMore = new RegExp(`^(?:(${more})|(${beyond})(?:预算|计划|工期|标准|上年)?(?:数)?)$`, "u");
const plainLess = new RegExp(`^(?:有所)?(${less})$`, "u");
const kept =
  /^(?:(?:未|不|没有)(?:超支?|超出|超过|超期|延误|延期|逾期|推迟|延迟)(?:预算|计划|工期|标准)?数?|控制在(?:预算|计划|概算|标准)数?(?:范围)?以?内|(?:提前|按期|按时|如期|按计划|(?:在|按)?(?:规定|要求|计划|约定)的?(?:时间|时限|期限)(?:以?内)?)(?:完成|完工|公开|报送|提交|申报|上报)?)$/u;
const reversed = /^不[降减]反[升增]$/u;

/** 较上年下降5%以上, 超预算10%以内, 持平, 未压减或增长; null for anything else. */
export function deviationIn(condition: readonly Token[], text: string): Deviation | null {
  const [first, last] = [condition[0], condition.at(-1)];
  if (first === undefined || last === undefined) return null;
  const at = condition.findIndex(({ is }) => is === "number");
  return at < 0 ? plainly(labelWords(text.slice(first.from, last.to))) : measured(condition, at, text);
}

function measured(condition: readonly Token[], at: number, text: string): Deviation | null {
  const start = condition[at - 1]?.is === "compare" ? at - 1 : at;
  const [first, sign] = [condition[0], condition[start]];
  const range = readRange(condition.slice(start), text);
  if (first === undefined || sign === undefined || range === null || range.name !== "" || range.absolute)
    return null;
  // 超过10%: the sign itself is the word for it only behind another one.
  const match = numbered.exec(labelWords(text.slice(first.from, sign.from)));
  if (match === null) return null;
  const [, before = "", up, down, over] = match;
  const { interval } = range;
  const own: Interval = interval.from === null ? { ...interval, from: 0, fromIncluded: false } : interval;
  if ((own.from ?? 0) < 0) return null;
  return {
    subject: subjectOf(before),
    word: up ?? down ?? over ?? "",
    family: over === undefined ? "change" : "excess",
    interval: down === undefined ? own : mirrored(own),
    range: { ...range, marked: { ...range.marked, from: range.marked.from || interval.from === null } },
  };
}

function subjectOf(before: string): string {
  return labelWords(before.replace(against, ""));
}

const open = { fromIncluded: false, toIncluded: false } as const;
const above: Interval = { from: 0, to: null, ...open };
const below: Interval = { from: null, to: 0, ...open };
const none: Interval = { from: 0, fromIncluded: true, to: 0, toIncluded: true };

/** Words without a number: 持平或下降, 未压减或增长. */
function plainly(said: string): Deviation | null {
  const parts = said.replace(against, "|").split(/[|]/u);
  const words = labelWords(parts.at(-1) ?? "");
  const subject = parts.length > 1 ? labelWords(parts[0] ?? "") : "";
  // 较预算数下降 is less than was planned, no change from one year to another.
  const planned = /预算|计划/u.test(against.exec(said)?.[0] ?? "") ? ({ family: "excess" } as const) : {};
  const alternatives = words.split(/或者?|、/u).map((one) => single(labelWords(one), subject === ""));
  return alternatives.slice(1).reduce<Deviation | null>(
    (whole, one) => (whole === null || one === null ? null : either(whole, one)),
    alternatives[0] === undefined || alternatives[0] === null
      ? null
      : {
          ...alternatives[0],
          ...planned,
          subject: subject === "" ? alternatives[0].subject : subject,
          range: null,
        },
  );
}

function either(one: Deviation, other: Omit<Deviation, "range">): Deviation | null {
  const interval = union(one.interval, other.interval);
  return interval === null
    ? null
    : {
        subject: one.subject === "" ? other.subject : one.subject,
        word: one.word === "" ? other.word : one.word,
        family: one.family ?? other.family,
        interval,
        range: null,
      };
}

function single(words: string, mayBegin: boolean): Omit<Deviation, "range"> | null {
  // Before the word its subject may stand: 存量资金减少.
  const begun = mayBegin ? Array.from({ length: Math.min(words.length, 24) }, (_, index) => index) : [0];
  for (const index of begun) {
    const rest = words.slice(index);
    const subject = labelWords(words.slice(0, index));
    const denied = /^(?:未|没有|不)(?=.)/u.exec(rest)?.[0];
    const bare = denied === undefined ? rest : rest.slice(denied.length);
    if (zero.test(rest)) return { subject, word: "", family: null, interval: none };
    if (reversed.test(rest)) return { subject, word: "", family: "change", interval: above };
    if (kept.test(rest))
      return { subject, word: "", family: "excess", interval: { ...below, toIncluded: true } };
    const [, up, over] = plainMore.exec(bare) ?? [];
    const word = up ?? over ?? plainLess.exec(bare)?.[1];
    if (word === undefined || /[未不没]$/u.test(subject)) continue;
    const interval = (up ?? over) ? above : below;
    return {
      subject,
      word,
      family: over === undefined ? "change" : "excess",
      interval: denied === undefined ? interval : opposite(interval),
    };
  }
  return null;
}

/** 未增长 is 0 or less. */
function opposite({ from, to }: Interval): Interval {
  return from === 0
    ? { from: to, to: from, fromIncluded: false, toIncluded: true }
    : { from: to, to: from, fromIncluded: true, toIncluded: false };
}

export function mirrored({ from, fromIncluded, to, toIncluded }: Interval): Interval {
  const minus = (value: number | null): number | null => (value === null || value === 0 ? value : -value);
  return { from: minus(to), fromIncluded: toIncluded, to: minus(from), toIncluded: fromIncluded };
}

/** Of two stretches that meet at 0 or hold one another; null where they lie apart. */
function union(one: Interval, other: Interval): Interval | null {
  if (one.from === null && other.from === null)
    return { ...one, toIncluded: one.toIncluded || other.toIncluded };
  if (one.to === null && other.to === null)
    return { ...one, fromIncluded: one.fromIncluded || other.fromIncluded };
  const [point, half] = one.from === one.to ? [one, other] : [other, one];
  if (point.from !== 0 || point.to !== 0) return null;
  return half.from === null ? { ...half, toIncluded: true } : { ...half, fromIncluded: true };
}
