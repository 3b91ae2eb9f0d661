import { carries, changes, isHeading } from "./headings";
import { comparesOther, holdsOtherYear, leans, leansOnOthers } from "./leaning";
import { withoutEnds } from "./trim";

/** Where a sentence stands that gives no points itself: before all that does, as a point of a list to look at, or behind. */
export type Standing = "before" | "listed" | "behind";

/** Whether a sentence apart from every statement leaves the points as they are. Behind them only what is known to. */
export function isHarmless(
  sentence: string,
  standing: Standing,
  next: string,
  hasStatements: boolean,
): boolean {
  const words = withoutEnds(sentence, [",", ".", ":"], [",", ":", ";", "。", "\n"]);
  if (standing !== "listed" && leans(words) && !isNote(words)) return false;
  if (isHeading(words, hasStatements)) return true;
  if (carries(words)) return false;
  if (!/[\p{L}\d]/u.test(words) || explains(words)) return true;
  // A name before a colon, or before the words of a cap: 执行率超过100%的按100%计算.
  if (!/^(?:[,;。\n]|$)/u.test(next) && isLabel(words)) return true;
  if (standing === "behind") return isNote(words) || isLabelled(words);
  // 1.及时。达到90%得2分: the name of what follows.
  if (bare.test(words) && unnamed.test(next)) return true;
  if (isSpecial(words) || limits(words)) return false;
  if (standing === "listed") return !leansOnOthers(words);
  // 应当公开招标；验收合格的得4分: of one row with what follows, and not a sentence of its own.
  const isApart = /^(?:[。\n]|$)/u.test(next);
  return (describes(words) || (isApart && obliges(words))) && !comparesOther(words);
}

const qualities =
  "健全|完整|真实|合规|合法|规范|准确|充分|齐全|一致|匹配|到位|有效|相符|及时|科学|合理|明确|清晰|具体|透明|相关";
const bare = new RegExp(`^(?:${qualities})$`, "u");
/** A condition that does not say of what: 达到90%得2分. */
const unnamed = /^。\s*(?:[<>=≤≥≦≧≠]|[达高低大小多少超]|不[足低高少多大小超]|\d)/u;

/** Words that say what is done: what holds one names nothing, but for what is counted or looked at of it. */
const deed =
  /已|[经通]过|完成|开展|实[施行]|进行|组织|办[理妥好结]|建[立成]|制[定订]|完善|加强|强化|落实|达到|符合|做[好到]|履行|取得|获得|具[备有]|按(?:照|规定|要求|时|期)?|依法|严格|推进|明确|执行了|均|全部/u;

/** What a row looks at is named, not said: 完整性, but not 资料完整, which is a condition of the points behind it. */
const descriptions: readonly RegExp[] = [
  /是否|有无|(?:情况|程度|关系|目的|依据|口径)$/u,
  new RegExp(`(?:${qualities})性$`, "u"),
  /^以[^,;。]{1,60}为(?:标准|目标)$/u,
  /(?:按照?|根据|依据)[^,;。]{2,60}(?:计算|统计|核算)[^,;。\d]{2,16}(?:率|度|比例)$/u,
];

/** What the row looks at: no rule, and of nobody in particular. */
function describes(words: string): boolean {
  return isNote(words) || isNamed(words) || descriptions.some((shape) => shape.test(words));
}

/** What has to be done, as the law or the document that it stands in has it. */
function obliges(words: string): boolean {
  return /应当?(?!的)|不得(?!分)|^(?:按照?|根据|依据|依照)《/u.test(words);
}

/** 管理费占项目总支出的比例, 预算编制: a name and nothing more. */
function isNamed(words: string): boolean {
  return (
    (/^[^,;。\d]{1,20}(?:率|性|比例|比重|占比|数|额|质量|情况|效益|进度|内容|要点)$/u.test(words) ||
      (/^[^,;。\d]{1,20}(?:建设|监控|自评|评估|论证|归档|衡量|水平|指标|手续|财政|管理|制度|公开|编制|执行)$/u.test(
        words,
      ) &&
        !deed.test(words))) &&
    !refers.test(words)
  );
}

/** 履约率：, 信息类：: a name, of no kind of departments and with no rule in it. */
function isLabel(words: string): boolean {
  // 以上三项 before 得分各占, 以下两项 before 各占50%.
  if (/^(?:以上|上述|以下|下列)[一二三四五六七八九\d]?(?:项|个方面)$/u.test(words)) return true;
  return (
    /^[^,;。\d]{1,24}$/u.test(words) &&
    !/(?:部门|单位|企业|学校|医院|地区|[省市县区乡镇]|[甲乙丙丁一二三四]类)$/u.test(words) &&
    !/的(?!比例|比重|占比|比率|数量|金额|率|情况|质量)/u.test(words.replace(/^已[^的]{1,4}的$/u, "")) &&
    !refers.test(words) &&
    !holdsOtherYear(words)
  );
}

/** 执行情况 before its own rule. */
function isLabelled(words: string): boolean {
  return /^[^,;。\d的]{2,16}(?:情况|要点)$/u.test(words) && !refers.test(words);
}

const refers =
  /以下|下列|下述|以上|上述|前述|前款|各项|各条|任[一意选何]|其一|其中|同时|[取择选]|须|必须|应当|均/u;

const special =
  /(?:^|[,;。(])(?:如(?!实)|若|凡|对于?|当(?!年|期|月|季|前|地)|除|首次|再次|连续)|的(?:,|$)|的(?:部门|单位|企业|学校|地区)(?:,|$)|(?:以下|下列|上述|以上|各)[一二三四五六七八九\d]?(?:项|条|种|款|情形|情况|指标|要求|条件)|各[^,;。]{1,4}均|[上下]调|从[严优宽]|(?:由|经)[^,;。]{1,12}(?:认定|把握|掌握|复核)|成绩|挂钩|参照|适用|顺延|不计入|合并计算|重复计算|(?:存在|出现|发生)[^,;。]{1,8}的|减半|半数|的(?:不|按|本|该|列|从|取|视|归)/u;

/** What holds of a case of its own, or of several things together. */
function isSpecial(words: string): boolean {
  return special.test(words);
}

/** Figures that limit nothing: dates, numbers of documents, deadlines of a duty, how many sides a thing has. */
const dated = [
  /《[^《》]{1,80}》/gu,
  /[[(〔]?\d{4}[\])〕]?(?:年(?:度)?|号)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:第?\d{1,5}号)?/gu,
  /\d{1,3}(?:个)?(?:工作日|自然日|日|天|个月|月|季度|小时)(?:以?内|前|之前|起)?/gu,
  /\d{1,2}(?:个|项)?(?:方面|等次|等级|环节|部分|季度|层面|维度)/gu,
  /(?:以|按)100%为(?:标准|目标)/gu,
  /(?:目标|指标)值[^,;。]*/gu,
  /第\d{1,4}[条款项号]/gu,
] as const;

/** A figure that no reader took. */
function limits(words: string): boolean {
  return /\d/u.test(dated.reduce((left, shape) => left.replace(shape, ""), words));
}

const explaining: readonly RegExp[] = [
  // X=A/B×100%
  /^(?:首先)?[^,;。的=]{2,60}=[^;。]{3,}$/u,
  /^[^,;。]{0,40}?,?(?:是|主要|系|仅|均|即)?指(?![标数导])[^]{2,}$/u,
  /^(?:该|本)?(?:指标)?(?:主要)?(?:用以|用于|用来)?(?:反映|考核|考查|考察|评价|衡量|检查)(?!结[果论]|[组为不])[^]{2,}$/u,
];

/** What a word means, what a measure is made of, or what the row looks at. */
function explains(words: string): boolean {
  return (
    explaining.some((shape) => shape.test(words)) &&
    !/,(?:[且并同须需应均还不]|其中|必须)/u.test(words.split("=").at(1) ?? "") &&
    !/(?:^|[,;。])(?:如(?!实)|若|凡)|的,|得分|系数|结果/u.test(words.replace(/评价结果/gu, ""))
  );
}

const notes: readonly RegExp[] = [
  // Where the figures come from.
  /(?:以|按照?|根据|依据)[^,;。]{0,24}(?:数据|报表|系统|口径|账|台账|决算|通报|文件|日期|时间|回执|记录)[^,;。]{0,12}为(?:准|依据|基础)\)?$/u,
  /^[^,;。]{0,16}(?:数据|资料|口径)[^,;。]{0,4}(?:来源|来自|取自|出自|由)[^,;。]{2,}$/u,
  /口径[^,;。]{0,24}一致$/u,
  /^[^,;。]{0,24}按照?[^,;。]{0,24}口径(?:计算|统计|核算)$/u,
  // What a thing is made of.
  /应当?(?:包含|包括|涵盖)[^;。]+$/u,
  /^[^,;。]{0,12}(?:形式|内容|载体)可以?(?:为|是)[^;。]+$/u,
  // What follows besides.
  /^(?:并|且|同时)(?:须|应|需)?[^,;。]{0,12}(?:说明(?:原因|理由)|追究[^,;。]{0,6}责任)$/u,
  // Examples, and what nobody may publish; whom else it leaves out or takes in (不可抗力除外, 含政府性基金) changes the figure.
  /^\((?:例如|比如|即|指|下同|详?见)[^()]*\)?$/u,
  /^\(含(?:本数|本级)\)$/u,
  /^\(?涉密(?:内容|信息|事项|部分)除外\)$/u,
  /^(?:分别)?从[^;。]{2,60}方面(?:进行)?(?:考核|评价)$/u,
  /^[^,;。]{2,16}的,分别从[^;。]{2,60}方面(?:进行)?(?:考核|评价)$/u,
];

function isNote(words: string): boolean {
  return notes.some((shape) => shape.test(words)) && !changes(words);
}
