import {
  cell,
  Document,
  gridBorders,
  row,
  table,
  textParagraph,
  toBuffer,
} from "@cj-tech-master/excelts/word";
import type { NewDocument } from "../../workbook/newDocument";

/** A4 with the margins of official letters; twips, 567 to a centimetre. */
const page = { width: 11_906, height: 16_838 } as const;
const margins = { top: 2098, right: 1474, bottom: 1984, left: 1588 } as const;
const width = page.width - margins.left - margins.right;

const title = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "方正小标宋简体" } as const;
const body = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋_GB2312" } as const;
/** Half points: 二号, 三号, 小四. */
const sizes = { title: 44, body: 32, table: 21 } as const;

/** A letter as the bytes of a .docx file. */
export async function writeDocument(letter: NewDocument): Promise<Uint8Array> {
  const document = Document.create();
  Document.setSectionProperties(document, { pageSize: page, margins });
  Document.setDocDefaults(document, { runProperties: { font: body, size: sizes.body } });
  Document.setCoreProperties(document, { title: letter.title });
  const line = { line: 560, lineRule: "exact" } as const;
  const run = { font: body, size: sizes.body };
  Document.addParagraph(document, letter.title, {
    alignment: "center",
    spacing: { after: 480 },
    run: { font: title, size: sizes.title },
  });
  Document.addParagraph(document, `${letter.to}：`, { spacing: line, run });
  for (const text of letter.paragraphs)
    Document.addParagraph(document, text, { spacing: line, indent: { firstLine: 640 }, run });
  Document.addTableElement(document, tableOf(letter.table));
  for (const text of ["", ...letter.closing])
    Document.addParagraph(document, text, { spacing: line, alignment: "right", run });
  return toBuffer(Document.build(document));
}

function tableOf({ columns, rows }: NewDocument["table"]) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / whole));
  const cells = (texts: readonly string[], isHead: boolean) =>
    texts.map((text, index) =>
      cell(
        [
          textParagraph(plainText(text), {
            ...(isHead ? { alignment: "center" as const } : {}),
            run: { font: body, size: sizes.table, bold: isHead },
          }),
        ],
        { width: { value: widths[index] ?? 0, type: "dxa" }, verticalAlign: "center" },
      ),
    );
  const head = row(
    cells(
      columns.map(({ title: text }) => text),
      true,
    ),
    { tableHeader: true, cantSplit: true },
  );
  const lines = rows.map((texts) => row(cells(texts, false), { cantSplit: true }));
  const properties = {
    width: { value: width, type: "dxa" as const },
    borders: gridBorders(),
    layout: "fixed" as const,
  };
  return table([head, ...lines], properties, widths);
}

/** Characters that XML has not are left out. */
function plainText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "");
}
