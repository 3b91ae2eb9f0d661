import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherFacts } from "../../src/facts/gatherFacts";
import { monthLabel, workingPaperTitles } from "../../src/facts/workingPaper";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import type { CellValue } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";

const wishes = guangzhou2023.rows.map(({ id, asks, ...row }, index) => ({
  ...row,
  id,
  title: `${index + 1} ${id}`,
  specs: asks,
  basis: null,
}));
const titles: readonly string[] = Object.values(workingPaperTitles);
const lines = wishes.flatMap(({ title, specs }) =>
  specs.flatMap((spec) =>
    spec.kind === "months"
      ? Array.from({ length: 12 }, (_, index) => [title, monthLabel(spec, index + 1)])
      : [[title, spec.label]],
  ),
);
const anything: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 12 }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(
    "#N/A",
    "不涉及",
    "≤10%",
    "99.83%",
    "3项",
    "1.2亿元",
    "是",
    "2023-02-16",
    "1月",
    "执行率",
    "=A1",
  ),
);

describe("任何底稿", () => {
  it("填什么都不出错；不能用的没有值，能用的没有问题", () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: lines.length, maxLength: lines.length }), (values) => {
        const grid = [
          [...titles],
          ...lines.map(([title = "", label = ""], index) => [title, label, null, values[index] ?? null]),
        ];
        const facts = gatherFacts(workbookOf([gridSheet(grid)]), wishes);
        for (const fact of facts.values()) {
          expect(fact.at).not.toBeNull();
          expect(fact.value === null).toBe(fact.state === "missing");
          if (fact.problem !== null) expect(fact.value).toBeNull();
        }
      }),
      { numRuns: 150 },
    );
  });

  it("行列挪动、打乱后，读出的事实不变", () => {
    const order = fc.shuffledSubarray(lines, { minLength: lines.length });
    const columns = fc.shuffledSubarray([...titles], { minLength: titles.length });
    const answer = ([title = "", label = ""]: readonly string[]): string =>
      `${(title.length * 7 + label.length) % 12}`;
    const read = (sorted: readonly (readonly string[])[], heads: readonly string[], top: number): unknown => {
      const cell = (line: readonly string[], head: string): CellValue =>
        head === "指标"
          ? (line[0] ?? null)
          : head === "数据项"
            ? (line[1] ?? null)
            : head === "数值"
              ? answer(line)
              : null;
      const grid = [[...heads], ...sorted.map((line) => heads.map((head) => cell(line, head)))];
      const facts = gatherFacts(
        workbookOf([gridSheet(grid, { top, left: top, name: `底稿${top}` })]),
        wishes,
      );
      return [...facts.values()].map((fact) => [fact.id, fact.value, fact.state]);
    };
    const plain = read(lines, titles, 1);
    fc.assert(
      fc.property(order, columns, fc.integer({ min: 1, max: 30 }), (sorted, heads, top) => {
        expect(read(sorted, heads, top)).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it("任何表格都不会让通报的识别出错", () => {
    fc.assert(
      fc.property(fc.array(fc.array(anything, { maxLength: 8 }), { maxLength: 16 }), (grid) => {
        const snapshot = workbookOf([
          gridSheet([["一般公共预算支出执行率", "3月"], ["4月", "5月", "6月"], ...grid]),
        ]);
        expect(gatherFacts(snapshot, wishes).size).toBe(wishes.flatMap(({ specs }) => specs).length);
      }),
      { numRuns: 300 },
    );
  });
});
