import { oncePerText } from "../words/oncePerText";
import { annexTitle } from "./annexTitles";
import { normalizeName } from "./normalizeName";
import { othersScore, titleSynonyms, titleWords, type TitleKind } from "./titles";

/** The kind of a title and how usual its wording is: 0 is best. */
export interface Title {
  readonly kind: TitleKind;
  readonly rank: number;
  /** 2023年目标值: the year that it is of. */
  readonly year?: number;
  /** Of the year that is reported, of another or a part of it, or what others found; absent: it does not say. */
  readonly stage?: "own" | "other" | "others";
  /** 年度指标值/实际完成值, 三级指标及目标值: its cells hold the next thing, too. */
  readonly joint?: true;
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
  return text.length > longestTitle ? null : classified(text);
}

/** Every pass over a sheet asks, and the forms of a batch print the same titles. */
const classified = oncePerText((text): Title | null => {
  if (!hint.test(text)) return null;
  const name = normalizeName(text)
    .replace(/^[*★]+/u, "")
    .replace(/(?<![*★::])[*★::]+$/u, "");
  const { year, bare = name } =
    (/^(?<year>20\d{2})年度?(?<bare>.{2,})$/u.exec(name) ?? yearBehind.exec(name))?.groups ?? {};
  const title = titleOf(bare);
  if (title === null || year === undefined) return title;
  return { kind: title.kind, rank: title.rank + ofOneYear, year: Number(year) };
});

/** 目标值（2023年） */
const yearBehind = /^(?<bare>.{2,}?)[(【[]?(?<year>20\d{2})年度?[)】\]]?$/u;
/** A title without a year goes before one that names it. */
export const ofOneYear = 50;

function titleOf(name: string): Title | null {
  const known = exact.get(name);
  if (known !== undefined) return known;
  if (othersScore.test(name)) return null;
  return (
    withoutBrackets(name) ??
    withoutFormula(name) ??
    levelWeight(name) ??
    compound(name) ??
    joint(name) ??
    byWords(name) ??
    goalTitle(name) ??
    composed(name)
  );
}

/** "得分=分值×完成率": the title, and how it is reckoned. */
function withoutFormula(name: string): Title | null {
  const [title = "", ...formula] = name.split("=");
  return formula.length === 1 && exact.get(title)?.kind === "selfScore"
    ? { kind: "selfScore", rank: 30 }
    : null;
}

const when =
  "(?:年度|全年|当年|本年度?|年初|年末|年终|预期|设定|设置|计划|批复|实际|自评|指标|绩效|考核|任务|目标)*";
/** What a target and an actual are made of; 累计完成值 is of several years. */
const goals: readonly (readonly [TitleKind, RegExp])[] = [
  ["actual", new RegExp(`^${when}(?:完成|实现|达成|达到)(?:指标)?(?:值|数值?|量|情况|结果)?$`, "u")],
  ["actual", new RegExp(`^${when}(?:实际|执行)(?:指标)?(?:值|数值)$`, "u")],
  [
    "target",
    new RegExp(`^${when}(?:目标|指标|计划|任务|预期)(?:[上下]限)?(?:值|数值)$|^指标(?:目标|要求)$`, "u"),
  ],
];

function composed(name: string): Title | null {
  const found = goals.findIndex(([, words]) => words.test(name));
  const kind = goals[found]?.[0];
  return kind === undefined ? null : { kind, rank: 40 + found };
}

/** "分值（分）", "得分(自评)" */
function withoutBrackets(name: string): Title | null {
  const bare = name.replace(/[([【][^()[\]【】]*[)\]】]/gu, "");
  if (bare === name) return null;
  return exact.get(bare) ?? (ofOwnYear.test(name) ? composed(bare) : null);
}

/** 完成（实际）: what the brackets say changes nothing. */
const ofOwnYear = /^[^(]+\((?:计划|预期|实际|年度|全年|全年实际)\)$/u;

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

/** Two columns in one; 完成值/目标值 is a rate. */
function joint(name: string): Title | null {
  const [first, second, ...more] = name
    .split(/[/、,及和与|]/u)
    .map((part) => exact.get(part) ?? composed(part));
  if (first == null || second == null || more.length > 0) return null;
  const isJoint =
    (first.kind === "target" && second.kind === "actual") ||
    (first.kind === "name" && second.kind === "target");
  return isJoint ? { kind: first.kind, rank: ofJoint, joint: true } : null;
}

const ofJoint = 45;

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
