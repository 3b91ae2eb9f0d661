import type { Place } from "../../workbook/cell";
import type { CellContent, CellLook, EditOf } from "../../workbook/edit";
import type { SheetBefore } from "./bookBefore";
import { bytesOf, bytesPerRequest, step, type Step } from "./bookSteps";
import { cellBlocks, gridArray, indexesOf, type Block } from "./cellBlocks";
import { keepHeights } from "./keepHeights";
import { isEmptying, placeKey } from "./planNeeds";
import { addresses, drawBack, writeLooks } from "./writeLooks";
import { dresses, type RoleLook } from "../xlsx/cellLooks";

export type CellEdit = EditOf<"cell" | "format">;

interface Target extends Place {
  readonly content?: CellContent;
  readonly format?: string;
  readonly look?: CellLook;
}

/** Cell edits that follow each other, as few arrays: number formats first, then contents, then looks.
 * `before`: undefined for a sheet that the plan adds. */
export function writeCells(
  sheet: string,
  edits: readonly CellEdit[],
  before: SheetBefore | undefined,
): readonly Step[] {
  const targets = combined(edits);
  const exact = before?.protected === true;
  const mayFormat = before?.mayFormatCells !== false;
  const blocks = cellBlocks(targets, exact).flatMap(portions);
  const asText = mayFormat ? targets.filter((target) => isTextCell(target, before)) : [];
  return [
    ...formatSteps(sheet, cellBlocks(asText, exact), () => "General"),
    ...(mayFormat ? formatSteps(sheet, blocks, ({ format }) => format ?? null) : []),
    ...blocks.flatMap((block) => contentStep(sheet, block)),
    ...formatSteps(sheet, cellBlocks(asText, exact), () => "@"),
    ...(mayFormat ? writeLooks(sheet, targets) : []),
    ...(mayFormat && before !== undefined
      ? undress(
          before,
          edits.filter(isEmptying).map(({ at }) => at),
        )
      : []),
    ...(before !== undefined ? keepHeights(before) : []),
  ];
}

/** What Excel is to be told for a content, so that a text stays one. */
function typedContent(content: CellContent): string | number | boolean {
  if ("formula" in content) return content.formula;
  return typeof content.value === "string" ? typedText(content.value) : (content.value ?? "");
}

function contentStep(sheet: string, block: Block<Target>): readonly Step[] {
  if (block.cells.every(({ content }) => content === undefined)) return [];
  const formulas = gridArray(block, ({ content }) => (content === undefined ? null : typedContent(content)));
  return [
    {
      ...step(bytesOf(formulas), (book) => {
        book.sheet(sheet).getRangeByIndexes(...indexesOf(block.area)).formulas = formulas;
      }),
      cells: block.cells.filter(({ content }) => content !== undefined),
    },
  ];
}

function formatSteps(
  sheet: string,
  blocks: readonly Block<Target>[],
  format: (target: Target) => string | null,
): readonly Step[] {
  return blocks.flatMap((block) => {
    const formats = gridArray(block, format);
    if (formats.every((line) => line.every((cell) => cell === null))) return [];
    return [
      step(bytesOf(formats), (book) => {
        book.sheet(sheet).getRangeByIndexes(...indexesOf(block.area)).numberFormat = formats;
      }),
    ];
  });
}

/** A formula or number typed into a cell of format Text would stay words; so the format steps aside meanwhile. */
function isTextCell({ row, column, content, format }: Target, before: SheetBefore | undefined): boolean {
  if (content === undefined || format !== undefined) return false;
  const words = "value" in content && (content.value === null || typeof content.value === "string");
  return !words && before?.cells.get(placeKey({ row, column }))?.format === "@";
}

/** Of two edits of one cell the later wins, member by member. */
function combined(edits: readonly CellEdit[]): readonly Target[] {
  const targets = new Map<string, Target>();
  for (const edit of edits) {
    const { row, column } = edit.at;
    const format = edit.kind === "format" ? edit.format : edit.look?.format;
    const earlier = targets.get(placeKey(edit.at));
    targets.set(placeKey(edit.at), {
      ...earlier,
      row,
      column,
      ...(edit.kind === "cell" ? { content: edit.content } : {}),
      ...(edit.kind === "cell" && edit.look !== undefined
        ? { look: { ...earlier?.look, ...edit.look } }
        : {}),
      ...(format === undefined ? {} : { format }),
    });
  }
  return Array.from(targets.values());
}

/** A block too large for one request, cut by rows. */
function portions(block: Block<Target>): readonly Block<Target>[] {
  const { area, cells } = block;
  const rows = area.bottom - area.top + 1;
  if (rows === 1 || bytesOf(cells.map(({ content }) => content)) <= bytesPerRequest / 4) return [block];
  const middle = area.top + Math.floor(rows / 2);
  const upper = { area: { ...area, bottom: middle - 1 }, cells: cells.filter(({ row }) => row < middle) };
  const lower = { area: { ...area, top: middle }, cells: cells.filter(({ row }) => row >= middle) };
  return [...portions(upper), ...portions(lower)];
}

/** Punctuation that no number, date, percentage or reference contains. */
const sentenceMark = /[，。；：、！？（）《》“”【】\n]/u;
/** What Excel's own reading of typed words starts from: digits of any kind, signs, month and truth names. */
const convertible =
  /[0-9０-９〇零一二三四五六七八九十廿百千万亿元年月日时分%％$￥¥€]|^(true|false|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;
const sign = /^[=+\-@'#＝＋－＠\s]/u;

/** The text as it must be typed so that Excel keeps it a text: with an apostrophe where Excel would otherwise make
 * a formula, a number or a date of it. Only there, because the apostrophe stays in the cell's style. */
export function typedText(text: string): string {
  if (text === "") return "";
  const safe = !sign.test(text) && (sentenceMark.test(text) || !convertible.test(text));
  return safe ? text : `'${text}`;
}

/** A cell of ours that is emptied gets the look of its column back; one that never looked like ours keeps its own. */
function undress(sheet: SheetBefore, emptied: readonly Place[]): readonly Step[] {
  const ours = emptied.filter((place) => {
    const look = sheet.cells.get(placeKey(place))?.look ?? null;
    return look !== null && dresses.some((role) => isDrawnAs(look, role));
  });
  return Array.from(sheet.plain).flatMap(([column, plain]) =>
    addresses(
      ours.filter((place) => place.column === column),
      true,
    ).map((address) =>
      step(address.length + 2000, (book) => {
        drawBack(book.sheet(sheet.name).getRanges(address).format, plain);
      }),
    ),
  );
}

function isDrawnAs({ font, fill, wrapText }: Excel.CellPropertiesFormat, role: RoleLook): boolean {
  return (
    (role.size === undefined || font?.size === role.size) &&
    (role.color === undefined || sameColor(font?.color, role.color)) &&
    (role.bold === undefined || font?.bold === role.bold) &&
    (role.fill === undefined || sameColor(fill?.color, role.fill)) &&
    (role.wrap === undefined || wrapText === role.wrap)
  );
}

/** "#E8EEF2" of Excel and "FFE8EEF2" of a file. */
function sameColor(excel: string | undefined, argb: string): boolean {
  return excel?.slice(-6).toUpperCase() === argb.slice(-6).toUpperCase();
}
