import { strToU8, zipSync } from "fflate";

export interface RichOptions {
  /** "x:" writes the sheet and the workbook with prefixed tags. */
  readonly prefix?: string;
  readonly strict?: boolean;
  /** Attributes of sheetProtection, such as 'sheet="1"'. */
  readonly protection?: string;
  readonly lockStructure?: boolean;
  /** More parts, or others in their place; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4, 5]);

/** A form as Excel leaves one behind: with everything that nobody wants to lose. */
export function richWorkbook(options: RichOptions = {}): Uint8Array {
  const parts = { ...allParts(options), ...options.parts };
  const files = Object.entries(parts).flatMap(([name, content]) =>
    content === null ? [] : [[name, typeof content === "string" ? strToU8(content) : content] as const],
  );
  return zipSync(Object.fromEntries(files), { mtime: new Date(2023, 11, 31) });
}

function allParts(options: RichOptions): Record<string, string | Uint8Array> {
  const base = options.strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = options.strict
    ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
    : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const tags = (text: string): string => prefixed(text, options.prefix ?? "", main, base);
  return {
    "[Content_Types].xml": `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet3.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`,
    "_rels/.rels": relations(base, [["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml":
      xml +
      tags(
        `<workbook xmlns="MAIN" xmlns:r="RELS"><workbookPr/>${options.lockStructure ? '<workbookProtection lockStructure="1"/>' : ""}<bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="自评表 1" sheetId="4" r:id="rId1"/><sheet name="参数" sheetId="7" state="hidden" r:id="rId2"/><sheet name="码表" sheetId="9" state="veryHidden" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'自评表 1'!$A$1:$F$12,'自评表 1'!$H:$I</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'自评表 1'!$2:$2</definedName><definedName name="满分">参数!$B$1</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
      ),
    "xl/_rels/workbook.xml.rels": relations(base, [
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "/xl/worksheets/sheet2.xml"],
      ["rId3", "worksheet", "worksheets/sheet3.xml"],
      ["rId4", "styles", "styles.xml"],
      ["rId5", "sharedStrings", "sharedStrings.xml"],
      ["rId6", "calcChain", "calcChain.xml"],
      ["rId7", "customXml", "../customXml/item1.xml"],
    ]),
    "xl/styles.xml":
      xml +
      tags(
        `<styleSheet xmlns="MAIN"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="10.5"/><name val="仿宋_GB2312"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center"/></xf><xf numFmtId="10" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="14" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>`,
      ),
    "xl/sharedStrings.xml":
      xml +
      tags(
        `<sst xmlns="MAIN" count="3" uniqueCount="3"><si><t>部门名称 &amp; 单位</t></si><si><r><rPr><b/></rPr><t>合同</t></r><r><t xml:space="preserve"> 签订</t></r><rPh sb="0" eb="1"><t>hetong</t></rPh></si><si><t>第一行_x000D_
第二行</t></si></sst>`,
      ),
    "xl/worksheets/sheet1.xml": xml + tags(formSheet(options)),
    "xl/worksheets/_rels/sheet1.xml.rels": relations(base, [
      ["rId1", "drawing", "../drawings/drawing1.xml"],
      ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ["rId3", "comments", "../comments1.xml"],
    ]),
    "xl/worksheets/sheet2.xml":
      xml +
      tags(
        `<worksheet xmlns="MAIN"><sheetData><row><c><v>1</v></c><c><v>100</v></c></row><row/><row><c t="str"><f>IF('自评表 1'!D3&gt;5,"高","低")</f><v>高</v></c></row></sheetData></worksheet>`,
      ),
    "xl/worksheets/sheet3.xml":
      xml +
      tags(
        `<worksheet xmlns="MAIN"><sheetData><row r="1"><c r="A1"><v>42</v></c></row></sheetData></worksheet>`,
      ),
    "xl/calcChain.xml": `${xml}<calcChain xmlns="${main}"><c r="E3" i="4"/></calcChain>`,
    "xl/comments1.xml": `${xml}<comments xmlns="${main}"><authors><author>财政局</author></authors><commentList><comment ref="D3" authorId="0"><text><t>请如实填写</t></text></comment></commentList></comments>`,
    "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>`,
    "xl/drawings/drawing1.xml": `${xml}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
    "xl/drawings/_rels/drawing1.xml.rels": relations(base, [["rId1", "image", "../media/image1.png"]]),
    "xl/media/image1.png": picture,
    "customXml/item1.xml": `<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>`,
    "customXml/itemProps1.xml": `<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
    "customXml/_rels/item1.xml.rels": relations(base, [["rId1", "customXmlProps", "itemProps1.xml"]]),
  };
}

function formSheet(options: RichOptions): string {
  const protection = options.protection === undefined ? "" : `<sheetProtection ${options.protection}/>`;
  return (
    `<worksheet xmlns="MAIN" xmlns:r="RELS"><!-- 下发版 --><dimension ref="A1:H9"/><sheetFormatPr defaultRowHeight="14.25"/>` +
    `<cols><col min="1" max="3" width="12.5" customWidth="1"/><col min="5" max="5" width="9" hidden="1"/><col min="10" max="16384" width="11.5" style="1"/></cols>` +
    `<sheetData><row r="1" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r='B1' t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c></row>` +
    `<row r="2" spans="1:6"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2" s="4"><v>45291</v></c><c r="D2" s="2"><v>0.9983</v></c><c r="E2" s="1"/></row>` +
    `<row r="3" ht="20.5"><c r="C3" t="str"><f><![CDATA["a<1"&"&"]]></f><v>a&lt;1&amp;</v></c><c r="D3" s="3"><v>8</v></c><c r="E3"><f t="shared" ref="E3:E5" si="0">D3*$D$3+'自评表 1'!D3</f><v>72</v></c></row>` +
    `<row r="4" hidden="1"><c r="D4" s="3"><v>2</v></c><c r="E4"><f t="shared" si="0"/><v>18</v></c></row>` +
    `<row r="5"><c r="D5"><v>3</v></c><c r="E5"><f t="shared" si="0"/><v>27</v></c><c r="F5"><f>SUM(E3:E5)</f><v>117</v></c><c r="G5"><f>F5/满分</f><v>1.17</v></c><c r="H5"><f>D4+1</f><v>3</v></c></row>` +
    `<row r="6"><c r="A6"><f t="array" ref="A6:A7">D3:D4*2</f><v>16</v></c><c r="B6"><f>@_xldudf_jx_RateScore(D2,D3)</f><v>7.9864</v></c></row><row r="7"><c r="A7"><v>4</v></c></row>` +
    `<row r="9"/></sheetData>${protection}<mergeCells count="1"><mergeCell ref="A9:C9"/></mergeCells>` +
    `<conditionalFormatting sqref="D3:D5"><cfRule type="cellIs" dxfId="0" priority="3" operator="lessThan"><formula>1</formula></cfRule></conditionalFormatting>` +
    `<dataValidations count="1"><dataValidation type="whole" sqref="D3"><formula1>0</formula1><formula2>10</formula2></dataValidation></dataValidations>` +
    `<printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>`
  );
}

function relations(base: string, list: readonly (readonly [string, string, string])[]): string {
  const each = list.map(
    ([id, word, target]) => `<Relationship Id="${id}" Type="${base}/${word}" Target="${target}"/>`,
  );
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join("")}</Relationships>`;
}

function prefixed(text: string, prefix: string, main: string, base: string): string {
  const named = prefix === "" ? text : text.replace(/<(\/?)([A-Za-z])/g, `<$1${prefix}$2`);
  return named
    .replace('xmlns="MAIN"', prefix === "" ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`)
    .replace("RELS", base);
}
