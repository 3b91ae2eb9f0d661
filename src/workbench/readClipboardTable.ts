import { readClipboardText } from "../workbook/clipboardText";
import type { ClipboardCell, ClipboardGrid } from "./pastePlan";

/** Excel has no more columns, and nobody copies so many rows at once. */
const most = { columns: 16_384, rows: 100_000, cells: 2_000_000 };

/**
 * What another program put on the clipboard, as cells. Its table of HTML says more than its text: merged areas, all decimals,
 * what is text; its text says spaces better. Only one plain table, and nothing beside it, is a table of cells: anything else
 * is read as text. No lines where there is neither. Nothing of the HTML is shown, fetched or run.
 */
export function readClipboard(text: string, html: string): ClipboardGrid {
  const plain = readClipboardText(text);
  const table = html === "" ? null : readTable(html);
  // Nothing at all, or a picture: not a cell that is blank.
  if (table === null && text.replaceAll("\0", "") === "") return [];
  if (table === null) return plain.map((line) => line.map((cell) => ({ text: cell })));
  return table.map((line, y) =>
    line.map((cell, x) => {
      const said = plain[y]?.[x];
      return cell !== null && said !== undefined && squashed(said) === squashed(cell.text)
        ? { ...cell, text: said }
        : cell;
    }),
  );
}

function squashed(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, "");
}

function readTable(html: string): ClipboardGrid | null {
  const page = new DOMParser().parseFromString(html, "text/html");
  const [table, ...others] = page.querySelectorAll("table");
  if (table === undefined || others.length > 0) return null;
  const textClasses = classesOfText(page);
  const rows = [...table.rows].filter((row) => !isPadding(row));
  const grid: (ClipboardCell | null | undefined)[][] = rows.map(() => []);
  let cells = 0;
  for (const [y, row] of rows.entries()) {
    const line = grid[y] ?? [];
    let x = 0;
    for (const cell of row.cells) {
      while (line[x] !== undefined) x += 1;
      const bottom = Math.min(rows.length, y + (cell.rowSpan === 0 ? rows.length : cell.rowSpan));
      const right = Math.min(most.columns, x + cell.colSpan);
      cells += (bottom - y) * (right - x);
      if (cells > most.cells || rows.length > most.rows) return null;
      // A text that runs over into blank cells is no merged area.
      const blank = /mso-ignore:\s*colspan/iu.test(styleOf(cell)) ? { text: "" } : null;
      for (let down = y; down < bottom; down += 1)
        for (let over = x; over < right; over += 1) (grid[down] ?? [])[over] = blank;
      line[x] = readCell(cell, textClasses);
      x = right;
    }
  }
  table.remove();
  page.querySelectorAll("style, script, title").forEach((one) => {
    one.remove();
  });
  if (squashed(page.body.textContent) !== "" || grid.length === 0) return null;
  const width = Math.max(...grid.map((line) => line.length));
  return grid.map((line) =>
    Array.from({ length: width }, (_, x) => line[x] ?? (line[x] === null ? null : { text: "" })),
  );
}

/** Excel closes a table with a row that only holds the widths of the columns. */
function isPadding(row: HTMLTableRowElement): boolean {
  return /display:\s*none/iu.test(styleOf(row)) && squashed(row.textContent) === "";
}

function styleOf(element: Element): string {
  return element.getAttribute("style") ?? "";
}

const textFormat = /mso-number-format:\s*["']?\\?@/iu;

/** Excel's classes for cells of text: `.xl65 {mso-number-format:"\@";}`. */
function classesOfText(page: Document): ReadonlySet<string> {
  const sheet = [...page.querySelectorAll("style")].map(({ textContent }) => textContent).join("\n");
  return new Set(
    Array.from(sheet.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/gu)).flatMap(([, name = "", rules = ""]) =>
      textFormat.test(rules) ? [name] : [],
    ),
  );
}

function readCell(cell: HTMLTableCellElement, textClasses: ReadonlySet<string>): ClipboardCell {
  const text = textOf(cell).replace(/\n$/u, "");
  const number = cell.getAttribute("x:num") || cell.getAttribute("sdval");
  const exact = number === null || number === "" ? NaN : Number(number);
  const isText =
    cell.hasAttribute("x:str") ||
    textFormat.test(styleOf(cell)) ||
    /;@$/u.test(cell.getAttribute("sdnum") ?? "") ||
    [...cell.classList].some((name) => textClasses.has(name));
  return {
    text,
    ...(Number.isFinite(exact) ? { exact } : {}),
    ...(isText && text !== "" ? { isText } : {}),
  };
}

const blocks = /^(?:P|DIV|LI|H[1-6])$/u;

/** The words of a cell as a browser would lay them out: white space is one space, <br> and paragraphs are line breaks. */
function textOf(cell: Element): string {
  let text = "";
  const add = (more: string) => {
    text += /(?:^|[\n ])$/u.test(text) ? more.replace(/^ /u, "") : more;
  };
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) add((node.nodeValue ?? "").replace(/[\t\n\r ]+/gu, " "));
    if (!(node instanceof Element) || /^(?:STYLE|SCRIPT)$/u.test(node.tagName)) return;
    const isBlock = blocks.test(node.tagName);
    if (node.tagName === "BR" || (isBlock && text !== "" && !text.endsWith("\n")))
      text = `${text.replace(/ $/u, "")}\n`;
    node.childNodes.forEach(walk);
    if (isBlock && !text.endsWith("\n")) text = `${text.replace(/ $/u, "")}\n`;
  };
  cell.childNodes.forEach(walk);
  return text.replace(/ $/u, "").replaceAll("\u00a0", " ");
}
