import { tidy } from "../quantity/tidy";
import type { Desk, DeskForm, Relation } from "./desk";

/** By what forms are picked for a closer look. Each stands in a cell and may be changed there. */
export interface FocusCriteria {
  /** Shares of amount, doubt and draw in the order. */
  readonly amount: number;
  readonly doubt: number;
  readonly draw: number;
  /** What a thing counts as doubt. */
  readonly mustFix: number;
  readonly toVerify: number;
  readonly relation: number;
  readonly difference: number;
  /** How many at most and at least of one department. */
  readonly most: number;
  readonly least: number;
  readonly total: number;
  readonly seed: number;
  /** From which standing on (of 1) a reason is named. */
  readonly named: number;
}

export const criteriaTitles: readonly (readonly [keyof FocusCriteria, string, string])[] = [
  ["amount", "金额所占比重", "预算金额在全部表里的位次，0到1"],
  ["doubt", "疑点所占比重", "疑点分在全部表里的位次，0到1"],
  ["draw", "随机抽取所占比重", "按随机种子算出的数，0到1；只留这一项就是纯随机抽取"],
  ["mustFix", "每处“须更正”计", "疑点分"],
  ["toVerify", "每处“待核实”计", "疑点分"],
  ["relation", "每条横向比对计", "疑点分"],
  ["difference", "每分差异计", "疑点分，差异取绝对值"],
  ["most", "每个部门最多", "张"],
  ["least", "每个部门至少", "张，先于别的入选（不超过名单总数）"],
  ["total", "名单总数", "张"],
  ["seed", "随机种子", "整数；换一个就重新抽一次，同一个总是同样的结果"],
  ["named", "位次到多少写明理由", "0到1"],
];

export function usualCriteria(forms: number): FocusCriteria {
  return {
    amount: 0.4,
    doubt: 0.4,
    draw: 0.2,
    mustFix: 3,
    toVerify: 1,
    relation: 2,
    difference: 1,
    most: 3,
    least: 0,
    total: Math.min(forms, Math.max(5, Math.ceil(forms / 10))),
    seed: 20240101,
    named: 0.8,
  };
}

/** A form in the draw: what the formulas of its row come to. */
export interface FocusEntry {
  readonly form: DeskForm;
  /** Departments by number, in the order of their first form. */
  readonly owner: number;
  readonly relations: number;
  readonly doubt: number;
  readonly amountPlace: number;
  readonly doubtPlace: number;
  readonly drawn: number;
  readonly weighed: number;
  readonly placeInOwner: number;
  readonly isIn: boolean;
  /** With those that are a department's least in front. */
  readonly order: number;
  /** Place in the list, from 1; null: it is not in. */
  readonly place: number | null;
}

/** All forms in the order of their numbers, as the sheet's own formulas work them out. */
export function focusEntries(
  { forms }: Desk,
  relations: readonly Relation[],
  criteria: FocusCriteria,
): readonly FocusEntry[] {
  const owners = new Map<string, number>();
  for (const { owner } of forms) if (!owners.has(owner)) owners.set(owner, owners.size + 1);
  const named = new Map<number, number>();
  for (const { forms: own } of relations)
    for (const number of new Set(own.map(({ form }) => form.number)))
      named.set(number, (named.get(number) ?? 0) + 1);
  const first = forms.map((form) => {
    const own = named.get(form.number) ?? 0;
    const doubt = rounded(
      criteria.mustFix * form.mustFix +
        criteria.toVerify * form.toVerify +
        criteria.relation * own +
        criteria.difference * Math.abs(form.difference),
      6,
    );
    return { form, owner: owners.get(form.owner) ?? 0, relations: own, doubt };
  });
  const placeOfAmount = standing(first.map(({ form }) => form.amount));
  const placeOfDoubt = standing(first.map(({ doubt }) => doubt));
  const second = first.map((one) => {
    const { number, amount } = one.form;
    const amountPlace = amount === null ? 0 : placeOfAmount(amount);
    const doubtPlace = one.doubt === 0 ? 0 : placeOfDoubt(one.doubt);
    const drawn = drawnNumber(criteria.seed, number);
    const share = criteria.amount * amountPlace + criteria.doubt * doubtPlace + criteria.draw * drawn;
    // Of two alike the one that is to be looked at first.
    return {
      ...one,
      amountPlace,
      doubtPlace,
      drawn,
      weighed: rounded(rounded(share, 6) - number * 1e-11, 11),
    };
  });
  const third = second.map((one) => {
    const above = second.filter(({ owner, weighed }) => owner === one.owner && weighed > one.weighed);
    const placeInOwner = above.length + 1;
    const isIn = placeInOwner <= criteria.most;
    const order = isIn ? rounded(one.weighed + (placeInOwner <= criteria.least ? 1000 : 0), 11) : -1;
    return { ...one, placeInOwner, isIn, order };
  });
  const sorted = third.filter(({ isIn }) => isIn).sort((left, right) => right.order - left.order);
  const places = new Map(sorted.map(({ form }, index) => [form.number, index + 1]));
  return third.map((one) => ({ ...one, place: places.get(one.form.number) ?? null }));
}

/** A value's place among all: the share of them that are not above it. */
function standing(values: readonly (number | null)[]): (value: number) => number {
  const sorted = values.filter((value) => value !== null).sort((left, right) => left - right);
  const upTo = new Map(sorted.map((value, index) => [value, index + 1]));
  return (value) => rounded((upTo.get(value) ?? 0) / Math.max(1, sorted.length), 9);
}

function rounded(value: number, decimals: number): number {
  return tidy(Number(value.toFixed(decimals)));
}

/** A prime whose square has no more digits than every product reckons with. */
const modulus = 9_999_991;

/** From 0 to 1, the same for the same seed and form wherever it is worked out. */
function drawnNumber(seed: number, number: number): number {
  const start = (seed * 7919 + number * 104_729) % modulus;
  const next = (start * start + 12_345) % modulus;
  const last = (next * next + 54_321) % modulus;
  return rounded(last / modulus, 9);
}

/** The same as formulas: each with the cell of the one before. */
export const drawnFormulas = {
  modulus,
  start: (seed: string, number: string) => `MOD(${seed}*7919+${number}*104729,${modulus})`,
  next: (start: string) => `MOD(${start}*${start}+12345,${modulus})`,
  last: (next: string) => `ROUND(MOD(${next}*${next}+54321,${modulus})/${modulus},9)`,
} as const;
