import {
  edit,
  packageSpace,
  relationsSpace,
  relativeHref,
  renamePart,
  spreadsheetParts,
  type Book,
} from "../strangeBook";
import type { Kind } from "./kind";

const strictNames: readonly (readonly [string, string])[] = [
  [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties",
  ],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties",
  ],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "http://purl.oclc.org/ooxml/officeDocument/customXml",
  ],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
  ],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
  ],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
  ],
  ["http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"],
];

/** The default namespace of the root gets a prefix. */
function prefixed(text: string, prefix: string): string {
  const root = /<(?![?!])[\w:.-]+(?:"[^"]*"|'[^']*'|[^"'>])*>/u.exec(text)?.[0] ?? "";
  if (!/ xmlns="/u.test(root)) return text;
  return text
    .replace(root, root.replace(' xmlns="', ` xmlns:${prefix}="`))
    .replaceAll(/<(\/?)(?=[\p{L}])([\p{L}\w.-]+)(?=[\s/>])/gu, `<$1${prefix}:$2`);
}

const between = (xml: string, put: string): string =>
  xml.replaceAll(
    /(<\/(?:c|si|sheet|xf|font|row|mergeCell|definedName)>|<(?:cols|sheetData|sheets|definedNames|fonts|cellXfs|sst|Types|Relationships)(?: [^>]*)?>)(?=<)/gu,
    `$1${put}`,
  );

/** Which parts there are, what they are called, and how one leads to the other. */
const namingKinds: readonly Kind[] = [
  {
    name: "目标都是绝对的",
    clash: "href",
    change: (book) => void (book.href = (_, to) => `/${encodeURI(to)}`),
  },
  {
    name: "目标里有 . 和 ..",
    clash: "href",
    change: (book) =>
      void (book.href = (from, to) =>
        `./${from === "" ? "" : "../".repeat(from.split("/").length - 1)}${to.includes("/") ? `${to.split("/")[0] ?? ""}/../` : ""}${to}`),
  },
  {
    name: "目标的大小写与零件名不同",
    clash: "href",
    change: (book) =>
      void (book.href = (from, to) =>
        relativeHref(from, to).replace(/worksheets\/sheet/u, "Worksheets/Sheet")),
  },
  {
    name: "工作表不在 xl/worksheets 里",
    clash: "names",
    change: (book) => {
      renamePart(book, book.at.form, "content/first.xml");
    },
  },
  {
    name: "工作簿不叫 workbook.xml，也不在 xl 里",
    clash: "names",
    change: (book) => {
      renamePart(book, book.at.workbook, "Book1.xml");
    },
  },
  {
    name: "样式表、共享字符串叫别的名字",
    clash: "names",
    change: (book) => {
      if (book.parts.has(book.at.styles)) renamePart(book, book.at.styles, "xl/looks/s-1.xml");
      if (book.parts.has(book.at.strings)) renamePart(book, book.at.strings, "xl/looks/表 1.xml");
    },
  },
  {
    name: "xml 的默认类型就是工作簿（.NET 的写法）",
    clash: "defaults",
    change: (book) => {
      book.endings.set("xml", book.types.get(book.at.workbook) ?? "");
      book.types.delete(book.at.workbook);
      for (const part of book.parts.keys())
        if (part.startsWith("customXml/item") && !book.types.has(part))
          book.types.set(part, "application/xml");
      for (const part of book.parts.keys())
        if (part.endsWith("cellimages.xml")) book.types.set(part, "application/xml");
    },
  },
  {
    name: "xml 的默认类型是工作表",
    clash: "defaults",
    change: (book) => {
      book.endings.set("xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
      book.types.delete(book.at.form);
      for (const part of book.parts.keys())
        if (part.startsWith("customXml/item") && !book.types.has(part))
          book.types.set(part, "application/xml");
    },
  },
  {
    name: "没有 xml 的默认类型",
    clash: "defaults",
    change: (book) => {
      book.endings.delete("xml");
      for (const part of book.parts.keys())
        if (/\.xml$/u.test(part) && !book.types.has(part)) book.types.set(part, "application/xml");
    },
  },
  {
    name: "关系的编号不是 rId",
    change: (book) => {
      const odd = (id: string): string => id.replace(/^rId(\d+)$/u, "R9f8e7d$1");
      for (const each of [...book.relations.values()].flat()) each.id = odd(each.id);
      for (const [name, text] of book.parts) {
        if (typeof text === "string")
          book.parts.set(
            name,
            text.replaceAll(
              / r:(id|embed)="(rId\d+)"/gu,
              (_, word: string, id: string) => ` r:${word}="${odd(id)}"`,
            ),
          );
      }
    },
  },
  {
    name: "关系的命名空间写在每个 sheet 上",
    change: (book) => {
      edit(book, book.at.workbook, (xml) => {
        const space = ` xmlns:r="${relationsSpace}"`;
        return xml
          .replace(space, "")
          .replaceAll(/<(sheet|externalReference|pivotCache)( [^>]*r:id=)/gu, `<$1${space}$2`);
      });
    },
  },
  {
    name: "关系的前缀不是 r",
    change: (book) => {
      for (const part of spreadsheetParts(book)) {
        edit(book, part, (xml) =>
          xml.replaceAll(/ r:id="/gu, ' rel:id="').replaceAll(/xmlns:r="/gu, 'xmlns:rel="'),
        );
      }
    },
  },
  {
    name: "Strict 的命名空间",
    change: (book) => {
      const strict = (text: string): string =>
        strictNames.reduce((now, [from, to]) => now.replaceAll(from, to), text);
      for (const [name, text] of book.parts) if (typeof text === "string") book.parts.set(name, strict(text));
      for (const [from, list] of book.relations)
        book.relations.set(
          from,
          list.map((each) => ({ ...each, type: strict(each.type) })),
        );
      edit(book, book.at.workbook, (xml) => xml.replace("<workbook ", '<workbook conformance="strict" '));
    },
  },
];

const spell =
  (change: (xml: string) => string) =>
  (book: Book): void =>
    void book.spellings.push(change);

/** How the XML is spelled. */
const spellingKinds: readonly Kind[] = [
  {
    name: "元素都带前缀",
    change: spell((xml) => (xml.includes(`${packageSpace}/`) ? xml : prefixed(xml, "x"))),
  },
  {
    name: "包的清单也带前缀",
    change: spell((xml) =>
      xml.includes(`${packageSpace}/content-types`) || xml.includes(`xmlns="${packageSpace}/relationships`)
        ? prefixed(xml, "p")
        : xml,
    ),
  },
  { name: "元素之间有回车换行和缩进", change: spell((xml) => between(xml, "\r\n\t  ")) },
  { name: "处处有注释", change: spell((xml) => `${between(xml, "<!-- <c r='A1'/> & -->")}\n<!-- 完 -->`) },
  { name: "处处有处理指令", change: spell((xml) => between(xml, '<?oa mark="<row>"?>')) },
  {
    name: "属性次序颠倒、用单引号、标签里换行",
    respelled: true,
    change: spell((xml) =>
      xml.replaceAll(
        /<([\w:]+)((?: [\w:]+="[^"']*")+)(\s*\/?>)/gu,
        (_, name: string, attributes: string, end: string) => {
          const list = Array.from(
            attributes.matchAll(/([\w:]+)="([^"']*)"/gu),
            ([, key = "", value = ""]) => `${key} = '${value}'`,
          );
          return `<${name}\n ${list.reverse().join("  ")} ${end}`;
        },
      ),
    ),
  },
  {
    name: "空元素都写成一对标签",
    respelled: true,
    change: spell((xml) => xml.replaceAll(/<([\w:]+)((?:"[^"]*"|'[^']*'|[^"'<>/])*)\/>/gu, "<$1$2></$1>")),
  },
  { name: "没有 XML 声明", clash: "encoding", change: (book) => void (book.declaration = "") },
  {
    name: "UTF-8 带标记",
    clash: "encoding",
    change: (book) => void (book.encode = (text) => new TextEncoder().encode(`\uFEFF${text}`)),
  },
  { name: "UTF-16 小端带标记", clash: "encoding", change: wide("\uFEFF", false) },
  { name: "UTF-16 大端带标记", clash: "encoding", change: wide("\uFEFF", true) },
  { name: "UTF-16 没有标记", clash: "encoding", change: wide("", false) },
];

function wide(mark: string, big: boolean) {
  return (book: Book): void => {
    book.declaration = book.declaration.replace("UTF-8", "UTF-16");
    book.encode = (text) => {
      const bytes = Buffer.from(mark + text, "utf16le");
      return new Uint8Array(big ? bytes.swap16() : bytes);
    };
  };
}

const packed = (name: string, form: Book["zip"]): Kind => ({
  name,
  change: (book) => void (book.zip = { ...book.zip, ...form }),
});

/** How the parts are packed. */
const zipKinds: readonly Kind[] = [
  packed("都没有压缩", { stored: true }),
  packed("大小写在内容后面（数据描述符）", { descriptors: true }),
  packed("zip64 的大小", { wideSizes: true }),
  packed("zip64 的结尾记录", { wideEnd: true }),
  packed("有文件夹和注释", { folders: true, comment: "自评表" }),
  packed("名字后面有别的程序的附加字段", { extras: true }),
  packed("名字里是反斜杠", { backslashes: true }),
  packed("压缩包前面有别的字节", { bytesBefore: 300 }),
];

export const packageKinds: readonly Kind[] = [...namingKinds, ...spellingKinds, ...zipKinds];
