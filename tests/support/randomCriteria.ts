import fc from "fast-check";
import type { Criterion, CriterionBand, Gate, Points } from "../../src/criteria/criterion";
import type { Condition } from "../../src/criteria/condition";
import type { Measure } from "../../src/criteria/measure";
import type { FactSpec } from "../../src/criteria/fact";
import { tierLevels } from "../../src/criteria/kinds/levels";

/** Facts that every random criterion may ask; their order is that of the working paper. */
export const randomAsks: readonly FactSpec[] = [
  ask("answer", "yes1", "是／否"),
  ask("answer", "yes2", "是／否"),
  ask("answer", "yes3", "是／否／不涉及", { notApplicable: true }),
  ask("count", "count1", "项"),
  ask("count", "count2", "次", { notApplicable: true }),
  ask("count", "count3", "个"),
  ask("count", "count4", "个"),
  ask("amount", "amount1", "万元"),
  ask("amount", "amount2", "万元", { notApplicable: true }),
  ask("amount", "amount3", "万元"),
  ask("rate", "rate1", "%"),
  ask("rate", "rate2", "%", { range: true, standIn: true }),
  ask("answerOrShare", "share1", "%"),
  ask("date", "day1", "日期"),
  ask("date", "day2", "日期"),
  ask("tier", "level", ""),
  ask("rate", "levelShare", "%"),
  ask("points", "judged", "分"),
  ask("count", "firstMonth", "月"),
  ask("count", "monthCount", "个月"),
  ask("months", "months", "%"),
  ask("rate", "signedRate", "%"),
  ask("rate", "signedRate2", "%", { standIn: true }),
  ask("amount", "signedAmount", "万元"),
];

function ask(
  kind: FactSpec["kind"],
  key: string,
  unit: string,
  options: Partial<Pick<FactSpec, "notApplicable" | "range" | "standIn">> = {},
): FactSpec {
  return { key, label: `数据${key}`, kind, unit, source: "", question: `${key}？`, ...options };
}

const percents = fc.constantFrom(0.05, 0.1, 0.2, 0.5, 0.6, 0.75, 0.8, 0.9, 1, 1.5);
const points = fc.constantFrom(0.2, 0.5, 1, 1.5, 2, 5);

const ratio: fc.Arbitrary<Measure> = fc
  .record({
    whole: fc.constantFrom(["amount2"], ["amount3"], ["amount2", "amount3"]),
    standIn: fc.constantFrom(undefined, "rate2"),
    excess: fc.boolean(),
    zeroPart: fc.boolean(),
    zeroWhole: fc.constantFrom("notApplicable" as const, "ask" as const),
    aboveWhole: fc.constantFrom(undefined, "remark" as const),
    absolute: fc.constantFrom(false, false, true),
  })
  .map(({ whole, standIn, excess, zeroPart, zeroWhole, aboveWhole, absolute }) => ({
    of: "ratio",
    name: "比率",
    part: absolute && !excess ? "signedAmount" : "amount1",
    whole,
    zeroWhole,
    ...(absolute ? { absolute } : {}),
    ...(standIn === undefined ? {} : { standIn: absolute ? "signedRate2" : standIn }),
    ...(excess ? { excess: true as const } : zeroPart ? { zeroPart: true as const } : {}),
    ...(aboveWhole === undefined ? {} : { aboveWhole }),
  }));

const mean: Measure = {
  of: "mean",
  name: "平均执行率",
  series: "months",
  first: "firstMonth",
  count: "monthCount",
  standIn: "rate2",
  cap: 1,
  clauses: { mean: "∑÷n", cap: "按100%" },
};

/** 不涉及 in one of the answers leaves the count to be given. */
const counted: fc.Arbitrary<Measure> = fc
  .tuple(
    fc.subarray(["yes1", "yes2", "yes3"], { minLength: 1 }),
    fc.constantFrom("是" as const, "否" as const),
  )
  .map(([items, word]) => ({ of: "items", name: "符合", unit: "项", key: "count1", items, counted: word }));

const belowZero = fc.constantFrom<Measure>(
  { of: "fact", key: "signedRate", signed: true },
  { of: "fact", key: "signedRate", absolute: true },
  { of: "fact", key: "signedAmount", signed: true },
  { of: "fact", key: "signedAmount", absolute: true },
  { of: "fact", key: "rate2", absolute: true },
);

const measures: fc.Arbitrary<Measure> = fc.oneof(
  { weight: 1, arbitrary: counted },
  { weight: 2, arbitrary: belowZero },
  { weight: 4, arbitrary: ratio },
  { weight: 2, arbitrary: fc.constant<Measure>({ of: "fact", key: "rate1" }) },
  { weight: 1, arbitrary: fc.constant<Measure>({ of: "fact", key: "share1", missed: "不完整" }) },
  { weight: 1, arbitrary: fc.constant(mean) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Measure>({ of: "fact", key: "count3" }, { of: "fact", key: "amount3" }),
  },
);

const said = { met: "做到", missed: "没做到" };

const simpleConditions: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .subarray(["yes1", "yes2", "yes3"], { minLength: 1 })
    .map((keys): Condition => ({ of: "yes", name: "条件", answers: keys.map((key) => ({ key, ...said })) })),
  fc
    .record({
      counts: fc.subarray(["count1", "count2"], { minLength: 1 }),
      whole: fc.constantFrom(undefined, "count3"),
      standIn: fc.constantFrom(undefined, "yes2"),
      zeroWhole: fc.constantFrom("notApplicable" as const, "ask" as const),
    })
    .map(({ counts, whole, standIn, zeroWhole }): Condition => ({
      of: "none",
      name: "没有一项",
      counts,
      ...said,
      ...(whole === undefined ? {} : { whole, zeroWhole }),
      ...(standIn === undefined ? {} : { standIn }),
    })),
  fc.constant<Condition>({
    of: "atMost",
    name: "不超过",
    actual: "amount1",
    limit: "amount3",
    standIn: "yes1",
    ...said,
  }),
  fc.tuple(measures, percents, fc.boolean()).map(([measure, from, answered]): Condition => ({
    of: "within",
    measure,
    interval: { from, fromIncluded: true, to: null, toIncluded: false },
    ...(answered ? { standIn: "yes1", ...said } : {}),
  })),
  fc.boolean().map((answered): Condition => ({
    of: "days",
    from: "day1",
    to: "day2",
    atMost: 20,
    said: "{days}日",
    early: "早了",
    ...(answered ? { standIn: "yes1", ...said } : {}),
  })),
  fc.constant<Condition>({ of: "says", key: "yes2", word: "否", said: "没有报送" }),
);

const conditions: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: simpleConditions },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom("any" as const, "all" as const),
        fc.array(simpleConditions, { minLength: 2, maxLength: 3 }),
      )
      .map(([of, all]): Condition => ({ of, conditions: all })),
  },
);

/** Stretches that cover everything, or leave a gap. */
function bandsOf(
  values: readonly Points[],
  bounds: readonly number[],
  included: boolean,
  gap: boolean,
): readonly CriterionBand[] {
  const edges = [...new Set(bounds)].sort((a, b) => a - b);
  const all = [null, ...edges].map((from, index): CriterionBand => {
    const to = edges[index] ?? null;
    return {
      from,
      fromIncluded: from !== null && !included,
      to,
      toIncluded: to !== null && included,
      then: values[index % values.length] ?? { points: 0 },
      clause: `第${index + 1}档`,
    };
  });
  return gap && all.length > 2 ? all.filter((_, index) => index !== 1) : all;
}

function bandCriteria(inner: fc.Arbitrary<Criterion> | null): fc.Arbitrary<Criterion> {
  const value: fc.Arbitrary<Points> = fc.oneof(
    { weight: 4, arbitrary: points.map((one): Points => ({ points: one })) },
    { weight: 1, arbitrary: percents.map((share): Points => ({ share: Math.min(1, share) })) },
    ...(inner === null ? [] : [{ weight: 1, arbitrary: inner.map((criterion): Points => ({ criterion })) }]),
  );
  return fc
    .tuple(
      fc.oneof(measures, ratio),
      fc.array(value, { minLength: 2, maxLength: 4 }),
      fc.array(percents, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom(true, true, false),
    )
    .map(([measure, values, bounds, included, gap, percent]) => ({
      kind: "bands",
      measure,
      percent,
      bands: bandsOf(values, bounds, included, gap === 0),
    }));
}

const steppedCriteria: fc.Arbitrary<Criterion> = fc
  .record({
    measure: measures,
    direction: fc.constantFrom("above" as const, "below" as const, "both" as const),
    from: fc.constantFrom(0, 0.5, 0.9, 1),
    step: fc.constantFrom(0.01, 0.03, 0.05, 0.1),
    each: fc.oneof(
      points.map((one) => ({ points: one })),
      percents.map((share) => ({ share })),
    ),
    rounding: fc.constantFrom("floor" as const, "ceiling" as const),
    beyond: fc.boolean(),
    plain: fc.boolean(),
    wide: fc.boolean(),
    most: fc.constantFrom(null, null, 1, 30),
  })
  .map(({ beyond, plain, wide, most, ...one }): Criterion => {
    const bound = one.direction === "above" ? one.from + 0.3 : one.from - 0.3;
    const nothingBeyond = beyond && one.direction !== "both" ? { nothingBeyond: bound } : {};
    return {
      kind: "stepped",
      ...one,
      ...nothingBeyond,
      ...(most === null ? {} : { most }),
      ...(plain ? { percent: false as const } : {}),
      ...(wide && one.direction === "both" ? { to: one.from + 0.2 } : {}),
      clauses: { kept: "达标", lost: "每档扣", nothing: "不得分" },
    };
  });

const deductCriteria: fc.Arbitrary<Criterion> = fc
  .tuple(
    fc.subarray(["yes1", "yes3", "count1", "count2", "count3"], { minLength: 1 }),
    points,
    fc.option(conditions),
    fc.boolean(),
    fc.option(fc.subarray(["yes1", "yes2", "yes3"], { minLength: 1 })),
    fc.constantFrom(0, 0, 0.25, 0.4),
    fc.constantFrom(null, null, 1, 30),
    fc.constantFrom({}, { standIn: "count4" }),
  )
  .map(([keys, each, veto, byTotal, items, share, most, standIn]): Criterion => ({
    kind: "deduct",
    items: byTotal
      ? [
          {
            key: "count1",
            each: {
              total: ["count2", "count3"],
              ...standIn,
              name: "应做",
              unit: "项",
              limit: 3,
              many: { points: 0.5, clause: "多" },
              few: { points: 1, clause: "少" },
              none: "没有",
            },
            clause: "逐项扣",
          },
        ]
      : keys.map((key) => ({
          key,
          ...(items === null || key.startsWith("yes") ? {} : { items }),
          each: share === 0 ? each : { share },
          clause: `${key}扣`,
          missed: `${key}没有做到`,
        })),
    ...(veto === null ? {} : { veto: { when: veto, clause: "一票否决" } }),
    ...(most === null ? {} : { most }),
    kept: { measured: "没有扣分", clause: "不扣分" },
  }));

const otherCriteria: fc.Arbitrary<Criterion> = fc.oneof(
  measures.map((measure): Criterion => ({ kind: "ratio", measure, clause: "按比例" })),
  fc
    .record({
      measure: measures,
      offset: fc.constantFrom(0, 2, 4.5, -1),
      slope: fc.constantFrom(1, -1, -15, 2.5),
      of: fc.constantFrom("points" as const, "share" as const),
    })
    .map((one): Criterion => ({ kind: "linear", ...one, clause: "按公式" })),
  fc.tuple(conditions, fc.boolean()).map(([condition, isOpen]): Criterion => ({
    kind: "meet",
    condition,
    clause: "得满分",
    ...(isOpen
      ? { unmet: { key: "yes3", said: "没做", clause: "没做的不得分", problem: "没有写明。" } }
      : {}),
  })),
  fc.constantFrom(["yes1", "yes2"], []).map((keys): Criterion => ({
    kind: "judgement",
    questions: keys.map((key) => ({ key, missed: `${key}不是` })),
    judged: "judged",
    clauses: { full: "都是得满分", judged: "酌情扣分" },
  })),
  fc.constantFrom<Criterion>(
    { kind: "levels", level: "level", share: "levelShare", levels: tierLevels },
    {
      kind: "levels",
      level: "level",
      levels: tierLevels.map(({ name, clause }, index) => ({
        name,
        clause,
        from: 1 - index / 2,
        to: 1 - index / 2,
        toIncluded: true,
      })),
    },
  ),
  fc
    .tuple(measures, fc.constantFrom("scores" as const, "fails" as const), fc.constantFrom(0.6, 0.5))
    .map(([measure, atPassLine, passLine]): Criterion => ({
      kind: "completion",
      measure,
      passLine,
      atPassLine,
      over: 1.5,
      overShare: 0.5,
      clauses: { failed: "不及格", partly: "按比例", full: "满分", over: "一半" },
    })),
  fc.constant<Criterion>({
    kind: "sum",
    filed: "yes1",
    filing: "目标",
    summary: "rate1",
    summaryName: "汇总完成率",
    clauses: { sum: "合计", notFiled: "未报不得分" },
  }),
);

const others = (kind: Criterion["kind"]): fc.Arbitrary<Criterion> =>
  otherCriteria.filter((criterion) => criterion.kind === kind);

/** Criteria of one kind with random parameters, not made of others; parts and gates always are. */
export const plainCriteria = {
  bands: bandCriteria(null),
  stepped: steppedCriteria,
  deduct: deductCriteria,
  ratio: others("ratio"),
  linear: others("linear"),
  meet: others("meet"),
  judgement: others("judgement"),
  levels: others("levels"),
  completion: others("completion"),
  sum: others("sum"),
} satisfies Record<Exclude<Criterion["kind"], "parts" | "gate">, fc.Arbitrary<Criterion>>;

const gates: fc.Arbitrary<Gate> = fc.oneof(
  fc.constant<Gate>({ exempt: "yes2", problem: "请写明理由。" }),
  conditions.map((when): Gate => ({ when, gives: "nothing", clause: "不得分" })),
  fc.tuple(conditions, points).map(([when, atMost]): Gate => ({ when, gives: { atMost }, clause: "最高" })),
  conditions.map((when): Gate => ({ when, gives: { judged: "judged" }, clause: "酌情扣分" })),
  conditions.map((when): Gate => ({ when, gives: { ask: "没有写明得几分。" }, clause: "没有写明" })),
);

/** Criteria made of criteria, so many deep. */
export function composedCriteria(depth: number): fc.Arbitrary<Criterion> {
  const plain = fc.oneof(...Object.values(plainCriteria));
  if (depth === 0) return plain;
  const inner = composedCriteria(depth - 1);
  return fc.oneof(
    fc
      .array(
        fc.record({
          share: fc.constantFrom(1, 2, 30, 40),
          criterion: inner,
          outOf: fc.constantFrom("own" as const, "full" as const),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((all): Criterion => ({ kind: "parts", parts: all, kept: { measured: "齐全", clause: "加权" } })),
    fc
      .tuple(fc.array(gates, { minLength: 1, maxLength: 2 }), inner)
      .map(([all, then]): Criterion => ({ kind: "gate", gates: all, then })),
    bandCriteria(inner),
  );
}
