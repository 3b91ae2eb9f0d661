import { sameAddress } from "../workbook/cell";
import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import type { HeaderBand } from "./findHeader";
import type { FormRemark, Indicator, LevelGroup } from "./form";
import { singleLine, type SheetView } from "./sheetView";
import { isPermille, ofPermille, readWeight } from "./writtenPoints";

/**
 * Weights that no cell of their own says in 分: 权重 as percents or fractions of the whole hundred, and that of a group
 * which has one row only. What then has no weight is asked.
 */
export function settleWeights(
  view: SheetView,
  header: HeaderBand,
  indicators: readonly Indicator[],
  groups: readonly LevelGroup[],
): readonly Indicator[] {
  const { weight } = header.columns;
  const rows = weighedRows(header, indicators);
  if (otherWeight(view, header, rows) !== null)
    return indicators.map((one) =>
      rows.includes(one.row) ? asked(withWeight(one, { value: null, at: one.name.at })) : one,
    );
  const shares =
    weight === null
      ? null
      : sharesOf(view, indicators, isPermille(view, header, weight) ? header.bottom : null);
  if (shares !== null)
    return indicators.map((one, index) => withWeight(one, { ...one.weight, value: shares[index] ?? null }));
  const points = pointsBeside(view, header, rows);
  if (points !== null)
    return indicators.map((one) => {
      const { value, at, format } = view.own(one.row, points);
      return rows.includes(one.row) ? withWeight(one, { value: readWeight(value, format), at }) : one;
    });
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

/** Rows below the header whose weight stands in its column; the money has one of its own. */
function weighedRows(
  { bottom, columns: { weight } }: HeaderBand,
  indicators: readonly Indicator[],
): readonly number[] {
  return indicators.flatMap(({ row, weight: { at } }) => (at.column === weight && row > bottom ? [row] : []));
}

/** 权重 40% beside 分值 100: of which of the two the score is, nobody says. null: they say the same, or one is points of 100. */
function otherWeight(
  view: SheetView,
  { columns: { weight }, weights }: HeaderBand,
  rows: readonly number[],
): number | null {
  if (weight === null || weights.length === 0) return null;
  const points = (column: number): readonly (number | null)[] =>
    rows.map((row) => {
      const { value, format } = view.own(row, column);
      return readWeight(value, format);
    });
  if (addsUp(points(weight))) return null;
  const isSame = (row: number, column: number): boolean => {
    const [own, other] = [weight, column].map((one) => shareAt(view, row, one));
    return other === null || own === other;
  };
  return weights.find((column) => rows.some((row) => !isSame(row, column))) ?? null;
}

/** 权重 0.45 or 45% beside 分值 45, where the money has the rest of the hundred: the column that says the same in 分. */
function pointsBeside(
  view: SheetView,
  { columns: { weight }, weights }: HeaderBand,
  rows: readonly number[],
): number | null {
  if (weight === null || rows.length === 0) return null;
  const isShare = (row: number): boolean => {
    const number = readPlainNumber(view.own(row, weight).value);
    return number !== null && (number.unit === "%" || number.value < 1);
  };
  const isPoints = (row: number, column: number): boolean => {
    const number = readPlainNumber(view.own(row, column).value);
    return number !== null && number.unit !== "%" && number.value >= 1;
  };
  const fits = (column: number): boolean =>
    rows.every((row) => isPoints(row, column) && shareAt(view, row, column) === shareAt(view, row, weight));
  return rows.every(isShare) ? (weights.find(fits) ?? null) : null;
}

/** In hundredths: 40%, 0.4 and 40 are the same. */
function shareAt(view: SheetView, row: number, column: number): number | null {
  const number = readPlainNumber(view.own(row, column).value);
  if (number === null) return null;
  const { value, unit } = number;
  return unit === "" && value <= 1 ? tidy(value * 100) : tidy(value);
}

/** That two columns of weights say different things, at the title of the second. */
export function weightRemarks(
  view: SheetView,
  header: HeaderBand,
  indicators: readonly Indicator[],
): readonly FormRemark[] {
  const other = otherWeight(view, header, weighedRows(header, indicators));
  const { weight } = header.columns;
  if (other === null || weight === null) return [];
  const [one, two] = [weight, other].map((column) => singleLine(view.cell(header.bottom, column).text));
  const at = { sheet: view.sheet.name, row: header.bottom, column: other };
  return [{ at, text: `有“${one}”又有“${two}”，两栏不同，得分是哪一栏的分没有写明：各行的分值要问。` }];
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
function sharesOf(
  view: SheetView,
  indicators: readonly Indicator[],
  permilleBelow: number | null,
): readonly (number | null)[] | null {
  const cells = indicators.map(({ weight: { at } }) => view.cell(at.row, at.column));
  if (permilleBelow !== null)
    return indicators.map(({ row, weight: { at, value } }) => {
      if (row <= permilleBelow) return value;
      return ofPermille(view.cell(at.row, at.column)) ?? value;
    });
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
