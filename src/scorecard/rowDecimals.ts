import type { RuleResult } from "../criteria/rule";
import type { Settings } from "../editions/settings";
import type { Form } from "../form/form";
import { tidy } from "../quantity/tidy";
import { lostPoints, roundHalfUp } from "./formatPoints";

const decimalsOf = { one: 1, two: 2, three: 3, none: null } as const;

/** To how many decimals every row of this form is rounded before the total adds it; null: to none. */
export function rowDecimals({ kind }: Pick<Form, "kind">, settings: Settings): number | null {
  return kind === "project" ? decimalsOf[settings.rowDecimals] : null;
}

/** A row as it is printed: its points rounded, and what it loses with them; what that makes of them is a step of its own. */
export function roundedResult(result: RuleResult, decimals: number | null): RuleResult {
  if (result.outcome !== "scored" || decimals === null) return result;
  const points = roundHalfUp(result.points, decimals);
  const more = tidy(points - result.points);
  if (more === 0) return { ...result, points };
  const clause = `四舍五入到${decimals}位小数`;
  const [first, ...others] = result.losses;
  const left = first === undefined ? 0 : lostPoints(first.points, more);
  const hidden = first !== undefined && left === 0;
  const said = `实得${tidy(result.points)}分，${clause}为${points}分。`;
  return {
    ...result,
    points,
    losses: first === undefined || hidden ? others : [{ ...first, points: left }, ...others],
    step: { label: "得分", value: points, unit: "分", clause, inputs: [result.step] },
    remarks: hidden ? [...result.remarks, said] : result.remarks,
  };
}
