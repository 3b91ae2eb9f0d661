import { describe, expect, it } from "vitest";
import { gatherFacts } from "../../src/facts/gatherFacts";
import type { FactWish } from "../../src/facts/gatheredFact";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { valueAt, type Snapshot } from "../../src/workbook/snapshot";
import { sampleSnapshot } from "../support/sampleSnapshot";

/** Both samples have their 28 rows from row 14, 评分依据 in column 10. */
function wishesOf(snapshot: Snapshot): readonly FactWish[] {
  const [sheet] = snapshot.sheets;
  if (sheet === undefined) throw new Error("sample without a sheet");
  return guangzhou2023.rows.map(({ id, asks, ...row }, index) => {
    const words = valueAt(sheet, 14 + index, 10);
    const at = { sheet: sheet.name, row: 14 + index, column: 10 };
    const basis = typeof words === "string" ? { value: words, at } : null;
    const title = `${index + 1} ${String(valueAt(sheet, 14 + index, 5))}`;
    return { ...row, id, title, specs: asks, basis };
  });
}

async function extractedFrom(file: string): Promise<Readonly<Record<string, unknown>>> {
  const snapshot = await sampleSnapshot(file);
  const facts = gatherFacts(snapshot, wishesOf(snapshot));
  expect(facts.size).toBe(guangzhou2023.rows.flatMap(({ asks }) => asks).length);
  for (const fact of facts.values()) expect(["missing", "extracted"]).toContain(fact.state);
  return Object.fromEntries(
    [...facts.values()].filter((fact) => fact.value !== null).map((fact) => [fact.id, fact.value]),
  );
}

describe("两张样表各能从文字里摘出什么", () => {
  it("南沙区：只有点名的数和条件", async () => {
    const expected = {
      // Figures with their own measure named.
      "output.summaryRate": 1,
      "benefit.summaryRate": 0.9657,
      "intentionComplete.rate": 1,
      "procurementPolicy.actual": 1177.22,
      "procurementPolicy.reserved": 1045.73,
      // Both kinds of project are named as absent.
      "preEvaluation.recurrent": "不涉及",
      "preEvaluation.oneOff": "不涉及",
      // Bands merely repeated, for lack of a figure.
      "carryover.rate": "≤10%",
      "assetUse.rate": "≥90%",
      "overhead.rate": "≤0",
      "threePublic.within": "是",
      // 未发现有关问题
      "financialCompliance.rectify": 0,
      "financialCompliance.misuse": 0,
      "financialCompliance.repeated": 0,
      "procurementControls.exists": "是",
      "procurementCompliance.complaints": 0,
      "assetAllocation.over": 0,
      // Disposal only: nothing is said of rent.
      "assetIncome.lateDisposal": "不涉及",
      // Stock-taking only: nothing is said of 结果处理.
      "assetInventory.done": "是",
      "assetCompliance.rules": "是",
      "assetCompliance.findings": 0,
    };
    expect(await extractedFrom("samples/nansha-2023-blank.xlsx")).toEqual(expected);
    expect(await extractedFrom("samples/nansha-2023.xlsx")).toEqual(expected);
  });

  it("市级表：通报表、数和逐条写明的条件", async () => {
    expect(await extractedFrom("samples/city-2023-blank.xlsx")).toEqual({
      // The sheet 预算执行通报, and the mean that the words give.
      "budgetExecution.firstMonth": 3,
      "budgetExecution.monthCount": 10,
      "budgetExecution.rates": [null, null, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.9983],
      "budgetExecution.meanRate": 0.99983,
      "specialExecution.progress": 0.9998,
      // 均已开展: none without evaluation; how many there were stays open.
      "preEvaluation.unassessed": 0,
      // The figure; the band repeated beside it says nothing more.
      "carryover.closing": 0,
      "financialCompliance.rectify": 0,
      "financialCompliance.misuse": 0,
      "financialCompliance.repeated": 0,
      "performanceDisclosure.goals": "是",
      "performanceDisclosure.selfEvaluation": "是",
      "systemBuilding.ownFunds": "是",
      "systemBuilding.specialFunds": "是",
      "systemBuilding.duties": "是",
      "resultUse.lateWarnings": 0,
      "resultUse.lateFeedback": "不涉及",
      "resultUse.linked": "是",
      "systemExecution.returned": 0,
      "systemExecution.monitored": "是",
      "systemExecution.monitoringOnTime": "是",
      "systemExecution.evaluated": "是",
      "systemExecution.subordinates": "是",
      "systemExecution.evaluationOnTime": "是",
      "procurementCompliance.complaints": 0,
      "contractSigning.rate": 0.95,
      "procurementPolicy.actual": 66820.9,
      "procurementPolicy.reserved": 59599.53,
      "assetAllocation.over": 0,
      "assetInventory.done": "是",
      "dataQuality.complete": "是",
      "dataQuality.explained": "是",
      "dataQuality.ledgers": "是",
      "dataQuality.physical": "是",
      "assetCompliance.rules": "是",
      "assetCompliance.findings": 0,
      "assetUse.rate": 0.97,
      "overhead.actual": 42458.37,
      "overhead.budget": 51356.63,
      "threePublic.actual": 330.98,
      "threePublic.budget": 383.32,
    });
  });
});
