import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocxText } from "../../../src/adapters/docx/readReportFile";

const head = '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w"><w:body>';

function docx(body: string): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(`${head}${body}</w:body></w:document>`),
  });
}

function textOf(body: string): string {
  const read = readDocxText(docx(body));
  if (!read.ok) throw new Error(read.problem.why);
  return read.value;
}

describe("读 .docx 的文字", () => {
  it("一段一行，分开的文字接起来，转义字符还原", () => {
    expect(
      textOf(
        '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>自评得分</w:t></w:r><w:r><w:t xml:space="preserve">99.66 分 &lt;优&gt;</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>第二段</w:t></w:r></w:p>',
      ),
    ).toBe("自评得分99.66 分 <优>\n\n第二段");
  });

  it("表格一行一行，单元格用制表符隔开", () => {
    const cell = (...texts: string[]) =>
      `<w:tc>${texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}</w:tc>`;
    expect(textOf(`<w:tbl><w:tr>${cell("新增就业")}${cell("28", "万人")}</w:tr></w:tbl>`)).toBe(
      "新增就业\t28 万人",
    );
  });

  it("修订中删去的字、域代码不读", () => {
    expect(
      textOf(
        "<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>新</w:t></w:r></w:p>",
      ),
    ).toBe("新");
  });

  it.each([
    ["空文件", new Uint8Array(), "空"],
    ["旧格式 .doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "旧格式"],
    ["不是压缩包", strToU8("自评报告"), "不是 Word"],
    ["别的压缩包", zipSync({ "a.txt": strToU8("x") }), "不是 Word"],
    ["截断的文件", docx("<w:p/>").slice(0, 60), "损坏"],
  ])("%s：说明是什么、怎么办", (_, bytes, words) => {
    const read = readDocxText(bytes);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problem.what).toContain(words);
    expect(read.problem.todo).not.toBe("");
    expect(read.problem.todo).not.toContain("xlsx");
  });

  it("带实体定义的不读", () => {
    const bytes = zipSync({ "word/document.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') });
    expect(readDocxText(bytes).ok).toBe(false);
  });

  it("任意字节都不抛出", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(200), (noise, at) => {
        const bytes = docx("<w:p><w:r><w:t>字</w:t></w:r></w:p>");
        bytes.set(noise.slice(0, bytes.length - Math.min(at, bytes.length)), Math.min(at, bytes.length));
        readDocxText(bytes);
        readDocxText(noise);
      }),
      { numRuns: 200 },
    );
  });
});
