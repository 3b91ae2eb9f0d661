import { tidy } from "../quantity/tidy";
import { sumOf, unanswered } from "./answered";
import type { FactSpec } from "./fact";
import { choose, operand, ours } from "./formulaText";
import { cellOf, type FactCells } from "./measure";
import { missing, notApplicable, scored } from "./measuredRule";
import { openReadings, readAnswer, readNumber, specOf, type Reading } from "./readFact";
import type { FormulaContext, Loss, Rule, RuleExample } from "./rule";
import { plainDigits, shortNumber } from "./words";

/** One kind of finding and what each costs. */
export interface DeductionItem {
  /** A count, or a 是／否 whose 否 counts as one. */
  readonly key: string;
  /** 分 for each. */
  readonly points: number;
  readonly clause: string;
  /** What 否 means, where the fact is an answer. */
  readonly missed?: string;
}

/** weight − Σ count × points, never below 0. */
export function deductedPoints(
  weight: number,
  items: readonly { readonly count: number; readonly points: number }[],
): number {
  return Math.max(0, weight - items.reduce((sum, { count, points }) => sum + count * points, 0));
}

/** 扣分制: every finding costs points by its kind, 扣完为止. */
export function deductionRule(
  facts: readonly FactSpec[],
  items: readonly DeductionItem[],
  kept: { readonly measured: string; readonly clause: string },
  examples: readonly RuleExample[],
): Rule {
  return {
    title: "扣分制",
    facts,
    score: (given, { weight }) => {
      const readings = items.map((item) => {
        const spec = specOf(facts, item.key);
        return [
          spec,
          countReading(spec.kind === "answer" ? readAnswer(given, spec) : readNumber(given, spec)),
        ] as const;
      });
      const open = openReadings(readings);
      if (open !== null) return missing(open.needs, open.problem);
      const inputs = readings.flatMap(([, reading]) => ("step" in reading ? [reading.step] : []));
      const reasons = readings.flatMap(([, reading]) =>
        reading.state === "notApplicable" ? [reading.because] : [],
      );
      if (reasons.length === readings.length) {
        return notApplicable(
          [...new Set(reasons)].join("；"),
          inputs[0] ?? { label: "不涉及", value: "不涉及", unit: "", inputs: [] },
        );
      }
      const counted = items.map((item, index) => {
        const reading = readings[index]?.[1];
        return { item, count: reading?.state === "given" ? reading.value : 0 };
      });
      const points = deductedPoints(
        weight,
        counted.map(({ item, count }) => ({ count, points: item.points })),
      );
      const losses = lossesInTurn(facts, counted, weight);
      return scored(
        {
          points,
          measured: losses.length === 0 ? kept.measured : losses.map((loss) => loss.measured).join("，"),
          clause: losses.length === 0 ? kept.clause : losses.map((loss) => loss.clause).join("；"),
          losses,
          remarks: [],
        },
        inputs,
      );
    },
    formula: (cells, context) => deductionFormula(facts, items, cells, context),
    examples,
  };
}

function countReading(reading: Reading<number | boolean>): Reading<number> {
  if (reading.state !== "given") return reading;
  return { ...reading, value: typeof reading.value === "boolean" ? Number(!reading.value) : reading.value };
}

/** 扣完为止: what is left of the weight limits each loss in the order of the clause. */
function lossesInTurn(
  facts: readonly FactSpec[],
  counted: readonly { readonly item: DeductionItem; readonly count: number }[],
  weight: number,
): readonly Loss[] {
  let left = weight;
  const losses: Loss[] = [];
  for (const { item, count } of counted) {
    const points = Math.min(left, count * item.points);
    left -= points;
    if (tidy(weight - points) >= tidy(weight)) continue;
    const spec = specOf(facts, item.key);
    const measured = item.missed ?? `${spec.label}${shortNumber(count)}${spec.unit}`;
    losses.push({ measured, clause: item.clause, points });
  }
  return losses;
}

function deductionFormula(
  facts: readonly FactSpec[],
  items: readonly DeductionItem[],
  cells: FactCells,
  { dialect, weight }: FormulaContext,
): string {
  const parts = items.map((item) => {
    const cell = cellOf(cells, item.key);
    const { kind, notApplicable } = specOf(facts, item.key);
    const mayBeNone = notApplicable === true;
    const holds = kind === "answer" ? ("words" as const) : ("number" as const);
    // N("不涉及") is 0.
    const number = mayBeNone ? `N(${cell.value})` : cell.value;
    const count = kind === "answer" ? `IF(${cell.value}="否",1,IF(${cell.value}="是",0,NA()))` : number;
    return { ...cell, mayBeNone, holds, count, points: item.points };
  });
  const each = parts[0]?.points ?? 0;
  const alike = parts.length > 1 && parts.every(({ points, mayBeNone }) => mayBeNone && points === each);
  const findings = alike ? [{ count: sumOf(parts.map(({ value }) => value)), points: each }] : parts;
  const points =
    dialect === "addin"
      ? ours("DEDUCTSCORE", weight, ...findings.flatMap((finding) => [finding.count, finding.points]))
      : `MAX(0,${operand(weight)}-${findings.map((finding) => (finding.points === 1 ? finding.count : `${plainDigits(finding.points)}*${operand(finding.count)}`)).join("-")})`;
  return choose([[unanswered(parts), '""']], points);
}
