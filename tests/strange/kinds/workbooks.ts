import { strToU8 } from "fflate";
import {
  addPart,
  addSheet,
  addStyle,
  dropPart,
  edit,
  editForm,
  listSheet,
  main,
  packageSpace,
  put,
  relate,
  relationsSpace,
  textOfPart,
  typeOf,
  type Book,
} from "../strangeBook";
import type { Kind } from "./kind";

const onBook = (book: Book, name: string, inner: string, attributes = ""): void => {
  put(book, book.at.workbook, name, inner, attributes);
};
const words = (...list: readonly string[]): string =>
  list
    .map((text, index) => `<c r="${"ABCDEFG".charAt(index)}1" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join("");
const rows = `<sheetData><row r="1">${words("科室", "人数")}</row><row r="2"><c r="A2" t="inlineStr"><is><t>财务科</t></is></c><c r="B2"><v>4</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>办公室</t></is></c><c r="B3"><v>6</v></c></row></sheetData>`;
const note = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>填表说明</t></is></c></row></sheetData>';

/** What stands beside the form in a workbook. */
export const workbookKinds: readonly Kind[] = [
  {
    name: "表在第三张工作表",
    change: (book) => {
      addSheet(book, "封面", note, { first: true });
      addSheet(book, "目录 &amp; 说明", rows, { first: true });
      edit(book, book.at.workbook, (xml) =>
        xml.replace('firstSheet="0" activeTab="0"', 'firstSheet="1" activeTab="2"'),
      );
    },
  },
  {
    name: "隐藏和极隐藏的工作表",
    change: (book) => {
      addSheet(book, "码表", rows, { state: "veryHidden" });
      addSheet(book, "历年", rows, { state: "hidden" });
    },
  },
  {
    name: "工作表名带引号、空格和转义",
    change: (book) => {
      const other = addSheet(book, "局's &amp; &lt;表&gt;", rows);
      edit(book, other, (xml) =>
        xml.replace(
          "</sheetData>",
          "<row r=\"5\"><c r=\"A5\"><f>SUM('局''s &amp; &lt;表&gt;'!B2:B3)</f><v>10</v></c></row></sheetData>",
        ),
      );
      edit(book, book.at.workbook, (xml) =>
        xml.replaceAll(book.formName, "自评表 2023").replaceAll("自评表 2023!", "'自评表 2023'!"),
      );
      book.formName = "自评表 2023";
    },
    clash: "formName",
  },
  {
    name: "别的工作表的公式引用分值",
    change: (book) => {
      addSheet(
        book,
        "核对",
        `<sheetData><row r="1"><c r="A1"><f>SUM('${book.formName}'!F14:F41)</f><v>100</v></c><c r="B1" t="str"><f>'${book.formName}'!E14</f><v>部门整体绩效目标产出指标完成情况</v></c></row></sheetData>`,
      );
    },
    clash: "formName",
  },
  {
    name: "图表工作表",
    change: (book) => {
      const id = addPart(
        book,
        "xl/chartsheets/sheet1.xml",
        `<chartsheet xmlns="${main}" xmlns:r="${relationsSpace}"><sheetPr/><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
        { type: typeOf("chartsheet"), from: book.at.workbook, word: "chartsheet" },
      );
      const chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
      addPart(
        book,
        "xl/drawings/drawing7.xml",
        `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chart}"><c:chart xmlns:c="${chart}" xmlns:r="${relationsSpace}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`,
        {
          type: "application/vnd.openxmlformats-officedocument.drawing+xml",
          from: "xl/chartsheets/sheet1.xml",
          word: "drawing",
        },
      );
      addPart(
        book,
        "xl/charts/chart7.xml",
        `<c:chartSpace xmlns:c="${chart}"><c:chart><c:plotArea><c:layout/><c:pieChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>${book.formName}!$F$14:$F$16</c:f></c:numRef></c:val></c:ser></c:pieChart></c:plotArea></c:chart></c:chartSpace>`,
        {
          type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
          from: "xl/drawings/drawing7.xml",
          word: "chart",
        },
      );
      listSheet(book, `name="图表1" sheetId="77" r:id="${id}"`, true);
    },
  },
  {
    name: "旧式对话框工作表",
    change: (book) => {
      const id = addPart(
        book,
        "xl/dialogsheets/sheet1.xml",
        `<dialogsheet xmlns="${main}"><sheetPr/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="13.5"/></dialogsheet>`,
        { type: typeOf("dialogsheet"), from: book.at.workbook, word: "dialogsheet" },
      );
      listSheet(book, `name="对话框1" sheetId="78" state="hidden" r:id="${id}"`, false);
    },
  },
  {
    name: "表格（ListObject）",
    change: (book) => {
      const part = addSheet(book, "人员", rows);
      const id = addPart(
        book,
        "xl/tables/table1.xml",
        `<table xmlns="${main}" id="1" name="表1" displayName="表1" ref="A1:B3" totalsRowShown="0"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="科室"/><tableColumn id="2" name="人数"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`,
        { type: typeOf("table"), from: part, word: "table" },
      );
      put(book, part, "tableParts", `<tablePart r:id="${id}"/>`, 'count="1"');
    },
  },
  {
    name: "透视表和它的缓存",
    change: (book) => {
      addSheet(book, "数据源", rows);
      const part = addSheet(
        book,
        "透视",
        '<sheetData><row r="3"><c r="A3" t="inlineStr"><is><t>行标签</t></is></c><c r="B3" t="inlineStr"><is><t>求和项:人数</t></is></c></row></sheetData>',
      );
      const cache = addPart(
        book,
        "xl/pivotCache/pivotCacheDefinition1.xml",
        `<pivotCacheDefinition xmlns="${main}" xmlns:r="${relationsSpace}" r:id="rId1" refreshedBy="甲" refreshedDate="45000" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="数据源"/></cacheSource><cacheFields count="2"><cacheField name="科室" numFmtId="0"><sharedItems count="2"><s v="财务科"/><s v="办公室"/></sharedItems></cacheField><cacheField name="人数" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="4" maxValue="6"/></cacheField></cacheFields></pivotCacheDefinition>`,
        { type: typeOf("pivotCacheDefinition"), from: book.at.workbook, word: "pivotCacheDefinition" },
      );
      addPart(
        book,
        "xl/pivotCache/pivotCacheRecords1.xml",
        `<pivotCacheRecords xmlns="${main}" count="2"><r><x v="0"/><n v="4"/></r><r><x v="1"/><n v="6"/></r></pivotCacheRecords>`,
        {
          type: typeOf("pivotCacheRecords"),
          from: "xl/pivotCache/pivotCacheDefinition1.xml",
          word: "pivotCacheRecords",
        },
      );
      addPart(
        book,
        "xl/pivotTables/pivotTable1.xml",
        `<pivotTableDefinition xmlns="${main}" name="透视表1" cacheId="5" dataOnRows="0" applyNumberFormats="0" dataCaption="值" updatedVersion="6" minRefreshableVersion="3" createdVersion="6" indent="0" outline="1" outlineData="1"><location ref="A3:B5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><dataFields count="1"><dataField name="求和项:人数" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>`,
        { type: typeOf("pivotTable"), from: part, word: "pivotTable" },
      );
      relate(
        book,
        "xl/pivotTables/pivotTable1.xml",
        "pivotCacheDefinition",
        "xl/pivotCache/pivotCacheDefinition1.xml",
      );
      onBook(book, "pivotCaches", `<pivotCache cacheId="5" r:id="${cache}"/>`);
    },
  },
  {
    name: "外部链接",
    change: (book) => {
      const id = addPart(
        book,
        "xl/externalLinks/externalLink1.xml",
        `<externalLink xmlns="${main}"><externalBook xmlns:r="${relationsSpace}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>12</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
        { type: typeOf("externalLink"), from: book.at.workbook, word: "externalLink" },
      );
      relate(
        book,
        "xl/externalLinks/externalLink1.xml",
        "externalLinkPath",
        "file:///D:/%E5%8E%BB%E5%B9%B4.xlsx",
        true,
      );
      onBook(book, "externalReferences", `<externalReference r:id="${id}"/>`);
      addSheet(
        book,
        "去年",
        '<sheetData><row r="1"><c r="A1"><f>[1]Sheet1!A1*2</f><v>24</v></c></row></sheetData>',
      );
    },
  },
  {
    name: "各种定义名称",
    change: (book) => {
      onBook(
        book,
        "definedNames",
        `<definedName name="满分" comment="合计">${book.formName}!$F$42</definedName><definedName name="率">0.95</definedName><definedName name="满分" localSheetId="0" hidden="1">${book.formName}!$F$14</definedName><definedName name="动态">OFFSET(${book.formName}!$F$14,0,0,3,1)</definedName><definedName name="坏的">#REF!</definedName><definedName name="_xlnm.Criteria" localSheetId="0">${book.formName}!$A$1:$B$2</definedName>`,
      );
    },
  },
  {
    name: "没有任何定义名称",
    change: (book) => {
      edit(book, book.at.workbook, (xml) => xml.replace(/<definedNames>[^]*<\/definedNames>/u, ""));
    },
    clash: "names",
  },
  {
    name: "1904 日期系统",
    change: (book) => {
      edit(book, book.at.workbook, (xml) => xml.replace("<workbookPr ", '<workbookPr date1904="1" '));
    },
  },
  {
    name: "计算链",
    change: (book) => {
      addSheet(book, "合计", '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>');
      addPart(book, "xl/calcChain.xml", `<calcChain xmlns="${main}"><c r="A1" i="14" l="1"/></calcChain>`, {
        type: typeOf("calcChain"),
        from: book.at.workbook,
        word: "calcChain",
      });
    },
  },
  {
    name: "手动计算、迭代、R1C1",
    change: (book) => {
      edit(book, book.at.workbook, (xml) =>
        xml.replace(
          /<calcPr[^>]*>/u,
          '<calcPr calcId="191029" calcMode="manual" iterate="1" iterateCount="10" iterateDelta="1E-4" refMode="R1C1" calcOnSave="0"/>',
        ),
      );
    },
  },
  {
    name: "没有 calcPr、视图和 workbookPr",
    change: (book) => {
      edit(book, book.at.workbook, (xml) =>
        xml
          .replace(/<calcPr[^>]*>/u, "")
          .replace(/<bookViews>[^]*<\/bookViews>/u, "")
          .replace(/<workbookPr[^>]*>/u, "")
          .replace(/<workbookProtection\/>/u, "")
          .replace(/<fileVersion[^>]*>/u, ""),
      );
    },
    clash: "formName",
  },
  {
    name: "带宏的工作簿（.xlsm）",
    change: (book) => {
      book.types.set(book.at.workbook, "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
      book.endings.set("bin", "application/vnd.ms-office.vbaProject");
      addPart(
        book,
        "xl/vbaProject.bin",
        Uint8Array.from({ length: 3000 }, (_, index) => (index * 37) % 256),
        { from: book.at.workbook, word: "http://schemas.microsoft.com/office/2006/relationships/vbaProject" },
      );
      edit(book, book.at.workbook, (xml) =>
        xml.replace("<workbookPr ", '<workbookPr codeName="ThisWorkbook" '),
      );
      editForm(book, (xml) => xml.replace("<sheetPr>", '<sheetPr codeName="Sheet1">'));
    },
    clash: "formName",
  },
  {
    name: "别人的自定义 XML",
    change: (book) => {
      const kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
      for (const [number, root] of [
        [1, "sources"],
        [3, "form"],
      ] as const) {
        addPart(
          book,
          `customXml/item${number}.xml`,
          `<${root} xmlns="urn:oa:archive"><编号>2023-17</编号></${root}>`,
          { from: book.at.workbook, word: "customXml" },
        );
        addPart(
          book,
          `customXml/itemProps${number}.xml`,
          `<ds:datastoreItem ds:itemID="{1111111${number}-2222-4333-8444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
          { type: kind, from: `customXml/item${number}.xml`, word: "customXmlProps" },
        );
      }
    },
  },
  {
    name: "没有文档属性",
    change: (book) => {
      dropPart(book, "docProps/app.xml");
      dropPart(book, "docProps/core.xml");
    },
  },
  {
    name: "自定义文档属性和缩略图",
    change: (book) => {
      book.endings.set("jpeg", "image/jpeg");
      addPart(
        book,
        "docProps/custom.xml",
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.1</vt:lpwstr></property></Properties>',
        {
          type: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
          from: "",
          word: "custom-properties",
        },
      );
      addPart(book, "docProps/thumbnail.jpeg", Uint8Array.from([255, 216, 255, 217]), {
        from: "",
        word: `${packageSpace}/relationships/metadata/thumbnail`,
      });
    },
  },
  {
    name: "主题和主题颜色",
    change: (book) => {
      const a = "http://schemas.openxmlformats.org/drawingml/2006/main";
      const names = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(
        " ",
      );
      const colors = names
        .map(
          (name, index) =>
            `<a:${name}><a:srgbClr val="${(index * 1_234_567).toString(16).padStart(6, "0").toUpperCase()}"/></a:${name}>`,
        )
        .join("");
      const font = '<a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>';
      const line = '<a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>';
      const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
      const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
      addPart(
        book,
        "xl/theme/theme1.xml",
        `<a:theme xmlns:a="${a}" name="Office"><a:themeElements><a:clrScheme name="Office">${colors}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
        {
          type: "application/vnd.openxmlformats-officedocument.theme+xml",
          from: book.at.workbook,
          word: "theme",
        },
      );
      const font2 = addStyle(
        book,
        "fonts",
        '<font><sz val="10.5"/><color theme="4" tint="-0.249977111117893"/><name val="等线"/><family val="3"/><charset val="134"/><scheme val="minor"/></font>',
      );
      const own = addStyle(
        book,
        "cellXfs",
        `<xf numFmtId="0" fontId="${font2}" fillId="0" borderId="1" xfId="0" applyFont="1"><alignment horizontal="center" vertical="center"/></xf>`,
      );
      editForm(book, (xml) => xml.replaceAll(/<c r="I(\d+)" s="\d+"/gu, `<c r="I$1" s="${own}"`));
    },
  },
  {
    name: "WPS 的残留",
    change: (book) => {
      book.endings.set("png", "image/png");
      addPart(
        book,
        "xl/cellimages.xml",
        '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
        {
          type: "application/vnd.wps-officedocument.cellimage+xml",
          from: book.at.workbook,
          word: "http://www.wps.cn/officeDocument/2020/cellImage",
        },
      );
      onBook(
        book,
        "extLst",
        '<ext uri="{0DB7AA6D-A1B5-4b5e-90A9-5C0A1E8F2DA1}" xmlns:ks="http://www.wps.cn/officeDocument/2018/et"><ks:sheetList/></ext>',
      );
      edit(book, book.at.workbook, (xml) =>
        xml.replace(
          /<fileVersion[^>]*>/u,
          '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>',
        ),
      );
    },
    clash: "formName",
  },
  {
    name: "工作簿里的 AlternateContent 和修订指针",
    change: (book) => {
      edit(book, book.at.workbook, (xml) =>
        xml
          .replace(
            "<workbook ",
            '<workbook xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" mc:Ignorable="x15 xr" ',
          )
          .replace(
            /<bookViews>/u,
            '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="D:\\自评\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><xr:revisionPtr revIDLastSave="0" documentId="13_ncr:1_{A}" xr6:coauthVersionLast="47" xmlns:xr6="http://schemas.microsoft.com/office/spreadsheetml/2016/revision6"/><bookViews>',
          ),
      );
    },
    clash: "formName",
  },
  {
    name: "数据连接和查询表",
    change: (book) => {
      addPart(
        book,
        "xl/connections.xml",
        `<connections xmlns="${main}"><connection id="1" name="预算" type="5" refreshedVersion="6"><dbPr connection="Provider=X" command="SELECT 1"/></connection></connections>`,
        { type: typeOf("connections"), from: book.at.workbook, word: "connections" },
      );
      const part = addSheet(book, "预算", rows);
      addPart(
        book,
        "xl/queryTables/queryTable1.xml",
        `<queryTable xmlns="${main}" name="预算" connectionId="1" autoFormatId="16"/>`,
        { type: typeOf("queryTable"), from: part, word: "queryTable" },
      );
    },
  },
  {
    name: "一张完全空的工作表",
    change: (book) => void addSheet(book, "Sheet3", "<sheetData/>"),
  },
  {
    name: "不是 XML 的附件",
    change: (book) => {
      book.endings.set("txt", "text/plain");
      addPart(book, "attachments/说明.txt", strToU8("填表说明"), {
        from: "",
        word: "http://example.gov.cn/relationships/attachment",
      });
    },
  },
  {
    name: "样式表带着颜色表、表格样式和扩展",
    clash: "styles",
    change: (book) => {
      put(book, book.at.styles, "dxfs", "", 'count="0"');
      put(
        book,
        book.at.styles,
        "tableStyles",
        '<tableStyle name="局里" pivot="0" count="0"/>'.replace(
          '<tableStyle name="局里" pivot="0" count="0"/>',
          "",
        ),
        'count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"',
      );
      put(
        book,
        book.at.styles,
        "colors",
        '<indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00FFFFFF"/></indexedColors><mruColors><color rgb="FFFF0000"/></mruColors>',
      );
      put(
        book,
        book.at.styles,
        "extLst",
        '<ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext>',
      );
      if (!textOfPart(book, book.at.styles).includes("<dxfs")) throw new Error("no dxfs");
    },
  },
];
