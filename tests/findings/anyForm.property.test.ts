import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/findings/checks";
import { severities } from "../../src/findings/finding";
import { findFindings, runChecks } from "../../src/findings/findFindings";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, scored } from "../support/scored";
import type { ExampleAnnexRow, ExampleBook, ExampleRow } from "./exampleBook";
import { exampleContext } from "./exampleContext";
import { publishedCity, reportText } from "./publishedCity";

const pieces = [
  "均已完成年度目标",
  "因故未能按时",
  "得2分（满分3分）",
  "≤10%",
  "约95%",
  "28万人以上",
  "2022年10月16日公开2022年部门预算",
  "预算数100万元，执行数99万元，完成98%",
  "数量指标2个，分别为培训人数3人、",
  "审计指出问题",
  "不涉及",
  "序时进度滞后",
  "〔2023〕1号",
  "《",
  "）",
  "、、",
  "\n",
  "-",
  "13800138000",
  "广州市白云区教育局已按",
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6, unit: "binary" })), { maxLength: 8 })
  .map((parts) => parts.join(""));
// A cell of a workbook never holds NaN or an infinity: Excel and the .xlsx adapter have errors for those.
const value = fc.oneof(
  words,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -5, max: 200 }),
  fc.constant(null),
  fc.boolean(),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

function present<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, one]) => one !== undefined)) as T;
}

const row = fc
  .record({
    id: maybe(fc.constantFrom(...guangzhou2023.rows.map(({ id }) => id))),
    name: maybe(words.filter((text) => text.trim() !== "")),
    weight: maybe(value),
    standard: maybe(words),
    score: maybe(value),
    basis: maybe(words),
    evidence: maybe(words),
    level2: maybe(fc.constantFrom("资产管理", "运行成本", "采购管理")),
  })
  .map((one) => present(one) as ExampleRow);
const annexRow = fc
  .record({
    name: words.map((text) => `指标${text}`),
    level2: maybe(fc.constantFrom("数量指标", "满意度指标")),
    target: maybe(value),
    adjusted: maybe(value),
    actual: maybe(value),
    weight: maybe(value),
    rate: maybe(value),
    score: maybe(value),
  })
  .map((one) => present(one) as ExampleAnnexRow);
const book = fc
  .record({
    department: maybe(words),
    unitCount: maybe(fc.nat(9)),
    goal: maybe(words),
    goalResult: maybe(words),
    shortfall: maybe(words),
    budget: maybe(fc.array(value, { maxLength: 7 })),
    rows: fc.array(row, { minLength: 3, maxLength: 8 }),
    total: maybe(value),
    grade: maybe(words),
    annex: maybe(fc.array(annexRow, { minLength: 1, maxLength: 5 })),
    report: maybe(words),
  })
  .map((one) => present(one) as ExampleBook);

describe("任意的表", () => {
  it("不抛出，按级别排好，每条都有是什么、为什么、怎么办，键不重复", () => {
    let forms = 0;
    fc.assert(
      fc.property(book, (one) => {
        let context: ReturnType<typeof exampleContext>;
        try {
          context = exampleContext(one);
        } catch (error) {
          // Not every table of random words is a form; reading it is tried elsewhere.
          if (error instanceof Error && error.name === "Error") return;
          throw error;
        }
        forms += 1;
        const findings = runChecks(context, checks);
        const ranks = findings.map(({ severity }) => severities.indexOf(severity));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
        for (const { what, why, todo } of findings) {
          expect(what.trim()).not.toBe("");
          expect(why.trim()).not.toBe("");
          expect(todo.trim()).not.toBe("");
          expect(what).not.toMatch(/undefined|NaN|\[object/u);
        }
      }),
      { numRuns: 300 },
    );
    expect(forms).toBeGreaterThan(150);
  });
});

describe("样表", () => {
  it("评分前后查出的问题相同：我们写的公式和扣分说明不算填报内容", async () => {
    const before = await sampleSnapshot("samples/nansha-2023.xlsx");
    const { after } = scored(before);
    const keys = (findings: ReturnType<typeof findFindings>) => findings.map(({ key }) => key).sort();
    expect(keys(findFindings(evaluated(after)))).toEqual(keys(findFindings(evaluated(before))));
  });

  it("很长的文字用时与长度成正比", async () => {
    const book_ = await publishedCity();
    const result = evaluated(book_);
    const report = await reportText("city");
    const time = (text: string): number => {
      const started = performance.now();
      findFindings(result, { report: text });
      return performance.now() - started;
    };
    time(report);
    const once = Math.max(20, time(report.repeat(2)));
    expect(time(report.repeat(16))).toBeLessThan(once * 8 * 4);
    for (const nasty of [
      "，",
      "（",
      "指标",
      "1",
      "公开2022年",
      "存在",
      "1万元",
      "9分",
      "9%",
      "户户数",
      "得分1.5分",
    ])
      time(nasty.repeat(30_000));
  });
});
