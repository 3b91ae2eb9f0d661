import { normalizeName, bareName } from "../form/normalizeName";
import type { Indicator } from "../form/form";
import type { EditionRow } from "../editions/edition";
import { tidy } from "../quantity/tidy";
import type { RuleResult } from "../criteria/rule";
import type { RowInput } from "./bindRows";
import { comparedRow } from "./matchEdition";
import { sayPoints } from "./formatPoints";

/** What a reader should know about a row beside its points: differences from the edition, doubts of the rule. */
export function rowRemarks(
  { indicator, editionRow, asks, facts, remarks: ofRule }: RowInput,
  result: RuleResult,
): readonly string[] {
  const remarks = editionRow === null || asks === "own" ? [] : differences(indicator, editionRow);
  remarks.push(...ofRule);
  if (result.outcome === "scored") remarks.push(...result.remarks);
  remarks.push(...facts.flatMap(({ problem }) => (problem === null ? [] : [problem])));
  return Array.from(new Set(remarks));
}

function differences({ name, weight, level2 }: Indicator, row: EditionRow): string[] {
  const remarks: string[] = [];
  const compared = comparedRow(row);
  if (!compared.names.includes(bareName(name.value)))
    remarks.push(`按评分标准中的“${row.name}”计分（名称略有不同），请核对。`);
  const own = weight.value;
  if (own !== null && tidy(own) !== tidy(row.weight))
    remarks.push(`本表分值${sayPoints(own)}分，评分标准原分值${sayPoints(row.weight)}分，按本表分值计算。`);
  if (level2 !== "" && normalizeName(level2) !== compared.level2)
    remarks.push(`本表列在“${level2}”之下，评分标准列在“${row.level2}”之下。`);
  return remarks;
}
