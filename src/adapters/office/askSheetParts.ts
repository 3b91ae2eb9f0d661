import type { Area } from "../../workbook/cell";
import { sendSteps, step, type Step } from "./bookSteps";
import { areaSize, indexesOf } from "./cellBlocks";

/** One sheet as the second round trip leaves it, its ranges still to be asked. */
export interface SheetHead {
  readonly sheet: Excel.Worksheet;
  readonly used: Area | null;
  readonly usedAddress: string;
  readonly printArea: readonly Area[] | null;
  readonly standardPoints: number;
  readonly ownFormats: readonly Excel.ConditionalFormat[];
}

/** How much one round trip may ask for. */
export interface AskLimits {
  /** Cells of one answer: Excel on the web takes no more than 5 MB. */
  readonly cellsPerTrip: number;
  /** Rows that one question about merged areas covers: Excel fails beyond 512 merged areas. */
  readonly mergeRows: number;
}

/** What a sheet answered; merges were asked for, or remembered. */
export interface SheetAnswer {
  readonly head: SheetHead;
  readonly bands: readonly { readonly area: Area; readonly range: Excel.Range }[];
  readonly merges: readonly Excel.RangeAreas[] | readonly Area[];
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
  readonly formats: readonly { readonly format: Excel.ConditionalFormat; readonly at: Excel.RangeAreas }[];
}

/** Asks everything about every sheet in one round trip; in more only when the answer would be too large. */
export async function askSheetParts(
  context: Excel.RequestContext,
  heads: readonly SheetHead[],
  limits: AskLimits,
  remembered: (head: SheetHead) => readonly Area[] | null,
): Promise<readonly SheetAnswer[]> {
  const answers: SheetAnswer[] = [];
  const questions = heads.flatMap((head) => {
    const { answer, ask } = questionsOf(head, limits, remembered(head));
    answers.push(answer);
    return ask;
  });
  await sendSteps(context, questions, limits.cellsPerTrip);
  return answers;
}

function questionsOf(
  head: SheetHead,
  limits: AskLimits,
  known: readonly Area[] | null,
): { readonly answer: SheetAnswer; readonly ask: readonly Step[] } {
  const { sheet, used } = head;
  const bands: { area: Area; range: Excel.Range }[] = [];
  const asked: Excel.RangeAreas[] = [];
  const formats: { format: Excel.ConditionalFormat; at: Excel.RangeAreas }[] = [];
  const answer: { -readonly [K in keyof SheetAnswer]: SheetAnswer[K] } = {
    head,
    bands,
    merges: known ?? asked,
    rows: null,
    columns: null,
    formats,
  };
  const ownFormats = step(head.ownFormats.length, () => {
    for (const format of head.ownFormats) formats.push({ format, at: format.getRanges().load("address") });
  });
  if (used === null) return { answer, ask: [ownFormats] };
  const height = Math.max(1, Math.floor(limits.cellsPerTrip / (used.right - used.left + 1)));
  const contents = cutRows(used, height).map((area) =>
    step(areaSize(area), () => {
      const range = sheet.getRangeByIndexes(...indexesOf(area));
      bands.push({ area, range: range.load("values,formulas,numberFormat") });
    }),
  );
  const layout = step(Math.ceil((used.bottom - used.top + used.right - used.left) / 2), () => {
    const range = sheet.getRangeByIndexes(...indexesOf(used));
    answer.rows = range.getRowProperties({ rowHidden: true });
    answer.columns = range.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  });
  const merges = (known === null ? cutRows(used, limits.mergeRows) : []).map((area) =>
    step(0, () => {
      const merged = sheet.getRangeByIndexes(...indexesOf(area)).getMergedAreasOrNullObject();
      asked.push(merged.load("areaCount,areas/items/address"));
    }),
  );
  return { answer, ask: [ownFormats, ...contents, layout, ...merges] };
}

function cutRows(area: Area, height: number): readonly Area[] {
  const count = Math.ceil((area.bottom - area.top + 1) / height);
  return Array.from({ length: count }, (_, at) => ({
    ...area,
    top: area.top + at * height,
    bottom: Math.min(area.bottom, area.top + (at + 1) * height - 1),
  }));
}
