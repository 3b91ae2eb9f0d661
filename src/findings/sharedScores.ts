import { oncePerObject } from "../criteria/oncePerObject";
import type { NamedFigure } from "./namedFigures";
import type { Passage } from "./passages";

/** Points of several things that a report tells in one statement: “甲、乙分别得4.97分、4.9分”, “甲、乙合计扣0.13分”. */
export interface SharedScores {
  readonly passage: Passage;
  /** As they stand in the list, in order. */
  readonly names: readonly string[];
  /** One figure for each name, in order; or the one sum of all. */
  readonly of: "each" | "sum";
  readonly kind: "score" | "loss";
  /** In 分, as written. */
  readonly points: readonly string[];
}

const figure = String.raw`\d{1,3}(?:\.\d{1,6})?`;
const verb = String.raw`(?:自评)?(?:得分?|评分|自评|扣分?|扣减|失分|丢分)(?:合计|共计?)?[为是了]?`;
const each = new RegExp(
  String.raw`([^,;:。!?]{2,160}?)(?:分别|依次|各自)(?:自评)?(${verb})(${figure}分?(?:(?:[、,和与及]|以及)${figure}分?)+)`,
  "gu",
);
const sum = new RegExp(
  String.raw`([^,;:。!?]{2,160}?)(?:(\d{1,2}|[两二三四五六七八九十])[项个](?:[一二三]级)?(?:指标)?)?(?:合计|共计|一共|总计|总共|累计|(?<!公)共)(${verb})(${figure})分`,
  "gu",
);
const listed = /[、和与及]|以及/u;

/** A passage split into the statements of several things, and what is left of it. */
export const sharedScores: (passage: Passage) => {
  readonly shared: readonly SharedScores[];
  readonly rest: Passage;
} = oncePerObject((passage) => {
  if (!/分别|依次|各自|合计|共|总计|累计/u.test(passage.text) || !passage.text.includes("分"))
    return { shared: [], rest: passage };
  const shared: SharedScores[] = [];
  let text = plainOf(passage.text);
  for (const [pattern, of] of [
    [each, "each"],
    [sum, "sum"],
  ] as const) {
    text = text.replace(pattern, (words: string, front: string, ...groups: readonly string[]) => {
      const names = front
        .split(listed)
        .map((name) => name.trim())
        .filter((name) => name !== "");
      const [said = "", told = ""] = of === "each" ? groups : groups.slice(1);
      if (names.length < 2) return words;
      const kind = /[扣失丢]/u.test(said) ? "loss" : "score";
      shared.push({ passage, names, of, kind, points: told.match(/\d+(?:\.\d+)?/gu) ?? [] });
      return "";
    });
  }
  return shared.length === 0 ? { shared, rest: passage } : { shared, rest: { ...passage, text } };
});

/** What is compared of points that are told. */
export type Points = Pick<NamedFigure, "kind" | "value" | "text" | "passage" | "rounding">;

/** One of `points`, as exact as it is written. */
export function plainFigure(digits: string, kind: SharedScores["kind"], passage: Passage): Points {
  const rounding = 10 ** -(digits.split(".")[1]?.length ?? 0) / 2;
  return { kind, value: Number(digits), text: `${digits}分`, passage, rounding };
}

/** Without remarks in brackets: “部门预算资金支出率（5分）”. */
function plainOf(text: string): string {
  return text
    .slice(0, 1000)
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/\([^()]{0,40}\)/gu, "");
}
