const longestLabel = 40;
const marks = '，,。；;、：:！!？?\n“”"';
export const sentenceEnds = "。；;！!？?\n";
/** 1.举办…, （二）参加…, 一是新建…: what stands in front of the first word of an item. */
export const listMark =
  /^(?:[(（][\d一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、)）]|[一二三四五六七八九十]{1,2}[是、])/u;

/** The words in front of a place, from the last mark or figure. */
export function labelBefore(text: string, at: number, lowest: number): string {
  const floor = Math.max(lowest, at - longestLabel);
  let from = at;
  while (from > floor && !marks.includes(text.charAt(from - 1))) from -= 1;
  return text.slice(from, at).replace(listMark, "");
}

/** The clause in front of the one that holds a figure, where no other figure stands between. */
export function clauseBefore(text: string, at: number, lowest: number): string {
  const floor = Math.max(lowest, at - 2 * longestLabel);
  let to = at;
  while (to > floor && !marks.includes(text.charAt(to - 1))) to -= 1;
  if (to === floor || sentenceEnds.includes(text.charAt(to - 1))) return "";
  return labelBefore(text, to - 1, floor);
}

/** The words behind a place, to the next mark or figure. */
export function wordsBehind(text: string, at: number, highest: number): string {
  let to = at;
  const most = Math.min(highest, at + longestLabel);
  while (to < most && !marks.includes(text.charAt(to)) && !"()（）".includes(text.charAt(to))) to += 1;
  return text.slice(at, to);
}

/** From the last comma or sentence end before `from` to six characters behind `to`; without what lies behind `until` (the words of a bound). */
export function clauseAround(text: string, from: number, to: number, until: number): string {
  const lowest = Math.max(0, from - 120);
  let at = from;
  while (at > lowest && !"，,".includes(text.charAt(at - 1)) && !sentenceEnds.includes(text.charAt(at - 1)))
    at -= 1;
  const behind = /^[^，,。；;！!？?\n]{0,6}/u.exec(text.slice(to, to + 6))?.[0] ?? "";
  return text.slice(at, until) + behind;
}
