import type { Title } from "./classifyTitle";
import type { FormColumns, GoalColumns } from "./form";
import { ofOnePeriod, rivalsOf, type Rival } from "./onePeriod";
import { requiredKeys, type RequiredTitle, type TitleKind } from "./titles";

export type TitledColumns = ReadonlyMap<number, Title>;

type Assignment =
  /** missing: without it weights have to stand in the names. */
  | {
      readonly columns: FormColumns;
      readonly doubtful: readonly number[];
      readonly elsewhere: readonly number[];
      readonly rivals: readonly Rival[];
      readonly weights: readonly number[];
      readonly doubt: string | null;
      readonly missing: readonly "weight"[];
    }
  | { readonly columns: null; readonly missing: readonly RequiredTitle[] };

/**
 * Which column is which. 分值 stands three times in the official form, once behind each level, and is told apart by the
 * title to its left. `doubtful` are columns with the same title as the one taken, where position did not decide.
 * @param formYear the year that the form says of itself
 */
export function assignColumns(all: TitledColumns, formYear: () => number | null): Assignment {
  const { titles, elsewhere, doubt } = ofOnePeriod(all, formYear);
  const level1 = best(titles, "level1");
  const level2 = best(titles, "level2");
  const name =
    best(titles, "name") ??
    (level1 !== null || level2 !== null
      ? best(titles, "looseName", Math.max(level1 ?? 0, level2 ?? 0))
      : looseAlone(titles));
  const weight = name === null ? null : weightOf(titles, name, [level1, level2]);
  const standard = best(titles, "standard");
  const selfScore = best(titles, "selfScore", name ?? 0) ?? best(titles, "selfScore");
  const goal = withNamed(goalColumns(titles), titles, name);
  if (
    name === null ||
    selfScore === null ||
    (standard === null && goal.target === null && goal.adjusted === null)
  ) {
    const found = { name, weight, standard, selfScore };
    return { columns: null, missing: requiredKeys.filter((key) => found[key] === null) };
  }
  const others = [level2, name].filter((column) => column !== null);
  const columns: FormColumns = {
    level1,
    level1Weight: levelWeight(titles, "level1Weight", level1, others, weight),
    level2,
    level2Weight: levelWeight(titles, "level2Weight", level2, [name], weight),
    name,
    weight,
    definition: best(titles, "definition"),
    standard,
    selfScore,
    ...goal,
    basis: best(titles, "basis"),
    evidence: best(titles, "evidence"),
  };
  const doubtful = columnsOf(titles, "selfScore").filter(
    (column) => column > name && column !== selfScore && titles.get(column)?.stage !== "others",
  );
  const rivals = rivalsOf(titles, goal);
  return {
    ...{ columns, doubtful, elsewhere, rivals, doubt: doubt ?? jointDoubt(titles, goal) },
    weights: columnsOf(titles, "weight").filter(
      (column) => column > name && column !== weight && !levelBetween(name, column, [level1, level2]),
    ),
    missing: weight === null ? ["weight"] : [],
  };
}

/** 指标名称 without levels names the indicators of a table that has all else that a form has. */
function looseAlone(titles: TitledColumns): number | null {
  const has = (kind: TitleKind): boolean => best(titles, kind) !== null;
  const isWhole = has("weight") && has("selfScore") && has("actual") && (has("target") || has("adjusted"));
  return isWhole ? best(titles, "looseName") : null;
}

/** 数值 and 计划数 are a target in a table that has the rest of a form; else they are anything. */
function goalColumns(titles: TitledColumns): GoalColumns {
  const isWhole = best(titles, "weight") !== null && best(titles, "selfScore") !== null;
  const loose = (kind: "looseTarget" | "looseActual"): number | null => (isWhole ? best(titles, kind) : null);
  const adjusted = best(titles, "adjusted");
  return {
    target: best(titles, "target") ?? (adjusted === null ? loose("looseTarget") : null),
    adjusted,
    operator: best(titles, "operator"),
    unit: best(titles, "unit"),
    actual: best(titles, "actual") ?? loose("looseActual"),
  };
}

/** 三级指标及目标值 is the column of the targets where there is no other. */
function withNamed(goal: GoalColumns, titles: TitledColumns, name: number | null): GoalColumns {
  const isNamed = name !== null && titles.get(name)?.joint === true && goal.actual !== null;
  return isNamed && goal.target === null && goal.adjusted === null ? { ...goal, target: name } : goal;
}

/** Why the figures in a column of two things are to be asked, in Chinese; null: it has none. */
function jointDoubt(titles: TitledColumns, { target, adjusted }: GoalColumns): string | null {
  const taken = titles.get(adjusted ?? target ?? 0);
  if (taken?.joint !== true) return null;
  return taken.kind === "name"
    ? "目标值写在三级指标的名称里，没有单独一栏，目标值是多少"
    : "目标值和实际完成值写在同一栏，各是多少";
}

function columnsOf(titles: TitledColumns, kind: TitleKind): readonly number[] {
  return [...titles]
    .filter(([, title]) => title.kind === kind)
    .map(([column]) => column)
    .sort((a, b) => a - b);
}

/** The column with the most usual title of this kind, the leftmost of equals, right of `after`. */
function best(titles: TitledColumns, kind: TitleKind, after = 0): number | null {
  const rank = (column: number): number => titles.get(column)?.rank ?? 0;
  const columns = columnsOf(titles, kind).filter((column) => column > after);
  return [...columns].sort((a, b) => rank(a) - rank(b) || a - b)[0] ?? null;
}

/** The indicator's own weight: behind its name, or in front of everything when no level could claim it. */
function weightOf(titles: TitledColumns, name: number, levels: readonly (number | null)[]): number | null {
  const named = best(titles, "nameWeight");
  if (named !== null) return named;
  const behind = columnsOf(titles, "weight").find(
    (column) => column > name && !levelBetween(name, column, levels),
  );
  if (behind !== undefined) return behind;
  const [only, ...more] = columnsOf(titles, "weight");
  const inFront = only !== undefined && levels.every((level) => level === null || level > only);
  return inFront && more.length === 0 ? only : null;
}

function levelBetween(from: number, to: number, levels: readonly (number | null)[]): boolean {
  return levels.some((level) => level !== null && level > from && level < to);
}

function levelWeight(
  titles: TitledColumns,
  kind: "level1Weight" | "level2Weight",
  level: number | null,
  others: readonly number[],
  weight: number | null,
): number | null {
  if (level === null) return null;
  const named = best(titles, kind);
  if (named !== null) return named;
  const end = Math.min(...others.filter((column) => column > level));
  return (
    columnsOf(titles, "weight").find((column) => column > level && column < end && column !== weight) ?? null
  );
}
