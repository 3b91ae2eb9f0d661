import type { CellValue } from "./snapshot";

/** What a formula hands to a function: one value, or a range as rows of values. */
export type FunctionArgument = CellValue | readonly (readonly CellValue[])[];

/** An Excel error ("#N/A", "#VALUE!") with the Chinese sentence that goes with it. */
export interface FunctionError {
  readonly error: string;
  readonly message: string;
}

/** Our custom functions as a formula engine calls them, by name in capitals without prefix: "EXECRATE". Pure. */
export type FunctionTable = Readonly<
  Record<string, (args: readonly FunctionArgument[]) => CellValue | FunctionError>
>;
