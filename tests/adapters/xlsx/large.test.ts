import { expect, it } from "vitest";
import { openXlsx } from "../../../src/adapters/xlsx/openXlsx";
import { cellEdit, cellOf, opened } from "./openParts";
import { richWorkbook } from "./richWorkbook";

function sheetOf(rows: string, head = ""): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${head}<sheetData>${rows}</sheetData></worksheet>`;
}

function withSheet(xml: string): Uint8Array {
  return richWorkbook({ parts: { "xl/worksheets/sheet3.xml": xml } });
}

it("两万行互相递推的公式：改一个数，其余照常可写", async () => {
  const count = 20_000;
  const rows = Array.from({ length: count }, (_, index) => {
    const row = index + 1;
    const formula = row === count ? "" : `<f>A${row + 1}+1</f>`;
    return `<row r="${row}"><c r="A${row}">${formula}<v>${count - row}</v></c></row>`;
  });
  const workbook = opened(withSheet(sheetOf(rows.join(""))));
  const outcome = await workbook.apply({ edits: [cellEdit("码表", `A${count}`, { value: 1 })], expects: [] });
  const notes = outcome.ok ? outcome.notes : null;
  const first = cellOf(workbook, "码表", "A1")?.value;
  // 要么算出新结果，要么说明须由 Excel 重算；不会悄悄留下旧结果。
  if (notes?.length === 0) expect(first).toBe(count);
  else expect(notes?.join()).toContain("请用 Excel 打开重算");
  expect(cellOf(workbook, "码表", `A${count - 300}`)?.value).toBe(301);
});

it("共享公式展开后会占满内存的文件不打开", () => {
  const long = `"${"长".repeat(8000)}"&B1`;
  const cells = Array.from(
    { length: 9000 },
    (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><f t="shared" si="0"/></c></row>`,
  );
  const master = `<row r="1"><c r="A1"><f t="shared" ref="A1:A9001" si="0">${long}</f></c></row>`;
  const outcome = openXlsx(withSheet(sheetOf(master + cells.join(""))));
  expect(outcome).toMatchObject({ ok: false, problem: { code: "unsafeFile" } });
});

it("重复成千上万次的整表列宽不会拖住程序", () => {
  const cols = `<cols>${'<col min="1" max="16384" width="9" customWidth="1"/>'.repeat(20_000)}</cols>`;
  const workbook = opened(withSheet(sheetOf("", cols)));
  expect(workbook.snapshot().sheets[2]?.columnWidths.size).toBe(16_384);
});

it("超长的名称不会拖住程序", () => {
  const formula = `${"甲".repeat(400_000)}+${"JX.".repeat(100_000)}!`;
  const workbook = opened(withSheet(sheetOf(`<row r="1"><c r="A1"><f>${formula}</f><v>1</v></c></row>`)));
  expect(cellOf(workbook, "码表", "A1")?.value).toBe(1);
});
