import { sameAddress, type Cited } from "../workbook/cell";
import type { FormColumns, FormRemark, LevelGroup } from "./form";
import { normalizeName } from "./normalizeName";
import { singleLine, type SheetView, type ViewCell } from "./sheetView";
import { readWeight } from "./writtenPoints";

/** The level names that hold for a row; "" where the form has no such level. */
export interface RowLevels {
  readonly level1: LevelName;
  readonly level2: LevelName;
}

export interface LevelName {
  readonly name: string;
  readonly weight: Cited<number | null> | null;
}

type LevelColumns = Pick<FormColumns, "level1" | "level1Weight" | "level2" | "level2Weight" | "name">;

const noName: LevelName = { name: "", weight: null };
export const noLevels: RowLevels = { level1: noName, level2: noName };

/** What printing leaves between two pages. */
const pageLine = /^(?:第\s*[\d一二三四五六七八九十]{1,3}\s*页|[(（]?续表|附件|单位[:：])/u;
const weightInName =
  /^(.{1,60}?)[([{【〔](?:分值|权重|满分)?[:：]?\s?(\d{1,4}(?:\.\d{1,3})?)\s?分?\s?[)\]}】〕]$/u;
/** 产出[1] is a note at the foot. */
const bareInSquare = /[[{【〔]\s?[\d.]+\s?[\]}】〕]$/u;

/**
 * The levels of one row. A name is merged downwards, or stands in the first row only, or in every row: a blank carries
 * the one above on, but a new 一级指标 never inherits the 二级指标 of the old one.
 */
export function readLevels(view: SheetView, columns: LevelColumns, row: number, above: RowLevels): RowLevels {
  const own1 = levelName(view, columns.level1, columns.level1Weight, columns, row);
  const own2 = levelName(view, columns.level2, columns.level2Weight, columns, row);
  const level1 = carried(own1, above.level1);
  const sameGroup = normalizeName(level1.name) === normalizeName(above.level1.name);
  return { level1, level2: carried(own2, sameGroup ? above.level2 : noName) };
}

function carried(own: LevelName, above: LevelName): LevelName {
  if (own.name === "") return above;
  const same = normalizeName(own.name) === normalizeName(above.name);
  return same && own.weight?.value == null ? { name: above.name, weight: above.weight ?? own.weight } : own;
}

function levelName(
  view: SheetView,
  column: number | null,
  weightColumn: number | null,
  columns: LevelColumns,
  row: number,
): LevelName {
  if (column === null) return noName;
  const cell = view.own(row, column);
  // A line across the table (the title of a printed page, a note) is not a level.
  if (cell.text === "" || cell.area.right >= columns.name || pageLine.test(cell.text)) return noName;
  const printed = singleLine(cell.text);
  if (weightColumn !== null) return { name: printed, weight: levelWeight(view.own(row, weightColumn)) };
  const inName = withoutWeight(cell.text);
  // Of a percent it is told later what it is of.
  const isWeighed = inName.weight !== null || readPercentName(printed) !== null;
  return { name: inName.name, weight: isWeighed ? { value: inName.weight, at: cell.at } : null };
}

/**
 * "相关性(5分)": the name, and the weight that stands in it.
 * @param said only where 分 or 权重 is written: "加固水库（2）" is no weight
 */
export function withoutWeight(
  text: string,
  said = false,
): { readonly name: string; readonly weight: number | null } {
  const printed = singleLine(text);
  const plain = printed.normalize("NFKC");
  const isNone = (said && !/分|权重/u.test(printed.slice(-8))) || bareInSquare.test(plain);
  const inName = isNone ? null : weightInName.exec(plain);
  const [, name, points] = inName ?? [];
  return name === undefined ? { name: printed, weight: null } : { name: name.trim(), weight: Number(points) };
}

/** "数量指标（30%）": the name, and the percent behind it. */
export interface PercentName {
  readonly name: string;
  readonly percent: number;
  /** It calls itself a weight. */
  readonly said: boolean;
}

const percentInName = /^(.{1,60}?)[([{【〔](分值|权重|)[:：]?\s?(\d{1,3}(?:\.\d{1,3})?)\s?%\s?[)\]}】〕]$/u;

export function readPercentName(text: string): PercentName | null {
  const [, name, word, percent] = percentInName.exec(text.normalize("NFKC").trim()) ?? [];
  return name === undefined ? null : { name: name.trim(), percent: Number(percent), said: word !== "" };
}

function levelWeight(cell: ViewCell): Cited<number | null> {
  return { value: readWeight(cell.value, cell.format), at: cell.at };
}

/** Every level name once, in the order of the form, with the first weight that is printed for it. */
export function levelGroups(rows: readonly { readonly row: number; readonly levels: RowLevels }[]): {
  readonly groups: readonly LevelGroup[];
  readonly remarks: readonly FormRemark[];
} {
  const groups = new Map<string, LevelGroup>();
  const remarks: FormRemark[] = [];
  for (const { row, levels } of rows) {
    add(1, levels.level1, "", row);
    add(2, levels.level2, levels.level1.name, row);
  }
  return { groups: [...groups.values()], remarks };

  function add(level: 1 | 2, named: LevelName, parent: string, row: number): void {
    if (named.name === "") return;
    const key = [level, parent, named.name].map((part) => normalizeName(String(part))).join("\n");
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, { level, name: named.name, weight: named.weight, rows: [row] });
      return;
    }
    const weight = known.weight?.value == null ? named.weight : known.weight;
    groups.set(key, { ...known, weight, rows: [...known.rows, row] });
    const printed = named.weight;
    if (printed?.value == null || weight?.value == null || printed.value === weight.value) return;
    if (remarks.some(({ at }) => sameAddress(at, printed.at))) return;
    remarks.push({
      at: printed.at,
      text: `“${known.name}”的分值前后不一致：前面为${weight.value}分，此处为${printed.value}分，按前面的读取。`,
    });
  }
}
