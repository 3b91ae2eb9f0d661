import type { CriterionBand } from "../../criteria/criterion";
import { asking, labelWords, type Built } from "../built";
import { prefixed, type Around } from "../measures";
import type { Piece } from "../pieces";
import { isCountUnit } from "../units";
import { pointsOf } from "./bands";
import { isWhole } from "./formula";

/** 没有投诉得4分，发现1次扣1分，2-3次扣3分，4次以上不得分: how many there are says what all of them cost. */
export function escalatedOf(pieces: readonly Piece[], around: Around): Built | null {
  const counted = pieces.flatMap((piece) => {
    const count = countIn(piece) ?? noneOrFew(piece, around);
    return count === null ? [] : [{ piece, ...count }];
  });
  const others = pieces.filter((piece) => !counted.some((one) => one.piece === piece));
  const [none, ...more] = others;
  const [first] = counted;
  if (first === undefined || counted.length < 2 || more.length > 0) return null;
  const name = counted.map((one) => one.name).find((one) => one !== "") ?? "";
  if (!counted.every((one) => one.unit === first.unit && (one.name === "" || one.name === name))) return null;
  if (first.from === 0 ? none !== undefined : !startsAtOne(none, counted, around)) return null;
  // Every number has its points: 1, 2 and so on, the last one and more.
  const joins = counted.every(
    ({ from }, index) => index === 0 || from === (counted[index - 1]?.to ?? NaN) + 1,
  );
  if (first.from > 1 || !joins || counted.at(-1)?.to !== null) return null;
  const bands: CriterionBand[] = [];
  for (const { piece, from, to } of counted) {
    const then = pointsOf(piece, null, around);
    if (then === null) return null;
    bands.push({
      from,
      fromIncluded: true,
      to,
      toIncluded: to !== null,
      then,
      clause: piece.clause,
    });
  }
  const kept: readonly CriterionBand[] =
    first.from === 0
      ? []
      : [
          {
            from: 0,
            fromIncluded: true,
            to: 0,
            toIncluded: true,
            then: { share: 1 },
            clause: none?.clause ?? first.piece.clause,
          },
        ];
  const { key, asked } = asking("count", prefixed(nameOf(none, name, around), around), first.unit);
  return {
    criterion: { kind: "bands", measure: { of: "fact", key }, percent: false, bands: [...kept, ...bands] },
    asked,
  };
}

interface Counted {
  readonly from: number;
  /** 3次以上: null. */
  readonly to: number | null;
  readonly unit: string;
  readonly name: string;
}

/** What is kept where there are none: said, or what deductions leave. */
function startsAtOne(
  none: Piece | undefined,
  counted: readonly { readonly piece: Piece }[],
  around: Around,
): boolean {
  return none === undefined ? counted.some(({ piece }) => isCut(piece)) : isNone(none, around);
}

/** 发现1次, 2-3次, 4次及以上; not 每发现1次, of which each costs the same. */
function countIn({ each, condition, statement, words }: Piece): Counted | null {
  if (each !== null) {
    const isEach =
      each.unit === "%" || each.size !== 1 || statement.condition.some(({ is }) => is === "each");
    // 调剂1次: the words before the number name what is counted; a bound would be a condition of its own.
    return isEach || (each.lead.length > 0 && condition.of !== "words")
      ? null
      : { from: 1, to: 1, unit: each.unit, name: nameIn(each.words) };
  }
  if (condition.of !== "range" || condition.percent || condition.unit === "" || /元|分/u.test(condition.unit))
    return null;
  const { interval, unit, name } = condition;
  const { from, fromIncluded, to, toIncluded } = interval;
  if (words === "" || from === null || ![from, to ?? 0].every((end) => Number.isInteger(end))) return null;
  if (to !== null && from !== to && !(fromIncluded && toIncluded)) return null;
  return { from: fromIncluded ? from : from + 1, to, unit, name: nameIn(name) };
}

const few =
  /(?:未|没有|无)([^,;。\d或]{0,20})或者?(?:仅|只)?([^,;。\d或]{0,20})(\d{1,2}|一)([\u4e00-\u9fff]{1,2})$/u;

/** 未被退回或仅被退回1次: none, or no more than that. */
function noneOrFew({ words, each, statement }: Piece, around: Around): Counted | null {
  const [, none = "", some = "", digits = "", unit = ""] = few.exec(labelWords(words).slice(-60)) ?? [];
  const name = nameIn(some);
  if (!isCountUnit(unit) || !isWhole({ statement }, around.weight) || !none.includes(name) || name === "")
    return null;
  return each !== null && each.size !== 1
    ? null
    : { from: 0, to: digits === "一" ? 1 : Number(digits), unit, name };
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
