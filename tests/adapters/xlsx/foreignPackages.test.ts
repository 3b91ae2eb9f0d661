import { readFileSync } from "node:fs";
import fc from "fast-check";
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { openXlsx } from "../../../src/adapters/xlsx/openXlsx";
import type { Edit } from "../../../src/workbook/edit";
import { applied, cellEdit, opened, partsOf } from "./openParts";
import { oddZip, type OddZip } from "./oddZip";
import { richWorkbook } from "./richWorkbook";

const form = "自评表 1";
const usual = richWorkbook();
const parts = partsOf(usual);
const snapshot = opened(usual).snapshot();
const decoder = new TextDecoder();

const edits: readonly Edit[] = [
  { ...cellEdit(form, "D9", { formula: "=D3+1" }), look: { role: "input" } } as Edit,
  { kind: "addSheet", sheet: "评分底稿" },
  { kind: "record", key: "settings", json: "{}" },
];

/** Opens a package like the usual one, changes it, and finds every other part as it was. */
async function expectUsual(bytes: Uint8Array, spell = (name: string): string => name): Promise<void> {
  const workbook = opened(bytes);
  expect(workbook.snapshot()).toEqual(snapshot);
  expect(workbook.save()).toEqual(bytes);
  await applied(workbook, edits);
  const usualAfter = opened(usual);
  await applied(usualAfter, edits);
  expect(workbook.snapshot()).toEqual(usualAfter.snapshot());
  const after = Object.fromEntries(partsOf(workbook.save()));
  const wanted = partsOf(usualAfter.save());
  for (const [name, content] of parts) {
    const now = after[spell(name)];
    // 计算链按惯例删去；其余各部分都在原来的名下，没有改到的一字节不差。
    if (!wanted.has(name)) expect(now).toBeUndefined();
    else if (equal(wanted.get(name), content)) expect(equal(now, content)).toBe(true);
    else expect(now).toBeDefined();
  }
  const types = decoder.decode(after[spell("[Content_Types].xml")]);
  expect(types).not.toContain("calcChain");
}

function equal(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}

const spellings: Readonly<Record<string, (name: string) => string>> = {
  照常: (name) => name,
  反斜线: (name) => name.replaceAll("/", "\\"),
  前有斜线: (name) => `/${name}`,
  前有反斜线: (name) => `\\${name.replaceAll("/", "\\")}`,
  前有点斜线: (name) => `./${name}`,
  中间有点: (name) => name.replace("/", "/./"),
  两道斜线: (name) => name.replace("/", "//"),
  大写: (name) => name.toUpperCase(),
  大小写混用: (name) =>
    name.replace(/[a-z]/g, (letter, at: number) => (at % 2 ? letter.toUpperCase() : letter)),
  百分号: (name) => name.replaceAll("[", "%5B").replaceAll("]", "%5D").replaceAll("s", "%73"),
};

describe("别的程序写的压缩包照样打开、照样保存", () => {
  it.each(Object.entries(spellings))("文件名的写法：%s", async (_, spell) => {
    await expectUsual(oddZip(parts, { spell }), spell);
  });

  const mark = Uint8Array.from([0xef, 0xbb, 0xbf]);
  const stub = strToU8(`MZ${"\0".repeat(3000)}PK\u0003\u0004PK\u0005\u0006This program cannot be run`, true);
  const cases: readonly (readonly [string, OddZip])[] = [
    ["zip64 结尾，普通结尾不填", { wideEnd: "full" }],
    ["zip64 结尾，普通结尾也填", { wideEnd: "beside" }],
    ["每个文件有 zip64 字段", { wideEntries: true }],
    ["两样都有", { wideEntries: true, wideEnd: "full", descriptor: "signed" }],
    ["有数据描述符", { descriptor: "signed" }],
    ["数据描述符没有标记", { descriptor: "unsigned", wideEnd: "beside" }],
    ["不压缩", { stored: true }],
    ["前面有 BOM", { ahead: mark }],
    ["前面有换行", { ahead: strToU8("\r\n") }],
    ["前面有自解压程序", { ahead: stub }],
    ["前面有自解压程序，位置已改正", { ahead: stub, counted: true }],
    ["前面有别的字节，zip64", { ahead: strToU8("HTTP/1.1 200 OK\r\n\r\n"), wideEnd: "full" }],
    ["前面是同一个压缩包", { ahead: usual }],
    ["后面有注释", { comment: "下发版 PK\u0005\u0006 注释" }],
    ["后面有别的字节", { behind: strToU8("\r\n\r\n") }],
    ["后面有假的结尾", { behind: strToU8(`PK\u0005\u0006${"\u0001".repeat(30)}`, true) }],
    ["同一个文件写了两次", { twice: ["xl/workbook.xml", "docProps/app.xml", "xl/worksheets/sheet1.xml"] }],
    [
      "文件夹也列出",
      { folders: ["xl/", "xl/worksheets/", "_rels/"], spell: (name) => name.replaceAll("/", "\\") },
    ],
  ];

  it.each(cases)("%s", async (_, options) => {
    await expectUsual(oddZip(parts, options), options.spell);
  });

  it("任意搭配", async () => {
    const option = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const any = fc.record(
      {
        stored: fc.boolean(),
        wideEntries: fc.boolean(),
        wideEnd: option("full" as const, "beside" as const),
        descriptor: option("signed" as const, "unsigned" as const),
        ahead: fc.uint8Array({ maxLength: 60 }).map((bytes) => Uint8Array.from([0x41, ...bytes])),
        counted: fc.boolean(),
        comment: fc.string({ maxLength: 80 }),
        behind: fc.uint8Array({ maxLength: 60 }),
        spell: fc.constantFrom(...Object.values(spellings)),
      },
      { requiredKeys: ["spell"] },
    );
    await fc.assert(
      fc.asyncProperty(any, async (options) => {
        const given = Object.entries(options).filter(([, value]) => value !== undefined);
        await expectUsual(oddZip(parts, Object.fromEntries(given)), options.spell);
      }),
      { numRuns: 12 },
    );
  });

  it("同名而内容不同的仍然拒绝，写法不同的也算同名", () => {
    for (const name of ["xl\\workbook.xml", "/xl/workbook.xml", "XL/./workbook.xml"]) {
      const outcome = openXlsx(oddZip(new Map([...parts, [name, strToU8("<a/>")]]), {}));
      expect(outcome).toMatchObject({ ok: false, problem: { code: "unsafeFile" } });
    }
  });

  it("前面有字节的压缩炸弹、分卷仍然拒绝，一般的文件不当作压缩包", () => {
    const bomb = new Map([...parts, ["xl/media/big.bin", new Uint8Array(20_000_000)]]);
    for (const options of [{ ahead: mark }, { wideEntries: true, wideEnd: "full" }] as const) {
      expect(openXlsx(oddZip(bomb, options))).toMatchObject({ ok: false, problem: { code: "unsafeFile" } });
    }
    const other = openXlsx(strToU8(`<html>${" ".repeat(3000)}</html>`));
    expect(other).toMatchObject({ ok: false, problem: { code: "notXlsx" } });
  });

  it.each(["backslash", "empty-rid", "empty-styles", "utf16-no-bom", "zip64-eocd"])(
    "%s.xlsx",
    async (name) => {
      const bytes = new Uint8Array(readFileSync(`tests/odd/files/${name}.xlsx`));
      const workbook = opened(bytes);
      const [first] = workbook.snapshot().sheets;
      expect(first?.rows.size).toBeGreaterThan(30);
      await applied(workbook, [cellEdit(first?.name ?? "", "L14", { value: "理由" })]);
      const [before, after] = [partsOf(bytes), partsOf(workbook.save())];
      expect([...after.keys()]).toEqual([...before.keys()]);
      const changed = [...before].filter(([part, content]) => !equal(content, after.get(part)));
      expect(changed.map(([part]) => part.replaceAll("\\", "/"))).toEqual(["xl/worksheets/sheet1.xml"]);
    },
  );
});

describe("各部分之间的指引", () => {
  const rels = "xl/_rels/workbook.xml.rels";
  const target = /Target="([^"]*)"/g;
  const ways: Readonly<Record<string, (target: string) => string>> = {
    从根写起: (each) => `/xl/${each}`,
    绕上一层: (each) => `../xl/./${each}`,
    绕出顶层: (each) => `../../xl/${each}`,
    反斜线: (each) => each.replaceAll("/", "\\"),
    反斜线从根写起: (each) => `\\xl\\${each.replaceAll("/", "\\")}`,
    大小写不同: (each) => each.toUpperCase(),
    百分号: (each) => each.replaceAll("s", "%73"),
  };

  it.each(Object.entries(ways))("%s", async (_, way) => {
    const change = (name: string, pattern: RegExp, made: (each: string) => string): Uint8Array =>
      strToU8(
        decoder
          .decode(parts.get(name))
          .replace(pattern, (whole, each: string) => whole.replace(each, () => made(each))),
      );
    const others = new Map(parts)
      .set(
        rels,
        change(rels, target, (each) => (/^[./]/.test(each) ? each : way(each))),
      )
      .set(
        "_rels/.rels",
        change("_rels/.rels", target, (each) => `\\${each.replaceAll("/", "\\")}`),
      )
      .set(
        "[Content_Types].xml",
        change("[Content_Types].xml", /PartName="([^"]*)"/g, (each) => each.replaceAll("/", "\\")),
      );
    const workbook = opened(oddZip(others, {}));
    expect(workbook.snapshot()).toEqual(snapshot);
    await applied(workbook, [
      cellEdit(form, "D9", { formula: "=D3+1" }),
      { kind: "addSheet", sheet: "评分底稿" },
    ]);
    await applied(workbook, [{ kind: "deleteSheet", sheet: "评分底稿" }]);
    const after = partsOf(workbook.save());
    expect(decoder.decode(after.get("[Content_Types].xml"))).not.toMatch(/calcChain|sheet4/);
    expect(decoder.decode(after.get(rels))).not.toMatch(/calcChain|sheet4/i);
  });
});

describe("没有单元格的工作表", () => {
  const book = "xl/workbook.xml";
  const added = (sheet: string, relation = ""): Uint8Array =>
    richWorkbook({
      parts: {
        [book]: decoder.decode(parts.get(book)).replace("</sheets>", `${sheet}</sheets>`),
        "xl/_rels/workbook.xml.rels": decoder
          .decode(parts.get("xl/_rels/workbook.xml.rels"))
          .replace("</Relationships>", `${relation}</Relationships>`),
      },
    });
  const types = "http://schemas.microsoft.com/office/2006/relationships";
  const relation = (type: string): string =>
    `<Relationship Id="rIdX" Type="${type}" Target="odd/sheet9.xml"/>`;

  it.each([
    ["空的 r:id", `<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/>`, ""],
    ["空的 r:id，没有隐藏", `<sheet name="Module1" sheetId="9" r:id=""/>`, ""],
    ["没有 r:id", `<sheet name="Module1" sheetId="9" state="hidden"/>`, ""],
    ["r:id 指向没有的关系", `<sheet name="Module1" sheetId="9" state="hidden" r:id="rId99"/>`, ""],
    ["宏表", `<sheet name="Module1" sheetId="9" r:id="rIdX"/>`, relation(`${types}/xlMacrosheet`)],
    ["对话框表", `<sheet name="Module1" sheetId="9" r:id="rIdX"/>`, relation(`${types}/dialogsheet`)],
    ["图表", `<sheet name="Module1" sheetId="9" r:id="rIdX"/>`, relation(`${types}/chartsheet`)],
  ])("%s：其余照读照写，这一张原样留着", async (_, sheet, more) => {
    const workbook = opened(added(sheet, more));
    const names = workbook.snapshot().sheets.map(({ name }) => name);
    expect(names).toEqual([...snapshot.sheets.map(({ name }) => name), "Module1"]);
    expect(workbook.snapshot().sheets.slice(0, -1)).toEqual(snapshot.sheets);
    await applied(workbook, [
      cellEdit(form, "D9", { value: 1 }),
      { kind: "addSheet", sheet: "评分底稿" },
      { kind: "deleteSheet", sheet: "评分底稿" },
    ]);
    expect(decoder.decode(partsOf(workbook.save()).get(book))).toContain(sheet);
    const refused = await workbook.apply({ edits: [cellEdit("Module1", "A1", { value: 1 })], expects: [] });
    expect(refused).toMatchObject({ ok: false, problem: { code: "sheetMissing" } });
  });

  it.each([
    ["看得见的工作表指向没有的关系", `<sheet name="甲" sheetId="9" r:id="rId99"/>`, ""],
    [
      "工作表的内容不在文件里",
      `<sheet name="甲" sheetId="9" state="hidden" r:id="rIdX"/>`,
      relation("http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"),
    ],
  ])("%s：仍然拒绝", (_, sheet, more) => {
    expect(openXlsx(added(sheet, more))).toMatchObject({ ok: false, problem: { code: "damagedFile" } });
  });
});
