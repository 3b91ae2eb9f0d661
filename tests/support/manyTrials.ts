import { recalculate } from "../../src/adapters/xlsx/recalculate";
import { functionTable } from "../../src/functions/functionTable";
import type { FactCell, Rule } from "../../src/criteria/rule";
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

interface TrialSheet {
  readonly sheet: SheetSnapshot;
  /** First row of each trial, where its formulas stand. */
  readonly tops: readonly number[];
}

/** The formulas of a rule over the figures of each trial, as they are written into a workbook. */
export function trialSheet(rule: Rule, trials: readonly Trial[]): TrialSheet {
  const rows = new Map<number, Map<number, CellSnapshot>>();
  const put = (row: number, column: number, cell: CellSnapshot): void => {
    const line = rows.get(row) ?? new Map<number, CellSnapshot>();
    rows.set(row, line.set(column, cell));
  };
  const tops: number[] = [];
  let top = 1;
  for (const { given, options } of trials) {
    tops.push(top);
    const cells: Record<string, FactCell> = {};
    let row = top;
    for (const { key, kind } of rule.facts) {
      const one = given[key];
      const height = kind === "months" ? 12 : 1;
      const end = height > 1 ? `:$D$${row + height - 1}` : "";
      cells[key] = { value: `'${sheetName}'!$D$${row}${end}`, reason: `'${sheetName}'!$H$${row}` };
      const content: readonly CellValue[] =
        one === undefined ? [] : typeof one.value === "object" ? one.value : [one.value];
      content.forEach((value, index) => {
        if (value !== null) put(row + index, place.value, { value });
      });
      if (one?.reason !== undefined && one.reason !== "") put(row, place.reason, { value: one.reason });
      row += height;
    }
    put(top, place.weight, { value: options.weight });
    for (const dialect of ["addin", "builtIn"] as const) {
      const written = rule.formula(cells, {
        dialect,
        weight: `F${top}`,
        // The words of a band stand in the formula itself: one sheet holds the trials of many rows.
        standard: null,
        context: contextOf(options),
      });
      put(top, place[dialect], { value: null, formula: `=${written}` });
    }
    top = row + 1;
  }
  const sorted = new Map(
    Array.from(rows, ([row, line]) => [row, new Map([...line].sort(([a], [b]) => a - b))]),
  );
  const inOrder = new Map([...sorted].sort(([a], [b]) => a - b));
  return { sheet: { ...gridSheet([], { name: sheetName }), rows: inOrder }, tops };
}

/** What both written formulas show for each trial, worked out by the formula engine in one run. */
export function showTrials(
  rule: Rule,
  trials: readonly Trial[],
): readonly { readonly addin: CellValue; readonly builtIn: CellValue }[] {
  const { sheet, tops } = trialSheet(rule, trials);
  const results = recalculate(workbookOf([sheet]), functionTable).get(sheetName);
  const shown = (row: number, column: number): CellValue => results?.get(row)?.get(column) ?? null;
  return tops.map((row) => ({ addin: shown(row, place.addin), builtIn: shown(row, place.builtIn) }));
}
