import { percentWords } from "../words";
import type { CriterionLevel, LevelsCriterion } from "../criterion";
import { shareProblem } from "../expression/judged";
import type { FactSpec } from "../fact";
import type { CriterionExamples, Kind } from "../kind";

/** 档次评定: a person picks the level, and where a level is a stretch of shares, the share within it. */
export const levels: Kind<LevelsCriterion> = {
  title: "档次评定",
  expression: ({ level, share, levels: all }) => ({
    op: "levels",
    key: level,
    share: share ?? null,
    levels: all,
  }),
  wording: ({ levels: all }) =>
    all
      .map(
        ({ name, from, to }) =>
          `${name}得分值的${from === to ? percentWords(to) : `${percentWords(from)}至${percentWords(to)}`}`,
      )
      .join("，"),
};

/** 非量化指标三档: the levels that TIERSCORE knows. */
export const tierLevels: readonly CriterionLevel[] = [
  { name: "达成", from: 0.8, to: 1, toIncluded: true, clause: "达成年度指标，100%-80%（含80%）" },
  {
    name: "部分达成",
    from: 0.6,
    to: 0.8,
    toIncluded: false,
    clause: "部分达成年度指标并具有一定效果，80%-60%（含60%）",
  },
  { name: "未达成", from: 0, to: 0.6, toIncluded: false, clause: "未达成年度指标且效果较差，60%-0%" },
];

/** What may be picked for a fact of the kind "tier". */
export function tierNames({ choices }: Partial<Pick<FactSpec, "choices">>): readonly string[] {
  return choices ?? tierLevels.map(({ name }) => name);
}

/** 分 for a level and a share of the weight (a fraction) that must lie in it. */
export function levelPoints(
  all: readonly CriterionLevel[],
  name: string,
  share: number,
  weight: number,
): LevelScore {
  const level = all.find((one) => one.name === name.trim());
  const names = all.map((one) => `“${one.name}”`);
  if (level === undefined) {
    return {
      problem: `档次应为${names.slice(0, -1).join("、").replaceAll("”、“", "”“")}或${names.at(-1) ?? ""}，现为“${name}”。`,
    };
  }
  const problem = shareProblem(share, level);
  return problem === null ? { points: Math.min(share, 1) * weight, level } : { problem };
}

type LevelScore = { readonly points: number; readonly level: CriterionLevel } | { readonly problem: string };

export const examples: CriterionExamples<LevelsCriterion> = {
  criterion: {
    kind: "levels",
    level: "level",
    levels: [
      { name: "明显改善", from: 1, to: 1, toIncluded: true, clause: "明显改善得满分" },
      { name: "有所改善", from: 0.6, to: 0.6, toIncluded: true, clause: "有所改善得60%" },
      { name: "无改善", from: 0, to: 0, toIncluded: true, clause: "无改善不得分" },
    ],
  },
  asks: [["tier", "level", "改善程度", "改善到哪一档？"]],
  weight: 20,
  cases: [
    { title: "明显改善", facts: { level: "明显改善" }, expect: 20 },
    { title: "有所改善", facts: { level: "有所改善" }, expect: 12 },
    { title: "无改善", facts: { level: "无改善" }, expect: 0 },
    { title: "没填", facts: {}, expect: "missing" },
  ],
};
