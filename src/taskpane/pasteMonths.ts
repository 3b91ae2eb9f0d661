import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";

/**
 * What a paste from a sheet means for the twelve fields: by month where the paste names months ("3月  99.83%", down
 * or across), else one after the other from the field that was pasted into. Texts are percents without the sign.
 * Null for words: the paste is then left to the field itself.
 */
export function pasteMonths(
  pasted: string,
  fields: readonly string[],
  from: number,
): readonly string[] | null {
  const grid = pasted
    .replace(/\r\n?/gu, "\n")
    .replace(/\n+$/u, "")
    .slice(0, 2000)
    .split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()));
  const placed = byMonth(grid) ?? inOrder(grid, from);
  if (placed.size === 0) return null;
  const figures = [...placed.values()].filter((text) => text !== "");
  if (figures.length === 0 || figures.some((text) => readPlainNumber(text) === null)) return null;
  const fractions = areFractions(figures);
  return fields.map((field, month) => {
    const text = placed.get(month);
    return text === undefined || text === "" ? field : percentText(text, fractions);
  });
}

function byMonth(grid: readonly (readonly string[])[]): ReadonlyMap<number, string> | null {
  const placed = new Map<number, string>();
  const [heads = [], below = []] = grid;
  if (heads.some((cell) => monthOf(cell) !== null) && grid.length === 2 && heads.length > 2) {
    heads.forEach((cell, n) => {
      const month = monthOf(cell);
      if (month !== null) placed.set(month, below[n] ?? "");
    });
    return placed;
  }
  for (const [head = "", value = ""] of grid) {
    const month = monthOf(head);
    if (month !== null) placed.set(month, value);
  }
  return placed.size > 0 ? placed : null;
}

function inOrder(grid: readonly (readonly string[])[], from: number): ReadonlyMap<number, string> {
  return new Map(
    grid
      .flat()
      .slice(0, 12 - from)
      .map((cell, n): readonly [number, string] => [from + n, cell]),
  );
}

function monthOf(text: string): number | null {
  const match = /^(\d{1,2})月份?$/u.exec(text.normalize("NFKC"));
  const month = Number(match?.[1]);
  return month >= 1 && month <= 12 ? month - 1 : null;
}

/** Cells of the format General copy 99.83 % as 0.9983; no month's rate is really below 1.5 %. */
function areFractions(figures: readonly string[]): boolean {
  const read = figures.map((text) => readPlainNumber(text));
  return read.every((figure) => figure?.unit === "" && figure.value <= 1.5);
}

function percentText(text: string, fractions: boolean): string {
  const figure = readPlainNumber(text);
  if (figure === null) return text;
  return String(figure.unit === "%" || fractions ? tidy(figure.value * 100) : figure.value);
}
