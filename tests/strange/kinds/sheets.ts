import {
  addPart,
  addStyle,
  editForm,
  main,
  put,
  relate,
  relationsSpace,
  textOfPart,
  typeOf,
  type Book,
} from "../strangeBook";
import type { Kind } from "./kind";

const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const xm = "http://schemas.microsoft.com/office/excel/2006/main";
const mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
export const picture = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
const onForm = (book: Book, name: string, inner: string, attributes = ""): void => {
  put(book, book.at.form, name, inner, attributes);
};
const openTag = (book: Book, attributes: string): void => {
  editForm(book, (xml) => xml.replace("<worksheet ", `<worksheet ${attributes} `));
};
const extension = (uri: string, inner: string): string =>
  `<ext uri="${uri}" xmlns:x14="${x14}" xmlns:xm="${xm}">${inner}</ext>`;

function vmlPart(book: Book, word: string, name: string): string {
  book.endings.set("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
  const shape =
    '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><v:textbox/><x:ClientData ObjectType="Note"><x:Row>13</x:Row><x:Column>8</x:Column></x:ClientData></v:shape>';
  return addPart(
    book,
    `xl/drawings/${name}.vml`,
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${shape}</xml>`,
    { from: book.at.form, word },
  );
}

function comments(book: Book, text: string): void {
  const xml = `<comments xmlns="${main}"><authors><author>财政局</author></authors><commentList><comment ref="I14" authorId="0"><text>${text}</text></comment></commentList></comments>`;
  addPart(book, "xl/comments1.xml", xml, { type: typeOf("comments"), from: book.at.form, word: "comments" });
  onForm(book, "legacyDrawing", "", `r:id="${vmlPart(book, "vmlDrawing", "vmlDrawing1")}"`);
}

function drawing(book: Book, inside: string): string {
  const part = "xl/drawings/drawing1.xml";
  const anchor = `<xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>46</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>56</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inside}<xdr:clientData/></xdr:twoCellAnchor>`;
  const id = addPart(
    book,
    part,
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchor}</xdr:wsDr>`,
    {
      type: "application/vnd.openxmlformats-officedocument.drawing+xml",
      from: book.at.form,
      word: "drawing",
    },
  );
  onForm(book, "drawing", "", `r:id="${id}"`);
  return part;
}

const frame = (kind: string, inside: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${kind}">${inside}</a:graphicData></a:graphic></xdr:graphicFrame>`;

/** How a sheet is laid out, and what hangs on it. */
export const sheetKinds: readonly Kind[] = [
  {
    name: "受保护的表，得分和右边各列未锁定",
    clash: "columns",
    change: (book) => {
      const free = addStyle(
        book,
        "cellXfs",
        '<xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyProtection="1"><protection locked="0"/></xf>',
      );
      editForm(book, (xml) =>
        xml
          .replaceAll(/<c r="([FI]\d+)" s="\d+"/gu, `<c r="$1" s="${free}"`)
          .replace("</cols>", `<col min="12" max="20" width="9" style="${free}"/></cols>`),
      );
      onForm(
        book,
        "sheetProtection",
        "",
        'password="CC1A" sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"',
      );
    },
  },
  {
    name: "受保护的表，允许编辑区域",
    clash: "columns",
    change: (book) => {
      onForm(
        book,
        "sheetProtection",
        "",
        'algorithmName="SHA-512" hashValue="AAAA" saltValue="AAAA" spinCount="100000" sheet="1" formatCells="0"',
      );
      onForm(book, "protectedRanges", '<protectedRange sqref="I14:I42 L1:L44 F43" name="得分"/>');
    },
  },
  {
    name: "自动筛选",
    change: (book) => {
      onForm(
        book,
        "autoFilter",
        '<filterColumn colId="4"><customFilters><customFilter operator="notEqual" val=" "/></customFilters></filterColumn>',
        'ref="A13:K41"',
      );
      put(
        book,
        book.at.workbook,
        "definedNames",
        `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${book.formName}!$A$13:$K$41</definedName>`,
      );
    },
  },
  {
    name: "数据有效性",
    change: (book) => {
      onForm(
        book,
        "dataValidations",
        '<dataValidation type="decimal" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="得分" error="不能超过分值" promptTitle="得分" prompt="请填写" sqref="I14:I41"><formula1>0</formula1><formula2>F14</formula2></dataValidation><dataValidation type="list" showDropDown="1" sqref="F43 G43:K43"><formula1>"优,良,中,差"</formula1></dataValidation>',
        'count="2" xWindow="10" yWindow="20"',
      );
    },
  },
  {
    name: "条件格式带优先级、停止、色阶",
    change: (book) => {
      const look = addStyle(
        book,
        "dxfs",
        '<dxf><font><color rgb="FFFF0000"/></font><numFmt numFmtId="181" formatCode="0.0"/><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>',
      );
      onForm(
        book,
        "conditionalFormatting",
        `<cfRule type="cellIs" dxfId="${look}" priority="7" stopIfTrue="1" operator="lessThan"><formula>F14</formula></cfRule><cfRule type="expression" dxfId="${look}" priority="2"><formula>ISTEXT(I14)</formula></cfRule>`,
        'sqref="I14:I41"',
      );
      onForm(
        book,
        "conditionalFormatting",
        '<cfRule type="colorScale" priority="12"><colorScale><cfvo type="min"/><cfvo type="percentile" val="50"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FFFFEB84"/><color rgb="FF63BE7B"/></colorScale></cfRule>',
        'sqref="F14:F41"',
      );
    },
  },
  {
    name: "数据条和它在扩展里的另一半",
    change: (book) => {
      const id = "{A0B1C2D3-0001-4000-8000-000000000001}";
      onForm(
        book,
        "conditionalFormatting",
        `<cfRule type="dataBar" priority="3"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${x14}"><x14:id>${id}</x14:id></ext></extLst></cfRule>`,
        'sqref="F14:F41"',
      );
      onForm(
        book,
        "extLst",
        extension(
          "{78C0D931-6437-407d-A8EE-F0AAD7539E65}",
          `<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>F14:F41</xm:sqref></x14:conditionalFormatting><x14:conditionalFormatting><x14:cfRule type="iconSet" priority="40" id="{A0B1C2D3-0002-4000-8000-000000000002}"><x14:iconSet iconSet="3Stars"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>33</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo></x14:iconSet></x14:cfRule><xm:sqref>F42</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>`,
        ),
      );
    },
  },
  {
    name: "扩展里的数据有效性",
    change: (book) => {
      onForm(
        book,
        "extLst",
        extension(
          "{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}",
          `<x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>$A$1:$A$3</xm:f></x14:formula1><xm:sqref>K14:K41</xm:sqref></x14:dataValidation></x14:dataValidations>`,
        ),
      );
    },
  },
  {
    name: "迷你图",
    change: (book) => {
      onForm(
        book,
        "extLst",
        extension(
          "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}",
          `<x14:sparklineGroups><x14:sparklineGroup><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>${book.formName}!F14:F41</xm:f><xm:sqref>G42</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups>`,
        ),
      );
    },
  },
  {
    name: "冻结窗格、分页预览",
    change: (book) => {
      editForm(book, (xml) =>
        xml.replace(
          /<sheetViews>[^]*<\/sheetViews>/u,
          '<sheetViews><sheetView view="pageBreakPreview" zoomScaleNormal="85" zoomScaleSheetLayoutView="60" workbookViewId="0"><pane xSplit="1" ySplit="13" topLeftCell="B14" activePane="bottomRight" state="frozen"/><selection pane="topRight" activeCell="B1" sqref="B1"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="I14" sqref="I14:I16 K3"/></sheetView></sheetViews>',
        ),
      );
    },
    clash: "view",
  },
  {
    name: "自定义视图",
    change: (book) => {
      const guid = "{5E9B5C3A-0000-4000-8000-0000000000AA}";
      put(
        book,
        book.at.workbook,
        "customWorkbookViews",
        `<customWorkbookView name="局长" guid="${guid}" maximized="1" windowWidth="1000" windowHeight="700" activeSheetId="1"/>`,
      );
      onForm(
        book,
        "customSheetViews",
        `<customSheetView guid="${guid}" scale="70"><pane ySplit="13" topLeftCell="A14" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A14" sqref="A14"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></customSheetView>`,
      );
    },
  },
  {
    name: "没有视图、默认行高、范围和页面设置",
    change: (book) => {
      editForm(book, (xml) =>
        xml
          .replace(/<sheetPr[^]*?<\/sheetPr>/u, "")
          .replace(/<dimension[^>]*>/u, "")
          .replace(/<sheetViews>[^]*?<\/sheetViews>/u, "")
          .replace(/<sheetFormatPr[^]*?<\/sheetFormatPr>/u, "")
          .replace(/<printOptions[^]*?<\/headerFooter>/u, ""),
      );
    },
    clash: "view",
  },
  {
    name: "范围写得比实际大",
    change: (book) => {
      editForm(book, (xml) => xml.replace(/<dimension[^>]*>/u, '<dimension ref="A1:XFD1048576"/>'));
    },
    clash: "view",
  },
  {
    name: "分级显示",
    change: (book) => {
      editForm(book, (xml) =>
        xml
          .replaceAll(/<row r="(2[0-6])"/gu, '<row r="$1" outlineLevel="1"')
          .replace(/<row r="19"/u, '<row r="19" collapsed="1"')
          .replace("<sheetPr>", '<sheetPr><outlinePr summaryBelow="0"/>')
          .replace(/<sheetFormatPr /u, '<sheetFormatPr outlineLevelRow="1" '),
      );
    },
    clash: "outline",
  },
  {
    name: "隐藏的行和列，折叠的列组",
    change: (book) => {
      editForm(book, (xml) =>
        xml
          .replaceAll(/<row r="(6|7|20)"/gu, '<row r="$1" hidden="1"')
          .replace(/<col ([^>]*)min="7"/u, '<col hidden="1" outlineLevel="2" $1min="7"'),
      );
    },
    clash: "outline",
  },
  {
    name: "列宽写到最后一列",
    change: (book) => {
      editForm(book, (xml) =>
        xml.replace("</cols>", '<col min="12" max="16384" width="10.41015625"/></cols>'),
      );
    },
    clash: "columns",
  },
  {
    name: "没有列宽",
    change: (book) => {
      editForm(book, (xml) => xml.replace(/<cols>[^]*?<\/cols>/u, ""));
    },
    clash: "columns",
  },
  {
    name: "列宽分成两张单子",
    respelled: true,
    change: (book) => {
      editForm(book, (xml) =>
        xml.replace(
          "</cols>",
          '</cols><cols><col min="12" max="14" width="7" customWidth="1"/><col min="30" max="40" width="3" customWidth="1"/></cols>',
        ),
      );
    },
    clash: "columns",
  },
  {
    name: "分页符",
    change: (book) => {
      onForm(
        book,
        "rowBreaks",
        '<brk id="18" max="16383" man="1"/><brk id="33" max="16383" man="1"/>',
        'count="2" manualBreakCount="2"',
      );
      onForm(book, "colBreaks", '<brk id="8" max="1048575" man="1"/>', 'count="1" manualBreakCount="1"');
    },
  },
  {
    name: "首页和奇偶页的页眉页脚，页眉图片",
    change: (book) => {
      editForm(book, (xml) =>
        xml.replace(
          /<headerFooter[^]*<\/headerFooter>/u,
          '<headerFooter differentOddEven="1" differentFirst="1"><oddHeader>&amp;L&amp;G&amp;C机密</oddHeader><oddFooter>&amp;P</oddFooter><evenHeader>&amp;D</evenHeader><evenFooter>&amp;F</evenFooter><firstHeader>&amp;A</firstHeader><firstFooter>第一页</firstFooter></headerFooter>',
        ),
      );
      onForm(book, "legacyDrawingHF", "", `r:id="${vmlPart(book, "vmlDrawing", "vmlDrawing9")}"`);
    },
    clash: "view",
  },
  {
    name: "批注和它的 VML",
    clash: "comments",
    change: (book) => {
      comments(book, "<t>请如实填写</t>");
    },
  },
  {
    name: "线程批注",
    clash: "comments",
    change: (book) => {
      comments(
        book,
        '<r><t xml:space="preserve">[Threaded comment] </t></r><r><rPr><b/></rPr><t>已核</t></r>',
      );
      const threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
      const person = "{11111111-1111-4111-8111-111111111111}";
      const office = "http://schemas.microsoft.com/office/2017/10/relationships";
      addPart(
        book,
        "xl/threadedComments/threadedComment1.xml",
        `<ThreadedComments xmlns="${threads}"><threadedComment ref="I14" dT="2024-01-02T03:04:05.00" personId="${person}" id="{22222222-2222-4222-8222-222222222222}"><text>已核</text></threadedComment></ThreadedComments>`,
        {
          type: "application/vnd.ms-excel.threadedcomments+xml",
          from: book.at.form,
          word: `${office}/threadedComment`,
        },
      );
      addPart(
        book,
        "xl/persons/person.xml",
        `<personList xmlns="${threads}"><person displayName="财政局" id="${person}" userId="u" providerId="None"/></personList>`,
        { type: "application/vnd.ms-excel.person+xml", from: book.at.workbook, word: `${office}/person` },
      );
    },
  },
  {
    name: "图片",
    clash: "drawing",
    change: (book) => {
      book.endings.set("png", "image/png");
      const part = drawing(
        book,
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="印章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
      );
      addPart(book, "xl/media/image1.png", picture, { from: part, word: "image" });
    },
  },
  {
    name: "图表",
    clash: "drawing",
    change: (book) => {
      const chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
      const part = drawing(
        book,
        frame(chart, `<c:chart xmlns:c="${chart}" xmlns:r="${relationsSpace}" r:id="rId1"/>`),
      );
      addPart(
        book,
        "xl/charts/chart1.xml",
        `<c:chartSpace xmlns:c="${chart}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>${book.formName}!$I$14:$I$41</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`,
        {
          type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
          from: part,
          word: "chart",
        },
      );
    },
  },
  {
    name: "文本框",
    clash: "drawing",
    change: (book) =>
      void drawing(
        book,
        '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>填表说明</a:t></a:r></a:p></xdr:txBody></xdr:sp>',
      ),
  },
  {
    name: "超链接，站内和站外",
    change: (book) => {
      const id = relate(
        book,
        book.at.form,
        "hyperlink",
        "https://www.example.gov.cn/a?b=1&amp;c=%E8%A1%A8",
        true,
      );
      onForm(
        book,
        "hyperlinks",
        `<hyperlink ref="K14" r:id="${id}" tooltip="佐证"/><hyperlink ref="K15:K16" location="'${book.formName}'!A1" display="回到开头"/>`,
      );
    },
  },
  {
    name: "打印机设置",
    change: (book) => {
      book.endings.set("bin", "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings");
      const id = addPart(
        book,
        "xl/printerSettings/printerSettings1.bin",
        Uint8Array.from([1, 0, 2, 0, 255, 254]),
        { from: book.at.form, word: "printerSettings" },
      );
      editForm(book, (xml) =>
        xml.includes("<pageSetup ") ? xml.replace("<pageSetup ", `<pageSetup r:id="${id}" `) : xml,
      );
    },
  },
  {
    name: "忽略的错误、监视窗口、方案",
    change: (book) => {
      onForm(
        book,
        "scenarios",
        '<scenario name="乐观" count="1" user="甲"><inputCells r="F15" val="20"/></scenario>',
        'current="0" show="0"',
      );
      onForm(book, "cellWatches", '<cellWatch r="I42"/>');
      onForm(book, "ignoredErrors", '<ignoredError sqref="I14:I41 F42" numberStoredAsText="1" formula="1"/>');
    },
  },
  {
    name: "工作表上的自定义属性和背景图片",
    change: (book) => {
      book.endings.set("png", "image/png");
      book.endings.set("bin", "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings");
      const id = addPart(book, "xl/customProperty1.bin", Uint8Array.from([80, 0]), {
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty",
        from: book.at.form,
        word: "customProperty",
      });
      onForm(book, "customProperties", `<customPr name="来源" r:id="${id}"/>`);
      onForm(
        book,
        "picture",
        "",
        `r:id="${addPart(book, "xl/media/back.png", picture, { from: book.at.form, word: "image" })}"`,
      );
    },
  },
  {
    name: "表单控件和 OLE 对象，写在 AlternateContent 里",
    clash: "comments",
    change: (book) => {
      openTag(
        book,
        `xmlns:mc="${mc}" xmlns:own14="${x14}"`.replace(
          textOfPart(book, book.at.form).includes("xmlns:mc=") ? `xmlns:mc="${mc}" ` : "-",
          "",
        ),
      );
      const control = addPart(
        book,
        "xl/ctrlProps/ctrlProp1.xml",
        `<formControlPr xmlns="${x14}" objectType="CheckBox" lockText="1"/>`,
        { type: "application/vnd.ms-excel.controlproperties+xml", from: book.at.form, word: "ctrlProp" },
      );
      const object = addPart(
        book,
        "xl/embeddings/oleObject1.bin",
        Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
        {
          type: "application/vnd.openxmlformats-officedocument.oleObject",
          from: book.at.form,
          word: "oleObject",
        },
      );
      onForm(book, "legacyDrawing", "", `r:id="${vmlPart(book, "vmlDrawing", "vmlDrawing5")}"`);
      onForm(
        book,
        "oleObjects",
        `<mc:AlternateContent><mc:Choice Requires="own14"><oleObject progId="Word.Document.12" shapeId="1030" r:id="${object}"/></mc:Choice><mc:Fallback><oleObject progId="Word.Document.12" shapeId="1030" r:id="${object}"/></mc:Fallback></mc:AlternateContent>`,
      );
      editForm(book, (xml) =>
        xml.replace(
          "</oleObjects>",
          `</oleObjects><mc:AlternateContent><mc:Choice Requires="own14"><controls><mc:AlternateContent><mc:Choice Requires="own14"><control shapeId="1031" r:id="${control}" name="复选框"/></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>`,
        ),
      );
    },
  },
  {
    name: "可忽略的命名空间（x14ac、xr），行带 dyDescent",
    change: (book) => {
      const spaces = `xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" mc:Ignorable="x14ac xr" xr:uid="{00000000-0001-0000-0000-000000000000}"`;
      openTag(
        book,
        textOfPart(book, book.at.form).includes("xmlns:mc=") ? spaces : `xmlns:mc="${mc}" ${spaces}`,
      );
      editForm(book, (xml) => xml.replaceAll(/<row /gu, '<row x14ac:dyDescent="0.15" '));
    },
  },
  {
    name: "合并了更多的格",
    change: (book) => {
      const rows = Array.from(
        { length: 40 },
        (_, index) => `<mergeCell ref="A${index + 100}:H${index + 100}"/>`,
      );
      onForm(book, "mergeCells", `${rows.join("")}<mergeCell ref="M14:N41"/>`);
    },
  },
  {
    name: "合并单元格没有计数",
    change: (book) => {
      editForm(book, (xml) => xml.replace(/<mergeCells count="\d+"/u, "<mergeCells"));
    },
  },
  {
    name: "开着公式显示、从右到左、显示零值关闭",
    change: (book) => {
      editForm(book, (xml) =>
        xml
          .replace(/<sheetView /u, '<sheetView showFormulas="1" rightToLeft="1" showZeros="0" ')
          .replace(/ showZeros="true"/u, ""),
      );
    },
    clash: "view",
  },
  {
    name: "LibreOffice 的写法：处处写明没有什么",
    change: (book) => {
      editForm(book, (xml) =>
        xml
          .replaceAll(/<row ([^>]*)>/gu, '<row $1 hidden="false" collapsed="false">')
          .replaceAll("<mergeCells", "<mergeCells")
          .replace("<sheetData>", "<sheetData >"),
      );
    },
    clash: "outline",
  },
];
