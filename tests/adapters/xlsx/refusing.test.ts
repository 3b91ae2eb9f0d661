import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openXlsx } from "../../../src/adapters/xlsx/openXlsx";
import type { Problem } from "../../../src/workbook/port";
import { applied, cellEdit, cellOf, changedParts, opened } from "./openParts";
import { richWorkbook } from "./richWorkbook";

const form = "自评表 1";

function refusal(bytes: Uint8Array): Problem | null {
  const outcome = openXlsx(bytes);
  return outcome.ok ? null : outcome.problem;
}

const ole = (text: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array.from(text).flatMap((each) => [each.charCodeAt(0), 0]),
  ]);

describe("打不开的文件说明原因和办法", () => {
  it.each([
    ["空文件", new Uint8Array(), "damagedFile", "重新取得"],
    ["旧格式 .xls/.et", ole("Workbook"), "notXlsx", "另存为"],
    ["加密的工作簿", ole("EncryptedPackage"), "encrypted", "打开密码"],
    ["不是压缩包", strToU8("部门名称,得分\n"), "notXlsx", "另存为"],
    ["普通压缩包", zipSync({ "a.txt": strToU8("x") }), "notXlsx", "自评表"],
    ["没有工作簿部分", richWorkbook({ parts: { "xl/workbook.xml": null } }), "damagedFile", "打开并修复"],
    [
      "没有工作表部分",
      richWorkbook({ parts: { "xl/worksheets/sheet2.xml": null } }),
      "damagedFile",
      "打开并修复",
    ],
    [
      "Word 文档",
      richWorkbook({ parts: { "xl/workbook.xml": "<w:document xmlns:w='x'/>" } }),
      "notXlsx",
      "自评表",
    ],
    [
      "残缺的 XML",
      richWorkbook({ parts: { "xl/worksheets/sheet1.xml": "<worksheet><sheetData>" } }),
      "damagedFile",
      "重新取得",
    ],
    ["没有根元素", richWorkbook({ parts: { "xl/worksheets/sheet1.xml": "" } }), "damagedFile", "重新取得"],
    [
      "实体定义",
      richWorkbook({
        parts: {
          "xl/sharedStrings.xml": '<?xml version="1.0"?><!-- - --><!DOCTYPE sst [<!ENTITY a "b">]><sst/>',
        },
      }),
      "unsafeFile",
      "确认文件来源",
    ],
    [
      "与工作簿无关的部分里的实体定义",
      richWorkbook({ parts: { "docProps/other.xml": "<!DOCTYPE a><a/>" } }),
      "unsafeFile",
      "确认文件来源",
    ],
    ["路径越界", richWorkbook({ parts: { "../evil.xml": "<a/>" } }), "unsafeFile", "确认文件来源"],
    ["反斜线的越界路径", richWorkbook({ parts: { "xl\\..\\..\\a.xml": "<a/>" } }), "unsafeFile", "确认文件来源"],
    [
      "大小写相同的重名",
      richWorkbook({ parts: { "XL/workbook.xml": "<a/>" } }),
      "unsafeFile",
      "确认文件来源",
    ],
    [
      "压缩炸弹",
      richWorkbook({ parts: { "xl/media/big.bin": new Uint8Array(20_000_000) } }),
      "unsafeFile",
      "确认文件来源",
    ],
    [
      "层次过深",
      richWorkbook({ parts: { "xl/worksheets/sheet1.xml": "<a>".repeat(5000) + "</a>".repeat(5000) } }),
      "unsafeFile",
      "确认文件来源",
    ],
  ] as const)("%s", (_, bytes, code, todo) => {
    const problem = refusal(bytes);
    expect(problem?.code).toBe(code);
    expect(problem?.todo).toContain(todo);
    expect(problem?.what).not.toBe("");
    expect(problem?.why).not.toBe("");
  });

  it("声明的大小与内容不符", () => {
    const bytes = richWorkbook();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 10, true);
        break;
      }
    }
    expect(refusal(bytes)?.code).toBe("damagedFile");
  });
});

describe("坏文件不会使程序出错", () => {
  it("任意字节", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => refusal(bytes) !== null));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        (rest) => refusal(Uint8Array.from([0x50, 0x4b, 3, 4, ...rest])) !== null,
      ),
    );
  });

  it("截断的文件一律拒绝", async () => {
    const bytes = new Uint8Array(await readFile("samples/nansha-2023.xlsx"));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        (length) => refusal(bytes.slice(0, length)) !== null,
      ),
      { numRuns: 60 },
    );
  });

  it("改坏若干字节：要么拒绝，要么照常读取，从不抛错", () => {
    const bytes = richWorkbook();
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(flips, (changes) => {
        const broken = bytes.slice();
        for (const [at, value] of changes) broken[at] = value;
        const outcome = openXlsx(broken);
        return outcome.ok || outcome.problem.code !== "unexpected";
      }),
      { numRuns: 200 },
    );
  });

  it("改坏工作表里的文字", () => {
    const whole = new TextDecoder().decode(
      new Uint8Array(
        Array.from(
          '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v><f t="shared" si="0">A1</f></c></row></sheetData></worksheet>',
        ).map((letter) => letter.charCodeAt(0)),
      ),
    );
    const junk = fc.constantFrom(
      "<",
      ">",
      '"',
      "&#x;",
      "/",
      "<!--",
      "r=",
      "9999999999",
      "\u0000",
      "]]>",
      "<v/>",
      "",
    );
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(10), junk, (at, cut, text) => {
        const outcome = openXlsx(
          richWorkbook({
            parts: { "xl/worksheets/sheet1.xml": whole.slice(0, at) + text + whole.slice(at + cut) },
          }),
        );
        return outcome.ok || outcome.problem.code !== "unexpected";
      }),
      { numRuns: 300 },
    );
  });
});

describe("保护", () => {
  it("受保护的工作表：锁定的单元格拒绝并指出位置，文件不变", async () => {
    const bytes = richWorkbook({ protection: 'sheet="1"' });
    const workbook = opened(bytes);
    const outcome = await workbook.apply({
      edits: [cellEdit(form, "D4", { value: 5 }), cellEdit(form, "F9", { value: 1 })],
      expects: [],
    });
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: "lockedCell", at: { sheet: form, row: 9, column: 6 } },
    });
    expect(workbook.save()).toEqual(bytes);
  });

  it("未锁定的单元格照写，格式、标记、列宽略过并说明", async () => {
    const bytes = richWorkbook({ protection: 'sheet="1"' });
    const workbook = opened(bytes);
    const area = { top: 4, left: 4, bottom: 4, right: 4 };
    const notes = await applied(workbook, [
      {
        kind: "cell",
        at: { sheet: form, row: 4, column: 4 },
        content: { value: 5 },
        look: { format: "0.0000" },
        reason: "",
      },
      { kind: "highlight", sheet: form, area, formula: "D4<1", role: "deduction" },
      { kind: "columnWidth", sheet: form, column: 4, width: 30 },
      { kind: "mergeCells", sheet: form, area: { top: 10, left: 1, bottom: 10, right: 2 } },
    ]);
    // 数字格式、标记、列宽、合并各一句；另有一句说数组公式须由 Excel 重算。
    expect(notes).toHaveLength(5);
    expect(notes.filter((note) => note.includes("保护"))).toHaveLength(4);
    expect(cellOf(workbook, form, "D4")).toEqual({ value: 5 });
    expect(changedParts(bytes, workbook.save())).toEqual(["xl/worksheets/sheet1.xml"]);
  });

  it("保护允许设置格式时照设", async () => {
    const workbook = opened(richWorkbook({ protection: 'sheet="1" formatCells="0" formatColumns="0"' }));
    const notes = await applied(workbook, [
      { kind: "format", at: { sheet: form, row: 3, column: 4 }, format: "0.00", reason: "" },
      { kind: "columnWidth", sheet: form, column: 4, width: 30 },
    ]);
    expect(notes).toEqual([]);
    expect(cellOf(workbook, form, "D3")?.format).toBe("0.00");
  });

  it("内容没有变化的锁定单元格不算写入", async () => {
    const bytes = richWorkbook({ protection: 'sheet="1"' });
    const workbook = opened(bytes);
    await applied(workbook, [cellEdit(form, "A1", { value: "部门名称 & 单位" })]);
    expect(workbook.save()).toEqual(bytes);
  });

  it("保护了工作簿结构时不能增减工作表", async () => {
    const bytes = richWorkbook({ lockStructure: true });
    const workbook = opened(bytes);
    for (const kind of ["addSheet", "deleteSheet"] as const) {
      const outcome = await workbook.apply({ edits: [{ kind, sheet: "参数" }], expects: [] });
      expect(outcome).toMatchObject({ ok: false, problem: { code: "workbookProtected" } });
    }
    expect(workbook.save()).toEqual(bytes);
  });

  it("数组公式、重名或不合规的表名、不存在的表、重叠的合并都拒绝", async () => {
    const bytes = richWorkbook();
    const workbook = opened(bytes);
    const edits = [
      [cellEdit(form, "A7", { value: 1 }), "unexpected"],
      [cellEdit("没有", "A7", { value: 1 }), "sheetMissing"],
      [cellEdit(form, "A9", { value: "字".repeat(40_000) }), "payloadTooLarge"],
      [{ kind: "addSheet", sheet: "参数" }, "changedMeanwhile"],
      [{ kind: "addSheet", sheet: "甲/乙" }, "unexpected"],
      [{ kind: "deleteSheet", sheet: form }, "unexpected"],
      [
        { kind: "mergeCells", sheet: form, area: { top: 9, left: 3, bottom: 10, right: 4 } },
        "changedMeanwhile",
      ],
    ] as const;
    for (const [edit, code] of edits) {
      const outcome = await workbook.apply({
        edits: [cellEdit(form, "D3", { value: 1 }), edit],
        expects: [],
      });
      expect(outcome).toMatchObject({ ok: false, problem: { code } });
      expect(workbook.save()).toEqual(bytes);
    }
  });
});
