import { withoutEnds } from "./trim";

/** Signs of points: what has one of them and was used by no reader makes a clause unread. */
const carrier =
  /[\d一二两三四五六七八九十半]分(?![别析类钟部之])|满分|全分(?![布析类])|得分|扣|比例|酌情|视情|评分|打分|计分|赋分|给分|加分|减分|分值|权重|一票否决|否决/u;

/** What changes the points that other words give: 减半, 下浮一档, 可累计, 按80%计, 不予认可, …的除外. */
const change = new RegExp(
  [
    "减半|折半|(?:按|以|为|作|取|打|减|扣|得|计)(?:照|去)?[^,;。]{0,10}?(?:[一二两三四五六七八九十半\\d][成折倍]|(?:一半|半[数价额]?)(?![年月天日])|之[一二三四五六七八九])|加倍|双倍|翻[倍番]|[一二三四五六七八九\\d]折|[一二三四五六七八九\\d]成(?![员立为果效本交长])|下浮|上浮|酌减|递减|倒扣|保底|封顶|叠加|累加",
    "(?:可以?|应|予以|并)累计|累计(?:扣|计算|计分|得)",
    "[升降下上高低调]低?高?至?[一1两二2]个?(?:档|等|级)|[上下]一档|(?:最|较)[高低](?:一)?档|就[高低]|[从取][高低]|最[高低]者",
    "乘以|乘系数|系数为|奖励|另行?[扣加减]|再[扣加减乘]|少得|多得",
    "视(?:为|同)?(?:0|零|不|未|满|优|良|合格|差|达|完成)|(?:按|记|计|判|作|得)(?:为|作)?零|为零(?=$|[,;。)])|不予(?:认可|认定|计|评)|(?<![总共小累合])(?:不|予以)计(?![入提划算较])",
    String.raw`(?<![获取])得(?:\d|[一半]半?(?=$|[,;。)]))|(?:给予|记|赋)\d|(?<![总共小累合统预审])计\d|(?:扣|(?<![压缩])减)\d(?![\d.]*(?:%|个|项|次))|按(?:照)?\d{1,3}(?:\.\d+)?%?(?:计|折|算|记|赋|确认)`,
    "酌[定处增予]|从其规定|另行(?:规定|确定|研究|处理)|(?<!集体)研究(?:决定|确定)|由[^,;。]{1,16}(?:[酌裁决评商]定|确定)",
    "归零|清零|作废|零分|无得分|没有分|无分(?![类别配])|对折|砍半|减至|[二三四五]分之[一二三四]|得数|得负|负分|为负|满格|拿满|全扣|扣回|罚没|不罚|封底|[上下]限(?:为|是|\\d)|半档|取平均|其一即可|调一?档|从[严优宽]",
    "四舍五入|取整|进一(?!步)|保留.{1,3}位|舍去|精确到|不给|不算|不认|不(?:予)?采信|当作|等同|视作|算作|按[^,;。]{1,10}(?:对待|处理)$|不在此列|不受影响|前款|前述|不再享受|(?:最|较)[高低]值|任[选意]其一|须同时|(?:取消|没有)[^,;。]{0,6}(?:成绩|得分)",
    "(?:直接|一律|统一)(?:评|定|认定|判)|不(?:适用|受此限|受上述|纳入考核|纳入评价|参与评|考核此|作考核)|免(?:于)?(?:考核|扣)",
  ].join("|"),
  "u",
);
/** 不足1天按半天计算: what part of a step costs. */
const begun = /(?:不足|不满|未满)[^,;。]{1,10}?,?(?:均|也|都)?(?:按|以|算作?|视|不计|不扣|忽略|舍去)/u;
/** In brackets it mostly says what a word means: （涉密内容除外）. */
const exception = /除外(?=$|[,;。])|(?:因|情况|情形)[^,;。]{0,30}除外/u;
/** Points in the words of a condition; 得分 and 比例 may be what is measured. */
const pointed =
  /扣(?!除|缴|押|款)|得\d|评分|打分|赋分|计分|给分|评定得分|加分|酌情|视情|一半|满分|全分(?![布析类])|权重|按照?[^,;。]{0,12}比例|分值|零分|[均准]分|(?:实际|上述|以上|该项|本项|最终|核定)得分|得分(?:不[超高]|[为按占])|扣除(?:全|相应|部分|本)|允许.{0,6}\d/u;

/** Whether a sentence says something of points. */
export function carries(sentence: string): boolean {
  return carrier.test(sentence) || changes(sentence) || exception.test(sentence) || begun.test(sentence);
}

export function changes(words: string): boolean {
  return change.test(words);
}

/** Whether the words before a consequence give points themselves, or change those given elsewhere. */
export function isPointed(words: string): boolean {
  return (
    changes(words) ||
    exception.test(words) ||
    words.split(",").some((part) => pointed.test(part) && !isHeading(part, true))
  );
}

/** 但因财政原因的除外: what is said behind the points takes something back. */
export function excepts(sentence: string): boolean {
  return /(?:^|[,;。])(?:但|不过|其中)/u.test(sentence);
}

/** Sentences that only announce how points are given below, or that they are given elsewhere. */
const headings: readonly RegExp[] = [
  /^(?:评分|计分|打分)?(?:具体)?(?:标准|办法|方法|细则|规则|要点|方式)(?:如下)?$/u,
  /^[^,;。]{0,20}?(?:评分|计分|打分|得分)?(?:采用|采取|实行|按照?|依据|根据|执行)(?:以下|如下|下列)(?:标准|办法|方法|规则|扣分法|扣分制|加分法)?(?:进行)?(?:分档|分级|分段)?(?:评分|计分|打分|计算得分|执行)?$/u,
  /^[^,;。的]{0,20}?(?:采用|采取|实行|按)(?:扣分法|扣分制|加分法|(?:分档|分级|分段)(?:评分|计分|打分))$/u,
  /(?:采用|采取|实行)扣分(?:法|制)(?:进行)?(?:评分|计分|打分)?$/u,
  /^按(?:照)?(?:以下|如下|下列)?[^,;。]{0,16}?(?:计分|评分|打分|计算得分)(?:,并设置及格门槛)?$/u,
  /^(?:最后|再|并|据此)?(?:计算|算)出?(?:本|该)(?:评价)?指标(?:的)?(?:综合)?得分$/u,
  /^(?:根据|按照?)?(?:上述|以上)(?:扣分|得分|计分)?情况$/u,
  /^[^,;。]{0,10}不(?:再|另|予|额外)?加分$/u,
  /^(?:以上|上述)?(?:每|任)?(?:有)?[一1]?项?不(?:符合|满足|达标)的?,?扣[除减]?(?:该项|相应|对应)的?(?:分值|分数|得分|分)$/u,
  /^(?!.*[按得扣])[^,;。]{2,24}(?:比例|占比|比重|比率)$/u,
  /(?:不(?:再)?重复扣分|在相应指标(?:中)?扣分[^;。]{0,30}不(?:再)?重复(?:扣分)?)$/u,
  /^(?:以上|上述)?(?:各项|内容)?,?每?(?:符合|满足|达到)(?:[一1其]中?一?)?[项个条]?(?:要求|要点)?的?,?[得计](?:该项|相应|对应)的?(?:分值|分数|得分)$/u,
  /^(?:以上|上述)?[一二三四五六七八九十\d]?(?:项|方面)?(?:指标)?得分$/u,
];

/** Before statements also: 根据编报质量评分. */
const basis = /^(?:根据|按照?|依据)[^,;。]{2,40}(?:评分|打分|计分)(?:,[^,;。]{0,30})?$/u;

export function isHeading(sentence: string, hasStatements: boolean): boolean {
  const plain = withoutEnds(sentence, [], [",", ":", ";", "。", "\n"]);
  if (changes(plain) || exception.test(plain)) return false;
  return headings.some((shape) => shape.test(plain)) || (hasStatements && basis.test(plain));
}

/** Sentences that leave the points to a person. */
const judging =
  /评定|打分|综合评价|进行评价|酌情|视情|(?:根据|结合|按照?)[^。;]{2,60}(?:评分|计分|赋分|给分)/u;

export function isJudging(text: string): boolean {
  return judging.test(text);
}
