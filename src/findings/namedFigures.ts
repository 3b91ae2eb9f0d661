import { oncePerObject } from "../criteria/oncePerObject";
import { statedFigures, type StatedFigure } from "../words/statedFigures";
import type { Passage } from "./passages";

/** A figure that the department's own words state, with where they stand. */
export interface NamedFigure extends StatedFigure {
  readonly passage: Passage;
}

/** Every figure that these passages state. `year` is that of the form: the figures of other years are set apart. Linear in the texts. */
export function namedFigures(passages: readonly Passage[], year: number | null): readonly NamedFigure[] {
  return passages.flatMap((passage) => {
    const known = figuresByYear(passage);
    const figures = known.get(year) ?? figuresOf(passage, year);
    known.set(year, figures);
    return figures;
  });
}

/** Several checks ask for those of the same passage. */
const figuresByYear: (passage: Passage) => Map<number | null, readonly NamedFigure[]> = oncePerObject(
  () => new Map(),
);

function figuresOf(passage: Passage, year: number | null): readonly NamedFigure[] {
  return statedFigures(passage.text).map((stated) => ({
    ...stated,
    passage,
    apart: stated.apart || (year !== null && stated.years.some((one) => one !== year)),
  }));
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
