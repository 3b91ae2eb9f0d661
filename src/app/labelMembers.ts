import { isBad, plainLabel } from "./plainLabel";

/** Where one thing is told beside another; words that only hold such a sign (及时, 参与, 合并) join nothing. */
const joints =
  /[、&]|并且|同时|以及|或者?|且|(?<!合)并(?![网轨])|(?<![参给授赋总])[和与及](?![时格早谐会解睦平])/gu;
const breaks = /[,;:。]/u;
/** 得分与抽评得分差异, 账面与实物相符: one thing is held against another, and nothing is told beside it. */
const relation = /差|偏离|[不相]符|一致|匹配|挂钩|结合|衔接|相适应|相关|对比/u;
const lead = /^(?:(?:如有|有|存在|发生|发现|出现|经过|经|通过|由(?!于)|已|全年|当年)(?=.{2}))+/u;
/** Where one sentence ends and the next begins. */
const ends = /(?:[,;。\s]+|后(?=由|再|方))(?:并且?|同时(?!满足|符合|具备)|而且|且)?/u;
/** Says when, or how it is rated; 符合规定 says nothing that is not said. */
const beside =
  /^(?:根据|依据|按照?|针对|对照).*(?:[评计打]分|评价)$|(?:阶段|期间|过程中|工作中)$|^(?:当年度?|全年|本?年度|自.*起|(?:均|都|全部)?(?:符合|满足|达到)(?:相关|有关)?(?:规定|要求|条件|标准)?)$/u;

/** What a label holds that each could be answered by itself. */
interface JointLabel {
  /** As labels are compared, without the verb that leads all of them. */
  readonly members: readonly string[];
  /** All must hold, one is enough, or the words do not say which: then nothing is known, or only where all are alike. */
  readonly together: "all" | "any" | "alike" | "open";
}

/** What is said one after the other in a label, each for itself, and what stands before it as its heading. */
export function labelParts(label: string): { readonly heading: string; readonly parts: readonly string[] } {
  const text = label
    .replace(/^[\s①-⑳]+/u, "")
    .normalize("NFKC")
    .replace(/\([^()]*\)/gu, "");
  const colon = text.indexOf(":") + 1;
  const parts: string[] = [];
  for (const part of text.slice(colon).split(ends)) {
    if (part === "" || beside.test(part)) continue;
    if (/^[但而]/u.test(part) && parts.length > 0) parts.push(`${parts.pop() ?? ""}${part}`);
    else parts.push(part);
  }
  return { heading: text.slice(0, colon), parts };
}

/** 按期完成验收且验收合格 is two, 存在截留、挪用 is two; null: one thing, of which a part is no answer by itself. */
export function jointLabel(label: string): JointLabel | null {
  const { parts } = labelParts(label);
  if (parts.length > 1 && !/或|其他/u.test(label))
    return { members: parts.map(memberName), together: parts.some(isFault) ? "alike" : "all" };
  const signs = signsIn(label);
  if (signs.length === 0) return null;
  const members = label.split(joints).map(memberName);
  return members.length < 2 || members.includes("") ? null : { members, together: togetherOf(label, signs) };
}

function isFault(words: string): boolean {
  return /[不未无没]/u.test(words) || isBad(words);
}

/** Whether one thing is told beside another in these words; what is behind them may hold the two against each other. */
export function isJoint(words: string, behind = ""): boolean {
  return signsIn(words, behind).length > 0;
}

function signsIn(words: string, behind = ""): readonly string[] {
  const signs = words.match(joints) ?? [];
  return relation.test(words + behind) && signs.every((sign) => /^[和与及]$/u.test(sign)) ? [] : signs;
}

function togetherOf(label: string, signs: readonly string[]): JointLabel["together"] {
  const isEither = signs.some((sign) => sign.startsWith("或"));
  const isBoth = signs.some((sign) => /^(?:并且|同时|[且并])$/u.test(sign)) || /(?<!平)[均都]/u.test(label);
  if (breaks.test(label) || (isEither && isBoth)) return "open";
  if (isEither) return "any";
  if (/^(?:如有|存在|发生|发现|出现)/u.test(label)) return isBoth ? "open" : "any";
  // 无投诉、举报, 未建账、未盘点: does the denial go for all of them, and is one enough?
  return !isBoth && /[不未无没]/u.test(label) ? "open" : "all";
}

/** A member as it is compared: 经过集体决策 and 集体决策 are one. */
export function memberName(words: string): string {
  return plainLabel(words).replace(lead, "");
}

/** 是 or 否 to the whole, by what was answered of its members; null: those that were not answered may still change it. */
export function wholeAnswer(
  { members, together }: JointLabel,
  answers: ReadonlyMap<string, "是" | "否">,
): "是" | "否" | null {
  if (together === "open") return null;
  const given = members.map((member) => answers.get(member));
  if (together === "alike") return given.every((one) => one === given[0]) ? (given[0] ?? null) : null;
  const decides = together === "all" ? "否" : "是";
  if (given.includes(decides)) return decides;
  // 月报 of 月报、季报按时报送 says less than what is asked of it.
  const areWhole = members.every((member) => member.length > 3);
  return areWhole && !given.includes(undefined) ? (decides === "是" ? "否" : "是") : null;
}
