import { oncePerObject } from "../criteria/oncePerObject";
import type { Criterion } from "../criteria/criterion";
import type { Form, Indicator } from "../form/form";
import { normalizeName } from "../form/normalizeName";
import { tidy } from "../quantity/tidy";
import type { CellAddress } from "../workbook/cell";
import { readingOf, readingOfAnyWeight } from "./clauseTexts";
import type { ClauseReading } from "../clause/clauseReading";
import { ruleSentences, type RuleSentence } from "./noteRules";

/** What notes around the table print of stretches of 完成率 and what each gives, as one clause of the rows it is about. */
interface NoteClause {
  readonly words: string;
  /** Where the first of its sentences stands. */
  readonly at: CellAddress;
  /** Levels that it names (产出, 满意度); null: it is about every one. */
  readonly levels: readonly string[] | null;
  /** All of it speaks of 定量指标. */
  readonly onlyFigures: boolean;
}

interface Said extends RuleSentence {
  readonly at: CellAddress;
}

/**
 * The sentences of all notes that may change what a row gets, put together; nothing where some of them are no clause over
 * 完成率, or where it is not said which rows one of them is about.
 */
export const noteClauses = oncePerObject((notes: Form["notes"]): readonly NoteClause[] => {
  const said = notes.flatMap(({ value, at, of }): readonly Said[] =>
    of === "fund" ? [] : ruleSentences(value, of ?? null).map((one) => ({ ...one, at })),
  );
  const groups = new Map<string, Said[]>();
  for (const one of said) {
    const key = one.levels.join("、");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  // Said of all and of some besides: which of both counts for those is not said.
  if (groups.size > 1 && groups.has("")) return [];
  const clauses = [...groups.values()].flatMap((sentences) => {
    const [first] = sentences;
    const words = sentences.map(({ text }) => text).join("；");
    const read = first === undefined || !speaksOfRate(words) ? null : readNoteClause(words, null);
    if (first === undefined || read === null || takesBack(words, read.criterion)) return [];
    const levels = first.levels.length === 0 ? null : first.levels;
    return [{ words, at: first.at, levels, onlyFigures: sentences.every(({ ofFigures }) => ofFigures) }];
  });
  return clauses.length < groups.size ? [] : clauses;
});

/** Bounds of other values have other names; without any it says of what the bounds are. */
function speaksOfRate(words: string): boolean {
  return /完成(?:率|比[例率])|完成(?:值|数)?(?:达到|占)?(?:年度|年初|全年)?(?:目标|指标)值/u.test(words);
}

/** 超过100%的按100%计 beside a bound beyond it: what is passed counts, or does not. */
function takesBack(words: string, criterion: Criterion): boolean {
  return boundBeyond(criterion) !== null && /(?:超过|大于|高于)100%的?,?均?按100%计/u.test(words);
}

type Read = Extract<ClauseReading, { state: "read" }>;

/** @param weight of the row, 分; null: of any row */
export function readNoteClause(words: string, weight: number | null): Read | null {
  const context = { indicator: "完成率", weight, definition: null, hasTarget: true };
  const reading =
    weight === null ? readingOfAnyWeight(words, context) : readingOf(words, { ...context, weight });
  if (reading?.state !== "read" || rateKey(reading) === null) return null;
  return reading;
}

const rateName = /^(?:实际|指标|目标|任务|年度|绩效)*完成(?:率|比例|比率)$|^完成值÷(?:目标|指标)值$/u;
const figureName = /^(?:实际|年度|年初|全年|绩效)*(?:完成|目标|指标)(?:值|数)$/u;

/** The one rate that it asks; beside it only the two figures that this is made of, and what a person says. */
export function rateKey({ asks }: Read): string | null {
  const rates = asks.filter(({ kind }) => kind === "rate");
  const [rate, ...more] = rates;
  if (rate === undefined || more.length > 0 || !rateName.test(rate.label)) return null;
  const isKnown = asks.every(
    (one) =>
      one === rate ||
      one.kind === "points" ||
      (one.kind === "answer" && one.standIn === true) ||
      (one.kind === "amount" && figureName.test(one.label)),
  );
  return isKnown ? rate.key : null;
}

/** The clause that is about this row; null: none, or more than one. */
export function clauseAbout({ notes }: Pick<Form, "notes">, row: Levels): NoteClause | null {
  const [first, ...more] = noteClauses(notes).filter((clause) => isAboutLevels(clause, row));
  return first === undefined || more.length > 0 ? null : first;
}

type Levels = Pick<Indicator, "level1" | "level2">;

/** 满意度 of 服务对象满意度指标, 产出 of 产出指标（50分）. */
export function isAboutLevels({ levels }: Pick<NoteClause, "levels">, { level1, level2 }: Levels): boolean {
  const own = [level1, level2].map(normalizeName);
  return levels === null || levels.some((level) => own.some((name) => name.includes(level)));
}

/** The lowest bound above 100 % that it draws; null: none. */
export function boundBeyond(criterion: Criterion): number | null {
  if (criterion.kind !== "bands") return null;
  const bounds = criterion.bands.flatMap(({ from, to }) => [from, to]);
  const beyond = bounds.filter((bound) => bound !== null).filter((bound) => tidy(bound) > 1);
  return beyond.length === 0 ? null : Math.min(...beyond);
}
