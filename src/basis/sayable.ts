/*
 * What stands in a draft came from an answer, or it is how the criterion names what was asked. The names of a printed
 * criterion may hold more than a name: the number of a paper, a date, a verdict. Nobody has said these, so a sentence
 * that would hold one is not made; a person writes it himself.
 */

/** Numbers of papers, papers, dates, verdicts and causes, and points given as a reason. */
const unsaid: readonly RegExp[] = [
  /[〔【[(（]\s?(?:19|20)\d{2}\s?[〕】\])）]|\d\s?号|文号/u,
  /《/u,
  /(?:19|20)\d{2}\s?[年/.-]|\d{1,2}月\d{1,2}[日号]/u,
  /显著|明显|健全|完善|核定|良好|优秀|有效提[升高]/u,
  /原因|措施|由于|因为/u,
  /满分|得[\d.]{1,6}分|不得分/u,
  /问卷[^，。；]{0,6}\d|\d份[^，。；]{0,4}问卷/u,
];

/** Whether all of the words may be written; given: what a person answered in words, and dates that he gave. */
export function isSayable(words: string, given: readonly string[]): boolean {
  const rest = given
    .filter((one) => one.trim() !== "")
    .sort((left, right) => right.length - left.length)
    .reduce((text, one) => text.replaceAll(one, "□"), words);
  return unsaid.every((pattern) => !pattern.test(rest));
}
