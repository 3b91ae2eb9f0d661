import { tidy } from "../quantity/tidy";
import type { BandValue } from "./bandTable";
import type { FactSet, FactSpec } from "./fact";
import { cellOf, valueWhen, type FactCells, type Taken, type Turn } from "./measure";
import { parseInterval } from "./parseInterval";
import { read, readNumber, type Reading } from "./readFact";
import type { FormulaContext } from "./rule";
import { percentWords } from "./words";

/** A rate that is filled in directly: a fraction, or where the fact allows it a stretch ("≤10%"). */
export function readRate(facts: FactSet, spec: FactSpec, signed = false): Reading<BandValue> {
  const value = facts[spec.key]?.value;
  if (spec.range !== true || typeof value !== "string") return readNumber(facts, spec, signed);
  return read(facts, spec, () => {
    const found = parseInterval(value.replace(/^约/u, ""));
    if (found === null || !(found.percent || isZero(found.interval))) return "应填百分比，或“≤10%”这样的范围";
    return { value: single(found.interval), words: value };
  });
}

function isZero(interval: Exclude<BandValue, number>): boolean {
  return (interval.from ?? 0) === 0 && (interval.to ?? 0) === 0;
}

function single(interval: Exclude<BandValue, number>): BandValue {
  return interval.from !== null && interval.from === interval.to ? interval.from : interval;
}

/**
 * The figure that stands in for its parts, when it is given: it wins, and says so where the parts give another one.
 * Null: not given, the parts count.
 */
export function takeStandIn(
  name: string,
  facts: FactSet,
  spec: FactSpec | undefined,
  parts: Taken<BandValue>,
  signed = false,
): Taken<BandValue> | null {
  if (spec === undefined) return null;
  const reading = readRate(facts, spec, signed);
  switch (reading.state) {
    case "blank":
      return null;
    case "unusable":
      return { state: "open", needs: [spec.key], problem: reading.problem };
    case "notApplicable":
      return reading;
    case "given": {
      const { value, fact, step } = reading;
      const words = typeof value === "number" ? percentWords(value) : String(fact.value);
      return {
        state: "taken",
        value,
        words: `${name}${words}`,
        step,
        approximate: fact.approximate === true,
        remarks: [...differences(name, value, words, parts), ...aboveOne(name, value, signed)],
      };
    }
  }
}

function differences(
  name: string,
  value: BandValue,
  words: string,
  parts: Taken<BandValue>,
): readonly string[] {
  if (parts.state !== "taken" || typeof value !== "number" || typeof parts.value !== "number") return [];
  if (percentWords(value) === percentWords(parts.value) || tidy(Math.abs(value - parts.value)) < 0.0001)
    return [];
  return [`直接填写的${name}${words}与按分项计算的${percentWords(parts.value)}不同，采用直接填写的。`];
}

function aboveOne(name: string, value: BandValue, signed: boolean): readonly string[] {
  return !signed && typeof value === "number" && tidy(value) > 1 ? [`${name}超过100%，请核对。`] : [];
}

/** The stand-in comes first: whatever else is blank. */
export function standInTurns(
  cells: FactCells,
  spec: FactSpec | undefined,
  { dialect }: Pick<FormulaContext, "dialect">,
): readonly Turn[] {
  if (spec === undefined) return [];
  const cell = cellOf(cells, spec.key).value;
  const typed = spec.range === true;
  // Our functions read "92%" where it stands as text; MIN and MAX would take it for nothing.
  const number = dialect === "builtIn" && !typed ? `VALUE(${cell})` : cell;
  return [valueWhen(`${cell}<>""`, number, typed)];
}
