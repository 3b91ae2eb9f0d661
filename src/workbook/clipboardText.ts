/**
 * Cells as Excel, WPS and LibreOffice put them on the clipboard as text: lines of cells parted by tabs. A cell with a line
 * break or a tab of its own stands in quotes, its quotes doubled; every other cell stands as it is, with whatever quotes it
 * has: `"甲"` is a text of three characters, `"甲""乙"` comes of a program that quotes more often than they do.
 *
 *     table  = line *( break line ) [ break ]        break = CR LF / LF / CR
 *     line   = cell *( TAB cell )
 *     cell   = quoted / plain
 *     quoted = '"' *( any but '"' / '""' ) '"'       before TAB, break or the end, holding a TAB, a break or '""'
 *     plain  = *( any but TAB and break )
 *
 * At least one line of one cell. Line breaks within a cell are LF.
 */
export function readClipboardText(text: string): readonly (readonly string[])[] {
  // Some programs end the text with a zero as C does.
  const all = text.replace(/\0$/u, "").replace(/\r\n?/gu, "\n");
  const rows: string[][] = [];
  let line: string[] = [];
  let at = 0;
  for (;;) {
    const { cell, end } = readQuoted(all, at) ?? readPlain(all, at);
    line.push(cell);
    at = end + 1;
    if (all[end] === "\t") continue;
    rows.push(line);
    line = [];
    // A break behind the last line begins no other.
    if (at >= all.length) return rows;
  }
}

interface Read {
  readonly cell: string;
  /** Of the tab or break behind it, or of the end. */
  readonly end: number;
}

function readPlain(all: string, start: number): Read {
  let end = start;
  while (end < all.length && all[end] !== "\t" && all[end] !== "\n") end += 1;
  return { cell: all.slice(start, end), end };
}

function readQuoted(all: string, start: number): Read | null {
  if (all[start] !== '"') return null;
  let needed = false;
  for (let at = start + 1; at < all.length; at += 1) {
    const letter = all[at];
    if (letter === "\t" || letter === "\n") needed = true;
    if (letter !== '"') continue;
    const next = all[at + 1];
    if (next === '"') {
      needed = true;
      at += 1;
    } else if (next === undefined || next === "\t" || next === "\n") {
      const cell = all.slice(start + 1, at).replaceAll('""', '"');
      return needed && cell !== "" ? { cell, end: at + 1 } : null;
    } else return null;
  }
  return null;
}

/** The same the other way, each line closed by CR LF, as Excel writes it. A quote at the beginning is kept apart from one
 * that is put round a cell. */
export function writeClipboardText(rows: readonly (readonly string[])[]): string {
  return rows.map((line) => `${line.map(written).join("\t")}\r\n`).join("");
}

function written(cell: string): string {
  return /[\t\r\n]|^"/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
