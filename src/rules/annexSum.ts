import type { FactSpec } from "./fact";
import { choose } from "./formulaText";
import { linearScale } from "./linear";
import { cellOf } from "./measure";
import { missing, scored } from "./measuredRule";
import { readAnswer, readNumber, specOf } from "./readFact";
import type { Rule, RuleExample } from "./rule";
import { percentWords } from "./words";

/** Which rows of which annex a clause sums, and what it says about the single one. */
export interface AnnexClause {
  readonly kind: "department" | "specialFund";
  /** As the form names it. */
  readonly title: string;
  /** 产出, 效益. */
  readonly groups: readonly ("output" | "benefit")[];
  /** Its rows where they are counted: "产出指标". */
  readonly counted: string;
  /** The words that add them up, quoted: "综合得分=各指标单项得分合计". */
  readonly sum: string;
  /** It has the branches of 60 %, 100 % and 150 %; one that only adds up leaves that to a setting. */
  readonly branches: boolean;
  /** It says how a row without a figure is judged. */
  readonly tiers: boolean;
}

export interface AnnexSum {
  readonly facts: readonly FactSpec[];
  /** What is filed: 整体绩效目标. */
  readonly filing: string;
  readonly clauses: { readonly sum: string; readonly notFiled: string };
  readonly examples: readonly RuleExample[];
}

/**
 * 附表各项得分合计. The branches of the clause (60 %, 150 %) belong to the single rows of the annex; while the annex
 * is not filled, a summary rate stands in, proportional only: never halved, never zeroed. No goal filed at all: 0.
 */
export function annexSumRule(shape: AnnexSum): Rule {
  const filedSpec = specOf(shape.facts, "filed");
  const rateSpec = specOf(shape.facts, "summaryRate");
  const scale = linearScale(shape.clauses.sum);
  return {
    title: "附表各项得分合计",
    facts: shape.facts,
    score: (given, context) => {
      const filed = readAnswer(given, filedSpec);
      if (filed.state === "unusable") return missing([filedSpec.key], filed.problem);
      if (filed.state === "given" && !filed.value) {
        const measured = `未申报${shape.filing}`;
        const clause = shape.clauses.notFiled;
        const losses = [{ measured, clause, points: context.weight }];
        return scored({ points: 0, measured, clause, losses, remarks: [] }, [filed.step]);
      }
      const rate = readNumber(given, rateSpec);
      if (rate.state === "unusable") return missing([rateSpec.key], rate.problem);
      if (rate.state !== "given") return missing([rateSpec.key]);
      const measured = `指标完成率（汇总）${percentWords(rate.value)}`;
      const taken = {
        state: "taken" as const,
        value: rate.value,
        words: measured,
        step: rate.step,
        approximate: false,
        remarks: [],
      };
      const scaled = scale.score(taken, context);
      if ("problem" in scaled) return missing([rateSpec.key], scaled.problem);
      const lost = context.weight - scaled.points;
      return scored(
        {
          points: scaled.points,
          measured,
          clause: scaled.clause,
          losses: lost > context.weight * 1e-12 ? [{ measured, clause: scaled.clause, points: lost }] : [],
          remarks: ["附表尚未填写，暂按汇总完成率计分。请在附表逐项填写目标值和完成值。"],
        },
        [rate.step],
      );
    },
    formula: (cells, context) => {
      const filed = cellOf(cells, filedSpec.key).value;
      const rate = cellOf(cells, rateSpec.key).value;
      return choose(
        [
          [`${filed}="否"`, "0"],
          [`COUNTA(${rate})=0`, '""'],
        ],
        scale.formula(rate, context, false),
      );
    },
    examples: shape.examples,
  };
}
