/** The usual practice, as notes and 评分标准 print it: words of a text that is normalized, without white space. */

/** 100%-80%（含80%）、80%-50%（含50%）、50%-0%, and 60%-0 */
const stretch = "(\\d{1,3})%?-(\\d{1,3}(?=%)|0)(?:%|(?!%))(?:\\(含(?:\\d{1,3}%?)?\\))?";
export const stretches = new RegExp(`${stretch}[、,，]${stretch}[、,，]${stretch}(?![、,，和]\\d)`, "u");
export const anyStretch = "\\d{1,3}%?[-~至](?:\\d{1,3}%|0(?![.\\d%]))(?:\\(含(?:\\d{1,3}%?)?\\))?";

const wanted = "(?:年初|年度|全年)?(?:目标|指标)值?";
const done = "(?:实际|全年|年度)?(?:完成|实际|实现)(?:值|指标值|数)?";
const ownWeight = "(?:该|本)?(?:项)?(?:指标)?(?:的|所赋)?(?:分值|权重)";
const missed = `(?:未|没有|未能)(?:达标|(?:达到|完成)(?:${wanted})?)的?,?(?:则)?`;
const inWords = {
  done: "(?:实际|全年|年度)?(?:完成|实际)(?:指标)?(?:值|数)",
  wanted: "(?:年初|年度|全年)?(?:目标|指标)值",
} as const;

const letters = { done: "B", wanted: "A" } as const;

/**
 * 正向指标（即目标值为≥X，得分=权重*B/A）；若为反向指标，则得分计算方法应用年度指标值（A）/全年实际值（B）*该指标分值;
 * 正向指标未完成的，得分=完成值/指标值×分值
 */
function ratio(direction: string, upper: keyof typeof letters, lower: keyof typeof letters): RegExp {
  const figure = (of: keyof typeof letters): string =>
    `(?:[\\u4e00-\\u9fff]{0,8}\\(?${letters[of]}\\)?|${inWords[of]})`;
  const rate = `(?:${ownWeight}[*×])?${figure(upper)}[/÷]${figure(lower)}(?:[*×]${ownWeight})?`;
  const kind = `(?:若)?(?:定量指标)?,?(?:若为|若|为|的)?${direction}指标`;
  const gives = "(?:则)?得分(?:计算方法)?(?:应用|=|为)";
  return new RegExp(
    `${kind}(?:\\([^()]{0,30}\\))?,?(?:${missed})?${gives}${rate}(?=[,;。]|$)|${kind}\\([^()得]{0,30}${gives}${rate}\\)`,
    "gu",
  );
}

const share = `(?:B/A或A/B[×*]?(?:该指标)?分值|${done}[与占]${wanted}的?比[例率]|${done}在${wanted}中所?占(?:的)?比[例率]|(?:实际)?完成(?:比[率例]|率)|(?:实际)?完成情况比例|比例)`;
const inProportion = new RegExp(
  `${missed}按照?(?:${share}(?:[得记计](?:算得)?分|扣减?分)|B/A或A/B计算得分比例,即(?:单项)?得分=${ownWeight}[×*]完成(?:比[率例]|率))`,
  "gu",
);
/** 按完成率计分 and nothing else; 其余指标 are all but the money. */
const byRate = new RegExp(
  `(?<![\\u4e00-\\u9fff\\d%])(?:(?:各项|其[余他它]|定量|绩效|三级)*指标(?:得分)?(?:均)?)?按照?(?:目标|指标|任务)?(?:实际)?完成(?:比[率例]|率)[得记计](?:算得)?分`,
  "gu",
);

/** "预算执行率×10分": full marks of the money, which the table prints as well. */
const fullOfFund = "\\d{1,3}(?:分(?!值)|(?![\\d.%分]))";
export const ofMoney = new RegExp(
  `(?:(?:预算)?执行率(?:指标)?得分=)?(?:${fullOfFund}[×*](?:预算)?执行率|(?:预算)?执行率[×*](?:${ownWeight}|${fullOfFund}))(?:,(?:得分)?最高不(?:得)?超过${fullOfFund})?`,
  "gu",
);

interface Usual {
  readonly words: RegExp;
  /** It says that a missed target counts in proportion. */
  readonly isRatio: boolean;
  /** Whatever else gives the points, it changes none. */
  readonly isIdle?: true;
}

export const understood: readonly Usual[] = [
  {
    words:
      /(?:定量指标(?:完成数)?汇总原则:?|(?:定量指标,)?[\u4e00-\u9fff]{0,30}汇总时,?)(?:对|绝对值|相对值|直接|累加|计算|按照?|[以为进行]|资金|额度|金额|权重|分值|加权|平均|[,、;])*|(?:定量指标)?先汇总(?:实际)?完成(?:数|值|情况),?(?:再|后|然后)计算(?:得分|完成率)/gu,
    isRatio: false,
    isIdle: true,
  },
  {
    words:
      /(?:[各每](?:[一二三]级|[项个类]|绩效)*指标的?)?得分(?:一档)?(?:最高)?不[得能](?:突破|超过|高于)(?:[该本其]项?)?(?:权重|指标)?的?(?:总额|分值上限|分值|权重)/gu,
    isRatio: false,
    isIdle: true,
  },
  {
    words: new RegExp(
      `(?:若为)?定性指标(?:得分)?(?:[^。;\\d扣零]{0,60}?(?:分为|分|“?三档”?)[^。;\\d扣零]{0,120}?)(?:分别)?按照?[^。;\\d扣零]{0,20}?${anyStretch}(?:[、,和]${anyStretch})*(?:来|合理|酌情|分别)*(?:确定|计算|评定|填[写报]|[计记打给])?(?:完成比例|完成率|得分|分值|分)?`,
      "gu",
    ),
    isRatio: true,
  },
  { words: ratio("正向", "done", "wanted"), isRatio: true },
  { words: ratio("反向", "wanted", "done"), isRatio: true },
  { words: inProportion, isRatio: true },
  { words: byRate, isRatio: true },
  {
    words: new RegExp(
      `(?:与${wanted}相比,)?(?:若为)?(?:定量指标,?)?(?:的,?)?(?:若)?(?:指标)?(?:(?:${done})?(?:达到|完成|超过|达到或超过)?${wanted}|(?<![\\u4e00-\\u9fff%])(?:完成|达到|达标))(?:的)?,?(?:则)?[得记计](?:${ownWeight.replace("(?:分值|权重)", "")})(?:满分|全部分值)`,
      "gu",
    ),
    isRatio: false,
  },
  {
    words: new RegExp(
      `(?:对)?(?:于)?${done}?(?:高于|超过)${wanted}较多的,(?:要|应|须)?分析原因(?:,如果?是?(?:由于)?(?:年初)?${wanted}设定明显偏低造成的,(?:要|应|须)?按照?偏离度适[度当]调减分值)?`,
      "gu",
    ),
    isRatio: false,
    isIdle: true,
  },
  { words: new RegExp(`得分=完成率[×*]${ownWeight}`, "gu"), isRatio: true },
  { words: ofMoney, isRatio: false, isIdle: true },
  {
    words:
      /(?:完成率|执行率)?超过100%的?,?(?:均)?按100%计(?:算)?|超额完成的?,?不(?:再)?加分|得分超过(?:该项)?(?:满分|分值)的,?按(?:满分|分值)计(?:算|分)?|(?:得分)?最高不超过(?:该|本)?(?:指标)?(?:分值|权重|满分)|(?:完成率|执行率)?超过100%的?,?(?:均)?按满分计(?:算)?/gu,
    isRatio: false,
  },
];

/** 得分=实际完成值÷年度指标值×分值: of what is not to be passed, more would be better. */
export const byQuotient = new RegExp(
  `(?<![\\u4e00-\\u9fff])(?:定量指标)?得分=(?:${ownWeight}[*×])?${inWords.done}[/÷]${inWords.wanted}(?:[*×]${ownWeight})?(?=[,;。\n]|$)`,
  "gu",
);
