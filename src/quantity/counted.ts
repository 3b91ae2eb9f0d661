import type { Stretch } from "./clauses";
import type { PlacedFigure } from "./figure";

/** Words before a percent that name a rate or say that it was reached. */
const rateWords =
  /(?:率|比例|比重|占比|比|度|面|量|达|到|至|为|是|[:：]|完成|实现|提高|提升|增长|增加|上升|下降|降低|减少|减|增|升|降|超额|均|各|分别)$/u;
/** "达成年度指标100%": a claim that the target was met, no measured rate. */
const claim = /(?:达成|完成|实现|达到).{0,8}(?:指标|目标|任务|程度|要求)的?$|^实现程度$/u;
/** "为1.66万名劳动者追回": the number belongs to the object of a preposition, and what counts comes later. */
const preposition = /(?:为|对|向|给|与|和|同|在|把|将|让|使|由|从|以|按|自)$/u;
/** Words between two figures of one clause that begin another count. */
const another =
  /^$|(?:完成|开展|举办|组织|培训|覆盖|惠及|服务|参加|参与|参训|撰写|形成|建设|新建|改造|新增|扩建|修缮|检查|走访|慰问|发放|发布|印发|宣传|受理|办理|办结|资助|补助|扶持|支持|奖励|引进|制定|出台|编制|采购|购置|达|达到|共|共计|合计|计|及|和|与|并|且|或|不少于|[升降高低少加长大减][到至]|其|×|x|\*|[:：/])$/u;
const verdictWords =
  /完成|达成|达标|达到(?:预期|年度|目标|要求)|实现(?:预期|年度|目标)|符合(?:要求|预期)|合格|优秀|良好/u;

type CountedVerdict = "counted" | "second" | "passing";

/**
 * Whether a figure is what its clause measures.
 * counted: it is; second: another count may be meant, ask; passing: a number by the way ("为1.66万名劳动者追回",
 * "100%保证支出的合规性").
 */
export function isCounted(
  text: string,
  figure: PlacedFigure,
  clause: Stretch,
  previous: PlacedFigure | null,
): CountedVerdict {
  if (figure.side !== null && figure.side !== "approx") return "counted";
  const head = text.slice(Math.max(clause.from, figure.from - 20), figure.from);
  // What follows in brackets explains the figure and makes no sentence of it.
  const bracket = text.slice(figure.outerTo, Math.min(clause.to, figure.outerTo + 10)).search(/[(（]/u);
  const tail = bracket >= 0 ? bracket : Math.max(0, clause.to - figure.outerTo);
  if (figure.unit.name === "%") {
    if (claim.test(head) || (tail > 4 && !rateWords.test(head))) return "passing";
    return previous === null ? "counted" : second(text, figure, previous);
  }
  if (previous !== null) return second(text, figure, previous);
  return preposition.test(head) && tail >= 4 ? "passing" : "counted";
}

function second(text: string, figure: PlacedFigure, previous: PlacedFigure): CountedVerdict {
  const gap = text.slice(Math.max(previous.to, figure.from - 12), figure.from);
  return another.test(gap) ? "counted" : "second";
}

/** "已完成", "影响力效益已达标": words that say that a target was met, or not, without a figure. */
export function isVerdict(words: string): boolean {
  return words.length <= 18 && !/[0-9]/u.test(words) && verdictWords.test(words);
}
