import { fail, succeed, type Outcome } from "../../workbook/port";
import { decodePart } from "../xlsx/partText";
import { attempt, Refusal, refusals } from "../xlsx/refusals";
import { isType, readRelationships, type PartSource } from "../xlsx/relationships";
import { localName } from "../xlsx/xmlElement";
import { parseXml } from "../xlsx/xmlTree";
import { starts } from "../xlsx/xlsxPackage";
import { readZip, unpack } from "../xlsx/zipArchive";
import { decodeText } from "./decodeText";
import { documentLines } from "./documentLines";
import { foreignHead, foreignText } from "./foreignKind";
import { forDocument, reportRefusals } from "./reportRefusals";

/** No report of one department is longer. */
const longestText = 400_000;
const mostBytes = 4 * longestText;
const longestPart = 30_000_000;

/**
 * The text of a report file: .docx, or plain text in UTF-8, UTF-16 or GB 18030. The content decides, not the name.
 * Whatever else it is is refused: read as text it would only seem that nothing is wrong.
 */
export function readReportFile(bytes: Uint8Array): Outcome<string> {
  if (bytes.length === 0) return fail(reportRefusals.empty);
  // The head of an OLE file: an old .doc or .wps, or a document with a password.
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail(reportRefusals.oldDocument);
  const kind = foreignHead(bytes);
  if (kind !== null) return fail(reportRefusals.notReport(kind));
  const read = starts(bytes, [0x50, 0x4b]) ? attempt(() => readDocument(bytes)) : readPlain(bytes);
  if (!read.ok) return fail(forDocument(read.problem));
  if (read.value.length > longestText) return fail(reportRefusals.tooLong);
  return /\p{Script=Han}/u.test(read.value) ? read : fail(reportRefusals.blank);
}

function readPlain(bytes: Uint8Array): Outcome<string> {
  if (bytes.length > mostBytes) return fail(reportRefusals.tooLong);
  const text = decodeText(bytes);
  if (text === null) return fail(reportRefusals.notReport("读不懂的内容"));
  const kind = foreignText(text);
  return kind === null ? succeed(text) : fail(reportRefusals.notReport(kind));
}

function readDocument(bytes: Uint8Array): Outcome<string> {
  const entries = new Map(readZip(bytes).map((entry) => [entry.name.toLowerCase(), entry]));
  const source: PartSource = {
    find: (name) => entries.get(name.toLowerCase())?.name,
    document: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return undefined;
      if (entry.size > longestPart) throw new Refusal(refusals.unsafe("文档正文过大"));
      return parseXml(decodePart(unpack(entry), name), name);
    },
  };
  const named = readRelationships(source, "").find((relation) => isType(relation, "officeDocument"))?.target;
  const root = source.document(named ?? "word/document.xml")?.root;
  if (root === undefined || localName(root) !== "document") {
    return fail(reportRefusals.notReport("别的压缩文件"));
  }
  return succeed(documentLines(root).join("\n"));
}
