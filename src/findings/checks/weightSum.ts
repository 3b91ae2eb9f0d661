import { sumOf, tidy } from "../../quantity/tidy";
import { sayPoints } from "../../scorecard/formatPoints";
import type { Form, LevelGroup } from "../../form/form";
import { readPlainNumber } from "../../quantity/plainNumber";
import type { Cited } from "../../workbook/cell";
import { snapshotCell, type Snapshot } from "../../workbook/snapshot";
import { inCell, type Check, type Found } from "../finding";

/** Weights of a level against those below it, once per group however often its name is repeated. */
export const weightSum: Check = {
  id: "weightSum",
  title: "分值合计：三级指标合计等于二级、二级等于一级，总分等于各行之和",
  severity: "须更正",
  find: ({ form, snapshot }) => {
    const weights = new Map(form.indicators.map(({ row, weight }) => [row, weight.value]));
    const found: Found[] = [];
    for (const group of form.groups) {
      const parts = partsOf(group, form, weights);
      if (parts === null || group.weight?.value == null) continue;
      const sum = sumOf(parts);
      if (sum === tidy(group.weight.value) || isBelowWrong(group, form, weights)) continue;
      const below = group.level === 1 && hasLevel2(form, group) ? "二级指标" : "三级指标";
      found.push({
        at: inCell(group.weight.at),
        subject: group.name,
        essence: `${group.weight.value}≠${sum}`,
        what: `“${group.name}”的分值为${sayPoints(group.weight.value)}分，其下${below}的分值合计${sayPoints(sum)}分。`,
        why: "上级指标的分值应等于其下各项分值之和。",
        todo: "请对照财政部门下发的模板核对这一组的分值。",
        ...(isHundred(form, weights) ? fixed(snapshot, group.weight, sum) : {}),
      });
    }
    return [...found, totalFound(snapshot, form, weights), hundredFound(form, weights)].flat();
  },
};

/** Of a form with targets: what its rows, or its printed groups and the money, come to is a hundred. */
function hundredFound(form: Form, weights: ReadonlyMap<number, number | null>): Found | [] {
  if (form.columns.target === null) return [];
  const top = form.groups.filter(({ level }) => level === 1);
  const covered = new Set(top.flatMap(({ rows }) => rows));
  const parts = [...weights.values()].includes(null)
    ? [
        ...top.map(({ weight }) => weight?.value ?? null),
        ...[...weights].flatMap(([row, weight]) => (covered.has(row) ? [] : [weight])),
      ]
    : [...weights.values()];
  if (parts.length === 0 || parts.includes(null)) return [];
  const sum = sumOf(parts.map((part) => part ?? 0));
  const printed = form.total?.weight?.value ?? null;
  // Told against the total that is printed.
  if (sum === 100 || (printed !== null && !addsUp(printed, form, weights))) return [];
  const [first] = form.indicators;
  return {
    at: inCell(
      form.total?.weight?.at ??
        first?.weight.at ?? { sheet: form.sheet, row: form.headerRow, column: form.columns.name },
    ),
    subject: "总分",
    essence: `${sum}≠100`,
    what: `各项分值（含预算执行率）合计${sayPoints(sum)}分，不是100分。`,
    why: "自评表按百分制评分，预算执行率和各项指标的分值合计应为100分。",
    todo: "请对照批复的绩效目标表和财政部门的要求核对各行分值。",
  };
}

/** The rows come to a hundred, and no total says otherwise: then it is not they that are wrong. */
function isHundred(form: Form, weights: ReadonlyMap<number, number | null>): boolean {
  const all = [...weights.values()];
  const printed = form.total?.weight?.value ?? null;
  if (all.includes(null) || sumOf(all) !== 100) return false;
  return printed === null || addsUp(printed, form, weights);
}

/** A share of the hundred (0.3 for 30分) or words beside the number stay a person's to write. */
function fixed(snapshot: Snapshot, { at, value }: Cited<number | null>, after: number): Pick<Found, "fix"> {
  const cell = readPlainNumber(snapshotCell(snapshot, at)?.value ?? null);
  return cell?.value === value ? { fix: [{ at, after, label: "改为各项分值之和" }] } : {};
}

/** 总分 may be printed with the row of the money or without it. */
function addsUp(printed: number, { fund }: Form, weights: ReadonlyMap<number, number | null>): boolean {
  const all = sumOf([...weights.values()].map((weight) => weight ?? 0));
  const ofFund = fund === null ? 0 : (weights.get(fund.row) ?? 0);
  return tidy(printed) === all || tidy(printed) === tidy(all - ofFund);
}

function totalFound(snapshot: Snapshot, form: Form, byRow: ReadonlyMap<number, number | null>): Found | [] {
  const printed = form.total?.weight;
  const weights = [...byRow.values()];
  if (printed?.value == null || weights.includes(null) || weights.length === 0) return [];
  const sum = sumOf(weights);
  if (addsUp(printed.value, form, byRow)) return [];
  return {
    at: inCell(printed.at),
    subject: "总分",
    essence: `${printed.value}≠${sum}`,
    what: `总分一行的分值为${sayPoints(printed.value)}分，各指标分值合计${sayPoints(sum)}分。`,
    why: "总分的分值应等于各指标分值之和。",
    todo: "请核对各行分值，检查有没有漏行或重复的行。",
    ...(sum === 100 ? fixed(snapshot, printed, sum) : {}),
  };
}

/** A level 1 name is held against its level 2 names where all of them have a weight, else against its rows. */
function partsOf(
  group: LevelGroup,
  form: Form,
  weights: ReadonlyMap<number, number | null>,
): readonly number[] | null {
  const below = group.level === 1 ? form.groups.filter((other) => isBelow(other, group)) : [];
  const covered = new Set(below.flatMap(({ rows }) => rows)).size === group.rows.length;
  const parts =
    below.length > 0 && covered && below.every(({ weight }) => weight?.value != null)
      ? below.map(({ weight }) => weight?.value ?? null)
      : group.rows.map((row) => weights.get(row) ?? null);
  return parts.includes(null) ? null : parts.map((part) => part ?? 0);
}

/** It agrees with its rows; a level 2 between them agrees with neither, and is the one that is wrong. */
function isBelowWrong(group: LevelGroup, form: Form, weights: ReadonlyMap<number, number | null>): boolean {
  const ownSum = sumOfRows(group, weights);
  if (group.level !== 1 || ownSum === null || ownSum !== tidy(group.weight?.value ?? 0)) return false;
  return form.groups.some((other) => {
    const sum = isBelow(other, group) ? sumOfRows(other, weights) : null;
    return sum !== null && other.weight?.value != null && sum !== tidy(other.weight.value);
  });
}

function sumOfRows({ rows }: LevelGroup, weights: ReadonlyMap<number, number | null>): number | null {
  const parts = rows.map((row) => weights.get(row) ?? null);
  return parts.includes(null) ? null : sumOf(parts);
}

function hasLevel2(form: Form, group: LevelGroup): boolean {
  return form.groups.some((other) => isBelow(other, group) && other.weight?.value != null);
}

function isBelow(other: LevelGroup, group: LevelGroup): boolean {
  return other.level === 2 && other.rows.every((row) => group.rows.includes(row));
}
