import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { mostCells } from "../../../src/adapters/xlsx/cachedResults";
import type { FunctionTable } from "../../../src/workbook/port";
import { fullA1 } from "../../../src/workbook/cell";
import type { CellValue } from "../../../src/workbook/snapshot";
import { foreignBook, type ForeignCells, type ForeignOptions } from "../../support/foreignBook";
import { applied, cellEdit, cellOf, changedParts, opened, partText } from "./openParts";

const part = "xl/workbook.xml";
const flagged = /<calcPr[^>]* fullCalcOnLoad="1"/;

/** A1 becomes `typed`: what the other cells then show, and whether Excel is asked to work everything out. */
async function afterTyping(
  typed: CellValue,
  cells: ForeignCells,
  options: ForeignOptions & { readonly more?: Readonly<Record<string, ForeignCells>> } = {},
) {
  const bytes = foreignBook({ 表: cells, ...options.more }, options);
  const workbook = opened(bytes, { functions: { GRADE: grade } });
  const notes = await applied(workbook, [cellEdit("表", "A1", { value: typed })]);
  const saved = workbook.save();
  return {
    notes,
    value: (address: string, sheet = "表"): CellValue => cellOf(workbook, sheet, address)?.value ?? null,
    fullCalculation: flagged.test(partText(saved, part)),
    changed: changedParts(bytes, saved),
    workbookPart: partText(saved, part),
  };
}

const grade: FunctionTable[string] = ([score]) =>
  typeof score === "number" ? "优" : { error: "#VALUE!", message: "不是数" };

const many = (count: number): ForeignCells =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`B${index + 1}`, ["=A1*2", 99] as const]));

const blank = ['=IF(A1=0,"",A1)', 3] as const;

describe("别的程序存的结果与这里算的相同：改数以后写新的结果", () => {
  // A1 由 3 改为 0，B1 随之由 3 变成什么都不显示。
  it.each<[formula: string, stored: CellValue, after: CellValue]>([
    ["=SUM(B1,C1,C2)", 12, 9],
    ["=MAX(B1,C1)", 4, 4],
    ["=MIN(B1,C1)", 3, 4],
    ["=AVERAGE(B1,C1,C2)", 4, 4.5],
    ["=PRODUCT(B1,C1)", 12, 4],
    ["=SUMSQ(B1,C1)", 25, 16],
    ["=COUNT(B1,C1)", 2, 1],
    ["=COUNTA(B1,C1,C9)", 2, 2],
    ["=MEDIAN(B1,C1,C2)", 4, 4.5],
    ["=STDEV(B1,C1,C2)", 1, Math.SQRT1_2],
    ["=_xlfn.STDEV.P(B1,C2)", 1, 0],
    ["=VAR(B1,C1,C2)", 1, 0.5],
    ["=_xlfn.VAR.P(B1,C2)", 1, 0],
    ["=SUM(满分,C1)", 7, 4],
    ["=SUM(B1,5)", 8, 5],
    ["=SUM(B:B)", 3, 0],
    ['=SUMIF(C:C,">3",B:B)', 3, 0],
    ['=COUNTIF(B1:C2,">3")', 2, 2],
    ["=SUMPRODUCT((B1:C1>3)*1)", 1, 2],
    ["=COUNTBLANK(B1:C2)", 1, 2],
    ['=IF(B1="","未评",TEXT(B1,"0.0_);"))', "3.0 ", "未评"],
    ['=TEXT(A1,"[>2]优;差")', "优", "差"],
    ['=A1&"分"', "3分", "0分"],
    ["=N(B1)", 3, 0],
    ["=ISBLANK(B1)", false, false],
    ["=VLOOKUP(A1,E1:F4,2)", "三", "零"],
    ["=IF(A1*1.1>=C1-C2,1,2)", 1, 1],
    ["=MATCH(A1,{3,0,5},0)", 1, 2],
    ['=LOOKUP(A1,{0,3},{"零","三"})', "三", "零"],
    ["=LOOKUP(A1,E1:E3)", 3, 0],
    ["=LEN(A1&C1)", 2, 2],
    ['=IF((A1=0)=TRUE,"零","三")', "三", "零"],
    ['=IF(B1="","空",IF(B1<>C1,"不同","相同"))', "不同", "空"],
    ["=SUMPRODUCT((C1:C2>A1)*(C1:C2<>5))+INT(A1)", 4, 1],
  ])("%s", async (formula, stored, after) => {
    const cells: ForeignCells = { A1: 3, B1: blank, C1: 4, C2: 5, E1: 0, F1: "零", E2: 3, F2: "三" };
    const names = { after: '<definedNames><definedName name="满分">表!$B$1</definedName></definedNames>' };
    const { value, notes, fullCalculation } = await afterTyping(
      0,
      { ...cells, H1: [formula, stored] },
      names,
    );
    const shown = value("H1");
    if (typeof after === "number") expect(shown).toBeCloseTo(after, 12);
    else expect(shown).toBe(after);
    expect([notes, fullCalculation]).toEqual([[], false]);
  });
});

it("我们的函数算出的错误照写，往下传的也写；别的公式新出的错误，结果留着", async () => {
  const { value, notes } = await afterTyping("甲", {
    A1: 3,
    B1: ["=JX.GRADE(A1)", "优"],
    B2: ['=B1&"级"', "优级"],
    B3: ["=A1*2", 6],
  });
  expect([value("B1"), value("B2"), value("B3")]).toEqual(["#VALUE!", "#VALUE!", 6]);
  expect(notes.join("")).toContain("B3");
  expect(notes.join("")).not.toContain("B1");
});

describe("结果留着，请 Excel 重算，说明是哪几格", () => {
  // 每一行：公式、别的程序存的结果。A1 由 3 改为 7，公式都看着它。
  it.each<[why: string, formula: string, stored: CellValue]>([
    ["存的结果与这里算的不同", "=A1*2", 7],
    ["存的是文字", "=A1*2", "6"],
    ["从来没有算过", "=A1*2", null],
    ["每次打开都变", "=A1+0*NOW()", 3],
    ["每次打开都变", "=A1+RAND()*0", 3],
    ["计算时才定看哪一格", "=SUM(OFFSET(A1,0,0))", 3],
    ["计算时才定看哪一格", '=INDIRECT("A1")', 3],
    ["看的不是数", '=CELL("contents",A1)', 3],
    ["这里没有核对过的函数", "=SUBTOTAL(9,A1:A2)", 3],
    ["没有这个函数", "=某插件(A1)", 3],
    ["旧文件取一格、新文件取全部", "=A1:A2*2", 6],
    ["旧文件取一格、新文件取全部", "=SUM(IF(A1:A2>0,A1:A2))", 3],
    ["空着的格子也算", "=COUNTBLANK(A:A)+A1", 1_048_578],
    ["省去的参数算 0", "=AVERAGE(A1,)", 3],
    ["别的文件", "=A1+[1]Sheet1!A1", 3],
    ["表格的列", "=A1+SUM(表1[得分])", 3],
    ["局部名称", "=LET(x,A1,x)", 3],
    ["几张表", "=SUM(表:表!A1)", 3],
    ["没有核对过的格式", '=TEXT(A1,"[DBNum1]0")', "三"],
    ["格式在别的格子里", "=TEXT(A1,D1)", "3"],
    ["出了原来没有的错误", "=1/(A1-7)", -0.25],
    ["显示的位数比 Excel 多", '=A1*0.1*3&""', "0.9"],
    ["只差二进制的末几位，Excel 看作相等", '=IF(A1*0.1=0.7,"是","否")', "否"],
    ["只差二进制的末几位，Excel 看作相等", "=IF(SUM(A1*0.1,-0.7)>0,1,0)", 0],
    ["只差二进制的末几位，Excel 看作相等", '=IFERROR(IF((A1*0.1<=0.7)*1,"是","否"),"")', "是"],
    ["只差二进制的末几位，Excel 看作相等", "=SUMPRODUCT(--(A1:A2*0.1=0.7))", 0],
    ["只差二进制的末几位，取整差一", "=INT((A1-6.9)*10)+40", 1],
    ["数的末几位写成文字", '=RIGHT("a"&A1/3,2)&""', "a1"],
    ["找最近的，次序却是乱的", "=LOOKUP(A1,{5,2,9},{1,2,3})", 2],
    ["哪一年的日期，看打开的那天", '=VALUE(IF(A1=7,"7/2","甲"))', "#VALUE!"],
    ["条件里没有数", '=COUNTIF(A1:A1,">"&IF(A1=7,"",A1))', 0],
  ])("%s：%s", async (_, formula, stored) => {
    const { value, notes, fullCalculation } = await afterTyping(7, { A1: 3, D1: "0", H1: [formula, stored] });
    expect(value("H1")).toBe(stored);
    expect(fullCalculation).toBe(true);
    expect(notes).toEqual([
      "有 1 个表中原有的公式没有在这里重算，保留原来的结果，请用 Excel 打开重算后再保存：'表'!H1。",
    ]);
  });

  it("看着这样一格的公式同样不算，再远也一样；不看它的照算", async () => {
    const { value, notes } = await afterTyping(7, {
      A1: 3,
      B1: ["=A1*2", 99],
      C1: ["=B1+A1", 102],
      D1: ["=C1+1", 103],
      E1: ["=A1+1", 4],
    });
    expect(["B1", "C1", "D1", "E1"].map((address) => value(address))).toEqual([99, 102, 103, 8]);
    expect(notes.join()).toContain("：'表'!");
    for (const address of ["B1", "C1", "D1"]) expect(notes.join()).toContain(address);
    expect(notes.join()).not.toContain("E1");
  });

  it("模拟运算表：它自己和看着它哪一格的公式都不算，哪一格也不改写", async () => {
    // C3:C4 试 B3:B4 的数：把它们放进 A1，看 C2 得几。C2 看着 A1。
    const written = foreignBook({
      表: { A1: 3, B3: 1, C2: ["=A1*2", 6], B4: 2, C3: 2, C4: 4, E1: ["=C4+1", 5] },
    });
    const parts = unzipSync(written);
    const name = "xl/worksheets/sheet1.xml";
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    const table = '$1<f t="dataTable" ref="C3:C4" dt2D="0" dtr="0" r1="A1"/>';
    const changed = xml.replace(/(<c r="C3"[^>]*>)/, table);
    expect(changed).not.toBe(xml);
    const bytes = zipSync({ ...parts, [name]: strToU8(changed) });
    const workbook = opened(bytes);
    const notes = await applied(workbook, [cellEdit("表", "A1", { value: 7 })]);
    expect(["C2", "C3", "C4", "E1"].map((at) => cellOf(workbook, "表", at)?.value)).toEqual([14, 2, 4, 5]);
    expect(notes.join()).toContain("E1");
    expect(flagged.test(partText(workbook.save(), part))).toBe(true);
    const refused = await workbook.apply({ edits: [cellEdit("表", "C4", { value: 1 })], expects: [] });
    expect(refused.ok).toBe(false);
  });

  it("本工具的公式看着这样一格：不写没有把握的结果，照样说明", async () => {
    const workbook = opened(foreignBook({ 表: { A1: 3, B1: ["=A1*2", 99] } }));
    const notes = await applied(workbook, [
      cellEdit("表", "A1", { value: 7 }),
      cellEdit("表", "C1", { formula: "=B1+1" }),
      cellEdit("表", "D1", { formula: "=A1+1" }),
    ]);
    expect(cellOf(workbook, "表", "C1")?.value).toBeNull();
    expect(cellOf(workbook, "表", "D1")?.value).toBe(8);
    expect(notes[0]).toBe("有 1 个公式（'表'!C1）不能在这里计算，请用 Excel 打开重算后再保存。");
  });

  it.each<[how: string, options: ForeignOptions]>([
    ["允许循环计算", { after: '<calcPr iterate="1"/>' }],
    ["从 1904 年起算日子", { date1904: true }],
    ["将精度设为所显示的精度", { after: '<calcPr fullPrecision="0"/>' }],
    ["将精度设为所显示的精度", { after: '<calcPr fullPrecision="false"/>' }],
  ])("%s", async (_, options) => {
    const cells: ForeignCells = { A1: 45000, B1: ["=YEAR(A1)", 2023] };
    const { value, fullCalculation } = await afterTyping(45500, cells, options);
    expect([value("B1"), fullCalculation]).toEqual([2023, true]);
  });

  it.each<[how: string, calculation: string, format: string | undefined, expected: readonly string[]]>([
    [
      "两位小数",
      'fullPrecision="0"',
      "0.00",
      ["Excel 打开时会把 1 个公式的结果（'表'!B1）舍入到显示的小数位"],
    ],
    ["百分比", 'fullPrecision="0"', "0%", ["Excel 打开时会把 1 个公式的结果（'表'!B1）舍入到显示的小数位"]],
    ["够显示", 'fullPrecision="0"', '0.000_);"负"0', []],
    ["常规", 'fullPrecision="0"', undefined, []],
    ["没有这项设置", 'fullPrecision="1"', "0.00", []],
  ])("按显示的精度存结果时，本工具的公式由 Excel 再算一遍：%s", async (_, calculation, format, expected) => {
    const after = `<calcPr ${calculation}/>`;
    const workbook = opened(foreignBook({ 表: { A1: 9.657 } }, { after }));
    const look = format === undefined ? {} : { look: { format } };
    const notes = await applied(workbook, [{ ...cellEdit("表", "B1", { formula: "=A1*1" }), ...look }]);
    expect(cellOf(workbook, "表", "B1")?.value).toBe(9.657);
    expect(notes).toHaveLength(expected.length);
    for (const words of expected) expect(notes.join()).toContain(words);
    expect(flagged.test(partText(workbook.save(), part))).toBe(calculation !== 'fullPrecision="1"');
  });

  it("会舍入的几格按次序列出", async () => {
    const workbook = opened(foreignBook({ 表: { A1: 9.657 } }, { after: '<calcPr fullPrecision="0"/>' }));
    const notes = await applied(workbook, [
      cellEdit("表", "B2", { formula: "=B1*1" }),
      cellEdit("表", "B1", { formula: "=A1*1" }),
      ...[1, 2].map((row) => ({
        kind: "format" as const,
        at: { sheet: "表", row, column: 2 },
        format: "0.00",
        reason: "两位小数",
      })),
    ]);
    expect(notes.join()).toContain("2 个公式的结果（'表'!B1、B2）");
  });

  it("手动计算的工作簿仍是手动", async () => {
    const options = { after: '<calcPr calcId="191029" calcMode="manual"/>' };
    const { workbookPart } = await afterTyping(7, { A1: 3, B1: ["=A1*2", 99] }, options);
    expect(workbookPart).toContain('calcMode="manual"');
    expect(workbookPart).toMatch(flagged);
  });

  it("按工作表、行、列的次序列出；全部是哪几格，另外问得到", async () => {
    const cells = { C3: ["=表!A1*2", 99], B10: ["=表!A1*2", 99], B2: ["=表!A1*2", 99] } as const;
    const bytes = foreignBook({ 表: { A1: 3, D9: ["=A1*2", 99], ...many(40) }, 别: cells });
    const workbook = opened(bytes);
    expect(workbook.notWorkedOut()).toEqual([]);
    const [note] = await applied(workbook, [cellEdit("表", "A1", { value: 7 })]);
    const first = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "D9"].join("、");
    expect(note).toContain(`有 44 个表中原有的公式`);
    expect(note).toContain(`：'表'!${first} 等。`);
    await applied(workbook, [cellEdit("表", "E1", { formula: "=A1*2" })]);
    const all = workbook.notWorkedOut().map(fullA1);
    expect(all).toHaveLength(44);
    expect(all.slice(8, 12)).toEqual(["'表'!B9", "'表'!D9", "'表'!B10", "'表'!B11"]);
    expect(all.slice(-4)).toEqual(["'表'!B40", "'别'!B2", "'别'!C3", "'别'!B10"]);
  });

  it("许多格只列出十格", async () => {
    const { notes } = await afterTyping(7, { A1: 3, ...many(40) });
    expect(notes).toEqual([expect.stringMatching(/^有 40 个表中原有的公式.*：'表'!B\d+(、B\d+){9} 等。$/)]);
  });
});

describe("只看由改动带出来的公式", () => {
  it("不相干的改动：别的公式存的结果、别的部件一个字节都不变", async () => {
    const others: ForeignCells = { A1: 3, B1: ["=A1*2", 99], C1: ["=NOW()", 1], D1: ['=SUM(表2!A1,"x")', 5] };
    const { changed, notes } = await afterTyping(7, { A1: 1, Z9: ["=A2*2", 99] }, { more: { 甲: others } });
    expect([changed, notes]).toEqual([["xl/worksheets/sheet1.xml"], []]);
  });

  it("再写一次同样的内容，文件不再变", async () => {
    const workbook = opened(foreignBook({ 表: { A1: 3, B1: ["=A1*2", 99], C1: ["=A1+1", 4] } }));
    const edits = [cellEdit("表", "A1", { value: 7 }), cellEdit("表", "D1", { formula: "=A1*3" })];
    await applied(workbook, edits);
    const once = workbook.save();
    const notes = await applied(workbook, edits);
    expect(workbook.save()).toEqual(once);
    expect(notes).toEqual([]);
  });

  it("两千个整列查找：算出来，或者说明", async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => index + 1);
    const cells: Record<string, ForeignCells[string]> = { A1: 3 };
    for (const row of rows) {
      cells[`B${row}`] = row;
      cells[`C${row}`] = row * 10;
      cells[`D${row}`] = [`=VLOOKUP(A$1,B:C,2,0)+${row}`, 30 + row];
    }
    const { value, notes } = await afterTyping(5, cells);
    for (const row of rows) expect([50 + row, 30 + row]).toContain(value(`D${row}`));
    const left = rows.filter((row) => value(`D${row}`) === 30 + row);
    if (left.length > 0) expect(notes.join()).toContain(`有 ${left.length} 个`);
  });

  const each = 20_000;
  const most = mostCells / each;
  it.each([
    [most, 0],
    [most + 1, 1],
  ])(`一共只看 ${mostCells} 个格子：%s 个公式各看 ${each} 个，有 %s 个不算`, async (count, left) => {
    const sums = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`C${index + 1}`, [`=SUM(A$1:A$${each})`, 3] as const]),
    );
    const { value, notes } = await afterTyping(5, { A1: 3, ...sums });
    const shown = Array.from({ length: count }, (_, index) => value(`C${index + 1}`));
    expect(shown.filter((one) => one === 3)).toHaveLength(left);
    expect(shown.filter((one) => one === 5)).toHaveLength(count - left);
    expect(notes).toHaveLength(left);
  });
});
