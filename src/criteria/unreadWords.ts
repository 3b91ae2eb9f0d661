import { plainText } from "../quantity/plainText";
import { isCopied } from "./absence";
import { isLate } from "./deadline";
import { wordsBefore, type FigureRole, type SideRoles } from "./figureRoles";
import { doubtOf, unreadMark } from "./contradicting";
import { isOtherThing } from "./sameThing";
import type { TargetPart } from "./targetParts";
import { limitDoubt, otherStage } from "./targetWords";

/** What a remark in a target leaves open. */
const unclear: ReadonlySet<string> = new Set(
  "rank elsewhere vague except partYear over later rest unread past deny".split(" "),
);

/**
 * Words of either side that no figure of it explains, each as a question that quotes them.
 * @param met an explanation why a target was missed says nothing else
 */
export function unreadWords(
  asked: SideRoles,
  given: SideRoles,
  pairs: readonly { readonly part: TargetPart; readonly role: FigureRole }[],
  met: boolean,
  plain: { readonly target: string; readonly name: string },
  own: string | null,
): readonly string[] {
  const doubts: string[] = [];
  for (const { statement, marks } of asked.bare) {
    const open = statement.enclosed ? marks.filter(({ kind }) => unclear.has(kind)) : [];
    doubts.push(...open.map(({ word }) => `目标值“${statement.text}”中的“${word}”怎样理解`));
  }
  for (const { statement, marks, because } of given.bare) {
    if (
      !met &&
      (because || /^未(?:达标|完成|达成|达到|达)(?:年度)?(?:目标|指标|任务)?(?:值)?$/u.test(statement.text))
    )
      continue;
    // "30个，超额完成" says no more than the figure.
    const open = marks.filter(
      ({ kind, word }) =>
        !(kind === "over" && met) && !(kind === "year" && isReported(word.slice(0, 4), given, own)),
    );
    doubts.push(...open.map((mark) => doubtOf({ statement }, mark)));
  }
  for (const { part, role } of pairs) {
    const { tail } = role;
    if (tail !== part.role.tail && (tail === "" ? part.role.tail : tail) !== "" && unitWritten(part, role)) {
      doubts.push(`“${role.statement.text}”与“${part.role.statement.text}”是否同一单位`);
    }
    const limit = limitDoubt(
      part.figure,
      role.figure,
      { before: wordsBefore(part.role), behind: wordsBehind(part.role), text: part.role.statement.text },
      plain.name + role.statement.text,
    );
    if (limit !== null) doubts.push(limit);
    const words = role.statement.words;
    const index = role.statement.figures.indexOf(role.figure);
    const beside = [/[A-Za-z.]$/u.exec(words[index] ?? ""), /^[A-Za-z%‰.]/u.exec(words[index + 1] ?? "")];
    if (beside.some((one) => one !== null)) doubts.push(`“${role.statement.text}”中的数是否写错`);
    if (isTimes(role) !== isTimes(part.role) || isVisits(part.role, role, plain))
      doubts.push(`“${role.statement.text}”与“${part.role.statement.text}”是否同一单位`);
    // "抽查100%" of 100%: of how much it is.
    const sampled = /^抽[查检样]$/u.exec(words[index] ?? "")?.[0];
    if (sampled !== undefined && !(plain.target + plain.name).includes(sampled))
      doubts.push(doubtOf(role, unreadMark(sampled)));
    // "3年300个" and "1年90个"
    const years = part.role.figure.unit.name === "年" && pairs.length > 1;
    if (years && part.role.figure.value !== role.figure.value)
      doubts.push(`“${part.role.figure.text}”与“${role.figure.text}”的期间不同，应怎样对照`);
    // "床位达到600张" of "新增床位100张".
    if (
      /[新净]增/u.test(part.role.statement.text) &&
      !/[新增]/u.test(role.statement.text) &&
      role.figure.value > 1.5 * part.figure.value
    )
      doubts.push(`“${role.statement.text}”是新增的数还是总数`);
    const stage = otherStage(part.role.noun, role.noun, plain.name + plain.target);
    if (stage !== null)
      doubts.push(`实际完成值“${role.statement.text}”与目标值一个是“${stage}”、一个不是，以哪个为准`);
    if (isOtherThing(part.role, role, plain)) {
      doubts.push(`实际完成值“${role.statement.text}”与目标值、指标名称说的不是一回事，以哪个为准`);
    }
  }
  return doubts;
}

const wordsBehind = ({ statement, figure }: FigureRole): string =>
  statement.words[statement.figures.indexOf(figure) + 1] ?? "";

/** The year that is reported, or one that a figure is said to be of. */
const isReported = (year: string, { roles }: SideRoles, own: string | null): boolean =>
  year === own || roles.some((role) => role.year === year);

/** "200户次" beside "200户". */
const isTimes = ({ figure }: FigureRole): boolean => /^[户家件项]次$/u.test(figure.unit.name);

/** "100人次" of "100人": the same people may have come twice. */
function isVisits(target: FigureRole, role: FigureRole, plain: { readonly target: string }): boolean {
  const visits = target.figure.unit.name === "人" && role.figure.unit.name === "人次";
  return visits && !plain.target.includes("次") && role.figure.value < 2 * target.figure.value;
}

/** One of the two has a unit that is known, or both have something else where it should stand. */
const unitWritten = (part: TargetPart, role: FigureRole): boolean =>
  part.role.figure.unit.name !== "" ||
  role.figure.unit.name !== "" ||
  (part.role.tail !== "" && role.tail !== "");

const itemStart = /(?:^|[；;，,、。\n])([1-9][0-9]?)[.．](?=([^0-9\s]|$)?)/gu;
const gluedStart = /(?:^|[；;，,、。\n])(([1-9][0-9]?)[.．][0-9]+)(?![.0-9])/gu;
/** Things that are counted whole. */
const whole = /^[人名位个家户次场期件份台套座条批辆处项]/u;

/**
 * "1.95人" where the other side writes "1.≥100人", or where both begin with numbers in the order of a list: the first of
 * them, as written; null: none.
 */
function listNumberOrDecimal(target: string, actual: string): string | null {
  const sides = [target, actual].map((text) => {
    const plain = plainText(text).text;
    const glued = Array.from(
      plain.matchAll(gluedStart),
      ({ index, 0: all, 1: digits = "", 2: item = "" }) => ({
        digits,
        item: Number(item),
        counts: whole.test(plain.slice(index + all.length)),
      }),
    );
    const items = Array.from(plain.matchAll(itemStart), ({ 1: item, 2: next }) =>
      next === undefined ? 0 : Number(item),
    ).filter((item) => item > 0);
    return { glued, items };
  });
  for (const [index, { glued }] of sides.entries()) {
    const other = sides[1 - index];
    const [first] = glued;
    if (first === undefined || other === undefined) continue;
    if (glued.some(({ item }) => other.items.includes(item))) return first.digits;
    const inOrder = glued.every(({ item }, at) => item === at + 1);
    const both = other.glued.length === glued.length && other.glued.every(({ item }, at) => item === at + 1);
    if (inOrder && both && (glued.length > 1 || (first.counts && other.glued[0]?.counts === true)))
      return first.digits;
  }
  return null;
}

/** What the two texts as they stand leave open. */
export function textDoubts(target: string, actual: string): readonly string[] {
  const broken = [target, actual].some((text) => /\?|[0-9][+\n][0-9]|[×*][0-9]/u.test(plainText(text).text));
  const numbered = listNumberOrDecimal(target, actual);
  return [
    ...(numbered === null ? [] : [`“${numbered}”是带条目号的数还是一个小数`]),
    ...(broken ? ["文字中有问号、加号或断开的数，数是否确定"] : []),
    ...(isCopied(target, actual) ? ["实际完成值照写目标值，实际情况怎样"] : []),
    ...(isLate(target, actual) ? ["实际完成的日期晚于目标日期，应怎样计算"] : []),
  ];
}
