import type { DeductCriterion, DeductItem } from "../../criteria/criterion";
import type { Interval } from "../../criteria/interval";
import { asking, labelWords, type Asked } from "../built";
import { prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";

interface End {
  readonly piece: Piece;
  readonly interval: Interval;
}

/** 累计超过3笔的不得分, 少完成3个及以上的不得分: so many of the one thing that is counted. */
export function endOf([only, ...more]: readonly Piece[], pieces: readonly Piece[]): End | null {
  const { each } = only ?? {};
  if (each == null || more.length > 0) return null;
  const ends = pieces.flatMap((piece): readonly End[] => {
    const { condition, statement } = piece;
    const { what } = statement;
    return piece.each === null &&
      condition.of === "range" &&
      condition.unit === each.unit &&
      condition.interval.to === null &&
      what.gives === "share" &&
      what.share === 0 &&
      isSameCount(condition.name, each.words)
      ? [{ piece, interval: condition.interval }]
      : [];
  });
  const [end, ...others] = ends;
  return end === undefined || others.length > 0 ? null : end;
}

const onlyCounts =
  /^(?:(?:累计|合计|共计|共|总数|次数|数量|达到?|发现|存在?|出现|发生|有|全年|年度|问题)*)$/u;

function isSameCount(name: string, words: string): boolean {
  const [own, all] = [labelWords(name), labelWords(words)];
  return onlyCounts.test(own) || all.includes(own) || (all !== "" && own.includes(all));
}

/** As the criterion has it: no points where so many were counted. */
export function vetoOf(end: End | null, [item]: readonly DeductItem[]): Pick<DeductCriterion, "veto"> {
  if (end === null || item === undefined) return {};
  const { piece, interval } = end;
  return {
    veto: { when: { of: "within", measure: { of: "fact", key: item.key }, interval }, clause: piece.clause },
  };
}

const special = /^(?:如|若)?(?:有|存在|出现|发生|发现|查实|涉及|被)[^,;。]{2,40}$/u;

/** 有虚假整改的扣4分 of 4: it leaves nothing. */
export function takesAll(
  { each, condition, words, statement: { what } }: Piece,
  { weight }: Around,
): boolean {
  return (
    each === null &&
    condition.of === "words" &&
    what.gives === "cut" &&
    what.points === weight &&
    special.test(labelWords(words))
  );
}

export function allOf(
  piece: Piece,
  around: Around,
): { readonly veto: NonNullable<DeductCriterion["veto"]>; readonly asked: Asked } {
  const label = prefixed(labelWords(piece.words), around);
  const { key, asked } = asking("answer", label, "是／否");
  return { veto: { when: { of: "says", key, word: "是", said: label }, clause: piece.clause }, asked };
}
