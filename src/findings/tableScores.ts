import { grouped } from "../workbook/grouped";
import { inReport } from "./passages";
import type { ReportSentence } from "./readReport";
import { plainName, type ScoredThing } from "./scoredThings";
import { plainFigure, type Points } from "./sharedScores";

const title = /^(?:自评|评价|实际|指标)?(?:得分|评分)(?:[（(]分[）)])?$/u;
const points = /^(\d{1,3}(?:\.\d{1,6})?)分?$/u;
/** A table has no more columns. */
const mostCells = 12;

/** The scores of a table in the report: its cells are sentences of one line, under a line with 得分. */
export function tableScores(
  report: readonly ReportSentence[],
  things: readonly ScoredThing[],
): readonly { readonly figure: Points; readonly thing: ScoredThing }[] {
  const lines = Array.from(grouped(report, ({ line }) => line).values());
  let header: { readonly cells: number; readonly at: number } | null = null;
  return lines.flatMap((cells) => {
    if (cells.length < 2 || cells.length > mostCells) {
      header = null;
      return [];
    }
    const at = cells.findIndex(({ text }) => title.test(text));
    if (at >= 0) header = { cells: cells.length, at };
    if (at >= 0 || header === null || header.cells !== cells.length) return [];
    const cell = cells[header.at];
    const said = points.exec(cell?.text ?? "")?.[1];
    const names = cells.slice(0, header.at).map(({ text }) => plainName(text));
    const thing = things.filter(({ name }) => names.includes(name)).at(-1);
    if (cell === undefined || said === undefined || thing === undefined) return [];
    const passage = {
      at: inReport(cell.line, `${thing.name} ${cell.text}`),
      label: "自评报告",
      text: cell.text,
      from: "report",
    } as const;
    return [{ figure: plainFigure(said, "score", passage), thing }];
  });
}
