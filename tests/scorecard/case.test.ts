import { beforeAll, describe, expect, it } from "vitest";
import { planBuiltIn } from "../../src/edits/planConvert";
import { planFact } from "../../src/edits/planFact";
import { planScoring } from "../../src/edits/planScoring";
import { planEdition, planSettings } from "../../src/edits/planKept";
import { findFindings } from "../../src/findings/findFindings";
import { guangzhou2023 } from "../../src/editions/guangzhou2023/edition";
import { readCases, withGiven } from "../../src/scorecard/case";
import type { Snapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "../support/grid";
import { applyPlan } from "../support/memoryWorkbook";
import { otherEdition, otherForm } from "../support/otherPlace";
import { sampleSnapshot } from "../support/sampleSnapshot";
import { evaluated, scored } from "../support/scored";
import { planConfirm } from "../support/confirmFacts";

const editions = [guangzhou2023, otherEdition];
const other = workbookOf([otherForm()]);
let city: Snapshot;

beforeAll(async () => {
  city = await sampleSnapshot("samples/city-2023-blank.xlsx");
});

describe("一个工作簿里的几张自评表", () => {
  it("每张都读出，按工作表的顺序；默认的一张和只有它时读法一样", () => {
    const both = {
      ...city,
      sheets: [otherForm({ name: "草稿" }), ...city.sheets, otherForm({ name: "附后" })],
    };
    const { cases, main } = readCases(both, { editions });
    expect(cases.map(({ sheet }) => sheet)).toEqual(["草稿", "部门整体支出绩效自评表", "附后"]);
    expect(main?.sheet).toBe("部门整体支出绩效自评表");
    expect(cases).toContain(main);
    expect(main?.scorecard.rows).toEqual(evaluated(city).scorecard.rows);
    expect(cases.map(({ edition }) => edition?.id)).toEqual([
      otherEdition.id,
      "guangzhou-2023",
      otherEdition.id,
    ]);
  });

  it("一张也没有：说明原因，各工作表都有理由", () => {
    const none = readCases(
      workbookOf([gridSheet([["姓名"]], { name: "甲" }), gridSheet([], { name: "乙" })]),
    );
    expect(none).toMatchObject({ cases: [], main: null });
    expect(none.noForm?.sheets.map(({ sheet, reason }) => `${sheet}${reason}`)).toEqual([
      "甲缺少“三级指标”“分值”“评分标准”“得分/自评分”。",
      "乙是空表。",
    ]);
  });

  it("两张表先后计算得分，写法与分别指定工作表时相同", () => {
    const both = workbookOf([otherForm({ name: "甲" }), otherForm({ name: "乙" })]);
    const [first, second] = readCases(both, { editions }).cases;
    if (first === undefined || second === undefined) throw new Error("two forms");
    const after = applyPlan(both, planScoring(first));
    const again = readCases(after, { editions }).cases[1];
    expect(again?.sheet).toBe("乙");
    if (again === undefined) return;
    expect(planScoring(again)).toEqual(planScoring(evaluated(after, { editions, sheet: "乙" })));
    expect(second.scorecard.rows.map(({ at }) => at.sheet)).toEqual(["乙", "乙", "乙", "乙"]);
  });
});

describe("评分标准的版本", () => {
  it("由表格自己选定：哪个版本的行和评分标准对得上", () => {
    expect(evaluated(other, { editions })).toMatchObject({
      edition: { id: otherEdition.id },
      chosenBy: "form",
      scorecard: { edition: otherEdition.title, weight: 50 },
      doubts: [],
    });
    expect(evaluated(city, { editions }).edition?.id).toBe("guangzhou-2023");
    expect(evaluated(city, { editions: [otherEdition, guangzhou2023] }).scorecard).toEqual(
      evaluated(city).scorecard,
    );
  });

  it("行名相同的两个版本，按印的评分标准分；什么都一样的照实说", () => {
    const clause = (text: string) => `${text}（每少一项扣0.5分）`;
    const later = {
      ...otherEdition,
      id: "other-2025",
      title: "某市2025",
      rows: otherEdition.rows.map((row) => ({ ...row, clause: clause(row.clause) })),
    };
    const printed = workbookOf([otherForm({ clause: (row) => clause(row.clause) })]);
    expect(evaluated(printed, { editions: [otherEdition, later] }).edition?.id).toBe("other-2025");
    expect(evaluated(other, { editions: [later, otherEdition] }).edition?.id).toBe(otherEdition.id);
    const same = evaluated(other, {
      editions: [otherEdition, { ...otherEdition, id: "twin", title: "副本" }],
    });
    expect(same.edition?.id).toBe(otherEdition.id);
    expect(same.scorecard.remarks.join("")).toContain("同样符合本表，现按前者评分");
  });

  it("哪个版本都对不上：各行只按表中文字，读不懂的由人评定，不套用别的版本", () => {
    const { edition, scorecard, rows } = evaluated(other);
    expect(edition).toBeNull();
    expect(scorecard.edition).toBeNull();
    expect(rows.every(({ editionRow }) => editionRow === null)).toBe(true);
    expect(scorecard.rows.map(({ origin }) => origin)).toEqual(otherEdition.rows.map(() => "sheet"));
    expect(scorecard.rows.flatMap(({ facts }) => facts).every(({ id }) => id.startsWith("row:"))).toBe(true);
    expect(scorecard.remarks).toContain(
      "没有与本表相符的评分标准版本：各行只按表中“评分标准”的文字计分，读不懂的由人评定。",
    );
    expect(() => findFindings(evaluated(other))).not.toThrow();
  });

  it("人选定的记在工作簿里，设置改动后仍在；当次指定的优先", () => {
    const chosen = applyPlan(city, planEdition(evaluated(city, { editions }), otherEdition.id));
    expect(evaluated(chosen, { editions })).toMatchObject({
      edition: { id: otherEdition.id },
      chosenBy: "workbook",
    });
    const changed = applyPlan(chosen, planSettings(evaluated(chosen, { editions }), { decimals: "two" }));
    expect(evaluated(changed, { editions })).toMatchObject({
      edition: { id: otherEdition.id },
      settings: { decimals: "two" },
    });
    expect(evaluated(changed, { editions, edition: "guangzhou-2023" })).toMatchObject({
      edition: { id: "guangzhou-2023" },
      chosenBy: "person",
    });
    const formAgain = applyPlan(changed, planEdition(evaluated(changed, { editions }), null));
    const back = applyPlan(formAgain, planSettings(evaluated(formAgain, { editions }), { decimals: "auto" }));
    expect(back.records.size).toBe(0);
    expect(evaluated(back, { editions }).chosenBy).toBe("form");
  });

  it("工作簿里选定的版本本工具没有：按表格选定，并且说明", () => {
    const kept = applyPlan(city, planEdition(evaluated(city), "elsewhere"));
    const { edition, chosenBy, scorecard } = evaluated(kept);
    expect([edition?.id, chosenBy]).toEqual(["guangzhou-2023", "form"]);
    expect(scorecard.remarks.join("")).toContain("选定的评分标准版本“elsewhere”不在本工具里");
    expect(scorecard.rows).toEqual(evaluated(city).scorecard.rows);
  });

  it("指定的版本与表不符：照用，并且说明有几行在其中", () => {
    const { edition, chosenBy, scorecard } = evaluated(city, { editions, edition: otherEdition.id });
    expect([edition?.id, chosenBy]).toEqual([otherEdition.id, "person"]);
    expect(scorecard.remarks.join("")).toMatch(
      new RegExp(`“${otherEdition.title}”与本表不符：${scorecard.rows.length}行指标里只有\\d行在其中`, "u"),
    );
    expect(evaluated(city, { edition: "guangzhou-2023" }).scorecard.remarks.join("")).not.toContain("不符");
  });
});

describe("各步都从同一份出发", () => {
  it("同一份计划两次，结果相同；计划不改动它", () => {
    const formCase = evaluated(city);
    const card = JSON.stringify(formCase.scorecard);
    expect(planScoring(formCase)).toEqual(planScoring(formCase));
    expect(planBuiltIn(formCase)).toEqual(planBuiltIn(formCase));
    expect(JSON.stringify(formCase.scorecard)).toBe(card);
  });

  it("另一版本的表：计算、回答、确认都用同一版本", () => {
    const { after } = scored(other, { editions });
    const formCase = evaluated(after, { editions });
    expect(formCase.edition?.id).toBe(otherEdition.id);
    const answered = applyPlan(after, planFact(formCase, [{ factId: "pace.rate", value: 0.95 }]));
    expect(evaluated(answered, { editions }).facts.get("pace.rate")).toMatchObject({ value: 0.95 });
    expect(planScoring(evaluated(after, { editions })).edits).toEqual([]);
    expect(planConfirm(formCase, ["pace.rate"]).edits).toEqual([]);
  });

  it("补上数据后与带着数据重新读一样", () => {
    const given = new Map([["contractSigning.rate", { value: 0.95 }]]);
    const added = withGiven(evaluated(city), given);
    expect(added.scorecard).toEqual(evaluated(city, { given }).scorecard);
    expect(added.wishes).toEqual(evaluated(city, { given }).wishes);
  });
});
