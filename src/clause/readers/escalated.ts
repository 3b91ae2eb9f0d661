import type { CriterionBand } from "../../criteria/criterion";
import { asking, labelWords, type Built } from "../built";
import { prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";
import type { RangeCondition } from "../readCondition";
import { pointsOf } from "./bands";
import { isWhole } from "./formula";

/** 没有投诉得4分，发现1次扣1分，2次扣3分，3次以上不得分: how many there are says what all of them cost. */
export function escalatedOf(pieces: readonly Piece[], around: Around): Built | null {
  const counted = pieces.flatMap((piece) => {
    const count = countIn(piece);
    return count === null ? [] : [{ piece, ...count }];
  });
  const others = pieces.filter((piece) => !counted.some((one) => one.piece === piece));
  const [none, ...more] = others;
  const [first] = counted;
  if (first === undefined || counted.length < 2 || more.length > 0) return null;
  if (!counted.every(({ unit, name }) => unit === first.unit && (name === "" || name === first.name)))
    return null;
  if (none === undefined ? !counted.some(({ piece }) => isCut(piece)) : !isNone(none, around)) return null;
  const last = counted.at(-1);
  // Every number has its points: 1, 2 and so on, the last one and more.
  if (
    last?.open !== true ||
    !counted.every(({ at, open }, index) => at === index + 1 && open === (index === counted.length - 1))
  )
    return null;
  const bands: CriterionBand[] = [];
  for (const { piece, at, open } of counted) {
    const then = pointsOf(piece, null, around);
    if (then === null) return null;
    bands.push({
      from: at,
      fromIncluded: true,
      to: open ? null : at,
      toIncluded: !open,
      then,
      clause: piece.clause,
    });
  }
  const kept: CriterionBand = {
    from: 0,
    fromIncluded: true,
    to: 0,
    toIncluded: true,
    then: { share: 1 },
    clause: none?.clause ?? first.piece.clause,
  };
  const { key, asked } = asking("count", prefixed(nameOf(none, first.name, around), around), first.unit);
  return {
    criterion: { kind: "bands", measure: { of: "fact", key }, percent: false, bands: [kept, ...bands] },
    asked,
  };
}

interface Counted {
  readonly at: number;
  readonly unit: string;
  /** 3次以上. */
  readonly open: boolean;
  readonly name: string;
}

/** 发现1次, 2次, 3次及以上; not 每发现1次, of which each costs the same. */
function countIn({ each, condition, statement, words }: Piece): Counted | null {
  if (each !== null) {
    const isEach =
      each.unit === "%" || each.size !== 1 || statement.condition.some(({ is }) => is === "each");
    // 调剂1次: the words before the number name what is counted; a bound would be a condition of its own.
    return isEach || (each.lead.length > 0 && condition.of !== "words")
      ? null
      : { at: 1, unit: each.unit, open: false, name: nameIn(each.words) };
  }
  if (condition.of !== "range" || condition.percent || condition.unit === "" || /元|分/u.test(condition.unit))
    return null;
  const { interval, unit, name } = condition;
  const [at, open] = bounds(condition);
  return at === null || (interval.to !== null && interval.from !== interval.to) || words === ""
    ? null
    : { at, unit, open, name: nameIn(name) };
}

function bounds({ interval: { from, fromIncluded, to } }: RangeCondition): readonly [number | null, boolean] {
  if (from === null || !Number.isInteger(from)) return [null, false];
  return [fromIncluded ? from : from + 1, to === null];
}

function nameIn(words: string): string {
  return labelWords(words).replace(/^(?:如|若|每|累计|发现|发生|出现|存在|有|查出)+/u, "");
}

function isCut({ statement: { what } }: Piece): boolean {
  return what.gives === "cut" || what.gives === "cutShare";
}

const without = /^(?:全年|年度内?|当年|本年度?)?(?:没有|未发现|未发生|未出现|未|无)/u;

/** 没有投诉: what is counted is not there. */
function isNone(piece: Piece, { weight }: Around): boolean {
  return (
    piece.each === null &&
    isWhole(piece, weight) &&
    piece.condition.of === "words" &&
    without.test(labelWords(piece.words))
  );
}

function nameOf(none: Piece | undefined, name: string, around: Around): string {
  if (name !== "") return name;
  const said = none === undefined ? "" : labelWords(labelWords(none.words).replace(without, ""));
  return said === "" ? around.name : said;
}
