import { labelParts } from "./labelMembers";
import { plainLabel } from "./plainLabel";

/** How, by when, to which extent, by whose leave. The words of one line say the same; an answer without them says less. */
const qualifiers: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  ...[
    /及时|[按准]时|[按如]期|限期|(?:规定|要求|约定)的?(?:时[间限段]|期限)|时限|[\d一二两三四五六七八九十](?:个)?(?:工作)?[日天月]之?[内前]|[延逾超误]期|延误|迟/u,
    /足额|全额/u,
    /全部|所有|全体|全面|全程|全覆盖|(?<!平)均(?![衡等匀值])|都(?![市会])/u,
    /过半|半数|多数|大部分|[一二两三四五六七八九]成/u,
    /连续/u,
    /第三方/u,
    /规范|合[规法]|依[法规]|规定(?!的?(?:时[间限段]|期限))|符合/u,
  ].map((one) => [one, one] as const),
  ..."真实 完整 准确 有效 严格 定期 充分 科学 合理 独立 专人 书面 逐级 实时 动态 长期 一次性 首次 集中 统一 无害化 资源化 重复 重大 较大 严重 轻微"
    .split(" ")
    .map((word) => [new RegExp(word, "u"), new RegExp(word, "u")] as const),
  ..."审计 审定 审核 审批 审查 评审 批准 论证 公示"
    .split(" ")
    .map((word) => [new RegExp(`经(?![费济营常办])[^,]{0,10}${word}`, "u"), new RegExp(word, "u")] as const),
];
/** Names of the whole, whatever it consists of: 四项均符合, 是否符合要求, 报送情况. */
const wholes =
  /^(?:[^,]{0,4}项|以上|上述|全部|同时|均|都|已)*(?:符合|满足|达到|达标|做到|具备)(?:要求|规定|条件|标准)?$|(?:情况|结果)$/u;
const others = /^(?:以及|及|和|或)?其他|^等/u;
const late = /[不未无没](?:有|发生|出现|存在)?(?:[延逾超误]期|延误|延迟|迟|滞后)/u;
const timely = /及时|[按准]时|[按如]期/u;
/** One thing is held against another. */
const relation = /挂钩|结合|衔接|匹配|一致|相[符适关]/u;

/**
 * Whether an answer so named leaves out a part of a yes/no question, or how or to which extent it must be so: 专款专用 of
 * 设置专账核算,专款专用, 报送 of 全部按时报送. What it says may decide the question for all that: 否 to less is 否 to more.
 * @param label with its punctuation
 */
export function fallsShort(own: string, label: string, value: "是" | "否"): boolean {
  if (own === "" || own === plainLabel(label) || wholes.test(own)) return false;
  const { heading, parts } = labelParts(label);
  if (plainLabel(heading).includes(own)) return false;
  if (lacksPart(own, parts)) return true;
  const said = parts.filter((part) => !others.test(part) && !repeats(part, own)).join("");
  const at = missing(own, said);
  if (at === null) return false;
  const isDenied = (said.slice(0, at).match(/[不未无没]/gu)?.length ?? 0) % 2 === 1;
  return value === (isDenied ? "否" : "是");
}

/** Whether a figure is of less than the question: 未公开 of 未及时公开. */
export function isUnqualified(own: string, label: string): boolean {
  const { parts } = labelParts(label);
  const words = plainLabel(parts.find((part) => plainLabel(part).includes(own)) ?? label);
  let at = -1;
  const isWithin = Array.from(own).every((sign) => (at = words.indexOf(sign, at + 1)) >= 0);
  return isWithin && missing(own, words) !== null;
}

/** Where the first qualifier stands that the answer does not have. */
function missing(own: string, label: string): number | null {
  const places = qualifiers.flatMap(([asked, said]) => (said.test(own) ? [] : [label.search(asked)]));
  const found = places.filter((place) => place >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

function lacksPart(own: string, parts: readonly string[]): boolean {
  const words = parts.map((part) => plainLabel(part).replace(/^已/u, ""));
  const isWhole = (part: string): boolean => part.includes(own) || own.includes(part) || overlap(part, own);
  const hasWhole = words.some(isWhole);
  return (
    words.length > 1 &&
    words.some(
      (part) =>
        !isWhole(part) &&
        !others.test(part) &&
        !repeats(part, own) &&
        (hasWhole || !own.includes(part.slice(-2))),
    )
  );
}

/** The answer begins within the part, or ends there: it goes over more than one. */
function overlap(part: string, own: string): boolean {
  const length = Math.max(4, Math.ceil(part.length / 2));
  return Array.from({ length: Math.max(0, part.length - length) }, (_, index) => length + index).some(
    (most) => own.startsWith(part.slice(-most)) || own.endsWith(part.slice(0, most)),
  );
}

/** A part that says the other again in other words: that nothing is late, that the opposite is not so, the same relation. */
function repeats(part: string, own: string): boolean {
  if (late.test(part) && (timely.test(own) || /率[^\d率]{0,8}\d/u.test(own))) return true;
  const [, denied = ""] = /^(?:不存在|没有|[未无]).*不([^不]{2})/u.exec(part) ?? [];
  if (denied !== "" && own.includes(denied)) return true;
  const shared = Array.from(part).filter((sign) => own.includes(sign)).length;
  return relation.test(part) && relation.test(own) && shared * 2 >= part.length;
}
