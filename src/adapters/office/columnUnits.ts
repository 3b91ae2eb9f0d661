/** What turns Excel's points into characters of the default font and back, for one sheet. */
export interface ColumnUnits {
  /** Width of a standard column: in characters, and in points. */
  readonly standardCharacters: number;
  readonly standardPoints: number;
}

const pointsPerPixel = 0.75;
const padding = 5;

/** Width of the widest digit in pixels, worked out from the sheet's standard column (ECMA-376, 18.3.1.13). */
function digitPixels({ standardCharacters, standardPoints }: ColumnUnits): number {
  const pixels = (standardPoints / pointsPerPixel - padding) / standardCharacters;
  return Number.isFinite(pixels) && pixels >= 1 ? Math.round(pixels) : 7;
}

/** A column's width in characters, to 1/100. */
export function charactersOf(points: number, units: ColumnUnits): number {
  const characters = (points / pointsPerPixel - padding) / digitPixels(units);
  return Math.max(0, Math.round(characters * 100) / 100);
}

export function pointsOf(characters: number, units: ColumnUnits): number {
  return Math.round(characters * digitPixels(units) + padding) * pointsPerPixel;
}
