import { tidy } from "../quantity/tidy";
import type { FactSet, FactSpec } from "./fact";
import { checklistFormula, type ChecklistPart } from "./checklistFormula";
import { missing, scored } from "./measuredRule";
import { openReadings, readNumber, readShare, specOf, type Reading } from "./readFact";
import type { Loss, Rule, RuleContext, RuleExample } from "./rule";
import { percentWords, shortNumber } from "./words";

/** 加权清单: every question has its share; 是 earns it, a completeness earns its part, 不涉及 earns it with a reason. */
export function checklistRule(
  facts: readonly FactSpec[],
  parts: readonly ChecklistPart[],
  kept: { readonly measured: string; readonly clause: string },
  examples: readonly RuleExample[],
): Rule {
  const whole = parts.reduce((sum, part) => sum + part.share, 0);
  return {
    title: "加权清单",
    facts,
    score: (given, context) => {
      const readings = parts.map((part) => {
        const spec = specOf(facts, part.key);
        return { part, spec, reading: readPart(given, spec) };
      });
      const open = openReadings(readings.map(({ spec, reading }) => [spec, reading]));
      if (open !== null) return missing(open.needs, open.problem);
      const earned = readings.map(({ part, spec, reading }) => ({
        part,
        spec,
        reading,
        share:
          reading.state === "given" ? earnedShare(part, spec, reading.value, whole, context) : plainShare(1),
      }));
      const points =
        (context.weight * earned.reduce((sum, one) => sum + one.part.share * one.share.share, 0)) / whole;
      const losses = earned.flatMap(({ part, spec, reading, share }) => {
        const lost = (context.weight * part.share * (1 - share.share)) / whole;
        const bySetting = (context.weight * part.share * (share.lenient - share.share)) / whole;
        const measured = partWords(part, spec, reading);
        const clause = `${part.clause}（占${percentWords(part.share / whole)}）`;
        return [
          { measured, clause, points: lost - bySetting },
          { measured, clause, points: bySetting, setting: "lateWarning" as const },
        ].filter((loss) => tidy(context.weight - loss.points) < tidy(context.weight));
      }) satisfies readonly Loss[];
      return scored(
        {
          points,
          measured: losses.length === 0 ? kept.measured : losses.map((loss) => loss.measured).join("，"),
          clause: losses.length === 0 ? kept.clause : losses.map((loss) => loss.clause).join("；"),
          losses,
          remarks: readings.flatMap(({ spec, reading }) => shareRemark(spec, reading)),
        },
        readings.flatMap(({ reading }) => ("step" in reading ? [reading.step] : [])),
      );
    },
    formula: (cells, context) => checklistFormula(facts, parts, cells, context),
    examples,
  };
}

function readPart(given: FactSet, spec: FactSpec): Reading<number> {
  if (spec.kind === "count") return readNumber(given, spec);
  const reading = readShare(given, spec);
  if (spec.kind === "answerOrShare" || reading.state !== "given" || typeof reading.fact.value === "string") {
    return reading;
  }
  return { state: "unusable", problem: `“${spec.label}”应填“是”或“否”。` };
}

interface EarnedShare {
  readonly share: number;
  /** What the most lenient reading of an ambiguous clause would give. */
  readonly lenient: number;
}

function plainShare(share: number): EarnedShare {
  return { share, lenient: share };
}

function earnedShare(
  part: ChecklistPart,
  spec: FactSpec,
  value: number,
  whole: number,
  { weight, settings }: RuleContext,
): EarnedShare {
  if (spec.kind !== "count") return plainShare(Math.min(1, value));
  if (part.each === undefined) return plainShare(value === 0 ? 1 : 0);
  const out = (full: number): number => (full > 0 ? Math.max(0, full - value * (part.each ?? 0)) / full : 0);
  const ofFull = out(weight);
  const ofPart = out((weight * part.share) / whole);
  return { share: settings.lateWarning === "ofFull" ? ofFull : ofPart, lenient: Math.max(ofFull, ofPart) };
}

function partWords(part: ChecklistPart, spec: FactSpec, reading: Reading<number>): string {
  if (reading.state !== "given") return spec.label;
  if (spec.kind === "count") return `${part.missed}${shortNumber(reading.value)}${spec.unit}`;
  return reading.value > 0 ? `${part.missed}，完整度${percentWords(reading.value)}` : part.missed;
}

/** 内容有缺漏的，酌情扣分: what is missing is to be named. */
function shareRemark(spec: FactSpec, reading: Reading<number>): readonly string[] {
  if (reading.state !== "given" || typeof reading.fact.value !== "number" || spec.kind === "count") return [];
  if (tidy(reading.value) >= 1 || reading.fact.reason.trim() !== "") return [];
  return [`“${spec.label}”填了${percentWords(reading.value)}，请在口径说明里写明缺漏内容。`];
}
