import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { readReportFile } from "../../../src/adapters/docx/readReportFile";

const head = '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w"><w:body>';

function docx(body: string, part = "word/document.xml"): Uint8Array {
  return packed(`${head}${body}</w:body></w:document>`, part);
}

function packed(xml: string, part = "word/document.xml"): Uint8Array {
  const relation = `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/>`;
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": strToU8(`<Relationships>${relation}</Relationships>`),
    [part]: strToU8(xml),
  });
}

function textOf(body: string): string {
  const read = readReportFile(docx(body));
  if (!read.ok) throw new Error(read.problem.why);
  return read.value;
}

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (...texts: readonly string[]): string => `<w:p>${texts.map(run).join("")}</w:p>`;
const box = (body: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${body}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${body}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;

describe("读 .docx 的文字", () => {
  it("一段一行，分开的文字接起来，转义字符还原", () => {
    expect(
      textOf(
        '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>自评得分</w:t></w:r><w:r><w:t xml:space="preserve">99.66 分 &lt;优&gt;</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>第二段</w:t></w:r></w:p>',
      ),
    ).toBe("自评得分99.66 分 <优>\n\n第二段");
  });

  it("表格一行一行，单元格用制表符隔开", () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join("")}</w:tc>`;
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
    ["修订中加上的字要读", `<w:p><w:ins>${run("新增")}</w:ins>${run("三项")}</w:p>`, "新增三项"],
    [
      "移走的字不读，移来的要读",
      `<w:p><w:moveFrom>${run("旧")}</w:moveFrom></w:p><w:p><w:moveTo>${run("新")}</w:moveTo></w:p>`,
      "\n新",
    ],
    [
      "段落的制表位不是制表符",
      `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>得分</w:t><w:tab/><w:t>99分</w:t></w:r></w:p>`,
      "得分\t99分",
    ],
    [
      "换行、连字符",
      "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>",
      "甲\n乙-1",
    ],
    [
      "文本框读一遍，放在所在段落之后",
      `<w:p>${run("正文")}<w:r>${box(paragraph("框内"))}</w:r>${run("接着")}</w:p>`,
      "正文接着\n框内",
    ],
    [
      "文本框里的文本框也只读一遍",
      `<w:p>${run("甲")}<w:r>${box(`<w:p><w:r>${box(paragraph("乙"))}</w:r></w:p>`)}</w:r></w:p>`,
      "甲\n\n乙",
    ],
    [
      "隐藏的字不读",
      `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r></w:p>`,
      "显",
    ],
    [
      "内容控件、超链接、域结果里的字要读",
      `<w:sdt><w:sdtPr><w:alias w:val="不读"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>${run("链")}</w:hyperlink><w:fldSimple>${run("域")}</w:fldSimple></w:p></w:sdtContent></w:sdt>`,
      "链域",
    ],
    [
      "拼音不读",
      `<w:p><w:r><w:ruby><w:rt>${run("fen")}</w:rt><w:rubyBase>${run("分")}</w:rubyBase></w:ruby></w:r></w:p>`,
      "分",
    ],
    [
      "公式里的分数",
      "<w:p><m:oMath><m:f><m:num><m:r><m:t>年末数1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>",
      "年末数1/2",
    ],
    ["注释、CDATA", "<w:p><!--<w:t>不读</w:t>--><w:r><w:t>甲<![CDATA[<乙>]]></w:t></w:r></w:p>", "甲<乙>"],
    [
      "标签属性里的大于号",
      `<w:p w:x="a>b"><w:r><w:t w:y='"<>'>甲</w:t></w:r></w:p>`.replace("<>", "&lt;>"),
      "甲",
    ],
  ])("%s", (_, body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  it("正文在别的名字下（Word 网页版写 document2.xml）", () => {
    expect(readReportFile(docx(paragraph("自评"), "word/document2.xml"))).toMatchObject({ value: "自评" });
  });
});

const chinese =
  "自评报告\r\n一、部门概况\r\n2023年本部门整体支出绩效自评得分99.66分，等级为优。新增就业33.01万人，年末结转结余率为5.2%。";
const utf16 = (text: string, big: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((code) =>
      big ? [code >> 8, code & 255] : [code & 255, code >> 8],
    ),
  );
/** "自评得分99分，等级为优。" */
const gbk = Uint8Array.from(Buffer.from("d7d4c6c0b5c3b7d63939b7d6a3acb5c8bcb6ceaad3c5a1a3", "hex"));

describe("读纯文本", () => {
  it.each([
    ["UTF-8", strToU8(chinese)],
    ["UTF-8，带标记", strToU8(`\uFEFF${chinese}`)],
    ["UTF-16 LE，带标记", utf16(`\uFEFF${chinese}`, false)],
    ["UTF-16 BE，带标记", utf16(`\uFEFF${chinese}`, true)],
    ["UTF-16 LE，无标记", utf16(chinese, false)],
    ["UTF-16 BE，无标记", utf16(chinese, true)],
  ])("%s", (_, bytes) => {
    expect(readReportFile(bytes)).toEqual({ ok: true, value: chinese, notes: [] });
  });

  it.each([
    ["以尖括号、方括号开头的报告", "<一、概况> 本部门自评得分99分，详见<Excel 附表>。"],
    ["方括号", "[2023]1号 自评得分99分"],
    ["冒号", "Word: 自评得分99分\nTo: 市财政局\n\n一、概况"],
    ["多是外文、图形的", `自评报告 ${"├──┤αβγ Ⅳ①②③éü😀".repeat(20)}`],
  ])("%s，照样读", (_, text) => {
    expect(readReportFile(strToU8(text))).toMatchObject({ ok: true, value: text });
  });

  it("断在最后一个字上的，只少那个字；夹着一个零字节的，不算它", () => {
    const short = Array.from(chinese).slice(0, -1).join("");
    for (const cut of [1, 2]) {
      expect(readReportFile(strToU8(chinese).slice(0, -cut))).toMatchObject({ value: short });
    }
    expect(readReportFile(gbk.slice(0, -1))).toMatchObject({ value: "自评得分99分，等级为优" });
    expect(readReportFile(strToU8(`${chinese}\0`))).toMatchObject({ value: chinese });
    expect(readReportFile(Uint8Array.from([...gbk, 0]))).toMatchObject({ value: "自评得分99分，等级为优。" });
    expect(readReportFile(strToU8(`${chinese}\0\0`))).toMatchObject({ ok: false });
    const broken = Uint8Array.from([...strToU8(chinese), 0xff, ...strToU8(chinese)]);
    expect(readReportFile(broken)).toMatchObject({ ok: false });
  });

  it("GBK、GB 18030", () => {
    expect(readReportFile(gbk)).toMatchObject({ value: "自评得分99分，等级为优。" });
  });

  it("任何汉字文字，哪种编码都读成原样，或者拒绝", () => {
    const words = fc
      .array(fc.constantFrom(...Array.from(chinese), "0", "\n", "的", "年", "万元", "%"), {
        minLength: 8,
        maxLength: 60,
      })
      .map((pieces) => `自评得分${pieces.join("")}`);
    fc.assert(
      fc.property(words, fc.boolean(), (text, big) => {
        const read = readReportFile(utf16(text, big));
        if (read.ok) expect(read.value).toBe(text);
        expect(readReportFile(strToU8(text))).toMatchObject({ value: text });
      }),
      { numRuns: 300 },
    );
  });
});

const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]);
const png = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
]);

const openings = ["<div>", '<table border="1">', '<meta charset="utf-8">', "<!-- 注 -->\n<html>", "\n  <p>"];
const pages = openings.map((opening): [string, Uint8Array, string] => {
  return [`网页（${opening}）`, strToU8(`${opening}自评得分99分`), "网页"];
});

describe("不是报告的，说明是什么、该给什么", () => {
  it.each<[string, Uint8Array, string]>([
    ["空文件", new Uint8Array(), "空的"],
    ["空白的文本", strToU8(" \r\n　\r\n"), "没有文字|读不懂"],
    ["一个字也没有的文档", docx("<w:p><w:r><w:drawing/></w:r></w:p>"), "没有文字"],
    ["旧格式 .doc、.wps", ole, "旧格式"],
    ["PDF", readFileSync("tests/adapters/docx/files/report.pdf"), "PDF"],
    ["全是英文字母的 PDF", strToU8("%PDF-1.4\n1 0 obj <<>> endobj"), "PDF"],
    ["RTF", strToU8("{\\rtf1\\ansi\\ansicpg936 \\'d7\\'d4}"), "RTF"],
    ["前面垫了1,100个字节的 PDF", strToU8(`${"自".repeat(370)}%PDF-1.7`), "PDF"],
    ...pages,
    ["UTF-16 的网页", utf16("\uFEFF<html><body>自评得分99分", false), "网页"],
    ["UTF-16 BE 的网页，无标记", utf16("<table><tr><td>自评得分99分", true), "网页"],
    ["文字后面才有标签的网页", strToU8(`自评<br><b>得分</b><br>${"<td>99分</td>".repeat(9)}`), "网页"],
    ["邮件", strToU8("From: a@b.cn\r\nTo: c@d.cn\r\nSubject: x\r\n\r\n自评得分99分"), "邮件"],
    ["数据文件", strToU8('\uFEFF[{"fact":"x","label":"自评得分","value":99}]'), "JSON"],
    ["网页", strToU8("<!DOCTYPE html><p>自评得分99分</p>"), "网页"],
    ["单个文件网页", strToU8("MIME-Version: 1.0\r\n\r\n自评得分"), "网页"],
    ["Word 2003 XML", strToU8('\uFEFF<?xml version="1.0"?><w:wordDocument>自评</w:wordDocument>'), "XML"],
    ["图片", png, "读不懂"],
    ["程序", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), "读不懂"],
    [
      "Big5 的文字",
      Uint8Array.from(Buffer.from("a6dbb5fbb3f8a7692031303020a4c0a1a1b3a1aaf9bec9cef2aaf7", "hex")),
      "读不懂",
    ],
    ["没有汉字", strToU8("score: 99"), "没有文字|读不懂"],
    ["别的压缩包", zipSync({ "a.txt": strToU8("自评") }), "压缩文件"],
    ["Excel 工作簿", readFileSync("samples/nansha-2023-blank.xlsx"), "压缩文件"],
    ["截断的文件", docx("<w:p/>").slice(0, 60), "损坏"],
    ["标签没有写完", packed("<w:document><w:body><w:p"), "损坏"],
    ["带实体定义", packed('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "不安全"],
    ["过长的文本", strToU8("自评".repeat(300_000)), "过长"],
    ["正文过大", docx(`<w:p/>${" ".repeat(31_000_000)}`), "不安全"],
  ])("%s", (_, bytes, words) => {
    const read = readReportFile(bytes);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problem.what).toMatch(new RegExp(words, "u"));
    expect(read.problem.todo).toMatch(/[.]docx|重新取得|正文/u);
    expect(Object.values(read.problem).join()).not.toMatch(/xlsx|自评表|[A-Za-z]{3,} [a-z]{3,}/u);
  });
});

/** Half a million characters of what makes a search begin anew at every place. */
const nasty: readonly string[] = [
  "<a ",
  "<a",
  "<",
  "</",
  "<!--",
  "<![CDATA[",
  "<?",
  "&",
  "&#",
  "<a b='",
  "<w:t>",
  "<w:p/>",
  "<w:t>自</w:t>",
  " ",
  "<a><!--",
  "\t",
  "<w:tab/>",
  "<mc:AlternateContent>",
];

describe("多大、多乱的内容都读得完", () => {
  it.each(nasty)("一百万字的 %s", (piece) => {
    const many = piece.repeat(Math.ceil(1_000_000 / piece.length));
    for (const xml of [
      many,
      `${head}<w:p>${many}</w:p></w:body></w:document>`,
      `${head}<w:p><w:r><w:t>自${many}`,
    ]) {
      const store = { level: 0 } as const;
      readReportFile(zipSync({ "word/document.xml": [strToU8(xml), store] }));
    }
    readReportFile(strToU8(`自${many}`.slice(0, 390_000)));
  });

  it("任意字节都不抛出", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(200), (noise, at) => {
        const bytes = docx(paragraph("字"));
        bytes.set(noise.slice(0, bytes.length - Math.min(at, bytes.length)), Math.min(at, bytes.length));
        readReportFile(bytes);
        readReportFile(noise);
      }),
      { numRuns: 200 },
    );
  });

  const soup = fc
    .array(
      fc.constantFrom(
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>",
        "</w:t>",
        "<w:t/>",
        "自",
        "评",
        "&lt;",
        "&#65;",
        "<!--x-->",
        "<![CDATA[<分>]]>",
        "<?x y?>",
        "<w:tab/>",
        "<w:del>",
        "</w:del>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        '<w:p a=">">',
        "&",
        "<",
        ">",
      ),
      { maxLength: 24 },
    )
    .map((pieces) => `${head}<w:p><w:r><w:t>自</w:t></w:r></w:p>${pieces.join("")}</w:body></w:document>`);

  const { tree } = fc.letrec<{ tree: string; inside: string }>((tie) => ({
    tree: fc.array(tie("inside"), { maxLength: 3 }).map((pieces) => pieces.join("")),
    inside: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(
        "自",
        "评",
        " ",
        "&lt;",
        "&#65;",
        "<!--x-->",
        "<![CDATA[<分>]]>",
        "<?x y?>",
        "<w:tab/>",
      ),
      fc
        .tuple(fc.constantFrom("p", "r", "t", "del", "ins", "tbl", "tr", "tc", "sdt", "a"), tie("tree"))
        .map(([name, body]) => `<w:${name} w:x="a>b">${body}</w:${name}>`),
    ),
  }));
  const whole = tree.map((body) => `${head}<w:p><w:r><w:t>自</w:t></w:r></w:p>${body}</w:body></w:document>`);

  it("乱写的标签不抛出；XML 解析器读得出的，读到的字与它一样多、一样先后", () => {
    fc.assert(
      fc.property(fc.oneof(soup, whole), (xml) => {
        const read = readReportFile(packed(xml));
        const expected = wordsByParser(xml);
        if (expected === null || !read.ok) return;
        expect(read.value.replace(/\s/gu, "")).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What stands in w:t inside a paragraph and not in w:del, as a parser of the standard reads it; null for what is not well-formed. */
function wordsByParser(xml: string): string | null {
  const open: string[] = [];
  let words = "";
  const errors: Error[] = [];
  const parser = new SaxesParser();
  const take = (text: string): void => {
    if (open.at(-1) === "w:t" && open.includes("w:p") && !open.includes("w:del")) words += text;
  };
  parser.on("error", (error) => errors.push(error));
  parser.on("opentag", ({ name }) => open.push(name));
  parser.on("closetag", () => open.pop());
  parser.on("text", take);
  parser.on("cdata", take);
  parser.write(xml).close();
  return errors.length > 0 ? null : words.replace(/\s/gu, "");
}
