import type { CellAddress } from "./cell";
import type { EditPlan } from "./edit";
import type { CellValue, Snapshot } from "./snapshot";

/** Why something could not be read or written: a closed list, so that every one has its Chinese sentence. */
type ProblemCode =
  | "cellBeingEdited"
  | "lockedCell"
  | "workbookProtected"
  | "readOnly"
  | "otherWorkbookActive"
  | "excelTooOld"
  | "payloadTooLarge"
  | "changedMeanwhile"
  | "sheetMissing"
  | "notXlsx"
  | "encrypted"
  | "damagedFile"
  | "unsafeFile"
  | "partlyApplied"
  | "newerRecords"
  | "noForm"
  | "fileMissing"
  | "fileNotWritable"
  | "badFacts"
  | "badRules"
  | "badLedger"
  | "badAgainst"
  | "unknownEdition"
  | "badEdition"
  | "stopped"
  | "unexpected";

/** What went wrong, why, and what to do, in Chinese; at a cell where there is one. */
export interface Problem {
  readonly code: ProblemCode;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly at?: CellAddress;
  /** Cell by cell what was left undone, when something was. */
  readonly details?: readonly string[];
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };

/** What an action is at. look: whether the cells are still as they were read. */
export type StepName = "read" | "work" | "findings" | "look" | "write";

/** Somebody who looks on while an action takes its time, and may stop it until the first thing is written. */
export interface Watch {
  /** Told before each step: the third of five; 0 of 0 where that is not known. From "write" on nothing is stopped. */
  readonly step: (name: StepName, at: number, of: number) => void;
  /** Lets the screen follow. False: to be stopped, with everything as it was. */
  readonly goOn: () => Promise<boolean>;
}

/** What a reading is for, and who looks on. */
export interface ReadWish {
  /** Every cell of every sheet: for whoever searches sheets that do not matter to a form, too. */
  readonly whole?: boolean;
  readonly watch?: Watch | undefined;
}

/** What the five faces need of a workbook, whatever product holds it. No call ever rejects. */
export interface WorkbookPort {
  readonly read: (wish?: ReadWish) => Promise<Outcome<Snapshot>>;
  /** Everything or nothing; notes say what a protection forbade and was left out. */
  readonly apply: (plan: EditPlan, watch?: Watch) => Promise<Outcome<null>>;
  /** Those edits of a plan that no protection forbids now; absent: nothing is known of protections. */
  readonly writable?: (plan: EditPlan) => Promise<Outcome<EditPlan>>;
}

/** What comes of an action that was stopped in time. */
export const stopped: Problem = {
  code: "stopped",
  what: "已停止，没有改动。",
  why: "操作在写入之前停止。",
  todo: "需要时请重新操作。",
};

export function succeed<T>(value: T, notes: readonly string[] = []): Outcome<T> {
  return { ok: true, value, notes };
}

export function fail(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}

/** What a formula hands to a function: one value, or a range as rows of values. */
export type FunctionArgument = CellValue | readonly (readonly CellValue[])[];

/** An Excel error ("#N/A", "#VALUE!") with the Chinese sentence that goes with it. */
interface FunctionError {
  readonly error: string;
  readonly message: string;
}

/** Our custom functions as a formula engine calls them, by name in capitals without prefix: "EXECRATE". Pure. */
export type FunctionTable = Readonly<
  Record<string, (args: readonly FunctionArgument[]) => CellValue | FunctionError>
>;
