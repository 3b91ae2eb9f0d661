import type { Area } from "../../src/workbook/cell";
import type { CellSnapshot, CellValue, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";

/*
 * The same form as other offices would hand it in: each variant takes a snapshot and gives a new one. Formulas are not
 * shifted, so the forms that are varied must have none. The form is found by its official titles: retitle it last.
 */

type Cells = ReadonlyMap<number, ReadonlyMap<number, CellSnapshot>>;

const officialTitles = {
  level1: "一级指标",
  level2: "二级指标",
  name: "三级指标",
  weight: "分值",
  definition: "指标解释",
  standard: "评分标准",
  selfScore: "得分/自评分",
  basis: "评分依据、未达标原因、改进措施",
  evidence: "参考佐证材料名称",
} as const;

export type OfficialTitle = keyof typeof officialTitles;

/** The whole sheet further down and to the right. */
export function movedForm(snapshot: Snapshot, rows: number, columns: number): Snapshot {
  return onForm(snapshot, (sheet) => moved(sheet, rows, columns));
}

/** Other words in the header, for instance { weight: "标准分" } (all three 分值). */
export function retitledForm(
  snapshot: Snapshot,
  titles: Readonly<Partial<Record<OfficialTitle, string>>>,
): Snapshot {
  return onForm(snapshot, (sheet) => {
    const { row } = headerOf(sheet);
    return mapCells(sheet, (value, at) => {
      if (at.row !== row) return value;
      const key = (Object.keys(officialTitles) as OfficialTitle[]).find(
        (title) => officialTitles[title] === value,
      );
      return key === undefined ? value : (titles[key] ?? value);
    });
  });
}

/** 一、二级指标 and their weights not merged: "blank" below the first row, or "repeated" in each row. */
export function unmergedLevels(snapshot: Snapshot, below: "blank" | "repeated"): Snapshot {
  return onForm(snapshot, (sheet) => {
    const header = headerOf(sheet);
    const isLevel = (area: Area): boolean =>
      area.top > header.row && area.left < header.name && area.left === area.right;
    const rows = copied(sheet.rows);
    for (const area of sheet.merges.filter(isLevel)) {
      const held = rows.get(area.top)?.get(area.left);
      if (held === undefined || below === "blank") continue;
      for (let row = area.top + 1; row <= area.bottom; row += 1) put(rows, row, area.left, held);
    }
    return { ...sheet, rows: sorted(rows), merges: sheet.merges.filter((area) => !isLevel(area)) };
  });
}

/** A page break in front of each of these rows: a blank row, the header again, the level names again. */
export function repeatedHeader(snapshot: Snapshot, beforeRows: readonly number[]): Snapshot {
  return onForm(snapshot, (sheet) =>
    [...beforeRows].sort((a, b) => b - a).reduce((page, row) => pageBreak(page, row), sheet),
  );
}

/** Weights and scores in full-width digits with their unit: 10 → "１０ 分". */
export function fullWidthNumbers(snapshot: Snapshot): Snapshot {
  return onTableNumbers(
    snapshot,
    (value) =>
      `${String(value).replace(/[\d.]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))} 分`,
  );
}

/** Weights and scores stored as text: 10 → "10". */
export function numbersAsText(snapshot: Snapshot): Snapshot {
  return onTableNumbers(snapshot, String);
}

/** Names of indicators broken over lines and with stray spaces. */
export function brokenNames(snapshot: Snapshot): Snapshot {
  return onForm(snapshot, (sheet) => {
    const header = headerOf(sheet);
    return mapCells(sheet, (value, at) =>
      typeof value === "string" &&
      at.row > header.row &&
      at.row < header.totalRow &&
      at.column === header.name
        ? ` ${value.slice(0, 3)}\n${value.slice(3, 5)} ${value.slice(5)} `
        : value,
    );
  });
}

/** 序号 in front and 备注 behind. */
export function extraColumns(snapshot: Snapshot): Snapshot {
  return onForm(snapshot, (sheet) => {
    const wide = moved(sheet, 0, 1);
    const header = headerOf(wide);
    const rows = copied(wide.rows);
    put(rows, header.row, 1, { value: "序号" });
    put(rows, header.row, header.last + 1, { value: "备注" });
    for (let row = header.row + 1; row < header.totalRow; row += 1) {
      put(rows, row, 1, { value: row - header.row });
      put(rows, row, header.last + 1, { value: "见附件" });
    }
    return { ...wide, rows: sorted(rows) };
  });
}

/** Rows of another table on the same sheet, directly in front ("above") or after three blank rows ("below"). */
export function unrelatedRows(snapshot: Snapshot, count: number, where: "above" | "below"): Snapshot {
  return onForm(snapshot, (sheet) => {
    const base = where === "above" ? moved(sheet, count, 0) : sheet;
    const first = where === "above" ? 1 : Math.max(...sheet.rows.keys()) + 4;
    const rows = copied(base.rows);
    for (let index = 0; index < count; index += 1) {
      const line: readonly CellValue[] = [
        `职工${index}`,
        index,
        "财务科",
        4200 + index,
        `工资第${index}批`,
        index % 7,
        "已发放",
      ];
      line.forEach((value, x) => {
        put(rows, first + index, x + 1, { value });
      });
    }
    return { ...base, rows: sorted(rows) };
  });
}

/** Other sheets in front, and the form's own sheet under another name. */
export function behindOtherSheets(
  snapshot: Snapshot,
  others: readonly SheetSnapshot[],
  name: string,
): Snapshot {
  const renamed = onForm(snapshot, (sheet) => ({ ...sheet, name }));
  return { ...renamed, sheets: [...others, ...renamed.sheets] };
}

/** The second row of 采购意向公开合规性 with a name of its own. */
export function secondPartNamed(snapshot: Snapshot, name: string): Snapshot {
  return onForm(snapshot, (sheet) => {
    const header = headerOf(sheet);
    const parts = sheet.merges.find(
      (area) => area.top > header.row && area.left === header.name && area.bottom > area.top,
    );
    if (parts === undefined) throw new Error("no indicator in two rows");
    const rows = copied(sheet.rows);
    put(rows, parts.bottom, header.name, { value: name });
    return { ...sheet, rows: sorted(rows), merges: sheet.merges.filter((area) => area !== parts) };
  });
}

/** Only 三级指标, 分值, 评分标准, 得分: no levels, no head block, no merged cells but the names in two rows. */
export function shortForm(snapshot: Snapshot): Snapshot {
  return onForm(snapshot, (sheet) => {
    const header = headerOf(sheet);
    const kept = [header.name, header.weight, header.standard, header.selfScore];
    const rows = new Map<number, Map<number, CellSnapshot>>();
    for (let row = header.row; row < header.totalRow; row += 1) {
      kept.forEach((column, index) => {
        const held = sheet.rows.get(row)?.get(column);
        if (held !== undefined) put(rows, row - header.row + 1, index + 1, held);
      });
    }
    put(rows, 1, 4, { value: "得分" });
    const merges = sheet.merges
      .filter((area) => area.left === header.name && area.top > header.row && area.bottom < header.totalRow)
      .map((area) => ({
        top: area.top - header.row + 1,
        bottom: area.bottom - header.row + 1,
        left: 1,
        right: 1,
      }));
    return { ...sheet, rows: sorted(rows), merges, columnWidths: new Map(), printArea: null };
  });
}

interface Header {
  readonly row: number;
  readonly name: number;
  readonly weight: number;
  readonly standard: number;
  readonly selfScore: number;
  readonly last: number;
  readonly totalRow: number;
}

function headerOf(sheet: SheetSnapshot): Header {
  for (const [row, cells] of sheet.rows) {
    const column = (title: OfficialTitle): number =>
      [...cells].find(([, cell]) => cell.value === officialTitles[title])?.[0] ?? 0;
    const name = column("name");
    if (name === 0 || column("standard") === 0) continue;
    const totalRow = [...sheet.rows].find(([, line]) =>
      [...line.values()].some((cell) => cell.value === "总分"),
    )?.[0];
    return {
      row,
      name,
      weight: name + 1,
      standard: column("standard"),
      selfScore: column("selfScore"),
      last: Math.max(...cells.keys()),
      totalRow: totalRow ?? Number.MAX_SAFE_INTEGER,
    };
  }
  throw new Error("no official header on this sheet");
}

function onForm(snapshot: Snapshot, change: (sheet: SheetSnapshot) => SheetSnapshot): Snapshot {
  const index = snapshot.sheets.findIndex((sheet) =>
    [...sheet.rows.values()].some((cells) => {
      const values = [...cells.values()].map((cell) => cell.value);
      return values.includes("三级指标") && values.includes("评分标准");
    }),
  );
  if (index < 0) throw new Error("no official header in this workbook");
  return { ...snapshot, sheets: snapshot.sheets.map((sheet, at) => (at === index ? change(sheet) : sheet)) };
}

function onTableNumbers(snapshot: Snapshot, write: (value: number) => string): Snapshot {
  return onForm(snapshot, (sheet) => {
    const header = headerOf(sheet);
    return mapCells(sheet, (value, at) =>
      typeof value === "number" && at.row > header.row && at.column <= header.selfScore
        ? write(value)
        : value,
    );
  });
}

function mapCells(
  sheet: SheetSnapshot,
  change: (value: CellValue, at: { readonly row: number; readonly column: number }) => CellValue,
): SheetSnapshot {
  const rows = new Map(
    [...sheet.rows].map(([row, cells]) => [
      row,
      new Map(
        [...cells].map(([column, cell]) => [column, { ...cell, value: change(cell.value, { row, column }) }]),
      ),
    ]),
  );
  return { ...sheet, rows };
}

function moved(sheet: SheetSnapshot, rows: number, columns: number): SheetSnapshot {
  const shift = (area: Area): Area => ({
    top: area.top + rows,
    bottom: area.bottom + rows,
    left: area.left + columns,
    right: area.right + columns,
  });
  return {
    ...sheet,
    rows: new Map(
      [...sheet.rows].map(([row, cells]) => [
        row + rows,
        new Map([...cells].map(([column, cell]) => [column + columns, cell])),
      ]),
    ),
    merges: sheet.merges.map(shift),
    hiddenRows: new Set([...sheet.hiddenRows].map((row) => row + rows)),
    hiddenColumns: new Set([...sheet.hiddenColumns].map((column) => column + columns)),
    columnWidths: new Map([...sheet.columnWidths].map(([column, width]) => [column + columns, width])),
    printArea: sheet.printArea?.map(shift) ?? null,
    conditionalFormats: sheet.conditionalFormats.map((format) => ({ ...format, area: shift(format.area) })),
  };
}

/** Two rows in front of `before`: blank, then the header. Merged levels are cut there and named again below. */
function pageBreak(sheet: SheetSnapshot, before: number): SheetSnapshot {
  const added = 2;
  const header = headerOf(sheet);
  const rows = new Map<number, Map<number, CellSnapshot>>();
  for (const [row, cells] of sheet.rows) rows.set(row < before ? row : row + added, new Map(cells));
  rows.set(before + 1, new Map(sheet.rows.get(header.row)));
  const merges: Area[] = [];
  for (const area of sheet.merges) {
    if (area.bottom < before) merges.push(area);
    else if (area.top >= before) merges.push({ ...area, top: area.top + added, bottom: area.bottom + added });
    else {
      merges.push({ ...area, bottom: before - 1 });
      merges.push({ ...area, top: before + added, bottom: area.bottom + added });
      const held = sheet.rows.get(area.top)?.get(area.left);
      if (held !== undefined) put(rows, before + added, area.left, held);
    }
  }
  return {
    ...sheet,
    rows: sorted(rows),
    merges: merges.filter((area) => area.top < area.bottom || area.left < area.right),
  };
}

function copied(rows: Cells): Map<number, Map<number, CellSnapshot>> {
  return new Map([...rows].map(([row, cells]) => [row, new Map(cells)]));
}

function put(
  rows: Map<number, Map<number, CellSnapshot>>,
  row: number,
  column: number,
  cell: CellSnapshot,
): void {
  const cells = rows.get(row) ?? new Map<number, CellSnapshot>();
  cells.set(column, cell);
  rows.set(row, cells);
}

/** Rows and columns in ascending order, as a snapshot promises. */
function sorted(rows: Cells): Cells {
  const ascending = (a: readonly [number, unknown], b: readonly [number, unknown]): number => a[0] - b[0];
  return new Map([...rows].sort(ascending).map(([row, cells]) => [row, new Map([...cells].sort(ascending))]));
}
