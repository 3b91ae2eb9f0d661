import { normalizeName } from "./normalizeName";

const listNumber =
  /^(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、,:)])(?!\d)/u;
const unitInBrackets = /[([【](?:%|分|万元|(?:分值|权重|满分)?:?\d{1,3}(?:\.\d{1,3})?(?:分|%)?)[)\]】]$/u;

/** normalizeName without the list number in front and the unit or weight behind: "1.结转结余率（2分）" → "结转结余率". */
export function bareName(text: string): string {
  const plain = normalizeName(text).replace(listNumber, "").replace(unitInBrackets, "");
  return plain === "" ? normalizeName(text) : plain;
}
