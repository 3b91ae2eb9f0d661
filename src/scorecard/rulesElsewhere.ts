import { rulesIn } from "../clause/definitions";
import { oncePerText } from "../words/oncePerText";
import type { Indicator } from "../form/form";
import { statesRule } from "../form/ruleTexts";
import { readQuantity } from "../quantity/readQuantity";
import { a1, fullA1 } from "../workbook/cell";

/** Words of a row that say how points are given, and where they stand, in Chinese. */
interface RuleElsewhere {
  readonly place: string;
  readonly words: readonly string[];
}

/**
 * Rules of scoring that the form prints for a row anywhere else than in 评分标准: in 指标解释, in its name, in the names of
 * its levels, in its target, in columns that nobody reads. Of a row that has some, 评分标准 alone is not the rule.
 */
export function rulesElsewhere(indicator: Indicator): readonly RuleElsewhere[] {
  const { name, level1, level2, definition, standard, goal, beside = [] } = indicator;
  const isNew = (words: string): boolean => !(standard?.value ?? "").includes(words);
  const places = [
    { place: "指标解释", words: rulesIn(definition?.value ?? "") },
    { place: "指标名称", words: rulesInName(name.value) },
    { place: "上级指标的名称", words: [...rulesInName(level1), ...rulesInName(level2)] },
    {
      place: "目标值",
      words: goal === null ? [] : ruleBeside(goal.target.content, name.value).filter(isNew),
    },
    ...beside
      .filter(({ value }) => isNew(value))
      .map(({ value, at }) => ({
        place: at.sheet === name.at.sheet ? a1(at) : fullA1(at),
        words: ruleWords(value),
      })),
  ];
  return places.filter(({ words }) => words.length > 0);
}

function ruleWords(value: string): readonly string[] {
  const found = rulesIn(value);
  return found.length === 0 && statesRule(value) ? [value] : found;
}

const weightInBrackets =
  /[（(](?:分值|权重|满分|占)?[:：]?\s*[\d.]{1,6}\s*[分%]?[)）]|[【[［{｛〔](?:分值|权重|满分|占)?[:：]?\s*[\d.]{1,6}\s*[分%][】\]］}｝〕]/gu;

/** What is said in brackets, or says how many points; 群众评分 alone is what something is called. */
const beyondName = /[（(]|[\d一二两三四五六七八九十半]\s*分|扣\s*\d|[，,：:]/u;

/** "相关性（5分）", "产出指标(40%)", "扣分项": a weight or a title is no rule. */
const rulesInName = oncePerText((name: string): readonly string[] =>
  rulesIn(name.replace(weightInBrackets, "")).filter((words) => beyondName.test(words)),
);

const givesNext = /[得扣计记给赋加减按打为励]$/u;
/** What targets speak of and no points: rewards that are paid, two thirds, what is done in time. */
const ofTargets = /奖励|[二三四五]分之[一二三四]|按[时期](?:对待|处理)/gu;

/**
 * "≥100人，未完成不得分", "≥100人（少一人扣1分）": the words of a target that say what is given for it; "≥4.5分" alone is
 * a figure, and so is the full mark that it is of.
 */
function ruleBeside(target: string | number | null, name: string): readonly string[] {
  if (typeof target !== "string") return [];
  return ruleInTarget(JSON.stringify([target, name]));
}

const ruleInTarget = oncePerText((texts): readonly string[] => {
  const [target, name] = JSON.parse(texts) as [string, string];
  const { statements } = readQuantity(target, name);
  const isOfPoints = statements[0]?.figures[0]?.unit.name === "分";
  const found = statements.flatMap(({ text, words, figures }) => {
    const plain = words
      .map((before, index) => `${before}${givesNext.test(before) ? (figures[index]?.text ?? "") : ""}`)
      .join("");
    const isScale = isOfPoints && /^(?:满分|总分)(?:为|是)?$/u.test(words[0] ?? "") && figures.length === 1;
    return isScale || name.includes(plain) || rulesIn(plain.replace(ofTargets, "")).length === 0
      ? []
      : [text];
  });
  return found.length === 0 ? [] : [target.replace(/\s+/gu, "")];
});
