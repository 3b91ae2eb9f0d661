import type { RuleExample } from "../rules/rule";

/** Figures by fact key; 不涉及 comes with a reason. */
export type ExampleValues = Readonly<Record<string, number | string>>;

/** An example as one line: title, weight, what is expected, the figures. */
export function example(
  title: string,
  weight: number,
  expect: RuleExample["expect"],
  values: ExampleValues,
): RuleExample {
  const facts = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value === "不涉及" ? { value, reason: "当年没有此类事项" } : { value },
    ]),
  );
  return { title, facts, weight, expect };
}
