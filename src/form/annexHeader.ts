import type { SheetSnapshot } from "../workbook/snapshot";
import type { AnnexColumns } from "./annex";
import { annexTitle, type AnnexTitle } from "./annexTitles";
import { textOf, type SheetView } from "./sheetView";

/** One header of an annex: up to three rows of titles. */
export interface AnnexHeader {
  readonly top: number;
  readonly bottom: number;
  readonly columns: AnnexColumns;
  /** The last titled column of the office. */
  readonly right: number;
}

/** Whether an annex may stand here, told by values alone: without it findAnnexHeaders finds none, merged or not. */
export function mayHoldAnnex(sheet: SheetSnapshot): boolean {
  return titledRows(sheet).some((top) =>
    [top, top + 1, top + 2].some((row) =>
      Array.from(sheet.rows.get(row)?.values() ?? []).some(({ value }) =>
        /完成|实现|达到|实际/u.test(textOf(value).replace(/\s+/gu, "")),
      ),
    ),
  );
}

interface TitledColumn {
  readonly column: number;
  readonly kind: AnnexTitle;
  readonly rank: number;
  /** The left end of the merged area that the title stands in. */
  readonly from: number;
}

const tallest = 3;

/** Every header of an annex on the sheet, from top to bottom. One pass over the cells. */
export function findAnnexHeaders(view: SheetView, skipped: (row: number) => boolean): readonly AnnexHeader[] {
  const headers: AnnexHeader[] = [];
  let taken = 0;
  for (const top of titledRows(view.sheet)) {
    if (top <= taken || skipped(top)) continue;
    const header = headerAt(view, top);
    if (header === null) continue;
    headers.push(header);
    taken = header.bottom;
  }
  return headers;
}

/** Rows with at least two titles; a header of two rows has its first ones in the upper row. */
function titledRows(sheet: SheetSnapshot): readonly number[] {
  const known = new Map<string, boolean>();
  const rows: number[] = [];
  for (const [row, cells] of sheet.rows) {
    let count = 0;
    for (const { value } of cells.values()) {
      if (typeof value !== "string" || value.length > 60) continue;
      let titled = known.get(value);
      if (titled === undefined) {
        titled = annexTitle(textOf(value)) !== null;
        known.set(value, titled);
      }
      if (titled) count += 1;
    }
    if (count >= 2) rows.push(row);
  }
  return rows;
}

function headerAt(view: SheetView, top: number): AnnexHeader | null {
  const cells = Array.from(view.sheet.rows.get(top)?.keys() ?? []);
  const merged = Math.max(top, ...cells.map((column) => view.cell(top, column).area.bottom));
  const least = Math.min(merged, top + tallest - 1);
  for (let bottom = least; bottom < top + tallest; bottom += 1) {
    const header = stackedHeader(view, top, bottom);
    // A row below with no name of its own but with titles (年初, 调整后) belongs to the header.
    if (header !== null && !isSubtitle(view, header, bottom + 1)) return header;
  }
  return stackedHeader(view, top, least);
}

function isSubtitle(view: SheetView, header: AnnexHeader, row: number): boolean {
  const { name, actual } = header.columns;
  if (view.own(row, name).text !== "" || view.own(row, actual).text !== "") return false;
  const below = Array.from(view.sheet.rows.get(row)?.keys() ?? []).map(
    (column) => view.cell(row, column).text,
  );
  return below.some((text) =>
    /^(?:年初|调整后?|调整|目标值?|指标值|[A-D])$/u.test(text.replace(/\s+/gu, "")),
  );
}

function stackedHeader(view: SheetView, top: number, bottom: number): AnnexHeader | null {
  const titles = stacked(view, top, bottom);
  const columns = assign(titles);
  if (columns === null) return null;
  let right = Math.max(...titles.filter(({ kind }) => !isOurs(kind)).map(({ column }) => column));
  while (officeTitle(view, top, bottom, right + 1)) right += 1;
  return { top, bottom, columns, right };
}

function isOurs(kind: AnnexTitle): boolean {
  return kind === "ours" || kind === "ourScore";
}

function officeTitle(view: SheetView, top: number, bottom: number, column: number): boolean {
  const text = pathOf(view, top, bottom, column).join("");
  const kind = annexTitle(text)?.kind;
  return text !== "" && (kind === undefined || !isOurs(kind));
}

/** The lower title says more precisely what the column holds; a bare 年初 or 调整后 needs the one above. */
function stacked(view: SheetView, top: number, bottom: number): readonly TitledColumn[] {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      const { area } = view.cell(row, column);
      // Merged titles reach over columns that hold no cell; wide banners are none of ours.
      for (let one = area.left; one <= Math.min(area.right, area.left + 3); one += 1) columns.add(one);
    }
  }
  return Array.from(columns)
    .sort((a, b) => a - b)
    .flatMap((column) => {
      const path = pathOf(view, top, bottom, column);
      const found = annexTitle(path.at(-1) ?? "") ?? annexTitle(path.join(""));
      if (found === null) return [];
      return { column, ...found, from: view.cell(bottom, column).area.left };
    });
}

function pathOf(view: SheetView, top: number, bottom: number, column: number): readonly string[] {
  const path: string[] = [];
  let last = 0;
  for (let row = top; row <= bottom; row += 1) {
    const { text, area } = view.cell(row, column);
    if (text !== "" && area.top > last) path.push(text.replace(/\s+/gu, ""));
    last = Math.max(last, area.bottom);
  }
  return path;
}

/** Without a name, a target and an actual it is no annex. */
function assign(titles: readonly TitledColumn[]): AnnexColumns | null {
  const of = (kind: AnnexTitle): readonly TitledColumn[] =>
    titles.filter((title) => title.kind === kind).sort((a, b) => a.rank - b.rank || a.column - b.column);
  const first = (kind: AnnexTitle): number | null => of(kind)[0]?.column ?? null;
  const [sentence, behind] = of("sentence");
  // 绩效指标及年度目标值 over two columns: the indicator, then its target.
  const twin = sentence !== undefined && behind?.from === sentence.from ? behind.column : null;
  const name = first("name") ?? sentence?.column ?? null;
  const target = first("target") ?? twin ?? sentence?.column ?? null;
  const adjusted = first("adjusted");
  const actual = first("actual");
  if (name === null || actual === null || (target === null && adjusted === null)) return null;
  const level1 = first("level1");
  const level2 = first("level2") ?? secondHalf(of("level1"), level1, name);
  const weights = of("weight").map(({ column }) => column);
  const between = (from: number | null, to: number): number | null =>
    from === null ? null : (weights.find((column) => column > from && column < to) ?? null);
  const level1Weight = between(level1, level2 !== null && level2 > (level1 ?? 0) ? level2 : name);
  const level2Weight = between(level2, name);
  const own = weights.filter((column) => column !== level1Weight && column !== level2Weight);
  return {
    level1,
    level1Weight,
    level2,
    level2Weight,
    name,
    weight: own.find((column) => column > name) ?? own[0] ?? null,
    operator: first("operator"),
    target,
    adjusted,
    unit: first("unit"),
    actual,
    rate: first("rate"),
    score: first("score") ?? first("ourScore"),
    shortfall: first("shortfall"),
  };
}

/** 指标分类 over two columns holds both levels. */
function secondHalf(titles: readonly TitledColumn[], level1: number | null, name: number): number | null {
  const twin = titles.find(({ column, from }) => column !== level1 && from === level1 && column < name);
  return twin?.column ?? null;
}
