import { labelWords } from "../built";
import { isOfOtherYear } from "../leaning";
import type { Piece } from "../pieces";
import { contraryTo } from "./contraries";

/**
 * How the words of a second case stand to the praise before them. denied: one of the two is so, always. less: both cannot
 * be so, and neither may be. apart: of something else, so that both may be so.
 */
type Stance = "denied" | "less" | "apart";

export function stanceOf(first: Piece, second: Piece): Stance {
  if (second.condition.of === "else" || areBeside(first, second)) return "denied";
  if (unmet.test(plain(second.words))) return "denied";
  if (first.condition.of === "range" && second.condition.of === "range") return "apart";
  const stance = stanceOfWords(first.words, second.words);
  // 完成率达到95%, 未完成: how far it was done is known by the figure.
  const isFigure = first.condition.of === "range" && contraryTo(first.words, second.words) === null;
  return stance === "denied" && isFigure ? "less" : stance;
}

/** Two stretches of one figure that leave nothing between and beyond them. */
function areBeside({ condition: one }: Piece, { condition: other }: Piece): boolean {
  if (one.of !== "range" || other.of !== "range" || !sameYear(one.name, other.name)) return false;
  const [upper, lower] =
    one.interval.to === null ? [one.interval, other.interval] : [other.interval, one.interval];
  return (
    upper.to === null &&
    lower.from === null &&
    upper.from !== null &&
    upper.from === lower.to &&
    upper.fromIncluded !== lower.toIncluded
  );
}

/** 较上年提高＞10% is not 支付率＞10%. */
function sameYear(one: string, other: string): boolean {
  return other === "" || isOfOtherYear(one) === isOfOtherYear(other);
}

/** 未达到要求, 有一项不符合: of whatever was praised. */
const unmet =
  /^(?:(?:有|任|任意|任何|其中)?(?:一|1|其中一)(?:项|条|个|处))?(?:不符合|未达到?|达不到|不满足|不达标|未做到|不符)(?:上述|以上|相关)?(?:规定|要求|标准|条件)?$/u;
/** …、其他核算不规范: the last one says what those before it are. */
const summed = /(?:其[他它])(?:各?种|各类)?([^,、;。]{2,16})$/u;
const joins = /、|,|并且?|且|同时|以?及(?!时)|(?<![总共协调温缓平饱])和/u;

/** 是否公开预算, before 公开的; the contents and times of 按规定的内容、时限; 较上年. */
const aside =
  /^.*(?:是否|有无)[^,;:]*[,;:]|(?<=按(?:规定|要求))的?(?:(?:内容|时[限间]|范围|程序|格式|方式)[、和及]?){2,}|(?:较|比|与|同)上年(?:度|同期)?(?:相比)?/gu;

export function stanceOfWords(praise: string, said: string): Stance {
  const [own, other] = [
    labelWords(praise).replace(aside, ""),
    labelWords(said).replace(/^(?:如|若|对)/u, ""),
  ];
  if (unmet.test(plain(other))) return "denied";
  const whole = summed.exec(other)?.[1];
  if (whole !== undefined) return isOfSame(plain(own), plain(whole)) ? "denied" : "apart";
  const cases = other.split(/或者?|、/u);
  const parts = own.split(joins);
  // 未按期完工或未通过验收 behind 按期完工并通过验收: one of the two is not so.
  if (
    cases.length > 1 &&
    parts.length === cases.length &&
    cases.every((one, index) => stanceOfOne(parts[index] ?? "", one) === "denied")
  )
    return "denied";
  const stances = cases.map((one) => stanceOfOne(own, one));
  if (stances.includes("apart")) return "apart";
  return stances.includes("denied") ? "denied" : "less";
}

/** 其他核算不规范 behind 规范执行会计核算制度: the same word of worth, of a thing that it names too. */
function isOfSame(own: string, said: string): boolean {
  const [, thing = "", worth = ""] = /^([^不未]*)[不未](.+)$/u.exec(said) ?? [];
  return worth !== "" && own.includes(worth) && (thing === "" || own.includes(thing));
}

const negation = /未能?|没有|不(?!得)|无/u;
/** 部分公开, 不够健全: some of it. */
const some = /部分|不够|不太|不尽|欠|尚?未(?:完全|全部|全面)/u;
const grades = /完全|全部|全面/gu;

function stanceOfOne(praise: string, said: string): Stance {
  const [own, other] = [plain(praise), plain(said)];
  const contrary = contraryTo(praise, said);
  if (contrary !== null) return contrary;
  if (some.test(other) && !some.test(own)) {
    const rest = other.replace(some, "");
    const isHeld = rest === "" || around(own.replace(grades, ""), rest.replace(grades, "")) !== null;
    return isHeld ? "less" : "apart";
  }
  const bare = other.replace(negation, "");
  if (bare === other) return stanceOfFound(own, other);
  const denial = negation.exec(other)?.[0] ?? "";
  if (bare === "") return "less";
  const left = bare.length > 1 ? around(own, bare) : null;
  if (left === null) return isWorse(own, other) ? "less" : "apart";
  const isNone = /^(?:没有|无)/u.test(denial) && !done.test(bare);
  const isSame = isNone
    ? having.test(left.before) && left.between === "" && left.behind === ""
    : isSubject(left.before) && !shaded.test(left.between + left.behind);
  return isSame && (left.before + left.between + left.behind === "" || !joins.test(labelWords(praise)))
    ? "denied"
    : "less";
}

/** 执行不到位 behind 执行有效. */
function isWorse(own: string, said: string): boolean {
  const [, of = ""] = /^(.*)不(?:到位|力|够|好|理想|足)$/u.exec(said) ?? [];
  return of !== "" && own.includes(of);
}

/** 没有完成: a deed, not a thing that there is none of. */
const done = /^(?:完成|开展|按|及时|公开|报送|进行|通过|达到|落实|执行|建立|制定|编制|实施)/u;
const having = /^(?:(?:已经?)?(?:有|具有|具备|建立|制定|出台|设立|设置|编制))?$/u;

/** 未被回退：被回退, 未发现问题：发现重大问题. */
function stanceOfFound(own: string, said: string): Stance {
  const [before = "", thing = ""] = own.replace(negation, "\n").split("\n");
  const [denied, found] = [foundThing(thing), foundThing(said)];
  if (denied.length < 2 || found.length < 2) return "apart";
  if (found === denied || found === before + denied) return "denied";
  return found.endsWith(denied) ? "less" : "apart";
}

/** 发生1起以上安全事故, 安全事故情况: the thing that there is or is not. */
export function foundThing(words: string): string {
  return words
    .replace(/^(?:经?(?:审计|检查|核查)?)(?:存在|发现|发生|出现|查出|有)了?(?=.)/u, "")
    .replace(/(?:1|一)(?:次|项|个)(?:(?:及|或)?以上)?/u, "")
    .replace(/(?<=..)(?<!^(?:重大|严重|一般|较大|突出|明显|其他))(?:行为|情况|情形|现象|问题|事件)$/u, "");
}

interface Left {
  readonly before: string;
  readonly between: string;
  readonly behind: string;
}

/** What a praise says besides these words, that it holds in one or in two runs; null where it does not. */
function around(own: string, bare: string): Left | null {
  const at = own.indexOf(bare);
  if (at >= 0) return { before: own.slice(0, at), between: "", behind: own.slice(at + bare.length) };
  for (let cut = bare.length - 1; cut > 0; cut -= 1) {
    const [head, tail] = [bare.slice(0, cut), bare.slice(cut)];
    const left = inTwo(own, head, tail) ?? (Math.min(cut, tail.length) > 1 ? inTwo(own, tail, head) : null);
    if (left !== null) return left;
  }
  return null;
}

function inTwo(own: string, one: string, other: string): Left | null {
  const at = own.indexOf(one);
  const next = own.indexOf(other, at + one.length);
  if (at < 0 || next < 0) return null;
  const between = own.slice(at + one.length, next);
  // 按规定公开 is not 按规定时限公开.
  if (/[按依据照].{0,4}$/u.test(one) && !/^[将把对向]/u.test(between)) return null;
  return { before: own.slice(0, at), between, behind: own.slice(next + other.length) };
}

/** In what manner, how well or how much: words that make another deed of the same. */
const shaded =
  /[\d按并且]|[及准]时|如[期实]|时限|期限|同步|[全足]额|全部|全面|提前|超额|优质|高质|质量|严格|有效|规范|完整|健全|完善|合理|科学|准确|真实|到位|明确|清晰|良好|顺利|主动|积极|充分|首[次批]|均|率先|[年月季日]度?[内前底末]|重大|重点|主要|部分|较|显著|明显|独立|专门|统一|集中|定期|逐[年月级]|合格|合规|合法|达到/u;
/** 项目通过验收: only of what it is said. */
const subject =
  /^(?:(?:已经?|均|都)|按(?:规定|要求)|(?!.*(?:[按依以在与由]|根据|经(?!费|营|济)))[\u4e00-\u9fff]{0,8}(?:项目|单位|部门|工程|资金|预算|决算|经费|制度|机制|办法|材料|资料|档案|报告|报表|方案|工作|合同|信息|数据|内容|资产|目标|程序|手续|账目|支出|收入|产品|货物|服务|设备|系统|平台|采购|公开|报送|管理|执行|落实|编制)(?:已经?|均|都)?)?$/u;

function isSubject(before: string): boolean {
  return subject.test(before) && !shaded.test(before.replace(/^按(?:规定|要求)$|[已均都]/gu, ""));
}

export function plain(words: string): string {
  return labelWords(words).replace(/[,、的]/gu, "");
}
