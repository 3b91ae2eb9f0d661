import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tryItem } from "../../src/app/tryItem";
import type { ClauseContext } from "../../src/clause/clauseReading";
import { draftOf } from "../../src/clause/draftOf";
import type { RuleDraft } from "../../src/clause/drafts/ruleDraft";
import { retyped } from "../../src/clause/editDraft";
import { readClause } from "../../src/clause/readClause";
import { wordDraft } from "../../src/clause/wordDraft";

/*
 * A rule of random parameters is filled in; its words must be read wholly, score as an oracle that knows only what was
 * filled in, and give the same words when they are taken back into the fields.
 */

interface PrintedClause {
  readonly indicator: string;
  readonly weight: number | null;
  readonly clause: string;
  readonly units: Readonly<Record<string, string>>;
  readonly cases: readonly { readonly answers: Readonly<Record<string, unknown>> }[];
}

interface Answer {
  readonly label: string;
  readonly value: number | string;
  readonly unit: string;
}

interface Filled {
  readonly draft: RuleDraft;
  readonly weight: number;
  readonly answers: readonly Answer[];
  /** What was filled in gives this many 分. */
  readonly points: number;
}

const indicator = "项目绩效";

function worded(draft: RuleDraft, context: ClauseContext): string {
  const written = wordDraft(draft, context);
  if ("problems" in written) throw new Error(`${JSON.stringify(draft)}\n${JSON.stringify(written.problems)}`);
  return written.words;
}

function expectSame({ draft, weight, answers, points }: Filled): void {
  const context = { indicator, weight };
  const words = worded(draft, context);
  const reading = readClause(words, context);
  if (reading.state !== "read") throw new Error(`没有读懂：${words}`);
  const again = draftOf(words, reading, context);
  if (again === null || worded(again, context) !== words)
    throw new Error(`填回来不一样：${words}\n${JSON.stringify(again)}`);
  expect(again.kind).toBe(draft.kind);
  // How a figure is worked out gives the two figures that may stand in for it.
  if ("definition" in draft.fields && draft.fields.definition !== "")
    expect(reading.questions.map(({ instead }) => instead)).toContainEqual(["实际数", "应有数"]);
  expectPoints(words, { weight, answers, points });
}

function expectPoints(clause: string, { weight, answers, points }: Omit<Filled, "draft">): void {
  const tried = tryItem({ id: 1, indicator, weight, clause, answers });
  const given = "points" in tried ? tried.points : null;
  if (given === null || Math.abs(given - points) > 1e-6)
    throw new Error(`${clause}\n${JSON.stringify(answers)}：应为 ${points}，得 ${given}`);
}

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const tenths = (min: number, max: number): fc.Arbitrary<number> =>
  whole(min * 10, max * 10).map((value) => value / 10);

const quantities = fc.constantFrom(
  ["预算执行率", "%"], ["服务对象满意度", "%"], ["资金到位率", "%"], ["培训人数", "人"], ["检查次数", "次"], ["办理天数", "天"],
  ["整改时间", "工作日"], ["新增项目", "个"], ["投诉件数", "件"],
) as fc.Arbitrary<readonly [string, string]>; // prettier-ignore
const otherQuantities = fc.oneof(
  quantities,
  fc.constantFrom(
    ["节约资金", "万元"],
    ["完成数量", ""],
    ["接待家数", "家"],
    ["响应时间", "小时"],
  ) as fc.Arbitrary<readonly [string, string]>,
);

const weights = fc.oneof(whole(2, 30), fc.constantFrom(0.5, 1.5, 2.5, 12.5));
/** As it is typed and what it is worth: a number, 满分, 不得分, a share. */
const given = (weight: number): fc.Arbitrary<readonly [string, number]> =>
  fc.oneof(
    tenths(0, Math.floor(weight)).map((points) => [String(points), points] as const),
    tenths(0, Math.floor(weight)).map((points) => [`${points} 分`, points] as const),
    fc.constant(["满分", weight] as const),
    fc.constant(["不得分", 0] as const),
    whole(1, 100).map((share) => [`${share}%`, (weight * share) / 100] as const),
  );
/** What one step or one thing costs. */
const price = (weight: number): fc.Arbitrary<readonly [string, number]> =>
  fc.oneof(
    whole(1, Math.min(20, Math.floor(weight * 10))).map((part) => [String(part / 10), part / 10] as const),
    whole(1, 50).map((share) => [`${share}％`, (weight * share) / 100] as const),
  );

const vetoes = fc.constantFrom("", "存在截留、挤占、挪用资金", "发生重大安全事故", "未按规定公开");
/** A veto with its answer: whether something is left. */
const veto = fc.record({ words: vetoes, holds: fc.boolean() });
const vetoAnswers = ({ words, holds }: { readonly words: string; readonly holds: boolean }): Answer[] =>
  words === "" ? [] : [{ label: words, value: holds ? "是" : "否", unit: "是/否" }];
const left = (one: { readonly words: string; readonly holds: boolean }, points: number): number =>
  one.words !== "" && one.holds ? 0 : points;

const definitionOf = (name: string, unit: string): string =>
  unit === "%" ? `${name}=实际数/应有数×100%` : "";

const bands = fc
  .record({
    weight: weights,
    quantity: otherQuantities,
    count: whole(1, 4),
    veto,
    defined: fc.boolean(),
    falls: fc.boolean(),
  })
  .chain((one) =>
    fc.record({
      one: fc.constant(one),
      bounds: fc
        .uniqueArray(tenths(1, 120), { minLength: one.count, maxLength: one.count })
        .map((all) => all.sort((a, b) => a - b)),
      // Whether a bound belongs to the band above it.
      up: fc.array(fc.boolean(), { minLength: one.count, maxLength: one.count }),
      points: fc
        .tuple(
          fc.array(given(one.weight), { minLength: one.count, maxLength: one.count }),
          whole(0, one.count),
        )
        .map(([others, best]) => [
          ...others.slice(0, best),
          ["满分", one.weight] as const,
          ...others.slice(best),
        ]),
      at: whole(0, one.count - 1),
      beside: fc.constantFrom(-0.01, 0, 0.01, 5),
    }),
  )
  .filter(({ points }) => points.some(([, worth]) => worth !== points[0]?.[1]))
  .map(({ one, bounds, up, points, at, beside }): Filled => {
    const [measure, unit] = one.quantity;
    const near = (bounds[at] ?? 0) + beside;
    const value = unit === "" || unit === "%" || unit === "万元" ? Number(near.toFixed(2)) : Math.round(near);
    const rows = points.map(([text], index) => ({
      from: String(bounds[index - 1] ?? ""),
      fromIn: up[index - 1] === true ? "含" : "不含",
      to: String(bounds[index] ?? ""),
      toIn: up[index] === false ? "含" : "不含",
      points: text,
    }));
    const band = bounds.filter((bound, index) => value > bound || (value === bound && up[index])).length;
    const definition = one.defined ? definitionOf(measure, unit) : "";
    return {
      draft: {
        kind: "bands",
        fields: { measure, unit, definition, veto: one.veto.words },
        rows: one.falls ? rows.reverse() : rows,
      },
      weight: one.weight,
      answers: [{ label: measure, value, unit }, ...vetoAnswers(one.veto)],
      points: left(one.veto, points[band]?.[1] ?? NaN),
    };
  });

const stepped = fc
  .record({
    weight: weights,
    quantity: quantities,
    direction: fc.constantFrom("below", "above", "both"),
    from: whole(30, 110),
    step: fc.oneof(whole(1, 10), fc.constantFrom(0.5, 0.1, 2.5)),
    begun: fc.constantFrom("", "floor", "ceiling"),
    end: fc.option(whole(1, 20)),
    away: whole(-300, 300).map((tens) => tens / 10),
    veto,
    defined: fc.boolean(),
  })
  .chain((one) => fc.record({ one: fc.constant(one), each: price(one.weight) }))
  .map(({ one, each: [text, cost] }): Filled => {
    const { weight, direction, from, begun } = one;
    const [measure, unit] = one.quantity;
    const sign = direction === "above" ? 1 : -1;
    const end = one.end === null || direction === "both" ? null : from + sign * one.end;
    const isWhole = unit !== "%";
    const step = isWhole ? Math.ceil(one.step) : one.step;
    const value = isWhole ? from + Math.round(one.away) : Number((from + one.away).toFixed(1));
    const beyond = direction === "both" ? Math.abs(value - from) : Math.max(0, sign * (value - from));
    const steps = Number((beyond / step).toFixed(9));
    const lost = cost * (begun === "ceiling" ? Math.ceil(steps) : Math.floor(steps));
    const isPast = end !== null && sign * (value - end) > 0;
    return {
      draft: {
        kind: "stepped",
        fields: {
          measure,
          unit,
          definition: one.defined ? definitionOf(measure, unit) : "",
          direction,
          from: String(from),
          step: String(step),
          points: text,
          begun,
          nothingBeyond: end === null ? "" : String(end),
          veto: one.veto.words,
        },
        rows: [],
      },
      weight,
      answers: [{ label: measure, value, unit }, ...vetoAnswers(one.veto)],
      points: left(one.veto, isPast ? 0 : Math.max(0, weight - lost)),
    };
  });

const deduct = fc
  .record({
    weight: weights,
    things: fc.uniqueArray(
      fc.constantFrom("违规", "漏报", "超期未报", "会计差错", "问题", "未按规定执行制度", "逾期", "被投诉"),
      { minLength: 1, maxLength: 4 },
    ),
    veto,
  })
  .chain(({ weight, things, veto: one }) =>
    fc.record({
      weight: fc.constant(weight),
      veto: fc.constant(one),
      rows: fc.tuple(
        ...things.map((thing) =>
          fc.record({
            thing: fc.constant(thing),
            unit: fc.constantFrom("项", "次", "个", "处", "例", "笔", "件", "起", "人次", "天", "工作日"),
            each: price(weight),
            count: whole(0, 6),
          }),
        ),
      ),
    }),
  )
  .map(({ weight, veto: one, rows }): Filled => ({
    draft: {
      kind: "deduct",
      fields: { veto: one.words },
      rows: rows.map(({ thing, unit, each: [points] }) => ({ thing, unit, points })),
    },
    weight,
    answers: [
      ...rows.map(({ thing, unit, count }) => ({ label: thing, value: count, unit })),
      ...vetoAnswers(one),
    ],
    points: left(
      one,
      Math.max(0, weight - rows.reduce((sum, { each: [, cost], count }) => sum + cost * count, 0)),
    ),
  }));

const ratio = fc
  .record({
    weight: weights,
    measure: fc.constantFrom("预算执行率", "资金到位率", "服务对象满意度", "验收合格率"),
    low: fc.option(whole(1, 60)),
    high: fc.option(whole(61, 100)),
    value: tenths(0, 130),
    veto,
    defined: fc.boolean(),
  })
  .map(({ weight, measure, low, high, value, veto: one, defined }): Filled => {
    const points =
      low !== null && value < low
        ? 0
        : high !== null && value >= high
          ? weight
          : (weight * Math.min(100, value)) / 100;
    return {
      draft: {
        kind: "ratio",
        fields: {
          measure,
          definition: defined ? definitionOf(measure, "%") : "",
          nothingBelow: String(low ?? ""),
          fullFrom: high === null ? "" : `${high}%`,
          veto: one.words,
        },
        rows: [],
      },
      weight,
      answers: [{ label: measure, value, unit: "%" }, ...vetoAnswers(one)],
      points: left(one, points),
    };
  });

const meet = fc
  .record({
    weight: weights,
    conditions: fc.uniqueArray(
      fc.constantFrom(
        "按规定时限公开部门决算",
        "制度健全",
        "职责分工明确",
        "档案齐备",
        "经过集体决策",
        "有项目验收报告",
      ),
      { minLength: 1, maxLength: 4 },
    ),
    met: fc.boolean(),
    veto,
  })
  .map(({ weight, conditions, met, veto: one }): Filled => ({
    draft: {
      kind: "meet",
      fields: { veto: one.words },
      rows: conditions.map((condition) => ({ condition })),
    },
    weight,
    answers: [
      { label: conditions.join("，且"), value: met ? "是" : "否", unit: "是/否" },
      ...vetoAnswers(one),
    ],
    points: left(one, met ? weight : 0),
  }));

const levels = fc
  .record({
    weight: weights,
    names: fc.constantFrom(
      ["明显改善", "有所改善", "无改善"], ["机制健全", "基本健全", "不健全"], ["优", "良", "中", "差"], ["优秀", "合格", "不合格"],
      ["成效显著", "成效一般"], ["效果非常好", "效果较好", "效果一般", "效果差"],
    ), // prettier-ignore
    veto,
    pick: whole(0, 1),
  })
  .chain((one) =>
    fc.record({
      one: fc.constant(one),
      points: fc
        .array(given(one.weight), { minLength: one.names.length - 1, maxLength: one.names.length - 1 })
        .map((all) => all.sort(([, a], [, b]) => b - a))
        .filter((all) => (all.at(-1)?.[1] ?? 0) < one.weight),
    }),
  )
  .map(({ one: { weight, names, veto: one, pick }, points }): Filled => {
    const all: readonly (readonly [string, number])[] = [["满分", weight], ...points];
    const at = pick === 0 ? 0 : names.length - 1;
    return {
      draft: {
        kind: "levels",
        fields: { veto: one.words },
        rows: names.map((name, index) => ({ name, points: all[index]?.[0] ?? "" })),
      },
      weight,
      answers: [{ label: indicator, value: names[at] ?? "", unit: "" }, ...vetoAnswers(one)],
      points: left(one, all[at]?.[1] ?? NaN),
    };
  });

/** What nobody should type into a name, and some of what people do. */
const bits = fc.constantFrom(
  "预算", "执行率", "得", "扣", "2分", "满分", "不得分", "每", "1%", "超过", "低于", "95%", "（含）", "的", "，", "；", "。", "、", "且", "否则", "本项得0分",
  "①", "1.", "（2分）", "=", "×", "/", "及时", "情况", "如", "未", "酌情扣分", "按比例", "扣完为止", "最高不超过5分", "不足1%的按1%扣", "存在", "发现1次", "与目标相比", "绝对值", " ", "\n",
); // prettier-ignore
const strange = fc.array(bits, { minLength: 1, maxLength: 4 }).map((all) => all.join(""));

/** The same rule with another name for what it measures, counts or demands. */
function renamed({ draft }: Filled, name: string): RuleDraft {
  if ("measure" in draft.fields) return retyped(draft, "measure", name);
  const column = { deduct: "thing", meet: "condition", levels: "name" }[
    draft.kind as "deduct" | "meet" | "levels"
  ];
  return retyped(draft, `${draft.rows.length - 1}.${column}`, name);
}

function lastName(draft: RuleDraft): string | null {
  return draft.kind === "levels" ? (draft.rows.at(-1)?.name ?? null) : null;
}

describe("填出来的评分标准", () => {
  const kinds = [
    ["分档计分", bands],
    ["阶梯扣分", stepped],
    ["逐项扣分", deduct],
    ["按比例", ratio],
    ["达标得满分", meet],
    ["档次", levels],
  ] as const;

  test.each(kinds)("%s：写成的文字读得懂，分算得对，填得回来", (_, filled: fc.Arbitrary<Filled>) => {
    fc.assert(fc.property(filled, expectSame), { numRuns: 1000 });
  });

  test.each(kinds)("%s：名称随便填，要么说填得不对，要么照样算得对", (_, filled: fc.Arbitrary<Filled>) => {
    fc.assert(
      fc.property(filled, strange, (one, name) => {
        const context = { indicator, weight: one.weight };
        const draft = renamed(one, name);
        const written = wordDraft(draft, context);
        if ("problems" in written) {
          expect(written.problems.length).toBeGreaterThan(0);
          return;
        }
        const reading = readClause(written.words, context);
        if (reading.state !== "read") throw new Error(`没有读懂：${written.words}`);
        const asked = reading.questions.map(({ key }) => reading.asks.find((ask) => ask.key === key));
        expect(asked).toHaveLength(one.answers.length);
        // A bound in the words of a condition is asked as a figure; a rate without % is answered in percent.
        fc.pre(draft.kind !== "meet" || asked.every((spec) => spec?.kind === "answer"));
        fc.pre(!("unit" in draft.fields) || draft.fields.unit !== "");
        const labels = asked.map((spec) => spec?.label ?? "");
        const own = labels.find((label) => !one.answers.some((answer) => answer.label === label));
        const isLast = draft.kind === "levels" && one.answers[0]?.value === lastName(one.draft);
        const answers = one.answers.map((answer, index) => ({
          ...answer,
          label: labels.includes(answer.label) ? answer.label : (own ?? ""),
          value:
            isLast && index === 0 ? (asked[labels.indexOf(indicator)]?.choices?.at(-1) ?? "") : answer.value,
        }));
        expectPoints(written.words, { ...one, answers });
      }),
      { numRuns: 300 },
    );
  });

  const printed = JSON.parse(
    readFileSync(new URL("../cases/printedClauses.json", import.meta.url), "utf8"),
  ) as readonly PrintedClause[];
  const wordings = JSON.parse(
    readFileSync(new URL("../cases/clauseWordings.json", import.meta.url), "utf8"),
  ) as readonly PrintedClause[];

  test.each([
    ["表上印的", printed, 56, 60],
    ["各种写法的", wordings, 106, 119],
  ] as const)("%s评分标准填进去再写出来，得分一样", (_, all, leastWorded, leastTaken) => {
    let [words, taken] = [0, 0];
    for (const { indicator: name, weight, clause, units, cases } of all) {
      const context = { indicator: name, weight };
      const draft = draftOf(clause, readClause(clause, context), context);
      if (draft === null) continue;
      taken += 1;
      const written = wordDraft(draft, context);
      // Left open in the clause, and so in the draft.
      if ("problems" in written) continue;
      words += 1;
      for (const { answers } of cases) {
        const given = Object.entries(answers).map(([label, value]) => ({
          label,
          value,
          unit: units[label] ?? "",
        }));
        const item = { id: 1, indicator: name, weight, answers: given };
        const pointsOf = (text: string): unknown => {
          const tried = tryItem({ ...item, clause: text });
          return "points" in tried ? tried.points : null;
        };
        expect([written.words, pointsOf(written.words)]).toEqual([written.words, pointsOf(clause)]);
      }
    }
    expect(words).toBeGreaterThanOrEqual(leastWorded);
    expect(taken).toBeGreaterThanOrEqual(leastTaken);
  });
});
