import { tidy } from "../quantity/tidy";
import { sumOf, unanswered, type AskedCell } from "./answered";
import type { FactSpec } from "./fact";
import { deductedPoints } from "./deductions";
import { choose, operand, ours } from "./formulaText";
import { cellOf } from "./measure";
import { missing, notApplicable, scored } from "./measuredRule";
import { openReadings, readNumber, specOf } from "./readFact";
import type { Rule, RuleExample } from "./rule";
import { plainDigits, shortNumber } from "./words";

export interface CountedDeduction {
  readonly facts: readonly FactSpec[];
  /** Keys of the counts that add up to all items; each may be 不涉及. */
  readonly all: readonly string[];
  /** Key of the count of items that cost points. */
  readonly failed: string;
  /** More items than this cost `many` each, so many or fewer cost `few`. */
  readonly limit: number;
  readonly many: { readonly points: number; readonly clause: string };
  readonly few: { readonly points: number; readonly clause: string };
  readonly examples: readonly RuleExample[];
}

/** 逐项扣分，每项扣分随总数而变: 应评估项目超过3个的扣0.5分，3个以内的扣1分. No items at all: full marks, ask no more. */
export function countedDeductionRule(shape: CountedDeduction): Rule {
  const { facts, limit, many, few } = shape;
  const failedSpec = specOf(facts, shape.failed);
  return {
    title: "逐项扣分",
    facts,
    score: (given, { weight }) => {
      const counts = shape.all.map(
        (key) => [specOf(facts, key), readNumber(given, specOf(facts, key))] as const,
      );
      const open = openReadings(counts);
      const failed = readNumber(given, failedSpec);
      if (open !== null) {
        return missing([...open.needs, ...(failed.state === "blank" ? [shape.failed] : [])], open.problem);
      }
      const inputs = counts.flatMap(([, reading]) => ("step" in reading ? [reading.step] : []));
      const reasons = counts.flatMap(([, reading]) =>
        reading.state === "notApplicable" ? [reading.because] : [],
      );
      const first = inputs[0];
      if (reasons.length === counts.length && first !== undefined) {
        return notApplicable([...new Set(reasons)].join("；"), first);
      }
      const total = counts.reduce(
        (sum, [, reading]) => sum + (reading.state === "given" ? reading.value : 0),
        0,
      );
      const each = total > limit ? many : few;
      if (total === 0) {
        const words = { measured: "没有应评估的新增项目", clause: each.clause };
        return scored({ points: weight, ...words, losses: [], remarks: [] }, inputs);
      }
      if (failed.state === "blank") return missing([shape.failed]);
      if (failed.state === "unusable") return missing([shape.failed], failed.problem);
      const count = failed.state === "given" ? failed.value : 0;
      if (count > total) {
        const problem = `“${failedSpec.label}”（${shortNumber(count)}）多于应评估的项目（${shortNumber(total)}），请核对。`;
        return missing([...shape.all, shape.failed], problem);
      }
      const points = deductedPoints(weight, [{ count, points: each.points }]);
      const measured = `应评估项目${shortNumber(total)}个，${failedSpec.label}${shortNumber(count)}${failedSpec.unit}`;
      const lost = weight - points;
      return scored(
        {
          points,
          measured,
          clause: each.clause,
          losses: tidy(points) < tidy(weight) ? [{ measured, clause: each.clause, points: lost }] : [],
          remarks: [],
        },
        [...inputs, ...("step" in failed ? [failed.step] : [])],
      );
    },
    formula: (cells, { dialect, weight }) => {
      const failed = cellOf(cells, shape.failed).value;
      const asked = shape.all.map((key): AskedCell => ({
        ...cellOf(cells, key),
        holds: "number",
        mayBeNone: specOf(facts, key).notApplicable === true,
      }));
      const total = sumOf(shape.all.map((key) => cellOf(cells, key).value));
      const each = `IF(${total}>${limit},${plainDigits(many.points)},${plainDigits(few.points)})`;
      return choose(
        [
          [unanswered(asked), '""'],
          [`${total}=0`, weight],
          [`OR(COUNT(${failed})=0,${failed}>${total})`, '""'],
        ],
        dialect === "addin"
          ? ours("DEDUCTSCORE", weight, failed, each)
          : `MAX(0,${operand(weight)}-${operand(failed)}*${each})`,
      );
    },
    examples: shape.examples,
  };
}
