import { annexTitle } from "./annexTitles";
import { normalizeName } from "./normalizeName";
import { othersScore, titleSynonyms, titleWords, type TitleKind } from "./titles";

/** The kind of a title and how usual its wording is: 0 is best. */
export interface Title {
  readonly kind: TitleKind;
  readonly rank: number;
}

const longestTitle = 60;
/** Every title holds one of these; other cells are passed by without more work. */
const hint = /[级指标分权评证佐据因措值位号情况计实完]/u;

const exact = new Map<string, Title>(
  titleSynonyms.flatMap(([kind, names]) =>
    names.map((name, rank) => [normalizeName(name), { kind, rank }] as const),
  ),
);

const levelWeights: readonly (readonly [RegExp, TitleKind])[] = [
  [/^[一1]级(?:指标)?/u, "level1Weight"],
  [/^[二2]级(?:指标)?/u, "level2Weight"],
  [/^[三3]级(?:指标)?/u, "nameWeight"],
];

/** What a header cell announces; null for any other text. */
export function classifyTitle(text: string): Title | null {
  if (text.length > longestTitle || !hint.test(text)) return null;
  const name = normalizeName(text)
    .replace(/^[*★]+/u, "")
    .replace(/(?<![*★::])[*★::]+$/u, "");
  const known = exact.get(name);
  if (known !== undefined) return known;
  if (othersScore.test(name)) return null;
  return withoutBrackets(name) ?? levelWeight(name) ?? compound(name) ?? byWords(name) ?? goalTitle(name);
}

/** "分值（分）", "得分(自评)" */
function withoutBrackets(name: string): Title | null {
  const bare = name.replace(/[([【][^()[\]【】]*[)\]】]/gu, "");
  return bare === name ? null : (exact.get(bare) ?? null);
}

/** "三级指标分值" says itself whose weight it is. */
function levelWeight(name: string): Title | null {
  for (const [prefix, kind] of levelWeights) {
    const rest = name.replace(prefix, "");
    if (rest !== name && exact.get(rest)?.kind === "weight") return { kind, rank: 0 };
  }
  return null;
}

/** "得分/自评分": every part says the same. */
function compound(name: string): Title | null {
  const parts = name.split(/[/、,或及|]/u).map((part) => exact.get(part));
  const [first] = parts;
  if (first === undefined || parts.length < 2) return null;
  if (!parts.every((part) => part?.kind === first.kind)) return null;
  return { kind: first.kind, rank: Math.min(...parts.map((part) => part?.rank ?? first.rank)) };
}

/** Where they were taken from is no figure: 指标值计算公式和数据获取方式. */
const noFigure = /公式|方式|来源|说明|依据/u;

/** "2023年度绩效指标实际完成情况": as in an annex. */
function goalTitle(name: string): Title | null {
  const title = annexTitle(name);
  if (title === null || noFigure.test(name)) return null;
  const { kind, rank } = title;
  return kind === "target" || kind === "adjusted" || kind === "actual" ? { kind, rank } : null;
}

function byWords(name: string): Title | null {
  for (const [kind, words] of titleWords) {
    const rank = words.findIndex((word) => name.includes(word));
    if (rank >= 0) return { kind, rank };
  }
  return null;
}
