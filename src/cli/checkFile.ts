import { readReportFile } from "../adapters/docx/readReportFile";
import { checkForm } from "../app/makeChange";
import type { Finding } from "../findings/finding";
import { succeed, type Outcome } from "../workbook/port";
import { openFile, readBytes, type FileOptions } from "./scoreFile";

/** 报送前自查 of one file, with the text of the report when there is one. Writes nothing. */
export async function checkFile(
  path: string,
  options: FileOptions,
  report: string | null,
): Promise<Outcome<readonly Finding[]>> {
  const opened = await openFile(path, options);
  return opened.ok ? succeed(await checkForm(opened.value.formCase, report)) : opened;
}

/** The text of the report named by --report. */
export async function readReportText(path: string): Promise<Outcome<string>> {
  const bytes = await readBytes(path);
  return bytes.ok ? readReportFile(bytes.value) : bytes;
}
