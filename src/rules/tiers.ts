import { tidy } from "../quantity/tidy";
import { compared, operand, ours } from "./formulaText";
import { percentWords } from "./words";
import type { FormulaContext } from "./rule";

/**
 * 非量化指标三档：达成年度指标100%-80%（含80%）、部分达成并具有一定效果80%-60%（含60%）、未达成且效果较差60%-0%，
 * a person picks the share within the tier.
 */
export const tiers = [
  { name: "达成", from: 0.8, below: null, clause: "达成年度指标，100%-80%（含80%）" },
  { name: "部分达成", from: 0.6, below: 0.8, clause: "部分达成年度指标并具有一定效果，80%-60%（含60%）" },
  { name: "未达成", from: 0, below: 0.6, clause: "未达成年度指标且效果较差，60%-0%" },
] as const;

export type Tier = (typeof tiers)[number]["name"];

export type TierResult =
  | { readonly points: number; readonly clause: string; readonly measured: string }
  | { readonly problem: string };

/** 分 for a tier and a share of the weight (a fraction) that must lie in it. */
export function tierPoints(tierName: string, share: number, weight: number): TierResult {
  const tier = tiers.find((one) => one.name === tierName.trim());
  if (tier === undefined) return { problem: `档次应为“达成”“部分达成”或“未达成”，现为“${tierName}”。` };
  const exact = tidy(share);
  if (!(exact >= tier.from && exact <= 1 && (tier.below === null || exact < tier.below))) {
    return { problem: `档次“${tier.name}”的比例应在${tierWords(tier)}，现为${percentWords(share)}。` };
  }
  return {
    points: Math.min(share, 1) * weight,
    clause: tier.clause,
    measured: `${tier.name}年度指标，评定比例${percentWords(share)}`,
  };
}

function tierWords(tier: (typeof tiers)[number]): string {
  return tier.below === null
    ? `${percentWords(tier.from)}到100%之间`
    : `${percentWords(tier.from)}（含）到${percentWords(tier.below)}（不含）之间`;
}

/** tier × share × weight as a formula; a share outside its tier gives #N/A or #VALUE!. */
export function tierFormula(tier: string, share: string, context: FormulaContext): string {
  if (context.dialect === "addin") return ours("TIERSCORE", tier, share, context.weight);
  const points = `${operand(share)}*${operand(context.weight)}`;
  return tiers.reduceRight((rest, one) => {
    const upper = one.below === null ? compared(share, "<=", 1) : compared(share, "<", one.below);
    return `IF(${tier}="${one.name}",IF(AND(${compared(share, ">=", one.from)},${upper}),${points},NA()),${rest})`;
  }, "NA()");
}
