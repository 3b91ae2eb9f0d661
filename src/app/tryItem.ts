import { completionRate } from "../criteria/completionRate";
import { specOf } from "../criteria/readFact";
import { longestText } from "../workbook/planLimits";
import { questionKind, type AnswerItem, type AnswerValue, type QuestionKind } from "./answerValue";
import type { GivenAnswer } from "./answerTargets";
import { tryClause, type ClauseReader } from "./tryClause";
import type { ReadClause } from "./tryValues";

type ItemId = string | number;

interface ClauseItem {
  readonly id: ItemId;
  readonly indicator: string;
  readonly weight: number | null;
  readonly clause: string;
  readonly answers: readonly GivenAnswer[];
}

interface PairItem {
  readonly id: ItemId;
  readonly indicator: string;
  readonly target: string | number | null;
  readonly actual: string | number | null;
}

/** What an item gives. The keys are a contract with other programs: docs/try.md. */
type TriedItem = TriedClause | TriedPair | Untried;

interface TriedClause {
  readonly id: ItemId;
  /** That of the criterion; unread; none where no rule is printed. */
  readonly kind: string;
  readonly sure: boolean;
  readonly unread: readonly string[];
  readonly questions: readonly (AskedItem & {
    /** Figures that may stand in for it: the two amounts of a rate. */
    readonly instead: readonly AskedItem[];
  })[];
  /** 分, not rounded; null unless sure. */
  readonly points: number | null;
  /** Labels of the answers that belong to no question. */
  readonly unmatched: readonly string[];
}

interface AskedItem {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: QuestionKind;
}

interface TriedPair {
  readonly id: ItemId;
  /** A fraction; null unless sure. */
  readonly rate: number | null;
  readonly sure: boolean;
  readonly question: string | null;
  /** How it was read, where that is not what is written: “每季度1次”按全年4次计算. */
  readonly read: readonly string[];
}

interface Untried {
  readonly id: ItemId | null;
  /** What is wrong with the item, and how it should be. */
  readonly error: string;
}

/** One item of the list: a 评分标准 with answers, or a target with its actual. Never throws; what is wrong is said. */
export function tryItem(item: unknown, read?: ClauseReader): TriedItem {
  const id = isRecord(item) && isId(item["id"]) ? item["id"] : null;
  try {
    const known = readItem(item, id);
    if ("wrong" in known) return { id, error: known.wrong };
    return "clause" in known ? triedClause(known, read) : triedPair(known);
  } catch {
    return { id, error: "程序出错，这一项没有算出来；请把这一项的内容告诉维护人员。" };
  }
}

function triedClause(
  { id, clause, indicator, weight, answers }: ClauseItem,
  read?: ClauseReader,
): TriedClause {
  const { reading, points, unmatched } = tryClause(clause, { indicator, weight }, answers, read);
  const isRead = reading.state === "read";
  return {
    id,
    kind: isRead ? reading.criterion.kind : reading.state,
    sure: points !== null,
    unread: reading.unread,
    questions: isRead
      ? reading.questions.map(({ key, instead }) => ({
          ...askedItem(reading, key),
          instead: instead.map((one) => askedItem(reading, one)),
        }))
      : [],
    points,
    unmatched: unmatched.map(({ label }) => label ?? ""),
  };
}

function askedItem({ asks }: ReadClause, asked: string): AskedItem {
  const spec = specOf(asks, asked);
  const { key, label, unit } = spec;
  return { key, label, unit, kind: questionKind(spec) };
}

function triedPair({ id, indicator, target, actual }: PairItem): TriedPair {
  const read = completionRate(target, actual, indicator);
  const { remarks } = read;
  const unsure = (question: string | null): TriedPair => ({
    id,
    rate: null,
    sure: false,
    question,
    read: remarks,
  });
  switch (read.outcome) {
    case "rate":
      return read.certainty === "sure"
        ? { id, rate: read.rate, sure: true, question: null, read: remarks }
        : unsure(read.question);
    case "qualitative":
      return unsure("目标值没有可以计算的数，应由人评定：完成到哪一档？");
    case "missing":
      return unsure(`${read.reason}。`);
  }
}

interface Wrong {
  readonly wrong: string;
}

/** Of each list in an item: more than any form has. */
const mostAnswers = 200;
const mostParts = 100;
const longestLabel = 1000;

function readItem(item: unknown, id: ItemId | null): ClauseItem | PairItem | Wrong {
  if (!isRecord(item)) return { wrong: "这一项应当是对象 {…}。" };
  if (id === null) return { wrong: "id 应当是文字或数。" };
  const { indicator = null, weight = null } = item;
  if (!isShort(indicator)) return { wrong: `indicator（指标名称）${shortText}。` };
  const known = { id, indicator: indicator ?? "" };
  if (!("clause" in item)) {
    if (!("target" in item || "actual" in item))
      return { wrong: "应当有 clause（评分标准），或者 target（目标值）和 actual（实际完成值）。" };
    const { target = null, actual = null } = item;
    if (!isCell(target) || !isCell(actual)) return { wrong: `target、actual ${cellText}。` };
    return { ...known, target, actual };
  }
  const { clause } = item;
  if (!isCell(clause) || typeof clause === "number")
    return { wrong: `clause（评分标准）应当是不超过${longestText}个字的文字。` };
  if (!(weight === null || (isNumber(weight) && weight > 0)))
    return { wrong: "weight（分值）应当是大于0的数；不知道的写 null。" };
  const answers = readAnswers(item["answers"] ?? []);
  return "wrong" in answers ? answers : { ...known, weight, clause: clause ?? "", answers: answers.given };
}

const shortText = `应当是不超过${longestLabel}个字的文字`;
const cellText = `应当是数、不超过${longestText}个字的文字或 null`;

function readAnswers(answers: unknown): { readonly given: readonly GivenAnswer[] } | Wrong {
  if (!Array.isArray(answers) || answers.length > mostAnswers)
    return { wrong: `answers 应当是数组，最多${mostAnswers}个。` };
  const given: GivenAnswer[] = [];
  for (const [index, answer] of (answers as readonly unknown[]).entries()) {
    const at = `answers 的第${index + 1}个`;
    if (!isRecord(answer)) return { wrong: `${at}应当是对象 {label, value, unit}。` };
    const { label, value, unit = null } = answer;
    if (label === null || !isShort(label)) return { wrong: `${at}的 label ${shortText}。` };
    if (!isShort(unit)) return { wrong: `${at}的 unit ${shortText}或 null。` };
    if (!isValue(value))
      return { wrong: `${at}的 value ${cellText}，或者这些的数组（最多${mostParts}个）。` };
    given.push({ label, value, unit: unit ?? "" });
  }
  return { given };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isId(value: unknown): value is ItemId {
  return isNumber(value) || typeof value === "string";
}

function isShort(value: unknown): value is string | null {
  return value === null || (typeof value === "string" && value.length <= longestLabel);
}

function isCell(value: unknown): value is AnswerItem {
  return value === null || isNumber(value) || (typeof value === "string" && value.length <= longestText);
}

function isValue(value: unknown): value is AnswerValue {
  return isCell(value) || (Array.isArray(value) && value.length <= mostParts && value.every(isCell));
}
