import { tidy } from "../../quantity/tidy";
import { oncePerObject } from "../oncePerObject";
import type { Branch, ReadScale } from "../rule";
import { percentWords, shortNumber } from "../words";
import type { Interval } from "../interval";
import type { Expression, NodeOf, Piece } from "./expression";
import { visit } from "./factKeys";
import { contains, overlap, settled, type Numeric } from "./intervals";
import { known, open, type Evaluate, type Outcome, type Scope } from "./outcome";

type Scale = NodeOf<"scale">;

/** How near to a bound a value given as "约" is doubtful: one percentage point. */
const nearBound = 0.01;

/** The piece in which the measured value lies, and the points that it gives; pieces that disagree tell nothing. */
export function readOffScale(scale: Scale, scope: Scope, evaluate: Evaluate): Outcome {
  const it = scope.it ?? known(0);
  const value = typeof it.value === "boolean" ? Number(it.value) : it.value;
  const found = piecesAt(scale, value);
  const words = it.words.join("，");
  const read = found.map(({ piece, part }) =>
    evaluate(piece.then, part === it.value ? scope : { ...scope, it: { ...it, value: part } }),
  );
  const [first] = found;
  const [result] = read;
  if (first === undefined || result === undefined)
    return { ...open([], `${words}不落在任何一档里，请填写准确的${it.name}。`), none: true };
  const unknown = read.find((one) => one.state !== "known");
  if (unknown !== undefined) return unknown;
  if (result.state !== "known" || !agree(read, found, value) || !coversAll(scale, value, found))
    return open([], `${words}落在几档里，请填写准确的${it.name}。`);
  const drawn =
    typeof value === "number" && scope.isUndrawn !== true
      ? { scale: drawnScale(scale, value, first.piece, scope, evaluate) }
      : {};
  return {
    ...result,
    ...(result.clause === undefined ? { clause: (found.at(-1) ?? first).piece.clause } : {}),
    ...drawn,
    remarks: [...result.remarks, ...(it.approximate ? doubts(words, value, scale) : [])],
  };
}

interface FoundPiece {
  readonly piece: Piece;
  /** The part of the value that lies in it. */
  readonly part: Numeric;
}

function piecesAt({ pieces }: Scale, value: Numeric): readonly FoundPiece[] {
  if (typeof value === "number") {
    const exact = tidy(value);
    return pieces.flatMap((piece) => (contains(piece.interval, exact) ? [{ piece, part: value }] : []));
  }
  const whole = clipped(pieces, value);
  return pieces.flatMap((piece) => {
    const shared = overlap(piece.interval, whole);
    return shared === null ? [] : [{ piece, part: settled(shared) }];
  });
}

/** A stretch is open-ended only by its wording: 比率≥90% goes no further than the scale does. */
function clipped(pieces: readonly Piece[], value: Interval): Interval {
  const lowest = pieces[0]?.interval;
  const highest = pieces.at(-1)?.interval;
  const from = value.from === null && lowest !== undefined ? lowest : value;
  const to = value.to === null && highest !== undefined ? highest : value;
  return { from: from.from, fromIncluded: from.fromIncluded, to: to.to, toIncluded: to.toIncluded };
}

/** A stretch that reaches into a gap of the scale tells nothing. */
function coversAll({ pieces }: Scale, value: Numeric, found: readonly FoundPiece[]): boolean {
  if (typeof value === "number") return true;
  const whole = clipped(pieces, value);
  const all = found.map(({ piece }) => piece.interval);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return false;
  // What the outer pieces share with the whole ends where the whole does.
  const [start, end] = [overlap(first, whole), overlap(last, whole)];
  return (
    start?.from === whole.from &&
    start.fromIncluded === whole.fromIncluded &&
    end?.to === whole.to &&
    end.toIncluded === whole.toIncluded &&
    all.slice(1).every((next, index) => joins(all[index] ?? first, next))
  );
}

function joins({ to, toIncluded }: Interval, { from, fromIncluded }: Interval): boolean {
  return from !== null && to !== null && (from < to || (from === to && (fromIncluded || toIncluded)));
}

/** The same points in every piece; for a stretch, in every part of it. */
function agree(read: readonly Outcome[], found: readonly FoundPiece[], value: Numeric): boolean {
  // Bands that only the weight makes alike are not alike; a stretch belongs into one band.
  if (found.length > 1 && found.every(({ piece }) => isFixed(piece.then))) {
    const [first] = found;
    return (
      typeof value === "number" &&
      found.every(({ piece }) => JSON.stringify(piece.then) === JSON.stringify(first?.piece.then))
    );
  }
  const values = read.map((one) => (one.state === "known" ? one.value : null));
  const [first] = values;
  return (
    typeof first === "number" &&
    values.every((value) => typeof value === "number" && tidy(value) === tidy(first))
  );
}

function drawnScale(
  scale: Scale,
  value: number,
  applied: Piece,
  scope: Scope,
  evaluate: Evaluate,
): ReadScale {
  const branches = scale.pieces.map((piece): Branch => {
    const { interval, then, clause } = piece;
    const points = isFixed(then) ? evaluate(then, { ...scope, it: known(value) }) : null;
    return {
      clause,
      applies: piece === applied,
      from: interval.from,
      to: interval.to,
      points: points?.state === "known" ? Number(points.value) : null,
    };
  });
  return { value, unit: scale.percent ? "%" : "", branches };
}

const plainOps = ["number", "weight", "min", "max", "add", "subtract", "multiply", "clause"];

/** The same all through its piece: made of numbers and the weight only. */
const isFixed = oncePerObject((then: Expression): boolean => {
  let fixed = true;
  visit(then, ({ op }) => {
    fixed &&= plainOps.includes(op);
  });
  return fixed;
});

function doubts(words: string, value: Numeric, { pieces, percent }: Scale): readonly string[] {
  if (typeof value !== "number") return [];
  if (!pieces.every(({ then }) => isFixed(then))) return [`${words}是约数，请核实准确数。`];
  const bounds = pieces
    .flatMap(({ interval }) => [interval.from, interval.to])
    .filter((bound) => bound !== null);
  const near = bounds.find((bound) => tidy(Math.abs(bound - value)) <= (percent ? nearBound : 0));
  if (near === undefined) return [`${words}是约数，上下略有出入也在同一档内。`];
  return [
    `${words}是约数，离分档界限${percent ? percentWords(near) : shortNumber(near)}很近，请核实准确数。`,
  ];
}
