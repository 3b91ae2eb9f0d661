import type { Clause, ReadCell } from "../words/readCell";
import { unknownWords } from "../words/unknownWords";
import { hasKind, isCount, isMoney, isPlainPercent } from "../words/tokenKinds";
import { isBareScope, isOtherLabel, yearFor } from "./bareScope";
import { isOtherThing } from "./edges";
import { isAside } from "./isAside";
import { putsInDoubt } from "./comment";
import { leadsAway, monthsBefore, otherLead } from "./leadIn";
import { isEarlier, stakeOf, type Around, type Hit, type Place, type Stake } from "./findHits";
import { isBasis, isUpTo, measureStands } from "./measureClause";

/** Why words are no fact. aside: of another year, of somebody else, only planned; unclear: not understood. */
export type Refusal = "copied" | "aside" | "unclear";

/**
 * The clause of a hit, up to the next item of a list in it, and whether the words stand there; where they do not, what
 * stands in the way.
 */
interface OwnClause {
  readonly from: number;
  readonly to: number;
  readonly refused: Refusal | null;
}

const copied =
  /否则|扣完为止|扣至0|减至0|每发现|每增加|得分=(?![\d(])|的,?(?:不得分|(?:得|扣|可得|计)[\d.满]{1,4}分)|酌情/u;
/** Behind words that affirm: "按时公开率", "结果处理的80%", "开展自评的通知". */
const otherThing = /^(?:工作)?的?(?:通知|方案|计划|培训|会议|部署)|^率|^的?(?:约|近)?\d+(?:\.\d+)?%/u;
/** Behind words that deny: the object may go on so, and no further. */
const goesOn =
  /^(?:$|(?:的|等|之类|方面|配置|资产|事项|提出|指出|同一|成立|处理|被|查证|认定|为|且|或|及|和|与|质疑|举报|事件|行为|情况|情形|现象|问题|记录|业务|发生|项目|收益|收入|支出|资金|余额|需求|任务|情况发生){1,6}$)/u;
/** Behind words that affirm: nothing of its own, or one more thing that was done. */
const affirmedSo =
  /^(?:的?$|[^,《]{0,12}》|[和并及且与或同、]|(?:安排)?(?:的?(?:三公)?经费)?(?:总额)?数?$|(?:有关|相关)?(?:要求|工作|任务|资料|材料|手续|事项|事宜|等)(?:工作|要求)?$|(?:情况)?(?:良好|正常|较好|到位)$|完毕$)/u;
const joined = /^[及和与或][^,]{1,16}$/u;
/** "（含权责发生制结转）": not the plain figure, unless the units below are meant. */
const withPart = /^\(?(?:不|未|如)?包?含(?!下属|所属|本级|各|局)/u;
const limitedAbsence =
  /重大|严重|系统性|普遍|屡查|屡犯|以外|主观|故意|恶意|涉嫌|犯罪|实质性|原则性|根本|性质|其他|其它|新问题|新的|明显|突出|较大|大的|同类|类似|遗留|八项规定|小金库|作风|廉[政洁]|党风|公款|吃喝|党费|工会|招投标|工程|需?移送|超过?\d+[例次项起件宗份]/u;
const toTheRule = /^(?:按照?|根据|依据|对照)?(?:评分|计分)?(?:标准|规则|规定)[,:]/u;
/** "1类超标准，其余均符合标准": no second value. */
const rest = /(?:^|,)(?:其余|其他)[^,]{0,10}$/u;
/** Reads the clause that a hit stands in: a report, of this department and this year, of the whole of it. */
export function ownClause(cell: ReadCell, hit: Hit, around: Around): OwnClause {
  const clauses = hit.clauses.filter(({ from, to, remark }) => !remark && from < hit.to && to > hit.from);
  const from = Math.min(hit.from, ...clauses.map((clause) => clause.from));
  const clauseEnd = Math.max(hit.to, ...clauses.map((clause) => clause.to));
  const list = cell.text.slice(hit.to, clauseEnd).indexOf("、");
  const to = list < 0 ? clauseEnd : hit.to + list;
  const refused = hit.phrase.offered === true ? null : refusalOf(cell, hit, around, from, to);
  if (refused === "unclear") {
    // "已建立制度（征求意见稿）": it is the bracket that was not understood.
    const stake = stakeOf(hit);
    const { near } = placeOf(cell, hit, from, to);
    const remark =
      stake === "loss" ? undefined : near.find((one) => qualifies(cell, hit, one, stake, around));
    return { from: remark?.from ?? from, to: remark?.to ?? to, refused };
  }
  const lead = refused === "aside" ? monthsBefore(cell, hit, from) : null;
  if (lead !== null) return { from: lead.from, to: lead.to, refused };
  const other = refused === null ? narrowedBy(cell, hit, around.year, from, to) : null;
  return other === null ? { from, to, refused } : { from: other.from, to: other.to, refused: "unclear" };
}

function refusalOf(cell: ReadCell, hit: Hit, around: Around, from: number, to: number): Refusal | null {
  if (around.printed.has(hit.sentence.text.replace(toTheRule, ""))) return "copied";
  if (copied.test(cell.text.slice(hit.sentence.from, hit.sentence.to))) return "copied";
  const place = placeOf(cell, hit, from, to);
  const stake = stakeOf(hit);
  if (isAside(cell, hit, around, place, stake, from)) return "aside";
  if (leadsAway(cell, hit, around, from)) return "aside";
  if (cell.text.slice(hit.sentence.to, hit.sentence.to + 2).includes("?")) return "unclear";
  const { head, tail, strange } = place;
  if (stake === "good" && rest.test(place.before) && !/[未没无不]/u.test(place.own)) return "aside";
  const before = stake === "loss" ? head.filter((token) => token.to <= hit.from) : head;
  if (hit.otherUnit || hasKind([...head, ...strange], ["limit"])) return "unclear";
  if (hasKind(before, ["not", "none"]) || hasKind(tail, ["draft"])) return "unclear";
  if (stake !== "loss" && place.near.some((clause) => qualifies(cell, hit, clause, stake, around)))
    return "unclear";
  if (stake !== "loss" && hasUnknown(cell, hit, from, to, place, around.names)) return "unclear";
  switch (stake) {
    case "good":
      return goodStands(cell, hit, place) && !isOtherThing(place, around.names) ? null : "unclear";
    case "loss":
      return hit.value === "否" && hasKind(tail, ["not", "none", "slip", "bad"]) ? "unclear" : null;
    case "measure":
      return measureStands(cell, hit, around.names, place) ? null : "unclear";
  }
}

function placeOf(cell: ReadCell, hit: Hit, from: number, to: number): Place {
  const near = hit.clauses.filter((clause) => clause.from <= to && clause.to >= from);
  const tokens = near.flatMap((clause) => clause.tokens).filter((one) => one.from >= from && one.to <= to);
  const known = hit.phrase.example + hit.phrase.pattern;
  const inner = tokens.filter(
    (token) => token.from >= hit.from && token.to <= hit.to && !isEarlier(cell.text, hit, token),
  );
  return {
    before: cell.text.slice(from, hit.from),
    own: cell.text.slice(hit.from, hit.to),
    behind: cell.text.slice(hit.to, to),
    // A word across the edge belongs outside: "不符合|标准".
    head: tokens.filter((token) => token.from < hit.from),
    inner,
    tail: tokens.filter((token) => token.to > hit.to && token.from >= hit.from),
    strange: inner.filter((token) => !known.includes(cell.text.slice(token.from, token.to))),
    near,
  };
}

/** A remark, a clause before it or a label above it says that it is of another year, or not of the whole. */
function narrowedBy(cell: ReadCell, hit: Hit, known: number | null, from: number, to: number): Clause | null {
  const year = yearFor(hit, known);
  const own = hit.clauses.find((clause) => !clause.remark && clause.to > hit.from);
  const label = own?.labels.find((one) => isOtherLabel(cell.text, one, year));
  const scope = hit.clauses.find(
    (clause) =>
      (clause.remark ? clause.from <= to && clause.to >= from : clause.to <= from) &&
      isBareScope(cell.text, clause, year),
  );
  return label ?? scope ?? otherLead(cell, hit, from, year);
}

const none: ReadonlySet<number> = new Set();
/** "（2022）", "（×）", "（？）" at the end of a clause: nobody knows what that says. */
const bare = /^\((?:-?[\d,.]{1,12}|[×xX?]{1,3}|约|[A-Za-z]{1,3})\)(?:[,.。;!\n]|$)/u;

/** What stands in brackets qualifies the words: "（征求意见稿）", "（2个单位漏报）", "（含已拨付未使用80万元）". */
function qualifies(cell: ReadCell, hit: Hit, clause: Clause, stake: Stake, { names, year }: Around): boolean {
  const { remark, from, marks } = clause;
  if (!remark) return false;
  if (
    from >= hit.to &&
    (bare.test(cell.text.slice(from, clause.to + 1)) || putsInDoubt(cell.text, clause, hit, year, none))
  )
    return true;
  if (unknownWords(cell.text, clause, clause.tokens, names) !== null) return true;
  const words = cell.text.slice(from, clause.to);
  if (
    isBasis(words) ||
    /中(?:有|的|仅)?\d/u.test(words) ||
    (stake === "measure" && (isUpTo(words) || /季度|[上下]半年/u.test(words)))
  )
    return true;
  if (stake === "measure" && (hasSecond(cell, hit, clause) || hasKind(clause.tokens, ["mended"])))
    return true;
  // "（试点科室）"
  if (stake === "good" && hasKind(clause.tokens, ["part"]) && !/含|包括/u.test(words)) return true;
  if (marks.some((mark) => stake === "good" || !hasKind([mark], ["bad"]))) return true;
  return stake === "measure" && withPart.test(cell.text.slice(from, from + 6));
}

/** "500万元（调整后540万元）": another figure of the same unit, unless it is the target, of another year, or its parts. */
function hasSecond(cell: ReadCell, { phrase, value, to: end }: Hit, { from, to, tokens }: Clause): boolean {
  if (from < end) return false;
  const same = tokens.filter(/元|amt/u.test(phrase.pattern) ? isMoney : isPlainPercent);
  const words = cell.text.slice(from, to);
  if (same.length === 0 || typeof value !== "number" || hasKind(tokens, ["goal", "past", "score"]))
    return false;
  if (/目标|[-+×÷*/=]|满分|得分/u.test(words) || tokens.some((token) => token.is === "year")) return false;
  const scale = /元|amt/u.test(phrase.pattern) ? 10_000 : 1;
  const sum = same.reduce((all, token) => all + (token.is === "figure" ? token.figure.value / scale : 0), 0);
  return Math.abs(sum - value) > 1e-6;
}

/** Words before or behind it, in its own clause, that are not understood. */
function hasUnknown(
  cell: ReadCell,
  hit: Hit,
  from: number,
  to: number,
  place: Place,
  names: string,
): boolean {
  return (
    unknownWords(cell.text, { from, to: hit.from }, place.head, names) !== null ||
    unknownWords(cell.text, { from: hit.to, to }, place.tail, names) !== null
  );
}

/** Nothing in the clause says the contrary, and it ends where the words end. */
function goodStands(cell: ReadCell, { value, from, phrase }: Hit, place: Place): boolean {
  const { head, inner, tail, behind, own, near } = place;
  // "应评估项目4个，评估了3个，均已开展": some, and all of them.
  const counted = inner.flatMap((token) =>
    token.is === "figure" && isCount(token) ? token.figure.value : [],
  );
  if (new Set(counted).size > 1) return false;
  const marks = near.flatMap((clause) => clause.marks);
  const strange = place.strange.filter((token) => marks.includes(token));
  const denial = value !== "是" && /[未没无不]/u.test(own);
  const loud = hasKind(tail, ["not", "none", "slip", "bad", "upheld", "limit", "plan", "duty", "draft"]);
  if (hasKind(denial ? head : [...head, ...strange], ["slip", "bad", "upheld", "mended"])) return false;
  if (otherThing.test(behind)) return false;
  const counts = [...head, ...tail].filter(isCount);
  if (counts.length > 1 && cell.text.slice(Math.max(0, from - 20), from).includes("中")) return false;
  if (value === "是")
    return (
      !loud &&
      !hasKind(strange, ["not", "none"]) &&
      (affirmedSo.test(behind) || phrase.example.includes(own + behind))
    );
  if (limitedAbsence.test(own)) return false;
  if (denial) return goesOn.test(behind) || (joined.test(behind) && !loud);
  return !loud && !/^的(?!(?:规定|要求|时限|期限)(?:要求|规定)?$)/u.test(behind) && !tail.some(isCount);
}
