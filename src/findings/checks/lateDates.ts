import type { Check, CheckedRow, Found } from "../finding";
import { excerpt, sentencesOf } from "../passages";
import { day, weekdays, writtenDates, type WrittenDate } from "../writtenDates";

/** What a time runs from, and what has to be done in it. */
const start = "批复|下达|发出|中标|成交|签订|印发|收到|验收|通知|审批|核准|完成";
const act = "公开|签订|备案|填报|报送|上报|上缴|支付|拨付|下达|公示|整改|完成";
const limitWords = new RegExp(
  `((?:${start})[^，,。；;\\n]{0,24}?)[，,]?(?:起|后|内|的)?(\\d{1,3}|[一二三四五六七八九十]{1,3})(?:个)?(工作日|自然日|日|天)(?:以?内|之内)[^。；;\\n]{0,40}?(${act})`,
  "gu",
);
/** What time runs from, so many days, and what was done: "于批复后35日公开", "签订之日起第5个工作日备案". No day of a month. */
const spokenDays = new RegExp(
  `(?:(${start})[^，,。；;\\d前]{0,12}?(?:起|后|的|满|第|在|于){1,3})?(?<![\\d月年.至~-])(\\d{1,3}|[一二三四五六七八九十]{1,3})个?(工作日|自然日|日|天)(以?内|之内)?(?:[^，,。；;、\\d前]{0,16}?)(${act})`,
  "gu",
);
/** Days in front of the last of several. */
const severalDays =
  /第?\d{1,3}(?:个?工作日|自然日|日|天)?[、和及与](?=第?\d{1,3}(?:个?(?:工作日|自然日|日|天)|[、和及与]第?\d))/gu;
/** Weekdays that the longest holiday takes. */
const holiday = 7;

/** Two dates of a full row that lie further apart than its clause allows: "2月20日批复、3月27日公开" where it says 20日内. */
export const lateDates: Check = {
  id: "lateDates",
  title: "写明的日期在评分标准规定的期限之内",
  severity: "待核实",
  find: ({ rows, form }) =>
    rows.flatMap((row) => (row.score === 0 ? [] : lateIn(row, form.head.year?.value ?? null))),
};

interface Limit {
  /** Words of what the time runs from. */
  readonly from: readonly string[];
  readonly to: string;
  readonly days: number;
  readonly workdays: boolean;
}

function lateIn(row: CheckedRow, year: number | null): readonly Found[] {
  const { indicator, card, basis, atBasis } = row;
  const standard = indicator.standard?.value ?? "";
  const limits = limitsIn(standard);
  if (basis === null || limits.length === 0) return [];
  return sentencesOf(basis.normalize("NFKC").slice(0, 4000)).flatMap((written) => {
    const sentence = written.replace(/\s+/gu, "");
    const dates = writtenDates(sentence, year);
    const wrong = dates.filter(({ impossible }) => impossible).map((one) => noSuchDay(one, row));
    const inDays = daysIn(sentence).flatMap((spoken) => tooMany(spoken, limits, row));
    const byDates = pairsOf(dates).flatMap(([first, second]): readonly Found[] => {
      if (first.impossible || second.impossible) return [];
      const limit = limits.find(
        ({ from, to }) => from.some((word) => first.said.includes(word)) && second.said.includes(to),
      );
      if (limit === undefined || areOfTwo(first.said, second.said)) return [];
      const days = limit.workdays ? weekdays(first.time, second.time) : (second.time - first.time) / day;
      if (second.time < first.time) return [turnedRound(first, second, row)];
      if (!row.full || days <= limit.days + (limit.workdays ? holiday : 0)) return [];
      const unit = limit.workdays ? "个工作日" : "日";
      return [
        {
          ...atBasis,
          essence: `${first.said}${second.said}:${days}`,
          what: `“${card.indicator}”写“${excerpt(`${first.said}、${second.said}`)}”，相隔${days}${limit.workdays ? "个工作日（未扣除法定节假日）" : "日"}，评分标准要求${limit.days}${unit}内，得分栏为满分。`,
          why: "超过规定期限的，应按评分标准扣分。",
          todo: "请核对两个日期；日期无误的，按评分标准重新计分并说明原因。",
        },
      ];
    });
    return [...wrong, ...byDates, ...inDays, ...tooShort(sentence, standard, row)];
  });
}

/** One day and the next; one in brackets stands before the one that it explains, and belongs to no other. */
function pairsOf(dates: readonly WrittenDate[]): readonly (readonly [WrittenDate, WrittenDate])[] {
  return dates.slice(1).flatMap((second, index) => {
    const first = dates[index];
    if (first === undefined) return [];
    if (second.inBrackets && !first.inBrackets) return [[second, first] as const];
    return first.inBrackets && !second.inBrackets ? [] : [[first, second] as const];
  });
}

function noSuchDay({ said }: WrittenDate, { card, atBasis }: CheckedRow): Found {
  return {
    ...atBasis,
    essence: said,
    what: `“${card.indicator}”写“${excerpt(said)}”，没有这一天。`,
    why: "日期写错了，是否按期不能确认。",
    todo: "请核对日期，改正后再核对得分。",
  };
}

function turnedRound(first: WrittenDate, second: WrittenDate, { card, atBasis }: CheckedRow): Found {
  return {
    ...atBasis,
    essence: `${second.said}<${first.said}`,
    what: `“${card.indicator}”写“${excerpt(`${first.said}、${second.said}`)}”，后一步的日期早于前一步。`,
    why: "两个日期的先后不对，是否按期不能确认。",
    todo: "请核对两个日期，改正写错的一个。",
  };
}

/** 不得晚于采购活动开始前30日: so many days before something begins, at least. */
const ahead =
  /(开始|开标|开工|举办|召开|截止)(?:之|日)?前(?:至少|不少于)?(?:第|提前)?(\d{1,3})个?(?:工作日|自然日|日|天)/gu;

function tooShort(sentence: string, standard: string, { card, atBasis, full }: CheckedRow): readonly Found[] {
  const [limit] = Array.from(standard.normalize("NFKC").replace(/\s+/gu, "").matchAll(ahead));
  if (limit === undefined || !full) return [];
  const [, of, least] = limit;
  return Array.from(sentence.matchAll(ahead)).flatMap(([said, begins, days]): readonly Found[] =>
    begins !== of || Number(days) >= Number(least)
      ? []
      : [
          {
            ...atBasis,
            essence: said,
            what: `“${card.indicator}”写“${excerpt(said)}”，评分标准要求至少提前${String(least)}日，得分栏为满分。`,
            why: "提前的日数比评分标准规定的少，应按评分标准扣分。",
            todo: "请核对实际日期；确实不足的，按评分标准重新计分并说明原因。",
          },
        ],
  );
}

/** What such a row tells of one beside the other: the 决算 that is approved in September and the 预算 that is published in March. */
const things = ["预算", "决算", "绩效目标", "自评", "监控"];

function areOfTwo(first: string, second: string): boolean {
  const [one, other] = [first, second].map((said) => things.filter((thing) => said.includes(thing)));
  return one?.[0] !== undefined && other?.[0] !== undefined && !one.some((thing) => other.includes(thing));
}

/** "批复后第35日公开", "签订之日起5个工作日备案". */
interface Spoken {
  readonly from: string;
  readonly days: number;
  readonly workdays: boolean;
  /** 以内: it may have been fewer. */
  readonly within: boolean;
  readonly act: string;
  readonly said: string;
}

/** Days that are counted from something; a second count (“40日内填报、60日内公开”, “其余第7个工作日备案”) runs from the same. */
function daysIn(written: string): readonly Spoken[] {
  let from = "";
  // Of several days the last: "分别在第5、第7个工作日备案".
  const sentence = written.replace(severalDays, "");
  return Array.from(sentence.matchAll(spokenDays)).flatMap((match) => {
    const { index } = match;
    const [said, own, digits = "", unit, within, act = ""] = match;
    const isNth = sentence.charAt(index - 1) === "第";
    if (own !== undefined) from = own;
    else if ((within === undefined && !isNth) || from === "") return [];
    const days = /\d/u.test(digits) ? Number(digits) : numberOf(digits);
    return [{ from, days, workdays: unit === "工作日", within: within !== undefined, act, said }];
  });
}

function tooMany(
  { from, days, workdays, within, act, said }: Spoken,
  limits: readonly Limit[],
  { card, atBasis, full }: CheckedRow,
): readonly Found[] {
  const limit = limits.find((one) => one.from.includes(from) && one.to === act);
  // So many workdays are at least as many days; of days at most five in seven are workdays.
  const most =
    limit === undefined || limit.workdays === workdays || workdays ? limit?.days : limit.days * 2 + holiday;
  if (limit === undefined || most === undefined || days <= most || !(full || within)) return [];
  const unit = limit.workdays ? "个工作日" : "日";
  return [
    {
      ...atBasis,
      essence: said,
      what: `“${card.indicator}”写“${excerpt(said)}”，评分标准要求${limit.days}${unit}内${full ? "，得分栏为满分" : ""}。`,
      why: within ? "写明的期限比评分标准规定的长，是否按期不能确认。" : "超过规定期限的，应按评分标准扣分。",
      todo: "请核对实际日期；确实超过期限的，按评分标准重新计分并说明原因。",
    },
  ];
}

function limitsIn(standard: string): readonly Limit[] {
  return Array.from(
    standard.normalize("NFKC").matchAll(limitWords),
    ([, from = "", digits = "", unit, to = ""]): Limit => ({
      from: from.match(new RegExp(start, "gu")) ?? [],
      to,
      days: /\d/u.test(digits) ? Number(digits) : numberOf(digits),
      workdays: unit === "工作日",
    }),
  );
}

/** 三十, 十五, 二十一. */
function numberOf(words: string): number {
  const digit = (sign: string | undefined): number =>
    sign === undefined || sign === "" ? 0 : "一二三四五六七八九".indexOf(sign) + 1;
  const [tens, ones] = words.split("十");
  return ones === undefined ? digit(words) : (tens === "" ? 1 : digit(tens)) * 10 + digit(ones);
}
