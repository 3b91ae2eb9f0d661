import type { Built } from "../built";
import { asking, labelWords, merged } from "../built";
import { isOfOtherYear } from "../leaning";
import { prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";
import { foundThing } from "./denial";
import { answered } from "./headline";

/** What is praised, and how a deduction says that it is missing. */
const opposites: readonly (readonly [praised: RegExp, missing: RegExp])[] = [
  [/及时|[按准]时|按期|时限|[日月底末]之?前/u, /迟|逾|超期|延|不及时|未(?:及|按)[时期]/u],
  [
    /完整|完备|完善|齐[全备]|健全|全部|全覆盖|细化/u,
    /缺(?!陷)|漏|少|不(?:完[整备善]|齐|健全|全)|未(?:细化|全部)/u,
  ],
  [
    /规范|合[规法理]|符合|准确|真实|一致|相符|专款专用|有效|严格|达标/u,
    /违|不(?:规范|合|符|准|真|实|一致|达)|未按|错|差错|失真|问题|纠纷|瑕疵|调整|超范围|不到位|未有效/u,
  ],
];
const nothing =
  /^(?:全部|均|都|完全|各项|同时)?(?:全部|均|都)?(?:符合|满足|达到|达标|具备|合规|规范)(?:上述|以上|以下|下列|相关|[\d一二两三四五六七八九十]{1,2}[项个条]|规定|要求|标准|条件|的)*$|^(?:以上|上述)?(?:没有|无|不存在|未发现|未出现|未发生)(?:以上|上述|此类|问题|情形|情况|该|等|的)*$/u;
/** 发现一项不符合的: of all that is praised. */
const ofAll = /^[^,;。]{0,6}(?:不符合?|不满足|不达标|未达到|未做到|不合规)(?:要求|规定|标准|条件)?的?$/u;
/** 被通报的, 跨年度项目: of some only. */
const ownCase =
  /^(?:如(?!实)|若|凡|对于?|因|由于|经|备注|注|说明|但|其中|另外)|被|^(?!.*(?:没有|无|不存在|未发|未出|零)).*(?:单位|情形|部门|问题|事故|违规|隐患|投诉|瑕疵)的?$|可$|.(?:[不未](?!发[生现]|出现|存在|被|受|得)|违反|虚报|滞后)|^未(?:按|达|完成|能)/u;
const quality =
  /(?:清晰|明确|合理|科学|完整|齐全|健全|规范|合[规法理]|准确|真实|一致|相符|有效|及时|到位|严格|细化)的?$/u;

/** 提前完成, 连续三年优秀, 获得省级表彰: more than what the deductions find wanting, so that most have neither. */
const more =
  /提前|超额|超[计预]划完成|率先|首[个批创家](?!次)|连续[\d一二两三四五六七八九十]+(?:年|个?季度)|(?:荣获|获得?|受到|取得)[^,;。]{0,10}(?:表[彰扬]|奖|荣誉|称号|肯定|批示|推广|好评|优秀|先进|第一)|[获被]?评为|获评|(?:优秀|先进|示范|标杆)(?:单位|集体|部门|称号)$|排名|前[\d一二三五十]+[名位]|创新|突破|突出|推广|(?:先进|领先)水平$/u;
const dutyToo =
  /或者?[^,;。]{0,12}(?:[按及准]时|[按如]期|完成)|(?:[按及准]时|[按如]期)[^,;。]{0,4}(?:或|、)/u;

/** Full marks for more than what is asked: they stand beside deductions as a case of their own. */
export function isMore(words: string): boolean {
  return more.test(words) && !dutyToo.test(words);
}

const allOfThem = /(?:全部|均|都|完全)(?:符合|满足|达到|达标|做到|具备)/u;

/** Full marks that are no counterpart of the deductions: for more, or for one thing of several that are printed. */
export function isApart({ words }: Piece, { items = [] }: Around): boolean {
  const said = labelWords(words);
  return isMore(words) || (items.length > 0 && !(said === "" || nothing.test(said) || allOfThem.test(said)));
}
const wholeTarget =
  /^(?:全部|按[时期])?(?:完成|达到|实现)(?:年初|年度|全年|预期|既定|计划)?(?:目标|任务|指标)(?:值|数|任务)?$/u;
/** So many fewer than it; a shortfall of something that is named may be another one. */
const shortfall =
  /^(?:较目标值?|比目标值?|与目标值?相比)?(?:少|减少|低|缺|缺少|不足|少完成|未完成)(?:目标值?)?$/u;

/** Whether the words say no more than that nothing of what is deducted was found. */
export function isNothingFound({ words, condition }: Piece, cuts: readonly Piece[], text: string): boolean {
  const said = labelWords(words);
  if (ownCase.test(said)) return false;
  if (isOfOtherYear(said) && !cuts.some((cut) => isOfOtherYear(cut.words))) return false;
  if (said === "" || condition.of === "else" || nothing.test(said)) return true;
  // 资产管理规范的得满分，否则每项扣1分.
  if (cuts.some((cut) => cut.condition.of === "else" || ofAll.test(labelWords(cut.words)))) return true;
  // 完成目标的得满分；每少1户扣0.05分: by how much it was missed is what is deducted.
  if (wholeTarget.test(said) && cuts.every((cut) => shortfall.test(labelWords(cut.each?.words ?? ""))))
    return true;
  // A bound of its own, but for a day: 3月31日前报送.
  if (
    /[\d一二三四五六七八九十百](?:%|成)|[率≥≤<>]|进度/u.test(said) &&
    !cuts.some((cut) => isMissed(said, cut))
  )
    return false;
  const parts = said.split(/([、,且并])/u);
  const found = parts.map(
    (part, index) => index % 2 === 0 && cuts.some((cut) => isAnswered(part, cut, said, cuts, text)),
  );
  return (
    found.includes(true) &&
    parts.every(
      (part, index) =>
        index % 2 === 1 ||
        found[index] === true ||
        // 合同签订、履行规范: of what it is said.
        (parts[index + 1] === "、" && part.length < 9) ||
        (quality.test(part) && !/[且并]/u.test(parts[index - 1] ?? "")),
    )
  );
}

function isAnswered(part: string, cut: Piece, said: string, cuts: readonly Piece[], text: string): boolean {
  const { words } = cut;
  if (isOfAnother(part, cut, cuts, text)) return false;
  if (opposites.some(([praised, missing]) => praised.test(part) && missing.test(words)))
    return !/^.{0,6}(?:按|依)[^,;。]{0,6}(?:规定|要求)/u.test(part) || shares(part, words);
  return isMissed(part, cut, said) || (/^(?:全年)?(?:无|未|没有|不存在)/u.test(part) && shares(part, words));
}

const denied = /^(?:全年|年度内|本年度?)?(?:未能?|没有|不|无)(.*)$/u;

const degree = /^(?:特别?|较)?(?:重大|大|严重|一般)/u;

/** 无逾期借款：逾期合同, 账账相符：账实不符: of the same kind, and another thing. */
function isOfAnother(part: string, { each, words }: Piece, cuts: readonly Piece[], text: string): boolean {
  const counted = labelWords(each?.words ?? words);
  const thing = denied.exec(part)?.[1];
  if (thing === undefined) return counted.split(/或/u).some((one) => isBeside(part, foundThing(one)));
  const own = foundThing(thing);
  // 一般事故扣2分，较大事故扣4分: all that there are.
  const areGraded =
    cuts.filter((cut) => degree.test(foundThing(labelWords(cut.each?.words ?? "")))).length > 1 ||
    hasGraver(counted, text);
  const isSame = (found: string): boolean =>
    own.startsWith(found) ||
    /^(?:问题|情况|情形|行为|现象|事件)$/u.test(found) ||
    (own.endsWith(found) && !degree.test(own.slice(0, -found.length))) ||
    (found.endsWith(own) && !degree.test(found));
  return (
    own !== "" &&
    !counted
      .split(/[,，]/u)
      .some((one) => isSame(foundThing(labelWords(one)).replace(areGraded ? degree : "", "")))
  );
}

/** 一般事故 beside 发生较大以上事故不得分: the graver ones are spoken of, too. */
function hasGraver(counted: string, text: string): boolean {
  const [, thing = ""] = /^一般(.+)$/u.exec(foundThing(counted)) ?? [];
  return thing !== "" && ["", "以上", "及以上"].some((more) => text.includes(`较大${more}${thing}`));
}

/** 账实 of what is praised of 账账. */
function isBeside(part: string, found: string): boolean {
  const [, of = ""] = /^([^未不]{2,})[未不].{1,2}$/u.exec(found) ?? [];
  const left = Array.from(of).reduce((rest, sign) => rest.replace(sign, ""), part);
  const held = part.length - left.length;
  return held > 0 && held < of.length;
}

/** 未上缴 of what is praised as 足额上缴. */
function isMissed(part: string, { words }: Piece, said = part): boolean {
  return (
    /未|不|没|少|缺|漏|无/u.test(words) && (shares(part, words) || (undone.test(words) && done.test(said)))
  );
}

const undone = /(?:未|没有?)(?:达到|按|完成)/u;
const done = /达到|完成|[按如]|及时|规定|要求|标准|规范/u;

/** Two signs in a row that both have. */
function shares(one: string, other: string): boolean {
  return Array.from({ length: Math.max(0, one.length - 1) }, (_, at) => one.slice(at, at + 2)).some((pair) =>
    other.includes(pair),
  );
}

/** The deductions where the condition of full marks holds; the text leaves open what is so where it does not. */
export function conditioned(kept: Piece, built: Built, around: Around): Built | null {
  const said = answered(labelWords(kept.words), kept.context);
  if (said === null) return null;
  const label = prefixed(said, around);
  const { key, asked } = asking("answer", label, "是／否");
  return {
    criterion: {
      kind: "gate",
      gates: [
        {
          when: { of: "says", key, word: "否", said: `未做到“${label}”` },
          gives: { ask: `评分标准没有写明未做到“${label}”时得几分，请评定。` },
          clause: kept.clause,
        },
      ],
      then: built.criterion,
    },
    asked: merged(asked, built.asked),
  };
}
