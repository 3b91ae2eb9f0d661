import { anyNoNumber } from "./answered";
import { takeAnswer, takenCondition, type ConditionWords } from "./condition";
import type { FactSpec } from "./fact";
import { allOf, joined } from "./formulaText";
import { blankWhen, cellOf, notApplicableWhen, valueWhen, type Measure, type Taken } from "./measure";
import { openReadings, readNumber, specOf } from "./readFact";
import type { Step } from "./rule";
import { shortNumber } from "./words";

export interface NoneParts {
  readonly name: string;
  readonly facts: readonly FactSpec[];
  /** Keys of the counts that must all be 0. */
  readonly counts: readonly string[];
  /** Key of the count of all; 0 follows the setting zeroDenominator, and no count may be above it. */
  readonly whole?: string;
  readonly standIn?: string;
  readonly words: ConditionWords;
}

/** 没有一项不符合: every count is 0. */
export function noneCondition(parts: NoneParts): Measure<boolean> {
  const standIn = parts.standIn === undefined ? undefined : specOf(parts.facts, parts.standIn);
  const keys = [...(parts.whole === undefined ? [] : [parts.whole]), ...parts.counts];
  return {
    name: parts.name,
    unit: "",
    facts: parts.facts,
    take: (given, context) => {
      const answer = standIn === undefined ? null : takeAnswer(given, standIn, parts.words);
      if (answer !== null) return answer;
      const readings = keys.map(
        (key) => [specOf(parts.facts, key), readNumber(given, specOf(parts.facts, key))] as const,
      );
      const skipped = readings.find(([, reading]) => reading.state === "notApplicable")?.[1];
      if (skipped?.state === "notApplicable") return skipped;
      const open = openReadings(readings);
      if (open !== null) return open;
      const figures = readings.flatMap(([spec, reading]) =>
        reading.state === "given" ? [{ spec, ...reading }] : [],
      );
      const step = (value: string): Step => ({
        label: parts.name,
        value,
        unit: "",
        inputs: figures.map((figure) => figure.step),
      });
      const whole = figures.find((figure) => figure.spec.key === parts.whole);
      const found = figures.filter((figure) => figure !== whole && figure.value > 0);
      if (whole !== undefined && whole.value === 0 && found.length === 0) {
        return takeZeroWhole(whole, step("0"), context.settings.zeroDenominator);
      }
      const tooMany = found.find((figure) => whole !== undefined && figure.value > whole.value);
      if (whole !== undefined && tooMany !== undefined) {
        return {
          state: "open",
          needs: [whole.spec.key, tooMany.spec.key],
          problem: `“${tooMany.spec.label}”多于“${whole.spec.label}”，请核对。`,
        };
      }
      if (found.length === 0) return takenCondition(true, parts.words.met, step("是"));
      const list = found.map(({ spec, value }) => `${spec.label}${shortNumber(value)}${spec.unit}`);
      return takenCondition(false, list.join("，"), step("否"));
    },
    turns: (cells, { context }) => {
      const values = keys.map((key) => cellOf(cells, key).value);
      const counts = parts.counts.map((key) => cellOf(cells, key).value);
      const none = counts.length === 1 ? `${counts.join("")}=0` : `SUM(${joined(counts)})=0`;
      const whole = parts.whole === undefined ? undefined : cellOf(cells, parts.whole);
      const answer = standIn === undefined ? undefined : cellOf(cells, standIn.key).value;
      return [
        ...(answer === undefined ? [] : [valueWhen(`${answer}<>""`, answer, true)]),
        ...keys
          .filter((key) => specOf(parts.facts, key).notApplicable === true)
          .map((key) => notApplicableWhen(`${cellOf(cells, key).value}="不涉及"`, cellOf(cells, key).reason)),
        blankWhen(
          allOf("OR", [
            anyNoNumber(values),
            ...(whole === undefined ? [] : counts.map((count) => `${count}>${whole.value}`)),
          ]),
        ),
        ...(whole === undefined
          ? []
          : [
              context.settings.zeroDenominator === "notApplicable"
                ? notApplicableWhen(`${whole.value}=0`, whole.reason)
                : blankWhen(`${whole.value}=0`),
            ]),
        valueWhen(null, none),
      ];
    },
  };
}

function takeZeroWhole(
  whole: { readonly spec: FactSpec; readonly fact: { readonly reason: string } },
  step: Step,
  setting: "notApplicable" | "missing",
): Taken<boolean> {
  const reason = whole.fact.reason.trim();
  if (setting === "notApplicable" && reason !== "") return { state: "notApplicable", because: reason, step };
  const problem =
    setting === "notApplicable"
      ? `“${whole.spec.label}”为0，视为不涉及，请在口径说明里写明理由。`
      : `“${whole.spec.label}”为0，无法判断，请核对。`;
  return { state: "open", needs: [whole.spec.key], problem };
}
