import { describe, expect, it } from "vitest";
import { checks } from "../../src/findings/checks";
import { snapshotCell } from "../../src/workbook/snapshot";
import { setCell } from "../support/memoryWorkbook";
import { examplesOf, type CheckExample } from "./checkExamples";
import { exampleContext, findingsOf } from "./exampleContext";
import { runChecks } from "../../src/findings/findFindings";

/** The rows come to a hundred, the group or the total does not. */
const hundred = [
  { name: "甲", level1: "管理效率", level2: "其他管理", weight: 40, level1Weight: 90 },
  { name: "乙", level1: "管理效率", level2: "其他管理", weight: 60, level1Weight: 90 },
];
const more: readonly (CheckExample & { readonly checkId: string })[] = [
  {
    checkId: "gradeTick",
    title: "89.99分勾选优",
    book: {
      rows: [{ weight: 100, score: 89.99 }],
      grade: "√优  90分≤得分≤100分； □良  80分≤得分＜90分； □中  60分≤得分＜80分； □差  得分＜60分",
    },
    finds: 1,
  },
  {
    checkId: "weightSum",
    title: "一级指标的分值不是各行之和，各行合计100分",
    book: { rows: hundred, totalWeight: 100 },
    finds: 1,
  },
];

describe("能改的改法", () => {
  const fixable = checks.flatMap((check) =>
    [...examplesOf(check.id), ...more.filter(({ checkId }) => checkId === check.id)].flatMap((example) =>
      findingsOf(check, example.book).flatMap((finding) =>
        finding.fix === undefined
          ? []
          : [{ check, example, finding: { ...finding, fix: finding.fix }, title: example.title }],
      ),
    ),
  );

  it("至少有一项检查给出改法", () => {
    expect(fixable.length).toBeGreaterThan(0);
  });

  it("要求的几种都有改法", () => {
    const ids = new Set(fixable.map(({ check }) => check.id));
    for (const id of [
      "scoreSum",
      "weightSum",
      "gradeTick",
      "scoreAgainstRule",
      "hiddenLoss",
      "doubledMarks",
      "numberAsText",
    ])
      expect(ids).toContain(id);
  });

  it.each(fixable)(
    "$check.id：$title：写下改前、改后和为什么，改了以后不再提出",
    ({ check, example, finding }) => {
      const { fix } = finding;
      const context = exampleContext(example.book);
      for (const { at, before, after, label } of fix) {
        const cell = snapshotCell(context.snapshot, at);
        expect([cell?.value ?? null, cell?.formula]).toEqual([before, undefined]);
        expect(after).not.toBe(before);
        expect(label).toMatch(/^.{3,20}$/u);
      }
      const mended = exampleContext(example.book, {
        change: (snapshot) =>
          fix.reduce((book, { at, after }) => setCell(book, at, { value: after }), snapshot),
      });
      const keys = runChecks(mended, [check]).map(({ key }) => key);
      expect(keys).not.toContain(finding.key);
      // A total that was right for the scores as they were is told anew.
      const before = runChecks(context, [check]).map(({ key }) => key);
      expect(keys.filter((key) => !before.includes(key) && !key.includes("|总分|"))).toEqual([]);
    },
  );
});
