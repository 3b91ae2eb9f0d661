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
  if (goal.doubt != null) return { ...reading, certainty: "unsure", question: `请确认：${goal.doubt}？` };
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
  const turned =
    (kind === "atMost" && target.side !== null && moreIsBetter.test(name)) ||
    (kind === "atLeast" && target.side !== null && !isCost && isLessBetter(name));
  if (turned && !same) doubts.push(`目标值“${target.text}”的方向与“${name}”不符，是“不低于”还是“不高于”`);
  if (wholeRate.test(name) && actual.unit.name === "%" && actual.value > 1)
    doubts.push(`“${name}”不会超过100%，实际完成值“${actual.text}”是否有误`);
  return doubts;
}

/** Rates of which more is better, and that are parts of a whole. */
const wholeRate =
  /(?:合格|优良|优秀|达标|及时|准时|准确|正确|覆盖|知晓|完好|出勤|到位|到课|参训|成活|入学|巩固|公开|通过|验收|治愈|普及|参保|投用|利用|使用|办结|受理|响应|保存|保障)率$/u;
const moreIsBetter = new RegExp(
  `满意度$|(?:完成|就业|增长|提高|收益|回收|上座|入住)率$|${wholeRate.source}`,
  "u",
);

const isBounded = ({ side, high }: Figure): boolean =>
  high === null && side !== null && side !== "approx" && side !== "equal";

function isMore(actual: Figure, target: Figure): boolean {
  return actual.value > target.value || actual.magnitude > target.magnitude;
}
