import { percentWords } from "../../rules/words";
import type { FactSpec } from "../../rules/fact";
import type { LevelsCriterion } from "../criterion";
import type { CriterionExample, Kind } from "../kind";

/** 档次评定: a person picks the level, and where a level is a stretch of shares, the share within it. */
export const levels: Kind<LevelsCriterion> = {
  title: "档次评定",
  expression: ({ level, share, levels: all }) => ({
    op: "levels",
    key: level,
    share: share ?? null,
    levels: all.map((one) => ({ ...one, fromIncluded: true })),
  }),
  wording: ({ levels: all }) =>
    all.map(({ name, from, to }) => `${name}得分值的${from === to ? percentWords(to) : `${percentWords(from)}至${percentWords(to)}`}`).join("，"),
};

const asks: readonly FactSpec[] = [
  { key: "level", label: "改善程度", kind: "tier", unit: "", source: "", question: "改善到哪一档？" },
];
const criterion: LevelsCriterion = {
  kind: "levels",
  level: "level",
  levels: [
    { name: "明显改善", from: 1, to: 1, toIncluded: true, clause: "明显改善得满分" },
    { name: "有所改善", from: 0.6, to: 0.6, toIncluded: true, clause: "有所改善得60%" },
    { name: "无改善", from: 0, to: 0, toIncluded: true, clause: "无改善不得分" },
  ],
};

export const examples: readonly CriterionExample<LevelsCriterion>[] = [
  ["明显改善", 20],
  ["有所改善", 12],
  ["无改善", 0],
].map(([level, expect]) => ({
  title: String(level),
  criterion,
  asks,
  facts: { level: String(level) },
  weight: 20,
  expect: Number(expect),
}));
