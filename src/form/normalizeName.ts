const doubleQuotes = /[“”„‟«»「」『』〝〞]/gu;
const singleQuotes = /[‘’‚‛`´]/gu;
const invisible = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu;

/** Characters that stay as they are: most names hold no others. */
const plain = /^[!-_a-~、。《》\u4e00-\u9fff]*$/u;

/**
 * The form of a name by which names are compared: “三公” 经费\n控制情况 and "三公"经费控制情况 are the same. Full-width
 * characters become plain, white space and line breaks go, quotes are one kind. List numbers stay.
 */
export function normalizeName(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(doubleQuotes, '"').replace(singleQuotes, "'").normalize("NFKC").replace(invisible, "");
}

/** Whose a table is, by which it is compared: the year in front (2022年社区健身点建设) is no part of a project's name. */
export function ownerName(text: string): string {
  const name = normalizeName(text);
  return name.replace(/^(?:19|20)\d{2}(?:年度?|-(?=\D))/u, "") || name;
}

const listNumber =
  /^(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、,:)])(?!\d)/u;
const unitInBrackets =
  /[([{【〔](?:%|分|万元|(?:分值|权重|满分)?:?\d{1,3}(?:\.\d{1,3})?(?:分|%)?)[)\]}】〕]$/u;

/** normalizeName without the list number in front and the colon, unit or weight behind: "1.结转结余率（2分）：" → "结转结余率". */
export function bareName(text: string): string {
  const plain = normalizeName(text).replace(listNumber, "").replace(/:$/u, "").replace(unitInBrackets, "");
  return plain === "" ? normalizeName(text) : plain;
}
