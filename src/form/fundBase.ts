import type { Cited } from "../workbook/cell";
import type { Fund, FundLine } from "./form";
import { fundTitle, type FundTitle } from "./fundTitles";
import { singleLine, type ViewCell } from "./sheetView";

/** The columns of the block by what they hold. */
export type FundColumns = Readonly<Partial<Record<FundTitle, ViewCell>>>;

/** By the notes; else what could be spent over the year, 上年结转 included; the budget of January only where no other is printed. */
export function baseOf(
  columns: FundColumns,
  { annual: held }: Pick<FundLine, "annual">,
  notes: readonly Cited<string>[],
  others: readonly ViewCell[],
): Fund["base"] {
  const { initial } = columns;
  const annual = columns.annual ?? columns.adjusted;
  const read = notes.flatMap(({ value }) =>
    sentencesOf(value).flatMap((text) => readBaseSentence(text) ?? []),
  );
  const printed = read.find(({ of }) => of !== null);
  const unread = read.find(({ of }) => of === null || of !== printed?.of)?.words ?? null;
  const noted = printed === undefined ? null : `表后备注：${printed.words}`;
  const doubt = doubtOf(columns, others, printed?.of ?? null, unread);
  if (annual === undefined || (held === null && initial !== undefined)) {
    const of = printed?.of === "annual" ? "表中没有备注说的全年（调整后）预算数" : null;
    return {
      ...{ of: "initial", title: titleOf(initial ?? others[0]), why: "表中只有年初的预算数" },
      doubt: doubt ?? (of === null ? null : `${of}，是多少`),
    };
  }
  if (initial === undefined) {
    const why = noted ?? "表中只有这一个预算数";
    const isOther = printed?.of === "initial";
    return {
      ...{ of: "annual", title: titleOf(annual), why },
      doubt: doubt ?? (isOther ? "备注按年初预算数计算执行率，表中没有年初预算数，是多少" : null),
    };
  }
  const of = printed?.of ?? "annual";
  const why = noted ?? "是全年可以使用的资金，含调整和上年结转";
  return { of, title: titleOf(of === "initial" ? initial : annual), why, doubt };
}

/** What has to be asked before anything is divided; a phrase in Chinese. */
function doubtOf(
  { initial, annual, adjusted, change }: FundColumns,
  others: readonly ViewCell[],
  noted: SaidBase["of"],
  unread: string | null,
): string | null {
  if (unread !== null) return `备注里关于预算口径的话没有读懂（“${unread}”），执行率的分母是多少`;
  if (noted === "initial" && initial !== undefined) return null;
  const again = others.find(({ text }) => fundTitle(text) === "annual");
  if (annual !== undefined)
    return again === undefined ? null : `“${titleOf(annual)}”和“${titleOf(again)}”不同，执行率的分母是多少`;
  const [other] = others;
  if (other !== undefined) return `“${titleOf(other)}”没有读懂，全年（调整后）预算数是多少`;
  if (adjusted !== undefined && initial !== undefined)
    return `“${titleOf(adjusted)}”是调整以后的预算数，还是调整了多少？全年预算数是多少`;
  if (change !== undefined) return `有“${titleOf(change)}”而没有全年（调整后）预算数，全年预算数是多少`;
  return null;
}

interface SaidBase {
  /** null: not understood. */
  readonly of: Fund["base"]["of"] | null;
  readonly words: string;
}

function sentencesOf(text: string): readonly string[] {
  return text
    .normalize("NFKC")
    .replace(/[ \t]+/gu, "")
    .replace(/，/gu, ",")
    .split(/[。;；\n\r]+/u)
    .map((sentence) =>
      sentence.replace(/^(?:(?:注|备注|说明|填[表报]说明)\d{0,2}:)?(?:\(?\d{1,2}[).、])?/u, ""),
    );
}

const speaksOfBase =
  /执行率[^。;,]{0,12}[=÷/]|执行率[^。;,]{0,30}(?:分母|基数)|(?:预算数|预算口径|预算执行(?:情况)?口径)[^。;,]{0,8}(?:[为是指按取:]|口径)/u;
/** There the sentence is a rule of points, whatever else it says. */
const ofPoints = /得分|不得|扣|零分|分值|权重|满分|低于|超过|高于/u;

const executed = "(?:[\\u4e00-\\u9fff]{0,14}(?:执行|支出)[\\u4e00-\\u9fff]{0,6})";
const noun = "([\\u4e00-\\u9fff]{2,24})";
const hundred = "(?:[×*]100%)?";
const aside = "(?:\\((?:不是|而非|非|不按|不用|不含)([\\u4e00-\\u9fff]{2,12})\\))?";
const forms: readonly RegExp[] = [
  new RegExp(
    `^(?:预算|资金|项目)*执行率(?:为|是|指|=)?(?:=|为|是|指)?\\(?${executed}[÷/]${noun}${aside}\\)?${hundred}$`,
    "u",
  ),
  new RegExp(
    `^(?:预算|资金|项目)*执行率(?:统一)?(?:以|按照?|用)${noun}${aside}[为作](?:分母|基数)(?:计算)?$`,
    "u",
  ),
  new RegExp(
    `^(?:预算执行(?:情况)?)?(?:口径)?:?预算数(?:\\([^()]*\\))?(?:口径)?(?:均|统一)?(?:为|是|指|按照?|取)${noun}${aside}(?:计算|填列|填写)?(?:,执行数(?:口径)?[为是指]${executed})?$`,
    "u",
  ),
];

/** “执行率=执行数÷年初预算数”, “预算数为调整后财政资金总额”: which budget a sentence takes; null: it speaks of none. */
export function readBaseSentence(sentence: string): SaidBase | null {
  if (ofPoints.test(sentence) || !speaksOfBase.test(sentence)) return null;
  const match = forms.map((words) => words.exec(sentence)).find((one) => one !== null);
  const of = match == null ? null : baseNamed(match[1] ?? "");
  // 不是年初预算数, and it is not.
  const isOdd = match?.[2] !== undefined && baseNamed(match[2]) === of;
  const words = sentence.slice(0, longestQuote);
  return { of: isOdd ? null : of, words };
}

const longestQuote = 40;

/** "年初预算批复数", "调整后财政资金总额", "年初预算数经调整后的全年预算数". */
function baseNamed(name: string): SaidBase["of"] {
  const last = name.replace(/^.*经(?:过)?(?=调整后)/u, "").replace(/^调整后的(?=全年|年度)/u, "");
  const title = fundTitle(last.replace(/的/gu, ""));
  return title === "initial" || title === "annual" ? title : null;
}

export function titleOf(cell: ViewCell | undefined): string {
  return singleLine(cell?.text ?? "").replace(/[(（][^()（）]{0,8}[)）]$/u, "");
}
