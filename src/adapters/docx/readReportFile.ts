import { fail, succeed, type Outcome, type Problem } from "../../workbook/port";
import { decodePart } from "../xlsx/partText";
import { attempt, Refusal, refusals } from "../xlsx/refusals";
import { decodeEntities } from "../xlsx/xmlText";
import { starts } from "../xlsx/xlsxPackage";
import { readZip, unpack } from "../xlsx/zipArchive";

/** The text of a report file: .docx, or plain text in UTF-8, UTF-16 or GB 18030. The content decides, not the name. */
export function readReportFile(bytes: Uint8Array): Outcome<string> {
  const [first, second] = bytes;
  const isZip = first === 0x50 && second === 0x4b;
  const isOld = first === 0xd0 && second === 0xcf;
  if (bytes.length === 0 || isZip || isOld) return readDocxText(bytes);
  if (first === 0xff && second === 0xfe) return succeed(new TextDecoder("utf-16le").decode(bytes));
  if (first === 0xfe && second === 0xff) return succeed(new TextDecoder("utf-16be").decode(bytes));
  try {
    return succeed(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Old Chinese text files: every byte sequence means something there, so this never fails.
    return succeed(new TextDecoder("gb18030").decode(bytes));
  }
}

/** Where Word keeps the text of a document. */
const mainPart = "word/document.xml";
const longestPart = 60_000_000;
const token = /<(\/?)(?:[A-Za-z][\w.-]{0,30}:)?([A-Za-z]+)\b[^>]*?(\/?)>/gu;
/** Parts of a paragraph whose text is not read: deleted words, field codes, fall-back copies of the same text. */
const skipped = new Set(["del", "moveFrom", "instrText", "Fallback", "txbxContent"]);

/**
 * The words of a .docx as lines: one per paragraph, the cells of a table row parted by tabs. Refuses what openXlsx
 * refuses (damaged, encrypted, dangerous), and a file with a DTD; nothing else of the document is looked at.
 */
export function readDocxText(bytes: Uint8Array): Outcome<string> {
  const text = attempt(() => read(bytes));
  return text.ok ? text : fail(forDocument(text.problem));
}

function read(bytes: Uint8Array): Outcome<string> {
  if (bytes.length === 0) return fail(refusals.empty());
  // The head of an OLE file: an old .doc, or a document with a password.
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail(oldDocument);
  if (!starts(bytes, [0x50, 0x4b])) return fail(notDocument);
  const entry = readZip(bytes).find(({ name }) => name.toLowerCase() === mainPart);
  if (entry === undefined) return fail(notDocument);
  if (entry.size > longestPart) throw new Refusal(refusals.unsafe("文档正文过大"));
  const xml = decodePart(unpack(entry), mainPart);
  if (xml.includes("<!DOCTYPE") || xml.includes("<!ENTITY")) {
    throw new Refusal(refusals.unsafe("文档正文里有外部定义"));
  }
  return succeed(textOf(xml));
}

function textOf(xml: string): string {
  const lines: string[] = [];
  let line = "";
  let cells: string[] | null = null;
  let hidden = 0;
  let textFrom = -1;
  for (const match of xml.matchAll(token)) {
    const [, closes, name = "", empty] = match;
    if (skipped.has(name)) {
      if (empty !== "/") hidden += closes === "/" ? -1 : 1;
      continue;
    }
    if (hidden > 0) continue;
    if (name === "t" && empty !== "/") {
      if (closes !== "/") textFrom = match.index + match[0].length;
      else if (textFrom >= 0) line += decodeEntities(xml.slice(textFrom, match.index));
    } else if (name === "tab") line += "\t";
    else if (name === "br" || name === "cr") line += "\n";
    else if (name === "tr") {
      if (closes === "/" && cells !== null) lines.push(cells.join("\t"));
      cells = closes === "/" ? null : [];
    } else if (name === "tc" && closes === "/") {
      cells?.push(line.replace(/\s+/gu, " ").trim());
      line = "";
    } else if (name === "p" && (closes === "/" || empty === "/")) {
      // In a table a paragraph ends a line of its cell, not the row.
      if (cells === null) {
        lines.push(line);
        line = "";
      } else line += " ";
    }
  }
  return lines.join("\n");
}

const oldDocument: Problem = {
  code: "damagedFile",
  what: "这份自评报告是旧格式（.doc），或设了打开密码，读不出文字。",
  why: "只读取没有密码的 .docx 和 .txt。",
  todo: "请用 Word 或 WPS 打开，去掉密码，“另存为”选“Word 文档（*.docx）”后再试，或把文字直接粘贴进来。",
};

const notDocument: Problem = {
  code: "damagedFile",
  what: "这个文件不是 Word 文档（.docx）。",
  why: "文件的内容不是 .docx 的格式，改扩展名不能转换格式。",
  todo: "请选择 .docx 或 .txt 格式的自评报告，或把文字直接粘贴进来。",
};

/** The same refusal in the words of a document: a report is only read, never written. */
function forDocument(problem: Problem): Problem {
  const named = (text: string): string =>
    text
      .replaceAll("这份自评表", "这份自评报告")
      .replaceAll("自评表", "自评报告")
      .replaceAll("工作簿", "文档")
      .replaceAll("Excel", "Word")
      .replaceAll(".xlsx", ".docx");
  return { ...problem, what: named(problem.what), why: named(problem.why), todo: named(problem.todo) };
}
