import { beforeAll, describe, expect, it } from "vitest";
import { makeChange } from "../../src/app/makeChange";
import { planFact } from "../../src/edits/planFact";
import { planRestore } from "../../src/edits/planRestore";
import { planSettings } from "../../src/edits/planKept";
import { keptValue } from "../../src/workbook/records";
import type { Snapshot } from "../../src/workbook/snapshot";
import { applyPlan, memoryWorkbook } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";
import { planConfirm } from "../support/confirmFacts";

const form = "部门整体支出绩效自评表";
let city: Snapshot;

beforeAll(async () => {
  city = await sampleSnapshot("samples/city-2023-blank.xlsx");
});

const factOf = (snapshot: Snapshot, id: string) => evaluated(snapshot).facts.get(id);
const rowOf = (snapshot: Snapshot, row: number) =>
  evaluated(snapshot).scorecard.rows.find((one) => one.row === row);

describe("回答一个问题", () => {
  it("写进底稿，状态已填，得分随之出来", () => {
    const after = applyPlan(
      city,
      planFact(evaluated(city), [{ factId: "contractFiling.inTime", value: "否" }]),
    );
    expect(factOf(after, "contractFiling.inTime")).toMatchObject({ value: "否", state: "typed" });
    expect(rowOf(after, 32)).toMatchObject({ points: 0 });
  });

  it("表已经写过的，公式跟着变", () => {
    const start = scored(city).after;
    const after = recalculated(
      applyPlan(start, planFact(evaluated(start), [{ factId: "contractFiling.inTime", value: "是" }])),
    );
    expect(after.sheets[0]?.rows.get(32)?.get(9)?.value).toBe(1);
  });

  it("长过一格的理由写进能写的那么多", () => {
    const reason = "没有出租。".repeat(10_000);
    const answer = { factId: "assetIncome.lateRent", value: "不涉及", reason };
    const after = applyPlan(city, planFact(evaluated(city), [answer]));
    expect(factOf(after, "assetIncome.lateRent")).toMatchObject({ reason: reason.slice(0, 32_767) });
  });

  it("不涉及连同理由一起写，再改也行", () => {
    const first = applyPlan(
      city,
      planFact(evaluated(city), [{ factId: "assetIncome.lateRent", value: "不涉及", reason: "没有出租" }]),
    );
    expect(factOf(first, "assetIncome.lateRent")).toMatchObject({
      state: "notApplicable",
      reason: "没有出租",
    });
    const second = applyPlan(
      first,
      planFact(evaluated(first), [
        { factId: "assetIncome.lateRent", value: "不涉及", reason: "无可出租资产" },
      ]),
    );
    expect(factOf(second, "assetIncome.lateRent")?.reason).toBe("无可出租资产");
  });

  it("与摘自评分依据的相同，人填过就不再是待确认", () => {
    const after = applyPlan(
      city,
      planFact(evaluated(city), [{ factId: "contractSigning.rate", value: 0.95 }]),
    );
    expect(factOf(after, "contractSigning.rate")).toMatchObject({ value: 0.95, state: "typed" });
  });

  it("因此新建的底稿，恢复时也会问", () => {
    const after = applyPlan(
      city,
      planFact(evaluated(city), [{ factId: "contractFiling.inTime", value: "否" }]),
    );
    const { asks, plan } = planRestore(evaluated(after), { also: new Set(["sheet"]) });
    expect(asks).toEqual([]);
    expect(applyPlan(after, plan).sheets.map(({ name }) => name)).toEqual(
      city.sheets.map(({ name }) => name),
    );
  });

  it("没有自评表的工作簿，什么也不写", async () => {
    const book = memoryWorkbook({ ...city, sheets: city.sheets.slice(1) });
    const before = book.snapshot();
    const answers = [{ factId: "contractFiling.inTime", value: "否" }];
    const made = await makeChange({ ...book, amend: null, repair: null }, { kind: "answer", answers });
    expect(made).toMatchObject({ kind: "failed", problem: { code: "noForm" } });
    expect(book.snapshot()).toBe(before);
  });
});

describe("确认摘自评分依据的数", () => {
  it("状态变为已确认，出处仍在，待确认的少一个", () => {
    const before = evaluated(city).scorecard.unconfirmed;
    const after = applyPlan(city, planConfirm(evaluated(city), ["contractSigning.rate"]));
    expect(factOf(after, "contractSigning.rate")).toMatchObject({ value: 0.95, state: "confirmed" });
    expect(evaluated(after).scorecard.unconfirmed).toBe(before - 1);
    const quoted = Array.from(after.sheets.at(-1)?.rows.values() ?? []).some(
      (cells) => cells.get(9)?.value === "已确认" && String(cells.get(5)?.value).startsWith("摘自"),
    );
    expect(quoted).toBe(true);
  });

  it("已经写过底稿的也能确认，再算一次不变回去", () => {
    const start = scored(city).after;
    const confirmed = applyPlan(start, planConfirm(evaluated(start), ["contractSigning.rate"]));
    const again = scored(confirmed).after;
    expect(factOf(again, "contractSigning.rate")?.state).toBe("confirmed");
    expect(scored(again).plan.edits).toEqual([]);
  });
});

describe("设置记在工作簿里", () => {
  it("只记与默认不同的；改回默认就不留痕迹", () => {
    const chosen = applyPlan(city, planSettings(evaluated(city), { decimals: "two" }));
    expect(keptValue(chosen, "settings", form)).toEqual({ decimals: "two" });
    expect(evaluated(chosen).scorecard.decimals).toBe(2);
    const back = applyPlan(chosen, planSettings(evaluated(chosen), { decimals: "auto" }));
    expect(back.records.size).toBe(0);
    expect(planSettings(evaluated(back), { decimals: "auto" }).edits).toEqual([]);
  });
});
