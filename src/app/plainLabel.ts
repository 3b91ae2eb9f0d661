/** Brackets say more about a thing; quotation marks and punctuation say nothing. */
const brackets = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|〔[^〔〕]*〕|【[^【】]*】/gu;
const marks = /[\p{P}\p{Z}\p{C}\s]+/gu;

/** A label as labels are compared: “①（部门）制度是否健全的” and 制度健全 are one. */
export function plainLabel(label: string): string {
  const text = label.replace(/^[\s①-⑳]+/u, "").normalize("NFKC");
  const bare = (one: string): string =>
    one
      .replace(marks, "")
      .replaceAll("是否", "")
      .replace(/[的了吗]$/u, "");
  const outside = bare(text.replace(brackets, ""));
  return outside === "" ? bare(text) : outside;
}

/** One holds the other: 政府采购执行率 and 执行率, but not 未按时反馈 and 按时反馈. */
export function holds(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 1 && long.includes(short) && !isOpposed(one, other);
}

const before = {
  negation: /[不未无没非否免]有?$/u,
  degree: /(?:[不未无没非否免]有?|基本|部分|大致|较|比较|尚)$/u,
} as const;

/** The one says of the other's words that they are not so; degree: or not quite so (基本健全 and 健全). */
export function isOpposed(one: string, other: string, by: keyof typeof before = "negation"): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const at = short === "" ? -1 : long.indexOf(short);
  return at > 0 && before[by].test(long.slice(Math.max(0, at - 2), at));
}

/** 是 to the one is 是 to the other: both deny, or neither does. */
export function sameAnswer(one: string, other: string): boolean {
  return denials(one) % 2 === denials(other) % 2;
}

function denials(words: string): number {
  return words.match(/[不未无没非否]/gu)?.length ?? 0;
}
