import { headLabel } from "./headLabels";
import { normalizeName } from "./normalizeName";
import type { SheetView, ViewCell } from "./sheetView";

/** Words of points and of how they are given. */
export const givesPoints =
  /[计记给打]\s*分|得分|扣\s*\d|扣分|不得|[归清]零|[为计记得]零|零分|(?<!\d)0分|[为计记得是按]0(?![\d.])|满分|分数|减半|[一折]半|取整|否决|封顶|视[为同]|一票否决|酌[情减]|[按计得]\s*\d|一律|指标值|目标值|完成率|执行率|[三四五]档/u;

export const saysRule =
  /[。；;，,]|不得|[归清]零|[为计记得]零|零分|0分|[为计记得是按]0(?![\d.])|扣\s*[\d一二三四五半]|扣分|满分|减半|[一折]半|一律|封顶|视[为同]|酌[情减]|取整|按.{1,10}[计得给折]|否决/u;

/** What a total comes to a person writes behind the score: "扣5分，主要是采购未完成"; a rule has a condition. */
export const conditional =
  /不得分|零分|[^\d]0分|[低高少多大小]于|超过|不足|未.{1,4}的|的,|每|[按计]|一律|否则|以[上下内]/u;

/** "计分规则：完成率低于60%的不得分": a sentence, not a title. */
export function isScoringRule(text: string): boolean {
  return text.length > 12 && /[计记]分|得分|扣\s*\d|扣分/u.test(text) && /[，,。；;：:=]/u.test(text);
}

/** "自评总得分95分": what it came to, and no rule. */
const ownTotal =
  /^(?:项目)?(?:自评)?(?:总|综合|最终|合计)?(?:得分|总分|评分|分数|成绩)(?:合计)?[:：为]?\s*\d/u;

/** A line of its own that says how points are given. */
export function isRuleOfItsOwn(text: string): boolean {
  return (
    text.length > 6 && saysRule.test(text) && !ownTotal.test(normalizeName(text)) && givesPoints.test(text)
  );
}

/** What is lost, and of what: 低于60%的不得分, 未完成的按零分处理, 每低1个百分点扣2分, 最多得80%的分. */
const consequence =
  /(?:[即得记计为=]|即为)\s*(?:零|0)(?![\d.%])|不(?:予)?(?:[得计给]分|认定|计入)|没有?分|清零|[才方](?:可|能)?[有得给计]\s*分|不得分|[归清]零|零分|(?<![\d.])0分|[为计记得是按=]0(?![\d.%])|扣(?:减|除)?\s*[\d.一二三四五六七八九十半]+\s*分?|扣(?:完|光|除)|减半|[一折]半[计得]|封顶|满分|一票否决|最[高多低少]得|得分(?:不超过|不高于|为|=)|[计得给]\d+(?:\.\d+)?分/u;
const condition =
  /[低高少多大小]于|低?不足|超[过出]|未.{0,8}(?:的|者)|(?:未|没有?|不)(?:能)?(?:完成|达标|达到|实现|合格)[^,，。;；]{0,6}(?:零|0|不|清|无)|未(?:完成|达标|达到.{0,4}|实现)(?:不得|按|计|归|一律|视)|不(?:达标|合格|到位|符合).{0,4}|达不到|没有.{1,10}的|[^目]的[,，、按扣一不得]|每[发出少多超低高减增逾延有缺]|否则|一律|凡|[≥≤<>]\s*\d|以[上下内]的?|偏[离差]/u;

/** A sentence anywhere in the workbook that gives points under a condition, whoever wrote it and under whatever label. */
export function statesRule(text: string): boolean {
  return rulesIn(text).length > 0;
}

/** What no such sentence is without. */
const ofPoints = /[分零0０扣减折]|封顶|否决|认定|计入/u;

/** The sentences of a text that are such rules. */
export function rulesIn(text: string): readonly string[] {
  if (text.length < 5 || !ofPoints.test(text)) return [];
  return text
    .normalize("NFKC")
    .split(/[。\n\r]/u)
    .filter((sentence) => consequence.test(sentence) && condition.test(sentence) && !happened.test(sentence));
}

/** What came of it: 因…扣2分, 本项得9分, 自评得分95分. */
const happened =
  /(?:因|由于)[^,，]{2,}|[得扣]\s*[\d.]+\s*分[,，]?(?:主要)?(?:原因|是因)|自评(?:总)?(?:得)?分[为:：]?\s*\d|^(?:本|此)(?:项|指标)(?:扣|得)\s*\d|实际|已|共(?:扣|得)/u;

/** 完成率低于60%的指标不得分: the parts of a text that speak of indicators as such, as nobody does of his own work. */
export function generalRules(text: string): readonly string[] {
  return text
    .normalize("NFKC")
    .split(/[。;\n\r]/u)
    .flatMap((sentence) => generalRule.exec(sentence)?.[0] ?? []);
}

const generalRule =
  /(?:完成率|指标|目标值?)[^,，。;；]{0,12}(?:低于|不足|未|没有|小于|超过)[^,，。;；]{0,14}(?:不得分|零分|(?<!\d)0分|不计分|扣\s*\d)/u;

/** There the department writes, whatever it says. */
const ofDepartment =
  /^(?:\(?[\d一二三四五六]{1,2}[).、])?(?:(?:自评|评价|总体|主要)*(?:结论|结果|评价|成效|绩效)|存在的?(?:主要)?问题|(?:主要)?(?:经验|做法)|(?:下一步)?(?:改进|工作)?(?:措施|打算|建议)|其他需?要?说明的?(?:问题|事项|情况)|(?:项目|部门|单位)(?:基本)?(?:概况|情况|简介|内容)|(?:立项|申报)依据|(?:主要)?(?:职能|职责|内容))(?:[及和与、]|[::]|$)/u;

export function isOfDepartment(text: string): boolean {
  return ofDepartment.test(normalizeName(text.slice(0, 20)));
}

function isGoalLabel(text: string): boolean {
  const label = headLabel(text);
  return label === "goal" || label === "goalResult" || label === "shortfall";
}

/** Where the department tells of itself: behind or below 年度绩效目标, 存在问题, 项目概况. */
export function standsUnderOwnLabel(view: SheetView, { at, text }: ViewCell, left: number): boolean {
  if (isOfDepartment(text)) return true;
  for (let column = at.column - 1; column >= left; column -= 1) {
    const before = view.cell(at.row, column).text;
    if (before !== "" && (isOfDepartment(before) || isGoalLabel(before))) return true;
  }
  if (at.row === 1) return false;
  const above = view.cell(at.row - 1, at.column).text;
  return isGoalLabel(above) || (above.length < 20 && isOfDepartment(above));
}
