import { oncePerText } from "../words/oncePerText";
import { partOfYear } from "./annexTitles";
import { normalizeName } from "./normalizeName";

/**
 * What a column of money holds, by the whole of its title. change: by how much the budget was changed. adjusted: 调整预算数,
 * which is the changed budget in one place and the change in another.
 */
export type FundTitle = "initial" | "annual" | "adjusted" | "change" | "executed" | "rate";

const amount = "(?:总额|总数|数额|金额|安排数|额度|数|额)?";
const money = "(?:财政|资金|经费|预算|支出)*";
/** All of the year: 全年, 1-12月, 截至12月31日; 1-9月 is none of it. */
const year =
  "(?:全年|实际|本?年度|本年|当年|(?:截[至止到]|至)?(?:年[末终底]|12月(?:31日|[末底]))止?|累计|1月?[-—–~至到]12月份?|的)*";
const rateWords = `${year}(?:预算|资金|支出|经费)*(?:执行|支出|使用)(?:进度|率)`;
const wholes: readonly (readonly [FundTitle, RegExp])[] = [
  ["rate", new RegExp(`^${rateWords}$`, "u")],
  [
    "executed",
    new RegExp(
      `^${year}(?:(?:财政|资金|经费|预算|项目|部门)*执行(?:资金)?|(?:财政|资金|经费|项目|部门)*(?:支出|使用|支付|决算|开支|列支)(?:资金)?)${amount}(?:合计)?$`,
      "u",
    ),
  ],
  [
    "initial",
    new RegExp(
      `^(?:年初|期初|当年年初|年初部门)(?:部门|财政)?(?:批复|安排|下达|核定)?(?:的)?${money}(?:批复|安排|下达|核定)?${amount}$`,
      "u",
    ),
  ],
  ["initial", new RegExp(`^(?:部门)?预算(?:批复|下达)${amount}$|^批复(?:的)?预算${amount}$`, "u")],
  [
    "annual",
    new RegExp(
      `^(?=.*(?:预算|资金|经费|额|数))(?:全年|年度|本年|当年|年末|最终|变动后|变更后|(?:预算)?调整后|年末调整后?|全年调整后|的)+(?:可用|总)?${money}(?:安排|可用)?${amount}$`,
      "u",
    ),
  ],
  [
    "annual",
    new RegExp(`^预算(?:调整|变更|变动)后${amount}$|^(?:项目)?预算(?:安排)?${amount}(?:合计)?$`, "u"),
  ],
  ["adjusted", new RegExp(`^(?:全年|年度|年中)?调整(?:的)?预算${amount}$`, "u")],
  [
    "change",
    new RegExp(
      `^(?:全年|年度|年中|本年|预算|资金)*(?:追加|追减|调[整剂增减]|增减|变动)(?:[(/、或及](?:追减|调减|减少)[)]?)?(?:资金|的)?(?:总额|数额|金额|额度|数|额)?$`,
      "u",
    ),
  ],
];

/** @param printed a title, or what a note calls the money; its brackets (（万元）, （A）) and its letter say nothing here */
export function fundTitle(printed: string): FundTitle | null {
  return printed === "" || printed.length > 30 ? null : titleOfMoney(printed);
}

const titleOfMoney = oncePerText((printed): FundTitle | null => {
  if (asidesOf(printed).some((aside) => notThisYear.test(aside))) return null;
  const words = wordsOf(printed);
  const known = wholes.find(([, whole]) => whole.test(words))?.[0] ?? null;
  return known === null && rateDefinition(printed) !== null ? "rate" : known;
});

/** What stands in brackets behind a title: 万元, A, 调整后. */
function asidesOf(printed: string): readonly string[] {
  return Array.from(normalizeName(printed).matchAll(/\(([^()]*)\)/gu), ([, aside = ""]) => aside);
}

const notThisYear = new RegExp(`上年|上一年|以前年度|${partOfYear.source}`, "u");

/** Without brackets, year and letter: 2023年年初预算数①（万元）. */
function wordsOf(printed: string): string {
  return normalizeName(printed)
    .replace(/\([^()]*\)/gu, "")
    .replace(/[::]$/u, "")
    .replace(/^20\d{2}年度?(?=.{3})/u, "")
    .replace(letter, "");
}

const letter = /(?<=[\u4e00-\u9fff])(?:[A-Za-z]|\d{1,2})$/u;

/** The letter or number that a title carries for a formula: 年初预算数（A）, 全年执行数③. */
export function titleLetter(printed: string): string | null {
  const name = normalizeName(printed);
  const found = /\(([A-Za-z]|\d{1,2})\)/u.exec(name)?.[1] ?? letter.exec(name)?.[0] ?? null;
  return found?.toUpperCase() ?? null;
}

/** What a title says that the rate is: 执行率（C/A）, 执行率④=③÷①, 执行率（占年初预算）. */
interface RateDefinition {
  /** Titles or their letters; above null: it says only what the rate is of. */
  readonly above: string | null;
  readonly below: string;
}

const defined = new RegExp(`^${rateWords}(?:(?:[A-Za-z]|\\d{1,2})?=)?(.+)$`, "u");
const ofBudget =
  /^(?:占|按照?|以|较|相对于?|比)(.{2,12}?)(?:的?(?:比[例重率]|百分比)|[为作](?:基数|分母)(?:计算)?|计算?)?$/u;

export function rateDefinition(printed: string): RateDefinition | null {
  const name = normalizeName(printed).replace(/[()]|[×*]100%|%/gu, "");
  const said = printed.length > 40 ? undefined : defined.exec(name)?.[1];
  if (said === undefined) return null;
  const [above = "", below, ...more] = said.split(/[/÷]/u);
  if (below !== undefined && below !== "" && more.length === 0) return { above, below };
  const base = ofBudget.exec(said)?.[1];
  return base === undefined || !/预算|资金|数/u.test(base) ? null : { above: null, below: base };
}

/** Money of the project that is neither its budget nor what was spent of it: 到位数, 结余数, 上年执行数. */
const besideBudget =
  /到位|拨[付入款]|结[余转]|上年|以前年度|上一年|差异|余额|支付率|占比|完成率|备注|说明|原因|其中|未执行|未支[出付]/u;

/** A title that may be one of the budget, and was not read. */
export function isUnreadBudget(printed: string): boolean {
  const name = normalizeName(printed);
  return (
    isUnreadAmount(printed) &&
    /预算|额度|下达|批复|指标数|调整/u.test(name) &&
    !/情况|执行|支出|支付|项目资金/u.test(name)
  );
}

/** A title over the amounts that was not read, and may be any of them. */
export function isUnreadAmount(printed: string): boolean {
  return printed.length <= 30 && fundTitle(printed) === null && !besideBudget.test(normalizeName(printed));
}

/** 调整后预算数, 年度预算数（调整后）: certainly the budget as it was in the end. */
export function isAfterChange(printed: string): boolean {
  return /(?:调整|变[动更]|追加|调[增减]|核减)(?:预算)?(?:以)?后|最终|可用|合计/u.test(
    normalizeName(printed),
  );
}

/** 预算数 or 年度预算数 beside 调整后预算数: what it was before. */
export function isPlainBudget(printed: string): boolean {
  return (
    /^(?:年度|项目)?预算(?:安排)?(?:总额|数额|金额|数|额)?$/u.test(wordsOf(printed)) &&
    !isAfterChange(printed)
  );
}

/** 上年结转 beside a budget: may be a part of it, or come on top. */
export function isCarriedOver(printed: string): boolean {
  const name = wordsOf(printed);
  return /结转/u.test(name) && !/其中|结转(?:下年|至?次年)|年末|期末/u.test(name);
}
