import type { ReadCell } from "../words/readCell";
import type { Token } from "../words/readTokens";
import { hasKind, isCount, isPartOfYear } from "../words/tokenKinds";
import { isEarlier, stakeOf, type Around, type Hit, type Place, type Stake } from "./findHits";

const planned = /(?:计划|预计|预期|拟|应|须|需|力争|争取|可望|有望)$/u;
/** Somebody asks for it: "上级要求建立…", which is not "按要求建立". */
const asked = /(?<![按照据合足依][^,]{0,30})要求$/u;
/** 2021-2023年: of several years at once. */
const yearsOn = /20\d\d年?度?[-~—至到、和及与]+20\d\d年/u;
const document = /制度|办法|规程|规定|细则|《/u;

/** Of another year, of somebody else, of a part; planned, asked for, or what will be done about it. */
export function isAside(
  cell: ReadCell,
  hit: Hit,
  around: Around,
  place: Place,
  stake: Stake,
  from: number,
): boolean {
  const { head, inner, strange, before, own, near } = place;
  if (near.some(({ meaning, remark }) => meaning === "remedies" && !remark)) return true;
  if (hasKind([...head, ...inner], ["past", "season"]) || hasKind(head, ["part"])) return true;
  const others = head.filter((token) => hasKind([token], ["others"]) && !inspects(cell.text, token, hit.to));
  if (others.length > 0 && !/[及和与各含]/u.test(before)) return true;
  const named = (token: Token): boolean =>
    token.from >= hit.from && hit.phrase.example.includes(cell.text.slice(token.from, token.to));
  const doers = [...head, ...inner].filter((token) => hit.value !== "不涉及" || !named(token));
  if (doneBy(cell.text, doers, stake === "loss" ? null : from, hit.to)) return true;
  if (hasKind([...head, ...strange], ["plan", "duty", "draft", "goal"])) return true;
  if (/(?:^|,)(?:机关|本级|本部)$/u.test(before) || yearsOn.test(before + own)) return true;
  if (planned.test(before) || asked.test(before) || otherTime(cell, hit, around, place)) return true;
  if (stake !== "measure" || isDay(hit)) return false;
  const upTo = hit.clauses.some(
    (clause) =>
      !clause.remark &&
      clause.to <= from &&
      (clause.to - clause.from <= 10 ||
        /^(?:截[至止]|到|至)/u.test(cell.text.slice(clause.from, clause.to))) &&
      !clause.tokens.some(isCount) &&
      clause.tokens.some((token) => isPartOfYear(cell.text, token)),
  );
  return (
    upTo ||
    head.some((token) => isPartOfYear(cell.text, token)) ||
    /目标(?:[:≥≤]|约)?-?\d/u.test(before + own)
  );
}

const isDay = ({ phrase }: Hit): boolean => phrase.pattern.includes("{day}");

/** "区财政局检查指出": whoever looks at the department is not somebody else of whom it is said. */
function inspects(text: string, { from, to }: Token, end: number): boolean {
  const who = /财政[局厅]$|^(?:上级|主管)/u.test(text.slice(from, to));
  return who && /检查|审计|监督|指出|发现|批复|认定|查证|退回|回退/u.test(text.slice(to, end));
}

/**
 * "由下属单位制定", "交所属单位办理": somebody else did it, wherever in the clause that stands; of what went well also where
 * he begins the clause.
 */
function doneBy(text: string, tokens: readonly Token[], start: number | null, end: number): boolean {
  return tokens.some(
    (token) =>
      hasKind([token], ["others"]) &&
      (/(?<![来经])[由交托系]$/u.test(text.slice(Math.max(0, token.from - 2), token.from)) ||
        (start !== null &&
          token.from - start < 2 &&
          !/^[及和与、]/u.test(text.slice(token.to, token.to + 1)))) &&
      !inspects(text, token, end),
  );
}

/** "2024年部门预算" of a form of 2023; the 决算 that is published in a year is that of the year before. */
function isOtherPaper(text: string, token: Token, year: number): boolean {
  if (token.is !== "year") return false;
  const paper = /^(?:部门)?([预决])算/u.exec(text.slice(token.to, token.to + 4))?.[1];
  return paper !== undefined && token.year !== year && !(paper === "决" && token.year === year - 1);
}

/** A year that is not the form's; without one, two years in one sentence. The year of a document says nothing. */
function otherTime(cell: ReadCell, hit: Hit, { year }: Around, { head, inner, own }: Place): boolean {
  if (document.test(own)) return false;
  if (year !== null && [...head, ...inner].some((token) => isOtherPaper(cell.text, token, year))) return true;
  const yearsOf = (tokens: readonly Token[], dates: boolean): readonly number[] =>
    tokens.flatMap((token) =>
      token.is === "year" &&
      (dates || !/^\d/u.test(cell.text.slice(token.to, token.to + 1))) &&
      !/^(?:部门)?(?:预算|决算)/u.test(cell.text.slice(token.to, token.to + 4))
        ? token.year
        : [],
    );
  const all = hit.clauses
    .filter(({ remark }) => !remark)
    .flatMap(({ tokens }) => tokens)
    .filter((token) => !isEarlier(cell.text, hit, token));
  if (year === null) return new Set(yearsOf(all, false)).size > 1;
  const near = yearsOf([...head, ...inner], stakeOf(hit) !== "measure" || isDay(hit));
  const said =
    near.at(-1) ??
    yearsOf(
      all.filter((token) => token.to <= hit.to),
      false,
    ).at(-1);
  return said !== undefined && said !== year;
}
