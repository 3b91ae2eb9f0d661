import { excelArea } from "../adapters/office/excelAddress";
import { excelProblem } from "../adapters/office/excelProblem";
import type { ExcelRun } from "../adapters/office/excelRun";
import type { CellAddress } from "../workbook/cell";
import { fail, succeed, type Outcome } from "../workbook/port";

/** The cell that the cursor is on. */
export async function activeCell(run: ExcelRun): Promise<Outcome<CellAddress>> {
  try {
    return await run(async (context) => {
      const cell = context.workbook.getActiveCell().load("address,worksheet/name");
      await context.sync();
      const area = excelArea(cell.address);
      const sheet = cell.worksheet.name;
      return succeed({ sheet, row: area?.top ?? 1, column: area?.left ?? 1 });
    });
  } catch (error) {
    return fail(excelProblem(error));
  }
}
