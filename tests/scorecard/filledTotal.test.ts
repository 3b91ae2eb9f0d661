import { beforeAll, describe, expect, it } from "vitest";
import { sayFilledDoubt, sayTotal, totalFigures } from "../../src/app/sayTotal";
import type { CellContent } from "../../src/workbook/edit";
import type { Scorecard } from "../../src/scorecard/scorecard";
import { parseA1 } from "../../src/workbook/cell";
import type { Snapshot } from "../../src/workbook/snapshot";
import { applyPlan } from "../support/memoryWorkbook";
import { evaluated, recalculated, scored } from "../support/scored";
import { sampleSnapshot } from "../support/sampleSnapshot";

let published: Snapshot;
let blank: Snapshot;

beforeAll(async () => {
  published = await sampleSnapshot("samples/nansha-2023.xlsx");
  blank = await sampleSnapshot("samples/nansha-2023-blank.xlsx");
});

/** The form with other contents in some cells; formulas are worked out. */
function card(snapshot: Snapshot, cells: Readonly<Record<string, CellContent>> = {}): Scorecard {
  const sheet = evaluated(snapshot).sheet;
  const edits = Object.entries(cells).map(([address, content]) => {
    const at = parseA1(address);
    if (at === null) throw new Error(address);
    return { kind: "cell" as const, at: { sheet, ...at }, content, reason: "试" };
  });
  return evaluated(recalculated(applyPlan(snapshot, { edits, expects: [] }))).scorecard;
}

const value = (one: string | number) => ({ value: one });

describe("填报", () => {
  it("填好的表：填报、按现有数据可测算、待补充依据，三个数分开说", () => {
    const scorecard = card(published);
    expect(scorecard.filled).toMatchObject({
      points: 99.66,
      rows: 28,
      blank: [],
      unread: [],
      unlikeTotal: null,
    });
    expect(sayTotal(scorecard)).toBe("填报99.66分｜按现有数据可测算41.16分｜待补充依据58.50分");
    expect(scorecard.points + scorecard.openPoints).toBeCloseTo(99.657, 9);
    expect(sayFilledDoubt(scorecard)).toBeNull();
  });

  it("空白的表、只有公式的表没有填报，照旧说暂计分", () => {
    const formulas = Object.fromEntries(
      card(blank).rows.map(({ row }) => [`I${row}`, { formula: `=0*${row}` }]),
    );
    for (const scorecard of [card(blank), card(blank, formulas)]) {
      expect(scorecard.filled).toBeNull();
      expect(sayTotal(scorecard)).toBe("暂计分41.16分，待补充58.50分");
      expect(sayFilledDoubt(scorecard)).toBeNull();
    }
  });

  it("缺一格、一格读不懂的不合计，写明是哪几格，不当作0分", () => {
    const one = card(published, { I16: value(""), I20: value("扣1分") });
    expect(one.filled).toMatchObject({ points: null, rows: 26 });
    expect(sayTotal(one)).toMatch(/^暂计分/u);
    expect(sayFilledDoubt(one)).toBe("填报得分没有合计：已填26行，I16没有填写，I20的“扣1分”没有读懂。");
    const many = card(
      published,
      Object.fromEntries([15, 16, 17, 18, 19, 20].map((row) => [`I${row}`, value("")])),
    );
    expect(sayFilledDoubt(many)).toBe("填报得分没有合计：已填22行，I15、I16、I17、I18、I19等6格没有填写。");
  });

  it("填的0分是0分；表自己的公式算出的分也算填报", () => {
    expect(card(published, { I16: value(0) }).filled?.points).toBe(94.66);
    expect(card(published, { I16: { formula: "=5-1" } }).filled?.points).toBe(98.66);
  });

  it("读不出结果的公式不算0分", () => {
    const scorecard = card(published, { I16: { formula: "=1/0" } });
    expect(scorecard.filled).toMatchObject({ points: null, blank: [] });
    expect(sayFilledDoubt(scorecard)).toContain("I16的“#DIV/0!”没有读懂");
  });

  it("我们的公式不是填报：空格由我们计算以后，不再说填报", () => {
    const { after } = scored(recalculated(applyPlan(published, { edits: [], expects: [] })));
    expect(evaluated(after).scorecard.filled?.points).toBe(99.66);
    const sheet = evaluated(published).sheet;
    const edits = [
      { kind: "cell" as const, at: { sheet, row: 14, column: 9 }, content: value(""), reason: "试" },
    ];
    const mixed = scored(applyPlan(published, { edits, expects: [] })).after;
    expect(evaluated(mixed).scorecard.filled).toBeNull();
  });

  it("显示之前不舍；填了三位小数的照样显示三位", () => {
    const scorecard = card(published, { I15: value(9.657) });
    expect(scorecard.filled?.points).toBe(99.657);
    expect(totalFigures(scorecard)[0]).toEqual({ of: "filled", word: "填报", points: "99.657" });
  });

  it("总分一格与各行合计不一致的，写明", () => {
    const total = evaluated(published).form.total?.score.at;
    if (total === undefined) throw new Error("没有总分一格");
    const scorecard = card(published, { [`I${total.row}`]: value(98) });
    expect(scorecard.filled).toMatchObject({ points: 99.66, unlikeTotal: { value: 98, at: total } });
    expect(sayFilledDoubt(scorecard)).toContain("填的是98分，与各行填报得分的合计不一致");
  });
});
