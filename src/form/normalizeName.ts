const doubleQuotes = /[“”„‟«»「」『』〝〞]/gu;
const singleQuotes = /[‘’‚‛`´]/gu;
const invisible = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu;

/**
 * The form of a name by which names are compared: “三公” 经费\n控制情况 and "三公"经费控制情况 are the same. Full-width
 * characters become plain, white space and line breaks go, quotes are one kind. List numbers stay.
 */
export function normalizeName(text: string): string {
  return text.replace(doubleQuotes, '"').replace(singleQuotes, "'").normalize("NFKC").replace(invisible, "");
}
