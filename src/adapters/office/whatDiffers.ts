import { areaA1, fullA1 } from "../../workbook/cell";
import type { CellContent } from "../../workbook/edit";
import type { Writing } from "./attempt";
import type { CellBefore, SheetBefore } from "./bookBefore";
import { placeKey, type SheetNeeds } from "./planNeeds";
import { normalFormula } from "./sheetCells";

interface Difference {
  /** As it was before, but only what is otherwise now and is ours to give back; under its present name. */
  readonly back: SheetBefore;
  readonly printArea: boolean;
  /** In Chinese, one sentence each: what is not as before and is not touched. */
  readonly left: readonly string[];
}

/** What of a sheet is to be given back. `need`: what was certainly written to. */
export function whatDiffers(
  before: SheetBefore,
  now: SheetBefore,
  need: SheetNeeds | undefined,
  written: ReadonlyMap<string, Writing>,
): Difference {
  const cells = new Map<string, CellBefore>();
  const left: string[] = [];
  const writes = new Set(need?.writes.map(placeKey));
  for (const [key, cell] of now.cells) {
    const old = before.cells.get(key);
    const writing = written.get(key);
    if (old === undefined || isSameCell(old, cell)) continue;
    const place = fullA1({ sheet: now.name, row: cell.row, column: cell.column });
    const isAsBefore = old.content === cell.content;
    if (writing !== undefined && !isAsBefore) {
      const isOurs = writing.contents.some((content) => isHeld(cell.content, content));
      if (!isOurs) left.push(`${place} 已被他人改动，没有退回`);
      else if (!writing.isSure) left.push(`${place} 不能确定是否本次所写，没有退回`);
      else cells.set(key, old);
    } else if (isAsBefore && writes.has(key)) cells.set(key, old);
  }
  const rows = new Set(Array.from(cells.values(), ({ row }) => row));
  const back: SheetBefore = {
    ...before,
    name: now.name,
    protected: now.protected,
    mayFormatCells: now.mayFormatCells,
    mayFormatColumns: now.mayFormatColumns,
    mayFormatRows: now.mayFormatRows,
    cells,
    heights: new Map(
      Array.from(before.heights).filter(([row, height]) => {
        const present = now.heights.get(row);
        const isOurs = need?.reasonRows.includes(row) === true;
        return present !== undefined && isOurs && (rows.has(row) || present !== height);
      }),
    ),
    columns: changed(before.columns, now.columns, ({ column }) => need?.columns.includes(column)),
    merges: changed(before.merges, now.merges, ({ area }) => hasArea(need?.merges, area)),
    choices: changed(before.choices, now.choices, ({ area }) => hasArea(need?.choices, area)),
  };
  const printArea = need?.printArea === true && before.printArea !== now.printArea;
  return { back, printArea, left };
}

/** Of what was before, what is otherwise now and is meant. */
function changed<T>(
  before: readonly T[],
  now: readonly T[],
  isMeant: (item: T) => boolean | undefined,
): readonly T[] {
  const present = new Set(now.map((item) => JSON.stringify(item)));
  return before.filter((item) => isMeant(item) === true && !present.has(JSON.stringify(item)));
}

type Areas = SheetNeeds["merges"];

function hasArea(areas: Areas | undefined, area: Areas[number]): boolean {
  return areas?.some((each) => areaA1(each) === areaA1(area)) === true;
}

function isSameCell(old: CellBefore, now: CellBefore): boolean {
  return (
    old.content === now.content &&
    old.format === now.format &&
    JSON.stringify(old.look) === JSON.stringify(now.look)
  );
}

/** Whether a cell holds what was written, however Excel spells it. */
function isHeld(now: CellBefore["content"], written: CellContent): boolean {
  if ("formula" in written) return typeof now === "string" && spelled(now) === spelled(written.formula);
  const { value } = written;
  if (typeof value === "number" && typeof now === "number")
    return Math.abs(now - value) <= 1e-12 * Math.abs(value);
  if (typeof value === "string" && typeof now === "string")
    return now.replace(/^'/, "").replaceAll("\r", "") === value.replace(/^'/, "").replaceAll("\r", "");
  return now === (value ?? "");
}

/** Excel quotes sheet names, shortens numbers, and writes names of functions in its own way. */
function spelled(formula: string): string {
  return normalFormula(formula)
    .replace(/_xl(?:fn|ws)\./gi, "")
    .replace(/[\s'@]/g, "")
    .replace(/\b\d{1,15}\.\d{1,20}/g, (number) => String(Number(Number(number).toPrecision(14))))
    .toUpperCase();
}

/** Layout that may or may not be ours: named where it is otherwise now. */
export function isLaidOutOtherwise(before: SheetBefore, now: SheetBefore): boolean {
  const layout = ({ columns, merges, choices, printArea, highlights }: SheetBefore): string =>
    JSON.stringify([columns, merges, choices, printArea, highlights.map(({ ids }) => ids)]);
  return layout(before) !== layout(now);
}
