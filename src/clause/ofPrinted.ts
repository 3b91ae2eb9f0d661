import type { Interval } from "../criteria/interval";
import type { RangeCondition, ReadCondition } from "./readCondition";

const benchmark = /^(?:上述|以上|该|此|这一)?(?:基准|标准|基数)值?$/u;

/** 不高于基准: within the number that is printed before as 以60%为基准. */
export function ofPrinted(condition: ReadCondition, target: RangeCondition | null): ReadCondition {
  if (condition.of !== "against" || target === null) return condition;
  const { from, to } = target.interval;
  if (!benchmark.test(condition.other) || from === null || from !== to) return condition;
  const { sign, name } = condition;
  const isIn = sign !== "<" && sign !== ">";
  const interval: Interval = {
    from: /[≥>=]/u.test(sign) ? from : null,
    fromIncluded: isIn && sign !== "≤",
    to: /[≤<=]/u.test(sign) ? from : null,
    toIncluded: isIn && sign !== "≥",
  };
  return { ...target, name, interval, marked: { from: true, to: true }, soft: false };
}
