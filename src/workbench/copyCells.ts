import { movedFormula } from "../adapters/xlsx/formulas";
import type { Area } from "../workbook/cell";
import { cellAt, type SheetSnapshot } from "../workbook/snapshot";
import { writeClipboardText } from "../workbook/clipboardText";
import { contains, overlap } from "../workbook/cell";
import { formatCell } from "./formatCell";
import type { ClipboardGrid } from "./pastePlan";
import { formatOf } from "./readEntry";

/** The cells of an area as they go onto the clipboard. moving: formulas look at the same cells as before, as after cutting. */
export function copyCells(sheet: SheetSnapshot, area: Area, moving = false): ClipboardGrid {
  const merges = sheet.merges.filter((merge) => overlap(merge, area));
  const places = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
  return places(area.top, area.bottom).map((row) =>
    places(area.left, area.right).map((column) => {
      const merge = merges.find((one) => contains(one, { row, column }));
      if (merge !== undefined && (merge.top !== row || merge.left !== column)) return null;
      const cell = cellAt(sheet, row, column);
      const value = cell?.value ?? null;
      const format = formatOf(sheet, { row, column });
      const formula = cell?.formula;
      return {
        text: formatCell(value, format),
        ...(typeof value === "number" ? { exact: value } : {}),
        ...(typeof value === "string" && value !== "" ? { isText: true as const } : {}),
        own: (to) => ({
          content:
            formula === undefined
              ? { value }
              : { formula: moving ? formula : movedFormula(formula, { row, column }, to) },
          // The look of words is the cell's own affair; that of a number says what it means.
          format: typeof value === "number" || formula !== undefined ? (format ?? "General") : undefined,
        }),
      };
    }),
  );
}

export function clipboardText(grid: ClipboardGrid): string {
  return writeClipboardText(grid.map((line) => line.map((cell) => cell?.text ?? "")));
}

/** As a table, which keeps merged areas, all decimals, and text as text. `id`: by it the page knows its own copy. */
export function clipboardHtml(grid: ClipboardGrid, merges: readonly Area[], area: Area, id: string): string {
  const lines = grid.map((line, y) => {
    const cells = line.map((cell, x) => {
      if (cell === null) return "";
      const [row, column] = [area.top + y, area.left + x];
      const merge = merges.find(({ top, left }) => top === row && left === column);
      const rows = Math.min(merge?.bottom ?? row, area.bottom) - row + 1;
      const columns = Math.min(merge?.right ?? column, area.right) - column + 1;
      const span = (rows > 1 ? ` rowspan="${rows}"` : "") + (columns > 1 ? ` colspan="${columns}"` : "");
      const number = cell.exact === undefined ? "" : ` x:num="${cell.exact}" sdval="${cell.exact}"`;
      const words = cell.isText === true ? ` style="mso-number-format:'\\@'"` : "";
      const text = escaped(cell.text).replaceAll("\n", `<br style="mso-data-placement:same-cell">`);
      return `<td${span}${number}${words}>${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const names = 'xmlns:x="urn:schemas-microsoft-com:office:excel"';
  return `<html ${names}><head><meta charset="utf-8"></head><body><table data-jx-copy="${id}">${lines.join("")}</table></body></html>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/gu, (letter) => entities[letter] ?? letter).replace(/ (?= )|^ | $/gu, "&nbsp;");
}
