import fc from "fast-check";
import type { FactSpec, FactValue } from "../../src/criteria/fact";
import type { Rule } from "../../src/criteria/rule";
import type { Given } from "./ruleTrial";

/** Numbers at and beside the bounds of the edition, and anything between. */
export const rates: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 0.1, 0.1001, 0.2, 0.3, 0.3001, 0.6, 0.5999, 0.75, 0.7499, 0.8, 0.9, 0.8999, 0.05, 0.15),
  fc.constantFrom(0.9999, 1, 1.5, 1.5001, 0.1 + 0.2, 4.95 / 3.3, 0.7 + 0.1 + 0.1, 0.3 - 0.1),
  fc.integer({ min: 0, max: 100000 }).map((value) => value / 100000),
  fc.double({ min: 0, max: 2, noNaN: true }),
);

const amounts = fc.oneof(
  fc.constantFrom(0, 100, 105, 110, 1000, 1045.73, 1177.22),
  fc.integer({ min: 0, max: 9_999_999 }).map((value) => value / 100),
);

const counts = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 30 }));

const notified = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(rates, { minLength: 12, maxLength: 12 }))
  .map(([count, all]) => all.map((rate, index) => (index < 12 - count ? null : rate)));

const anyMonths = fc.array(fc.option(rates, { nil: null }), { minLength: 12, maxLength: 12 });

function valueOf(spec: FactSpec): fc.Arbitrary<FactValue> {
  if (spec.key.startsWith("signed"))
    return fc.tuple(spec.kind === "amount" ? amounts : rates, fc.constantFrom(1, -1)).map(([x, y]) => x * y);
  switch (spec.kind) {
    case "count":
      return spec.key.includes("onth") ? fc.integer({ min: 1, max: 12 }) : counts;
    case "amount":
      return amounts;
    case "rate":
      return spec.range === true
        ? fc.oneof(
            { weight: 5, arbitrary: rates },
            { weight: 1, arbitrary: fc.constantFrom("≤10%", "≥90%", "≤0", "<60%", ">30%") },
          )
        : rates;
    case "months":
      return fc.oneof(notified, anyMonths);
    case "answer":
      return fc.constantFrom("是", "是", "否");
    case "answerOrShare":
      return fc.oneof(fc.constantFrom("是", "否"), fc.constantFrom(0.5, 0.8, 1));
    case "date":
      return fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 44958, max: 44990 }) },
        { weight: 1, arbitrary: spec.key.endsWith("Published") ? fc.constant("未公开") : fc.constant(44958) },
      );
    case "figure":
      return fc.constantFrom("13人", "≥95%", 20);
    case "tier":
      return fc.constantFrom(...(spec.choices ?? ["达成", "部分达成", "未达成"]));
    case "text":
      return fc.constantFrom("问卷统计", "总结材料");
    case "points":
    case "weight":
      return fc.integer({ min: 0, max: 30 }).map((value) => value / 10);
  }
}

const reasons = fc.constantFrom("", "没有此类事项");

/** A fact as a person fills it in: often, sometimes not at all, sometimes as 不涉及 where that is allowed. */
function factOf(spec: FactSpec, filled: number): fc.Arbitrary<Given[string]> {
  const given = fc.record({ value: valueOf(spec), reason: reasons });
  const none = fc.record({ value: fc.constant<FactValue>("不涉及"), reason: reasons });
  return fc.oneof(
    { weight: filled, arbitrary: given },
    { weight: 10 - filled, arbitrary: fc.constant(undefined) },
    ...(spec.notApplicable === true ? [{ weight: 2, arbitrary: none }] : []),
  );
}

/** Figures for all facts of a rule, stand-ins rarely. */
export function givenFor(rule: Pick<Rule, "facts">): fc.Arbitrary<Given> {
  const entries = rule.facts.map((spec) => [spec.key, factOf(spec, spec.standIn === true ? 2 : 9)] as const);
  return fc
    .record(Object.fromEntries(entries))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined)));
}
