import type { NewCell, NewSheet } from "../../workbook/newBook";
import type { SheetSnapshot } from "../../workbook/snapshot";

/** A sheet that people added to the earlier copy: what it shows, cell by cell. Its formulas are kept as what they came to, for the
 * rows that they speak of stand elsewhere now. */
export function ownSheet({ name, rows, columnWidths }: SheetSnapshot): NewSheet {
  const cells = [...rows].flatMap(([row, own]) =>
    [...own].flatMap(([column, { value, format }]): NewCell | [] => {
      if (value === null) return [];
      const content = typeof value === "boolean" ? (value ? "是" : "否") : value;
      return { row, column, content, look: { as: "own", ...(format === undefined ? {} : { format }) } };
    }),
  );
  const last = Math.max(0, ...columnWidths.keys());
  return {
    name,
    widths: Array.from({ length: last }, (_, index) => columnWidths.get(index + 1) ?? 9),
    cells,
    table: null,
    frozen: { rows: 0, columns: 0 },
    marks: [],
    charts: [],
    repeated: 1,
    paper: "A4",
  };
}
