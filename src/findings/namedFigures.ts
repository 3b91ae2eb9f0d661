import { oncePerObject } from "../criteria/oncePerObject";
import { statedBounds, statedFigures, type StatedBound, type StatedFigure } from "../words/statedFigures";
import type { Figure } from "../quantity/figure";
import type { QuantityReading } from "../quantity/readQuantity";
import type { Passage } from "./passages";

/** A figure that the department's own words state, with where they stand. */
export interface NamedFigure extends StatedFigure {
  readonly passage: Passage;
}

/** A bound that they state: "控制在预算18.6万元以内". */
export interface NamedBound extends StatedBound {
  readonly passage: Passage;
}

/** Every figure that these passages state. `year` is that of the form: the figures of other years are set apart. Linear in the texts. */
export function namedFigures(passages: readonly Passage[], year: number | null): readonly NamedFigure[] {
  return passages.flatMap((passage) => namedIn(passage, year).figures);
}

/** Every bound that they state, likewise. */
export function namedBounds(passages: readonly Passage[], year: number | null): readonly NamedBound[] {
  return passages.flatMap((passage) => namedIn(passage, year).bounds);
}

interface Named {
  readonly figures: readonly NamedFigure[];
  readonly bounds: readonly NamedBound[];
}

/** Several checks ask for those of the same passage. */
const namedByYear: (passage: Passage) => Map<number | null, Named> = oncePerObject(() => new Map());

function namedIn(passage: Passage, year: number | null): Named {
  const known = namedByYear(passage);
  const of = <Figure extends StatedFigure>(stated: Figure): Figure & { readonly passage: Passage } => {
    const apart = stated.apart || isOfOther(stated, year) || (stated.hoped && passage.from !== "head");
    const points = ["score", "weight", "loss"].includes(stated.kind);
    return { ...stated, passage, apart, kind: stated.wanted && !apart && !points ? "target" : stated.kind };
  };
  const named = known.get(year) ?? {
    figures: statedFigures(passage.text).map(of),
    bounds: statedBounds(passage.text).map(of),
  };
  known.set(year, named);
  return named;
}

/** Of another year than the form's: its clause names one, or its sentence has opened one. */
function isOfOther({ years, since }: StatedFigure, year: number | null): boolean {
  return year !== null && [...years, ...(since === null ? [] : [since])].some((one) => one !== year);
}

/** A figure of what was done, not of what was planned; in 分 only where people are asked how content they are. */
export function isOfDone({ kind, apart }: NamedFigure): boolean {
  return !apart && !["target", "weight", "loss"].includes(kind);
}

/** The same figure, perhaps rounded. */
export function isSameFigure(
  { value, rounding }: Pick<NamedFigure, "value" | "rounding">,
  other: { readonly value: number; readonly rounding?: number },
): boolean {
  return Math.abs(value - other.value) <= Math.max(rounding, other.rounding ?? 0) * 1.000001;
}

/** The plain figure that a cell holds; null where it holds several, a range or none. */
export function onlyFigure(reading: QuantityReading): Figure | null {
  if (reading.kind !== "quantity") return null;
  const [figure, second] = reading.figures;
  return second === undefined && figure.high === null && figure.unit.name !== "" ? figure : null;
}
