import { describe, expect, it } from "vitest";
import { gradeTick } from "../../src/findings/checks/gradeTick";
import { scoreSum } from "../../src/findings/checks/scoreSum";
import type { Check } from "../../src/findings/finding";
import { runChecks } from "../../src/findings/findFindings";
import { setCell } from "../support/memoryWorkbook";
import { exampleContext } from "./exampleContext";
import type { ExampleBook } from "./exampleBook";

const book: ExampleBook = {
  rows: [
    { id: "carryover", score: 2, basis: "年末结转结余312.4万元，结余结转率为3.61%。" },
    { id: "contractSigning", score: 3, basis: "24份合同均按期签订，及时率100%。" },
    { id: "assetUse", score: 2, basis: "利用率为95.17%。" },
  ],
};

/** What a check says once the total shows `value` by `formula`, or the value alone. */
function withTotal(check: Check, value: number, formula?: string, of = book) {
  const at = exampleContext(of).form.total?.score.at;
  if (at === undefined) throw new Error("no total");
  const cell = formula === undefined ? { value } : { value, formula };
  return runChecks(exampleContext(of, { change: (snapshot) => setCell(snapshot, at, cell) }), [check]);
}

describe("总分一格是公式的", () => {
  it("少加了一行的，指出来；公式由写公式的人改", () => {
    const [found] = withTotal(scoreSum, 5, "SUM(I14:I15)");
    expect(found?.what).toBe("总分填报5分，各项得分合计7分。");
    expect(found?.fix).toBeUndefined();
  });

  it("加对了的，没有可说的；二进制的零头不算", () => {
    expect(withTotal(scoreSum, 7, "SUM(I14:I16)")).toEqual([]);
    expect(withTotal(scoreSum, 7.000000000000001, "SUM(I14:I16)")).toEqual([]);
  });

  it("有一行是我们的公式、还没有得分的，不说", () => {
    const open = { rows: [...(book.rows ?? []), { id: "overhead", score: null, basis: "" }] };
    expect(withTotal(scoreSum, 5, "SUM(I14:I15)", open)).toEqual([]);
  });

  it("等级按公式显示的总分核对", () => {
    const graded = { ...book, grade: "□优 √良 □中 □差", totalWeight: 100 };
    const full = { ...graded, rows: [{ name: "其他事项", weight: 100, score: 95, basis: "已完成。" }] };
    expect(withTotal(gradeTick, 95, "SUM(I14:I14)", full).map(({ what }) => what)).toEqual([
      "评价等级勾选为“良”，与总分不符。",
    ]);
  });
});

describe("得分与评分标准不符、总分却是对的", () => {
  it("先核对那一行，总分不改", () => {
    const one = {
      rows: [
        { id: "contractSigning", score: 2, basis: "24份合同均按期签订，及时率100%。" },
        { id: "assetUse", score: 2, basis: "利用率为95.17%。" },
      ],
    };
    const [found] = withTotal(scoreSum, 5, undefined, one);
    expect(found?.what).toBe("总分填报5分，各项得分合计4分。");
    expect(found?.todo).toContain("请先核对得分不符的行");
    expect(found?.fix).toBeUndefined();
  });

  it("两处都不对的，照各项得分改总分", () => {
    const [found] = withTotal(scoreSum, 9);
    expect(found?.fix).toHaveLength(1);
  });
});
