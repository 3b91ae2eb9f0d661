import { normalizeName } from "./normalizeName";
import { readSignWords } from "./signWords";
import { othersScore } from "./titles";

const ruleTitle =
  /^(?:指标|绩效|自评)?(?:(?:[评计打赋扣得给加减]|加减)分|考[核评]|评[价定])(?:的|及)?(?:标准|细则|规则|办法|口径|方法|要点|计算|依据及标准)(?:及?(?:说明|细则))?$/u;

/** 打分办法, 赋分规则, 考核标准, 得分计算: the rules of scoring, by how such a title is made. */
export function isRuleTitle(title: string): boolean {
  const name = normalizeName(title).replace(/\([^()]*\)/gu, "");
  return ruleTitle.test(name) && !othersScore.test(name);
}

const points =
  /[得扣加减计满给记打倒赋]分|\d分(?![钟之])|[每按].{0,12}分(?![钟之析类])|比例|权重|目标值|完成率|酌情|扣完|封顶|不计|满分/u;
const condition =
  /(?:低于|高于|超过|少于|多于|大于|小于|不足|达到|未达|未完成|以上|以下|每[少多超低高减增]).*(?:[扣得计减加]|满分|合格|达标|优|良|差|视|为)/u;

/** Words under a title that nobody knows which may say how the row is scored, or which way is better. */
export function mayBeRule(text: string): boolean {
  const name = normalizeName(text);
  const { kind } = readSignWords(text);
  return (
    kind === "side" || kind === "range" || kind === "qualitative" || points.test(name) || condition.test(name)
  );
}
