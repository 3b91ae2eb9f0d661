import { readPlainNumber } from "../quantity/plainNumber";
import { tidy } from "../quantity/tidy";
import type { Cited } from "../workbook/cell";
import type { Indicator } from "./form";
import { readPercentName, type LevelName, type PercentName, type RowLevels } from "./levels";
import { normalizeName } from "./normalizeName";

interface NamedRow {
  readonly levels: RowLevels;
  readonly indicator: Indicator;
}

/**
 * The rows with the percents in their names as weights: those of a level where every name of it carries one and they add
 * up to all that there is to give, or in each group to a hundred percent of what the group weighs. "覆盖率（90%）" among
 * others is a name, or a target.
 * @param fundWeight what the row of the money weighs in 分; null: there is none, or it does not say
 */
export function withPercentNames<Row extends NamedRow>(
  rows: readonly Row[],
  hasWeightColumn: boolean,
  fundWeight: number | null,
): readonly Row[] {
  const whole = 100 - (fundWeight ?? 0);
  const levelled = atLevel(atLevel(rows, "level1", whole), "level2", whole);
  return hasWeightColumn ? levelled : ofRows(levelled, whole);
}

/** A name, and what it stands below. */
interface Unit {
  readonly read: PercentName | null;
  readonly group: string;
  readonly groupWeight: number | null;
}

function atLevel<Row extends NamedRow>(
  rows: readonly Row[],
  level: "level1" | "level2",
  whole: number,
): readonly Row[] {
  const keyOf = ({ levels: { level1, level2 } }: NamedRow): string =>
    [level1, ...(level === "level1" ? [] : [level2])].map(({ name }) => normalizeName(name)).join("\n");
  const units = new Map<string, Unit>();
  for (const row of rows) {
    const { name, weight } = row.levels[level];
    const read = weight !== null && weight.value === null ? readPercentName(name) : null;
    units.set(
      keyOf(row),
      units.get(keyOf(row)) ?? { read, ...below(row, level === "level1" ? [] : ["level1"]) },
    );
  }
  const shares = sharesOf(Array.from(units.values()), whole);
  const found = new Map(Array.from(units.keys(), (key, index) => [key, shares?.[index]]));
  return shares === null
    ? rows
    : rows.map((row) => withLevel(row, level, weighed(row.levels[level], found.get(keyOf(row)) ?? null)));
}

function weighed({ name, weight }: LevelName, value: number | null): LevelName {
  return {
    name: readPercentName(name)?.name ?? name,
    weight: weight === null ? null : { ...weight, value },
  };
}

function withLevel<Row extends NamedRow>(row: Row, level: "level1" | "level2", own: LevelName): Row {
  return {
    ...row,
    levels: { ...row.levels, [level]: own },
    indicator: { ...row.indicator, [level]: own.name },
  };
}

function ofRows<Row extends NamedRow>(rows: readonly Row[], whole: number): readonly Row[] {
  const reads = rows.map(({ indicator: { name, weight, part } }) =>
    weight.value === null && part === 1 ? readPercentName(name.value) : null,
  );
  if (areTargets(rows, reads)) return rows;
  const shares = (["level2", "level1"] as const)
    .map((level) =>
      sharesOf(
        rows.map((row, index) => ({
          read: reads[index] ?? null,
          ...below(row, level === "level1" ? [level] : ["level1", level]),
        })),
        whole,
      ),
    )
    .find((one) => one !== null);
  if (shares === undefined) return rows;
  return rows.map((row, index) => {
    const { indicator } = row;
    const name: Cited<string> = { ...indicator.name, value: reads[index]?.name ?? indicator.name.value };
    return {
      ...row,
      indicator: { ...indicator, name, weight: { ...indicator.weight, value: shares[index] ?? null } },
    };
  });
}

/** The group of a row by the names of these levels, and what the last of them weighs. */
function below(
  { levels }: NamedRow,
  of: readonly ("level1" | "level2")[],
): Pick<Unit, "group" | "groupWeight"> {
  const last = of.at(-1);
  return {
    group: of.map((level) => normalizeName(levels[level].name)).join("\n"),
    groupWeight: last === undefined ? null : (levels[last].weight?.value ?? null),
  };
}

/** One row alone, or a percent that its own target repeats, says nothing of weights unless it calls itself one. */
function areTargets(rows: readonly NamedRow[], reads: readonly (PercentName | null)[]): boolean {
  if (reads.every((read) => read?.said === true)) return false;
  const repeats = ({ indicator: { goal } }: NamedRow, index: number): boolean => {
    const figure = /(?<![\d.])(\d[\d.]{0,6})\s?[%％]/u.exec(String(goal?.target.content ?? ""))?.[1];
    const read = reads[index];
    return figure !== undefined && read?.percent === readPlainNumber(figure)?.value;
  };
  return rows.length < 2 || rows.some(repeats);
}

function sharesOf(units: readonly Unit[], whole: number): readonly number[] | null {
  const percents = units.flatMap(({ read }) => read?.percent ?? []);
  if (units.length === 0 || percents.length < units.length) return null;
  if (sumsTo(percents, whole)) return percents;
  const groups = Array.from(new Set(units.map(({ group }) => group)), (group) =>
    units.filter((unit) => unit.group === group),
  );
  const isOfGroups = groups.every(
    (members) =>
      members[0]?.groupWeight != null &&
      sumsTo(
        members.flatMap(({ read }) => read?.percent ?? []),
        100,
      ),
  );
  return groups.length > 1 && isOfGroups
    ? units.map(({ read, groupWeight }) => tidy(((read?.percent ?? 0) * (groupWeight ?? 0)) / 100))
    : null;
}

function sumsTo(percents: readonly number[], whole: number): boolean {
  return tidy(percents.reduce((sum, one) => sum + one, 0)) === whole;
}
