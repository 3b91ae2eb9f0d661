import { normalizeName, bareName } from "../form/normalizeName";
import { tidy } from "../quantity/tidy";
import type { RuleResult } from "../criteria/rule";
import type { RowInput } from "./bindRows";
import { comparedRow } from "./comparedRow";
import { sayPoints } from "./formatPoints";
import { similarity } from "./similarity";

/** Below this the printed 评分标准 is another one than the edition's. */
const otherStandard = 0.5;

/** What a reader should know about a row beside its points: differences from the edition, doubts of the rule. */
export function rowRemarks(
  { indicator, editionRow, facts }: RowInput,
  result: RuleResult,
): readonly string[] {
  const remarks: string[] = [];
  const compared = editionRow === null ? null : comparedRow(editionRow);
  if (editionRow !== null && compared?.names.includes(bareName(indicator.name.value)) !== true) {
    remarks.push(`按评分标准中的“${editionRow.name}”计分（名称略有不同），请核对。`);
  }
  const weight = indicator.weight.value;
  if (editionRow !== null && weight !== null && tidy(weight) !== tidy(editionRow.weight)) {
    remarks.push(
      `本表分值${sayPoints(weight)}分，评分标准原分值${sayPoints(editionRow.weight)}分，按本表分值计算。`,
    );
  }
  const printed = normalizeName(indicator.standard?.value ?? "");
  if (compared !== null && printed !== "") {
    if (similarity(printed, compared.clause) < otherStandard) {
      remarks.push("本表“评分标准”的文字与所依据的评分标准差别较大，请核对计分口径。");
    }
  }
  if (editionRow !== null && indicator.level2 !== "") {
    if (normalizeName(indicator.level2) !== compared?.level2) {
      remarks.push(`本表列在“${indicator.level2}”之下，评分标准列在“${editionRow.level2}”之下。`);
    }
  }
  if (result.outcome === "scored") remarks.push(...result.remarks);
  remarks.push(...facts.flatMap(({ problem }) => (problem === null ? [] : [problem])));
  return Array.from(new Set(remarks));
}
