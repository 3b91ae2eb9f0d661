import fc from "fast-check";
import { describe, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";

/*
 * Rules of random parameters are printed as clauses in several wordings; what the compiler makes of the text must score
 * as the rule that was printed. Percents are whole numbers, so that every bound is hit.
 */

interface Printed {
  readonly indicator: string;
  readonly weight: number;
  readonly clause: string;
  readonly answers: readonly {
    readonly label: string;
    readonly value: number | string;
    readonly unit: string;
  }[];
  /** null: no number is sure. */
  readonly points: number | null;
}

const near = 1e-6;

function expectSame({ indicator, weight, clause, answers, points }: Printed): void {
  const tried = tryItem({ id: 1, indicator, weight, clause, answers });
  if (!("points" in tried)) throw new Error(tried.id === null ? "no item" : JSON.stringify(tried));
  const right = points === null ? tried.points === null : Math.abs((tried.points ?? NaN) - points) < near;
  if (!right) throw new Error(`${clause}\n${JSON.stringify(answers)}：应为 ${points}，得 ${tried.points}`);
}

const rates = ["预算执行率", "资金到位率", "服务对象满意度", "政府采购执行率", "固定资产利用率"];
const rate = fc.constantFrom(...rates);
const gives = fc.constantFrom("得", "计", "记");
const percent = (label: string, value: number) => [{ label, value, unit: "%" }];
/** Falling points and bounds: 10, 8, 5 for 95, 90, 80. */
const falling = (count: number, most: number): fc.Arbitrary<readonly number[]> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: most }), { minLength: count, maxLength: count })
    .map((all) => all.sort((a, b) => b - a));

const weightAndRate = fc.record({
  weight: fc.integer({ min: 2, max: 30 }),
  name: rate,
  give: gives,
  value: fc.integer({ min: 0, max: 110 }),
});

describe("把规则印成文字再读回来", () => {
  const wordings: readonly ((
    give: string,
    bounds: readonly number[],
    points: readonly number[],
    name: string,
  ) => string)[] = [
    (give, [a, b, c], [p, q, r], name) =>
      `${name}≥${a}%，${give}${p}分；${b}%≤${name}<${a}%，${give}${q}分；${c}%≤${name}<${b}%，${give}${r}分；${name}<${c}%，不得分。`,
    (give, [a, b, c], [p, q, r], name) =>
      `1.${name}在${a}%（含）以上的，${give}${p}分；\n2.${b}%（含）-${a}%的，${give}${q}分；\n3.${c}%（含）-${b}%的，${give}${r}分；\n4.${c}%以下的，${give}0分。`,
    (give, [a, b, c], [p, q, r], name) =>
      `${name}达到${a}%及以上${give}${p}分，${b}%（含）至${a}%（不含）${give}${q}分，${c}%（含）至${b}%（不含）${give}${r}分，低于${c}%不${give}分`,
    (give, [a, b, c], [p, q, r], name) =>
      `①${name}不低于${a}%，${give}${p}分；②${name}不低于${b}%，${give}${q}分；③${name}不低于${c}%，${give}${r}分；④${name}低于${c}%，${give}0分。`,
    (give, [a, b, c], [p, q, r], name) =>
      `1.${a}%≤${name}，${give}${p}分；2.${b}%≤${name}＜${a}%，${give}${q}分；3.${c}%≤${name}＜${b}%，${give}${r}分；4.${name}＜${c}%，${give}0分。`,
    (give, [a, b, c], [p, q, r], name) =>
      `${name}大于等于${a}%的${give}${p}分，小于${a}%大于等于${b}%的${give}${q}分，小于${b}%大于等于${c}%的${give}${r}分，小于${c}%的${give}0分。`,
  ];

  test.each(wordings.map((_, index) => index))("分档，写法%s", (index) => {
    const bands = weightAndRate.chain((one) =>
      fc.record({
        one: fc.constant(one),
        bounds: falling(3, 100),
        points: falling(3, one.weight + 2).map(([, q = 0, r = 0]) => [
          one.weight,
          Math.min(q, one.weight - 1),
          r,
        ]),
      }),
    );
    fc.assert(
      fc.property(bands, ({ one: { weight, name, give, value }, bounds, points }) => {
        const at = bounds.findIndex((bound) => value >= bound);
        fc.pre((points[1] ?? 0) > (points[2] ?? 0));
        const clause = wordings[index]?.(give, bounds, points, name) ?? "";
        expectSame({
          indicator: name,
          weight,
          clause,
          answers: percent(name, value),
          points: points[at] ?? 0,
        });
      }),
      { numRuns: 150 },
    );
  });

  const steps: readonly ((name: string, give: string, bound: number, step: number, cut: number) => string)[] =
    [
      (name, give, bound, step, cut) =>
        `${name}≥${bound}%，${give}满分；每低${step}个百分点扣${cut}分，扣完为止。`,
      (name, give, bound, step, cut) =>
        `${name}达到${bound}%及以上${give}满分，每降低${step}%扣减${cut}分，扣完为止`,
      (name, give, bound, step, cut) =>
        `1.${name}不低于${bound}%的，${give}满分；2.${name}低于${bound}%的，每下降${step}个百分点扣${cut}分，扣完为止。`,
      (name, give, bound, step, cut) =>
        `${name}${bound}%以上（含）${give}满分，未达到的，每少${step}%扣${cut}分，扣至0分为止。`,
    ];

  test.each(steps.map((_, index) => index))("阶梯扣分，写法%s", (index) => {
    fc.assert(
      fc.property(
        weightAndRate,
        fc.integer({ min: 60, max: 100 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10),
        ({ weight, name, give, value }, bound, step, cut) => {
          const clause = steps[index]?.(name, give, bound, step, cut) ?? "";
          const lost = Math.max(0, Math.floor((bound - value) / step + 1e-9)) * cut;
          // A begun step is a setting of the row: whole ones only.
          expectSame({
            indicator: name,
            weight,
            clause,
            answers: percent(name, value),
            points: Math.max(0, weight - lost),
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  const items: readonly ((unit: string, first: number, second: number) => string)[] = [
    (unit, first, second) => `每发现1${unit}违规扣${first}分，每出现一${unit}漏报扣${second}分，扣完为止。`,
    (unit, first, second) =>
      `1.发现违规的，1${unit}扣${first}分；2.存在漏报的，每${unit}扣${second}分，扣完为止。`,
    (unit, first, second) =>
      `没有问题的得满分，每有1${unit}违规扣减${first}分，每有1${unit}漏报扣减${second}分，直至扣完。`,
  ];

  test.each(items.map((_, index) => index))("逐项扣分，写法%s", (index) => {
    const count = fc.integer({ min: 0, max: 8 });
    const price = fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10);
    const input = [
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom("项", "次", "例", "笔", "处"),
      price,
      price,
      count,
      count,
    ] as const;
    fc.assert(
      fc.property(...input, (weight, unit, first, second, one, other) => {
        const clause = items[index]?.(unit, first, second) ?? "";
        const answers = [
          { label: "违规", value: one, unit },
          { label: "漏报", value: other, unit },
        ];
        expectSame({
          indicator: "合规性",
          weight,
          clause,
          answers,
          points: Math.max(0, weight - one * first - other * second),
        });
      }),
      { numRuns: 150 },
    );
  });

  const ratios: readonly ((name: string, weight: number) => string)[] = [
    (name) => `得分=${name}×分值，最高不超过分值。`,
    (name, weight) => `本指标得分=${name}×${weight}分。`,
    (name, weight) => `${name}达到100%的，得${weight}分；未达到100%的，按实际比例计算得分。`,
    (name) => `按${name}×分值计分，超过100%的按100%计。`,
    (name) => `${name}×权重分`,
    (name) => `按${name}乘以本项分值计算得分。`,
  ];

  test.each(ratios.map((_, index) => index))("按比例，写法%s", (index) => {
    fc.assert(
      fc.property(weightAndRate, ({ weight, name, value }) => {
        const clause = ratios[index]?.(name, weight) ?? "";
        expectSame({
          indicator: name,
          weight,
          clause,
          answers: percent(name, value),
          points: (weight * Math.min(100, value)) / 100,
        });
      }),
      { numRuns: 100 },
    );
  });

  const parts: readonly ((points: readonly number[]) => string)[] = [
    ([p, q, r]) => `1.制度健全完整（${p}分）；2.职责分工明确（${q}分）；3.档案归集齐备（${r}分）。`,
    ([p, q, r]) => `①制度健全完整，得${p}分；②职责分工明确，得${q}分；③档案归集齐备，得${r}分。`,
    ([p, q, r]) => `制度健全完整得${p}分；职责分工明确得${q}分；档案归集齐备得${r}分。`,
    ([p, q, r]) =>
      `（1）制度健全完整的，得${p}分，否则不得分。\n（2）职责分工明确的，得${q}分，否则不得分。\n（3）档案归集齐备的，得${r}分，否则不得分。`,
    ([p, q, r]) =>
      `一是制度健全完整，计${p}分；二是职责分工明确，计${q}分；三是档案归集齐备，计${r}分。存在虚报冒领的，本项不得分。`,
  ];

  test.each(parts.map((_, index) => index))("分项，写法%s", (index) => {
    const yesNo = fc.constantFrom("是", "否");
    const price = fc.integer({ min: 1, max: 12 }).map((halves) => halves / 2);
    fc.assert(
      fc.property(fc.tuple(price, price, price), fc.tuple(yesNo, yesNo, yesNo), (points, said) => {
        const labels = ["制度健全完整", "职责分工明确", "档案归集齐备"];
        const clause = parts[index]?.(points) ?? "";
        const answers = labels.map((label, at) => ({ label, value: said[at] ?? "", unit: "" }));
        const veto = clause.includes("虚报冒领") ? [{ label: "存在虚报冒领", value: "否", unit: "" }] : [];
        expectSame({
          indicator: "内部管理",
          weight: points.reduce((sum, one) => sum + one, 0),
          clause,
          answers: [...answers, ...veto],
          points: points.reduce((sum, one, at) => sum + (said[at] === "是" ? one : 0), 0),
        });
      }),
      { numRuns: 100 },
    );
  });

  test("档次", () => {
    const names = ["显著", "较显著", "一般", "不明显"];
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 30 }), fc.nat({ max: 3 }), gives, (weight, at, give) => {
        const points = [weight, weight - 1, weight - 2, 0];
        const clause = `${names.map((name, index) => `效果${name}${give}${points[index] ?? 0}分`).join("，")}。`;
        const answers = [{ label: "社会效益", value: `效果${names[at] ?? ""}`, unit: "" }];
        expectSame({ indicator: "社会效益", weight, clause, answers, points: points[at] ?? 0 });
      }),
      { numRuns: 100 },
    );
  });

  test("前提和全有全无", () => {
    const yesNo = fc.constantFrom("是", "否");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), yesNo, yesNo, (weight, met, vetoed) => {
        const clause = `按规定时限公开决算的，得${weight}分，否则不得分。发生泄密事件的，本项得0分。`;
        const answers = [
          { label: "按规定时限公开决算", value: met, unit: "" },
          { label: "发生泄密事件", value: vetoed, unit: "" },
        ];
        expectSame({
          indicator: "决算公开",
          weight,
          clause,
          answers,
          points: vetoed === "否" && met === "是" ? weight : 0,
        });
      }),
      { numRuns: 50 },
    );
  });
});
