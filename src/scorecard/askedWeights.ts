import type { FactSpec } from "../criteria/fact";
import { ask } from "../editions/describe";
import { gatherFacts, type GivenFacts } from "../facts/gatherFacts";
import type { FactWish } from "../facts/gatheredFact";
import type { Form, Indicator } from "../form/form";
import type { Snapshot } from "../workbook/snapshot";

/** Kept in files. */
export const weightKey = "weight";

/** What 评分底稿 asks of a row that prints no weight and has no cell for one. */
export function weightSpecs({ name, weight }: Indicator): readonly FactSpec[] {
  if (weight.asked !== true) return [];
  const question = `“${name.value}”的分值是多少分？表中没有印，请按批复的绩效目标表填写。`;
  return [ask("weight", weightKey, "分值", "批复的绩效目标表", question)];
}

/** The form with the weights that a person gave for its rows; the wishes are those of its indicators, in their order. */
export function withAskedWeights(
  snapshot: Snapshot,
  form: Form,
  wishes: readonly FactWish[],
  given: GivenFacts,
): Form {
  if (!form.indicators.some(({ weight }) => weight.asked === true)) return form;
  const specs = wishes.map((wish) => ({ ...wish, specs: wish.specs.filter(({ key }) => key === weightKey) }));
  const facts = gatherFacts(snapshot, specs, given, form.sheet);
  const indicators = form.indicators.map((one, index) => {
    const value = facts.get(`${wishes[index]?.id ?? ""}.${weightKey}`)?.value;
    if (one.weight.asked !== true) return one;
    return { ...one, weight: { ...one.weight, value: typeof value === "number" ? value : null } };
  });
  return { ...form, indicators };
}
