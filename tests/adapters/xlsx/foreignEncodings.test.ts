import { describe, expect, it } from "vitest";
import { strToU8 } from "fflate";
import { openXlsx } from "../../../src/adapters/xlsx/openXlsx";
import { applied, cellEdit, opened, partsOf } from "./openParts";
import { oddZip } from "./oddZip";
import { richWorkbook } from "./richWorkbook";

const form = "自评表 1";
const usual = richWorkbook();
const parts = partsOf(usual);
const snapshot = opened(usual).snapshot();
const decoder = new TextDecoder();
const declared = /^<\?xml[^>]*\?>\s*/;

type Encode = (text: string) => Uint8Array;

const utf8: Encode = (text) => strToU8(text);
const little: Encode = (text) => new Uint8Array(Buffer.from(text, "utf16le"));
const big: Encode = (text) => new Uint8Array(Buffer.from(text, "utf16le").swap16());
const says =
  (encode: Encode, encoding: string | null, quote = '"'): Encode =>
  (text) =>
    encode(
      text.replace(
        declared,
        encoding === null ? "" : `<?xml version=${quote}1.0${quote} encoding=${quote}${encoding}${quote}?>`,
      ),
    );
const marked =
  (encode: Encode): Encode =>
  (text) =>
    encode(`\uFEFF${text}`);

/** Every pair of bytes that GBK gives a character. */
const gbkPairs = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    gbkPairs.set(new TextDecoder("gbk").decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}
const gbk: Encode = (text) =>
  Uint8Array.from(
    Array.from(text).flatMap((letter) =>
      letter.charCodeAt(0) < 0x80 ? [letter.charCodeAt(0)] : (gbkPairs.get(letter) ?? [0x3f]),
    ),
  );

const encodings: readonly (readonly [string, Encode])[] = [
  ["UTF-16 LE，有标记，有声明", says(marked(little), "UTF-16")],
  ["UTF-16 LE，有标记，没有声明", says(marked(little), null)],
  ["UTF-16 LE，没有标记，有声明", says(little, "UTF-16")],
  ["UTF-16 LE，没有标记，没有声明", says(little, null)],
  ["UTF-16 BE，有标记", says(marked(big), "utf-16", "'")],
  ["UTF-16 BE，没有标记", says(big, "UTF-16BE")],
  ["UTF-16 BE，没有标记，没有声明", says(big, null)],
  ["UTF-8，有标记", marked(utf8)],
  ["UTF-8，没有声明", says(utf8, null)],
  ["UTF-8，有标记，声明却写别的", says(marked(utf8), "GBK")],
  ["UTF-8，声明却写 UTF-16", says(utf8, "utf-16")],
  ["GBK", says(gbk, "GBK")],
  ["GB2312", says(gbk, "gb2312", "'")],
  ["GB18030", says(gbk, "GB18030")],
];

const changedAll = (encode: Encode) =>
  new Map(
    [...parts].map(([name, content]) => [
      name,
      /\.(xml|rels)$/.test(name) ? encode(decoder.decode(content)) : content,
    ]),
  );

describe("各部分的文字编码", () => {
  it.each(encodings)("%s：照读；改到的部分写成 UTF-8 并如此声明，其余不动", async (_, encode) => {
    const before = changedAll(encode);
    const workbook = opened(oddZip(before, {}));
    expect(workbook.snapshot()).toEqual(snapshot);
    await applied(workbook, [
      { kind: "addSheet", sheet: "评分底稿" },
      cellEdit(form, "D9", { value: "写进去的汉字" }),
    ]);
    const after = partsOf(workbook.save());
    const touched = [
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ];
    for (const [name, content] of before) {
      const now = after.get(name) ?? new Uint8Array();
      if (!touched.includes(name)) {
        expect(Buffer.compare(now, content), name).toBe(0);
        continue;
      }
      const text = new TextDecoder("utf-8", { fatal: true }).decode(now);
      expect(/encoding=["']([^"']*)/.exec(text)?.[1] ?? "UTF-8").toBe("UTF-8");
    }
  });

  it("声明为 ASCII 的部分写进汉字后声明为 UTF-8", async () => {
    const book = richWorkbook({
      parts: {
        "xl/worksheets/sheet2.xml": `<?xml version="1.0" encoding="us-ascii"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>`,
      },
    });
    const workbook = opened(book);
    await applied(workbook, [cellEdit(workbook.snapshot().sheets[1]?.name ?? "", "A1", { value: "汉字" })]);
    const text = decoder.decode(partsOf(workbook.save()).get("xl/worksheets/sheet2.xml"));
    expect(text).toContain('encoding="UTF-8"');
  });

  it.each([
    ["有标记", marked(little)],
    ["没有标记", little],
    ["没有标记，高位在前", big],
  ])("UTF-16 里的文档类型定义照样拒绝：%s", (_, encode) => {
    const bytes = oddZip(
      new Map([...parts, ["docProps/other.xml", encode('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')]]),
      {},
    );
    expect(openXlsx(bytes)).toMatchObject({ ok: false, problem: { code: "unsafeFile" } });
  });

  it.each([
    ["没有听说过的编码", says(utf8, "x-nonsense")],
    [
      "UTF-32",
      (text: string) =>
        Uint8Array.from(Array.from(text).flatMap((one) => [one.charCodeAt(0) & 255, 0, 0, 0])),
    ],
    ["不是 UTF-8 的字节", (text: string) => Uint8Array.from([...utf8(text), 0xff])],
  ] as const)("读不出的拒绝：%s", (_, encode) => {
    expect(openXlsx(oddZip(changedAll(encode), {}))).toMatchObject({
      ok: false,
      problem: { code: "damagedFile" },
    });
  });
});
