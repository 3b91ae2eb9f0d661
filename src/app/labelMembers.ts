import { plainLabel } from "./plainLabel";

/** Where one thing is told beside another; words that only hold such a sign (及时, 参与, 合并) join nothing. */
const joints =
  /[、&]|并且|同时|以及|或者?|且|(?<!合)并(?![网轨])|(?<![参给授赋总])[和与及](?![时格早谐会解睦平])/gu;
const breaks = /[,;:。]/u;
/** 得分与抽评得分差异, 账面与实物相符: one thing is held against another, and nothing is told beside it. */
const relation = /差|偏离|[不相]符|一致|匹配|挂钩|结合|衔接|相适应|相关|对比/u;
const lead = /^(?:(?:如有|有|存在|发生|发现|出现|经过|经|通过|已|全年|当年)(?=.{2}))+/u;

/** What a label holds that each could be answered by itself. */
interface JointLabel {
  /** As labels are compared, without the verb that leads all of them. */
  readonly members: readonly string[];
  /** All must hold, one is enough, or the words do not say which. */
  readonly together: "all" | "any" | "open";
}

/** 按期完成验收且验收合格 is two, 存在截留、挪用 is two; null: one thing, of which a part is no answer by itself. */
export function jointLabel(label: string): JointLabel | null {
  const signs = signsIn(label);
  if (signs.length === 0) return null;
  const members = label.split(joints).map(memberName);
  return members.length < 2 || members.includes("") ? null : { members, together: togetherOf(label, signs) };
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
  const decides = together === "all" ? "否" : "是";
  const given = members.map((member) => answers.get(member));
  if (given.includes(decides)) return decides;
  // 月报 of 月报、季报按时报送 says less than what is asked of it.
  const areWhole = members.every((member) => member.length > 3);
  return areWhole && !given.includes(undefined) ? (decides === "是" ? "否" : "是") : null;
}
