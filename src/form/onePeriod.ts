import { ofOneYear, type Title } from "./classifyTitle";
import type { GoalColumns } from "./form";
import type { TitleKind } from "./titles";

type TitledColumns = ReadonlyMap<number, Title>;

/** A column with the title of the one that was taken, and nothing that tells the two apart. */
export interface Rival {
  readonly of: "target" | "actual";
  readonly taken: number;
  readonly column: number;
}

interface OnePeriod {
  readonly titles: TitledColumns;
  /** Columns of another year or stage. */
  readonly elsewhere: readonly number[];
  /** Why the year of what is left is to be asked, in Chinese; null: it is not. */
  readonly doubt: string | null;
}

const goals: ReadonlySet<TitleKind> = new Set<TitleKind>([
  ...(["target", "looseTarget", "adjusted", "actual", "looseActual"] as const),
]);

const done: ReadonlySet<TitleKind> = new Set<TitleKind>(["actual", "looseActual"]);

/**
 * Of the columns of several years and stages those of the form's own year and of the whole of it. Where the form does
 * not say its year, that is the last one of which actuals are printed.
 */
export function ofOnePeriod(all: TitledColumns, formYear: () => number | null): OnePeriod {
  const years = yearsOf(all, () => true);
  const form = years.length === 0 ? null : formYear();
  // 2022年目标值 beside 年度目标值 in a form of 2023: what names no year is of the form's.
  const plain = Array.from(all.values()).filter(
    ({ year, stage }) => year === undefined && stage !== "other" && stage !== "others",
  );
  const isForm =
    form !== null &&
    plain.some(({ kind }) => goals.has(kind) && !done.has(kind)) &&
    plain.some(({ kind }) => done.has(kind));
  const own = years.length === 0 ? null : isForm ? form : ownYear(all, years, form);
  const isElse = ({ year, stage }: Title): boolean =>
    stage === "other" || (year !== undefined && year !== own);
  const kept = new Map(Array.from(all).filter(([, title]) => !isElse(title)));
  const hasGoal = (titles: TitledColumns): boolean =>
    Array.from(titles.values()).some(({ kind }) => goals.has(kind));
  // A table of 上半年 only: read as it is, and asked.
  if (hasGoal(all) && !hasGoal(kept))
    return { titles: all, elsewhere: [], doubt: "目标值、完成值的标题说的不是全年，全年的各是多少" };
  const doubt =
    form === null || own === null || own === form
      ? null
      : `目标值、完成值的标题说的是${own}年，表是${form}年度的，${form}年的各是多少`;
  const elsewhere = Array.from(all.keys()).filter((column) => !kept.has(column));
  return { titles: withoutOthers(kept), elsewhere, doubt };
}

function yearsOf(titles: TitledColumns, of: (title: Title) => boolean): readonly number[] {
  return Array.from(titles.values()).flatMap((title) =>
    title.year !== undefined && title.stage !== "other" && of(title) ? [title.year] : [],
  );
}

function ownYear(titles: TitledColumns, years: readonly number[], form: number | null): number {
  if (form !== null && years.includes(form)) return form;
  const before = form === null ? [] : years.filter((year) => year < form);
  const achieved = yearsOf(titles, ({ kind }) => done.has(kind) || kind === "selfScore");
  if (before.length > 0) return Math.max(...before);
  return achieved.length > 0 ? Math.max(...achieved) : Math.min(...years);
}

/** What 财政 found stands behind what the office wrote; where there is nothing else it is read. */
function withoutOthers(titles: TitledColumns): TitledColumns {
  const own = new Set(
    Array.from(titles.values()).flatMap(({ kind, stage }) => (stage === "others" ? [] : [kind])),
  );
  return new Map(
    Array.from(titles, ([column, title]) => [
      column,
      title.stage === "others" && own.has(title.kind) ? { ...title, rank: title.rank + ofOthers } : title,
    ]),
  );
}

const ofOthers = 2 * ofOneYear;

/** The other columns of a target or an actual under the same title. */
export function rivalsOf(titles: TitledColumns, { target, adjusted, actual }: GoalColumns): readonly Rival[] {
  const alike = (of: Rival["of"], taken: number | null): readonly Rival[] => {
    const own = taken === null ? undefined : titles.get(taken);
    if (taken === null || own === undefined) return [];
    return Array.from(titles).flatMap(([column, { kind, rank }]) =>
      column !== taken && kind === own.kind && rank % ofOneYear === own.rank % ofOneYear
        ? [{ of, taken, column }]
        : [],
    );
  };
  return [...alike("target", adjusted ?? target), ...alike("actual", actual)];
}
