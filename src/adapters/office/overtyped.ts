import type { BookBefore, CellBefore } from "./bookBefore";
import type { Step } from "./bookSteps";
import { cellBlocks, indexesOf, type Block } from "./cellBlocks";
import { placeKey, type PlanNeeds } from "./planNeeds";

/** Somebody typed into cells of the plan while it was on its way, and it was written over them. */
export class OvertypedError extends Error {}

/** About what one question adds to the request. */
const bytesAsked = 900;

interface Overtyped {
  /** The first step asks as well what stands in the cells by then. */
  readonly steps: readonly Step[];
  /** The workbook as it was looked at, with what was typed since; null where nothing was. */
  readonly before: () => BookBefore | null;
}

export function askOvertyped(
  [first, ...rest]: readonly Step[],
  { sheets }: PlanNeeds,
  before: BookBefore,
): Overtyped {
  if (first === undefined) return { steps: [], before: () => null };
  const blocks = sheets.flatMap(({ sheet, writes }) => {
    const cells = writes.flatMap((place) => before.sheets.get(sheet)?.cells.get(placeKey(place)) ?? []);
    return cellBlocks(cells, false).map((block) => ({ sheet, ...block }));
  });
  let asked: readonly (Block<CellBefore> & { readonly sheet: string; readonly range: Excel.Range })[] = [];
  const queue: Step["queue"] = (book) => {
    asked = blocks.map((block) => {
      const range = book.sheet(block.sheet).getRangeByIndexes(...indexesOf(block.area));
      return { ...block, range: range.load("formulas,numberFormat") };
    });
    first.queue(book);
  };
  const typed = () => {
    const found = asked.flatMap(({ sheet, area, cells, range }) =>
      cells.flatMap((cell) => {
        const [y, x] = [cell.row - area.top, cell.column - area.left];
        const content = range.formulas[y]?.[x] as CellBefore["content"];
        const format = String(range.numberFormat[y]?.[x]);
        return content === cell.content ? [] : [{ sheet, cell: { ...cell, content, format } }];
      }),
    );
    if (found.length === 0) return null;
    const now = Array.from(before.sheets, ([name, sheet]) => {
      const own = found.filter((each) => each.sheet === name);
      const cells = new Map([...sheet.cells, ...own.map(({ cell }) => [placeKey(cell), cell] as const)]);
      return [name, { ...sheet, cells }] as const;
    });
    return { ...before, sheets: new Map(now) };
  };
  return {
    steps: [{ ...first, size: first.size + bytesAsked * blocks.length, queue }, ...rest],
    before: typed,
  };
}
