import { neededWords, type AnyOf } from "./neededWords";

/**
 * The small language of word patterns. Sentences come normalised (NFKC, no white space, no quotation marks), so "(",
 * "," and "%" are the half-width ones.
 *   ~      a gap of up to 24 characters, without comma and without a negation ("已~公开" never spans 未)
 *   {is}   为, 达到, 约, 从85%提高到 and the like, or nothing; up to four of them: up to three would be written out three
 *          times in what is compiled, and take three times as long
 *   {pct} {amt} {cnt}   group 1, the figure with its unit; "95%以上" is no figure
 *   {day}  group 1, a day of the calendar; without a year it is of the one named before it in the sentence
 *   {rng}  group 1, a band such as "≤10%"
 *   {none} 未发现, 没有, 无: nothing of what follows
 *   {outside} nothing: no 内部审计 or 纪检 alone stands before it, which look at the department from within
 *   {many} 未发现 with a gap behind it that holds no action ("没有及时处理投诉" is not "没有投诉")
 */
const macros: Readonly<Record<string, string>> = {
  "~": "[^,:未没无不否非]{0,24}?",
  "{is}":
    "(?:[由从][^,:;%]{0,14}?-?\\d{1,4}(?:\\.\\d{1,4})?%(?:逐步|大幅)?(?:提高|提升|上升|增长|增加|下降|降低|降|升|压减|减少)[到至]了?(?:年[末底]的)?)?(?:[=:](?:[^=,;:未没无不]{0,40}[÷/×*+-][^=,;:未没无不]{0,40}=){1,3}|约为|大约为|均为|分别为(?!.{0,40}[和、与])|达到了?|达|为|是|:|=|约|大约|近|接近|合计|共计|共|计|已|有|数|元){0,4}",
  "{pct}":
    "((?:\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,12})(?:\\.\\d{1,10})?%)(?:左右|上下)?(?!\\(?含?\\)?以[上下内]|及以|或以|的(?!$|[,、])|[*×÷/~]|[-—至到]\\d)",
  "{amt}":
    "((?:\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,12})(?:\\.\\d{1,10})?(?:万|亿)?元)(?:左右|上下)?(?!以[上下内]|及以|[*×÷~]|[-—至到]\\d)",
  "{cnt}":
    "((?:\\d{1,6}|(?<![第每任同唯其一二三四五六七八九十百\\d])[一二两三四五六七八九十])(?:个月|[项个次笔例家份宗起件类台]))(?!以[上下内]|及以|工作日|月)",
  "{day}": "((?:20\\d\\d年)?\\d{1,2}月\\d{1,2}[日号]|20\\d\\d[-.]\\d{1,2}[-.]\\d{1,2})",
  "{rng}":
    "((?:[≤≥<>]=?|小于或?等于|大于或?等于|小于|大于)-?\\d{1,3}(?:\\.\\d{1,4})?%?|-?\\d{1,3}(?:\\.\\d{1,4})?%以[上内])",
  "{none}":
    "(?:未发现|没有发现|未查出|未发生|没有发生|无发生|未收到|没有收到|未接到|未出现|没有出现|不存在|没有|无(?![效法力论需须锡]))",
  "{outside}":
    "(?<!(?:^|[,:])(?:(?!(?<!内部)审计|财会|财政|巡)[^,:;]){0,14}(?:内部审计|内审|纪检|监察|决算审核)(?:(?!审计|财政|财会|巡)[^:;]){0,14})",
  "{many}": "(?:(?!及时|处理|回应|答复|解决|落实|整改|执行|反馈|按|完成)[^,:未没无不否]){0,40}?",
  "{time}": "(?:及时|按时|按期|如期|准时|在?规定时[间限]内?|按规定时[间限]|在?规定期限内)",
  // The beginning of a clause that reports what the department itself did, not the rules that it follows.
  "{own}": "(?:^|[,:、])(?:(?!按照|根据|依据|遵照|执行|财政|上级|应|须|如|若|有关)[^,:未没无不]){0,20}?",
  "{has}": "(?:有(?![关待效利序必限])|建立(?:健全)?|审议通过|制定|制订|出台|印发|修订)(?:了)?",
  "{all}": "(?:均|全部|都|所有)",
};

const compiled = new Map<string, RegExp>();

/** A pattern written in the small language above; the same one for the same source, for its compilation is slow. */
export function compilePattern(source: string): RegExp {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const full = Object.entries(macros).reduce(
    (text, [macro, meaning]) => text.replaceAll(macro, meaning),
    source,
  );
  const pattern = new RegExp(full, "gu");
  compiled.set(source, pattern);
  return pattern;
}

const neededByMacro = Object.fromEntries(
  Object.entries(macros).map(([macro, meaning]) => [macro, neededWords(meaning, {})]),
);
const needed = new Map<string, readonly AnyOf[]>();

/**
 * Whether a pattern can be found in a text at all: false where a word is missing that stands in all that it means. Most
 * patterns are wanted for few texts, and to compile one takes longer than to look for its words.
 */
export function mayStand(source: string, text: string): boolean {
  const words = needed.get(source) ?? neededWords(source, neededByMacro);
  needed.set(source, words);
  return words.every((any) => any.some((word) => text.includes(word)));
}
