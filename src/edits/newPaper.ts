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
  const used = paperColumns.flatMap((name) => {
    const column = columns[name];
    return column === undefined ? [] : [{ name, column }];
  });
  return [
    { kind: "addSheet", sheet },
    put(1, 1, workingPaperHeading, { role: "title", bold: true }),
    put(2, 1, workingPaperScope, { role: "note" }),
    ...used.map(({ name, column }) =>
      put(headerRow, column, workingPaperTitles[name], { role: "heading", bold: true, wrap: true }),
    ),
    ...used.map(({ name, column }): Edit => ({ kind: "columnWidth", sheet, column, width: widths[name] })),
  ];
}

/** What makes the new lines, once they are written, easy to fill in: a blank that is asked for has a colour until
 * something stands in it, and a figure that could be given instead of others is folded away. */
export function layOutLines(layout: PaperLayout, facts: GatheredFacts): readonly Edit[] {
  const { sheet, isNew, headerRow, lines } = layout;
  return [
    ...markRequired(layout),
    ...(isNew ? [{ kind: "layOut", sheet, headRow: headerRow } as const] : []),
    ...alternatives(lines).map((run): Edit => ({
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

/** Lines in a row that could be given instead of those above them. At the head of an indicator nothing stands above. */
function alternatives(lines: readonly NewLine[]): readonly (readonly [NewLine, ...NewLine[]])[] {
  const runs: [NewLine, ...NewLine[]][] = [];
  lines.forEach((line, index) => {
    if (line.spec.standIn !== true) return;
    const above = lines[index - 1];
    const run = runs.at(-1);
    if (above === undefined || above.wish.id !== line.wish.id || above.row + 1 !== line.row) return;
    if (run?.at(-1) === above) run.push(line);
    else if (above.spec.standIn !== true) runs.push([line]);
  });
  return runs;
}
