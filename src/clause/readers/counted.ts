import type { Criterion, CriterionBand } from "../../criteria/criterion";
import type { Measure } from "../../criteria/measure";
import { asking, labelWords, merged, type Built } from "../built";
import { prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";
import { pointsOf } from "./bands";

/** 全部符合得3分，符合一项得1.5分，均不符合不得分: so many of the printed items. */
export function countedOf(pieces: readonly Piece[], around: Around): Built | null {
  const items = around.items ?? [];
  if (pieces.length < 2 || items.length < 2) return null;
  const bands: CriterionBand[] = [];
  const last = pieces.at(-1);
  const rest = last?.condition.of === "else" ? last : null;
  for (const piece of pieces.filter((one) => one !== rest)) {
    const count = countOf(piece, items.length);
    const then = count === null ? null : pointsOf(piece, null, around);
    if (count === null || then === null || bands.some(({ from }) => from === count)) return null;
    bands.push({ from: count, fromIncluded: true, to: count, toIncluded: true, then, clause: piece.clause });
  }
  if (pieces.some((piece) => piece !== rest && piece.condition.of === "else")) return null;
  if (rest !== null) {
    const then = pointsOf(rest, null, around);
    if (then === null || !bands.some(({ from }) => from === items.length)) return null;
    for (let count = 0; count <= items.length; count += 1)
      if (!bands.some(({ from }) => from === count))
        bands.push({
          from: count,
          fromIncluded: true,
          to: count,
          toIncluded: true,
          then,
          clause: rest.clause,
        });
  }
  const key = asking("count", prefixed("符合的项数", around), "项", { agrees: true });
  const answers = items.map((item) => asking("answer", labelWords(item), "是／否", { standIn: true }));
  const inner = merged(...answers.map(({ asked }) => asked));
  const keys = answers.map((one) => one.key);
  if (new Set(keys).size < keys.length) return null;
  const measure: Measure = {
    of: "items",
    name: "符合的项数",
    unit: "项",
    key: key.key,
    items: keys,
    counted: "是",
  };
  const criterion: Criterion = {
    kind: "bands",
    measure,
    percent: false,
    bands: [...bands].sort((a, b) => (a.from ?? 0) - (b.from ?? 0)),
  };
  const asked = {
    ...key.asked,
    asks: [...key.asked.asks, ...inner.asks],
    questions: [{ key: key.key, instead: keys }],
  };
  return { criterion, asked };
}

const numerals = "零一二三四五六七八九十";

function countOf({ words, each }: Piece, all: number): number | null {
  if (each !== null) return null;
  const plain = labelWords(words);
  if (
    /^(?:[①-⑳]+)?(?:以上|上述)?[一二两三四五六七八九十\d]?(?:项|个方面)?(?:均|全部|都|完全)(?:符合|满足|达到|具备|做到|健全)(?:要求|条件|标准)?$/u.test(
      plain,
    )
  )
    return all;
  if (/^(?:均|全部|都|完全)(?:不|未|没有)(?:符合|满足|达到|具备|做到)(?:要求|条件|标准)?$/u.test(plain))
    return 0;
  const some =
    /^(?:仅|只)?(?:符合|满足|达到|具备|做到)(?:其中)?([一二两三四五六七八九十]|\d{1,2})(?:项|个|条)(?:要求|条件|标准)?$/u.exec(
      plain,
    )?.[1];
  if (some === undefined) return null;
  const count = some === "两" ? 2 : numerals.includes(some) ? numerals.indexOf(some) : Number(some);
  return count > 0 && count < all ? count : null;
}
