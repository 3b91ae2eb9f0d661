/** What a time runs from, and what has to be done in it. */
const start = "批复|下达|发出|中标|成交|签订|印发|收到|验收|通知|审批|核准|完成";
const act = "公开|签订|备案|填报|报送|上报|上缴|支付|拨付|下达|公示|整改|完成";
/** 30日, 三十日, 2个工作日, 两个月, 一周. */
const count = "(\\d{1,3}|[一两二三四五六七八九十]{1,3})(个?工作日|自然日|日|天|个月|周|个?星期)";
const limitWords = new RegExp(
  `((?:${start})[^，,。；;\\n]{0,24}?)[，,]?(?:起|后|内|的)?${count}(?:以?内|之内)[^。；;\\n]{0,40}?(${act})`,
  "gu",
);
/** What time runs from, so many days, and what was done: "于批复后35日公开", "签订之日起第5个工作日备案". No day of a month. */
const spokenDays = new RegExp(
  `(?:(${start})[^，,。；;\\d前]{0,12}?(?:起|后|的|满|第|在|于){1,3})?(?<![\\d月年.至~-])${count}(以?内|之内)?(?:[^，,。；;、\\d前]{0,16}?)(${act})`,
  "gu",
);
/** Days in front of the last of several. */
const severalDays =
  /第?\d{1,3}(?:个?工作日|自然日|日|天)?[、和及与](?=第?\d{1,3}(?:个?(?:工作日|自然日|日|天)|[、和及与]第?\d))/gu;
/** Weekdays that the longest holiday takes. */
export const holiday = 7;

/** A period that a clause sets. */
export interface Limit {
  /** Words of what the time runs from. */
  readonly from: readonly string[];
  readonly to: string;
  readonly days: number;
  readonly workdays: boolean;
}

/** "批复后第35日公开", "签订之日起5个工作日备案". */
export interface Period {
  /** The word that it runs from: 签订. */
  readonly from: string;
  readonly days: number;
  readonly workdays: boolean;
  /** 以内: it may have been fewer. */
  readonly within: boolean;
  readonly to: string;
  readonly said: string;
}

/** Days that are counted from something; a second count (“40日内填报、60日内公开”, “其余第7个工作日备案”) runs from the same. */
export function periodsIn(written: string): readonly Period[] {
  let from = "";
  // Of several days the last: "分别在第5、第7个工作日备案".
  const sentence = written.replace(severalDays, "");
  return Array.from(sentence.matchAll(spokenDays)).flatMap((match) => {
    const { index } = match;
    const [said, own, digits = "", unit = "", within, act = ""] = match;
    const isNth = sentence.charAt(index - 1) === "第";
    if (own !== undefined) from = own;
    else if ((within === undefined && !isNth) || from === "") return [];
    const days = daysOf(digits, unit);
    return [{ from, days, workdays: isWorkday(unit), within: within !== undefined, to: act, said }];
  });
}

/** The periods that a 评分标准 sets. */
export function limitsIn(standard: string): readonly Limit[] {
  return Array.from(
    standard.normalize("NFKC").matchAll(limitWords),
    ([, from = "", digits = "", unit = "", to = ""]): Limit => ({
      from: from.match(new RegExp(start, "gu")) ?? [],
      to,
      days: daysOf(digits, unit),
      workdays: isWorkday(unit),
    }),
  );
}

/** 三十, 十五, 二十一. */
function numberOf(words: string): number {
  const digit = (sign: string | undefined): number =>
    sign === undefined || sign === "" ? 0 : "一二三四五六七八九".indexOf(sign.replace("两", "二")) + 1;
  const [tens, ones] = words.split("十");
  return ones === undefined ? digit(words) : (tens === "" ? 1 : digit(tens)) * 10 + digit(ones);
}

function isWorkday(unit: string): boolean {
  return unit.endsWith("工作日");
}

/** A month is counted as thirty days. */
function daysOf(digits: string, unit: string): number {
  const count = /\d/u.test(digits) ? Number(digits) : numberOf(digits);
  return count * (unit === "个月" ? 30 : unit === "周" || unit.endsWith("星期") ? 7 : 1);
}

/** The limit that a stated period is longer than; null where it keeps it, or there is none for it. */
export function exceeded(
  { from, to, days, workdays, within }: Period,
  limits: readonly Limit[],
): Limit | null {
  const limit = limits.find((one) => one.from.includes(from) && one.to === to);
  if (limit === undefined) return null;
  // So many workdays are at least as many days; of days at most five in seven are workdays, and of some time a holiday may be part.
  const most = limit.workdays === workdays || workdays ? limit.days : limit.days * 2 + (within ? 0 : holiday);
  return days > most ? limit : null;
}

/** Periods in which the text says that it was done, and that are longer than the clause allows: whether it was done in time nobody can say. */
export function longerPeriods(text: string, standard: string): readonly string[] {
  const limits = limitsIn(standard);
  if (limits.length === 0) return [];
  return periodsIn(text.normalize("NFKC").replace(/\s+/gu, ""))
    .filter((one) => one.within)
    .flatMap((one) => {
      const limit = exceeded(one, limits);
      return limit === null
        ? []
        : [`“${one.said}”，评分标准要求${limit.days}${limit.workdays ? "个工作日" : "日"}内`];
    });
}
