import { describe, expect, it } from "vitest";
import { planRestoring } from "../../src/app/planRestoring";
import { planBuiltIn, planValues } from "../../src/edits/planConvert";
import { planRestore } from "../../src/edits/planRestore";
import type { Snapshot } from "../../src/workbook/snapshot";
import { shippedFacts } from "../support/factsFile";
import { applyPlan } from "../support/memoryWorkbook";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, recalculated, scored } from "../support/scored";

/** What LibreOffice keeps of our file: everything but the custom XML parts. */
function withoutRecords(snapshot: Snapshot): Snapshot {
  return { ...snapshot, records: new Map() };
}

function restored(snapshot: Snapshot): Snapshot {
  const { plan, asks } = planRestore(evaluated(snapshot), { also: new Set(["sheet", "unknown"]) });
  expect(asks).toEqual([]);
  return recalculated(applyPlan(snapshot, plan));
}

describe("别的软件保存时丢了本工具的记录", () => {
  it.each([
    ["nansha-2023-blank", "nansha-2023"],
    ["city-2023-blank", "city-2023"],
  ])("%s：再计算不把自己的公式当作原内容；恢复原表回到评分以前", async (file, facts) => {
    const start = await sampleSnapshot(`samples/${file}.xlsx`);
    const given = shippedFacts(`samples/${facts}.facts.json`);
    const first = scored(start, { given });
    const kept = withoutRecords(first.after);
    const again = scored(kept);
    expect(again.result.scorecard.total).toBe(first.result.scorecard.total);
    for (const after of [kept, again.after]) {
      const back = restored(after);
      expect(back.sheets.map(({ name }) => name)).toEqual(start.sheets.map(({ name }) => name));
      for (const [index, sheet] of start.sheets.entries()) {
        const now = back.sheets[index];
        expect(now?.rows).toEqual(sheet.rows);
        expect(now?.columnWidths).toEqual(sheet.columnWidths);
        expect(now?.conditionalFormats).toEqual(sheet.conditionalFormats);
      }
    }
  });

  const press = (snapshot: Snapshot, overwrite: readonly string[] | null) => {
    const planned = planRestoring({ kind: "restore", overwrite }, evaluated(snapshot));
    if ("questions" in planned) return { questions: planned.questions, said: "", after: snapshot };
    return { questions: [], said: planned.done ?? "", after: applyPlan(snapshot, planned.plan) };
  };
  const overwritten = async (name = "nansha-2023") =>
    scored(await sampleSnapshot(`samples/${name}.xlsx`), {
      overwrite: "all",
      given: shippedFacts(`samples/${name.replace("-blank", "")}.facts.json`),
    }).after;
  const convertedTo = (snapshot: Snapshot, to: "builtIn" | "values"): Snapshot => {
    const builtIn = recalculated(applyPlan(snapshot, planBuiltIn(evaluated(snapshot))));
    return to === "builtIn" ? builtIn : applyPlan(builtIn, planValues(evaluated(builtIn)));
  };
  const formulas = (snapshot: Snapshot): number =>
    snapshot.sheets.flatMap(({ rows }) =>
      Array.from(rows.values()).flatMap((line) =>
        Array.from(line.values()).filter(({ formula }) => formula !== undefined),
      ),
    ).length;

  it.each([
    ["我们的函数", "nansha-2023", (one: Snapshot) => one],
    ["普通公式", "nansha-2023", (one: Snapshot) => convertedTo(one, "builtIn")],
    ["再计算过", "nansha-2023", (one: Snapshot) => scored(withoutRecords(one)).after],
    [
      "普通公式再计算过",
      "nansha-2023",
      (one: Snapshot) => scored(withoutRecords(convertedTo(one, "builtIn"))).after,
    ],
  ])("原来的得分不知道（%s）：先问一句；清空了多少说清楚，不说恢复了", async (title, name, change) => {
    const made = change(await overwritten(name));
    const lost = title.includes("再计算过") ? made : withoutRecords(made);
    const { questions } = press(lost, null);
    expect(questions.map(({ id }) => id)).toEqual(["unknown", "sheet"]);
    const cells = /共(\d+)处/u.exec(questions[0]?.text ?? "")?.[1] ?? "";
    expect(Number(cells)).toBeGreaterThanOrEqual(29);
    expect(questions[0]?.text).toMatch(/^记录已丢失：.*原来的得分不知道，恢复会清空/u);
    const { said, after } = press(lost, ["unknown", "sheet"]);
    expect(said).toMatch(/^已恢复原表，下列各处除外/u);
    expect(said).toContain(`原来的内容不知道：${cells}个得分、总分和完成率单元格已清空`);
    expect(formulas(after)).toBe(0);
    // Not confirmed: nothing is emptied, nothing is claimed, and the next time the same is asked.
    const left = press(lost, ["sheet"]);
    expect(left.said).toMatch(/原来的内容不知道：\d+处得分、总分、完成率和等级未恢复/u);
    expect(press(left.after, null).questions.map(({ id }) => id)).toContain("unknown");
    expect(formulas(press(left.after, ["unknown", "sheet"]).after)).toBe(0);
  });

  it("附表的普通公式认不出是谁的：说明保留了多少处", async () => {
    const lost = withoutRecords(convertedTo(await overwritten("city-2023-blank"), "builtIn"));
    const { said, after } = press(lost, ["unknown", "sheet"]);
    // Each has its 完成率 beside it.
    const left = /共(\d+)处，连同附表的完成率，分不清是转换时写入的还是手工填写的，原样保留/u.exec(said)?.[1];
    expect(Number(left)).toBe(formulas(after) / 2);
  });

  it("转为数值之后丢了记录：得分分不清是谁的，说明保留了多少处，再计算之后也一样", async () => {
    const lost = withoutRecords(convertedTo(await overwritten(), "values"));
    for (const one of [lost, scored(lost).after]) {
      const { said, after } = press(one, ["sheet"]);
      expect(said).toMatch(
        /^已恢复原表，下列各处除外.*共30处，连同附表的完成率，分不清是转换时写入的还是手工填写的/u,
      );
      expect(press(after, []).said).not.toContain("没有在这个工作簿中写入得分");
    }
  });

  it("摘自评分依据的数据仍是待确认，不变成已填", async () => {
    const first = scored(await sampleSnapshot("samples/nansha-2023.xlsx"));
    expect(first.result.scorecard.unconfirmed).toBeGreaterThan(0);
    const again = evaluated(withoutRecords(first.after));
    expect(again.scorecard.unconfirmed).toBe(first.result.scorecard.unconfirmed);
  });
});
