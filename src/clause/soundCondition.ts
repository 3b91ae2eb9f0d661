import { isHeading, isPointed } from "./headings";
import { beginsLeaning } from "./leaning";
import { readCondition } from "./readCondition";
import type { Statement } from "./statements";
import type { Token } from "./token";

/** Whether what stands before points is a condition and no more: none of its words gives points, limits or changes them. */
export function isSound({ condition, what, to }: Statement, text: string, isFirst: boolean): boolean {
  const [first, last] = [condition[0], condition.at(-1)];
  if (first === undefined || last === undefined) return true;
  const words = text.slice(first.from, last.to);
  const { of } = readCondition(condition, text);
  if (
    !isOneWhole(condition, text) ||
    onTop.test(words) ||
    limiting.test(words) ||
    isPointed(words) ||
    beginsLeaning(words) ||
    reopened.test(words)
  )
    return false;
  if (of === "range") return true;
  if (
    what.gives !== "own" &&
    (ofPoints(words) || condition.some((token) => token.is === "number" && token.unit === "分"))
  )
    return false;
  // 超出部分不计分 caps what is given.
  if (/^(?:超[出过额]|多余)(?:的)?部分$/u.test(words)) return false;
  const isFull = what.gives === "share" && what.share === 1;
  return !isFull || !(excuse.test(words) || isWaiver(words, text.slice(last.to, to), isFirst));
}

/** No end of what stands before it (被通报的，…，否则), no half of a pair of brackets. */
function isOneWhole(condition: readonly Token[], text: string): boolean {
  let depth = 0;
  for (const [index, { is, from, to, ...token }] of condition.entries()) {
    if (is === "own" || is === "score" || is === "end" || is === "cap" || is === "mostCut") return false;
    // 以及其他不符合规定的支出 is a word of its condition.
    if (is === "else" && index > 0)
      if (condition[index - 1]?.is === "comma" || /否则|反之/u.test(text.slice(from, to))) return false;
    if (is === "operator" && "sign" in token) depth += token.sign === "(" ? 1 : token.sign === ")" ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** 得分 and 扣分 are words of points but where they are measured (评价得分90分以上) or only announced (根据检查情况计算得分，). */
function ofPoints(words: string): boolean {
  return words
    .split(",")
    .some(
      (part) => /得分(?!率)|扣分(?!制)|总分/u.test(part) && !isHeading(part, true) && !announcing.test(part),
    );
}

const announcing = /^(?:根据|依据)[^,;。]{2,24}(?:计算得分|折算)$/u;

/** 另减2分, 被通报的额外扣1分: on top of what was given or taken before. */
const onTop = /(?:^|,)(?:再|还|并|又|此外|同时)+$|(?:(?:的|一律|[应均可])再|另外?|额外|奖励|罚|(?<!参)加)$/u;

/** 至多得2分, 多得1分: how much at most, at least, or more than else; 视同满分, 判为零分: what a case is taken for. */
const limiting =
  /(?:最[多高低少]|至[多少]|不[超低高][过于]?|[上下]限|只能|多|(?<![缺减])少|视同|视作|判|给予|保留|(?<!根据.{0,20})折算|[按以作])(?:为|是)?$/u;

/** 因政策调整等客观原因造成的不扣分: full points for an excuse are no rule for those who have none. */
const excuse = /(?:^|,)(?:因|由于|受)[^;。]*(?:原因|造成|导致|引起|影响|被)/u;

/** 未达到100%的，如信息泄露，: one condition opens no second one. */
const reopened = /[^,],(?:如(?![实期])|若|因(?!此)|由于|凡|此外|其中|另外|但是|备注)/u;

/** 首次违规的不扣分: of whom it is asked only where it is known to be a case of its own, or praised in front of deductions. */
function isWaiver(words: string, points: string, isFirst: boolean): boolean {
  if (!/不(?:再)?(?:予)?扣分|^直接/u.test(points) || /涉密/u.test(words)) return false;
  return (
    !isFirst ||
    /首次|前.{1,2}次/u.test(words) ||
    !/[按准及]时|[按如]期|未[发出]|[无没]有?|达到|符合|全部/u.test(words)
  );
}
