import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFindings } from "../../src/findings/findFindings";
import { evaluated } from "../support/scored";
import { exampleSnapshot, type ExampleBook, type ExampleGoal, type ExampleRow } from "./exampleBook";

/* Forms without a fault, as many as chance makes: whatever else is said of them, nothing may be 须更正. */

/** 须更正 of a workbook, in words. */
function wrongs(book: ExampleBook): readonly string[] {
  const result = evaluated(exampleSnapshot(book));
  return findFindings(result, { report: book.report ?? null }).flatMap(({ check, severity, what }) =>
    severity === "须更正" ? [`${check}：${what}`] : [],
  );
}

const rounded = (points: number): number => Math.round((points + Number.EPSILON) * 100) / 100;
const percent = (part: number, whole: number): string => String(rounded((part / whole) * 100));
const reason = "原因：受天气影响，部分工作推迟到下年。改进措施：下一步将提前安排，加强督办。";

describe("没有毛病的项目表", () => {
  const nouns = ["培训人数", "养护里程", "检查企业数", "发放补贴人数", "举办活动场次", "编印资料册数"];
  const units = ["人", "公里", "家", "人", "场", "册"];
  /** One row of `weight` points: its words, and the points that the national practice gives for them. */
  const goal = fc
    .record({
      at: fc.nat(nouns.length - 1),
      kind: fc.constantFrom("atLeast", "bare", "equal", "atMost", "rate"),
      target: fc.integer({ min: 20, max: 5000 }),
      share: fc.oneof(fc.constant(1), fc.double({ min: 0.61, max: 1, noNaN: true }), fc.constant(1.1)),
      weight: fc.integer({ min: 1, max: 15 }),
      spaced: fc.boolean(),
    })
    .map(({ at, kind, target, share, weight, spaced }) => {
      const gap = spaced ? " " : "";
      const unit = units[at] ?? "";
      const name = nouns[at] ?? "";
      const actual = Math.max(1, Math.floor(target * (kind === "equal" || kind === "atMost" ? 1 : share)));
      const points = rounded(weight * Math.min(1, actual / target));
      const told = { weight, score: points, ...(points < weight ? { reason } : {}) };
      switch (kind) {
        case "atMost":
          return {
            name: `${name}办理时限`,
            target: `≤${target}${gap}天`,
            actual: `${target - 1}天`,
            ...told,
          };
        case "rate": {
          const rate = Math.min(100, Math.round(share * 950) / 10);
          const score = rounded(weight * Math.min(1, rate / 95));
          const missed = score < weight ? { reason } : {};
          return {
            ...{ name: `${name}达标率`, level2: "质量指标", target: "≥95%", actual: `${rate}%` },
            ...{ weight, score, ...missed },
          };
        }
        case "atLeast":
        case "bare":
        case "equal": {
          const sign = { atLeast: "≥", bare: "", equal: "=" }[kind];
          return { name, target: `${sign}${target}${gap}${unit}`, actual: `${actual}${gap}${unit}`, ...told };
        }
      }
    });
  const book = fc
    .record({
      goals: fc.uniqueArray(goal, { minLength: 2, maxLength: 7, selector: ({ name }) => name }),
      budget: fc.integer({ min: 50, max: 9000 }),
      spent: fc.double({ min: 0.9, max: 1, noNaN: true }),
      told: fc.boolean(),
    })
    .map(({ goals, budget, spent, told }): ExampleBook => {
      const rest = 90 - goals.reduce((sum, { weight }) => sum + weight, 0);
      // What is left of the 90 points is one more row, met.
      const last = { name: "项目验收合格率", level2: "质量指标", target: "100%", actual: "100%" };
      const rows: readonly ExampleGoal[] =
        rest > 0 ? [...goals, { ...last, weight: rest, score: rest }] : goals;
      const executed = rounded(budget * spent);
      const fundScore = rounded((executed / budget) * 10);
      const total = rounded(rows.reduce((sum, { score }) => sum + Number(score), fundScore));
      const rate = `${percent(executed, budget)}%`;
      const said = `全年预算数${budget}万元，全年执行数${executed}万元，预算执行率${rate}。项目自评得分${total}分。`;
      return {
        goal: "完成年度各项任务。",
        goalResult: "已按计划完成，个别指标未达到目标。",
        project: { fund: [["年度资金总额：", budget, budget, executed, rate]], fundScore, rows },
        ...(told ? { report: said } : {}),
      };
    });

  it("不报“须更正”", () => {
    let lost = 0;
    fc.assert(
      fc.property(book, (one) => {
        expect(wrongs(one)).toEqual([]);
        const { project } = one;
        const missed = project?.rows.find(({ reason: why }) => why !== undefined);
        if (project === undefined || missed === undefined) return;
        lost += 1;
        // With full marks for it the same form is wrong.
        const rows = project.rows.map((row) =>
          row === missed ? { ...row, score: row.weight ?? null } : row,
        );
        expect(wrongs({ ...one, project: { ...project, rows } })).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(lost).toBeGreaterThan(20);
  });
});

describe("没有毛病的部门表", () => {
  const amount = fc.integer({ min: 100, max: 900_000 }).map((cents) => cents / 100);
  const count = fc.integer({ min: 2, max: 300 });
  const share = fc.double({ min: 0.3, max: 1, noNaN: true });
  const rows = fc
    .record({ budget: amount, spent: share, contracts: count, inTime: share, carried: share, used: share })
    .map(({ budget, spent, contracts, inTime, carried, used }): readonly ExampleRow[] => {
      const executed = rounded(budget * spent);
      const timely = Math.max(1, Math.floor(contracts * inTime));
      const utilised = rounded(budget * used);
      return [
        { id: "carryover", basis: `结余结转率为${rounded(carried * 30)}%。` },
        { id: "threePublic", basis: `“三公”经费预算安排${budget}万元，实际支出${executed}万元。` },
        {
          id: "specialExecution",
          basis: `专项资金下达数${budget}万元，支出数${executed}万元，支出进度为${percent(executed, budget)}%。`,
        },
        {
          id: "contractSigning",
          basis: `共签订合同${contracts}份，其中${timely}份在30日内签订，及时率为${percent(timely, contracts)}%。`,
        },
        {
          id: "assetUse",
          basis: `在用固定资产${utilised}万元，固定资产总额${budget}万元，利用率为${percent(utilised, budget)}%。`,
        },
      ];
    });

  it("得分与评分标准一致的，不报“须更正”", () => {
    let computed = 0;
    fc.assert(
      fc.property(rows, (given) => {
        const told = given.map((row, index) => ({ ...row, evidence: `佐证材料${index + 1}：2023年台账` }));
        const { scorecard } = evaluated(exampleSnapshot({ rows: told }));
        const filled = told.map((row, index): ExampleRow => {
          const points = scorecard.rows[index]?.points ?? null;
          const weight = scorecard.rows[index]?.weight ?? null;
          if (points === null || weight === null) return row;
          computed += 1;
          const score = rounded(points);
          return { ...row, score, ...(score < weight ? { basis: `${row.basis ?? ""}${reason}` } : {}) };
        });
        expect(wrongs({ rows: filled })).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(computed).toBeGreaterThan(120);
  });
});
