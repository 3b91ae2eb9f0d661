import {
  paperColumns,
  workingPaperHeading,
  workingPaperScope,
  workingPaperTitles,
  type PaperColumn,
} from "../facts/workingPaper";
import type { CellLook, Edit } from "../workbook/edit";
import type { PaperLayout } from "./paperLayout";

const widths: Readonly<Record<PaperColumn, number>> = {
  indicator: 34,
  item: 46,
  unit: 14,
  value: 16,
  source: 46,
  evidence: 24,
  department: 14,
  reason: 36,
  state: 22,
};

/** The empty sheet 评分底稿: heading, scope, column titles and widths. */
export function newPaper({ sheet, headerRow, columns }: PaperLayout): readonly Edit[] {
  const put = (row: number, column: number, value: string, look: CellLook): Edit => {
    return { kind: "cell", at: { sheet, row, column }, content: { value }, look, reason: "新建评分底稿" };
  };
  return [
    { kind: "addSheet", sheet },
    put(1, 1, workingPaperHeading, { role: "title", bold: true }),
    put(2, 1, workingPaperScope, { role: "note" }),
    ...paperColumns.flatMap((name): readonly Edit[] => {
      const column = columns[name];
      if (column === undefined) return [];
      const title = workingPaperTitles[name];
      return [
        put(headerRow, column, title, { role: "heading", bold: true, wrap: true }),
        { kind: "columnWidth", sheet, column, width: widths[name] },
      ];
    }),
  ];
}
