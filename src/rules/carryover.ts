import { tidy } from "../quantity/tidy";
import { anyNoNumber } from "./answered";
import type { BandValue } from "./bandTable";
import type { FactSet, FactSpec } from "./fact";
import { joined, ours } from "./formulaText";
import { blankWhen, cellOf, valueWhen, type Measure, type Taken } from "./measure";
import { largestRate, openReadings, readNumber, specOf, type Reading } from "./readFact";
import type { Step } from "./rule";
import { standInTurns, takeStandIn } from "./standIn";
import { percentWords } from "./words";

/** 年末结转和结余 ÷ (年初结转和结余 + 一般公共预算拨款 + 政府性基金拨款), a fraction; all four in one unit. */
export function carryoverRate(closing: number, opening: number, general: number, fund: number): number {
  return closing / (opening + general + fund);
}

const name = "结转结余率";
const sources = ["opening", "general", "fund"] as const;

/** 结转结余率. A closing balance of 0 decides at once, whatever the others are. */
export function carryoverMeasure(facts: readonly FactSpec[]): Measure<BandValue> {
  const standIn = specOf(facts, "rate");
  return {
    name,
    unit: "%",
    facts,
    take: (given) => {
      const computed = takeCarryover(facts, given);
      return takeStandIn(name, given, standIn, computed) ?? computed;
    },
    turns: (cells, { dialect }) => {
      const closing = cellOf(cells, "closing").value;
      const others = sources.map((key) => cellOf(cells, key).value);
      const rate =
        dialect === "addin" ? ours("CARRYOVER", closing, ...others) : `${closing}/(${others.join("+")})`;
      return [
        ...standInTurns(cells, standIn, { dialect }),
        blankWhen(anyNoNumber([closing])),
        valueWhen(`${closing}=0`, "0"),
        blankWhen(`OR(${anyNoNumber(others)},SUM(${joined(others)})=0)`),
        ...(dialect === "builtIn" ? [blankWhen(`${rate}>${largestRate}`)] : []),
        valueWhen(null, rate),
      ];
    },
  };
}

function takeCarryover(facts: readonly FactSpec[], given: FactSet): Taken<BandValue> {
  const spec = (key: string): FactSpec => specOf(facts, key);
  const closing = readNumber(given, spec("closing"));
  if (closing.state === "given" && tidy(closing.value) === 0) {
    return taken(0, [closing.step], closing.fact.approximate === true);
  }
  const others = sources.map((key): readonly [FactSpec, Reading<number>] => [
    spec(key),
    readNumber(given, spec(key)),
  ]);
  const open = openReadings([[spec("closing"), closing], ...others]);
  if (open !== null) return open;
  const figures = [closing, ...others.map(([, reading]) => reading)].flatMap((reading) =>
    reading.state === "given" ? [reading] : [],
  );
  const [end = 0, opening = 0, general = 0, fund = 0] = figures.map((figure) => figure.value);
  if (tidy(opening + general + fund) === 0) {
    return {
      state: "open",
      needs: [...sources],
      problem: "年初结转和结余与财政拨款收入都是0，年末却有结转和结余，请核对。",
    };
  }
  const rate = carryoverRate(end, opening, general, fund);
  if (rate > largestRate) {
    const problem = `${name}算得${percentWords(rate)}，四个数的单位可能不同，请核对。`;
    return { state: "open", needs: ["closing", ...sources], problem };
  }
  const result = taken(
    rate,
    figures.map((figure) => figure.step),
    figures.some((figure) => figure.fact.approximate === true),
  );
  return tidy(rate) > 1 ? { ...result, remarks: [`${name}超过100%，请核对。`] } : result;
}

function taken(
  value: number,
  inputs: readonly Step[],
  approximate: boolean,
): Extract<Taken<BandValue>, { state: "taken" }> {
  const step = { label: name, value, unit: "%", inputs };
  return { state: "taken", value, words: `${name}${percentWords(value)}`, step, approximate, remarks: [] };
}
