import { tidy } from "../quantity/tidy";
import type { FactSet, FactSpec } from "./fact";
import { anyBlank, choose, columnRange, operand, ours } from "./formulaText";
import { cellOf, type FactCells } from "./measure";
import { missing, scored } from "./measuredRule";
import { openReadings, readNumber, readShare, specOf, type Reading } from "./readFact";
import type { FormulaContext, Loss, Rule, RuleContext, RuleExample } from "./rule";
import { percentWords, plainDigits, shortNumber } from "./words";

/** One question of a checklist. */
export interface ChecklistPart {
  readonly key: string;
  /** Its part of the whole, in any unit: 30, 30, 40 or 2, 1, 1, 1. */
  readonly share: number;
  readonly clause: string;
  /** What 否, or one and more, means: "绩效目标未在规定时间公开". */
  readonly missed: string;
  /** A count costs so many 分 each, out of the full weight before its share is taken (setting lateWarning). */
  readonly each?: number;
}

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
    formula: (cells, context) => checklistFormula(facts, parts, whole, cells, context),
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

function checklistFormula(
  facts: readonly FactSpec[],
  parts: readonly ChecklistPart[],
  whole: number,
  cells: FactCells,
  context: FormulaContext,
): string {
  const known = parts.map((part) => ({ part, spec: specOf(facts, part.key), ...cellOf(cells, part.key) }));
  const values = known.map(({ value }) => value);
  const range = columnRange(values);
  const guards = [
    [anyBlank(values), '""'] as const,
    ...known
      .filter(({ spec }) => spec.notApplicable === true)
      .map(({ value, reason }) => [`AND(${value}="不涉及",${reason}="")`, '""'] as const),
  ];
  const asked = known.every(({ spec }) => spec.kind !== "count");
  if (context.dialect === "addin" && asked && range !== null) {
    const equal = parts.every((part) => part.share === parts[0]?.share);
    const shares = equal ? [] : [`{${parts.map((part) => plainDigits(tidy(part.share / whole))).join(";")}}`];
    return choose(guards, ours("CHECKSCORE", context.weight, range, ...shares));
  }
  const w = operand(context.weight);
  const sum = known.map(({ part, spec, value }) => {
    const share = part.share === 1 ? `${w}*` : `${w}*${part.share}*`;
    if (spec.kind !== "count") return `${share}${answered(spec, value)}`;
    const count = spec.notApplicable === true ? `IF(${value}="不涉及",0,${value})` : value;
    if (part.each === undefined) return `${share}(${count}=0)`;
    const each = part.each === 1 ? count : `${plainDigits(part.each)}*${count}`;
    return context.context.settings.lateWarning === "ofFull"
      ? `${part.share}*MAX(0,${w}-${each})`
      : `MAX(0,${w}*${part.share}-${whole}*${each})`;
  });
  return choose(guards, `(${sum.join("+")})/${whole}`);
}

function answered(spec: FactSpec, value: string): string {
  const yes = spec.notApplicable === true ? `OR(${value}="是",${value}="不涉及")` : `(${value}="是")`;
  return spec.kind === "answerOrShare" ? `IF(ISNUMBER(${value}),MIN(1,${value}),1*${yes})` : yes;
}
