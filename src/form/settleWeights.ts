import { sameAddress } from "../workbook/cell";
import { tidy } from "../quantity/tidy";
import type { FormColumns, Indicator, LevelGroup } from "./form";
import type { SheetView } from "./sheetView";

/**
 * Weights that no cell of their own says in 分: 权重 as percents or fractions of the whole hundred, and that of a group
 * which has one row only. What then has no weight is asked.
 */
export function settleWeights(
  view: SheetView,
  { weight }: Pick<FormColumns, "weight">,
  indicators: readonly Indicator[],
  groups: readonly LevelGroup[],
): readonly Indicator[] {
  const shares = weight === null ? null : sharesOf(view, indicators);
  if (shares !== null)
    return indicators.map((one, index) => withWeight(one, { ...one.weight, value: shares[index] ?? null }));
  return indicators.map((one) => {
    if (one.weight.value !== null) return one;
    if (weight !== null && !isBlank(view, one)) return asked(one);
    const alone = [2, 1].flatMap((level) => {
      const group = groups.find((other) => other.level === level && other.rows.includes(one.row));
      return group?.weight?.value != null && group.rows.length === 1 ? group.weight : [];
    });
    const [own] = alone;
    return own === undefined ? asked(one) : withWeight(one, own);
  });
}

/** Neither the table nor its names have a place for it. */
function asked(one: Indicator): Indicator {
  const { weight, name } = one;
  const isNowhere = weight.value === null && sameAddress(weight.at, name.at);
  return isNowhere ? withWeight(one, { ...weight, asked: true }) : one;
}

function isBlank(view: SheetView, { weight: { at } }: Indicator): boolean {
  const { text, formula } = view.cell(at.row, at.column);
  return text === "" && formula === null;
}

function withWeight(indicator: Indicator, weight: Indicator["weight"]): Indicator {
  return { ...indicator, weight };
}

/** Points out of a hundred, where every row has a percent, or a fraction, and together they are the whole. */
function sharesOf(view: SheetView, indicators: readonly Indicator[]): readonly number[] | null {
  const cells = indicators.map(({ weight: { at } }) => view.cell(at.row, at.column));
  const percents = cells.map(({ value, text, format }) => {
    if (typeof value === "number") return format.includes("%") ? tidy(value * 100) : null;
    const printed = /^(\d{1,3}(?:\.\d{1,3})?)[%％]$/u.exec(text.normalize("NFKC").replace(/\s+/gu, ""));
    return printed === null ? null : Number(printed[1]);
  });
  if (addsUp(percents)) return percents;
  // "0.5" typed as text is the same half.
  const fractions = cells.map(({ value, text }) => {
    const printed = /^\d(?:\.\d{1,5})?$/u.test(text.normalize("NFKC"))
      ? Number(text.normalize("NFKC"))
      : null;
    const number = typeof value === "number" ? value : printed;
    return number === null ? null : tidy(number * 100);
  });
  return cells.length > 1 && addsUp(fractions) ? fractions : null;
}

function addsUp(shares: readonly (number | null)[]): shares is readonly number[] {
  const sum = shares.reduce<number | null>(
    (all, one) => (all === null || one === null ? null : all + one),
    0,
  );
  return sum !== null && shares.length > 0 && tidy(sum) === 100;
}
