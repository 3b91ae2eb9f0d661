import {
  addPart,
  addRow,
  addStyle,
  dropPart,
  edit,
  editForm,
  main,
  textOfPart,
  typeOf,
} from "../strangeBook";
import type { Kind } from "./kind";

const item = /<si>([^]*?)<\/si>/gu;
const plainItem = /<si><t xml:space="preserve">([^<]*)<\/t><\/si>/gu;

/** How cells and their words are written. */
export const cellKinds: readonly Kind[] = [
  {
    name: "文字都写在单元格里，没有共享字符串表",
    respelled: true,
    clash: "strings",
    change: (book) => {
      const items = Array.from(textOfPart(book, book.at.strings).matchAll(item), ([, inner = ""]) => inner);
      editForm(book, (xml) =>
        xml.replaceAll(
          /<c ([^>]*?)t="s"([^>]*)><v>(\d+)<\/v><\/c>/gu,
          (_, before: string, after: string, number: string) =>
            `<c ${before}t="inlineStr"${after}><is>${items[Number(number)] ?? ""}</is></c>`,
        ),
      );
      dropPart(book, book.at.strings);
    },
  },
  {
    name: "富文本，带拼音",
    clash: "strings",
    change: (book) => {
      edit(book, book.at.strings, (xml) =>
        xml.replaceAll(plainItem, (_, text: string) => {
          const [first = "", ...rest] = text;
          const more =
            rest.length === 0
              ? ""
              : `<r><rPr><b/><sz val="10.5"/><color theme="1"/><rFont val="仿宋"/><charset val="134"/></rPr><t xml:space="preserve">${rest.join("")}</t></r>`;
          return /[&;]/u.test(text)
            ? `<si><t>${text}</t></si>`
            : `<si><r><t xml:space="preserve">${first}</t></r>${more}<rPh sb="0" eb="1"><t>pin</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>`;
        }),
      );
    },
  },
  {
    name: "文字用字符引用书写",
    clash: "strings",
    change: (book) => {
      edit(book, book.at.strings, (xml) =>
        xml.replaceAll(plainItem, (_, text: string) => {
          const letters = text.replaceAll(
            /[一-龥]/gu,
            (letter) => `&#x${letter.charCodeAt(0).toString(16)};`,
          );
          return `<si><t>${letters}</t></si>`;
        }),
      );
    },
  },
  {
    name: "文字写在 CDATA 里",
    clash: "strings",
    change: (book) => {
      edit(book, book.at.strings, (xml) =>
        xml.replaceAll(plainItem, (whole, text: string) =>
          text.includes("&") ? whole : `<si><t xml:space="preserve"><![CDATA[${text}]]></t></si>`,
        ),
      );
    },
  },
  {
    name: "共享字符串表没有计数，还有没人用的项",
    clash: "strings",
    change: (book) => {
      edit(book, book.at.strings, (xml) =>
        xml
          .replace(/ count="\d+" uniqueCount="\d+"/u, "")
          .replace("</sst>", "<si><t/></si><si/><si><t>没人用</t></si></sst>"),
      );
    },
  },
  {
    name: "行没有编号",
    respelled: true,
    change: (book) => {
      editForm(book, (xml) => xml.replaceAll(/<row r="\d+"/gu, "<row"));
    },
    clash: "rows",
  },
  {
    name: "单元格没有地址",
    respelled: true,
    clash: "rows",
    change: (book) => {
      editForm(book, (xml) =>
        xml.replaceAll(
          /(<row r="(\d+)"[^>]*>)([^]*?)<\/row>/gu,
          (_, open: string, row: string, cells: string) => {
            const found = Array.from(cells.matchAll(/<c r="([A-Z])\d+"(?:[^>]*\/>|[^]*?<\/c>)/gu));
            // Cells that are not written out would move the others: blanks take their places.
            const byColumn = new Map(found.map(([cell, column]) => [column, cell]));
            const last = found.at(-1)?.[1] ?? "A";
            const line = Array.from("ABCDEFGHIJKL").filter((column) => column <= last);
            return `${open}${line
              .map((column) => byColumn.get(column) ?? `<c r="${column}${row}"/>`)
              .join("")
              .replaceAll(/<c r="[A-Z]+\d+"/gu, "<c")}</row>`;
          },
        ),
      );
    },
  },
  {
    name: "空的行和空的单元格",
    change: (book) => {
      addRow(book, () => "");
      addRow(
        book,
        (row) => `<c r="B${row}"/><c r="D${row}"></c><c r="E${row}" t="s"/>`.replace(' t="s"', ""),
        ' spans="2:5"',
      );
    },
  },
  {
    name: "spans 分成几段",
    respelled: true,
    change: (book) => {
      editForm(book, (xml) =>
        xml.replaceAll(/<row r="(\d+)"(?! spans)/gu, (_, row: string) => `<row r="${row}" spans="1:6 7:11"`),
      );
    },
  },
  {
    name: "共享公式",
    change: (book) => {
      const first = book.nextRow;
      addRow(
        book,
        (row) =>
          `<c r="B${row}"><f t="shared" ref="B${row}:C${row + 1}" si="0">F14*$F$15+SUM(F$16:F17)</f><v>111</v></c><c r="C${row}"><f t="shared" si="0"/><v>0</v></c>`,
      );
      addRow(
        book,
        (row) =>
          `<c r="B${row}"><f t="shared" si="0"/><v>${first}</v></c><c r="C${row}"><f t="shared" si="0"/><v>1</v></c>`,
      );
    },
  },
  {
    name: "数组公式",
    change: (book) => {
      addRow(
        book,
        (row) =>
          `<c r="B${row}"><f t="array" ref="B${row}:B${row + 1}">F14:F15*2</f><v>20</v></c><c r="C${row}"><f t="array" aca="1" ref="C${row}" ca="1">SUM(F14:F15*2)</f><v>40</v></c>`,
      );
      addRow(book, (row) => `<c r="B${row}"><v>20</v></c>`);
    },
  },
  {
    name: "模拟运算表",
    change: (book) => {
      addRow(book, (row) => `<c r="B${row}"><v>1</v></c><c r="C${row}"><f>B${row}*2</f><v>2</v></c>`);
      const row = book.nextRow;
      addRow(
        book,
        () =>
          `<c r="B${row}"><v>2</v></c><c r="C${row}"><f t="dataTable" ref="C${row}:C${row + 1}" dt2D="0" dtr="0" r1="B${row - 1}"/><v>4</v></c>`,
      );
      addRow(book, (next) => `<c r="B${next}"><v>3</v></c><c r="C${next}"><v>6</v></c>`);
    },
  },
  {
    name: "动态数组（单元格元数据）",
    change: (book) => {
      addPart(
        book,
        "xl/metadata.xml",
        `<metadata xmlns="${main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
        { type: typeOf("sheetMetadata"), from: book.at.workbook, word: "sheetMetadata" },
      );
      addRow(
        book,
        (row) =>
          `<c r="B${row}" cm="1"><f t="array" ref="B${row}:B${row + 1}">_xlfn._xlws.SORT(F14:F15)</f><v>10</v></c>`,
      );
      addRow(book, (row) => `<c r="B${row}"><v>10</v></c>`);
    },
  },
  {
    name: "写成 _x000D_ 的字符，首尾的空格",
    change: (book) => {
      addRow(
        book,
        (row) =>
          `<c r="B${row}" t="inlineStr"><is><t xml:space="preserve">  第一行_x000D_\n第二行_x005F_x000D_ </t></is></c><c r="C${row}" t="str"><f>"_x000D_"&amp;" "</f><v>_x005F_x000D_ </v></c>`,
      );
    },
  },
  {
    name: "逻辑值、错误值、ISO 日期、科学计数",
    change: (book) => {
      addRow(
        book,
        (row) =>
          `<c r="B${row}" t="b"><v>1</v></c><c r="C${row}" t="e"><v>#N/A</v></c><c r="D${row}" t="d"><v>2023-12-31T00:00:00</v></c><c r="E${row}"><v>1.5E-3</v></c><c r="F${row}" t="n"/>`,
      );
    },
  },
  {
    name: "没有样式表",
    respelled: true,
    noFont: true,
    clash: "styles",
    change: (book) => {
      editForm(book, (xml) => xml.replaceAll(/ (?:s|style)="\d+"/gu, ""));
      dropPart(book, book.at.styles);
    },
  },
  {
    name: "样式表是一个空元素",
    respelled: true,
    noFont: true,
    clash: "styles",
    change: (book) => {
      editForm(book, (xml) => xml.replaceAll(/ (?:s|style)="\d+"/gu, ""));
      book.parts.set(book.at.styles, `<styleSheet xmlns="${main}"/>`);
    },
  },
  {
    name: "庞大的样式表",
    clash: "styles",
    change: (book) => {
      const fonts = Array.from(
        { length: 900 },
        (_, index) =>
          `<font><sz val="${8 + (index % 30) / 2}"/><color rgb="FF${(index * 5000).toString(16).padStart(6, "0").toUpperCase()}"/><name val="宋体"/></font>`,
      );
      const first = addStyle(book, "fonts", fonts.join("")) - fonts.length + 1;
      const looks = fonts.flatMap((_, index) =>
        Array.from(
          { length: 4 },
          (__, each) =>
            `<xf numFmtId="${each}" fontId="${first + index}" fillId="0" borderId="0" xfId="0" applyFont="1"/>`,
        ),
      );
      addStyle(book, "cellXfs", looks.join(""));
    },
  },
  {
    name: "自定义数字格式",
    change: (book) => {
      addStyle(
        book,
        "numFmts",
        '<numFmt numFmtId="180" formatCode="0.00&quot;分&quot;;[Red]-0.00&quot;分&quot;;&quot;－&quot;;@"/><numFmt numFmtId="300" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>',
      );
      const own = addStyle(
        book,
        "cellXfs",
        '<xf numFmtId="180" fontId="2" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"><alignment horizontal="right"/></xf>',
      );
      editForm(book, (xml) =>
        xml.replaceAll(/<c r="I(\d+)" s="\d+"/gu, (whole, row: string) =>
          Number(row) >= 14 && Number(row) <= 41 ? `<c r="I${row}" s="${own}"` : whole,
        ),
      );
    },
  },
  {
    name: "渐变填充、旧式单色索引、下划线和上标",
    change: (book) => {
      addStyle(
        book,
        "fills",
        '<fill><gradientFill degree="90"><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color indexed="22"/></stop></gradientFill></fill>',
      );
      const font = addStyle(
        book,
        "fonts",
        '<font><u val="doubleAccounting"/><vertAlign val="superscript"/><sz val="10.5"/><color indexed="10"/><name val="黑体"/><charset val="134"/></font>',
      );
      const own = addStyle(
        book,
        "cellXfs",
        `<xf numFmtId="0" fontId="${font}" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1"/>`,
      );
      editForm(book, (xml) => xml.replaceAll(/<c r="K(\d+)" s="\d+"/gu, `<c r="K$1" s="${own}"`));
    },
  },
  {
    name: "整列的样式",
    change: (book) => {
      const own = addStyle(
        book,
        "cellXfs",
        '<xf numFmtId="2" fontId="2" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/>',
      );
      editForm(book, (xml) =>
        xml.replace("</cols>", `<col min="12" max="16384" width="9.5" style="${own}"/></cols>`),
      );
    },
    clash: "columns",
  },
  {
    name: "整行的样式",
    change: (book) => {
      const own = addStyle(
        book,
        "cellXfs",
        '<xf numFmtId="0" fontId="3" fillId="0" borderId="1" xfId="0" applyFont="1"><alignment vertical="center"/></xf>',
      );
      editForm(book, (xml) =>
        xml.replaceAll(/<row r="(1[4-9]|2\d)"/gu, `<row r="$1" s="${own}" customFormat="1"`),
      );
    },
  },
];
