import {
  paperColumns,
  workingPaperHeading,
  workingPaperScope,
  workingPaperTitles,
  type PaperColumn,
} from "../facts/workingPaper";
import type { GatheredFacts } from "../facts/gatheredFact";
import type { Place } from "../workbook/cell";
import type { CellLook, Edit } from "../workbook/edit";
import { requiredCondition } from "./ownMarks";
import type { NewLine, PaperLayout } from "./paperLayout";

const widths: Readonly<Record<PaperColumn, number>> = {
  indicator: 28,
  item: 38,
  unit: 14,
  value: 14,
  source: 40,
  evidence: 18,
  department: 11,
  reason: 30,
  state: 20,
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

/** What makes the new lines, once they are written, easy to fill in: a blank that is asked for has a colour until
 * something stands in it, and a figure that could be given instead of others is folded away. */
export function layOutLines(layout: PaperLayout, facts: GatheredFacts): readonly Edit[] {
  const { sheet, isNew, headerRow, lines } = layout;
  return [
    ...markRequired(layout),
    ...(isNew ? [{ kind: "layOut", sheet, headRow: headerRow } as const] : []),
    ...runsOf(lines.filter(({ spec }) => spec.standIn === true)).map((run): Edit => ({
      kind: "groupRows",
      sheet,
      first: run[0].row,
      last: run[0].row + run.length - 1,
      folded: run.every(({ wish, spec }) => {
        const fact = facts.get(`${wish.id}.${spec.key}`);
        return fact === undefined || (fact.state === "missing" && fact.problem === null);
      }),
    })),
  ];
}

function markRequired({ sheet, columns: { value, state }, lines }: PaperLayout): readonly Edit[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || value === undefined || state === undefined) return [];
  const at = (column: number): Place => ({ row: first.row, column });
  const formula = requiredCondition(at(value), at(state));
  const area = { top: first.row, left: value, bottom: last.row, right: value };
  return [{ kind: "highlight", sheet, area, formula, role: "required" }];
}

/** Lines that follow each other. */
function runsOf(lines: readonly NewLine[]): readonly (readonly [NewLine, ...NewLine[]])[] {
  const runs: [NewLine, ...NewLine[]][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && run[0].row + run.length === line.row) run.push(line);
    else runs.push([line]);
  }
  return runs;
}
