import { readFileSync } from "node:fs";
import { strFromU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { makeSubmission, type Submission } from "../../src/app/makeSubmission";
import { planScoring } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import { formatPoints } from "../../src/scorecard/formatPoints";
import { snapshotCell } from "../../src/workbook/snapshot";
import { opened, partsOf } from "../adapters/xlsx/openParts";
import { shippedFacts } from "../support/factsFile";
import { libreOfficeCsv } from "../support/libreOffice";
import { csvCells, withoutResults } from "./scratch";
import { converted, evaluated } from "../support/scored";

const template = new Uint8Array(readFileSync("samples/city-2023-blank.xlsx"));
const given = shippedFacts("samples/city-2023.facts.json");
type Made = Extract<Submission, { kind: "made" }>;

async function made(bytes: Uint8Array, freeze: "values" | "builtIn", facts = given): Promise<Made> {
  const outcome = await makeSubmission(bytes, { freeze, given: facts, checked: true });
  if (!outcome.ok || outcome.value.kind !== "made") throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** The city form scored, with everything of ours in it. */
async function scoredBytes(): Promise<Uint8Array> {
  const workbook = opened(template, { functions: functionTable });
  const applied = await workbook.apply(planScoring(evaluated(workbook.snapshot(), { given })));
  expect(applied.ok).toBe(true);
  return workbook.save();
}

let working: Uint8Array;
const copies = {} as Record<"values" | "builtIn", Made>;

beforeAll(async () => {
  working = await scoredBytes();
  copies.values = await made(working, "values", new Map());
  copies.builtIn = await made(working, "builtIn", new Map());
});

/** Words and names that only we write, in any part. */
const traces =
  /JX\.|_xldudf_|jx-self-evaluation|评分底稿|扣分说明|内部使用，不随表报送|得分已变化，请重新计算得分|FFFFF6CC|FF7F4F00|FFEAF4EA/u;

describe("市级表的报送版文件", () => {
  it("评过分的文件里确有这些痕迹，查得出来", () => {
    const found = [...partsOf(working)].filter(([, content]) => traces.test(strFromU8(content)));
    expect(found.map(([name]) => name).length).toBeGreaterThan(3);
  });

  it.each(["values", "builtIn"] as const)("%s：部件与模板一样多，哪个部件里都没有痕迹", (freeze) => {
    const parts = partsOf(copies[freeze].bytes);
    expect([...parts.keys()].sort()).toEqual([...partsOf(template).keys()].sort());
    for (const [name, content] of parts) {
      expect([name, traces.exec(strFromU8(content))?.[0] ?? null]).toEqual([name, null]);
    }
  });

  it("只有写了得分的工作表和样式表与模板不同，其余部件逐字节相同", () => {
    const before = partsOf(template);
    const changed = [...partsOf(copies.values.bytes)]
      .filter(([name, content]) => strFromU8(content) !== strFromU8(before.get(name) ?? new Uint8Array()))
      .map(([name]) => name);
    expect(changed.sort()).toEqual([
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet3.xml",
      "xl/worksheets/sheet4.xml",
    ]);
  });

  it("与直接从空白模板做出来的逐部件相同", async () => {
    for (const freeze of ["values", "builtIn"] as const) {
      const direct = await made(template, freeze);
      expect(new Map(partsOf(direct.bytes))).toEqual(new Map(partsOf(copies[freeze].bytes)));
    }
  });

  it("工作表名称、打印设置、列宽、合并与模板相同", () => {
    const [before, after] = [opened(template).snapshot(), opened(copies.values.bytes).snapshot()];
    const frame = (snapshot: typeof before): unknown =>
      snapshot.sheets.map(({ name, printArea, columnWidths, merges, hiddenColumns, hiddenRows }) => {
        return { name, printArea, columnWidths, merges, hiddenColumns, hiddenRows };
      });
    expect(frame(after)).toEqual(frame(before));
    expect(after.records.size).toBe(0);
    const setup = (bytes: Uint8Array): readonly string[] =>
      ["sheet1", "sheet3"].flatMap((name) => {
        const text = strFromU8(partsOf(bytes).get(`xl/worksheets/${name}.xml`) ?? new Uint8Array());
        return Array.from(
          text.matchAll(/<(?:pageSetup|pageMargins|printOptions|headerFooter)[^>]*>/gu),
          String,
        );
      });
    expect(setup(copies.values.bytes)).toEqual(setup(template));
    expect(setup(template).length).toBeGreaterThan(1);
  });

  it.each(["values", "builtIn"] as const)(
    "%s：在 LibreOffice 里从头重算，没有错误值，得分、总分、等级与评分时相同",
    async (freeze) => {
      const { bytes, formCase } = copies[freeze];
      const { scorecard } = formCase;
      const sheets = await libreOfficeCsv(withoutResults(bytes));
      expect(sheets.size).toBe(partsOf(template).size === 0 ? 0 : opened(template).snapshot().sheets.length);
      for (const [name, text] of sheets) {
        expect([name, /#(?:NAME|VALUE|REF|DIV\/0|N\/A|NUM|NULL)|Err:\d/u.exec(text)?.[0] ?? null]).toEqual([
          name,
          null,
        ]);
      }
      const cells = csvCells(sheets.get(scorecard.sheet) ?? "");
      const at = (row: number, column: number): string => cells[row - 1]?.[column - 1] ?? "";
      for (const row of scorecard.rows) {
        expect(Number(at(row.at.row, row.at.column))).toBeCloseTo(row.points ?? Number.NaN, 9);
      }
      const { form } = evaluated(opened(template).snapshot(), { given });
      const total = form.total?.score.at;
      if (total === undefined) throw new Error("no total");
      expect(formatPoints(Number(at(total.row, total.column)), scorecard.decimals)).toBe(
        formatPoints(scorecard.total ?? 0, scorecard.decimals),
      );
      const grade = form.grade?.at;
      if (grade === undefined) throw new Error("no grade");
      expect(at(grade.row, grade.column)).toMatch(new RegExp(`√\\s*${scorecard.grade ?? ""}`, "u"));
    },
  );

  it("还有待补充、待确认时不做文件，列出清单", async () => {
    const outcome = await makeSubmission(template, { freeze: "values", checked: true });
    expect(outcome.ok && outcome.value.kind).toBe("stopped");
    if (!outcome.ok || outcome.value.kind !== "stopped") return;
    expect(outcome.value.stops.length).toBeGreaterThan(20);
  });

  it("先看报送前自查：没看过就列出来，看过才做", async () => {
    const outcome = await makeSubmission(template, { freeze: "values", given });
    expect(outcome.ok && outcome.value.kind).toBe("findings");
    if (!outcome.ok || outcome.value.kind !== "findings") return;
    expect(outcome.value.findings.length).toBeGreaterThan(0);
    expect(outcome.value.findings.every(({ severity }) => severity !== "提示")).toBe(true);
  });

  it("不是自评表、不是 .xlsx：说明原因，不做文件", async () => {
    const none = await makeSubmission(new TextEncoder().encode("不是工作簿"), { freeze: "values" });
    expect(none.ok).toBe(false);
  });
});

describe("转为普通公式的文件", () => {
  it("LibreOffice 从头重算：每个得分、完成率、总分都与文件里存的相同", async () => {
    const workbook = opened(working, { functions: functionTable });
    expect(await converted(workbook, "builtIn")).toBe(true);
    for (const [name, content] of partsOf(workbook.save())) {
      if (name.startsWith("xl/"))
        expect([name, /JX\.|_xldudf_/u.test(strFromU8(content))]).toEqual([name, false]);
    }
    const sheets = await libreOfficeCsv(withoutResults(workbook.save()));
    const snapshot = workbook.snapshot();
    let compared = 0;
    for (const sheet of snapshot.sheets) {
      const cells = csvCells(sheets.get(sheet.name) ?? "");
      for (const [row, line] of sheet.rows) {
        for (const [column, { formula, value }] of line) {
          if (formula === undefined || typeof value !== "number") continue;
          const text = cells[row - 1]?.[column - 1] ?? "";
          const number = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
          expect([
            `${sheet.name} ${row},${column}`,
            Math.abs(number - value) < (text.endsWith("%") ? 6e-5 : 1e-9) && text !== "",
          ]).toEqual([`${sheet.name} ${row},${column}`, true]);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(60);
  });

  it("转为数值的文件里没有得分公式，数相同", async () => {
    const workbook = opened(working, { functions: functionTable });
    const before = workbook.snapshot();
    const { scorecard } = evaluated(before);
    expect(await converted(workbook, "values")).toBe(true);
    for (const row of scorecard.rows) {
      const cell = snapshotCell(workbook.snapshot(), row.at);
      expect(cell?.formula).toBeUndefined();
      expect(cell?.value).toBeCloseTo(Number(snapshotCell(before, row.at)?.value), 10);
    }
  });
});
