import { tidy } from "../quantity/tidy";
import { anyNoNumber } from "./answered";
import type { BandValue } from "./bandTable";
import type { FactSet, FactSpec } from "./fact";
import { operand, ours } from "./formulaText";
import { blankWhen, cellOf, notApplicableWhen, valueWhen, type Measure, type Taken } from "./measure";
import { largestRate, openReadings, readNumber, specOf } from "./readFact";
import type { RuleContext, Step } from "./rule";
import { standInTurns, takeStandIn } from "./standIn";
import { percentWords } from "./words";

export interface RatioParts {
  /** 合同签订及时率 */
  readonly name: string;
  readonly facts: readonly FactSpec[];
  /** Keys of the two amounts or counts. */
  readonly part: string;
  readonly whole: string;
  /** Key of the figure that may be filled in directly. */
  readonly standIn?: string;
  /** remark: more than the whole is doubtful. refuse: and more than ten times it cannot be (元 against 万元). */
  readonly aboveWhole?: "remark" | "refuse";
  /** The whole may be exceeded many times over, which counts as 100 %. */
  readonly capped?: true;
  /** (part − whole) ÷ whole, below 0 too, in place of part ÷ whole. */
  readonly excess?: true;
}

/** (actual − budget) ÷ budget; both are rounded first, so that equal figures differ by exactly 0. */
export function controlRate(actual: number, budget: number): number {
  return (tidy(actual) - tidy(budget)) / tidy(budget);
}

/** One figure divided by another, or the rate filled in directly. A whole of 0 follows the setting zeroDenominator. */
export function ratioMeasure(parts: RatioParts): Measure<BandValue> {
  const standIn = parts.standIn === undefined ? undefined : specOf(parts.facts, parts.standIn);
  return {
    name: parts.name,
    unit: "%",
    facts: parts.facts,
    take: (facts, context) => {
      const computed = takeRatio(parts, facts, context);
      return takeStandIn(parts.name, facts, standIn, computed, parts.excess === true) ?? computed;
    },
    turns: (cells, { context, dialect }) => {
      const part = cellOf(cells, parts.part);
      const whole = cellOf(cells, parts.whole);
      const notApplicable = [parts.part, parts.whole]
        .filter((key) => specOf(parts.facts, key).notApplicable === true)
        .map((key) => notApplicableWhen(`${cellOf(cells, key).value}="不涉及"`, cellOf(cells, key).reason));
      const zero = `${whole.value}=0`;
      const top = parts.excess === true ? `(${part.value}-${whole.value})` : operand(part.value);
      const ratio =
        parts.excess === true && dialect === "addin"
          ? ours("CONTROLRATE", part.value, whole.value)
          : `${top}/${operand(whole.value)}`;
      const refused = parts.aboveWhole === "refuse" && dialect === "builtIn";
      return [
        ...standInTurns(cells, standIn, { dialect }),
        ...notApplicable,
        blankWhen(anyNoNumber([part.value, whole.value])),
        context.settings.zeroDenominator === "notApplicable"
          ? notApplicableWhen(zero, whole.reason)
          : blankWhen(zero),
        ...(refused ? [blankWhen(`${ratio}>${largestRate}`)] : []),
        // Our functions refuse 99.83 for 99.83%; a ratio that may well be that large is handed over capped.
        valueWhen(null, parts.capped === true && dialect === "addin" ? `MIN(1,${ratio})` : ratio),
      ];
    },
  };
}

function takeRatio(parts: RatioParts, facts: FactSet, context: RuleContext): Taken<BandValue> {
  const partSpec = specOf(parts.facts, parts.part);
  const wholeSpec = specOf(parts.facts, parts.whole);
  const part = readNumber(facts, partSpec);
  const whole = readNumber(facts, wholeSpec);
  if (part.state === "notApplicable") return part;
  if (whole.state === "notApplicable") return whole;
  const open = openReadings([
    [partSpec, part],
    [wholeSpec, whole],
  ]);
  if (open !== null) return open;
  if (part.state !== "given" || whole.state !== "given") return { state: "open", needs: [] };
  const step = (value: number | string): Step => ({
    label: parts.name,
    value,
    unit: typeof value === "number" ? "%" : "",
    inputs: [part.step, whole.step],
  });
  if (whole.value === 0) return takeZero(wholeSpec, whole.fact.reason.trim(), step("分母为0"), context);
  const value = parts.excess === true ? controlRate(part.value, whole.value) : part.value / whole.value;
  if (parts.aboveWhole === "refuse" && value > largestRate) {
    return {
      state: "open",
      needs: [partSpec.key, wholeSpec.key],
      problem: `${parts.name}算得${percentWords(value)}，“${partSpec.label}”与“${wholeSpec.label}”的单位可能不同，请核对。`,
    };
  }
  return {
    state: "taken",
    value,
    words: `${parts.name}${percentWords(value)}`,
    step: step(value),
    approximate: part.fact.approximate === true || whole.fact.approximate === true,
    remarks:
      parts.aboveWhole !== undefined && parts.excess !== true && tidy(value) > 1
        ? [`“${partSpec.label}”大于“${wholeSpec.label}”，请核对。`]
        : [],
  };
}

/** The clauses do not say what a ratio over nothing is. */
export function takeZero(
  spec: FactSpec,
  reason: string,
  step: Step,
  { settings }: RuleContext,
): Extract<Taken<never>, { state: "notApplicable" | "open" }> {
  if (settings.zeroDenominator === "missing") {
    return { state: "open", needs: [spec.key], problem: `“${spec.label}”为0，无法计算，请核对。` };
  }
  return reason === ""
    ? {
        state: "open",
        needs: [spec.key],
        problem: `“${spec.label}”为0，视为不涉及，请在口径说明里写明理由。`,
      }
    : { state: "notApplicable", because: reason, step };
}
