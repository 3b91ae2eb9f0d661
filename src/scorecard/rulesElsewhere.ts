import { rulesIn } from "../clause/definitions";
import { oncePerText } from "../criteria/oncePerText";
import type { Indicator } from "../form/form";
import { a1 } from "../workbook/cell";

/** Words of a row that say how points are given, and where they stand, in Chinese. */
interface RuleElsewhere {
  readonly place: string;
  readonly words: readonly string[];
}

/**
 * Rules of scoring that the form prints for a row anywhere else than in 评分标准: in 指标解释, in its name, in the names of
 * its levels, in columns that nobody reads. Of a row that has some, 评分标准 alone is not the rule.
 */
export function rulesElsewhere(indicator: Indicator): readonly RuleElsewhere[] {
  const { name, level1, level2, definition, standard, beside = [] } = indicator;
  const places = [
    { place: "指标解释", words: rulesIn(definition?.value ?? "") },
    { place: "指标名称", words: rulesInName(name.value) },
    { place: "上级指标的名称", words: [...rulesInName(level1), ...rulesInName(level2)] },
    ...beside
      .filter(({ value }) => !(standard?.value ?? "").includes(value))
      .map(({ value, at }) => ({ place: a1(at), words: rulesIn(value) })),
  ];
  return places.filter(({ words }) => words.length > 0);
}

const weightInBrackets = /[（(](?:分值|权重|满分|占)?[:：]?\s*[\d.]{1,6}\s*[分%]?[)）]/gu;

/** What is said in brackets, or says how many points; 群众评分 alone is what something is called. */
const beyondName = /[（(]|[\d一二两三四五六七八九十半]\s*分|扣\s*\d|[，,：:]/u;

/** "相关性（5分）", "产出指标(40%)", "扣分项": a weight or a title is no rule. */
const rulesInName = oncePerText((name: string): readonly string[] =>
  rulesIn(name.replace(weightInBrackets, "")).filter((words) => beyondName.test(words)),
);
