import { completionRate, type CompletionRate } from "../criteria/completionRate";
import type { Figure } from "../quantity/figure";
import { isLessBetter } from "../criteria/targetWords";
import { tidy } from "../quantity/tidy";
import { proseDoubt } from "./proseDoubt";
import type { Goal } from "../form/form";

interface Named {
  readonly name: string;
  readonly level2: string;
  /** What the form says in words of what was achieved. */
  readonly prose?: string;
}

/** A 补助标准 is neither to be passed nor to be missed, accidents are to be none: as if a sign said so. */
export function withOwnSign(goal: Goal, { name, level2 }: Named): Goal {
  const { target } = goal;
  const isStandard =
    /成本/u.test(level2) && /(?:补助|补贴|发放|救助|奖励|资助|慰问)[^,，]{0,6}标准/u.test(name);
  const bare = typeof target.content === "number" || /^\d/u.test(target.content ?? "");
  const isNone = /^0(?![.\d])/u.test(String(target.content ?? "")) && isLessBetter(name);
  if (!(isStandard || isNone) || !bare || target.from.kind === "behind") return goal;
  const sign = isNone ? "≤" : "=";
  const parts = target.from.kind === "joined" ? target.from.parts : [target.at];
  return {
    ...goal,
    target: {
      ...target,
      content: `${sign}${String(target.content)}`,
      from: { kind: "joined", parts: [sign, ...parts] },
    },
  };
}

/**
 * 完成率 of a row of the form. What in an annex is only said is asked here, where it would decide the points: a repeated
 * target, a target of 0 that was passed, more than an exact one, a cost without its direction.
 */
export function goalReading(goal: Goal, named: Named): CompletionRate {
  const { target, actual } = goal;
  const reading = completionRate(target.content, actual.content, named.name);
  if (reading.outcome !== "rate" || reading.certainty === "unsure") return reading;
  const said = proseDoubt(named.name, actual.content, named.prose ?? "");
  const doubts = [
    ...reading.parts.flatMap((part) => doubtsOf(part, named)),
    ...(said === null ? [] : [said]),
  ];
  return doubts.length === 0
    ? reading
    : { ...reading, certainty: "unsure", question: `请确认：${doubts.join("；")}？` };
}

type Part = Extract<CompletionRate, { outcome: "rate" }>["parts"][number];

function doubtsOf({ target, actual, kind, met }: Part, { name, level2 }: Named): readonly string[] {
  // A date that was kept, "none" that there was none.
  if (target.digits === "" && actual.digits === "") return [];
  const same = tidy(target.value) === tidy(actual.value);
  const doubts: string[] = [];
  if (isBounded(actual) && same && kind !== "equal")
    doubts.push(`实际完成值“${actual.text}”照抄目标值，实测是多少`);
  if (target.value === 0 && actual.value > 0)
    doubts.push(`目标值为0，实际完成值为“${actual.text}”，应怎样计分`);
  if (kind === "equal" && !met && isMore(actual, target))
    doubts.push(`目标值“${target.text}”要求相等，实际“${actual.text}”高于目标，应怎样计分`);
  const isCost = /成本/u.test(level2 + name) && !/节约|节省|降低|下降|压减/u.test(name + target.text);
  if (isCost && kind === "atLeast" && !same)
    doubts.push(`成本指标的目标值“${target.text}”是“不低于”还是“不高于”`);
  return doubts;
}

const isBounded = ({ side, high }: Figure): boolean =>
  high === null && side !== null && side !== "approx" && side !== "equal";

function isMore(actual: Figure, target: Figure): boolean {
  return actual.value > target.value || actual.magnitude > target.magnitude;
}
