import { normalizeName } from "../form/normalizeName";
import { viewSheet, type SheetView } from "../form/sheetView";
import { columnName } from "../workbook/cell";
import { cellAt, usedSize, type SheetSnapshot, type Snapshot } from "../workbook/snapshot";
import type { LedgerFigure, LedgerRow, ProjectLedger } from "./ledger";
import { ledgerTable, type LedgerTable } from "./ledgerTable";
import { isProjectTitle, type LedgerColumn } from "./ledgerTitle";
import { moneySource } from "./moneySource";
import { unitIn } from "./moneyUnit";
import { readAmount } from "./readAmount";
import { exactCode } from "./projectKey";

/** Far more than the projects of a province: a list that is longer is none. */
const mostRows = 20_000;

/** Reads every list of the workbook; why: there is none, in Chinese. */
export function readLedger({ sheets }: Snapshot): ProjectLedger | { readonly why: string } {
  const tables = sheets.flatMap((sheet) => {
    const view = viewSheet(sheet);
    const table = ledgerTable(view);
    return table === null ? [] : [{ view, table }];
  });
  if (tables.length === 0)
    return { why: "没有找到表头：要有“项目编码”或“项目名称”，和年初预算数、全年预算数、全年执行数中的一列" };
  const long = tables.find(({ view }) => usedSize(view.sheet).rows > mostRows);
  if (long !== undefined) return { why: `工作表“${long.view.sheet.name}”超过${mostRows}行` };
  const several = tables.find(
    ({ table }) => columnsOf(table, "name").length > 1 || columnsOf(table, "code").length > 1,
  );
  if (several !== undefined)
    return { why: `工作表“${several.view.sheet.name}”有几列项目名称或项目编码，不知道用哪一列` };
  const read = tables.map(({ view, table }) => readTable(view, table));
  const rows = read.flatMap((one) => one.rows);
  if (rows.length === 0) return { why: "表头下面没有项目" };
  return {
    rows,
    asksUnit: rows.some(({ figures }) =>
      figures.some(({ amount }) => amount.kind === "number" && amount.value !== 0 && amount.unit === null),
    ),
    notes: read.flatMap((one) => one.notes),
  };
}

function columnsOf({ columns }: LedgerTable, kind: LedgerColumn["kind"]): readonly number[] {
  return Array.from(columns).flatMap(([column, one]) => (one.kind === kind ? column : []));
}

function readTable(
  view: SheetView,
  table: LedgerTable,
): { rows: readonly LedgerRow[]; notes: readonly string[] } {
  const { sheet } = view;
  const above = textsAbove(sheet, table.top);
  const sheetUnit = unitIn(above);
  const sheetYear = yearIn([...above, sheet.name]);
  const [codeColumn, nameColumn, yearColumn, sourceColumn] = (
    ["code", "name", "year", "source"] as const
  ).map((kind) => columnsOf(table, kind)[0]);
  const hasInitial = Array.from(table.columns.values()).some(
    (one) => one.kind === "figure" && one.figure === "initial",
  );
  const totals: number[] = [];
  const nameless: number[] = [];

  const textAt = (row: number, column: number | undefined): string => {
    if (column === undefined) return "";
    const { area, text } = view.cell(row, column);
    return area.left === column && area.right === column ? text : "";
  };

  const rows = Array.from(sheet.rows.keys()).flatMap((row): readonly LedgerRow[] => {
    if (row <= table.bottom) return [];
    const [code, name] = [textAt(row, codeColumn), textAt(row, nameColumn)];
    if (isProjectTitle(name) || isProjectTitle(code)) return [];
    const [ownYear, ownSource] = [yearIn([textAt(row, yearColumn)]), textAt(row, sourceColumn)];
    const from = ownSource === "" ? "" : (moneySource(ownSource) ?? normalizeName(ownSource));
    const figures = Array.from(table.columns).flatMap(([column, title]): readonly LedgerFigure[] => {
      if (title.kind !== "figure") return [];
      // A figure of one source in the line of another.
      if (from !== "" && title.source !== "" && from !== title.source) return [];
      return [
        {
          kind: title.figure === "budget" && hasInitial ? "annual" : title.figure,
          source: from === "" ? title.source : from,
          year: title.year ?? ownYear ?? sheetYear,
          amount: amountAt(view, row, column, { title, sheetUnit, nameColumn: nameColumn ?? codeColumn }),
          at: { sheet: sheet.name, row, column },
          title: title.title,
        },
      ];
    });
    const isBlank = figures.every(({ amount }) => amount.kind === "blank");
    if (isTotal(firstText(view, row)) || isTotal(name) || isTotal(code)) {
      totals.push(row);
      return [];
    }
    if (name === "" && code === "") {
      if (!isBlank) nameless.push(row);
      return [];
    }
    const exact =
      codeColumn === undefined
        ? { code: "", isLost: false }
        : exactCode(code, cellAt(sheet, view.cell(row, codeColumn).at.row, codeColumn));
    return [
      {
        sheet: sheet.name,
        row,
        code: exact.code,
        isCodeLost: exact.isLost,
        name,
        hasSources: from !== "" || ownSource !== "",
        figures,
      },
    ];
  });
  const notes = [
    ...listed(totals, "是合计行，没有当作项目"),
    ...listed(nameless, "没有项目编码和名称，没有用"),
    ...listed(
      rows.flatMap(({ row }) => (sheet.hiddenRows.has(row) ? row : [])),
      "是隐藏行，也读了",
    ),
    ...unreadColumns(table),
  ];
  return { rows, notes: notes.map((note) => `台账“${sheet.name}”${note}。`) };
}

interface AmountPlace {
  readonly title: Extract<LedgerColumn, { readonly kind: "figure" }>;
  readonly sheetUnit: ReturnType<typeof unitIn>;
  readonly nameColumn: number | undefined;
}

/** An amount that is merged over several projects is none of one of them. */
function amountAt(
  view: SheetView,
  row: number,
  column: number,
  { title, sheetUnit, nameColumn }: AmountPlace,
) {
  const { area, at } = view.cell(row, column);
  if (area.bottom > area.top || area.right > area.left) {
    const project = nameColumn === undefined ? null : view.cell(row, nameColumn).area;
    const isOne = project !== null && project.top <= area.top && project.bottom >= area.bottom;
    if (!isOne || area.right > area.left)
      return { kind: "unread", why: "是几个项目或几列合并的单元格" } as const;
    if (area.top !== row) return { kind: "blank" } as const;
  }
  return readAmount(cellAt(view.sheet, at.row, at.column), title.unit ?? sheetUnit);
}

const totalWords = /(?:合计|总计|小计|共计)(?:\([^()]*\))?:?$/u;

function isTotal(text: string): boolean {
  return text.length <= 40 && totalWords.test(normalizeName(text));
}

function firstText(view: SheetView, row: number): string {
  const [column] = view.sheet.rows.get(row)?.keys() ?? [];
  return column === undefined ? "" : view.cell(row, column).text;
}

/** Short texts over the header: the title, 单位：万元. */
function textsAbove(sheet: SheetSnapshot, top: number): readonly string[] {
  return Array.from(sheet.rows).flatMap(([row, cells]) =>
    row >= top
      ? []
      : Array.from(cells.values()).flatMap(({ value }) =>
          typeof value === "string" && value.length <= 60 ? value : [],
        ),
  );
}

/** The only year that is named; null: none, or several. */
function yearIn(texts: readonly string[]): number | null {
  const names = texts.map(normalizeName);
  // 2021—2023年
  if (names.some((name) => /(?:19|20)\d{2}年?度?[-—–~至到](?:19|20)\d{2}/u.test(name))) return null;
  // Of a date, the year says nothing of the figures.
  const years = names.flatMap((name) =>
    Array.from(name.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年(?!\d)|$)/gu), ([, year]) => Number(year)),
  );
  const [only, ...more] = new Set(years);
  return only === undefined || more.length > 0 ? null : only;
}

/** So many are named. */
const named = 5;

function listed(rows: readonly number[], what: string): readonly string[] {
  if (rows.length === 0) return [];
  const more = rows.length > named ? `等${rows.length}行` : "行";
  return [`第${rows.slice(0, named).join("、")}${more}${what}`];
}

function unreadColumns({ columns }: LedgerTable): readonly string[] {
  const unread = Array.from(columns).flatMap(([column, one]) =>
    one.kind === "unread" ? `${columnName(column)}列“${one.title}”` : [],
  );
  if (unread.length === 0) return [];
  return [
    `${unread.slice(0, named).join("、")}${unread.length > named ? `等${unread.length}列` : ""}没有认出是哪个数，没有用`,
  ];
}
