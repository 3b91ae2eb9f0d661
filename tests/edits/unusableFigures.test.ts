import { beforeAll, describe, expect, it } from "vitest";
import { planBuiltIn } from "../../src/edits/planConvert";
import { paperOf } from "../../src/facts/paperOf";
import { locateFactCells, type PaperCells } from "../../src/facts/workingPaper";
import type { Scorecard } from "../../src/scorecard/scorecard";
import { snapshotCell, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { shippedFacts } from "../support/factsFile";
import { applyPlan, setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

/*
 * Whatever is typed into 评分底稿: what the card leaves open shows no points in the cell, what the card scores shows the
 * same points there.
 */

const typed: readonly CellValue[] = [
  -1,
  -0.1,
  0,
  0.5,
  2.5,
  13,
  99.83,
  1e9,
  "不涉及",
  "是",
  "否",
  "部分",
  "未公开",
  "10",
  "≤8%",
  true,
  "#N/A",
];

/** Both forms ask alike; the larger one, with its annexes, is tried with every third value. */
const tries = [
  { name: "nansha", values: typed },
  { name: "city", values: typed.filter((_, index) => index % 3 === 0) },
] as const;

interface Filled {
  readonly before: Snapshot;
  readonly scorecard: Scorecard;
  /** The cells of the nth fact of every row: rows do not depend on one another, so all of them are tried at once. */
  readonly cellsOf: (index: number) => readonly PaperCells[];
}
const filled: Partial<Record<string, Filled>> = {};

beforeAll(async () => {
  for (const { name } of tries) {
    const blank = await sampleSnapshot(`samples/${name}-2023-blank.xlsx`);
    filled[name] = filledIn(scored(blank, { given: shippedFacts(`samples/${name}-2023.facts.json`) }).after);
  }
});

function filledIn(before: Snapshot): Filled {
  const { wishes, scorecard } = evaluated(before);
  const paper = paperOf(before, null);
  if (paper === null) throw new Error("no paper");
  const cells = locateFactCells(paper, wishes);
  const cellsOf = (index: number): readonly PaperCells[] =>
    wishes.flatMap(({ id, specs }) => cells.get(`${id}.${specs[index]?.key ?? ""}`) ?? []);
  return { before, scorecard, cellsOf };
}

/** Where the cell shows other points than the card gives. */
function differences(scorecard: Scorecard, after: Snapshot): readonly string[] {
  return scorecard.rows.flatMap(({ at, indicator, points }) => {
    const value = snapshotCell(after, at)?.value ?? null;
    const shown = typeof value === "number" ? value : null;
    const same = points === null || shown === null ? points === shown : Math.abs(points - shown) < 1e-9;
    return same ? [] : [`${indicator}：表 ${String(value)}，卡 ${String(points)}`];
  });
}

/** More than any row of the form itself asks. */
const mostFacts = 12;

describe.each(tries)("$name：评分底稿里填了不能用的数", ({ name, values }) => {
  it.each(values)("%s：没有读懂的，得分格不显示得分；转为普通公式也一样；改回来的不显示别的分", (value) => {
    const form = filled[name];
    if (form === undefined) throw new Error("not scored");
    const { before, scorecard, cellsOf } = form;
    const found: string[] = [];
    let tried = 0;
    for (let index = 0; index < mostFacts; index += 1) {
      const places = cellsOf(index);
      if (places.length === 0) break;
      tried += 1;
      const book = places.reduce((now, { value: at }) => setCell(now, at, { value }), before);
      const { result, after } = scored(book);
      const plain = recalculated(applyPlan(after, planBuiltIn(evaluated(after))));
      const back = places.reduce(
        (now, { value: at }) => setCell(now, at, { value: snapshotCell(before, at)?.value ?? null }),
        after,
      );
      found.push(
        ...differences(result.scorecard, after).map((one) => `第${index + 1}项 ${one}`),
        ...differences(evaluated(plain).scorecard, plain)
          // A number kept as text counts in our functions; Excel's own wait until it is typed as a number.
          .filter((one) => value !== "10" || !one.includes("表 null"))
          .map((one) => `第${index + 1}项普通公式 ${one}`),
        // Figures read from words may be gone meanwhile: then the cell waits to be scored again.
        ...differences(scorecard, recalculated(back))
          .filter((one) => !one.includes("表 null"))
          .map((one) => `第${index + 1}项改回 ${one}`),
      );
    }
    expect(found).toEqual([]);
    expect(tried).toBeGreaterThan(3);
  });
});

it("改成能用的数，得分格自己恢复", () => {
  const form = filled["nansha"];
  if (form === undefined) throw new Error("not scored");
  const { before, scorecard, cellsOf } = form;
  const place = cellsOf(1).at(0)?.value;
  expect(place).toBeDefined();
  if (place === undefined) return;
  const good = snapshotCell(before, place)?.value ?? null;
  const { after } = scored(setCell(before, place, { value: "不涉及" }));
  const shown = (book: Snapshot): CellValue => {
    const row = scorecard.rows[0];
    return row === undefined ? null : (snapshotCell(book, row.at)?.value ?? null);
  };
  expect([shown(before), shown(after)]).toEqual([expect.any(Number), null]);
  expect(shown(recalculated(setCell(after, place, { value: good })))).toBe(shown(before));
});
