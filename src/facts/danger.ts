import type { Clause } from "../words/readCell";
import type { Token } from "../words/readTokens";
import { hasKind, isCount, isMoney, isPlainPercent } from "../words/tokenKinds";
import { byOthers, dismissed, doubted, noneOfIt, plainDetail } from "./dangerWords";
import { isAchievement, isBreakdown, isShortfall, isShortOf } from "./partsOfRate";
import { mayLose, stakeOf, type Hit } from "./findHits";
import { isBasis, isUpTo, neutral } from "./measureClause";

/** What of a clause no fact was read from. */
export interface Rest extends Omit<Clause, "sentence"> {
  readonly words: string;
  /** No fact was read from any of it. */
  readonly whole: boolean;
  /** Words in it are not understood. */
  readonly unknown: boolean;
  readonly sentence: readonly Clause[];
}

/** What the cell says besides. */
export interface Stakes {
  /** A loss or a figure was read: a reason, a remedy, a problem belongs to it. */
  readonly loses: boolean;
  /** The figures that were read, with their sums and differences. */
  readonly known: ReadonlySet<number>;
  /** The words of the row's own questions. */
  readonly names: string;
}

/** Whether what is left of a clause could change what a hit says. */
export function endangers(text: string, rest: Rest, stakes: Stakes, hit: Hit, same: boolean): boolean {
  const { meaning, words } = rest;
  const stake = stakeOf(hit);
  const { loses } = stakes;
  if (meaning === "scores")
    return (
      (stake === "good" ? !loses : isWhole(hit)) &&
      /(?<!不)扣(?!0分|完)|不得分|得(?:分为?)?(?:0|零)(?:分|$)/u.test(words)
    );
  if (meaning === "remedies") return false;
  if (meaning === "explains" && loses) return stake === "measure" && isExcuse(rest);
  if (doubted.test(words) || byOthers.test(words)) return true;
  if (stake === "measure" && isShortfall(text, rest, hit)) return false;
  if (noneOfIt.test(words) && hasKind(rest.marks, ["not", "slip", "bad"])) return false;
  const isTotal = stake === "loss" && !mayLose(hit);
  if ((stake !== "loss" || isTotal) && isSomeOfIt(text, rest, stakes)) return true;
  if (isTotal && meaning !== "explains" && !loses && endangersTotal(rest, stakes)) return true;
  switch (stake) {
    case "good":
      return endangersGood(text, rest, stakes, same);
    case "loss":
      return addsToCount(rest, stakes);
    case "measure":
      return rest.whole && !rest.remark && endangersMeasure(text, rest, stakes, hit, same);
  }
}

/** Of some of it something is said that is not plainly harmless: "其中2项于2024年公开", "另有紧急采购2项", "1项作废". */
function isSomeOfIt(text: string, rest: Rest, { known }: Stakes): boolean {
  const { words, from, tokens } = rest;
  const first = tokens.find((token) => token.is === "figure" && !isPlainPercent(token));
  if (first === undefined || !rest.whole) return false;
  const before = text.slice(from, first.from);
  if (/^\(?(?:另有?|另外|此外|还有|尚有|含(?:20\d\d年)?)/u.test(before))
    return isCount(first) || isMoney(first);
  if (plainDetail.test(words.slice(first.to - from))) return false;
  if (/^\(?其中(?:有|的)?$/u.test(before)) return true;
  return /^\(?$/u.test(before) && isNew(first, known) && (rest.unknown || rest.marks.length > 0);
}

/** "应公开20项，已公开20项": any doubt of a count of all of them, unless it is of those that are missing. */
function endangersTotal({ whole, unknown, marks, tokens }: Rest, { known }: Stakes): boolean {
  if (!whole || tokens.some((token) => isCount(token) && !isNew(token, known))) return false;
  return unknown || marks.length > 0;
}

/** "因疫情顺延签订的4份视为及时": no reason why something is missing, but how some of it was counted. */
function isExcuse({ words, marks, tokens }: Rest): boolean {
  return /^(?:因|由于|受|鉴于)/u.test(words) && marks.length === 0 && tokens.some(isCount);
}

/** All is well, and here something is not: denied, left out, late, wrong, planned, or counted besides. */
function endangersGood(text: string, rest: Rest, { loses, known }: Stakes, same: boolean): boolean {
  const { marks, tokens, meaning, whole, remark } = rest;
  if (rest.unknown && !loses) return true;
  if (meaning === "rules" && whole && hasKind(tokens, ["cite"])) return false;
  const charge = cleared(text, rest);
  const serious = marks.some((mark) => {
    if (charge && (hasKind([mark], ["bad"]) || dismissed.test(rest.words))) return false;
    if (hasKind([mark], ["plan"])) return !loses && !hasKind(tokens, ["better"]);
    return !(loses && hasKind([mark], ["bad", "slip", "not"]));
  });
  if (serious) return true;
  // A loss explains what is said of it; another count of what went wrong is another loss, in another sentence any count.
  if (loses) {
    const counts = (token: Token): boolean => (same ? isNew(token, known) : isCount(token));
    return hasKind(marks, ["not", "slip", "bad"]) && tokens.some(counts);
  }
  if (hasKind(tokens, ["mended"])) return true;
  if (remark || charge) return false;
  // "均已按规定时间公开，公开率98%"
  if (tokens.some((token) => isPlainPercent(token) && token.is === "figure" && token.figure.value !== 1))
    return true;
  if (!tokens.some((token) => isNew(token, known)) || hasKind(tokens, ["thing", "all"])) return false;
  // "应公开12项，已公开12项": all of them.
  const counts = rest.sentence.flatMap((clause) => clause.tokens.filter(isCount));
  const values = counts.flatMap((token) => (token.is === "figure" ? token.figure.value : []));
  return !/^(?:应|共|已)/u.test(rest.words) || marks.length > 0 || new Set(values).size > 1;
}

/** "收到投诉1起，认定投诉事项不成立": the one charge of the sentence came to nothing. */
export function cleared(text: string, { words, sentence }: Rest): boolean {
  if (!/投诉|举报/u.test(words) && !dismissed.test(words)) return false;
  const tokens = sentence.flatMap((clause) => clause.tokens);
  if (tokens.filter(isCount).length > 1) return false;
  const [first] = sentence;
  const all = text.slice(first?.from, sentence.at(-1)?.to);
  return /投诉|举报/u.test(all) && dismissed.test(all);
}

/** 100% of it. */
export function isWhole(hit: Hit): boolean {
  return hit.value === 1 && isRateHit(hit);
}

function isRateHit({ phrase }: Hit): boolean {
  return /%|pct/u.test(phrase.pattern);
}

function isNew(token: Token, known: ReadonlySet<number>): boolean {
  return isCount(token) && token.is === "figure" && !known.has(Number(token.figure.value.toFixed(6)));
}

/** The loss is said to be none of ours, or none at all. */
const notOurs =
  /后(?:均|已)?未超|(?<!不|[下所直])属于?(?!采购人|我|本|实)|(?:不|未|非)(?:属|是|计|予|扣|在此|重复)|(?:不|无)责任|免|误|更正|撤[销回]|改判|(?:已|均)?在.{0,12}(?:中|指标)(?:扣|反映)/u;

/** More of the same counted elsewhere: "另有2项漏报". */
function addsToCount({ whole, meaning, words, tokens, marks }: Rest, { known }: Stakes): boolean {
  if (!whole || meaning === "explains") return false;
  if (notOurs.test(words)) return true;
  return tokens.some((token) => isNew(token, known)) && hasKind(marks, ["slip", "bad", "upheld", "not"]);
}

/** Some of it is left out, or it is said to have another value. */
function endangersMeasure(text: string, rest: Rest, stakes: Stakes, hit: Hit, same: boolean): boolean {
  const { tokens, marks, words, meaning } = rest;
  const bound = /^(?:严格)?控制在([\d.]+)%(?:以|之)?内$/u.exec(words)?.[1];
  if (bound !== undefined && typeof hit.value === "number") return hit.value > Number(bound) / 100 + 1e-9;
  const own = text.slice(hit.from, hit.to);
  if (isRateHit(hit) && isBreakdown(rest, hit)) return false;
  const name = rateName.exec(own)?.[0] ?? "";
  const topic = name !== "" && words.includes(name.slice(-3));
  const isAmount = /\{amt\}|元/u.test(hit.phrase.pattern);
  if (isAmount && otherAmount(text, rest, stakes)) return true;
  // "超支部分由项目列支": of an amount, and not how much.
  const isHowMuch = tokens.some((token) => token.is === "figure");
  if (isAmount && meaning === "denies" && hasKind(marks, ["slip", "limit"]) && !isHowMuch) return true;
  if (same && hasKind(tokens, ["mended"])) return true;
  // "2月28日公开，3月5日撤回后重新公开": of a day everything is said in its own sentence.
  if (same && hit.phrase.pattern.includes("{day}") && marks.length > 0) return true;
  if (isBasis(words) || isUpTo(words)) return true;
  if (name !== "" && typeof hit.value === "number" && secondRate(text, rest, hit.value, name)) return true;
  const isSome = topic || hasKind(marks, ["slip", "bad"]);
  if (isSome && /其中|个别|有的/u.test(words) && tokens.some(isPlainPercent)) return true;
  // "实际完成1,200万元，其中中小企业800万元": the part that is named is what the row asks for.
  const among = /^其中(?:的|面向|对)?([^\d,]{2,6}?)(?=\d|为|共|合同|采购|$)/u.exec(words)?.[1];
  if (among !== undefined && stakes.names.includes(among) && tokens.some(isMoney)) return true;
  // All of it, and yet some of it not: "100%公开，其中2项为事后补公开".
  const besides = same || /^(?:其中|另|但|仅)/u.test(words);
  if (
    hit.value === 1 &&
    besides &&
    tokens.some((token) => isCount(token) || isMoney(token)) &&
    marks.length > 0
  )
    return true;
  // All of it, and yet something is denied.
  if (hit.value === 1 && hasKind(marks, ["not", "none", "limit", "upheld", "draft"])) return true;
  if (isWhole(hit) && same && hasKind(marks, ["plan"])) return true;
  const isLate = /逾期|[超延]期|超时|滞后|推迟|[晚迟]/u.test(words);
  if (isWhole(hit) && same && hasKind(marks, ["slip", "bad"]) && (isLate || !isAchievement(text, rest)))
    return true;
  if (typeof hit.value === "string" && /个别|部分|少数|有的/u.test(words) && marks.length > 1) return true;
  if (hasKind(marks, ["limit"]) && /^(?:另|此外|其他)/u.test(words)) return true;
  if (meaning === "states" || meaning === "absence") return rest.unknown && !isAchievement(text, rest);
  if (hasKind(marks, ["draft"])) return true;
  if (isShortOf(words, hit)) return false;
  const leftOut =
    /除|[不未](?:含|包|计|纳)|(?:其余|剩余)(?!.*(?:均|都|全部))|仅|但|部分.{0,8}(?:未|没|由|转入|转至|列入|列支|计入)/u;
  if (hasKind(marks, ["limit"]) && leftOut.test(words)) return true;
  return (
    hasKind(marks, ["not"]) &&
    (topic || /[尚仍还暂]未|完成|达标|达到|统计|核实|核定|审定|确认|纳入|包含/u.test(words))
  );
}

/** Another amount in the cell than those that were read, their sums and differences. */
function otherAmount(text: string, { tokens, words, meaning, marks }: Rest, { known }: Stakes): boolean {
  const amounts = tokens.filter(isMoney);
  if (amounts.length === 0 || meaning === "scores") return false;
  const sum = amounts.reduce((all, token) => all + inWan(token), 0);
  const isKnown = (value: number): boolean => known.has(Number(value.toFixed(6)));
  if (words.includes("其中") && isKnown(sum)) return false;
  return amounts.some(
    (token) =>
      inWan(token) !== 0 &&
      !isKnown(inWan(token)) &&
      (marks.length > 0 ||
        !/费(?:用|支出|为|共){0,2}$/u.test(text.slice(Math.max(0, token.from - 6), token.from))),
  );
}

function inWan(token: Token): number {
  return token.is === "figure" ? token.figure.value / 10_000 : 0;
}

/** Who says so makes no other measure of it: 第三方评价认定完成率. */
const source =
  /第三方|评价|认定|审计|复核|反馈|检查|自评|实际|最终|调整|核减|核增|系统|平台|数据|导出|剔除|扣除|还原|后|前/gu;
const rateName = /(?:[^\d%,:]{2,12}率|进度|比例|比率|满意度)(?=[^率度例]*$)/u;

/** "财政部门通报数为91%": a percentage that has no name of its own, no year and no target, is that of the measure. */
function secondRate(text: string, { tokens, from }: Rest, value: number, name: string): boolean {
  if (hasKind(tokens, ["goal", "past", "change", "score"])) return false;
  return tokens.some((token) => {
    if (!isPlainPercent(token) || token.is !== "figure" || Math.abs(token.figure.value - value) < 1e-9)
      return false;
    const before = text.slice(from, token.from);
    // A month of less than 100%, of which the mean is 100%.
    if (value === 1 && /平均/u.test(name) && /月/u.test(before) && token.figure.value < 1) return true;
    return (
      !/[-+×÷*/=按]$|参与|目标|标准|占/u.test(before) && !isOther(rateName.exec(before)?.[0] ?? "", name)
    );
  });
}

/** Whether a rate is called by a name that the other has not: 效益指标完成率 beside 产出指标完成率. */
function isOther(name: string, own: string): boolean {
  let same = 0;
  while (same < name.length && name.at(-1 - same) === own.at(-1 - same)) same += 1;
  if (/平均/u.test(own) !== /平均/u.test(name)) return name !== "";
  return (
    name
      .slice(0, name.length - same)
      .replace(source, "")
      .replace(neutral, "") !== ""
  );
}
