import { areaOf, type CellAddress } from "../../workbook/cell";
import { fail, succeed, type Outcome, type Watch, type WorkbookPort } from "../../workbook/port";
import { newerRecords } from "../../workbook/records";
import type { Snapshot } from "../../workbook/snapshot";
import { applyPlan, writablePlan } from "./applyPlan";
import { allInDoubt, hasMarks, noMarks, noted } from "./changeMarks";
import { watchChanges, watchSelection } from "./excelEvents";
import { excelErrorCode, excelErrorLocation, excelProblem, problem } from "./excelProblem";
import { watchTrips, type ExcelRun } from "./excelRun";
import { excelWatches } from "./excelWatches";
import { isWhole } from "./readChanges";
import { brokenIn, type ReadMemory } from "./readMemory";
import { readWorkbook, snapshotOf, type ReadOptions } from "./readWorkbook";
import { bytesOf, bytesPerRequest, sendSteps, step } from "./bookSteps";
import { indexesOf } from "./cellBlocks";
import { readAreas } from "../xlsx/references";
import { isBroken, normalFormula } from "./sheetCells";

interface OfficeWorkbookOptions {
  /** "ask": read merged areas every time; "remember": only when the used range has changed, which spares the
   * user's undo history. */
  readonly merges?: ReadOptions["merges"];
  /** The sheets that must be read whole, by what stands at their heads; absent: every one. */
  readonly wanted?: ReadOptions["wanted"];
  /** False when this Excel lacks a requirement set that we need. */
  readonly supported?: () => boolean;
}

/** The workbook that is open in Excel. Calls wait for each other; none rejects. */
export interface OfficeWorkbook extends WorkbookPort {
  /** Cells whose formula of ours Excel had lost (#NAME?) when the workbook was last read. */
  readonly brokenFormulas: () => readonly CellAddress[];
  /** Writes those formulas again; resolves to the cells. */
  readonly repairFormulas: () => Promise<Outcome<readonly CellAddress[]>>;
  /** Tells of every change from the next reading on. Only while somebody listens is anything read kept. */
  readonly onChange: (listener: () => void) => () => void;
  readonly onSelection: (listener: (at: CellAddress) => void) => () => void;
  /** Somebody wrote without events: the next reading begins anew. */
  readonly forget: () => void;
}

const usualLimits = { cellsPerTrip: 60_000, mergeRows: 1_048_576 };

export function officeWorkbook(run: ExcelRun, options: OfficeWorkbookOptions = {}): OfficeWorkbook {
  const memory: ReadMemory = {
    records: new Map(),
    merges: new Map(),
    kept: null,
    marks: noMarks,
    isTold: false,
  };
  const changes = excelWatches();
  const selections = excelWatches();
  const inTurn = queue();
  const supported = options.supported ?? (() => true);
  const readOptions: ReadOptions = {
    merges: options.merges ?? "ask",
    wanted: options.wanted ?? null,
    join: (context) => {
      const joined = [changes.queue(context), selections.queue(context)];
      return () => {
        for (const each of joined) each();
      };
    },
    ...usualLimits,
  };
  const guarded = <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    inTurn(() => {
      memory.isTold = changes.isListening();
      return supported() ? work() : Promise.resolve(fail(problem("excelTooOld")));
    });
  return {
    read: ({ whole = false, watch } = {}) =>
      guarded(() => read(run, whole ? all(readOptions) : readOptions, memory, watch)),
    apply: (plan, watch) =>
      plan.refused === undefined
        ? guarded(() => applyPlan(run, plan, memory, watch))
        : Promise.resolve(fail(newerRecords)),
    writable: (plan) => guarded(() => writablePlan(run, plan)),
    brokenFormulas: () => brokenIn(memory),
    repairFormulas: () =>
      guarded(async () => {
        memory.kept = null;
        try {
          return succeed(await run(repairFormulas));
        } catch (error) {
          return fail(excelProblem(error));
        }
      }),
    onChange: (listener) =>
      watchChanges(
        run,
        (change) => {
          memory.marks = noted(memory.marks, change);
          listener();
        },
        changes.add,
      ),
    onSelection: (listener) => watchSelection(run, listener, selections.add),
    forget: () => {
      memory.kept = null;
      // What is being read just now began before.
      memory.marks = allInDoubt;
    },
  };
}

function all(options: ReadOptions): ReadOptions {
  return { ...options, wanted: null };
}

async function read(
  run: ExcelRun,
  options: ReadOptions,
  memory: ReadMemory,
  watch: Watch | undefined,
  isAgain = false,
): Promise<Outcome<Snapshot>> {
  const { kept, isTold } = memory;
  const isEnough = options.wanted !== null || kept?.every(isWhole) === true;
  if (isTold && kept !== null && isEnough && !hasMarks(memory.marks)) return succeed(snapshotOf(memory));
  const marks = isTold && kept !== null ? memory.marks : allInDoubt;
  // Merging tells nothing by itself: where everything is in doubt, so is what is merged.
  if (memory.marks.all) memory.merges = new Map();
  // What is told from now on is told of what is read now, or later.
  memory.marks = noMarks;
  try {
    const reading = await run((context) => readWorkbook(watchTrips(context, watch), options, memory, marks));
    Object.assign(memory, reading);
    return succeed(snapshotOf(memory));
  } catch (error) {
    memory.kept = null;
    const smaller = smallerQuestions(error, options);
    if (smaller !== null) return read(run, smaller, memory, watch, isAgain);
    const cause = excelProblem(error);
    // A sheet went while it was asked, or before anybody told of it: what is left is read, once.
    return cause.code !== "sheetMissing" || isAgain ? fail(cause) : read(run, options, memory, watch, true);
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
