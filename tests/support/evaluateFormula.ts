import {
  calculateFormulas,
  type CellLike,
  type RowLike,
  type WorkbookLike,
  type WorksheetLike,
} from "@cj-tech-master/excelts/formula";
import { functionTable } from "../../src/functions/functionTable";
import { parseA1 } from "../../src/workbook/cell";
import type { CellValue } from "../../src/workbook/snapshot";

type UserFunctions = NonNullable<WorkbookLike["userFunctions"]>;
type Runtime = { readonly kind: number; readonly value?: unknown; readonly code?: string } & {
  readonly rows?: readonly (readonly Runtime[])[];
};

/**
 * What a formula (without "=") shows over the cells of one sheet, evaluated by the formula engine with our
 * functions handed in as JX.NAME. An error comes back as its text ("#N/A").
 */
export function evaluateFormula(
  formula: string,
  cells: Readonly<Record<string, CellValue>>,
  sheet = "评分底稿",
): CellValue {
  const grid = new Map<string, CellLike>();
  for (const [address, value] of Object.entries(cells)) {
    const at = parseA1(address);
    if (at === null) throw new Error(`not a cell: ${address}`);
    if (value !== null) grid.set(`${at.row},${at.column}`, plainCell(at.row, at.column, value));
  }
  const target: CellLike = {
    row: 1,
    col: 1,
    type: 6,
    formula,
    model: { formula },
    value: null,
    result: undefined,
  };
  grid.set("1,1", target);
  const workbook: WorkbookLike = {
    worksheets: [worksheet(sheet, grid)],
    getWorksheet: () => undefined,
    userFunctions: ourFunctions,
  };
  workbook.getWorksheet = () => workbook.worksheets[0];
  calculateFormulas(workbook);
  const result: unknown = target.result;
  if (typeof result === "object" && "error" in result) return String(result.error);
  if (typeof result === "number" || typeof result === "string" || typeof result === "boolean") return result;
  return null;
}

function plainCell(row: number, col: number, value: CellValue): CellLike {
  const type = typeof value === "number" ? 2 : typeof value === "boolean" ? 9 : 3;
  return { row, col, type, model: {}, value, result: undefined };
}

function worksheet(name: string, grid: Map<string, CellLike>): WorksheetLike {
  const cells = [...grid.values()];
  const rows = [...new Set(cells.map((cell) => cell.row))].sort((a, b) => a - b);
  const rowOf = (row: number): RowLike => ({
    eachCell(first: unknown, second?: unknown) {
      const visit = (second ?? first) as (cell: CellLike, column: number) => void;
      for (const cell of cells) if (cell.row === row) visit(cell, cell.col);
    },
  });
  const find = (row: number, col: number): CellLike | undefined => grid.get(`${row},${col}`);
  return {
    id: 1,
    name,
    dimensions: { top: 1, left: 1, bottom: 60, right: 12 },
    eachRow(first: unknown, second?: unknown) {
      const visit = (second ?? first) as (row: RowLike, number: number) => void;
      for (const row of rows) visit(rowOf(row), row);
    },
    findCell: find,
    getCell: (row, col) => find(row, col) ?? plainCell(row, col, null),
  };
}

const errorKind = 4;
const arrayKind = 5;

function argument(value: unknown): CellValue | readonly (readonly CellValue[])[] {
  const runtime = value as Runtime;
  return runtime.kind === arrayKind ? (runtime.rows ?? []).map((row) => row.map(scalar)) : scalar(runtime);
}

function scalar(value: Runtime): CellValue {
  if (value.kind === errorKind) return value.code ?? "#VALUE!";
  const plain = value.value;
  return typeof plain === "number" || typeof plain === "string" || typeof plain === "boolean" ? plain : null;
}

function runtimeOf(value: CellValue): Runtime {
  if (typeof value === "number") return { kind: 1, value };
  if (typeof value === "boolean") return { kind: 3, value };
  return { kind: 2, value: value ?? "" };
}

/** ROUND as Excel rounds: ties of the shown 15 digits go away from zero (the engine's own goes by binary). */
function excelRound(x: number, digits: number): number {
  if (!Number.isFinite(x) || x === 0) return x;
  const [mantissa = "0", exponent = "0"] = Math.abs(x).toPrecision(15).split("e");
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  return Math.sign(x) * Number(`${shifted}e${-digits}`);
}

const ourFunctions: UserFunctions = new Map([
  ...Object.entries(functionTable).map(
    ([name, evaluate]) =>
      [
        `JX.${name}`,
        {
          minArity: 0,
          maxArity: 255,
          invoke: (args: unknown[]) => {
            const failed = args.map((arg) => arg as Runtime).find((arg) => arg.kind === errorKind);
            if (failed !== undefined) return failed;
            const result = evaluate(args.map(argument));
            return typeof result === "object" ? { kind: errorKind, code: result.error } : runtimeOf(result);
          },
        },
      ] as const,
  ),
  [
    "ROUND",
    {
      minArity: 2,
      maxArity: 2,
      invoke: (args: unknown[]) => {
        const [x, digits] = args.map((arg) => arg as Runtime);
        const failed = [x, digits].find((arg) => arg?.kind === errorKind);
        if (failed !== undefined) return failed;
        return { kind: 1, value: excelRound(Number(x?.value ?? 0), Number(digits?.value ?? 0)) };
      },
    },
  ],
]);
