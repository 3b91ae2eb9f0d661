import type { Figure } from "../quantity/figure";
import { tidy } from "../quantity/tidy";
import { compareUnits } from "../quantity/unit";

/** The figure of an actual that answers a target; doubt: the choice has to be confirmed. */
interface ChosenActual {
  readonly figure: Figure;
  readonly doubt: string | null;
}

const measuredWords = /(?:达到?|已达|统计为?|实际为?|实际完成|实际达到|实测为?|实现)$/u;
const plannedWords = /(?:目标值?|计划|预期|预计|原定|任务数?|应完成)(?:为|是|:|：)?$/u;

/**
 * Of several figures: one that restates the target ("已超过100万人") is left out; the measured one, behind 达到,
 * 统计 or 实际, wins; then the one of the target's unit; then the one beside the indicator's own words.
 */
export function chooseActual(
  target: Figure,
  figures: readonly Figure[],
  actualText: string,
  name: string,
): ChosenActual | null {
  const before = (figure: Figure): string => wordsBefore(actualText, figure);
  let left = figures.filter((figure) => compareUnits(target.unit, figure.unit) !== "unlike");
  const narrow = (keep: (figure: Figure) => boolean): void => {
    const kept = left.filter(keep);
    if (kept.length > 0) left = kept;
  };
  narrow((figure) => !restates(target, figure) && !plannedWords.test(before(figure)));
  narrow((figure) => measuredWords.test(before(figure)));
  narrow((figure) => compareUnits(target.unit, figure.unit) === "same");
  const best = Math.max(...left.map((figure) => shared(before(figure), name)));
  if (best > 0) narrow((figure) => shared(before(figure), name) === best);
  const [first, ...others] = left;
  if (first === undefined) return null;
  const rivals = others.filter((figure) => tidy(figure.value) !== tidy(first.value));
  if (rivals.length === 0) return { figure: first, doubt: null };
  const choices = left.slice(0, 4).map((figure) => `“${figure.text}”`);
  return { figure: first, doubt: `实际完成值中有${choices.join("、")}，以哪个为准` };
}

/** The words before the digits, with those of the side taken into the figure ("达到约5万人"). */
function wordsBefore(text: string, figure: Figure): string {
  const lead = /^[^0-9零一二两三四五六七八九十百]*/u.exec(figure.text)?.[0] ?? "";
  const window = text.slice(Math.max(0, figure.span.from - 12), figure.span.from).replace(/\s+/gu, "");
  const words = /(?<![^，,；;。、0-9])[^，,；;。、0-9]*$/u.exec(window)?.[0] ?? "";
  return measuredWords.test(words) || plannedWords.test(words) ? words : words + lead;
}

function restates(target: Figure, figure: Figure): boolean {
  const bounded = figure.side !== null && figure.side !== "approx";
  return bounded && tidy(figure.value) === tidy(target.value);
}

/** How many pairs of characters the words share with the indicator's name. */
function shared(words: string, name: string): number {
  let count = 0;
  for (let i = 0; i + 2 <= words.length; i += 1) if (name.includes(words.slice(i, i + 2))) count += 1;
  return count;
}
