import type { Cited } from "../workbook/cell";
import type { Fund, FundLine } from "./form";
import type { FundColumns, FundHeader } from "./fundHeader";
import { fundTitle, isAfterChange, isPlainBudget, rateDefinition, titleLetter } from "./fundTitles";
import { singleLine, type ViewCell } from "./sheetView";

/** What stands beside the budget and holds something. */
export interface BesideBudget {
  /** Titles not read, or that say the same as another one and hold another amount. */
  readonly others: readonly ViewCell[];
  /** Those of them that were not read, and hold another amount than the budget. */
  readonly unread: readonly ViewCell[];
  readonly changes: readonly ViewCell[];
  readonly carried: readonly ViewCell[];
}

/**
 * By the title of the rate and by the notes; else what could be spent over the year, 上年结转 included; the budget of
 * January only where no other is printed.
 */
export function baseOf(
  header: FundHeader,
  { annual: held }: Pick<FundLine, "annual">,
  notes: readonly Cited<string>[],
  beside: BesideBudget,
): Fund["base"] {
  const { columns } = header;
  const { initial } = columns;
  const annual = columns.annual ?? columns.adjusted;
  const read = notes.flatMap(({ value }) =>
    sentencesOf(value).flatMap((text) => readBaseSentence(text) ?? []),
  );
  const titled = titledBase(header);
  const unknown = columns.executed === undefined ? undefined : header.unread[0];
  const noted = read.find(({ of }) => of !== null) ?? null;
  const printed = noted ?? (titled?.of == null ? null : titled);
  const unread = read.find(({ of }) => of === null || of !== noted?.of)?.words ?? null;
  const said =
    printed === null ? null : printed === noted ? `表后备注：${printed.words}` : `表头写着“${printed.words}”`;
  const doubt =
    (unread === null ? null : `备注里关于预算口径的话没有读懂（“${unread}”），执行率的分母是多少`) ??
    titledDoubt(titled, noted) ??
    doubtOf(columns, beside, printed?.of ?? null, titled?.of != null, unknown);
  if (annual === undefined || (held === null && initial !== undefined)) {
    const of =
      printed?.of === "annual" ? `${said === null ? "" : said + "，"}表中没有全年（调整后）预算数` : null;
    return {
      ...{
        of: "initial",
        title: titleOf(initial ?? beside.others[0] ?? header.unread[0]),
        why: "表中只有年初的预算数",
      },
      doubt: doubt ?? (of === null ? null : `${of}，是多少`),
    };
  }
  if (initial === undefined) {
    const why = said ?? "表中只有这一个预算数";
    const isOther = printed?.of === "initial";
    return {
      ...{ of: "annual", title: titleOf(annual), why },
      doubt: doubt ?? (isOther ? `${said ?? ""}，按年初预算数计算执行率，表中没有年初预算数，是多少` : null),
    };
  }
  const of = printed?.of ?? "annual";
  const why = said ?? "是全年可以使用的资金，含调整和上年结转";
  return { of, title: titleOf(of === "initial" ? initial : annual), why, doubt };
}

/** 执行率（C/A）: which budget the title of the rate names, by its letter or its name; null: it names none. */
function titledBase({ columns, all }: FundHeader): SaidBase | null {
  const { rate, executed } = columns;
  const definition = rate === undefined ? null : rateDefinition(rate.text);
  if (rate === undefined || definition === null) return null;
  const letters = all.filter((cell) => cell !== rate && titleLetter(cell.text) !== null);
  const named = (part: string): ViewCell | string | null =>
    letters.find(({ text }) => titleLetter(text) === part.toUpperCase()) ?? fundTitle(part);
  const { above, below } = definition;
  const isLetter = (part: string): boolean => /^[a-z\d]{1,2}$/iu.test(part);
  // B/A, and no title carries a letter: it says that one is divided by the other.
  if (letters.length === 0 && isLetter(below) && (above === null || isLetter(above))) return null;
  const words = singleLine(rate.text);
  const [spent, budget] = [above === null ? "executed" : named(above), named(below)];
  if (spent !== "executed" && spent !== executed) return { of: null, words };
  // 执行数/预算数 leaves open which.
  if (typeof budget === "string" && isPlainBudget(below)) return null;
  if (budget === "initial" || (budget !== null && budget === columns.initial))
    return { of: "initial", words };
  const isAnnual = budget === "annual" || budget === columns.annual || budget === columns.adjusted;
  return { of: budget !== null && isAnnual ? "annual" : null, words };
}

function titledDoubt(titled: SaidBase | null, noted: SaidBase | null): string | null {
  if (titled === null) return null;
  if (titled.of === null) return `“${titled.words}”没有读懂，执行率的分母是多少`;
  return noted === null || noted.of === titled.of
    ? null
    : `表头“${titled.words}”与备注“${noted.words}”说的预算数不同，执行率的分母是多少`;
}

/** What has to be asked before anything is divided; a phrase in Chinese. */
function doubtOf(
  { initial, annual, adjusted, change }: FundColumns,
  { others, unread, changes, carried }: BesideBudget,
  printed: SaidBase["of"],
  isTitled: boolean,
  unknown: ViewCell | undefined,
): string | null {
  if (printed === "initial" && initial !== undefined) return null;
  const again = others.find(({ text }) => fundTitle(text) === "annual");
  if (annual !== undefined) {
    if (isTitled) return null;
    if (again !== undefined) return `“${titleOf(annual)}”和“${titleOf(again)}”不同，执行率的分母是多少`;
    const [unknownBudget] = isPlainBudget(annual.text) ? unread : [];
    if (unknownBudget !== undefined)
      return `“${titleOf(annual)}”旁边的“${titleOf(unknownBudget)}”没有读懂，全年（调整后）预算数是多少`;
    const beside = [...changes, ...(/结转/u.test(annual.text) ? [] : carried)];
    return initial !== undefined || beside.length === 0 || isAfterChange(annual.text)
      ? null
      : `“${titleOf(annual)}”旁边另有“${beside.map(titleOf).join("”“")}”，全年（调整后）预算数是多少`;
  }
  const other = others.find(({ text }) => fundTitle(text) === null) ?? unknown;
  if (other !== undefined) return `“${titleOf(other)}”没有读懂，全年（调整后）预算数是多少`;
  if (adjusted !== undefined && initial !== undefined)
    return `“${titleOf(adjusted)}”是调整以后的预算数，还是调整了多少？全年预算数是多少`;
  if (change !== undefined) return `有“${titleOf(change)}”而没有全年（调整后）预算数，全年预算数是多少`;
  if (adjusted === undefined && initial === undefined)
    return "资金的表头里没有读懂的预算数，全年预算数是多少";
  return carried.length === 0
    ? null
    : `“${titleOf(initial)}”旁边另有“${carried.map(titleOf).join("”“")}”，全年可以使用的预算数是多少`;
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
