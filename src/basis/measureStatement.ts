import type { MeanMeasure, Measure, RatioMeasure } from "../criteria/measure";
import type { Step } from "../criteria/rule";
import type { GatheredFact } from "../facts/gatheredFact";
import { tidy } from "../quantity/tidy";
import {
  dateWords,
  figureWords,
  filledIn,
  labelOf,
  numberOf,
  percent,
  plain,
  reasonOf,
  type Answers,
  type Statement,
} from "./statement";

/** What was measured, with the figures that it is made of; null where the answers do not say it. */
export function measureStatement(measure: Measure, answers: Answers, step: Step | null): Statement | null {
  switch (measure.of) {
    case "fact":
      return factStatement(answers.of(measure.key), measure.missed);
    case "ratio":
      return ratioStatement(measure, answers);
    case "mean":
      return meanStatement(measure, answers, step);
    case "items": {
      const count = answers.of(measure.key);
      const value = numberOf(count);
      if (count !== null && value !== null)
        return { words: `${measure.name}${plain(value)}${measure.unit}`, from: [count] };
      const given = measure.items.map(answers.of);
      const from = given.flatMap((one) => one ?? []);
      if (from.length === 0 || from.length < given.length) return null;
      const counted = from.filter((one) => one.value === measure.counted).length;
      return { words: `${measure.name}${counted}${measure.unit}`, from };
    }
  }
}

/** An answer by itself: a figure, a date, a completeness, 是 or 否; missed: what 否 means. */
export function factStatement(fact: GatheredFact | null, missed?: string): Statement | null {
  if (fact === null) return null;
  const { value, spec } = fact;
  const label = labelOf(spec);
  const said = (words: string): Statement => ({ words, from: [fact] });
  if (value === "不涉及") return said(`${label}不涉及（${reasonOf(fact)}）`);
  if (value === "是") return said(label);
  if (value === "否") return missed === undefined ? null : said(missed);
  if (spec.kind === "date")
    return said(typeof value === "number" ? `${label}${dateWords(value)}` : `${label}：${String(value)}`);
  if (typeof value === "number")
    return said(`${label}${spec.kind === "answerOrShare" ? "，完整度" : ""}${figureWords(fact, value)}`);
  return typeof value === "string" ? said(`${label}${value}`) : null;
}

/** 共签订政府采购合同36份，其中30份在30日内签订，6份超过30日，合同签订及时率83.33%. */
function ratioStatement(measure: RatioMeasure, answers: Answers): Statement | null {
  const part = answers.of(measure.part);
  const wholes = measure.whole.flatMap((key) => answers.of(key) ?? []);
  const figures = wholes.flatMap((one) => numberOf(one) ?? []);
  const value = numberOf(part);
  if (part === null || value === null || figures.length < measure.whole.length) {
    const given = measure.standIn === undefined ? null : answers.of(measure.standIn);
    const rate = given?.value ?? null;
    if (given === null || rate === null || typeof rate === "object" || rate === "不涉及") return null;
    const shown = typeof rate === "number" ? figureWords(given, rate) : rate;
    return { words: `${measure.name}${shown}`, from: [given] };
  }
  const whole = tidy(figures.reduce((sum, one) => sum + one, 0));
  if (whole === 0) return null;
  const rate = (measure.excess === true ? value - whole : value) / whole;
  const shown = measure.absolute === true ? Math.abs(rate) : rate;
  return {
    words: [
      ...wholes.map((one) => wholeWords(one)),
      ...partWords(part, value, whole),
      `${measure.name}${percent(shown)}`,
    ].join("，"),
    from: [...wholes, part],
  };
}

function wholeWords(fact: GatheredFact): string {
  const value = numberOf(fact) ?? 0;
  const { says } = fact.spec;
  return says === undefined
    ? `${labelOf(fact.spec)}${figureWords(fact, value)}`
    : filledIn(says.some, fact, value);
}

function partWords(part: GatheredFact, value: number, whole: number): readonly string[] {
  const { says } = part.spec;
  if (says === undefined) return [`${labelOf(part.spec)}${figureWords(part, value)}`];
  const left = tidy(whole - value);
  if (left === 0 && says.all !== undefined) return [says.all];
  const rest = left > 0 && says.rest !== undefined ? [filledIn(says.rest, part, left)] : [];
  return [`其中${filledIn(says.some, part, value)}`, ...rest];
}

/** 自3月起通报10个月，年度平均执行率99.98%. */
function meanStatement(measure: MeanMeasure, answers: Answers, step: Step | null): Statement | null {
  const rate = stepRate(step, measure.name);
  if (rate === null) return null;
  const parts = [measure.first, measure.count, measure.series].map(answers.of);
  const from = parts.flatMap((one) => one ?? []);
  const [first, count] = from.flatMap((one) => numberOf(one) ?? []);
  if (from.length === parts.length && first !== undefined && count !== undefined) {
    return { words: `自${first}月起共通报${count}个月，${measure.name}${percent(rate)}`, from };
  }
  const given = answers.of(measure.standIn);
  const value = numberOf(given);
  return given === null || value === null
    ? null
    : { words: `${measure.name}${figureWords(given, value)}`, from: [given] };
}

/** The rate that the row was scored by, as its explanation names it. */
function stepRate(step: Step | null, name: string): number | null {
  if (step === null) return null;
  if (step.label === name && step.unit === "%" && typeof step.value === "number") return step.value;
  for (const input of step.inputs) {
    const found = stepRate(input, name);
    if (found !== null) return found;
  }
  return null;
}
