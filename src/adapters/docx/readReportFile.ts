import { succeed, type Outcome } from "../../workbook/port";
import { readDocxText } from "./readDocxText";

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
