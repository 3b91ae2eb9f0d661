import type { WorkbookLike } from "@cj-tech-master/excelts/formula";
import type { FunctionArgument, FunctionTable } from "../../workbook/port";
import { isErrorValue, type CellValue } from "../../workbook/snapshot";
import { nativeFunctions } from "./nativeFunctions";
import { snapped } from "./withSnaps";

type UserFunctions = NonNullable<WorkbookLike["userFunctions"]>;

/** A value inside the engine; the numbers are its kinds. */
interface EngineValue {
  readonly kind: number;
  readonly value?: unknown;
  readonly code?: string;
  readonly rows?: readonly (readonly EngineValue[])[];
}

const kinds = { blank: 0, number: 1, text: 2, boolean: 3, error: 4, array: 5 } as const;

/** Our functions (JX.NAME) and the built-in ones that the engine gets wrong, as the engine calls them. */
export function engineFunctions(functions: FunctionTable): UserFunctions {
  const ours = Object.entries(functions).map(([name, call]) => {
    const full = name.toUpperCase().startsWith("JX.") ? name.toUpperCase() : `JX.${name.toUpperCase()}`;
    const invoke = (args: unknown[]): EngineValue => invokeOurs(call, args as EngineValue[]);
    return [full, { minArity: 0, maxArity: 255, invoke }] as const;
  });
  const native = Object.entries(nativeFunctions).map(([name, { least, most, call }]) => {
    const invoke = (args: unknown[]): EngineValue => lift(call, args as EngineValue[]);
    return [name, { minArity: least, maxArity: most, invoke }] as const;
  });
  const one = (call: (value: EngineValue) => EngineValue) => ({
    minArity: 1,
    maxArity: 1,
    invoke: ([value]: unknown[]) => call(value as EngineValue),
  });
  return new Map([...ours, ...native, ["SNAP", one(snappedValue)], ["ASCENDING", one(ascending)]]);
}

/** See withSnaps. The first column of a table, else the row; texts and errors are passed over. */
function ascending(table: EngineValue): EngineValue {
  const rows = table.rows ?? [];
  const list = rows.length > 1 ? rows.flatMap((row) => row.slice(0, 1)) : rows.flat();
  const numbers = list.flatMap(({ value }) => (typeof value === "number" ? value : []));
  const ascends = numbers.every((number, index) => number >= (numbers[index - 1] ?? number));
  return ascends ? table : { kind: kinds.error, code: "#NULL!" };
}

/** See withSnaps. Whatever is no number is handed on. */
function snappedValue(value: EngineValue): EngineValue {
  if (value.rows !== undefined) return { ...value, rows: value.rows.map((row) => row.map(snappedValue)) };
  const { value: number } = value;
  return typeof number === "number" ? { kind: kinds.number, value: snapped(number) } : value;
}

/** As Excel does it: an error in an argument is the result, and our function is not asked. */
function invokeOurs(call: FunctionTable[string], values: readonly EngineValue[]): EngineValue {
  for (const value of values) {
    const error =
      value.kind === kinds.error ? value : value.rows?.flat().find(({ kind }) => kind === kinds.error);
    if (error !== undefined) return error;
  }
  let result: ReturnType<typeof call>;
  try {
    result = call(values.map(argumentOf));
  } catch {
    return { kind: kinds.error, code: "#VALUE!" };
  }
  return typeof result === "object" && result !== null
    ? { kind: kinds.error, code: result.error }
    : engineValue(result);
}

function argumentOf(value: EngineValue): FunctionArgument {
  return value.rows === undefined ? plain(value) : value.rows.map((row) => row.map(plain));
}

function plain(value: EngineValue): CellValue {
  if (value.kind === kinds.error) return value.code ?? "#VALUE!";
  const inner = value.value;
  return typeof inner === "number" || typeof inner === "string" || typeof inner === "boolean" ? inner : null;
}

function engineValue(value: CellValue): EngineValue {
  if (typeof value === "number") return { kind: kinds.number, value };
  if (typeof value === "boolean") return { kind: kinds.boolean, value };
  if (isErrorValue(value)) return { kind: kinds.error, code: String(value) };
  return { kind: kinds.text, value: value ?? "" };
}

/** Calls a function of single values; over an array once for each of its values. */
function lift(call: (args: readonly CellValue[]) => CellValue, args: readonly EngineValue[]): EngineValue {
  const shape = args.find((arg) => arg.rows !== undefined)?.rows;
  if (shape === undefined) {
    const error = args.find(({ kind }) => kind === kinds.error);
    return error ?? engineValue(call(args.map(plain)));
  }
  const at = (y: number, x: number): EngineValue[] => args.map((arg) => pick(arg, y, x));
  const rows = shape.map((row, y) => row.map((_, x) => lift(call, at(y, x))));
  const size = { height: rows.length, width: rows[0]?.length ?? 0 };
  return { kind: kinds.array, rows, ...size };
}

function pick(arg: EngineValue, y: number, x: number): EngineValue {
  if (arg.rows === undefined) return arg;
  const row = arg.rows[arg.rows.length === 1 ? 0 : y];
  return row?.[row.length === 1 ? 0 : x] ?? { kind: kinds.error, code: "#N/A" };
}
