import { tidy } from "../quantity/tidy";
import { anyNoNumber } from "./answered";
import { takeAnswer, takenCondition, type ConditionWords } from "./condition";
import type { FactSpec } from "./fact";
import { blankWhen, cellOf, valueWhen, type Measure } from "./measure";
import { openReadings, readNumber, specOf } from "./readFact";
import { shortNumber } from "./words";

export interface AtMostParts {
  readonly name: string;
  readonly facts: readonly FactSpec[];
  readonly actual: string;
  readonly limit: string;
  readonly standIn: string;
  readonly words: ConditionWords;
}

/** actual ≤ limit, two amounts in one unit. */
export function atMostCondition(parts: AtMostParts): Measure<boolean> {
  const standIn = specOf(parts.facts, parts.standIn);
  const actualSpec = specOf(parts.facts, parts.actual);
  const limitSpec = specOf(parts.facts, parts.limit);
  return {
    name: parts.name,
    unit: "",
    facts: parts.facts,
    take: (given) => {
      const answer = takeAnswer(given, standIn, parts.words);
      if (answer !== null) return answer;
      const actual = readNumber(given, actualSpec);
      const limit = readNumber(given, limitSpec);
      const open = openReadings([
        [actualSpec, actual],
        [limitSpec, limit],
      ]);
      if (open !== null) return open;
      if (actual.state !== "given" || limit.state !== "given") return { state: "open", needs: [] };
      const met = tidy(actual.value) <= tidy(limit.value);
      const words = [
        `${actualSpec.label}${shortNumber(actual.value)}${actualSpec.unit}`,
        `${limitSpec.label}${shortNumber(limit.value)}${limitSpec.unit}`,
      ].join("，");
      return takenCondition(met, words, {
        label: parts.name,
        value: met ? "是" : "否",
        unit: "",
        inputs: [actual.step, limit.step],
      });
    },
    turns: (cells) => {
      const answer = cellOf(cells, parts.standIn).value;
      const actual = cellOf(cells, parts.actual).value;
      const limit = cellOf(cells, parts.limit).value;
      return [
        valueWhen(`${answer}<>""`, answer, true),
        blankWhen(anyNoNumber([actual, limit])),
        // 万元 to six decimals: what a sum of cents leaves behind must not decide.
        valueWhen(null, `ROUND(${actual},6)<=ROUND(${limit},6)`),
      ];
    },
  };
}
