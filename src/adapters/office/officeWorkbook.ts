import type { CellAddress } from "../../workbook/cell";
import type { EditPlan } from "../../workbook/edit";
import { fail, succeed, type Outcome, type WorkbookPort } from "../../workbook/port";
import { newerRecords } from "../../workbook/records";
import type { Snapshot } from "../../workbook/snapshot";
import { applyPlan } from "./applyPlan";
import { excelErrorCode, excelErrorLocation, excelProblem, problem } from "./excelProblem";
import type { ExcelRun } from "./excelRun";
import { emptyMemory, type ReadMemory } from "./readMemory";
import { readWorkbook, type ReadOptions } from "./readWorkbook";
import { repairFormulas } from "./repairFormulas";

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
  const memory = emptyMemory();
  const inTurn = queue();
  const supported = options.supported ?? (() => true);
  const merges = options.merges ?? "ask";
  const guarded = <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    inTurn(() => (supported() ? work() : Promise.resolve(fail(problem("excelTooOld")))));
  return {
    read: () => guarded(() => read(run, { merges, ...usualLimits }, memory)),
    apply: (plan: EditPlan) =>
      plan.refused === undefined
        ? guarded(() => applyPlan(run, plan, memory))
        : Promise.resolve(fail(newerRecords)),
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

async function read(run: ExcelRun, options: ReadOptions, memory: ReadMemory): Promise<Outcome<Snapshot>> {
  try {
    const reading = await run((context) => readWorkbook(context, options, memory));
    Object.assign(memory, reading.memory);
    return succeed(reading.snapshot);
  } catch (error) {
    const smaller = smallerQuestions(error, options);
    return smaller === null ? fail(excelProblem(error)) : read(run, smaller, memory);
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
