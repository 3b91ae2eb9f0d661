import type { Sentence } from "../words/splitSentences";

/*
 * What makes a sentence no fact, whatever it names. The lists hold back: a sentence
 * wrongly held back is asked about, one wrongly taken would be scored.
 */

/** Words of the clause itself, copied: "…的，得2分，否则不得分". */
const clauseCopy =
  /否则|扣完为止|扣至0|减至0|每发现|每增加|得分=|的,?(?:不得分|(?:得|扣|可得|计)[\d.满]{1,4}分)|酌情/u;
/** Not all of it, not surely, or not yet. */
const hedge =
  /其余|剩余|余下|部分(?!门)|极少|少量|少数|个别|大多|多数|绝大|绝大部|基本(?!支出|建设|养老|户|公共|情况|信息|医疗|农田|制度)|大体|大致|原则上|有的|有待|不够|不完善|不到位|不健全|仍|尚|拟|正在|即将|预计|力争|争取|逐步|将(?=于|在|会|按|尽快|逐步|进一步|陆续)|计划(?=于|在|建立|开展|制定|公开|完成|进行|年底|下)|但|然而|除(?!涉密)|滞后|延迟|逾期|可能|或许|尽量|暂/u;
const harmlessNegation = /非涉密|非税|不断|不仅|不但|不动产|无纸化|无障碍|按要求|按照要求|不存在争议/gu;
const negation = /[未没无不非否勿]|缺乏|缺少|难以/u;
/** A duty or a condition is no report: "各单位应当进行盘点". */
const duty =
  /(?:^|[^相对响适反供])应(?!急|用|收|缴|届|对)|必须|须|需(?!求)|如(?!期|下|实|约)|若|要求|督促|确保|加强|努力|假设/u;
/** The same inside the words themselves, where 要求 may belong to the clause ("体现绩效管理要求"). */
const innerDuty = /(?:^|[^相对响适反供])应(?!急|用|收|缴|届|对)|必须|须/u;
/** "已印发开展自评的通知" reports a paper, not the thing. */
const onlyPaper = /^(?:工作)?的?(?:通知|方案|计划|培训|会议|部署)/u;
const absence = /(?:未发现|没有发现|未查出|未出现|不存在)[^,]{0,60}/gu;
const shortfall = /存在[^,]{0,40}(?:未|不|没有|问题|情况|现象|差)/u;
/** "未发现重大问题" leaves the others open. */
const limitedAbsence = /重大|严重|其他|其它|新问题|新的|明显|突出|较大|大的|同类|类似/u;
/** "收到1例投诉，没有其他投诉" tells of one: how many count is asked. */
const countedOne =
  /(?:有|发现|发生|存在|涉及|收到|指出|出现)了?(?:[1-9]\d{0,3}|[一二两三四五六七八九十])(?:例|项|次|个|笔|件|宗|起)/u;
const partOfYear =
  /(?:^|\D)(?:[1-9]|1[01])月(?:底|末|份)|[1-9]-(?:[1-9]|1[01])月|上半年|[一二三]季度|前三季/u;
const otherMeaning =
  /上年|去年|上一年|往年|同比|环比|平均水平|全市平均|排名|计划(?=完成|达到|支出)|拟|预计|力争|争取|目标值|目标(?:为|是|:|设定|要求)|要求(?:达|支出|执行|完成|不)|应达|须达/u;
const bareYear = /20\d\d年(?!\d|初|末|底)/gu;

/** Whether a figure found at this place may be taken: not planned, not of another year, not of part of the year. */
export function figureStands(sentence: Sentence, start: number, matched: string): boolean {
  const before = clauseBefore(sentence.text, start) + matched;
  if (clauseCopy.test(sentence.whole) || partOfYear.test(before) || otherMeaning.test(before)) return false;
  // "2022年为95%，2023年为97%": which of the two is meant cannot be told from the words.
  return new Set(sentence.whole.match(bareYear) ?? []).size < 2;
}

/** Whether words may be taken as a statement. `affirms`: they answer 是, so no negation may follow in the clause. */
export function statementStands(
  sentence: Sentence,
  start: number,
  matched: string,
  affirms: boolean,
): boolean {
  if (clauseCopy.test(sentence.whole) || hedge.test(sentence.whole)) return false;
  if (shortfall.test(sentence.whole.replace(absence, ""))) return false;
  const before = clauseBefore(sentence.text, start).replace(harmlessNegation, "");
  if (negation.test(before) || duty.test(before) || innerDuty.test(matched)) return false;
  if (affirms && onlyPaper.test(sentence.text.slice(start + matched.length))) return false;
  if (affirms)
    return !negation.test(clauseAfter(sentence.text, start + matched.length).replace(harmlessNegation, ""));
  return !limitedAbsence.test(matched) && !countedOne.test(sentence.whole);
}

function clauseBefore(text: string, end: number): string {
  return text.slice(Math.max(text.lastIndexOf(",", end - 1), text.lastIndexOf(":", end - 1)) + 1, end);
}

function clauseAfter(text: string, start: number): string {
  const length = text.slice(start).search(/[,:、]/u);
  return length < 0 ? text.slice(start) : text.slice(start, start + length);
}
