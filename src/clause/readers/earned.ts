import type { Criterion } from "../../criteria/criterion";
import { asking, labelWords, merged, type Built } from "../built";
import { prefixed, type Around } from "../measures";
import type { Each, Piece } from "../pieces";

/** 每符合一个要点得2分, 每出台一项制度得1分: so much for each, up to the weight. */
export function earnedOf(pieces: readonly Piece[], around: Around): Built | null {
  const earning = pieces.filter(({ each }) => each !== null);
  const [only] = earning;
  if (only?.each == null || earning.length > 1 || !pieces.every((piece) => piece === only || isSame(piece)))
    return null;
  const { each, statement, clause } = only;
  const { what } = statement;
  if (each.size !== 1 || each.unit === "%") return null;
  const items = around.items ?? [];
  // 被采用1篇得1分，最高5分: without 每 the words before the number name what is counted.
  const isNamed = !statement.condition.some(({ is }) => is === "each") && only.condition.of === "words";
  if (around.weight === null) return null;
  if (each.lead.length > 0 && !isNamed && !isAllOf(only.condition, items)) return null;
  const points = pointsFor(what, around.weight);
  if (points === null) return null;
  if (items.length === 0) {
    const label = labelWords(each.words);
    if (label === "" || pieces.length > 1 || isRequirement(label)) return null;
    const { key, asked } = asking("count", prefixed(label, around), each.unit);
    return { criterion: linear({ of: "fact", key }, points, clause), asked };
  }
  if (Math.abs(points * items.length - around.weight) > 1e-9 || !isRequirement(ownWords(each))) return null;
  const count = asking("count", "符合的项数", "项", { agrees: true });
  const answers = items.map((item) => asking("answer", labelWords(item), "是／否", { standIn: true }));
  const keys = answers.map(({ key }) => key);
  if (new Set(keys).size < keys.length) return null;
  const inner = merged(...answers.map(({ asked }) => asked));
  return {
    criterion: linear(
      { of: "items", name: "符合的项数", unit: "项", key: count.key, items: keys, counted: "是" },
      points,
      clause,
    ),
    asked: {
      ...count.asked,
      asks: [...count.asked.asks, ...inner.asks],
      questions: [{ key: count.key, instead: keys }],
    },
  };
}

/** 分 for one: 得1分, 得25%分值. */
function pointsFor(what: Piece["statement"]["what"], weight: number): number | null {
  if (what.gives === "points" || what.gives === "own") return what.points;
  return what.gives === "share" ? Number((what.share * weight).toFixed(9)) : null;
}

function linear(
  measure: Extract<Criterion, { kind: "linear" }>["measure"],
  slope: number,
  clause: string,
): Criterion {
  return { kind: "linear", measure, offset: 0, slope, of: "points", clause };
}

/** Behind 评价要点共4项 only what is said of each. */
function ownWords({ lead, words }: Each): string {
  return labelWords(lead.length === 0 ? words : (words.split("，").at(-1) ?? ""));
}

/** 评价要点共4项，每符合1项: as many as are printed. */
function isAllOf(condition: Piece["condition"], items: readonly string[]): boolean {
  if (condition.of !== "range" || !/^[项个条]$/u.test(condition.unit)) return false;
  const { from, to } = condition.interval;
  return (
    from === items.length &&
    to === from &&
    /^(?:评价|考核|评分)?(?:要点|内容|指标|要求)?(?:共|共计|共有|合计)$/u.test(condition.name)
  );
}

/** The counted thing is a printed item itself: 每个要点, 每符合一项. */
function isRequirement(words: string): boolean {
  return /^(?:以上|上述)?(?:内容|各项|要求)?,?(?:符合|满足|具备|达到|做到)?,?(?:其中)?(?:评价)?(?:要点|要求|条件|内容|标准|指标)?$/u.test(
    words.replaceAll("，", ","),
  );
}

/** 符合得分，不符合不得分: the same once more. */
function isSame({ statement: { what }, words }: Piece): boolean {
  if (what.gives !== "share") return false;
  const plain = labelWords(words);
  return what.share === 1
    ? /^(?:符合|满足|达到)(?:要求|条件|标准)?$/u.test(plain)
    : what.share === 0 && /^(?:不符合|不满足|未达到|否则|未?符合)(?:要求|条件|标准)?$/u.test(plain);
}
