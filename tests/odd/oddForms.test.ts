import { describe, expect, it } from "vitest";
import { isErrorValue, type CellValue, type Snapshot } from "../../src/workbook/snapshot";
import { columnNumber } from "../../src/workbook/cell";
import { shippedFacts } from "../support/factsFile";
import { setCell } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { scored } from "../support/scored";

const sheet = "部门整体支出绩效自评表";
const facts = shippedFacts("samples/nansha-2023.facts.json");

async function formWith(
  cells: Readonly<Record<string, CellValue>>,
  file = "nansha-2023-blank",
): Promise<Snapshot> {
  const start = await sampleSnapshot(`samples/${file}.xlsx`);
  return Object.entries(cells).reduce(
    (snapshot, [at, value]) =>
      setCell(snapshot, { sheet, row: Number(at.slice(1)), column: columnNumber(at.slice(0, 1)) }, { value }),
    start,
  );
}

describe("没有见过的表", () => {
  it("分档有空当、算得的比率落在空当里：要求核对，不用文字里的“≤10%”顶替成满分", async () => {
    const form = await formWith({ H20: "结转结余率≤10%，得2分；20%＜结转结余率≤30%，得1分；＞30%不得分" });
    // Other bands than the edition's: the sheet asks for the rate by its own name.
    const unanswered = scored(form, { given: facts }).result.scorecard.rows.find((one) => one.row === 20);
    expect(unanswered).toMatchObject({ outcome: "missing", points: null });
    const given = new Map(facts).set("own:carryover.结转结余率", { value: 0.15 });
    const { result, after } = scored(form, { given });
    const row = result.scorecard.rows.find((one) => one.row === 20);
    expect(row).toMatchObject({ outcome: "missing", points: null });
    expect(row?.reason).toContain("不落在任何一档里");
    expect(result.scorecard.total).toBe(null);
    // The score shows #N/A with a message; the words beside it stay readable.
    expect(String(after.sheets[0]?.rows.get(20)?.get(12)?.value)).toContain("不落在任何一档里");
  });

  it("底稿里填了读不出的数：要求改正，不用文字里的比率顶替", async () => {
    const given = new Map(facts).set("carryover.closing", { value: "一千多万" });
    const row = scored(await formWith({}), { given }).result.scorecard.rows.find((one) => one.row === 20);
    expect(row).toMatchObject({ outcome: "missing", points: null });
  });

  it("金额大得不可能（1e308）：要求核实，不当作比率0得满分", async () => {
    const given = new Map(facts);
    for (const key of ["closing", "opening", "general", "fund"])
      given.set(`carryover.${key}`, { value: 1e308 });
    const row = scored(await formWith({}), { given }).result.scorecard.rows.find((one) => one.row === 20);
    expect(row).toMatchObject({ outcome: "missing", points: null });
  });

  it("没有专项资金、分值印0分：那几行不计分也不问，总分照算", async () => {
    const form = await formWith({ F14: 20, F15: 20, F16: 10, F17: 0, F18: "0分" });
    const given = new Map([...facts].filter(([id]) => !id.startsWith("special")));
    const { result, after } = scored(form, { given });
    const { total, rows } = result.scorecard;
    expect(total).toBeCloseTo(99.314, 9);
    expect(rows.filter(({ weight }) => weight === 0)).toMatchObject([
      { outcome: "notApplicable", points: 0, questions: [], reason: "" },
      { outcome: "notApplicable", points: 0, questions: [], reason: "" },
    ]);
    expect(after.sheets[0]?.rows.get(42)?.get(9)?.value).toBeCloseTo(99.314, 9);
  });

  it("分值是1e308：读作写错了，不算出无穷大", async () => {
    const { scorecard } = scored(await formWith({ F25: 1e308 }), { given: facts }).result;
    expect(scorecard.weight).toBe(97);
    expect(scorecard.rows.find(({ row }) => row === 25)?.outcome).toBe("missing");
  });

  it("得分格里是#N/A、满分、“/”、很长的数：扣分说明里没有错误值，填的都不改", async () => {
    const typed = { I15: "满分", I16: "/", I25: "#N/A", I33: "1".repeat(40), I20: "😀" };
    const form = await formWith(typed, "nansha-2023");
    const { after } = scored(form, { given: facts });
    for (const [row, cells] of after.sheets[0]?.rows ?? []) {
      expect(isErrorValue(cells.get(12)?.value ?? null), `L${row}`).toBe(false);
    }
    expect(after.sheets[0]?.rows.get(25)?.get(12)?.value).toContain("与填报得分不一致：计算得分3分");
    for (const [at, value] of Object.entries(typed)) {
      expect(after.sheets[0]?.rows.get(Number(at.slice(1)))?.get(9)?.value).toBe(value);
    }
  });
});
