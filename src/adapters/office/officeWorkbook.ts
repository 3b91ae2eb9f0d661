import { areaOf, type CellAddress } from "../../workbook/cell";
import { fail, succeed, type Outcome, type Watch, type WorkbookPort } from "../../workbook/port";
import { newerRecords } from "../../workbook/records";
import type { Snapshot } from "../../workbook/snapshot";
import { applyPlan, writablePlan } from "./applyPlan";
import { excelErrorCode, excelErrorLocation, excelProblem, problem } from "./excelProblem";
import { watchTrips, type ExcelRun } from "./excelRun";
import type { ReadMemory } from "./readMemory";
import { readWorkbook, type ReadOptions } from "./readWorkbook";
import { bytesOf, bytesPerRequest, sendSteps, step } from "./bookSteps";
import { indexesOf } from "./cellBlocks";
import { readAreas } from "../xlsx/references";
import { isBroken, normalFormula } from "./sheetCells";

interface OfficeWorkbookOptions {
  /** "ask": read merged areas every time; "remember": only when the used range has changed, which spares the
   * user's undo history. */
  readonly merges?: ReadOptions["merges"];
  /** False when this Excel lacks a requirement set that we need. */
  readonly supported?: () => boolean;
}

/** The workbook that is open in Excel. Calls wait for each other; none rejects. */
export interface OfficeWorkbook extends WorkbookPort {
  /** Cells whose formula of ours Excel had lost (#NAME?) when the workbook was last read. */
  readonly brokenFormulas: () => readonly CellAddress[];
  /** Writes those formulas again; resolves to the cells. */
  readonly repairFormulas: () => Promise<Outcome<readonly CellAddress[]>>;
}

const usualLimits = { cellsPerTrip: 60_000, mergeRows: 1_048_576 };

export function officeWorkbook(run: ExcelRun, options: OfficeWorkbookOptions = {}): OfficeWorkbook {
  const memory: ReadMemory = { records: new Map(), merges: new Map(), broken: [] };
  const inTurn = queue();
  const supported = options.supported ?? (() => true);
  const merges = options.merges ?? "ask";
  const guarded = <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    inTurn(() => (supported() ? work() : Promise.resolve(fail(problem("excelTooOld")))));
  return {
    read: (watch) => guarded(() => read(run, { merges, ...usualLimits }, memory, watch)),
    apply: (plan, watch) =>
      plan.refused === undefined
        ? guarded(() => applyPlan(run, plan, memory, watch))
        : Promise.resolve(fail(newerRecords)),
    writable: (plan) => guarded(() => writablePlan(run, plan)),
    brokenFormulas: () => memory.broken,
    repairFormulas: () =>
      guarded(async () => {
        try {
          const repaired = await run(repairFormulas);
          memory.broken = [];
          return succeed(repaired);
        } catch (error) {
          return fail(excelProblem(error));
        }
      }),
  };
}

async function read(
  run: ExcelRun,
  options: ReadOptions,
  memory: ReadMemory,
  watch: Watch | undefined,
): Promise<Outcome<Snapshot>> {
  try {
    const reading = await run((context) => readWorkbook(watchTrips(context, watch), options, memory));
    Object.assign(memory, reading.memory);
    return succeed(reading.snapshot);
  } catch (error) {
    const smaller = smallerQuestions(error, options);
    return smaller === null ? fail(excelProblem(error)) : read(run, smaller, memory, watch);
  }
}

/** What to ask instead when an answer was too large; null when asking less would not help. */
function smallerQuestions(error: unknown, options: ReadOptions): ReadOptions | null {
  if (excelErrorLocation(error).includes("getMergedAreas") && options.mergeRows > 20) {
    return { ...options, mergeRows: Math.min(400, Math.floor(options.mergeRows / 5)) };
  }
  const tooLarge = excelErrorCode(error) === "ResponsePayloadSizeLimitExceeded";
  return tooLarge && options.cellsPerTrip > 20
    ? { ...options, cellsPerTrip: Math.floor(options.cellsPerTrip / 5) }
    : null;
}

/** One piece of work after the other: two answers to one click must not write into each other. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Writes again every formula of ours that Excel has lost, and nothing else. Resolves to the cells. */
async function repairFormulas(context: Excel.RequestContext): Promise<readonly CellAddress[]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const used = sheets.items.map((sheet) => ({
    name: sheet.name,
    range: sheet.getUsedRangeOrNullObject(true).load("address,formulas,values"),
  }));
  await context.sync();
  const broken = used.flatMap(({ name, range }) => (range.isNullObject ? [] : brokenCells(name, range)));
  const steps = broken.map(({ at, formula }) =>
    step(bytesOf(formula), (book) => {
      book.sheet(at.sheet).getRangeByIndexes(...indexesOf(areaOf(at))).formulas = [[formula]];
    }),
  );
  await sendSteps(context, steps, bytesPerRequest);
  return broken.map(({ at }) => at);
}

function brokenCells(
  sheet: string,
  { address, formulas, values }: Excel.Range,
): readonly { readonly at: CellAddress; readonly formula: string }[] {
  const [start] = readAreas(address);
  if (start === undefined) return [];
  return formulas.flatMap((line: readonly unknown[], y) =>
    line.flatMap((formula, x) => {
      if (typeof formula !== "string" || !formula.startsWith("=")) return [];
      if (!isBroken(formula, values[y]?.[x])) return [];
      const at = { sheet, row: start.top + y, column: start.left + x };
      return [{ at, formula: normalFormula(formula) }];
    }),
  );
}
