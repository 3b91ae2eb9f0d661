import { tidy } from "../../quantity/tidy";
import { read, readNumber, specOf, type Reading } from "../readFact";
import type { Step } from "../rule";
import { percentWords } from "../words";
import type { MeanMeasure } from "../measure";
import { known, open, type Open, type Outcome, type Scope } from "./outcome";
import { openReadings } from "./readOutcome";

type Months = readonly (number | null)[];

/** Σ min(rate, cap) ÷ months: 每月执行率超过100%的，按100%计算. */
export function executionRate(rates: readonly number[], months: number, cap = 1): number {
  return rates.reduce((sum, rate) => sum + Math.min(rate, cap), 0) / months;
}

/** The mean over the notified months, which run to December: a blank among them is missing, never a smaller n. */
export function evaluateMean(measure: MeanMeasure, { facts, specs }: Scope): Outcome {
  const firstSpec = specOf(specs, measure.first);
  const countSpec = specOf(specs, measure.count);
  const seriesSpec = specOf(specs, measure.series);
  const first = readNumber(facts, firstSpec);
  const count = readNumber(facts, countSpec);
  const rates: Reading<Months> = read(facts, seriesSpec, readMonths);
  const asked = openReadings([
    [countSpec, count],
    [seriesSpec, rates],
    ...(first.state === "unusable" ? [[firstSpec, first] as const] : []),
  ]);
  if (asked !== null) {
    const withFirst = first.state === "blank" && asked.needs.includes(measure.count);
    return open([...(withFirst ? [measure.first] : []), ...asked.needs], asked.problem);
  }
  if (count.state !== "given" || rates.state !== "given") return open([]);
  const from = first.state === "given" ? first.value : null;
  const problem = monthsProblem(measure, from, count.value, rates.value);
  if (problem !== null) return problem;
  const filled = rates.value.filter((rate) => rate !== null);
  const value = executionRate(filled, count.value, measure.cap);
  const { at } = rates.fact;
  const months = rates.value.flatMap((rate, index): readonly Step[] => {
    if (rate === null) return [];
    const place = at === null ? {} : { at: { ...at, row: at.row + index } };
    const capped = tidy(rate) > measure.cap ? { clause: measure.clauses.cap } : {};
    return [{ label: `${index + 1}月`, value: rate, unit: "%", ...place, ...capped, inputs: [] }];
  });
  return known(value, {
    words: [percentWords(value)],
    steps: [...(first.state === "given" ? [first.step] : []), count.step, ...months],
    approximate: count.fact.approximate === true,
    remarks: climbing(filled)
      ? ["各月执行率逐月上升，像是全年累计进度。应填财政部门通报的、相对序时进度的执行率，请核对。"]
      : [],
  });
}

function readMonths(value: unknown): { readonly value: Months; readonly words: string } | string {
  if (!Array.isArray(value) || value.length !== 12) return "应填12个月的执行率";
  const months = value as Months;
  const wrong = months.findIndex(
    (rate) => rate !== null && !(Number.isFinite(rate) && rate >= 0 && rate <= 10),
  );
  return wrong >= 0
    ? `${wrong + 1}月是${String(months[wrong])}，请按百分比填写（如99.83%）`
    : { value: months, words: "" };
}

function monthsProblem(
  measure: MeanMeasure,
  first: number | null,
  count: number,
  rates: Months,
): Open | null {
  if (count < 1 || count > 12) return open([measure.count], "通报月份数量应为1到12。");
  if (first !== null && first + count !== 13) {
    return open([measure.first, measure.count], `从${first}月到12月与通报月份数量${count}个月不符，请核对。`);
  }
  const start = 13 - count;
  const named = (wanted: (rate: number | null, month: number) => boolean): string =>
    rates.flatMap((rate, index) => (wanted(rate, index + 1) ? [`${index + 1}月`] : [])).join("、");
  const early = named((rate, month) => rate !== null && month < start);
  if (early !== "") {
    const problem = `通报月份数量${count}个月，即${start}月至12月，但${early}也填了执行率，请核对。`;
    return open([measure.count, measure.series], problem);
  }
  const blank = named((rate, month) => rate === null && month >= start);
  return blank === "" ? null : open([measure.series], `${blank}的执行率未填。`);
}

/** Month after month higher from well below the schedule on: 25 %, 33 %, … is cumulative progress. */
function climbing(rates: readonly number[]): boolean {
  const [first = 1, last = 0] = [rates[0], rates.at(-1)];
  return (
    rates.length >= 3 &&
    first < 0.6 &&
    last - first >= 0.2 &&
    rates.every((rate, index) => index === 0 || rate > (rates[index - 1] ?? 0))
  );
}
