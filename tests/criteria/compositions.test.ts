import { expect, test } from "vitest";
import type { Criterion } from "../../src/criteria/criterion";
import { criterionRule } from "../../src/criteria/criterionRule";
import type { Measure } from "../../src/criteria/measure";
import { exampleAsk } from "../support/exampleAsk";
import { contextOf, formulaShows, paperOf, scoreOf, shownBy } from "../support/ruleTrial";

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

test("被通报的最高得1分：分子不涉及的，满分也受上限；被通报那一格不涉及的，不算被通报", () => {
  const criterion: Criterion = {
    kind: "gate",
    gates: [
      {
        when: { of: "says", key: "named", word: "是", said: "被通报" },
        gives: { atMost: 1 },
        clause: "被通报的，最高得1分",
      },
    ],
    then: { kind: "ratio", measure, clause: "按比例" },
  };
  const specs = [
    exampleAsk("rate", "rate", "公开率", "公开率是多少？", "%"),
    exampleAsk("answer", "named", "是否被通报", "被通报了吗？"),
  ].map((spec) => ({ ...spec, notApplicable: true as const }));
  const rule = criterionRule(criterion, specs, "");
  const none = { value: "不涉及", reason: "没有此类事项" };
  const cases = [
    [{ rate: none, named: { value: "是" } }, 1],
    [{ rate: none, named: { value: "否" } }, 4],
    [{ rate: { value: 0.5 }, named: none }, 2],
    [{ rate: { value: 0.5 }, named: { value: "不涉及" } }, null],
  ] as const;
  for (const [given, points] of cases) {
    const shown = [
      shownBy(scoreOf(rule, given, { weight: 4 }), 4),
      formulaShows(rule, given, "builtIn", { weight: 4 }),
      formulaShows(rule, given, "addin", { weight: 4 }),
    ];
    expect(shown).toEqual([points, points, points]);
  }
});

test("一票否决那一问不涉及的，照常扣分", () => {
  const criterion: Criterion = {
    kind: "deduct",
    items: [{ key: "found", each: 1, clause: "每例扣1分" }],
    veto: { when: { of: "says", key: "named", word: "是", said: "被通报" }, clause: "被通报的不得分" },
    kept: { measured: "没有", clause: "不扣分" },
  };
  const specs = [
    exampleAsk("count", "found", "投诉", "几例？", "例"),
    { ...exampleAsk("answer", "named", "是否被通报", "被通报了吗？"), notApplicable: true as const },
  ];
  const rule = criterionRule(criterion, specs, "");
  const given = { found: { value: 3 }, named: { value: "不涉及", reason: "没有此类事项" } };
  const shown = (["builtIn", "addin"] as const).map((dialect) =>
    formulaShows(rule, given, dialect, { weight: 4 }),
  );
  expect([shownBy(scoreOf(rule, given, { weight: 4 }), 4), ...shown]).toEqual([1, 1, 1]);
});

test("分子为0就是0的比率分到几格里算：不涉及的那一部分照样满分", () => {
  const ratio: Measure = {
    of: "ratio",
    name: "支出率",
    part: "spent",
    whole: ["given"],
    zeroPart: true,
    zeroWhole: "ask",
  };
  const band = { fromIncluded: true, toIncluded: false, clause: "60%以上得满分" };
  const criterion: Criterion = {
    kind: "bands",
    measure: ratio,
    percent: true,
    bands: [
      { ...band, from: null, to: 0.6, then: { share: 0 } },
      { ...band, from: 0.6, to: 1.01, then: { share: 1 } },
      { ...band, from: 1.01, to: null, then: { share: 0.5 } },
    ],
  };
  const specs = [
    exampleAsk("amount", "spent", "支出", "支出多少？", "万元"),
    { ...exampleAsk("amount", "given", "预算", "预算多少？", "万元"), notApplicable: true as const },
  ];
  const parts: Criterion = { kind: "parts", parts: [{ share: 1, criterion }], kept: { clause: "相加" } };
  const rule = criterionRule(parts, specs, "");
  const cells = paperOf(rule, {}).cells;
  const helpers: string[] = [];
  const context = contextOf({ weight: 2 });
  const helper = (text: string): string => `Z${helpers.push(text)}`;
  rule.formula(cells, { dialect: "builtIn", weight: "F1", standard: null, context, helper });
  // What stands in a cell of its own are points, never the rate that they are read off.
  expect(helpers.length).toBe(1);
  expect(helpers.join("")).toContain("F1");
  expect(helpers.filter((text) => !text.includes("0.6"))).toEqual([]);
});
