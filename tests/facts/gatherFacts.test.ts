import { describe, expect, it } from "vitest";
import { gatherFacts, type GivenFacts } from "../../src/facts/gatherFacts";
import type { FactWish, GatheredFact } from "../../src/facts/gatheredFact";
import { paperOf as paperOfForm } from "../../src/facts/paperOf";
import { locateFactCells, monthLabel, workingPaperTitles } from "../../src/facts/workingPaper";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { editionRow } from "../support/editionRow";
import { gridSheet, workbookOf } from "../support/grid";

const titles = Object.values(workingPaperTitles);
type PaperLine = Readonly<{
  item: string;
  value: CellValue;
  reason?: string;
  state?: string;
  indicator?: string;
}>;

function wish(id: string, words: string | null): FactWish {
  const at = { sheet: "自评表", row: 30, column: 10 };
  const { asks, words: patterns } = editionRow(id);
  return {
    id,
    title: "18 采购合同签订时效性",
    specs: asks,
    basis: words === null ? null : { value: words, at },
    words: patterns,
  };
}

function paperOf(
  lines: readonly PaperLine[],
  remembered: Readonly<Record<string, unknown>> = {},
  name = "评分底稿",
): Snapshot {
  const rows = lines.map(({ item, value, reason, state, indicator }) => [
    indicator ?? "18 采购合同签订时效性",
    item,
    "个",
    value,
    null,
    null,
    null,
    reason ?? null,
    state ?? null,
  ]);
  const sheet = gridSheet(
    [["内部使用，不随表报送"], ["口径：部门汇总（本级及所属单位）"], [...titles], ...rows],
    { name },
  );
  return workbookOf([gridSheet([["工资表"]]), sheet], new Map([["extracted", JSON.stringify(remembered)]]));
}

function gather(
  snapshot: Snapshot,
  id: string,
  words: string | null,
  given?: GivenFacts,
): (key: string) => GatheredFact {
  const facts = gatherFacts(snapshot, [wish(id, words)], given);
  return (key) => {
    const fact = facts.get(`${id}.${key}`);
    if (fact === undefined) throw new Error(`no fact ${key}`);
    return fact;
  };
}

const words = "经查系统，我局及时率约95%。";
const rateLabel = "合同签订及时率（财政部门提供）";
const rateLine = (value: CellValue, state = ""): PaperLine => ({ item: rateLabel, value, state });

describe("事实从哪里来", () => {
  it("没有底稿：摘自评分依据，待确认，带出处和原话", () => {
    const fact = gather(workbookOf([]), "contractSigning", words)("rate");
    expect(fact).toMatchObject({
      value: 0.95,
      state: "extracted",
      wordClass: "figure",
      approximate: true,
      at: null,
      source: { at: { row: 30, column: 10 }, quote: "经查系统，我局及时率约95%" },
      extracted: 0.95,
    });
  });

  it("找不到的是待补充，不是0也不是满分", () => {
    const fact = gather(workbookOf([]), "contractSigning", null)("contracts");
    expect(fact).toMatchObject({ value: null, state: "missing", problem: null, source: null });
  });

  it("底稿里填的胜过文字，文字的数仍记着", () => {
    const fact = gather(paperOf([rateLine("92%")]), "contractSigning", words)("rate");
    expect(fact).toMatchObject({
      value: 0.92,
      state: "typed",
      extracted: 0.95,
      source: null,
      approximate: false,
    });
    expect(fact.at).toEqual({ sheet: "评分底稿", row: 4, column: 4 });
  });

  it("与上次摘取相同的仍待确认，改过的算已填，确认过的算已确认", () => {
    const remembered = { "contractSigning.rate": 0.95 };
    const state = (value: CellValue, status: string): string =>
      gather(paperOf([rateLine(value, status)], remembered), "contractSigning", words)("rate").state;
    expect(state(0.95, "摘自评分依据，待确认")).toBe("extracted");
    expect(state(0.95, "")).toBe("extracted");
    expect(state(0.96, "摘自评分依据，待确认")).toBe("typed");
    expect(state(0.95, "已确认")).toBe("confirmed");
    expect(state(0.96, "已确认")).toBe("confirmed");
  });

  it("文字改了而底稿仍是旧的摘取数：取新的", () => {
    const snapshot = paperOf([rateLine(0.95)], { "contractSigning.rate": 0.95 });
    expect(gather(snapshot, "contractSigning", "及时率为88%")("rate")).toMatchObject({
      value: 0.88,
      state: "extracted",
    });
    const typed = paperOf([rateLine(0.97)], { "contractSigning.rate": 0.95 });
    expect(gather(typed, "contractSigning", "及时率为88%")("rate")).toMatchObject({
      value: 0.97,
      state: "typed",
      extracted: 0.88,
    });
  });

  it("文字已删、底稿仍是旧的摘取数：待补充；确认过的照旧", () => {
    const remembered = { "contractSigning.rate": 0.95 };
    const gone = gather(paperOf([rateLine(0.95)], remembered), "contractSigning", null)("rate");
    expect(gone).toMatchObject({ value: null, state: "missing", problem: null, source: null });
    const kept = gather(paperOf([rateLine(0.95, "已确认")], remembered), "contractSigning", null)("rate");
    expect(kept).toMatchObject({ value: 0.95, state: "confirmed" });
  });

  it("摘取的数被人清空：不再自动填回；文字改了才再取", () => {
    const cleared = paperOf([rateLine(null)], { "contractSigning.rate": 0.95 });
    expect(gather(cleared, "contractSigning", words)("rate").state).toBe("missing");
    expect(gather(cleared, "contractSigning", "及时率为88%")("rate").value).toBe(0.88);
  });

  it("只可询问、不可采用的话：待补充，带问题和出处", () => {
    const fact = gather(workbookOf([]), "contractFiling", "经查系统，此项得0分（满分1分）。")("inTime");
    expect(fact).toMatchObject({
      value: null,
      state: "missing",
      source: { quote: "经查系统，此项得0分（满分1分）" },
    });
    expect(fact.problem).toContain("请填“否”");
  });

  it("事实文件胜过底稿", () => {
    const given: GivenFacts = new Map([
      ["contractSigning.rate", { value: "90%" }],
      ["contractSigning.contracts", { value: "不涉及", reason: "当年没有采购" }],
      ["contractSigning.inTime", { value: 2.5 }],
    ]);
    const fact = gather(paperOf([rateLine("92%", "已确认")]), "contractSigning", words, given);
    expect(fact("rate")).toMatchObject({ value: 0.9, state: "typed" });
    expect(fact("contracts")).toMatchObject({
      value: "不涉及",
      state: "notApplicable",
      reason: "当年没有采购",
    });
    expect(fact("inTime")).toMatchObject({ value: null, state: "missing" });
    expect(fact("inTime").problem).toContain("整数");
  });

  it("不涉及：理由取口径说明；摘自文字的以原话为理由，待确认", () => {
    const typed = paperOf([{ item: "合同总数", value: "不涉及", reason: "当年没有采购" }]);
    expect(gather(typed, "contractSigning", null)("contracts")).toMatchObject({
      value: "不涉及",
      state: "notApplicable",
      reason: "当年没有采购",
    });
    const said = gather(workbookOf([]), "contractSigning", "本年度没有政府采购项目。")("contracts");
    expect(said).toMatchObject({ value: "不涉及", state: "extracted", reason: "本年度没有政府采购项目" });
  });

  it.each<readonly [CellValue, string]>([
    [99.83, "99.83%"],
    ["九成多", "百分数"],
    ["#N/A", "#N/A"],
    ["不涉及", "不能填"],
  ])("单元格里是 %s：不采用，说明怎样改", (value, said) => {
    const fact = gather(paperOf([rateLine(value)]), "contractSigning", words)("rate");
    expect(fact).toMatchObject({ value: null, state: "missing" });
    expect(fact.problem).toContain(said);
  });

  it.each<readonly [string, CellValue, string, string, string]>([
    ["合同总数", "18个", "contractSigning", "contracts", "请只填数字"],
    ["合同总数", "不适用", "contractSigning", "contracts", "请填写为“不涉及”"],
    ["合同签订及时率（财政部门提供）", "约95%", "contractSigning", "rate", "请只填数字"],
    ["是否每年进行资产盘点", "有", "assetInventory", "done", "请填写为“是”"],
  ])("%s填“%s”：公式读不了，也不采用，说明怎样改", (item, value, id, key, said) => {
    const spec = editionRow(id).asks.find((one) => one.key === key);
    const title = id === "assetInventory" ? "资产盘点情况" : "18 采购合同签订时效性";
    const paper = paperOf([{ item: spec?.label ?? item, value, indicator: title }]);
    const wishes = [{ ...wish(id, null), title }];
    const fact = gatherFacts(paper, wishes).get(`${id}.${key}`);
    expect(fact).toMatchObject({ value: null, state: "missing" });
    expect(fact?.problem).toContain(said);
    // What the functions read as it stands is taken: "92%", "≤10%".
    expect(gather(paperOf([rateLine("92%")]), "contractSigning", null)("rate").value).toBe(0.92);
    expect(gather(paperOf([rateLine("≥90%")]), "contractSigning", null)("rate").value).toBe("≥90%");
  });

  it("同一数据项两行不同：请保留一行", () => {
    const fact = gather(paperOf([rateLine("95%"), rateLine("90%")]), "contractSigning", null)("rate");
    expect(fact.problem).toContain("两行");
  });

  it("坏的记录、怪的给定值都不出错", () => {
    for (const json of ["{", "[]", "null", '{"contractSigning.rate":{}}']) {
      const snapshot = workbookOf(paperOf([rateLine(0.95)]).sheets, new Map([["extracted", json]]));
      expect(gather(snapshot, "contractSigning", words)("rate").state).toBe("typed");
    }
    const odd: GivenFacts = new Map([
      ["budgetExecution.rates", { value: [99.83] }],
      ["budgetExecution.firstMonth", { value: [1] }],
    ]);
    const fact = gather(workbookOf([]), "budgetExecution", null, odd);
    expect(fact("rates").problem).toContain("99.83%");
    expect(fact("firstMonth").problem).toContain("一个值");
  });
});

describe("评分底稿的位置", () => {
  const [spec] = editionRow("budgetExecution").asks.filter((one) => one.kind === "months");
  if (spec === undefined) throw new Error("no months");
  const monthLines = (months: readonly number[]): readonly PaperLine[] =>
    months.map((month) => ({
      item: monthLabel(spec, month),
      value: month / 12,
      indicator: "18 采购合同签订时效性",
    }));

  it("各月一行，按名称找，行序打乱也一样", () => {
    const months = [12, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    const fact = gather(paperOf(monthLines(months)), "budgetExecution", null)("rates");
    expect(fact.value).toEqual(
      Array.from({ length: 12 }, (_, index) => (index < 2 ? null : (index + 1) / 12)),
    );
    expect(monthLabel(spec, 3)).toBe("3月一般公共预算支出执行率（相对序时进度）");
  });

  it("列换了次序、表改了名、指标合并或空着，仍找得到", () => {
    const sheet = gridSheet(
      [
        ["内部使用，不随表报送"],
        ["备注", "状态", "数值", "数据项", "口径说明", "指标"],
        [null, null, 40, "合同总数", null, "18  采购合同签订时效性"],
        [null, "已确认", 0.95, rateLabel, null, null],
      ],
      { name: "内部计算", top: 5, left: 3 },
    );
    const snapshot = workbookOf([sheet]);
    const fact = gather(snapshot, "contractSigning", null);
    expect(fact("contracts")).toMatchObject({ value: 40, at: { sheet: "内部计算", row: 7, column: 5 } });
    expect(fact("rate")).toMatchObject({ value: 0.95, state: "confirmed" });
    const paper = paperOfForm(snapshot, null);
    expect(paper === null ? null : locateFactCells(paper, [wish("contractSigning", null)]).size).toBe(2);
  });

  it("指标去了序号也认得，别的指标下同名数据项不会错认", () => {
    const lines = [
      { ...rateLine("90%"), indicator: "19 合同备案时效性" },
      { ...rateLine("92%"), indicator: "采购合同签订时效性" },
    ];
    expect(gather(paperOf(lines), "contractSigning", null)("rate").value).toBe(0.92);
  });

  it("只有个别相同标题的表不是底稿", () => {
    expect(paperOfForm(workbookOf([gridSheet([["指标", "数据项", "数值"]])]), null)).toBeNull();
    expect(paperOfForm(workbookOf([]), null)).toBeNull();
  });
});
