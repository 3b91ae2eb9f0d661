import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { cellOf, changedParts, opened, sheetOf } from "./openParts";
import { richWorkbook } from "./richWorkbook";

const samples = ["nansha-2023", "nansha-2023-blank", "city-2023-blank"];
const form = "自评表 1";

describe.each(samples)("样表 %s", (name) => {
  it("读出的值与另一个读表库一致", async () => {
    const file = `samples/${name}.xlsx`;
    const workbook = opened(new Uint8Array(await readFile(file)));
    const other = new ExcelJS.Workbook();
    await other.xlsx.readFile(file);
    expect(workbook.snapshot().sheets.map((sheet) => sheet.name)).toEqual(
      other.worksheets.map(({ name }) => name),
    );
    let compared = 0;
    for (const sheet of other.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.master.address !== cell.address) return;
          const { value } = cell;
          const text =
            typeof value === "object" && value !== null && "richText" in value
              ? value.richText.map((run) => run.text).join("")
              : value;
          compared++;
          expect(cellOf(workbook, sheet.name, cell.address)?.value).toEqual(text);
        });
      });
    }
    expect(compared).toBeGreaterThan(200);
  });

  it("不作修改时保存的字节完全相同", async () => {
    const bytes = new Uint8Array(await readFile(`samples/${name}.xlsx`));
    expect(opened(bytes).save()).toEqual(bytes);
  });
});

describe.each([
  ["普通", {}],
  ["带命名空间前缀", { prefix: "x:" }],
  ["Strict 格式", { strict: true }],
])("读取各种写法（%s）", (_, options) => {
  const workbook = opened(richWorkbook(options));

  it("文本、富文本、拼音、行内文本、逻辑值、错误值、日期、百分数", () => {
    const values = ["A1", "B1", "C1", "D1", "A2", "B2", "C2", "D2"].map(
      (at) => cellOf(workbook, form, at)?.value,
    );
    expect(values).toEqual([
      "部门名称 & 单位",
      "合同 签订",
      "第一行\r\n第二行",
      "行内",
      true,
      "#N/A",
      45291,
      0.9983,
    ]);
    expect(cellOf(workbook, form, "D2")?.format).toBe("0.00%");
    expect(cellOf(workbook, form, "C2")?.format).toBe("m/d/yyyy");
    expect(cellOf(workbook, form, "D3")).toEqual({ value: 8 });
  });

  it("公式：CDATA、共享公式展开、函数名不分大小写", () => {
    expect(cellOf(workbook, form, "C3")).toEqual({ value: "a<1&", formula: '="a<1"&"&"' });
    expect(cellOf(workbook, form, "E5")?.formula).toBe("=D5*$D$3+'自评表 1'!D5");
    expect(cellOf(workbook, form, "B6")?.formula).toBe("=JX.RATESCORE(D2,D3)");
  });

  it("合并、隐藏、列宽、打印区域、工作表状态", () => {
    const sheet = sheetOf(workbook, form);
    expect(sheet.merges).toEqual([{ top: 9, left: 1, bottom: 9, right: 3 }]);
    expect([...sheet.hiddenRows]).toEqual([4]);
    expect([...sheet.hiddenColumns]).toEqual([5]);
    expect([...sheet.columnWidths]).toEqual([
      [1, 12.5],
      [2, 12.5],
      [3, 12.5],
    ]);
    expect(sheet.printArea).toEqual([
      { top: 1, left: 1, bottom: 12, right: 6 },
      { top: 1, left: 8, bottom: 1048576, right: 9 },
    ]);
    expect(workbook.snapshot().sheets.map(({ visibility }) => visibility)).toEqual([
      "visible",
      "hidden",
      "veryHidden",
    ]);
  });

  it("没有地址的行和单元格按次序排", () => {
    expect(cellOf(workbook, "参数", "B1")?.value).toBe(100);
    expect(cellOf(workbook, "参数", "A3")?.value).toBe("高");
  });

  it("不作修改时各部分不变", () => {
    const bytes = richWorkbook(options);
    expect(changedParts(bytes, opened(bytes).save())).toEqual([]);
  });
});

it("按文字编码声明读取 GBK 和 UTF-16 的部分", () => {
  const sheet = (head: string): string =>
    `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>A</v></c></row></sheetData></worksheet>`;
  const wide = Uint8Array.from(
    Array.from(`\uFEFF${sheet('<?xml version="1.0" encoding="UTF-16"?>')}`).flatMap((letter) => [
      letter.charCodeAt(0) & 255,
      letter.charCodeAt(0) >> 8,
    ]),
  );
  const workbook = opened(
    richWorkbook({
      parts: {
        "xl/worksheets/sheet3.xml": wide,
        "xl/worksheets/sheet2.xml": sheet('<?xml version="1.0" encoding="gbk"?>'),
      },
    }),
  );
  expect(cellOf(workbook, "码表", "A1")?.value).toBe("A");
  expect(cellOf(workbook, "参数", "A1")?.value).toBe("A");
});
