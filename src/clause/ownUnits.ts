import type { Token } from "./token";
import { countUnits, measureUnits, timeUnits } from "./units";

const measured = new RegExp(`^(?:${measureUnits})`, "u");
const known = new RegExp(`^(?:${measureUnits}|${countUnits}|${timeUnits})`, "u");
/** 卷, kVA: whatever stands between a number and the end of its words. */
const any = /^(?![的时者则在视为属于之且并但而或及和与、至到有以均都])[\p{Script=Han}A-Za-z°]{1,3}?(?=的?$)/u;

/** The numbers of a condition with the units behind them, whatever these are: 100平方米, 30秒, 550元/天, 每缺1卷. */
export function withUnits(condition: readonly Token[], text: string): readonly Token[] {
  const found: Token[] = [];
  let isStep = false;
  for (let index = 0; index < condition.length; index += 1) {
    const token = condition[index];
    if (token === undefined) break;
    isStep ||= token.is === "each";
    if (token.is !== "number" || token.unit === "%") {
      found.push(token);
      continue;
    }
    let { unit, to } = token;
    /** Where the word ends in which the unit was found. */
    let end = to;
    const next = condition[index + 1];
    if (unit === "" && next?.is === "word" && next.from === to) {
      unit = unitIn(text.slice(next.from, next.to), isStep || isBound(condition, index));
      to += unit.length;
      if (unit !== "") [end, index] = [next.to, index + 1];
    }
    const [sign, of] = condition.slice(index + 1, index + 3);
    if (unit !== "" && end === to && sign?.is === "operator" && sign.sign === "/" && of?.is === "word") {
      // 元/吨: of what the amount is.
      const per = any.exec(text.slice(of.from, of.to))?.[0] ?? "";
      unit = per === "" ? "" : `${unit}/${per}`;
      if (per !== "") [to, end, index] = [of.from + per.length, of.to, index + 2];
    }
    found.push({ ...token, unit, to });
    if (to < end) found.push({ is: "word", from: to, to: end });
  }
  return found;
}

function unitIn(word: string, bound: boolean): string {
  return (bound ? (known.exec(word) ?? any.exec(word)) : measured.exec(word))?.[0] ?? "";
}

/** 不超过100平方米, 3年以上. */
function isBound(condition: readonly Token[], index: number): boolean {
  const [before, behind] = [condition[index - 1], condition[index + 2]];
  return before?.is === "compare" || behind?.is === "behind" || behind?.is === "included";
}
