import type { AnnexGroup } from "./annex";
import { normalizeName } from "./normalizeName";

const outputLevel1 = /产出|^成本指标/u;
const benefitLevel1 = /效益|效果|满意/u;
const outputLevel2 = /数量|质量|时效|成本|进度|产出/u;
const benefitLevel2 = /经济|社会|生态|环境|可持续|满意|效益|影响/u;

/**
 * 产出 or 效益 by the group words: level 1 when it says so, else the sub-levels (数量, 质量, 时效, 成本 against 经济, 社会,
 * 生态, 可持续, 满意度), which may stand in the first column too; else the title of the table. null: none of them says.
 */
export function annexGroup(level1: string, level2: string, title: string): AnnexGroup | null {
  const one = normalizeName(level1);
  const two = normalizeName(level2);
  return (
    either(one, outputLevel1, benefitLevel1) ??
    either(two, outputLevel2, benefitLevel2) ??
    either(one, outputLevel2, benefitLevel2) ??
    either(normalizeName(title), /产出指标/u, /效益指标/u)
  );
}

function either(text: string, output: RegExp, benefit: RegExp): AnnexGroup | null {
  const isOutput = output.test(text);
  const isBenefit = benefit.test(text);
  if (isOutput === isBenefit) return null;
  return isOutput ? "output" : "benefit";
}
