import { unitAt } from "../quantity/unit";
import type { HeaderBand } from "./findHeader";
import type { FormColumns } from "./form";
import { columnNumbers } from "./formArea";
import type { SheetView } from "./sheetView";
import { isRuleTitle } from "./ruleTitles";
import { readSignWords } from "./signWords";
import { titleOver } from "./besideColumns";

/** A table longer than this is told by its first rows. */
const mostRows = 200;

/**
 * Columns under titles that no list has, told by what stands in them. Signs and units (符号, 运算符, 目标方向, 单位) stand between
 * the indicator and its actual; signs also anywhere else, when every word of the column is one or its title says so (极性,
 * 指标导向). Where nobody found 评分标准, a title that can mean nothing else (打分办法, 考核标准) is that of the rules.
 */
export function withUntitledGoal<Band extends HeaderBand>(view: SheetView, band: Band): Band {
  const { columns } = band;
  const { target, adjusted, actual, name } = columns;
  const figure = target ?? adjusted;
  if (figure === null) return band;
  const taken = new Set([
    ...[...columnNumbers(columns), ...band.elsewhere, ...band.doubtful, ...band.weights],
    ...band.rivals.map(({ column }) => column),
  ]);
  const [from = name, to = figure] = [name, figure, actual ?? figure].sort((a, b) => a - b);
  const last = Math.max(to, figure, actual ?? figure);
  const free = Array.from({ length: last - from }, (_, index) => from + 1 + index).filter(
    (column) => !taken.has(column),
  );
  const rows = Array.from(view.sheet.rows.keys())
    .filter((row) => row > band.bottom && row <= band.bottom + mostRows)
    .filter((row) => view.own(row, name).text !== "" && view.own(row, figure).text !== "");
  const filled = (column: number): readonly string[] =>
    rows.map((row) => view.own(row, column).text).filter((text) => text !== "");
  const mostly = (fits: (text: string) => boolean, among = free): number | null =>
    among.find((column) => {
      const texts = filled(column);
      return texts.length > 0 && texts.filter(fits).length * 2 > texts.length;
    }) ?? null;
  const others = columnsOf(view, rows).filter((column) => !taken.has(column) && !free.includes(column));
  const title = (column: number): string => titleOver(view, band, column);
  const isOfSigns = (column: number): boolean => {
    const texts = filled(column);
    if (!texts.some(isSign)) return false;
    return signTitle.test(title(column)) || texts.every((text) => readSignWords(text).kind !== "unread");
  };
  const found = {
    operator: columns.operator ?? mostly(isSign) ?? others.find(isOfSigns) ?? null,
    unit: columns.unit ?? mostly(isUnit),
    standard: columns.standard ?? [...free, ...others].find((column) => isRuleTitle(title(column))) ?? null,
  };
  const whole: FormColumns = { ...columns, ...found };
  return { ...band, columns: whole };
}

const signTitle = /方向|极性|导向|正[/、]?[反负逆]向?|性质|属性|类型|符号$/u;

function columnsOf(view: SheetView, rows: readonly number[]): readonly number[] {
  const all = rows.flatMap((row) => Array.from(view.sheet.rows.get(row)?.keys() ?? []));
  return Array.from(new Set(all)).sort((one, other) => one - other);
}

function isSign(text: string): boolean {
  const { kind } = readSignWords(text);
  return kind === "side" || kind === "qualitative" || kind === "range";
}

const isUnit = (text: string): boolean =>
  /^[%％]$/u.test(text) || unitAt(text.normalize("NFKC"), 0)?.written === text.normalize("NFKC");
