import type { Annex, AnnexColumns, AnnexRow, AnnexWeight } from "./annex";
import { isCaption } from "./annexCaption";
import { besideGoal, readActual, readTarget } from "./readGoal";
import { annexGroup } from "./annexGroup";
import type { AnnexHeader } from "./annexHeader";
import { noLevels, readLevels, type LevelName, type RowLevels } from "./levels";
import { scoreAt, textAt } from "./readIndicator";
import { rowLabel } from "./rowLabels";
import { singleLine, type SheetView } from "./sheetView";
import { readWeight } from "./writtenPoints";

/** Rows of one printed page, and where reading stopped. */
export interface AnnexPage {
  readonly rows: readonly AnnexRow[];
  readonly levels: RowLevels;
  readonly lastRow: number;
  readonly remarks: Annex["remarks"];
}

/** So many rows without an indicator end a table: printed pages leave a blank row or two. */
const widestGap = 3;

/** Reads downwards from a header to the next one, a note, another title or a gap. */
export function readAnnexPage(
  view: SheetView,
  header: AnnexHeader,
  title: string,
  above: RowLevels | null,
  ends: (row: number) => boolean,
): AnnexPage {
  const { columns } = header;
  const rows: AnnexRow[] = [];
  const remarks: { at: AnnexRow["name"]["at"]; text: string }[] = [];
  let levels = above ?? noLevels;
  let lastRow = header.bottom;
  let lastName: AnnexRow["name"] | null = null;
  for (let row = header.bottom + 1, gap = 0; gap < widestGap && !ends(row); row += 1) {
    const line = lineOf(view, columns, row);
    if (line.kind === "end") break;
    if (line.kind === "banner") levels = { ...noLevels, level1: { name: line.text, weight: null } };
    if (line.kind === "banner" || line.kind === "other") {
      gap += line.kind === "banner" || line.text !== "" ? 0 : 1;
      continue;
    }
    gap = 0;
    levels = readLevels(view, columns, row, levels);
    const name: AnnexRow["name"] | null = line.name ?? lastName;
    if (name === null) {
      remarks.push({
        at: { sheet: view.sheet.name, row, column: columns.name },
        text: `附表第${row}行有目标值而没有指标名称，未作为指标读取。`,
      });
      continue;
    }
    lastName = name;
    lastRow = row;
    rows.push(readRow(view, columns, row, name, levels, title));
  }
  return { rows, levels, lastRow, remarks };
}

type Line =
  | { readonly kind: "row"; readonly name: AnnexRow["name"] | null }
  | { readonly kind: "banner"; readonly text: string }
  | { readonly kind: "other"; readonly text: string }
  | { readonly kind: "end" };

function lineOf(view: SheetView, columns: AnnexColumns, row: number): Line {
  const reached = view.cell(row, columns.name);
  const across = reached.text !== "" && reached.area.left < columns.name;
  const first = firstText(view, columns, row);
  const label = rowLabel(first);
  if (label === "note" || label === "grade") return { kind: "end" };
  if (label !== null) return { kind: "other", text: first };
  if (across || (reached.area.right >= columns.actual && reached.text !== "")) {
    if (isCaption(reached.text) && !isGroupWord(reached.text)) return { kind: "end" };
    return isGroupWord(reached.text)
      ? { kind: "banner", text: singleLine(reached.text) }
      : { kind: "other", text: reached.text };
  }
  const own = view.own(row, columns.name);
  const begins = own.text !== "" && own.area.top === row;
  const target = readTarget(view, columns, row).figure;
  const actual = readActual(view, columns, row);
  const filled =
    (target.content !== null && target.at.row === row) || (actual.content !== null && actual.at.row === row);
  const name = { value: singleLine(own.text), at: own.at };
  if (begins && !filled && isCaption(own.text) && firstText(view, columns, row) === own.text) {
    return isGroupWord(own.text) ? { kind: "banner", text: name.value } : { kind: "end" };
  }
  if (begins) return { kind: "row", name };
  return filled ? { kind: "row", name: own.text === "" ? null : name } : { kind: "other", text: "" };
}

function isGroupWord(text: string): boolean {
  return text.length < 30 && !/表$/u.test(text) && annexGroup(text, "", "") !== null;
}

function firstText(view: SheetView, columns: AnnexColumns, row: number): string {
  const left = Math.min(columns.level1 ?? columns.name, columns.level2 ?? columns.name, columns.name);
  for (let column = left; column <= columns.name; column += 1) {
    const { text, area } = view.own(row, column);
    if (text !== "" && area.top === row) return text;
  }
  return "";
}

function readRow(
  view: SheetView,
  columns: AnnexColumns,
  row: number,
  name: AnnexRow["name"],
  levels: RowLevels,
  title: string,
): AnnexRow {
  const target = readTarget(view, columns, row);
  const { initial } = target;
  const weight = weightOf(view, columns, row, levels);
  const printed = weight?.of === "own" ? weight.points.value : null;
  return {
    row,
    group: annexGroup(levels.level1.name, levels.level2.name, title),
    level1: levels.level1.name,
    level2: levels.level2.name,
    name,
    target: target.figure,
    initialTarget: initial === null ? null : { value: initial.text, at: initial.at },
    actual: readActual(view, columns, row),
    ...besideGoal(view, columns, row),
    weight,
    rateAt: columns.rate === null ? null : { sheet: view.sheet.name, row, column: columns.rate },
    score: columns.score === null ? null : scoreAt(view, columns.score, row, printed),
    shortfall: textAt(view, columns.shortfall, row),
  };
}

function weightOf(
  view: SheetView,
  columns: AnnexColumns,
  row: number,
  levels: RowLevels,
): AnnexWeight | null {
  if (columns.weight !== null) {
    const cell = view.own(row, columns.weight);
    const points = percentOrPoints(cell.value, cell.format);
    const { top, bottom } = cell.area;
    return {
      of: "own",
      points: { value: points, at: cell.at },
      isNumber: typeof cell.value === "number" && !cell.format.includes("%"),
      sharedBy: bottom - top + 1,
    };
  }
  return labelled("level2", levels.level2) ?? labelled("level1", levels.level1);
}

/** 权重 is often printed as a percent; only the proportions count then. */
function percentOrPoints(value: Parameters<typeof readWeight>[0], format: string): number | null {
  if (typeof value === "number" && format.includes("%")) return Number((value * 100).toPrecision(12));
  if (typeof value === "string") return readWeight(value.replace(/[%％]\s*$/u, ""), format);
  return readWeight(value, format);
}

function labelled(of: "level1" | "level2", { weight }: LevelName): AnnexWeight | null {
  if (weight === null || weight.value === null) return null;
  return { of, points: weight, isNumber: false, sharedBy: 1 };
}
