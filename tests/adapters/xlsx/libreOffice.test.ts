import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type { Edit } from "../../../src/workbook/edit";
import type { FunctionTable } from "../../../src/workbook/port";
import { libreOfficeCsv, libreOfficeXlsx } from "../../support/libreOffice";
import { applied, cellEdit, opened } from "./openParts";
import { richWorkbook } from "./richWorkbook";

const functions: FunctionTable = {
  RATESCORE: ([rate, weight]) =>
    typeof rate === "number" && typeof weight === "number"
      ? rate * weight
      : { error: "#VALUE!", message: "须为数字" },
};

it("写过的样表在 LibreOffice 里打开，数值相同", async () => {
  const workbook = opened(new Uint8Array(await readFile("samples/nansha-2023.xlsx")), { functions });
  const name = workbook.snapshot().sheets[0]?.name ?? "";
  await applied(workbook, [
    { kind: "addSheet", sheet: "评分底稿" },
    { ...cellEdit("评分底稿", "A1", { value: "评分底稿" }), look: { role: "title" } } as Edit,
    { ...cellEdit("评分底稿", "D8", { value: 0.9983 }), look: { role: "input", format: "0.00%" } } as Edit,
    {
      kind: "choices",
      sheet: "评分底稿",
      area: { top: 9, left: 4, bottom: 9, right: 4 },
      items: ["是", "否"],
    },
    { kind: "mergeCells", sheet: "评分底稿", area: { top: 1, left: 1, bottom: 1, right: 4 } },
    {
      ...cellEdit(name, "I16", { formula: "=JX.RATESCORE('评分底稿'!$D$8,F16)" }),
      look: { format: "0.0000" },
    } as Edit,
    cellEdit(name, "I42", { formula: "=SUM(I14:I41)" }),
    {
      ...cellEdit(name, "L16", { formula: '=IF(ROUND(I16-5,9)<0,"扣分：支出率不足","")' }),
      look: { role: "reason" },
    } as Edit,
    { kind: "columnWidth", sheet: name, column: 12, width: 40 },
    {
      kind: "highlight",
      sheet: name,
      area: { top: 16, left: 9, bottom: 16, right: 9 },
      formula: "AND(ISNUMBER(I16),ROUND(I16-5,9)<0)",
      role: "deduction",
    },
    { kind: "record", key: "settings", json: "{}" },
  ]);
  const expected = workbook.snapshot();
  const again = opened(await libreOfficeXlsx(workbook.save()));
  const shown = again.snapshot();
  expect(shown.sheets.map((sheet) => sheet.name)).toEqual(expected.sheets.map((sheet) => sheet.name));
  for (const [index, sheet] of expected.sheets.entries()) {
    const other = shown.sheets[index];
    for (const [row, cells] of sheet.rows) {
      for (const [column, { value }] of cells) {
        const found = other?.rows.get(row)?.get(column)?.value;
        if (typeof value === "number") expect(found).toBeCloseTo(value, 10);
        else expect(found ?? null).toBe(value);
      }
    }
    expect(other?.merges).toHaveLength(sheet.merges.length);
    expect(other?.printArea).toEqual(sheet.printArea);
  }
  expect(shown.sheets[0]?.rows.get(16)?.get(9)).toMatchObject({
    formula: "=JX.RATESCORE('评分底稿'!$D$8,F16)",
    format: "0.0000",
  });
  expect(shown.sheets[0]?.conditionalFormats).toEqual(expected.sheets[0]?.conditionalFormats);
});

it("带前缀、共享公式、受保护的表写过后 LibreOffice 照样读出结果", async () => {
  const workbook = opened(richWorkbook({ prefix: "x:", protection: 'sheet="1"' }), { functions });
  await applied(workbook, [cellEdit("自评表 1", "D4", { value: 5 })]);
  const sheets = await libreOfficeCsv(workbook.save());
  const lines = (sheets.get("自评表 1") ?? "").split("\n");
  expect(lines.find((line) => line.startsWith(",,,5,"))).toBe(",,,5,45,,,");
  expect(lines.find((line) => line.startsWith(",,,3,"))).toBe(",,,3,27,144,1.44,6");
});
