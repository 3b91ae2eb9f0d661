import { tidy } from "../quantity/tidy";
import { compared, operand, ours } from "./formulaText";
import type { Scale } from "./measuredRule";
import type { Branch } from "./rule";
import type { Settings } from "./settings";

/** One stretch of completion rates, up to its bound, and what it gives of the weight. */
interface CompletionBranch {
  readonly upTo: number | null;
  /** The bound itself belongs to this stretch. */
  readonly included: boolean;
  /** A share of the weight, or the rate itself. */
  readonly share: number | "rate";
  readonly clause: string;
}

/** 完成率60%以下不得分；60%-100%按比例得分；100%-150%得满分；高于150%得一半分。 */
export function completionBranches(settings: Pick<Settings, "passLine">): readonly CompletionBranch[] {
  return [
    {
      upTo: 0.6,
      included: settings.passLine === "fails",
      share: 0,
      clause: "完成率60%以下为不及格，不得分",
    },
    { upTo: 1, included: false, share: "rate", clause: "完成率为60%-100%的，得分=完成率×本指标分值" },
    { upTo: 1.5, included: true, share: 1, clause: "完成率100-150%的，得满分" },
    { upTo: null, included: false, share: 0.5, clause: "完成率高于150%的，得一半分" },
  ];
}

function branchFor(rate: number, settings: Pick<Settings, "passLine">): CompletionBranch | undefined {
  const exact = tidy(rate);
  return completionBranches(settings).find(
    ({ upTo, included }) => upTo === null || exact < upTo || (included && exact === upTo),
  );
}

/** 分 for a completion rate (a fraction), 0 to the weight. */
export function completionPoints(
  rate: number,
  weight: number,
  settings: Pick<Settings, "passLine"> = { passLine: "scores" },
): number {
  const share = branchFor(rate, settings)?.share ?? 0;
  return (share === "rate" ? Math.max(0, rate) : share) * weight;
}

/** 完成率计分: pass line, proportional, full, and half for more than one and a half times the target. */
export const completionScale: Scale<number> = {
  title: "完成率计分",
  score: ({ value }, { weight, settings }) => {
    const points = completionPoints(value, weight, settings);
    const lenient = completionPoints(value, weight);
    const applied = branchFor(value, settings);
    return {
      points,
      clause: applied?.clause ?? "",
      ...(tidy(lenient) > tidy(points)
        ? { bySetting: { setting: "passLine" as const, points: lenient - points } }
        : {}),
      scale: {
        value,
        unit: "%",
        branches: completionBranches(settings).map((branch, index, all): Branch => ({
          clause: branch.clause,
          applies: branch.clause === applied?.clause,
          from: all[index - 1]?.upTo ?? null,
          to: branch.upTo,
          points: branch.share === "rate" ? null : branch.share * weight,
        })),
      },
      remarks: [],
    };
  },
  formula: (expression, { dialect, weight, context }) => {
    const branches = completionBranches(context.settings);
    const w = operand(weight);
    const test = ({ upTo, included }: CompletionBranch): string =>
      upTo === null ? "" : compared(expression, included ? "<=" : "<", upTo);
    if (dialect === "addin") {
      const points = ours("COMPLETIONSCORE", expression, weight);
      const first = branches[0];
      return context.settings.passLine === "fails" && first !== undefined
        ? `IF(${test(first)},0,${points})`
        : points;
    }
    return branches.reduceRight((rest, branch) => {
      const points = sharePoints(branch.share, operand(expression), w);
      return branch.upTo === null ? points : `IF(${test(branch)},${points},${rest})`;
    }, "0");
  },
};

function sharePoints(share: number | "rate", rate: string, weight: string): string {
  if (share === "rate") return `${rate}*${weight}`;
  return share === 0 ? "0" : share === 1 ? weight : `${weight}*${share}`;
}
