import type { AnnexRow } from "../form/annex";
import { normalizeName } from "../form/normalizeName";
import { tidy } from "../quantity/tidy";
import type { FactSet } from "../criteria/fact";
import type { ChosenOptions } from "../criteria/choices";
import { chosen } from "../criteria/choices";
import { plainDigits } from "../criteria/words";
import { a1 } from "../workbook/cell";
import type { BoundAnnex, BoundAnnexRow } from "./bindAnnex";
import { sayPoints } from "./formatPoints";

/** What one row of an annex is worth. */
export interface AnnexRowWeight {
  /** 分 on the annex's own scale; null: its 分值 is blank. */
  readonly weight: number | null;
  /** The same as a formula on its sheet writes it: "D6", "10/23". */
  readonly words: string;
}

export interface WeighedAnnex {
  /** In the order of the rows. */
  readonly weights: readonly AnnexRowWeight[];
  /** By fund: from points of the annex to points of the form. scale: the part of it that a formula writes for an
   * annex of another total ("*20/100", "" for 1); what a fund counts among several comes on top. */
  readonly factors: readonly { readonly factor: number; readonly scale: string }[];
  /** Chinese, with a full stop. */
  readonly remarks: readonly string[];
}

/**
 * 分值 of the row where the annex has such a column, else the 分值 of its group's label, else the form's weight, the
 * last two divided by the rows. An annex on another scale (100 points) is brought to the form's.
 */
export function weighAnnex(
  bound: BoundAnnex,
  formWeight: number,
  facts: FactSet,
  settings: ChosenOptions,
): WeighedAnnex {
  const weights = new Map<BoundAnnexRow, AnnexRowWeight>();
  const shares = fundShares(bound, facts, settings);
  const remarks: string[] = [...shares.remarks];
  const factors = bound.funds.map((fund, index) => {
    const rows = bound.rows.filter((row) => row.fund === index);
    const own = weighFund(rows, formWeight);
    rows.forEach((row, place) => {
      const weight = own[place];
      if (weight !== undefined) weights.set(row, weight);
    });
    const total = own.some(({ weight }) => weight === null)
      ? formWeight
      : tidy(own.reduce((sum, { weight }) => sum + (weight ?? 0), 0));
    const share = shares.shares[index] ?? 1;
    const scaled = total > 0 && tidy(total) !== tidy(formWeight);
    if (scaled) {
      const name = bound.funds.length > 1 ? `“${fund.label}”` : "";
      remarks.push(`附表${name}各行分值合计${sayPoints(total)}分，按本指标${sayPoints(formWeight)}分折算。`);
    }
    const scale = scaled ? `*${plainDigits(formWeight)}/${plainDigits(total)}` : "";
    return { factor: (scaled ? formWeight / total : 1) * share, scale };
  });
  const none = { weight: null, words: "0" };
  return { weights: bound.rows.map((row) => weights.get(row) ?? none), factors, remarks };
}

function weighFund(rows: readonly BoundAnnexRow[], formWeight: number): readonly AnnexRowWeight[] {
  const printed = rows.map(({ row }) => row.weight);
  if (printed.some((weight) => weight?.of === "own" && weight.points.value !== null))
    return rows.map(ownWeight);
  const groups = new Map<string, number>();
  for (const { row } of rows) groups.set(groupKey(row), (groups.get(groupKey(row)) ?? 0) + 1);
  const labels = new Map(rows.map(({ row }) => [groupKey(row), labelPoints(row)] as const));
  const said = Array.from(labels.values()).reduce<number>((sum, points) => sum + (points ?? 0), 0);
  const unlabelled = rows.filter(({ row }) => labelPoints(row) === null).length;
  return rows.map(({ row }) => {
    const points = labelPoints(row);
    return points === null
      ? divided(Math.max(0, tidy(formWeight - said)), unlabelled)
      : divided(points, groups.get(groupKey(row)) ?? 1);
  });
}

function ownWeight({ row }: BoundAnnexRow): AnnexRowWeight {
  const { weight } = row;
  const value = weight?.points.value ?? null;
  if (weight === null || value === null) return { weight: null, words: "0" };
  const { points, isNumber, sharedBy } = weight;
  // A reference only where what stands in the cell is the number itself, neither text nor a percent.
  const words = isNumber ? a1(points.at) : plainDigits(value);
  return { weight: value / sharedBy, words: sharedBy > 1 ? `${words}/${sharedBy}` : words };
}

function divided(points: number, count: number): AnnexRowWeight {
  return {
    weight: points / count,
    words: count > 1 ? `${plainDigits(points)}/${count}` : plainDigits(points),
  };
}

function labelPoints({ weight }: AnnexRow): number | null {
  return weight === null || weight.of === "own" ? null : weight.points.value;
}

/** Rows that share one label: it may be printed again on the next page. */
function groupKey(row: AnnexRow): string {
  if (labelPoints(row) === null) return "";
  return normalizeName(row.weight?.of === "level2" ? `${row.level1}\n${row.level2}` : row.level1);
}

/** 多个专项: by amount when every amount is given (and the setting says so), else equal. */
function fundShares(
  { funds, binding }: BoundAnnex,
  facts: FactSet,
  settings: ChosenOptions,
): { readonly shares: readonly number[]; readonly remarks: readonly string[] } {
  const count = funds.length;
  if (count < 2) return { shares: [], remarks: [] };
  const amounts = funds.map(({ id }) => facts[`${id}.amount`]?.value);
  const given = amounts.filter((amount) => typeof amount === "number" && amount > 0);
  const total = given.reduce<number>((sum, amount) => sum + Number(amount), 0);
  if (chosen(binding.mix, settings) === "byAmount" && given.length === count) {
    return {
      shares: given.map((amount) => Number(amount) / total),
      remarks: [`${count}个专项资金按金额加权合并。`],
    };
  }
  return {
    shares: funds.map(() => 1 / count),
    remarks: [`${count}个专项资金平均合并；填了各专项金额的可按金额加权。`],
  };
}
