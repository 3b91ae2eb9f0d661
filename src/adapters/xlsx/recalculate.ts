import {
  calculateFormulas,
  type CellLike,
  type FormulaResultLike,
  type WorkbookLike,
  type WorksheetLike,
} from "@cj-tech-master/excelts/formula";
import { cellKey, type CellAddress } from "../../workbook/cell";
import type { FunctionTable } from "../../workbook/port";
import { isErrorValue, type CellValue, type SheetSnapshot, type Snapshot } from "../../workbook/snapshot";
import { engineFormula } from "./engineFormula";
import { engineFunctions } from "./engineFunctions";
import { withSnaps } from "./withSnaps";
import { isArea, type Names } from "./references";

/** The results of formulas: sheet → row → column → value; null shows nothing (""). A formula that could
 * not be worked out is absent. */
export type Results = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, CellValue>>>;

interface RecalculateOptions {
  /** Only these formulas; every other cell counts with the value that it shows. Absent: all. */
  readonly only?: readonly CellAddress[];
  readonly names?: Names;
  /** Numbers that are nearly equal count as equal, see withSnaps. */
  readonly snaps?: boolean;
}

/** Works formulas out by a formula engine with our functions in it. Pure: the snapshot stays as it is. */
export function recalculate(
  snapshot: Snapshot,
  functions: FunctionTable,
  options: RecalculateOptions = {},
): Results {
  const only = options.only === undefined ? null : new Set(options.only.map(cellKey));
  const allNames = options.names ?? new Map<string, string>();
  const used = usedCorners(snapshot);
  const spell = (formula: string, sheet: string): string => {
    const { text } = engineFormula(formula, { sheet, names: allNames, used });
    return options.snaps === true ? withSnaps(text) : text;
  };
  const sheets = snapshot.sheets.map((sheet, index) => engineSheet(sheet, index + 1, only, spell));
  const areas = [...allNames].filter(([, text]) => isArea(text));
  const names = areas.map(([name, text]) => ({ name, ranges: [text] }));
  const workbook: WorkbookLike = {
    worksheets: sheets.map(({ sheet }) => sheet),
    getWorksheet: (id) => sheets.find(({ sheet }) => sheet.id === id || sheet.name === id)?.sheet,
    userFunctions: engineFunctions(functions),
    definedNames: { getAllEntries: () => names, getAllNames: () => names.map(({ name }) => ({ name })) },
  };
  calculateFormulas(workbook);
  return new Map(
    sheets.map(({ sheet, formulas }) => {
      const rows = new Map<number, Map<number, CellValue>>();
      for (const cell of formulas) {
        if (!cell.worked()) continue;
        const cells = rows.get(cell.row) ?? new Map<number, CellValue>();
        rows.set(cell.row, cells.set(cell.col, resultOf(cell.result)));
      }
      return [sheet.name, rows] as const;
    }),
  );
}

/** The snapshot with the results put in: what the workbook would show. */
export function withResults(snapshot: Snapshot, results: Results): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    const found = results.get(sheet.name);
    if (found === undefined || found.size === 0) return sheet;
    const rows = Array.from(sheet.rows, ([row, cells]) => {
      const values = found.get(row);
      if (values === undefined) return [row, cells] as const;
      const changed = Array.from(cells, ([column, cell]) => {
        const value = values.get(column);
        return [column, value === undefined ? cell : { ...cell, value }] as const;
      });
      return [row, new Map(changed)] as const;
    });
    return { ...sheet, rows: new Map(rows) };
  });
  return { ...snapshot, sheets };
}

/** The last row and column of each sheet that hold anything. */
export function usedCorners(snapshot: Snapshot): (sheet: string) => { bottom: number; right: number } {
  const known = new Map<string, { bottom: number; right: number }>();
  return (name) => {
    const lower = name.toLowerCase();
    const found = known.get(lower);
    if (found !== undefined) return found;
    const corner = { bottom: 1, right: 1 };
    for (const [row, cells] of snapshot.sheets.find((each) => each.name.toLowerCase() === lower)?.rows ??
      []) {
      corner.bottom = Math.max(corner.bottom, row);
      for (const column of cells.keys()) corner.right = Math.max(corner.right, column);
    }
    known.set(lower, corner);
    return corner;
  };
}

interface FormulaCell extends CellLike {
  readonly worked: () => boolean;
}

interface EngineSheet {
  readonly sheet: WorksheetLike;
  readonly formulas: readonly FormulaCell[];
}

/** A sheet in the shape that the engine asks for. */
function engineSheet(
  from: SheetSnapshot,
  id: number,
  only: ReadonlySet<string> | null,
  spell: (formula: string, sheet: string) => string,
): EngineSheet {
  const rows = new Map<number, Map<number, CellLike>>();
  const formulas: FormulaCell[] = [];
  let right = 0;
  let bottom = 0;
  for (const [row, cells] of from.rows) {
    const line = new Map<number, CellLike>();
    for (const [column, { value, formula }] of cells) {
      const works = formula !== undefined && (only?.has(cellKey({ sheet: from.name, row, column })) ?? true);
      const cell = works ? formulaCell(row, column, spell(formula, from.name)) : null;
      if (cell !== null) formulas.push(cell);
      // A formula that shows nothing is a text of no characters, not a blank cell.
      line.set(column, cell ?? plainCell(row, column, formula === undefined ? value : (value ?? "")));
      right = Math.max(right, column);
    }
    rows.set(row, line);
    bottom = Math.max(bottom, row);
  }
  const find = (row: number, column: number): CellLike | undefined => rows.get(row)?.get(column);
  const sheet: WorksheetLike = {
    id,
    name: from.name,
    dimensions: bottom === 0 ? null : { top: 1, left: 1, bottom, right },
    eachRow: (first: unknown, second?: unknown) => {
      const visitRow = (second ?? first) as (row: unknown, number: number) => void;
      for (const [number, cells] of rows) {
        const eachCell = (one: unknown, other?: unknown): void => {
          const visitCell = (other ?? one) as (cell: CellLike, column: number) => void;
          for (const [column, cell] of cells) visitCell(cell, column);
        };
        visitRow({ hidden: from.hiddenRows.has(number), eachCell }, number);
      }
    },
    findCell: find,
    // Where an array result spills over it is written into a cell that nobody sees.
    getCell: (row, column) => find(row, column) ?? plainCell(row, column, null),
  };
  return { sheet, formulas };
}

/** Remembers whether the engine gave a result at all: it gives undefined for a blank, and leaves cells alone
 * that it could not work out (a chain of formulas that is too deep). */
function formulaCell(row: number, col: number, formula: string): FormulaCell {
  let result: FormulaResultLike;
  let worked = false;
  return {
    row,
    col,
    type: 6,
    formula,
    model: { formula },
    value: null,
    get result() {
      return result;
    },
    set result(value) {
      result = value;
      worked = true;
    },
    worked: () => worked,
  };
}

function plainCell(row: number, col: number, value: CellValue): CellLike {
  const type = value === null ? 0 : typeof value === "number" ? 2 : typeof value === "boolean" ? 9 : 3;
  if (isErrorValue(value))
    return { row, col, type: 10, model: {}, value: { error: value }, result: undefined };
  return { row, col, type, model: {}, value, result: undefined };
}

function resultOf(result: unknown): CellValue {
  if (typeof result === "number") return Number.isFinite(result) ? result + 0 : "#NUM!"; // -0 is 0
  if (typeof result === "boolean") return result;
  if (typeof result === "string") return result === "" ? null : result;
  if (typeof result === "object" && result !== null && "error" in result) return String(result.error);
  // A reference to a blank cell shows 0, as in Excel.
  return 0;
}
