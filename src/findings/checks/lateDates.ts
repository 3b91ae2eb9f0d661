import { exceeded, holiday, limitsIn, periodsIn, type Limit, type Period } from "../../words/periods";
import type { Check, CheckedRow, Found } from "../finding";
import { excerpt, sentencesOf } from "../passages";
import { day, weekdays, writtenDates, type WrittenDate } from "../writtenDates";

/** Two dates of a full row that lie further apart than its clause allows: "2月20日批复、3月27日公开" where it says 20日内. */
export const lateDates: Check = {
  id: "lateDates",
  title: "写明的日期在评分标准规定的期限之内",
  severity: "待核实",
  find: ({ rows, form }) =>
    rows.flatMap((row) => (row.score === 0 ? [] : lateIn(row, form.head.year?.value ?? null))),
};

function lateIn(row: CheckedRow, year: number | null): readonly Found[] {
  const { indicator, card, basis, atBasis } = row;
  const standard = indicator.standard?.value ?? "";
  const limits = limitsIn(standard);
  if (basis === null || limits.length === 0) return [];
  return sentencesOf(basis.normalize("NFKC").slice(0, 4000)).flatMap((written) => {
    const sentence = written.replace(/\s+/gu, "");
    const dates = writtenDates(sentence, year);
    const wrong = dates.filter(({ impossible }) => impossible).map((one) => noSuchDay(one, row));
    const inDays = periodsIn(sentence).flatMap((spoken) => tooMany(spoken, limits, row));
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

function tooMany(
  spoken: Period,
  limits: readonly Limit[],
  { card, atBasis, full }: CheckedRow,
): readonly Found[] {
  const { within, said } = spoken;
  const limit = exceeded(spoken, limits);
  if (limit === null || !(full || within)) return [];
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
