import type { CellValue, SheetSnapshot } from "../workbook/snapshot";

/** Months that stand in one column (or one row), by month. */
export interface Axis {
  readonly down: boolean;
  readonly line: number;
  readonly months: ReadonlyMap<number, number>;
}

const fewestMonths = 3;
const chineseNames = "一 二 三 四 五 六 七 八 九 十 十一 十二".split(" ");

/** Every column and every row of a sheet that holds three month names or more. */
export function findAxes(sheet: SheetSnapshot): readonly Axis[] {
  const down = new Map<number, Map<number, number>[]>();
  const across = new Map<number, Map<number, number>[]>();
  for (const [row, cells] of sheet.rows) {
    for (const [column, cell] of cells) {
      const month = monthOf(cell.value);
      if (month === null) continue;
      place(down, column, month, row);
      place(across, row, month, column);
    }
  }
  return [...axesOf(down, true), ...axesOf(across, false)];
}

/** A month that comes again begins another block (another year, another department). */
function place(
  lines: Map<number, Map<number, number>[]>,
  line: number,
  month: number,
  position: number,
): void {
  const blocks = lines.get(line) ?? [];
  const last = blocks.at(-1);
  if (last === undefined || last.has(month)) blocks.push(new Map([[month, position]]));
  else last.set(month, position);
  lines.set(line, blocks);
}

function axesOf(lines: ReadonlyMap<number, readonly Map<number, number>[]>, down: boolean): readonly Axis[] {
  return Array.from(lines).flatMap(([line, blocks]) =>
    blocks.filter((months) => months.size >= fewestMonths).map((months) => ({ down, line, months })),
  );
}

/** "3月", "3月份", "2023年3月", "三月" → 3; null for anything else, "1-3月" included. */
export function monthOf(value: CellValue): number | null {
  if (typeof value !== "string" || value.length > 16) return null;
  const text = value.normalize("NFKC").replace(/\s+/gu, "");
  const match = /^(?:\d{4}年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/u.exec(text);
  const name = match?.[1] ?? "";
  const month = chineseNames.includes(name) ? chineseNames.indexOf(name) + 1 : Number(name || "0");
  return month >= 1 && month <= 12 ? month : null;
}
