import { around, isWithin, type Area } from "../../workbook/cell";
import { widestHead } from "../../workbook/snapshot";
import { sendSteps, step, type Step } from "./bookSteps";
import { areaSize, headOf, headSize, indexesOf } from "./cellBlocks";
import type { Band } from "./sheetCells";

/** One sheet as the second round trip leaves it, its ranges still to be asked. */
export interface SheetHead {
  readonly sheet: Excel.Worksheet;
  /** The values of its first cells; null: not looked at. */
  readonly first: Band | null;
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
  readonly bands: readonly Band[];
  /** null: everything was asked. */
  readonly partial: Area | null;
  readonly merges: readonly Excel.RangeAreas[] | readonly Area[];
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
  readonly formats: readonly { readonly format: Excel.ConditionalFormat; readonly at: Excel.RangeAreas }[];
}

/** Asks everything about the sheets that are wanted whole and the rest of the heads of others, in one round trip; in
 * more only when the answer would be too large. */
export async function askSheetParts(
  context: Excel.RequestContext,
  sheets: readonly { readonly head: SheetHead; readonly whole: boolean }[],
  limits: AskLimits,
  remembered: (head: SheetHead) => readonly Area[] | null,
): Promise<readonly SheetAnswer[]> {
  const answers: SheetAnswer[] = [];
  const questions = sheets.flatMap(({ head, whole }) => {
    const { answer, ask } = whole ? questionsOf(head, limits, remembered(head)) : headQuestions(head);
    answers.push(answer);
    return ask;
  });
  await sendSteps(context, questions, limits.cellsPerTrip);
  return answers;
}

interface Questions {
  readonly answer: SheetAnswer;
  readonly ask: readonly Step[];
}

/** What is known of a sheet by its head alone. */
export function bareAnswer(head: SheetHead): SheetAnswer {
  const { first, used } = head;
  // A blank sheet holds nothing that could be left out.
  const partial = used === null ? null : (first?.area ?? used);
  const bands = first === null || used === null ? [] : [first];
  return { head, partial, bands, merges: [], rows: null, columns: null, formats: [] };
}

/** The head of a sheet whose cells begin elsewhere than in A1, or that is wide. */
function headQuestions(head: SheetHead): Questions {
  const bare = bareAnswer(head);
  const formats: { format: Excel.ConditionalFormat; at: Excel.RangeAreas }[] = [];
  const ask = [formatsStep(head, formats)];
  const { partial } = bare;
  const area = head.used === null ? null : headOf(head.used, { ...headSize, columns: widestHead });
  if (area === null || partial === null || isWithin(area, partial)) {
    return { answer: { ...bare, formats }, ask };
  }
  const rest =
    area.bottom > partial.bottom ? area : { ...area, left: Math.max(area.left, partial.right + 1) };
  const bands = [...bare.bands];
  const more = step(areaSize(rest) / 3, () => {
    bands.push({ area: rest, range: head.sheet.getRangeByIndexes(...indexesOf(rest)).load("values") });
  });
  return { answer: { ...bare, formats, bands, partial: around(partial, area) }, ask: [...ask, more] };
}

function formatsStep(
  head: SheetHead,
  formats: { format: Excel.ConditionalFormat; at: Excel.RangeAreas }[],
): Step {
  return step(head.ownFormats.length, () => {
    for (const format of head.ownFormats) formats.push({ format, at: format.getRanges().load("address") });
  });
}

function questionsOf(head: SheetHead, limits: AskLimits, known: readonly Area[] | null): Questions {
  const { sheet, used } = head;
  const bands: Band[] = [];
  const asked: Excel.RangeAreas[] = [];
  const formats: { format: Excel.ConditionalFormat; at: Excel.RangeAreas }[] = [];
  const answer: { -readonly [K in keyof SheetAnswer]: SheetAnswer[K] } = {
    head,
    partial: null,
    bands,
    merges: known ?? asked,
    rows: null,
    columns: null,
    formats,
  };
  const ownFormats = formatsStep(head, formats);
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
