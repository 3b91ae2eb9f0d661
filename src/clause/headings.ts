import { withoutEnds } from "./trim";

/** Signs of points: what has one of them and was used by no reader makes a clause unread. */
const carrier =
  /[\d一二两三四五六七八九十半]分(?![别析类钟部之])|满分|得分|扣|比例|酌情|视情|评分|打分|计分|赋分|给分|加分|减分|分值|权重|一票否决|否决/u;

/** Whether a sentence says something of points. */
export function carries(sentence: string): boolean {
  return carrier.test(sentence);
}

/** Sentences that only announce how points are given below, or that they are given elsewhere. */
const headings: readonly RegExp[] = [
  /^(?:评分|计分|打分)?(?:具体)?(?:标准|办法|方法|细则|规则|要点|方式)(?:如下)?$/u,
  /^[^,;。]{0,20}?(?:评分|计分|打分|得分)?(?:采用|采取|实行|按照?|依据|根据|执行)(?:以下|如下|下列)?(?:标准|办法|方法|规则|扣分法|扣分制|加分法)?(?:进行)?(?:分档|分级|分段)?(?:评分|计分|打分|计算得分)?$/u,
  /(?:采用|采取|实行)扣分(?:法|制)(?:进行)?(?:评分|计分|打分)?$/u,
  /^按(?:照)?(?:以下|如下|下列)?[^,;。]{0,16}?(?:计分|评分|打分|计算得分)(?:,并设置及格门槛)?$/u,
  /^(?:最后|再|并|据此)?(?:计算|算)出?(?:本|该)(?:评价)?指标(?:的)?(?:综合)?得分$/u,
  /^(?:根据|按照?)?(?:上述|以上)(?:扣分|得分|计分)?情况$/u,
  /(?:不(?:再)?重复扣分|在相应指标(?:中)?扣分[^;。]{0,30}不(?:再)?重复(?:扣分)?)$/u,
  /^(?:以上|上述)?[一二三四五六七八九十\d]?(?:项|方面)?(?:指标)?得分$/u,
];

/** Before statements also: 根据编报质量评分. */
const basis = /^(?:根据|按照?|依据)[^,;。]{2,40}(?:评分|打分|计分)(?:,[^,;。]{0,30})?$/u;

export function isHeading(sentence: string, hasStatements: boolean): boolean {
  const plain = withoutEnds(sentence, [], [",", ":", ";", "。", "\n"]);
  return headings.some((shape) => shape.test(plain)) || (hasStatements && basis.test(plain));
}

/** Sentences that leave the points to a person. */
const judging =
  /评定|打分|综合评价|进行评价|酌情|视情|(?:根据|结合|按照?)[^。;]{2,60}(?:评分|计分|赋分|给分)/u;

export function isJudging(text: string): boolean {
  return judging.test(text);
}
