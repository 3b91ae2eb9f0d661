import { tidy } from "../quantity/tidy";
import type { FactSet, FactSpec } from "./fact";
import { ours, shortened } from "./formulaText";
import { blankWhen, cellOf, valueWhen, type Measure, type Taken } from "./measure";
import { openReadings, read, readNumber, specOf, type Reading } from "./readFact";
import type { Step } from "./rule";
import { standInTurns, takeStandIn } from "./standIn";
import { percentWords } from "./words";

const name = "年度平均执行率";

/** Σ min(rate, 100 %) ÷ months: 每月执行率超过100%的，按100%计算. */
export function executionRate(rates: readonly number[], months: number): number {
  return rates.reduce((sum, rate) => sum + Math.min(rate, 1), 0) / months;
}

/**
 * 年度平均执行率 over the notified months, which run from the first notified month to December: a blank among them
 * is missing, never a smaller n.
 */
export function monthlyMeanMeasure(facts: readonly FactSpec[]): Measure<number> {
  const standIn = specOf(facts, "meanRate");
  return {
    name,
    unit: "%",
    facts,
    take: (given) => {
      const computed = takeMean(facts, given);
      const direct = takeStandIn(name, given, standIn, computed);
      if (direct?.state !== "taken") return direct ?? computed;
      return typeof direct.value === "number" ? { ...direct, value: direct.value } : computed;
    },
    turns: (cells, { dialect }) => {
      const first = cellOf(cells, "firstMonth").value;
      const count = cellOf(cells, "monthCount").value;
      const rates = cellOf(cells, "rates").value;
      // So many as were notified, with none blank below a filled one: those are the last months of the year.
      const gaps = `SUMPRODUCT((${shortened(rates, 0, 1)}<>"")*(${shortened(rates, 1, 0)}=""))`;
      const mean =
        dialect === "addin"
          ? ours("EXECRATE", rates, count)
          : `(SUMIF(${rates},"<=1")+COUNTIF(${rates},">1"))/${count}`;
      return [
        ...standInTurns(cells, standIn, { dialect }),
        blankWhen(
          `OR(COUNT(${count})=0,COUNT(${rates})<>${count},${gaps}>0,AND(${first}<>"",${first}<>13-${count}))`,
        ),
        valueWhen(null, mean),
      ];
    },
  };
}

type Months = readonly (number | null)[];

function readMonths(given: FactSet, spec: FactSpec): Reading<Months> {
  return read(given, spec, (value) => {
    if (typeof value === "string" || typeof value === "number" || value.length !== 12)
      return "应填12个月的执行率";
    const wrong = value.findIndex(
      (rate) => rate !== null && !(Number.isFinite(rate) && rate >= 0 && rate <= 10),
    );
    if (wrong >= 0) return `${wrong + 1}月是${String(value[wrong])}，请按百分比填写（如99.83%）`;
    return { value, words: "" };
  });
}

function takeMean(facts: readonly FactSpec[], given: FactSet): Taken<number> {
  const [firstSpec, countSpec, ratesSpec] = ["firstMonth", "monthCount", "rates"].map((key) =>
    specOf(facts, key),
  );
  if (firstSpec === undefined || countSpec === undefined || ratesSpec === undefined)
    throw new Error("row 3 facts");
  const first = readNumber(given, firstSpec);
  const count = readNumber(given, countSpec);
  const rates = readMonths(given, ratesSpec);
  const open = openReadings([
    [countSpec, count],
    [ratesSpec, rates],
    ...(first.state === "unusable" ? [[firstSpec, first] as const] : []),
  ]);
  if (open !== null) {
    return first.state === "blank" && open.needs.includes("monthCount")
      ? { ...open, needs: ["firstMonth", ...open.needs] }
      : open;
  }
  if (count.state !== "given" || rates.state !== "given") return { state: "open", needs: [] };
  const problem = monthsProblem(first.state === "given" ? first.value : null, count.value, rates.value);
  if (problem !== null) return { state: "open", ...problem };
  const filled = rates.value.filter((rate) => rate !== null);
  const value = executionRate(filled, count.value);
  const at = rates.fact.at;
  const months = rates.value.flatMap((rate, index): readonly Step[] =>
    rate === null
      ? []
      : [
          {
            label: `${index + 1}月`,
            value: rate,
            unit: "%",
            ...(at === null ? {} : { at: { ...at, row: at.row + index } }),
            ...(tidy(rate) > 1 ? { clause: "每月执行率超过100%的，按100%计算" } : {}),
            inputs: [],
          },
        ],
  );
  return {
    state: "taken",
    value,
    words: `${name}${percentWords(value)}`,
    step: {
      label: name,
      value,
      unit: "%",
      clause: "∑每月一般公共预算支出执行率÷n",
      inputs: [...(first.state === "given" ? [first.step] : []), count.step, ...months],
    },
    approximate: count.fact.approximate === true,
    remarks: climbing(filled)
      ? ["各月执行率逐月上升，像是全年累计进度。应填财政部门通报的、相对序时进度的执行率，请核对。"]
      : [],
  };
}

function monthsProblem(
  first: number | null,
  count: number,
  rates: Months,
): { readonly needs: readonly string[]; readonly problem: string } | null {
  if (count < 1 || count > 12) return { needs: ["monthCount"], problem: "通报月份数量应为1到12。" };
  if (first !== null && first + count !== 13) {
    return {
      needs: ["firstMonth", "monthCount"],
      problem: `从${first}月到12月与通报月份数量${count}个月不符，请核对。`,
    };
  }
  const start = 13 - count;
  const blank = rates.flatMap((rate, index) =>
    rate === null && index + 1 >= start ? [`${index + 1}月`] : [],
  );
  const early = rates.flatMap((rate, index) =>
    rate !== null && index + 1 < start ? [`${index + 1}月`] : [],
  );
  if (early.length > 0) {
    return {
      needs: ["monthCount", "rates"],
      problem: `通报月份数量${count}个月，即${start}月至12月，但${early.join("、")}也填了执行率，请核对。`,
    };
  }
  if (blank.length > 0) return { needs: ["rates"], problem: `${blank.join("、")}的执行率未填。` };
  return null;
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
