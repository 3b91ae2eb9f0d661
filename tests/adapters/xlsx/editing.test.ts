import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Edit } from "../../../src/workbook/edit";
import type { FunctionTable } from "../../../src/workbook/port";
import { applied, cellEdit, cellOf, changedParts, opened, partText, partsOf, sheetOf } from "./openParts";
import { richWorkbook } from "./richWorkbook";

const form = "自评表 1";
const sheetPart = "xl/worksheets/sheet1.xml";
const functions: FunctionTable = {
  RATESCORE: ([rate, weight]) =>
    typeof rate === "number" && typeof weight === "number"
      ? rate * weight
      : { error: "#VALUE!", message: "须为数字" },
};

async function edited(edits: readonly Edit[], options = {}) {
  const bytes = richWorkbook(options);
  const workbook = opened(bytes, { functions });
  const notes = await applied(workbook, edits);
  const saved = workbook.save();
  return { bytes, saved, notes, again: opened(saved, { functions }), sheet: partText(saved, sheetPart) };
}

describe.each([
  ["普通", {}],
  ["带前缀", { prefix: "x:" }],
  ["Strict", { strict: true }],
])("写单元格（%s）", (_, options) => {
  it("只改所在的工作表，文本不会当成公式", async () => {
    const { bytes, saved, again } = await edited(
      [cellEdit(form, "D1", { value: "=1+1 <&> _x000D_\n " })],
      options,
    );
    expect(changedParts(bytes, saved)).toEqual([sheetPart]);
    expect(cellOf(again, form, "D1")).toEqual({ value: "=1+1 <&> _x000D_\n " });
  });

  it("公式连同结果一起写入，从属的公式也更新，别的公式不动", async () => {
    const { again, saved, bytes } = await edited(
      [cellEdit(form, "D4", { value: 5 }), cellEdit(form, "D9", { formula: "=JX.RATESCORE(D2,D4)" })],
      options,
    );
    expect(cellOf(again, form, "E4")?.value).toBe(45);
    expect(cellOf(again, form, "F5")?.value).toBe(144);
    expect(cellOf(again, form, "G5")?.value).toBe(1.44);
    expect(cellOf(again, form, "H5")?.value).toBe(6);
    expect(cellOf(again, form, "D9")).toEqual({ value: 4.9915, formula: "=JX.RATESCORE(D2,D4)" });
    expect(cellOf(again, form, "B6")?.value).toBe(7.9864);
    expect(partText(saved, sheetPart)).toContain("_xldudf_JX_RATESCORE(D2,D4)");
    expect(changedParts(bytes, saved)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      // 数组公式只有 Excel 能展开：打开时全部重算。
      "xl/workbook.xml",
      sheetPart,
    ]);
    expect(partsOf(saved).has("xl/calcChain.xml")).toBe(false);
  });

  it("别的工作表里的从属公式也更新", async () => {
    const { again } = await edited([cellEdit(form, "D3", { value: 1 })], options);
    expect(cellOf(again, "参数", "A3")).toEqual({ value: "低", formula: `=IF('自评表 1'!D3>5,"高","低")` });
  });
});

describe("写入的细节", () => {
  it("已有的文字沿用共享字符串，新文字写在单元格里，共享字符串表不变", async () => {
    const { sheet, saved, bytes } = await edited([
      cellEdit(form, "F1", { value: "部门名称 & 单位" }),
      cellEdit(form, "F2", { value: "新文字" }),
    ]);
    expect(sheet).toContain('<c r="F1" t="s"><v>0</v></c>');
    expect(sheet).toContain('<c r="F2" t="inlineStr"><is><t>新文字</t></is></c>');
    expect(changedParts(bytes, saved)).toEqual([sheetPart]);
  });

  it("结果的类型写对：文本、空文本、逻辑值、错误值、数字", async () => {
    const { sheet } = await edited([
      cellEdit(form, "A5", { formula: '="甲"&"乙"' }),
      cellEdit(form, "B5", { formula: '=IF(1=1,"",2)' }),
      cellEdit(form, "C5", { formula: "=1=1" }),
      cellEdit(form, "I5", { formula: "=1/0" }),
      cellEdit(form, "J5", { formula: "=ROUND(1.005,2)" }),
    ]);
    expect(sheet).toContain('<c r="A5" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c>');
    expect(sheet).toMatch(/<c r="B5" t="str"><f>[^<]*<\/f><v\/><\/c>/);
    expect(sheet).toContain('<c r="C5" t="b"><f>1=1</f><v>1</v></c>');
    expect(sheet).toContain('<c r="I5" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
    expect(sheet).toContain('<c r="J5" s="1"><f>ROUND(1.005,2)</f><v>1.01</v></c>');
  });

  it("改写共享公式的首格时，其余各格写成自己的公式", async () => {
    const { again, sheet } = await edited([cellEdit(form, "E3", { value: 1 })]);
    expect(cellOf(again, form, "E3")).toEqual({ value: 1 });
    expect(cellOf(again, form, "E4")).toEqual({ value: 18, formula: "=D4*$D$3+'自评表 1'!D4" });
    expect(cellOf(again, form, "F5")?.value).toBe(46);
    expect(sheet).not.toContain("shared");
  });

  it("行高不变：写折行的原因时把现有行高固定下来", async () => {
    const { sheet } = await edited([
      { ...cellEdit(form, "I3", { value: "很长的原因" }), look: { role: "reason" } } as Edit,
      { ...cellEdit(form, "I5", { value: "很长的原因" }), look: { role: "reason" } } as Edit,
      { ...cellEdit(form, "I1", { value: "标题" }), look: { role: "reason" } } as Edit,
    ]);
    expect(sheet).toContain('<row r="3" ht="20.5" customHeight="1">');
    expect(sheet).toContain('<row r="5" ht="14.25" customHeight="1">');
    expect(sheet).toContain('<row r="1" ht="30" customHeight="1">');
  });

  it("隐藏的行仍隐藏，不给它另定行高", async () => {
    const { sheet } = await edited([
      { ...cellEdit(form, "I4", { value: "很长的原因" }), look: { role: "reason" } } as Edit,
    ]);
    expect(sheet).toContain('<row r="4" hidden="1">');
  });

  it("数字格式只追加样式，10.5 磅的字仍是 10.5 磅", async () => {
    const at = { sheet: form, row: 3, column: 4 };
    const { again, saved } = await edited([{ kind: "format", at, format: "0.0000", reason: "" }]);
    expect(cellOf(again, form, "D3")).toEqual({ value: 8, format: "0.0000" });
    const styles = partText(saved, "xl/styles.xml");
    expect(styles).toContain('<fonts count="2">');
    expect(styles).toContain('<cellXfs count="6">');
    expect(styles).toContain('formatCode="0.0000"');
    expect(styles).toMatch(/<xf numFmtId="164" fontId="1"[^>]*><protection locked="0"\/><\/xf><\/cellXfs>/);
    const back = opened(saved);
    await applied(back, [{ kind: "format", at, format: "General", reason: "" }]);
    expect(partText(back.save(), sheetPart)).toBe(partText(richWorkbook(), sheetPart));
  });

  it("列宽：拆开成段的列，去掉后合回原样", async () => {
    const { again, sheet, saved } = await edited([
      { kind: "columnWidth", sheet: form, column: 12, width: 40 },
    ]);
    expect(sheetOf(again, form).columnWidths.get(12)).toBe(40);
    expect(sheet).toContain('<col min="10" max="11" width="11.5" style="1"/>');
    expect(sheet).toContain('<col min="13" max="16384" width="11.5" style="1"/>');
    const back = opened(saved);
    await applied(back, [{ kind: "columnWidth", sheet: form, column: 12, width: null }]);
    expect(partText(back.save(), sheetPart)).toBe(partText(richWorkbook(), sheetPart));
  });

  it("隐藏列、合并单元格、打印区域", async () => {
    const { again, saved } = await edited([
      { kind: "hideColumn", sheet: form, column: 2 },
      { kind: "mergeCells", sheet: form, area: { top: 10, left: 1, bottom: 11, right: 2 } },
      { kind: "printArea", sheet: form, areas: [{ top: 1, left: 1, bottom: 9, right: 8 }] },
      { kind: "printArea", sheet: "参数", areas: [{ top: 1, left: 1, bottom: 2, right: 2 }] },
    ]);
    const sheet = sheetOf(again, form);
    expect([...sheet.hiddenColumns]).toEqual([2, 5]);
    expect(sheet.columnWidths.get(2)).toBe(12.5);
    expect(sheet.merges).toHaveLength(2);
    expect(sheet.printArea).toEqual([{ top: 1, left: 1, bottom: 9, right: 8 }]);
    expect(sheetOf(again, "参数").printArea).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
    expect(partText(saved, "xl/workbook.xml")).toContain("Print_Titles");
  });

  it("标记：次序合规、优先级唯一，去掉后原样", async () => {
    const area = { top: 3, left: 4, bottom: 3, right: 4 };
    const formula = "AND(ISNUMBER(D3),ROUND(D3-10,9)<0)";
    const { again, sheet, saved, bytes } = await edited([
      { kind: "highlight", sheet: form, area, formula, role: "deduction" },
      { kind: "highlight", sheet: form, area, formula, role: "deduction" },
    ]);
    expect(sheetOf(again, form).conditionalFormats).toEqual([{ area, formula }]);
    expect(sheet).toMatch(/<cfRule type="expression" dxfId="1" priority="4">/);
    expect(sheet.indexOf('cfRule type="expression"')).toBeLessThan(sheet.indexOf("<dataValidations"));
    expect(partText(saved, "xl/styles.xml")).toContain('<dxfs count="2">');
    expect(changedParts(bytes, saved)).toEqual(["xl/styles.xml", sheetPart]);
    await applied(again, [{ kind: "removeHighlight", sheet: form, area, formula }]);
    expect(partText(again.save(), sheetPart)).toBe(partText(bytes, sheetPart));
  });

  it("下拉选项加在原有的校验之后", async () => {
    const { sheet } = await edited([
      {
        kind: "choices",
        sheet: form,
        area: { top: 4, left: 4, bottom: 5, right: 4 },
        items: ["是", "否", "不涉及"],
      },
    ]);
    expect(sheet).toMatch(
      /<dataValidations count="2"><dataValidation type="whole".*<formula1>"是,否,不涉及"<\/formula1>/,
    );
  });

  it("新建工作表并写入，再删除，恢复到原来的字节", async () => {
    const { again, saved, bytes } = await edited([
      { kind: "addSheet", sheet: "评分底稿" },
      cellEdit("评分底稿", "D7", { value: 12 }),
      { kind: "printArea", sheet: "评分底稿", areas: [{ top: 1, left: 1, bottom: 9, right: 4 }] },
      { kind: "record", key: "restore", json: '{"说明":"<&]]>"}' },
    ]);
    expect(changedParts(bytes, saved)).toEqual([
      "[Content_Types].xml",
      "customXml/_rels/item2.xml.rels",
      "customXml/item2.xml",
      "customXml/itemProps2.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/workbook.xml",
      "xl/worksheets/sheet4.xml",
    ]);
    expect(again.snapshot().sheets.map(({ name }) => name)).toEqual([form, "参数", "码表", "评分底稿"]);
    expect(again.snapshot().records).toEqual(new Map([["restore", '{"说明":"<&]]>"}']]));
    await applied(again, [
      { kind: "record", key: "restore", json: null },
      { kind: "deleteSheet", sheet: "评分底稿" },
    ]);
    expect(changedParts(bytes, again.save())).toEqual([]);
  });

  it("新建的工作表横向打印，缩到一页宽；各部分按规定的次序", async () => {
    const { saved } = await edited([
      { kind: "addSheet", sheet: "评分底稿" },
      cellEdit("评分底稿", "D7", { value: 12 }),
      { kind: "mergeCells", sheet: "评分底稿", area: { top: 1, left: 1, bottom: 1, right: 4 } },
      { kind: "columnWidth", sheet: "评分底稿", column: 4, width: 30 },
    ]);
    const sheet = partText(saved, "xl/worksheets/sheet4.xml");
    expect(sheet).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
    );
    expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    const order = [...sheet.matchAll(/<(sheetPr|cols|sheetData|mergeCells|pageSetup)\b/g)].map(
      ([, name]) => name,
    );
    expect(order).toEqual(["sheetPr", "cols", "sheetData", "mergeCells", "pageSetup"]);
  });

  it("同一份计划两次写出的字节相同；写第二遍不再改动", async () => {
    const edits: readonly Edit[] = [
      { kind: "addSheet", sheet: "评分底稿" },
      { ...cellEdit("评分底稿", "A1", { value: "评分底稿" }), look: { role: "title" } } as Edit,
      cellEdit(form, "D9", { formula: "='评分底稿'!A1" }),
    ];
    const one = await edited(edits);
    const other = await edited(edits);
    expect(one.saved).toEqual(other.saved);
    await applied(one.again, edits.slice(1));
    expect(one.again.save()).toEqual(one.saved);
  });

  it("计划要求的内容已变时什么都不写", async () => {
    const bytes = richWorkbook();
    const workbook = opened(bytes);
    const at = { sheet: form, row: 3, column: 4 };
    const outcome = await workbook.apply({
      edits: [cellEdit(form, "D3", { value: 1 })],
      expects: [{ at, holds: { value: 9 } }],
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: "changedMeanwhile", at } });
    expect(workbook.save()).toEqual(bytes);
  });

  it("样表写入再撤销：内容相同，没碰过的部分逐字节相同", async () => {
    const bytes = new Uint8Array(await readFile("samples/nansha-2023-blank.xlsx"));
    const workbook = opened(bytes, { functions });
    const before = workbook.snapshot();
    const name = before.sheets[0]?.name ?? "";
    await applied(workbook, [
      { kind: "addSheet", sheet: "评分底稿" },
      cellEdit("评分底稿", "D8", { value: 0.9 }),
      {
        ...cellEdit(name, "I16", { formula: "=JX.RATESCORE('评分底稿'!$D$8,F16)" }),
        look: { format: "0.0000" },
      } as Edit,
      { ...cellEdit(name, "L16", { formula: '="扣分"&I16' }), look: { role: "reason" } } as Edit,
      { kind: "columnWidth", sheet: name, column: 12, width: 40 },
    ]);
    expect(cellOf(workbook, name, "I16")).toMatchObject({ value: 4.5, format: "0.0000" });
    expect(cellOf(workbook, name, "L16")?.value).toBe("扣分4.5");
    const again = opened(workbook.save());
    await applied(again, [
      cellEdit(name, "I16", { value: null }),
      { kind: "format", at: { sheet: name, row: 16, column: 9 }, format: "General", reason: "" },
      cellEdit(name, "L16", { value: null }),
      { kind: "columnWidth", sheet: name, column: 12, width: null },
      { kind: "deleteSheet", sheet: "评分底稿" },
    ]);
    expect(again.snapshot()).toEqual(before);
    // The styles that were added stay in the list: nothing uses them any more.
    expect(changedParts(bytes, again.save())).toEqual(["xl/styles.xml"]);
  });
});
