import { normalizeName } from "./normalizeName";

/**
 * What a column of money holds, by the whole of its title. change: by how much the budget was changed. adjusted: 调整预算数,
 * which is the changed budget in one place and the change in another.
 */
export type FundTitle = "initial" | "annual" | "adjusted" | "change" | "executed" | "rate";

const amount = "(?:总额|总数|数额|金额|安排数|额度|数|额)?";
const money = "(?:财政|资金|经费|预算|支出)*";
const year = "(?:全年|实际|年度|本年|当年|截至年末|年末|累计|的)*";
const wholes: readonly (readonly [FundTitle, RegExp])[] = [
  ["rate", /^(?:全年|年度|本年)?(?:预算|资金|支出|经费)*执行(?:进度|率)$/u],
  [
    "executed",
    new RegExp(
      `^${year}(?:(?:财政|资金|经费|预算|项目)*执行(?:资金)?|(?:财政|资金|经费|项目)*(?:支出|使用)(?:资金)?)${amount}(?:合计)?$`,
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

/** @param printed a title, or what a note calls the money; its brackets (（万元）, （A）) say nothing here */
export function fundTitle(printed: string): FundTitle | null {
  if (printed === "" || printed.length > 30) return null;
  const name = normalizeName(printed)
    .replace(/\([^()]*\)/gu, "")
    .replace(/[::]$/u, "");
  return wholes.find(([, words]) => words.test(name))?.[0] ?? null;
}

/** Money of the project that is neither its budget nor what was spent of it: 到位数, 结余数, 上年执行数. */
const besideBudget =
  /到位|拨[付入款]|结[余转]|上年|以前年度|上一年|差异|余额|支付率|占比|完成率|备注|说明|原因/u;

/** A title that may be one of the budget, and was not read. */
export function isUnreadBudget(printed: string): boolean {
  const name = normalizeName(printed);
  return (
    printed.length <= 30 &&
    fundTitle(printed) === null &&
    /预算|额度|下达|批复|指标数/u.test(name) &&
    !besideBudget.test(name) &&
    !/情况|执行|项目资金/u.test(name)
  );
}
