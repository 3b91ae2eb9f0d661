import type { FactValue } from "../rules/fact";
import type { Phrase } from "../rules/phrase";

/*
 * The small language of the phrases. Sentences come normalised (NFKC, no white space, no quotation marks), so "(",
 * "," and "%" are the half-width ones.
 *   ~      a gap of up to 24 characters, without comma and without a negation ("已~公开" never spans 未)
 *   {is}   为, 达到, 约 and the like, or nothing
 *   {pct} {amt} {cnt}   group 1, the figure with its unit; "95%以上" is no figure
 *   {rng}  group 1, a band such as "≤10%"
 *   {none} 未发现, 没有, 无: nothing of what follows
 *   {many} 未发现 with a gap behind it that holds no action ("没有及时处理投诉" is not "没有投诉")
 */
const words: Readonly<Record<string, string>> = {
  "~": "[^,:未没无不否非]{0,24}?",
  "{is}":
    "(?:=[-\\d.,/×*+÷%万元]{1,60}=|约为|大约为|均为|分别为(?!.{0,40}[和、与])|达到了?|达|为|是|:|=|约|大约|近|接近|合计|共计|共|计|已|有|数|元){0,3}",
  "{pct}":
    "((?:\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,12})(?:\\.\\d{1,10})?%)(?:左右|上下)?(?!\\(?含?\\)?以[上下内]|及以|或以|的(?!$|[,、])|[*×÷/~]|[-—至到]\\d)",
  "{amt}":
    "((?:\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,12})(?:\\.\\d{1,10})?(?:万|亿)?元)(?:左右|上下)?(?!以[上下内]|及以|[*×÷~]|[-—至到]\\d)",
  "{cnt}": "(\\d{1,6}(?:个月|[项个次笔例家份宗起件类台]))(?!以[上下内]|及以|工作日|月)",
  "{rng}": "([≤≥<>]=?-?\\d{1,3}(?:\\.\\d{1,4})?%?|-?\\d{1,3}(?:\\.\\d{1,4})?%以[上内])",
  "{none}":
    "(?:未发现|没有发现|未查出|未发生|没有发生|无发生|未收到|没有收到|未接到|未出现|没有出现|不存在|没有|无(?![效法力论需须锡]))",
  "{many}": "(?:(?!及时|处理|回应|答复|解决|落实|整改|执行|反馈|按|完成)[^,:未没无不否]){0,40}?",
  "{time}": "(?:及时|按时|按期|如期|准时|在?规定时[间限]内?|按规定时[间限]|在?规定期限内)",
  // The beginning of a clause that reports what the department itself did, not the rules that it follows.
  "{own}": "(?:^|[,:、])(?:(?!按照|根据|依据|遵照|执行|财政|上级|应|须|如|若|有关)[^,:未没无不]){0,20}?",
  "{has}": "(?:有(?![关待效利序必限])|建立(?:健全)?|制定|制订|出台|印发|修订)(?:了)?",
  "{all}": "(?:均|全部|都|所有)",
};

/** A pattern written in the small language above. */
export function pattern(source: string): RegExp {
  const full = Object.entries(words).reduce(
    (text, [word, meaning]) => text.replaceAll(word, meaning),
    source,
  );
  return new RegExp(full, "gu");
}

/** A number with its own measure named. */
export function figure(factId: string, source: string, example: string): Phrase {
  return { factId, wordClass: "figure", pattern: pattern(source), value: "figure", example };
}

/** A band that the words only repeat, open ("≤10%") or closed ("90%≤及时率<100%"): a statement too. */
export function bands(factId: string, name: string, example: string): readonly Phrase[] {
  const bound = "\\d{1,3}(?:\\.\\d{1,4})?%";
  // Only where no closed band stands: of "90%≤及时率<100%" half would be another band.
  const open = "^(?!.*%[<≤>≥][^,:;0-9]{0,20}[<≤>≥])";
  return [`${open}.*?${name}(?:为|在|是|达到?|约)?{rng}`, `(${bound}[≤<>≥]${name}[≤<>≥]${bound})`].map(
    (source) => ({
      factId,
      wordClass: "statement",
      pattern: pattern(source),
      value: "figure",
      example,
    }),
  );
}

/** Words that name the clause's own condition. */
export function statement(factId: string, answer: FactValue, source: string, example: string): Phrase {
  const value: Exclude<Phrase["value"], string> = { fixed: answer };
  return { factId, wordClass: "statement", pattern: pattern(source), value, example };
}

/** Only a score of the finance bureau: offered in the question, never a fact. */
export function offer(factId: string, answer: FactValue, source: string, example: string): Phrase {
  return { ...statement(factId, answer, source, example), offered: true };
}
