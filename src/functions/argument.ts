import { readPlainNumber } from "../quantity/plainNumber";
import { largestRate } from "../criteria/readFact";

/** A single value as Excel hands it over: a blank cell is null in a browser and 0 elsewhere, an omitted argument is null. */
export type Scalar = string | number | boolean | null;

/** An argument: one value, or the rows of a range. */
export type Argument = Scalar | readonly (readonly Scalar[])[];

/** All that a function is called with. */
export type Arguments = readonly Argument[];

/** One of them, which may be left out. */
export type Given = Argument | undefined;

/** Only these two errors carry a message in Excel. */
export interface FunctionError {
  /** #N/A: nothing to compute yet, or a zero denominator; #VALUE!: everything else. */
  readonly error: "#N/A" | "#VALUE!";
  /** Chinese: which argument, what was found, what was expected. */
  readonly message: string;
}

export type FunctionResult = number | string | FunctionError;

export function isFunctionError(value: unknown): value is FunctionError {
  return typeof value === "object" && value !== null && "error" in value;
}

export function notAvailable(message: string): FunctionError {
  return { error: "#N/A", message };
}

export function wrongValue(message: string): FunctionError {
  return { error: "#VALUE!", message };
}

/** A range of one cell is that cell; null where a single value is wanted and several came. */
export function single(argument: Given): Scalar | FunctionError {
  if (typeof argument !== "object" || argument === null) return argument ?? null;
  const cells = argument.flat();
  return cells.length === 1 ? (cells[0] ?? null) : wrongValue("这里只能填一个单元格，现为一个区域。");
}

export function cellsOf(argument: Given): readonly Scalar[] {
  return typeof argument === "object" && argument !== null ? argument.flat() : [argument ?? null];
}

export function isBlank(value: Scalar): value is null | "" {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/**
 * A number, or text that holds one with a unit that fits.
 * @param name 参数名, and what is expected of it: both in Chinese, for the message
 */
export function readNumberArgument(
  argument: Given,
  name: string,
  expected: string,
  units: readonly string[],
  least = -Infinity,
  most = Infinity,
): number | FunctionError {
  const value = single(argument);
  if (isFunctionError(value)) return wrongValue(`${name}：${value.message}`);
  if (isBlank(value)) return notAvailable(`${name}尚未填写，应为${expected}。`);
  const read = readPlainNumber(value);
  return read !== null && units.includes(read.unit) && read.value >= least && read.value <= most
    ? read.value
    : wrongValue(`${name}是${shown(value)}，应为${expected}。`);
}

/** A number that is never 0: a blank cell, which Excel may hand over as 0, is nothing given. */
export function blankForZero(argument: Given): Given {
  return single(argument) === 0 ? null : argument;
}

/** The printed weight: 10, "10", "10 分". Above 0: a blank cell arrives as 0. */
export function readWeight(argument: Given): number | FunctionError {
  const weight = readNumberArgument(argument, "分值", "大于0的数，如10或“10 分”", ["", "分"], 0);
  return weight === 0 ? notAvailable("分值尚未填写，应为大于0的数。") : weight;
}

/** A number that may well be 0: a blank cell counts as 0, as it does in Excel itself, whatever Excel hands over for it. */
export function zeroForBlank(argument: Given): Given {
  return argument !== undefined && single(argument) === null ? 0 : argument;
}

export function readRate(
  argument: Given,
  name: string,
  expected = "百分比，如0.9983或“99.83%”",
  least?: number,
): number | FunctionError {
  const value = single(argument);
  const rate = readNumberArgument(argument, name, expected, ["", "%"], least);
  const percent = typeof value === "string" && /[%％]/u.test(value);
  if (typeof rate === "number" && !percent && Math.abs(rate) > largestRate) {
    return wrongValue(
      `${name}是${shown(isFunctionError(value) ? null : value)}，不像百分比，应为0.9983或“99.83%”这样的数。`,
    );
  }
  return rate;
}

/** How a message quotes what was found. */
export function shown(value: Scalar): string {
  if (typeof value === "string") return `“${value.length > 30 ? `${value.slice(0, 30)}…` : value}”`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null ? "空白" : String(value);
}

/** What is computed of several arguments once all of them could be read, else the first error among them. */
export function computed<Read extends readonly unknown[]>(
  read: readonly [...Read],
  compute: (...values: Values<Read>) => FunctionResult,
): FunctionResult {
  return read.find(isFunctionError) ?? compute(...(read as unknown as Values<Read>));
}

type Values<Read extends readonly unknown[]> = { [At in keyof Read]: Exclude<Read[At], FunctionError> };

/** Each cell read by itself, from the first; the first that cannot be read is the error of all. */
export function readEach(
  cells: readonly Scalar[],
  read: (cell: Scalar, nth: number) => number | FunctionError,
): readonly number[] | FunctionError {
  const numbers: number[] = [];
  for (const [index, cell] of cells.entries()) {
    const number = read(cell, index + 1);
    if (typeof number !== "number") return number;
    numbers.push(number);
  }
  return numbers;
}
