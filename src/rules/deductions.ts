import { tidy } from "../quantity/tidy";
import type { FactSpec } from "./fact";
import { allOf, anyBlank, choose, operand, ours } from "./formulaText";
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
    const { value, reason } = cellOf(cells, item.key);
    const spec = specOf(facts, item.key);
    const mayBeNone = spec.notApplicable === true;
    const count =
      spec.kind === "answer"
        ? `IF(${value}="否",1,0)`
        : mayBeNone
          ? `IF(${value}="不涉及",0,${value})`
          : value;
    return { value, reason, count, points: plainDigits(item.points), mayBeNone };
  });
  const optional = parts.filter((part) => part.mayBeNone);
  const points =
    dialect === "addin"
      ? ours("DEDUCTSCORE", weight, ...parts.flatMap(({ count, points }) => [count, points]))
      : `MAX(0,${operand(weight)}-${parts.map(({ count, points }) => (points === "1" ? count : `${points}*${operand(count)}`)).join("-")})`;
  const none = optional.map(({ value }) => `${value}="不涉及"`);
  return choose(
    [
      [anyBlank(parts.map(({ value }) => value)), '""'],
      ...optional.map(({ value, reason }) => [`AND(${value}="不涉及",${reason}="")`, '""'] as const),
      ...(none.length === parts.length && none.length > 0 ? [[allOf("AND", none), weight] as const] : []),
    ],
    points,
  );
}
