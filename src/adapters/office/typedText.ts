/** Punctuation that no number, date, percentage or reference contains. */
const sentenceMark = /[，。；：、！？（）《》“”【】\n]/u;
/** What Excel's own reading of typed words starts from: digits of any kind, signs, month and truth names. */
const convertible =
  /[0-9０-９〇零一二三四五六七八九十廿百千万亿元年月日时分%％$￥¥€]|^(true|false|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;
const sign = /^[=+\-@'#＝＋－＠\s]/u;

/** The text as it must be typed so that Excel keeps it a text: with an apostrophe where Excel would otherwise make
 * a formula, a number or a date of it. Only there, because the apostrophe stays in the cell's style. */
export function typedText(text: string): string {
  if (text === "") return "";
  const safe = !sign.test(text) && (sentenceMark.test(text) || !convertible.test(text));
  return safe ? text : `'${text}`;
}
