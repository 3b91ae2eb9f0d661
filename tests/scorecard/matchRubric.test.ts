import { describe, expect, it } from "vitest";
import type { Indicator } from "../../src/form/form";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { matchEdition } from "../../src/scorecard/matchEdition";

function indicator(name: string, over: Partial<Indicator> = {}): Indicator {
  const at = { sheet: "自评表", row: 1, column: 1 };
  return {
    row: 1,
    level1: "管理效率",
    level2: "",
    name: { value: name, at },
    part: 1,
    weight: { value: 2, at },
    definition: null,
    standard: null,
    goal: null,
    selfScore: { at, typed: null, text: "", formula: null },
    basis: null,
    evidence: null,
    ...over,
  };
}

const idsOf = (...indicators: readonly Indicator[]): readonly (string | null)[] =>
  matchEdition(indicators, guangzhou2023).map(({ editionRow }) => editionRow?.id ?? null);

describe("自评表的行与评分标准对应", () => {
  it("28行全部按名称对应，不多不少", () => {
    const all = guangzhou2023.rows.map((row) => indicator(row.name, { part: row.part, level2: row.level2 }));
    expect(idsOf(...all)).toEqual(guangzhou2023.rows.map(({ id }) => id));
  });

  it("空格、换行、全角、编号、括号里的分值不影响", () => {
    expect(idsOf(indicator("2. 结转\n结余率（2分）"), indicator("“三公” 经费控制情况"))).toEqual([
      "carryover",
      "threePublic",
    ]);
  });

  it("词序颠倒的别名也认得", () => {
    expect(idsOf(indicator("结余结转率"))).toEqual(["carryover"]);
  });

  it("同名两行未合并、连着写，依次是第一、第二部分", () => {
    expect(idsOf(indicator("采购意向公开合规性"), indicator("采购意向公开合规性"))).toEqual([
      "intentionComplete",
      "intentionTiming",
    ]);
  });

  it("只有一字之差的另一指标不会误认", () => {
    expect(
      idsOf(
        indicator("绩效管理制度评价"),
        indicator("部门整体绩效目标质量指标完成情况"),
        indicator("资产使用合规性"),
      ),
    ).toEqual([null, null, null]);
  });

  it("名称略有不同而评分标准相同，认作同一指标", () => {
    const row = guangzhou2023.rows.find(({ id }) => id === "assetUse");
    const at = { sheet: "自评表", row: 1, column: 8 };
    const standard = { value: row?.clause ?? "", at };
    expect(idsOf(indicator("固定资产使用率", { standard }))).toEqual(["assetUse"]);
    expect(idsOf(indicator("固定资产使用率"))).toEqual([null]);
  });

  it("两行都像同一指标时，按二级指标区分；分不清就都不认", () => {
    const right = indicator("数据质量", { level2: "资产管理", row: 5 });
    const other = indicator("数据质量", { level2: "绩效管理", row: 9, part: 1 });
    const between = indicator("固定资产利用率");
    expect(idsOf(right, between, other)).toEqual(["dataQuality", "assetUse", null]);
    expect(idsOf(indicator("数据质量"), between, indicator("数据质量"))).toEqual([null, "assetUse", null]);
  });
});
