import { wordsBefore, type FigureRole } from "./figureRoles";
import { likeness } from "./likeness";

/** Names of the two sides, in plain characters. */
interface Plain {
  readonly name: string;
  readonly target: string;
}

/** Words of which one is never the other; "/" between words for the same. */
const fields: readonly string[] = [
  "教师/老师/教职工 学生 医生/医师 护士 民警/警察 村民/农民/农户 企业/公司 医院 学校 幼儿园 老人/老年人/长者 儿童/少儿/青少年 妇女/女性/女 男性/男 " +
    "残疾人 志愿者/义工 党员 干部/公务员 职工/工人 患者/病人 游客 退役军人 专家 记者 律师 社工 村 社区 街道 镇 公园 小区",
  "培训/培训班 讲座 展览 演出 会议 座谈会 论坛 比赛/竞赛 简报 报告 手册 视频 演练 沙龙 招聘会 义诊 体检",
  "新建 改造/改建/扩建/翻新 维修/修缮/修复/维护/养护/检修 购置/采购/购买/添置 租赁/租用 拆除 出台/制定/制订 修订/修编",
];

const groups: readonly ReadonlyMap<string, number>[] = fields.map(
  (field) =>
    new Map(field.split(" ").flatMap((words, at) => words.split("/").map((word) => [word, at] as const))),
);
/** The longest word at a place counts: 村民 is no 村. */
const words = new RegExp(
  groups
    .flatMap((field) => [...field.keys()])
    .sort((one, other) => other.length - one.length)
    .join("|"),
  "gu",
);

function groupsOf(text: string, field: ReadonlyMap<string, number>): ReadonlySet<number> {
  const found = (text.match(words) ?? []).map((word) => field.get(word));
  return new Set(found.filter((group) => group !== undefined));
}

/** "5名学生" of "5名教师", "改造5公里" of "新建5公里": both name one of a field, and not the same. */
function isAnother(target: FigureRole, role: FigureRole, { name }: Plain): boolean {
  return groups.some((field) => {
    const done = groupsOf(role.noun, field);
    const named = groupsOf(name, field);
    const own = groupsOf(target.noun, field);
    const wanted = own.size === 0 ? named : own;
    if (done.size === 0 || wanted.size === 0) return false;
    return !Array.from(done).some((group) => wanted.has(group) || named.has(group));
  });
}

const qualifier = /按时|及时|按期|准时|如期|一次|首次|优良|优秀|有效|按规定/gu;
const measure = /[\p{Script=Han}]{1,8}(?=(?:率|度|比例|比重)$)/u;
/** "验收合格率为" before a figure, or as the whole of a name: the words before 率. */
const rate = /([\p{Script=Han}]{2,12})(?:率|(?<=满意|知晓|认可|支持|信任)度)(?:均?[为达是]到?|:)?$/u;

/** The words before 率 of what a side measures; undefined where it names no rate. */
export const rateOf = (text: string): string | undefined => rate.exec(text)?.[1];

/** 办结率 where 按时办结率 was asked for, 验收率 where 验收合格率 was. */
function isOtherRate(target: FigureRole, role: FigureRole, { name }: Plain): boolean {
  const done = rateOf(wordsBefore(role));
  const own = rateOf(wordsBefore(target));
  const wanted = own ?? rateOf(name.split("(", 1)[0] ?? "");
  if (done === undefined || wanted === undefined) return false;
  const qualified = (text: string): string => (text.match(qualifier) ?? []).join("");
  const isShare = own === undefined && done.endsWith("完成");
  return qualified(wanted) !== qualified(done) || !(isShare || done.includes(wanted.slice(-2)));
}

/** 办结率 where 按时办结率 was asked for, and the other way round. */
function isNarrower(target: FigureRole, role: FigureRole, { name }: Plain): boolean {
  if (!measure.test(role.noun)) return false;
  const wanted = measure.test(target.noun) ? target.statement.text : name;
  const own = (text: string): string => (text.match(qualifier) ?? []).join("");
  return /[率度]/u.test(wanted) && own(wanted) !== own(role.statement.text);
}

/** 合格率 where 满意度 was asked for: two measures without a sign in common. */
function namesOther(target: FigureRole, role: FigureRole, plain: Plain): boolean {
  const done = measure.exec(role.noun)?.[0];
  const wanted = measure.exec(target.noun)?.[0] ?? measure.exec(plain.name.split("(", 1)[0] ?? "")?.[0];
  return (
    done !== undefined && wanted !== undefined && likeness(done, wanted) === 0 && !plain.target.includes(done)
  );
}

/** Sorts of people that are among any others. */
const someOf = /女|男|党员|团员|少数民族/u;

/** "党员60人" of 100人: only these, or all of them? */
function isSome(target: FigureRole, role: FigureRole, plain: Plain): boolean {
  const some = someOf.exec(role.noun)?.[0];
  return some !== undefined && !`${plain.name}${plain.target}${target.noun}`.includes(some);
}

/** Whether the actual speaks of something else than the target. */
export function isOtherThing(target: FigureRole, role: FigureRole, plain: Plain): boolean {
  return [namesOther, isNarrower, isOtherRate, isAnother, isSome].some((differs) =>
    differs(target, role, plain),
  );
}
