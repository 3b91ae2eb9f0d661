import type { Criterion } from "../../criteria/criterion";
import { asking, labelWords, merged, type Built } from "../built";
import { prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";

/** 预算公开、决算公开、绩效目标公开各1分; 以上三项各2分，不符合的不得分: each for itself, together the weight. */
export function enumeratedOf(pieces: readonly Piece[], around: Around): Built | null {
  const [first, ...others] = pieces;
  const what = first?.statement.what;
  if (first === undefined || what?.gives !== "pointsEach") return null;
  if (others.length > 1) return null;
  const deeds = deedsOf(first, around);
  if (!others.every((piece) => isRest(piece, deeds))) return null;
  if (deeds.length < 2 || around.weight === null) return null;
  if (Math.abs(deeds.length * what.points - around.weight) > 1e-9) return null;
  const clause = pieces.map((piece) => piece.clause).join("；");
  const asked = deeds.map((deed) => asking("answer", prefixed(deed, around), "是／否"));
  if (new Set(asked.map(({ key }) => key)).size < asked.length) return null;
  const parts = asked.map(({ key }, index) => {
    const met = deeds[index] ?? "";
    const criterion: Criterion = {
      kind: "meet",
      condition: { of: "yes", name: met, answers: [{ key, met, missed: `未做到“${met}”` }] },
      clause,
    };
    return { share: what.points, criterion };
  });
  return {
    criterion: { kind: "parts", parts, kept: { clause } },
    asked: merged(...asked.map((one) => one.asked)),
  };
}

/** 否则不得分, 未公开的对应不得分: what a missed one gives. */
function isRest({ condition, statement: { what }, words, each }: Piece, deeds: readonly string[]): boolean {
  const isNothing = what.gives === "share" && what.share === 0 && each === null;
  const missed = /^(?:未|不|没有|无)([^,;。、\d一二两三四五六七八九十]{0,10})$/u.exec(
    labelWords(words.replace(/的?(?:对应|相应)$/u, "")),
  )?.[1];
  return isNothing && (condition.of === "else" || (missed !== undefined && isOfAll(missed, deeds)));
}

/** 达到要求, 公开: of the deeds themselves, or of any. */
function isOfAll(missed: string, deeds: readonly string[]): boolean {
  return (
    /^(?:(?:达到?|符合|做到|完成|具备|满足|落实|开展|达标)(?:上述|以上|规定|要求|标准|条件)*)?$/u.test(
      missed,
    ) || deeds.some((deed) => deed.includes(missed))
  );
}

const allItems =
  /^(?:符合|满足|做到|达到|具备)?(?:以上|上述|以下|下列)?(?:[一二两三四五六七八九十\d]{1,2})?(?:项|个|条|点|方面|个方面)?(?:内容|要点|评价要点|要求|指标)?$/u;

function deedsOf({ words, condition }: Piece, { items = [] }: Around): readonly string[] {
  const said = labelWords(words);
  // 以上三项: as many as are printed.
  if (condition.of === "range")
    return items.length > 0 && condition.interval.from === items.length && allItems.test(said)
      ? items.map(labelWords)
      : [];
  if (condition.of !== "words") return [];
  if (items.length > 0) return allItems.test(said) ? items.map(labelWords) : [];
  const deeds = said.split(/[、,]|以及/u).map(labelWords);
  // 预算、决算公开各1分: a shorter one is no deed by itself.
  return deeds.every((deed) => deed.length >= 4 && !/^[未不无]/u.test(deed)) ? deeds : [];
}
