import ExcelJS from "exceljs";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { officeWorkbook } from "../../src/adapters/office/officeWorkbook";
import { planScoring } from "../../src/edits/planScoring";
import { functionTable } from "../../src/functions/functionTable";
import { ruledRows } from "../support/ruledRows";
import { converted, evaluated } from "../support/scored";
import { formatCell } from "../../src/workbench/formatCell";
import type { WorkbookPort } from "../../src/workbook/port";
import { snapshotCell, type Snapshot } from "../../src/workbook/snapshot";
import { opened } from "../adapters/xlsx/openParts";
import { shippedFacts } from "../support/factsFile";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { loadClient } from "../support/fakeExcel/loadClient";
import { libreOfficeCsv } from "../support/libreOffice";
import { trialSheet, type Trial } from "../support/manyTrials";
import { givenFor } from "../support/randomFacts";
import { scoreOf, shownBy } from "../support/ruleTrial";
import { csvCells, withoutResults } from "./scratch";

async function scoreIn(port: WorkbookPort, facts: string): Promise<Snapshot> {
  const before = await port.read();
  if (!before.ok) throw new Error(before.problem.what);
  const evaluation = evaluated(before.value, { given: shippedFacts(facts) });
  const applied = await port.apply(planScoring(evaluation));
  if (!applied.ok) throw new Error(applied.problem.what);
  const after = await port.read();
  if (!after.ok) throw new Error(after.problem.what);
  return after.value;
}

describe.each(["city-2023", "nansha-2023"])("%s：两种载体，一个结果", (name) => {
  it("Excel 适配器、文件适配器、LibreOffice 里的普通公式：每个得分显示到末位都相同", async () => {
    const facts = `samples/${name}.facts.json`;
    const file = opened(new Uint8Array(readFileSync(`samples/${name}-blank.xlsx`)), {
      functions: functionTable,
    });
    const book = bookOfSnapshot(file.snapshot());
    book.calculate = calculateBook;
    const excel = await scoreIn(officeWorkbook(loadClient(fakeHost(book)).run), facts);
    const inFile = await scoreIn(file, facts);
    const evaluation = evaluated(inFile);
    expect(await converted(file, "builtIn")).toBe(true);
    const calc = await libreOfficeCsv(withoutResults(file.save()));
    const { scorecard, form } = evaluation;
    const total = form.total?.score.at;
    const annex = scorecard.rows.flatMap(({ annexRows }) =>
      annexRows.flatMap(({ scoreAt }) => scoreAt ?? []),
    );
    const cells = [...scorecard.rows.map(({ at }) => at), ...(total === undefined ? [] : [total]), ...annex];
    expect(cells.length).toBeGreaterThanOrEqual(29);
    for (const at of cells) {
      const own = snapshotCell(inFile, at);
      const shown = formatCell(own?.value ?? null, own?.format);
      const inExcel = snapshotCell(excel, at);
      expect(formatCell(inExcel?.value ?? null, inExcel?.format)).toBe(shown);
      const text = csvCells(calc.get(at.sheet) ?? "")[at.row - 1]?.[at.column - 1] ?? "";
      expect(text).not.toBe("");
      expect(formatCell(Number(text), own?.format)).toBe(shown);
    }
  });
});

/** So many random inputs for each row of the edition; LibreOffice works all of them out itself. */
const perRow = 60;

describe("LibreOffice 从头重算随机数据", () => {
  it("规则与写出的普通公式得分相同", async () => {
    const workbook = new ExcelJS.Workbook();
    const sets = ruledRows.map((row, index) => {
      const trials: readonly Trial[] = fc
        .sample(givenFor(row.rule), { numRuns: perRow, seed: 777 + index })
        .map((given) => ({ given, options: { weight: row.weight, standard: row.clause } }));
      const { sheet, tops } = trialSheet(row.rule, trials);
      const target = workbook.addWorksheet(`第${index + 1}组`);
      for (const [number, line] of sheet.rows) {
        for (const [column, { value, formula }] of line) {
          if (formula?.includes("JX.") === true) continue;
          const own = formula?.slice(1).replaceAll("'评分底稿'!", `'${target.name}'!`);
          target.getCell(number, column).value =
            own === undefined ? value : { formula: own, date1904: false };
        }
      }
      return { row, trials, tops, name: target.name };
    });
    const shown = await libreOfficeCsv(new Uint8Array(await workbook.xlsx.writeBuffer()));
    let compared = 0;
    for (const { row, trials, tops, name } of sets) {
      const cells = csvCells(shown.get(name) ?? "");
      trials.forEach(({ given, options }, index) => {
        const text = cells[(tops[index] ?? 0) - 1]?.[9] ?? "";
        const points = shownBy(scoreOf(row.rule, given, options), options.weight);
        const words = typeof given["rate"]?.value === "string";
        const label = `${row.number} ${JSON.stringify(given)}`;
        if (points === null || (words && text === "")) {
          expect([label, text === "" || /^(?:#|Err:)/u.test(text)]).toEqual([label, true]);
          return;
        }
        compared += 1;
        expect([label, text !== "" && Math.abs(Number(text) - points) < 1e-9 ? points : text]).toEqual([
          label,
          points,
        ]);
      });
    }
    expect(compared).toBeGreaterThan(600);
  });
});
