import { labelWords } from "../built";
import type { Piece } from "../pieces";

const otherwise =
  /^(?:如|若|对)?(?:未|不|没有|无|达不到|部分|非)|不(?:到位|力|够|完整|规范|齐全|健全|明确|合理|及时)$/u;

export function isOtherwise(second: Piece): boolean {
  return (
    second.condition.of === "else" ||
    (second.condition.of === "words" && otherwise.test(labelWords(second.words)))
  );
}

export function isOpposite(first: Piece, second: Piece): boolean {
  if (first.condition.of === "range" && second.condition.of === "range") {
    const [one, other] = [first.condition.interval, second.condition.interval];
    if (one.to === null && one.from !== null)
      return other.from === null && other.to === one.from && other.toIncluded !== one.fromIncluded;
    if (one.from === null && one.to !== null)
      return other.to === null && other.from === one.to && other.fromIncluded !== one.toIncluded;
    return false;
  }
  return (
    isDenial(plain(first.words), plain(second.words)) ||
    isEitherDenied(first.words, second.words) ||
    isContrary(plain(first.words), plain(second.words))
  );
}

/** What is so, and the word for its being otherwise: there is nothing between the two. */
const contraries: readonly (readonly [RegExp, RegExp])[] = [
  [/[按及准]时|[按如]期|时限内|规定时间/u, /逾期|超期|延期|迟[报交缴]|延误|拖延|超过?时限/u],
  [/完整|齐全|健全/u, /缺[失少项漏]|漏[项报]|遗漏/u],
  [/合[规法]|规范|符合/u, /违[规法反]/u],
  [/真实|准确|一致|相符/u, /失真|虚假|差错|错误|有误/u],
  [/应([\u4e00-\u9fff])尽\1/u, /应([\u4e00-\u9fff])未\1/u],
  [/专款专用/u, /挪用|截留|挤占/u],
  [/控制在[^,;。]*内$/u, /^超/u],
];

/** 按时报送, 逾期报送: of one thing only, and by no degrees of it. */
function isContrary(own: string, said: string): boolean {
  const praised = contraries.filter(([good]) => good.test(own));
  const [only, ...more] = praised;
  return (
    only !== undefined &&
    more.length === 0 &&
    only[1].test(said) &&
    !/[并且、,]|基本|较/u.test(own) &&
    !/\d|严重|多次|重大|长期|较|连续/u.test(said)
  );
}

/** 未按期完工或未通过验收 behind 按期完工并通过验收: one of the two is not so. */
function isEitherDenied(own: string, said: string): boolean {
  const parts = labelWords(own).split(/并且?|且|同时/u);
  const denied = labelWords(said).split(/或者?/u);
  return (
    parts.length > 1 &&
    parts.length === denied.length &&
    denied.every((one, index) => isDenial(plain(parts[index] ?? ""), plain(one)))
  );
}

const unmetOf =
  /^(?:(?:有|任|任意|任何|其中)?(?:一|1|其中一)(?:项|条|个|处))?(?:不符合|未达到?|不满足|不达标|未做到|不符)(?:上述|以上|相关)?(?:规定|要求|标准|条件)?$/u;

/** Whether these words say that the others are not so. */
export function isDenial(own: string, said: string): boolean {
  if (unmetOf.test(said)) return true;
  const bare = said.replace(/未能?|没有|不(?!得)|无/u, "");
  if (bare === said) {
    // 未被回退得满分：被回退1次及以上不得分.
    const denied = own.replace(/未|没有|不|无/u, "");
    const found = said
      .replace(/^(?:存在|发现|发生|出现|有)(?:了)?(?=.)/u, "")
      .replace(/(?:1|一)(?:次|项|个)(?:及|或)?以上/u, "");
    return denied !== own && found.length > 1 && denied.endsWith(found);
  }
  return bare.length > 1 && holdsInOrder(own, bare) && !/[并且、]/u.test(own) && !isMilder(own, bare);
}

const manner = /[按及准]时|[按如]期|同步|全部|全面|[全足]额/u;

/** 未报送 behind 按时报送: what was done late is neither. */
function isMilder(own: string, bare: string): boolean {
  return manner.test(own) && !manner.test(bare);
}

/** 及时将整改情况反馈财政局 holds 及时反馈: the same deed without what it is done to. */
function holdsInOrder(own: string, bare: string): boolean {
  let at = 0;
  for (const character of own) if (character === bare[at]) at += 1;
  return at === bare.length;
}

export function plain(words: string): string {
  return labelWords(words).replace(/[,、的]/gu, "");
}
