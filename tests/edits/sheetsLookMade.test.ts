import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import type { XlsxWorkbook } from "../../src/adapters/xlsx/openXlsx";
import { officeWorkbook } from "../../src/adapters/office/officeWorkbook";
import { planFindingsSheet } from "../../src/edits/planFindings";
import { planScoring } from "../../src/edits/planScoring";
import { requiredCells } from "../../src/edits/ownMarks";
import { findFindings } from "../../src/findings/findFindings";
import { functionTable } from "../../src/functions/functionTable";
import { findSheet } from "../../src/workbook/snapshot";
import type { WorkbookPort } from "../../src/workbook/port";
import { opened, partText } from "../adapters/xlsx/openParts";
import { bookOfSnapshot } from "../support/fakeExcel/bookOfSnapshot";
import { calculateBook } from "../support/fakeExcel/calculateBook";
import { sheetNamed } from "../support/fakeExcel/fakeBook";
import { fakeHost } from "../support/fakeExcel/fakeHost";
import { loadClient } from "../support/fakeExcel/loadClient";
import { evaluated } from "../support/scored";

const bytes = readFileSync("samples/nansha-2023-blank.xlsx");
const names = ["评分底稿", "自查问题清单"] as const;
let file: XlsxWorkbook;
const sheetXml = (book: Uint8Array, name: (typeof names)[number]): string =>
  partText(book, `xl/worksheets/sheet${names.indexOf(name) + 2}.xml`);

/** Scores the form and writes the list of findings, through any door. */
async function makeSheets(port: WorkbookPort): Promise<void> {
  for (const plan of [
    planScoring,
    (one: ReturnType<typeof evaluated>) => planFindingsSheet(one, findFindings(one)),
  ]) {
    const read = await port.read();
    if (!read.ok) throw new Error(read.problem.what);
    const done = await port.apply(plan(evaluated(read.value)));
    if (!done.ok) throw new Error(done.problem.what);
  }
}

beforeAll(async () => {
  file = opened(new Uint8Array(bytes), { functions: functionTable });
  await makeSheets(file);
}, 60_000);

/** Row → points, as the file says. */
function heightsIn(xml: string): ReadonlyMap<number, number> {
  const rows = Array.from(xml.matchAll(/<row [^>]*>/gu), ([tag]) => tag);
  const number = (tag: string, name: string): number | null => {
    const found = new RegExp(` ${name}="([\\d.]+)"`, "u").exec(tag)?.[1];
    return found === undefined ? null : Number(found);
  };
  return new Map(rows.map((tag) => [number(tag, "r") ?? 0, number(tag, "ht") ?? 15]));
}

it("行高够显示全部文字：一个汉字占两格、一行15磅，每一格都放得下，也不虚高", () => {
  for (const name of names) {
    const sheet = findSheet(file.snapshot(), name);
    const heights = heightsIn(sheetXml(file.save(), name));
    for (const [row, cells] of Array.from(sheet?.rows ?? []).filter(([at]) => at > 3)) {
      const lines = Array.from(cells, ([column, { value }]) => {
        const letters = Array.from(typeof value === "string" ? value : "");
        const wide = letters.reduce((sum, letter) => sum + (/[!-~]/u.test(letter) ? 1 : 2), 0);
        return Math.max(1, Math.ceil(wide / ((sheet?.columnWidths.get(column) ?? 0) - 1)));
      });
      const high = heights.get(row) ?? 0;
      const needed = 15 * Math.max(...lines);
      expect([name, row, high >= needed && high <= needed + 30]).toEqual([name, row, true]);
    }
  }
});

it("表头冻结、每页重复，A4横向一页宽；可以直接填写的数收起", () => {
  for (const name of names) {
    const xml = sheetXml(file.save(), name);
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(partText(file.save(), "xl/workbook.xml")).toContain(`>${name}!$3:$3</definedName>`);
  }
  const paper = findSheet(file.snapshot(), "评分底稿");
  const hidden = Array.from(paper?.hiddenRows ?? [], (row) => paper?.rows.get(row)?.get(4)?.value ?? null);
  expect(hidden.length).toBeGreaterThan(5);
  // What was read from words, or asked for, is in sight.
  expect(hidden.every((value) => value === null)).toBe(true);
  const states = Array.from(paper?.hiddenRows ?? [], (row) => paper?.rows.get(row)?.get(9)?.value ?? null);
  expect(states.every((state) => state === null)).toBe(true);
});

it("要填的空格有底色，填了就没有；通过 Excel 写的与文件里的相同", async () => {
  const paper = findSheet(file.snapshot(), "评分底稿");
  const [mark] = paper?.conditionalFormats ?? [];
  if (paper === undefined || mark === undefined) throw new Error("no mark");
  const asked = Array.from(paper.rows).filter(
    ([row, cells]) => cells.get(9)?.value === "待补充" && paper.rows.get(row)?.get(4) === undefined,
  );
  expect(requiredCells(paper, mark).map(({ row }) => row)).toEqual(asked.map(([row]) => row));

  const before = opened(new Uint8Array(bytes), { functions: functionTable }).snapshot();
  const book = bookOfSnapshot(before);
  book.calculate = calculateBook;
  const excel = officeWorkbook(loadClient(fakeHost(book)).run);
  await makeSheets(excel);
  for (const name of names) {
    const own = sheetNamed(book, name);
    expect(own.layout).toMatchObject({
      frozenRows: 3,
      titleRows: "$3:$3",
      orientation: "Landscape",
      zoom: { horizontalFitToPages: 1 },
    });
    expect(own.hiddenRows).toEqual(findSheet(file.snapshot(), name)?.hiddenRows);
    // Excel goes on finding the height of every row.
    expect(own.heights.size).toBe(0);
  }
  const { grouped } = sheetNamed(book, "评分底稿").layout;
  expect([...paper.hiddenRows].filter((row) => !grouped.has(row))).toEqual([]);
}, 60_000);

it("填错的：问题照样在，有底色，旁边写明哪里不对、应当怎样填，改对了就没有了", async () => {
  const book = opened(file.save(), { functions: functionTable });
  const lines = Array.from(findSheet(book.snapshot(), "评分底稿")?.rows ?? []);
  const row = lines.find(([, cells]) => cells.get(2)?.value === "起始通报月")?.[0] ?? 0;
  const at = { sheet: "评分底稿", row, column: 4 };
  const typed = async (value: string | number): Promise<unknown[]> => {
    await book.apply({
      edits: [{ kind: "cell", at, content: { value }, reason: "测试" }],
      expects: [],
    });
    await book.apply(planScoring(evaluated(book.snapshot())));
    const line = findSheet(book.snapshot(), "评分底稿")?.rows.get(row);
    return [2, 4, 9].map((column) => line?.get(column)?.value);
  };
  const isMarked = (): boolean => {
    const paper = findSheet(book.snapshot(), "评分底稿");
    return (
      paper?.conditionalFormats.some((mark) => requiredCells(paper, mark).some((one) => one.row === row)) ===
      true
    );
  };
  const [question] = await typed(3);
  expect(isMarked()).toBe(false);
  expect(await typed("三月份以后")).toEqual([
    question,
    "三月份以后",
    expect.stringMatching(/^待补充：“三月份以后”读不出数量，请填写/u),
  ]);
  expect(isMarked()).toBe(true);
  expect(await typed(4)).toEqual([question, 4, "已填"]);
  expect(isMarked()).toBe(false);
}, 60_000);

it("收起的一项填上了（或者从文字里读出了），就展开", async () => {
  const book = opened(file.save(), { functions: functionTable });
  const paper = findSheet(book.snapshot(), "评分底稿");
  const [row = 0] = paper?.hiddenRows ?? [];
  expect(paper?.rows.get(row)?.get(3)?.value).toBe("%");
  const at = { sheet: "评分底稿", row, column: 4 };
  await book.apply({ edits: [{ kind: "cell", at, content: { value: 0.95 }, reason: "测试" }], expects: [] });
  await book.apply(planScoring(evaluated(book.snapshot())));
  expect(findSheet(book.snapshot(), "评分底稿")?.hiddenRows.has(row)).toBe(false);
  expect(planScoring(evaluated(book.snapshot())).edits).toEqual([]);
}, 60_000);
