import type { CriterionBand } from "../../criteria/criterion";
import type { Interval } from "../../criteria/interval";
import type { Built } from "../built";
import { figureMeasure, type Around } from "../measures";
import type { Piece } from "../pieces";
import type { Sign } from "../token";
import { pointsOf, mixesCuts } from "./bands";

/** 决算数小于预算数得3分，等于预算数得2分，大于预算数不得分: bands over how far the one is above the other. */
export function comparedOf(pieces: readonly Piece[], around: Around): Built | null {
  const [first] = pieces;
  if (pieces.length < 2 || first?.condition.of !== "against" || mixesCuts(pieces, around)) return null;
  const { name, other } = first.condition;
  const measured = figureMeasure(name, other, around);
  if (measured === null) return null;
  const bands: CriterionBand[] = [];
  for (const piece of pieces) {
    const { condition, each } = piece;
    if (each !== null) return null;
    const isSame =
      condition.of === "against" &&
      (condition.name === "" || condition.name === name) &&
      (condition.other === other || other.endsWith(condition.other));
    const interval =
      condition.of === "else"
        ? left(bands)
        : condition.of === "against" && isSame
          ? stretches[condition.sign]
          : null;
    const then = pointsOf(piece, null, around);
    if (interval === null || then === null) return null;
    bands.push({ ...interval, then, clause: piece.clause });
  }
  const sorted = [...bands].sort((a, b) => (a.from ?? -1) - (b.from ?? -1) || (a.to ?? 1) - (b.to ?? 1));
  if (!joins(sorted)) return null;
  return {
    criterion: { kind: "bands", measure: measured.measure, percent: true, bands: sorted },
    asked: measured.asked,
  };
}

const stretches: Readonly<Record<Sign, Interval>> = {
  "<": { from: null, fromIncluded: false, to: 0, toIncluded: false },
  "≤": { from: null, fromIncluded: false, to: 0, toIncluded: true },
  "=": { from: 0, fromIncluded: true, to: 0, toIncluded: true },
  "≥": { from: 0, fromIncluded: true, to: null, toIncluded: false },
  ">": { from: 0, fromIncluded: false, to: null, toIncluded: false },
};

/** 否则: the other side of one bound. */
function left(bands: readonly Interval[]): Interval | null {
  const [only, ...more] = bands;
  if (only === undefined || more.length > 0 || only.from === only.to) return null;
  return only.from === null
    ? stretches[only.toIncluded ? ">" : "≥"]
    : stretches[only.fromIncluded ? "<" : "≤"];
}

/** Every number is in one of them, and in one alone. */
function joins(bands: readonly CriterionBand[]): boolean {
  return (
    bands[0]?.from === null &&
    bands.at(-1)?.to === null &&
    bands.slice(1).every((band, index) => band.fromIncluded !== (bands[index]?.toIncluded ?? false))
  );
}
