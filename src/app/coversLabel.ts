import { isJoint } from "./labelMembers";
import { plainLabel } from "./plainLabel";
import { isRestricted, standsIn } from "./qualifiers";

/** A list that its own collective closes, and where or when something is found: 甲、乙等各项, 在检查、审计中如, 被审计、巡视. */
const closed = /等(?:各[项类种个]|相关)?$|^在.*[中内时后]如?$|^被[^不未]*$/u;
/** What a figure is, or within which bound: nothing else is asked by it. */
const form =
  /^的?(?:项目)?(?:性|率|[数量额值]|(?:[个次项处笔例起件人户天日月]|合计)数|数[量额]|时[间长]|期限|金额|总额|比例|比率|占比|程度|情况|情形|结果|指标|要求|[面容体]积|长度|里程)?(?:$|(?:以内|以上|以下|之内|达|不?[低高大小少多]于|不?超|控制(?:在|$)|[≥≤><=]).*$)/u;
const money = /^(?:项目|专项|财政|补助|补贴)*(?:资金|经费|款项)(?:等?)$/u;
/** By how much something is missed is counted in what is missed: 缺少 of 缺少手续. */
const miss = /^(?:每|有)?(?:缺[少失]?|少|遗?漏|超[过出]?|[逾延]期|延迟|发[现生]|出现)$/u;
const others = /^[,;]?(?:以及|及|和|或)?其他|^等/u;

/**
 * Whether an answer so named is one to the whole of a label that holds its words, and not to a part of it: what the label
 * says besides must be of whom or of what it is (预算执行率 of 执行率), or mere form.
 */
export function coversLabel(own: string, label: string, isNumber: boolean): boolean {
  const text = told(label);
  const at = placeOf(own, text);
  if (at === null) return true;
  const before =
    text
      .slice(0, at.from)
      .split(/[,;:。]/u)
      .at(-1) ?? "";
  const [behind = ""] = others.test(text.slice(at.to))
    ? [""]
    : text
        .slice(at.to)
        .replace(/^%/u, "")
        .split(/[,;:。]/u);
  return coversBefore(before, own, isNumber) && coversBehind(behind, own, isNumber);
}

function coversBefore(before: string, own: string, isNumber: boolean): boolean {
  if (before === "" || closed.test(before)) return true;
  // Of a yes or no it may be the weaker that decides: fallsShort() knows.
  if (isNumber && (isRestricted(before) || /[不未无没]/u.test(before))) return false;
  // 覆盖率 of 城镇和农村覆盖率 is that of both; 农村覆盖率 of the one.
  const isHead = isNumber && own.length < 4 && own.endsWith("率") && !/[率数额量]/u.test(before);
  return isHead ? !endsJoined(before) : !isJoint(before, own);
}

function endsJoined(before: string): boolean {
  return /(?:[、&和与及或且并]|同时)$/u.test(before);
}

function coversBehind(behind: string, own: string, isNumber: boolean): boolean {
  if (behind === "") return true;
  if (isJoint(behind)) return false;
  return form.test(behind) || money.test(behind) || (isNumber && miss.test(own));
}

/** The words of a label with the signs that part them. */
function told(label: string): string {
  const text = label
    .replace(/^[\s①-⑳]+/u, "")
    .normalize("NFKC")
    .replaceAll("是否", "")
    .replaceAll("有无", "有")
    .replace(/[的了吗]$/u, "");
  const outside = text.replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|〔[^〔〕]*〕|【[^【】]*】/gu, "");
  return (plainLabel(outside) === "" ? text : outside).replace(/[^\p{L}\p{N}\p{S}%、,;:。&]+/gu, "");
}

/** Where words stand in a text, whatever marks are between them. */
function placeOf(words: string, text: string): { readonly from: number; readonly to: number } | null {
  const signs = Array.from(text).flatMap((sign, at) => (/[、,;:。&%]/u.test(sign) ? [] : [{ sign, at }]));
  const found = signs
    .map(({ sign }) => sign)
    .join("")
    .indexOf(words);
  const [first, last] = [signs[found], signs[found + words.length - 1]];
  return found < 0 || first === undefined || last === undefined ? null : { from: first.at, to: last.at + 1 };
}

const general = /^(?:实际|已|本|全|当|年度?|部门|单位|项目|资金|整体|的)*$/u;
/** What sums up printed items. */
const collective = /下列|上述|^(?:同时)?(?:符合|满足|存在|有)?以[上下]|之一|情[形况]|(?<!平)[均都]|全部/u;

/**
 * Whether an answer names something else than the one question that is left: a part of it, the same of another thing
 * (基金支出执行率 and 公共预算支出执行率), or one of the printed items that the question sums up.
 */
export function namesAnother(own: string, label: string, isNumber: boolean, printed: string): boolean {
  const asked = plainLabel(label);
  if (own === "" || own === asked) return false;
  if (!coversLabel(own, label, isNumber)) return true;
  const sumsUp = collective.test(asked) && !collective.test(own) && !asked.includes(own);
  if (sumsUp && own.length > 2 && plainLabel(printed).includes(own)) return true;
  const shared = sharedEnd(own, asked);
  const [mine, its] = [own, asked].map((words) => words.slice(0, words.length - shared)) as [string, string];
  const isOther =
    shared > 1 &&
    its !== "" &&
    !general.test(mine) &&
    !standsIn(mine.replace(/同比|[较比]上年/u, ""), its) &&
    !standsIn(its, mine);
  return isOther || (isJoint(label) && !asked.includes(own) && standsIn(own, asked));
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length))
    length += 1;
  return length;
}
