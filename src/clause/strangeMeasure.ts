import { readRange } from "./readCondition";
import { isSameFigure, sharesName, type Naming } from "./sameMeasure";
import type { Reading } from "./statements";

/** Names of what is measured; what is left of the name of a step (每降低) is none. */
const ownName = /^(?!每).{0,24}(?:率|度|比例|比重|占比|比值|人数|数量)(?:\([^()]*\))?$/u;
/** They stand for whatever is measured. */
const anyMeasure =
  /^(?:该|本|此)?(?:比率|比例|比值|数值|率|指标|指标值|结果|实际值|完成值|实际完成值?|达到|未达到|以上)?$/u;

/**
 * Whether bounds are set on something that no question asks: 得分=完成率×分值 beside 满意度低于80%的不得分. Bounds without a name of
 * their own, in front of all others, are of the indicator.
 */
export function boundsStrangeMeasure(
  readings: readonly Reading[],
  naming: Naming,
  labels: readonly string[],
): boolean {
  const { text, name: indicator } = naming;
  const names = readings
    .flatMap(({ statements }) => statements)
    .flatMap(({ condition, from }) => {
      const range = readRange(condition, text);
      return range === null ? [] : [{ name: range.name, from }];
    })
    .sort((one, other) => one.from - other.from)
    .map(({ name }) => name)
    .filter((name) => anyMeasure.test(name) || ownName.test(name));
  const [first] = names;
  const named = Array.from(new Set(names)).filter((name) => !anyMeasure.test(name));
  const isAsked = (name: string): boolean =>
    labels.some((label) => label.includes(name) || isSameFigure(name, label, naming));
  if (first === undefined || named.length === 0) return false;
  if (!named.every(isAsked)) return true;
  return anyMeasure.test(first) && !labels.some((label) => sharesName(label, indicator));
}
