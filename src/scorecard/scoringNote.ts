import type { CriterionLevel } from "../criteria/criterion";
import { oncePerText } from "../words/oncePerText";
import { readBaseSentence } from "../form/fundBase";
import { aboutWords, goesOn, isGradeScale, isHarmless, unreadNote, type UnreadNote } from "./noteSentences";
import { anyStretch, byQuotient, ofMoney, stretches, understood } from "./usualPractice";

/** What a note or a 评分标准 says of scoring targets against actuals, every sentence of it read. */
type ScoringNote =
  /** In proportion, full marks at most; levels: where it prints the stretches of the three levels. */
  | { readonly state: "ratio"; readonly levels: readonly CriterionLevel[] | null }
  /** It may change what a row gets, and these words were not understood. */
  | {
      readonly state: "unread";
      readonly unread: readonly [UnreadNote, ...UnreadNote[]];
      /** Of the rows that none of it is about, it says that they count in proportion. */
      readonly besides?: { readonly levels: readonly CriterionLevel[] | null };
      /** The stretches of the three levels where it prints them. */
      readonly levels: readonly CriterionLevel[] | null;
    }
  | { readonly state: "none" };

const levelNames = ["达成", "部分达成", "未达成"] as const;

const longest = 4000;
/** Stands where the usual practice was read. */
const read = "\u0001";
/** The same, of 定性指标. */
const readOfWords = "\u0002";

/** In one width, without white space but between its lines. */
export function plainNote(printed: string): string {
  return (
    printed
      .normalize("NFKC")
      .replace(/[^\S\n\r]+/gu, "")
      .replace(/，/gu, ",")
      .replace(/；/gu, ";")
      // A line broken by hand goes on, unless the next one is an item of a list.
      .replace(/(?<=[\u4e00-\u9fff,、“(])[\n\r]+(?=[\u4e00-\u9fff”)])(?![一二三四五六七八九十][、.])/gu, "")
      // Of which budget it is, and what it gives.
      .replace(/,(?=(?:预算|资金)*执行率(?:指标)?得分=)/gu, ";")
  );
}

/** Reads the whole text: every sentence is understood, or harmless, or else it is unread. */
export const readScoringNote = oncePerText((printed: string): ScoringNote => {
  const text = plainNote(printed);
  if (text.length > longest) return unreadOf([unreadNote(text)], null, false);
  let rest = text;
  const found = understood.filter(({ words }) => {
    const before = rest;
    rest = rest.replace(words, (found) => (aboutWords(found) ? readOfWords : read));
    return rest !== before;
  });
  const isRatio = found.some((one) => one.isRatio);
  const quotients = rest.match(byQuotient) ?? [];
  rest = rest.replace(byQuotient, read);
  const unread = [
    ...quotients.map((words): UnreadNote => ({ ...unreadNote(words), of: "goals", rows: "turned" })),
    ...marksOfFund(text),
    ...rest.split(/[。\n\r]/u).flatMap(unreadInAll),
  ];
  const shares = new RegExp(anyStretch, "u").exec(text);
  const match = stretches.exec(text);
  const levels = match === null ? null : levelsOf(match);
  // Stretches of another kind than three downwards.
  const others =
    isRatio && shares !== null && levels === null && unread.length === 0
      ? text
          .split(/[。;\n\r]/u)
          .flatMap((sentence) => (sentence.includes(shares[0]) ? [unreadNote(bare(sentence))] : []))
      : [];
  const [first, ...more] = [...unread, ...others];
  if (first !== undefined) return unreadOf([first, ...more], levels, isRatio);
  return isRatio ? { state: "ratio", levels } : { state: "none" };
});

/** @param isRatio it says of rows that they count in proportion */
function unreadOf(
  unread: readonly [UnreadNote, ...UnreadNote[]],
  levels: readonly CriterionLevel[] | null,
  isRatio: boolean,
): ScoringNote {
  const isLimited = unread.every(({ rows, full }) => rows !== "all" || full !== null);
  return { state: "unread", unread, levels, ...(isLimited && isRatio ? { besides: { levels } } : {}) };
}

/** "预算执行率×10分，最高不超过10分": what the money gets at most is for the table to say. */
function marksOfFund(text: string): readonly UnreadNote[] {
  return (text.match(ofMoney) ?? []).flatMap((words) =>
    [...words.matchAll(/\d{1,3}/gu)].map(([full]): UnreadNote => ({
      ...unreadNote(words),
      of: "fund",
      full: Number(full),
    })),
  );
}

const label =
  /^(?:(?:注|备注|说明|填[表报](?:说明|须知)?|[计评]分(?:说明|规则|办法|方法)|计算方法)\d{0,2}:|(?:注|备注)\d{1,2}[.、])+/u;
const number = /^(?:\(?[\d一二三四五六七八九十]{1,2}[).、]|[①-⑳])+(?!\d)/u;

/** Of one sentence, whose clauses may go on about 定性指标. */
function unreadInAll(printed: string): readonly UnreadNote[] {
  let isOfWords = false;
  return printed.split(";").flatMap((part) => {
    const sentence = bare(part);
    const isOfThem = sentence.startsWith(readOfWords) || aboutWords(sentence);
    isOfWords = isOfThem || (isOfWords && goesOn.test(sentence));
    return unreadIn(sentence.replaceAll(readOfWords, read), isOfWords);
  });
}

function unreadIn(sentence: string, isOfWords: boolean): readonly UnreadNote[] {
  if (sentence === "" || isGradeScale(sentence) || readBaseSentence(sentence) !== null) return [];
  if (!sentence.includes(read)) return isHarmless(sentence) ? [] : [unreadNote(sentence, isOfWords)];
  // Half of it was read: what stands around that may take it back.
  const around = sentence.split(read).map(bare);
  const isRead = around.every((part) => part === "" || isHarmless(part, true));
  if (isRead) return [];
  const words = around.join("…");
  return [{ ...unreadNote(around.filter((part) => part !== "").join(","), isOfWords), words }];
}

/** Without its label and its list number. */
export function bare(text: string): string {
  return text
    .replace(/^[,:、.]+/u, "")
    .replace(label, "")
    .replace(number, "")
    .replace(label, "")
    .replace(/^(?:自评)?得分(?:一?[栏列]):/u, "")
    .replace(/^定量指标(?:计分|得分)?(?:原则|方法|办法)?(?:按照以下方法评定)?:/u, "")
    .replace(/[,:、.]{1,3}$/u, "")
    .replace(/^(?:但|且|并且?|同时)$/u, "");
}

/** The three stretches as printed; the lower end of each belongs to it. */
function levelsOf(match: RegExpExecArray): readonly CriterionLevel[] | null {
  const bounds = match.slice(1, 7).map((number) => Number(number) / 100);
  const [top = 1, a = 0, b = 0, c = 0, d = 0, last = 0] = bounds;
  if (top !== 1 || a !== b || c !== d || !(a > c && c > last)) return null;
  return tiers(a, c, last);
}

/** 达成 down to the first bound, 部分达成 down to the second, 未达成 down to the last. */
export function tiers(first: number, second: number, last = 0): readonly CriterionLevel[] {
  const ends = [1, first, second, last];
  return levelNames.map((name, index) => {
    const [to = 1, from = 0] = ends.slice(index, index + 2);
    const clause = `${name}年度指标，${Math.round(to * 100)}%-${Math.round(from * 100)}%`;
    return { name, from, to, toIncluded: index === 0, clause };
  });
}
