import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readXlsx } from "../../../src/adapters/xlsx/readSnapshot";
import { foreignBook } from "../../support/foreignBook";

const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

/** A workbook of one sheet that another program has saved with these parts beside it. */
function bookWith(parts: Readonly<Record<string, string>>): Uint8Array {
  const files = unzipSync(foreignBook({ 自评表: { A1: "项目支出绩效自评表" } }));
  const name = Object.keys(files).find((part) => /worksheets\/[^/]+\.xml$/u.test(part)) ?? "";
  const file = name.split("/").pop() ?? "";
  const relations =
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    `<Relationship Id="r1" Type="${types}/comments" Target="../comments1.xml"/>` +
    `<Relationship Id="r2" Type="${types}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`;
  const added = { [`xl/worksheets/_rels/${file}.rels`]: relations, ...parts };
  const bytes = Object.fromEntries(Object.entries(added).map(([part, text]) => [part, strToU8(text)]));
  return zipSync({ ...files, ...bytes });
}

const comments =
  `<comments xmlns="${main}"><authors><author>财政局</author></authors><commentList>` +
  `<comment ref="E9" authorId="0"><text><r><t>经核实</t></r><r><t>为24个</t></r></text></comment>` +
  `<comment ref="?" authorId="0"><text><t>无处可放</t></text></comment></commentList></comments>`;
const box =
  `<xdr:wsDr xmlns:xdr="${drawing}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
  `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>3</xdr:row></xdr:from>` +
  `<xdr:sp><xdr:txBody><a:p><a:r><a:t>第一行</a:t></a:r></a:p><a:p><a:r><a:t>第二行</a:t></a:r></a:p></xdr:txBody></xdr:sp>` +
  `</xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:pic/></xdr:twoCellAnchor></xdr:wsDr>`;

const floatingOf = (parts: Readonly<Record<string, string>>) => {
  const read = readXlsx(bookWith(parts));
  return read.ok ? read.value.sheets[0]?.floating : read;
};

describe("不在单元格里的字", () => {
  it("批注按它挂着的单元格、文本框按它的左上角读", () => {
    expect(floatingOf({ "xl/comments1.xml": comments, "xl/drawings/drawing1.xml": box })).toEqual([
      { row: 9, column: 5, text: "经核实为24个", of: "comment" },
      { row: 4, column: 2, text: "第一行\n第二行", of: "box" },
    ]);
  });

  it("没有、读不了的部分不妨碍打开", () => {
    expect(floatingOf({})).toBeUndefined();
    expect(floatingOf({ "xl/comments1.xml": "<comments><", "xl/drawings/drawing1.xml": "" })).toBeUndefined();
  });
});
