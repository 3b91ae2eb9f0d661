import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The file with the stored results of its formulas taken out: whoever opens it has to work them out. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(name)) continue;
    const text = strFromU8(content).replace(/(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/gu, "$1");
    parts[name] = strToU8(text);
  }
  return zipSync(parts);
}

/** Lines and fields of a CSV file. */
export function csvCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === "," || letter === "\n") {
      rows.at(-1)?.push(field);
      field = "";
      if (letter === "\n") rows.push([]);
    } else if (letter !== "\r") field += letter;
  }
  rows.at(-1)?.push(field);
  return rows;
}
