import { labelKey, readLabelled } from "../clause/readLabelled";
import type { ClauseReading } from "../clause/clauseReading";
import { settled } from "../criteria/choices";
import { criterionExpression } from "../criteria/criterionExpression";
import { evaluate } from "../criteria/expression/evaluate";
import type { Expression } from "../criteria/expression/expression";
import type { Fact, FactSpec, FactValue } from "../criteria/fact";
import { readFigure } from "./readFigure";
import {
  isBlank,
  isFunctionError,
  notAvailable,
  readWeight,
  shown,
  single,
  wrongValue,
  type Argument,
  type Arguments,
  type FunctionError,
  type FunctionResult,
  type Given,
} from "./argument";

/** A clause with its rule, as the formulas of a sheet use it again and again. */
interface ScoredClause {
  readonly reading: ClauseReading;
  readonly expression: Expression | null;
}

const mostRemembered = 64;

/** Remembers what the last few calls gave: a sheet is recalculated cell by cell, with the same texts each time. */
export function remembered<Args extends readonly (string | number)[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  const known = new Map<string, Result>();
  return (...args) => {
    const name = JSON.stringify(args);
    const before = known.get(name);
    const result = before ?? compute(...args);
    known.delete(name);
    known.set(name, result);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
    return result;
  };
}

const scoredClause = remembered(
  (text: string, weight: number, ...labels: readonly string[]): ScoredClause => {
    const reading = readLabelled(text, weight, labels);
    if (reading.state !== "read") return { reading, expression: null };
    const context = { specs: reading.asks, weight, isWhole: true, edition: "" };
    return { reading, expression: criterionExpression(settled(reading.criterion, {}), context) };
  },
);

/** The points that the text of a 评分标准 gives for figures that are called by its own questions. */
export function evaluateClausescore([standard, weight, ...pairs]: Arguments): FunctionResult {
  const text = readStandard(standard, "评分标准", "评分标准单元格");
  if (typeof text !== "string") return text;
  const full = readWeight(weight);
  if (typeof full !== "number") return full;
  const figures = readPairs(pairs);
  if (isFunctionError(figures)) return figures;
  const { reading, expression } = scoredClause(text, full, ...figures.map(({ label }) => label));
  if (reading.state !== "read" || expression === null) return unreadText(reading, text);
  const facts = readFacts(figures, reading.asks);
  if (isFunctionError(facts)) return facts;
  const outcome = evaluate(expression, { facts, specs: reading.asks, weight: full });
  switch (outcome.state) {
    case "known":
      return Math.min(full, Math.max(0, Number(outcome.value)));
    case "open":
      return notAvailable(outcome.problem ?? missing(outcome.needs, reading.asks));
    case "judgement":
      return notAvailable(`这样的情形由人评定，公式算不出：${outcome.why}`);
    case "notApplicable":
      return full;
  }
}

/** The words of a 评分标准 cell. */
export function readStandard(argument: Given, name: string, expected: string): string | FunctionError {
  const text = single(argument);
  if (isFunctionError(text)) return wrongValue(`${name}：${text.message}`);
  if (isBlank(text) || text === 0) return notAvailable(`${name}尚未填写，应为${expected}。`);
  return typeof text === "string" ? text : wrongValue(`${name}是${shown(text)}，应为${expected}。`);
}

/** What of a text was not read. */
export function unreadText({ state, unread }: ClauseReading, text: string): FunctionError {
  return state === "unread"
    ? wrongValue(`评分标准里没有读懂：${unread.slice(0, 3).map(shown).join("")}，请由人评定。`)
    : wrongValue(`评分标准${shown(text)}里没有写怎样计分，请由人评定。`);
}

interface Figure {
  readonly label: string;
  readonly argument: Argument;
}

function readPairs(pairs: Arguments): readonly Figure[] | FunctionError {
  if (pairs.length % 2 === 1) return wrongValue("问题和数据应成对填写，最后一个问题没有数据。");
  const figures: Figure[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const label = single(pairs[index]);
    const nth = `第${index / 2 + 1}个问题`;
    if (isFunctionError(label)) return wrongValue(`${nth}：${label.message}`);
    if (isBlank(label) || label === 0) return notAvailable(`${nth}尚未填写，应为评分标准问的那句话。`);
    figures.push({ label: String(label), argument: pairs[index + 1] ?? null });
  }
  return figures;
}

function readFacts(
  figures: readonly Figure[],
  asks: readonly FactSpec[],
): Readonly<Record<string, Fact>> | FunctionError {
  const facts: Record<string, Fact> = {};
  const called = new Set<string>();
  for (const { label, argument } of figures) {
    const spec = asks.find(({ key }) => key === labelKey(label));
    if (spec === undefined)
      return notAvailable(`评分标准没有问${shown(label)}，问的是${asks.map((one) => named(one)).join("")}。`);
    if (called.has(spec.key)) return wrongValue(`${named(spec)}写了两次，应只写一次。`);
    called.add(spec.key);
    const value: FactValue | null | FunctionError = readFigure(spec, argument);
    if (isFunctionError(value)) return value;
    if (value !== null) facts[spec.key] = { value, at: null, reason: "" };
  }
  return facts;
}

function missing(needs: readonly string[], asks: readonly FactSpec[]): string {
  const asked = asks.filter(({ key }) => needs.includes(key));
  if (asked.length === 0) return "数据尚未填写。";
  return `${asked.map(named).join("")}尚未填写：${asked.map(({ question }) => question).join("")}`;
}

function named({ label }: FactSpec): string {
  return label === "" ? "“（指标名称）”" : `“${label}”`;
}
