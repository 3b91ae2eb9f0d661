import { areaA1 } from "../../workbook/cell";
import { grouped } from "../../workbook/grouped";
import type { CellBefore, SheetBefore } from "./bookBefore";
import { bytesOf, step, type Step } from "./bookSteps";
import { cellBlocks, gridArray, indexesOf } from "./cellBlocks";
import { keepHeights } from "./keepHeights";
import { columnOf } from "./planSteps";
import { typedText } from "./writeCells";
import { addresses, drawBack } from "./writeLooks";

/** The steps that give a sheet's cells and columns back as they were. */
export function undoCells(sheet: SheetBefore): readonly Step[] {
  const written = Array.from(sheet.cells.values()).filter(({ look }) => look !== null);
  const contents = cellBlocks(written, sheet.protected).map((block) => {
    const formulas = gridArray(block, contentOf);
    const formats = gridArray(block, ({ format }) => format);
    // A formula given back to a cell of format Text would stay words.
    const meanwhile = gridArray(block, ({ format }) => (format === "@" ? "General" : format));
    return step(bytesOf(formulas) + 2 * bytesOf(formats), (book) => {
      const range = book.sheet(sheet.name).getRangeByIndexes(...indexesOf(block.area));
      if (sheet.mayFormatCells) range.numberFormat = meanwhile;
      range.formulas = formulas;
      if (sheet.mayFormatCells) range.numberFormat = formats;
    });
  });
  return [
    ...contents,
    ...(sheet.mayFormatCells ? undoLooks(sheet.name, written) : []),
    ...keepHeights(sheet),
    ...(sheet.mayFormatColumns ? undoColumns(sheet) : []),
    ...undoChoices(sheet),
  ];
}

function contentOf({ content, shown }: CellBefore): string | number | boolean {
  return typeof content === "string" && shown?.formula === undefined ? typedText(content) : content;
}

/** Cells of the same look are given it back together. */
function undoLooks(sheet: string, cells: readonly CellBefore[]): readonly Step[] {
  return Array.from(grouped(cells, ({ look }) => JSON.stringify(look)).values()).flatMap((same) => {
    const [{ look }] = same;
    if (look === null) return [];
    // A frame goes around every cell, not around the whole area.
    return addresses(same, true).map((address) =>
      step(address.length + 1000, (book) => {
        drawBack(book.sheet(sheet).getRanges(address).format, look);
      }),
    );
  });
}

function undoColumns({ name, columns }: SheetBefore): readonly Step[] {
  return columns.map(({ column, points, standard, hidden }) =>
    step(400, (book) => {
      const range = columnOf(book.sheet(name), column);
      range.columnHidden = hidden;
      if (standard) range.format.useStandardWidth = true;
      else if (!hidden) range.format.columnWidth = points;
    }),
  );
}

function undoChoices({ name, choices }: SheetBefore): readonly Step[] {
  return choices.map(({ area, type, rule }) =>
    step(bytesOf(rule), (book) => {
      const { dataValidation } = book.sheet(name).getRange(areaA1(area));
      dataValidation.clear();
      if (type !== "None") dataValidation.rule = rule;
    }),
  );
}
