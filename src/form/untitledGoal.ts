import { unitAt } from "../quantity/unit";
import type { HeaderBand } from "./findHeader";
import type { FormColumns, GoalColumns } from "./form";
import { columnNumbers } from "./formArea";
import type { SheetView } from "./sheetView";
import { readSignWords } from "./signWords";

/** A table longer than this is told by its first rows. */
const mostRows = 200;

/**
 * Columns of signs and units under titles that no list has (符号, 运算符, 目标方向, 单位): told by what stands in them, between
 * the indicator and its actual.
 */
export function withUntitledGoal<Band extends HeaderBand>(view: SheetView, band: Band): Band {
  const { columns } = band;
  const { target, adjusted, actual, name } = columns;
  const figure = target ?? adjusted;
  if (figure === null || (columns.operator !== null && columns.unit !== null)) return band;
  const taken = new Set([...columnNumbers(columns), ...band.elsewhere]);
  const [from = name, to = figure] = [name, figure, actual ?? figure].sort((a, b) => a - b);
  const last = Math.max(to, figure, actual ?? figure);
  const free = Array.from({ length: last - from }, (_, index) => from + 1 + index).filter(
    (column) => !taken.has(column),
  );
  const rows = Array.from(view.sheet.rows.keys())
    .filter((row) => row > band.bottom && row <= band.bottom + mostRows)
    .filter((row) => view.own(row, name).text !== "" && view.own(row, figure).text !== "");
  const mostly = (fits: (text: string) => boolean): number | null =>
    free.find((column) => {
      const texts = rows.map((row) => view.own(row, column).text).filter((text) => text !== "");
      return texts.length > 0 && texts.filter(fits).length * 2 > texts.length;
    }) ?? null;
  const found: Partial<Record<keyof GoalColumns, number | null>> = {
    operator: columns.operator ?? mostly(isSign),
    unit: columns.unit ?? mostly(isUnit),
  };
  const whole: FormColumns = { ...columns, ...found };
  return { ...band, columns: whole };
}

function isSign(text: string): boolean {
  const { kind } = readSignWords(text);
  return kind === "side" || kind === "qualitative" || kind === "range";
}

const isUnit = (text: string): boolean =>
  /^[%％]$/u.test(text) || unitAt(text.normalize("NFKC"), 0)?.written === text.normalize("NFKC");
