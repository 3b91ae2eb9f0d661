import { labelWords } from "../built";
import type { Piece } from "../pieces";

/** 问题每个扣1分，其中涉及资金的每个扣2分: whether one of these costs 2 or 3 is not said. */
export function countsTwice(cuts: readonly Piece[]): boolean {
  const counted = cuts.filter(({ each }) => each !== null && each.unit !== "%");
  return counted.some(
    (one) =>
      /^其中/u.test(one.words) ||
      counted.some((other) => other !== one && other.each?.unit === one.each?.unit && isSomeOf(one, other)),
  );
}

/** 延期超过6个月的 of 延期的; 重大问题 of 审计发现问题. */
function isSomeOf(one: Piece, all: Piece): boolean {
  const [own, other] = [one, all].map(({ each }) => labelWords(each?.words ?? ""));
  const isWorse = (piece: Piece): boolean => worse.test(piece.words.split("每")[0] ?? "");
  const thing = (other ?? "").replace(found, "");
  return (
    (isWorse(one) && !isWorse(all)) || (thing.length > 1 && own !== other && own?.endsWith(thing) === true)
  );
}

const worse =
  /(?:超过|超出|达到?|高于|大于)[^,;。]{0,12}[\d一二两三四五六七八九十半]|[\d一二两三四五六七八九十半][^,;。\d]{1,4}以上/u;
const found = /^[^,;。]{0,6}?(?:查出|发现|存在|出现|发生|有)(?:的)?/u;
