import { expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion";
import { criterionRule } from "../../src/criteria/criterionRule";
import { exampleAsk } from "../../src/criteria/kind";
import { formulaShows, scoreOf } from "../support/ruleTrial";

const asks = [
  exampleAsk("rate", "rate", "公开率", "公开率是多少？", "%"),
  exampleAsk("answer", "reported", "是否报送", "报送了吗？"),
];
const measure = { of: "fact", key: "rate" } as const;

test("一档的标准又量同一个数：只说一次", () => {
  const inner: Criterion = { kind: "ratio", measure, clause: "按公开率计分" };
  const criterion: Criterion = {
    kind: "bands",
    measure,
    percent: true,
    bands: [
      {
        from: 0.6,
        fromIncluded: true,
        to: null,
        toIncluded: false,
        then: { criterion: inner },
        clause: "60%以上按比例",
      },
    ],
  };
  const result = scoreOf(criterionRule(criterion, asks, ""), { rate: { value: 0.9 } }, { weight: 2 });
  const said = result.outcome === "scored" ? result.losses.map(({ measured }) => measured) : [];
  expect(said).toEqual(["公开率90%"]);
});

test("上限套上限四十层，没填的照样问得出来，公式照样写得出来", () => {
  let criterion: Criterion = { kind: "ratio", measure, clause: "按比例" };
  for (let depth = 0; depth < 40; depth += 1) {
    const when = { of: "says", key: "reported", word: "否", said: "没有报送" } as const;
    const gates = [{ when, gives: { atMost: 2 - depth / 40 }, clause: "未报送的设上限" }];
    criterion = { kind: "gate", gates, then: criterion };
  }
  const rule = criterionRule(criterion, asks, "");
  expect(scoreOf(rule, {}, { weight: 2 })).toMatchObject({ outcome: "missing", needs: ["rate", "reported"] });
  const given = { rate: { value: 1 }, reported: { value: "是" } };
  expect(scoreOf(rule, given, { weight: 2 })).toMatchObject({ points: 2 });
  expect(formulaShows(rule, {}, "builtIn", { weight: 2 })).toBeNull();
  const refused = { ...given, reported: { value: "否" } };
  expect(scoreOf(rule, refused, { weight: 2 })).toMatchObject({ points: 2 - 39 / 40 });
  expect(formulaShows(rule, refused, "builtIn", { weight: 2 })).toBeCloseTo(2 - 39 / 40, 12);
});
