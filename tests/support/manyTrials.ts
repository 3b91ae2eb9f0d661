import { engineFormula } from "../../src/adapters/xlsx/engineFormula";
import { recalculate } from "../../src/adapters/xlsx/recalculate";
import { functionTable } from "../../src/functions/functionTable";
import type { FactCell, Rule, RuleContext } from "../../src/criteria/rule";
import { cellKey } from "../../src/workbook/cell";
import type { CellSnapshot, CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { gridSheet, workbookOf } from "./grid";
import { contextOf, type Given, type TrialOptions } from "./ruleTrial";

export interface Trial {
  readonly given: Given;
  readonly options: TrialOptions;
}

/** Columns of the sheet that holds one trial below the other. */
const place = { value: 4, weight: 6, reason: 8, addin: 9, builtIn: 10 } as const;
const sheetName = "评分底稿";
const dialects = ["addin", "builtIn"] as const;
/** Where the figures of a trial begin that has a sheet of its own. */
const here = { sheet: null, top: 1 };

interface TrialSheet {
  readonly sheet: SheetSnapshot;
  /** First row of each trial, where its formulas stand. */
  readonly tops: readonly number[];
}

/** The formulas of a rule over the figures of each trial, as they are written into a workbook. */
export function trialSheet(rule: Rule, trials: readonly Trial[]): TrialSheet {
  const rows = new Map<number, Map<number, CellSnapshot>>();
  const put: Put = (row, column, cell) => {
    const line = rows.get(row) ?? new Map<number, CellSnapshot>();
    rows.set(row, line.set(column, cell));
  };
  const tops: number[] = [];
  let top = 1;
  for (const { given, options } of trials) {
    tops.push(top);
    const { cells, end } = placeFigures(rule, given, { sheet: sheetName, top }, put);
    put(top, place.weight, { value: options.weight });
    for (const dialect of dialects) {
      const written = rule.formula(cells, {
        dialect,
        weight: `F${top}`,
        // The words of a band stand in the formula itself: one sheet holds the trials of many rows.
        standard: null,
        context: contextOf(options),
      });
      put(top, place[dialect], { value: null, formula: `=${written}` });
    }
    top = end + 1;
  }
  const sorted = new Map(
    Array.from(rows, ([row, line]) => [row, new Map([...line].sort(([a], [b]) => a - b))]),
  );
  const inOrder = new Map([...sorted].sort(([a], [b]) => a - b));
  return { sheet: { ...gridSheet([], { name: sheetName }), rows: inOrder }, tops };
}

/** What both written formulas show for each trial, worked out by the formula engine in one run. Each trial has a sheet of
 * its own, so that the figures of all stand in the same cells: a formula is written and read once, however many figures
 * it is tried with. */
export function showTrials(
  rule: Rule,
  trials: readonly Trial[],
): readonly { readonly addin: CellValue; readonly builtIn: CellValue }[] {
  const written = new Map<string, Written>();
  const texts = new Map<string, string>();
  const sheets = trials.map(({ given, options }, index): SheetSnapshot => {
    const context = contextOf(options);
    const key = JSON.stringify(context);
    const formulas = written.get(key) ?? bothFormulas(rule, context);
    written.set(key, formulas);
    const name = `表${index + 1}`;
    const line = new Map<number, CellSnapshot>();
    const rows = new Map<number, Map<number, CellSnapshot>>([[1, line]]);
    placeFigures(rule, given, here, (row, column, cell) => {
      const cells = rows.get(row) ?? new Map<number, CellSnapshot>();
      rows.set(row, cells.set(column, cell));
    });
    line.set(place.weight, { value: options.weight });
    for (const dialect of dialects) {
      line.set(place[dialect], { value: null, formula: formulas[dialect].formula });
      texts.set(cellKey({ sheet: name, row: 1, column: place[dialect] }), formulas[dialect].read);
    }
    rows.set(1, new Map([...line].sort(([a], [b]) => a - b)));
    return { ...gridSheet([], { name }), rows };
  });
  const results = recalculate(workbookOf(sheets), functionTable, { only: texts });
  return sheets.map(({ name }) => {
    const shown = (column: number): CellValue => results.get(name)?.get(1)?.get(column) ?? null;
    return { addin: shown(place.addin), builtIn: shown(place.builtIn) };
  });
}

type Written = Readonly<
  Record<(typeof dialects)[number], { readonly formula: string; readonly read: string }>
>;

/** Both formulas of a rule whose figures begin in row 1 of the same sheet, and as the engine is to read them. */
function bothFormulas(rule: Rule, context: RuleContext): Written {
  const { cells } = placeFigures(rule, {}, here, () => undefined);
  const one = (dialect: (typeof dialects)[number]): Written["addin"] => {
    const formula = `=${rule.formula(cells, { dialect, weight: "F1", standard: null, context })}`;
    const around = { sheet: "", names: new Map<string, string>(), used: () => ({ bottom: 1, right: 1 }) };
    return { formula, read: engineFormula(formula, around).text };
  };
  return { addin: one("addin"), builtIn: one("builtIn") };
}

type Put = (row: number, column: number, cell: CellSnapshot) => void;

/** Puts the figures of a trial one below the other; gives where each of them stands, named with its sheet unless the
 * formula stands in the same one, and the row behind the last. */
function placeFigures(
  rule: Rule,
  given: Given,
  from: { readonly sheet: string | null; readonly top: number },
  put: Put,
): { readonly cells: Readonly<Record<string, FactCell>>; readonly end: number } {
  const cells: Record<string, FactCell> = {};
  const on = from.sheet === null ? "" : `'${from.sheet}'!`;
  let row = from.top;
  for (const { key, kind } of rule.facts) {
    const one = given[key];
    const height = kind === "months" ? 12 : 1;
    const end = height > 1 ? `:$D$${row + height - 1}` : "";
    cells[key] = { value: `${on}$D$${row}${end}`, reason: `${on}$H$${row}` };
    const content: readonly CellValue[] =
      one === undefined ? [] : typeof one.value === "object" ? one.value : [one.value];
    content.forEach((value, index) => {
      if (value !== null) put(row + index, place.value, { value });
    });
    if (one?.reason !== undefined && one.reason !== "") put(row, place.reason, { value: one.reason });
    row += height;
  }
  return { cells, end: row };
}
