import type { SheetSnapshot } from "../workbook/snapshot";
import { partOfYear } from "./annexTitles";
import { textsAround } from "./aroundTable";
import { withBesideDoubts } from "./besideDoubts";
import { withBesideTexts } from "./besideTexts";
import type { HeaderBand, HeaderSearch } from "./findHeader";
import type { Form, FormRemark, FormColumn, FormColumns, Indicator, Note } from "./form";
import { floatingNotes, floatingRemarks, withComments } from "./floatingTexts";
import { headZone, tableEdges } from "./formArea";
import { withLeftovers } from "./leftovers";
import { levelGroups } from "./levels";
import { nextForm } from "./nextForm";
import { belowTotalRemarks, severalOwners, unreadMoney } from "./openTotal";
import { withNoteDoubts } from "./noteDoubts";
import { withPercentNames } from "./percentsInNames";
import { periodRemarks, withPeriodDoubts } from "./periodDoubts";
import { readClosing } from "./readClosing";
import { readFund } from "./readFund";
import { readHead } from "./readHead";
import { bottomOfNotes, readNotes } from "./readNotes";
import { readTable } from "./readTable";
import { settleWeights, weightRemarks } from "./settleWeights";
import { withTitledGoals } from "./titledGoal";
import { withUntitledGoal } from "./untitledGoal";
import { withWholeStandards } from "./wholeStandard";
import { sheetKind } from "./sheetKind";
import { singleLine, viewSheet, type SheetView } from "./sheetView";
import { a1, columnName, sameAddress, type CellAddress } from "../workbook/cell";

/** So many rows below the last indicator may go on with its 评分标准 where no 总分 ends the table. */
const mostBelow = 4;

/**
 * Reads the form that begins with the first of these headers; null when no indicator stands below it. Of another form
 * below it on the sheet no cell is looked at.
 */
export function readSheetForm(
  whole: SheetSnapshot,
  { bands: all, beside: aside }: Pick<HeaderSearch, "bands" | "beside">,
  elsewhere: readonly Note[],
): Omit<Form, "kind"> | null {
  const given = aside === null ? whole : { ...whole, rows: columnsLeft(whole, aside.column) };
  const next = nextForm(viewSheet(given), all);
  const end = next?.at.row ?? Infinity;
  const below = next === null || next.isAnnex ? null : next.at;
  const other = below ?? (aside === null ? null : { sheet: given.name, ...aside });
  const sheet = next === null ? given : { ...given, rows: rowsAbove(given, end) };
  const bands = all.filter(({ top }) => top < end);
  const view = viewSheet(sheet);
  const [found] = bands;
  if (found === undefined) return null;
  const header = withUntitledGoal(view, { ...found, bottom: mergedBottom(view, found) });
  const { columns, top } = header;
  const edges = tableEdges(view, header);
  const table = readTable(view, [header, ...bands.slice(1)], edges.left);
  if (table.rows.length === 0) return null;
  const closing = readClosing(view, header, table, edges);
  const zone = headZone(view, header, edges);
  const places = { header, edges, zone, totalRow: table.totalRow, bottom: closing.lastRow };
  const rows = table.rows.map(({ row }) => row);
  const around = textsAround(view, { header, edges, rows, totalRow: table.totalRow });
  const ownNotes = [...readNotes(view, { ...places, rows, around }), ...floatingNotes(sheet)];
  const isKnown = ({ at }: Note): boolean => ownNotes.some((one) => sameAddress(one.at, at));
  const notes = [...ownNotes, ...elsewhere.filter((note) => !isKnown(note))];
  const money =
    readFund(view, zone.top, top - 1, notes) ??
    readFund(view, header.bottom + 1, (table.totalRow ?? closing.lastRow + 1) - 1, notes);
  const kind = sheetKind(sheet, top, zone.top);
  const isOfProject = kind === "project" || kind === "specialFund";
  const named = withPercentNames(table.rows, columns.weight !== null, money?.indicator.weight.value ?? null);
  const { groups, remarks } = levelGroups(named);
  const read = named.map((row) => row.indicator);
  const printed = withWholeStandards(view, header, read, (table.totalRow ?? table.lastRow + mostBelow) - 1);
  const own = withTitledGoals(view, header, withBesideTexts(view, header, printed));
  const noted = withComments(sheet, withNoteDoubts(view, { edges, rows }, around, own));
  const beside = withLeftovers(view, header, noted, (table.totalRow ?? table.lastRow + 1) - 1);
  const doubted = withPeriodDoubts(view, header, withBesideDoubts(view, header, beside, money?.fund ?? null));
  const scored = money === null ? doubted : [money.indicator, ...doubted];
  const indicators = settleWeights(view, header, scored, groups);
  return {
    sheet: sheet.name,
    fund: money?.fund ?? null,
    headerRow: top,
    columns,
    head: readHead(view, zone),
    indicators,
    groups,
    total: closing.total,
    grade: closing.grade,
    notes,
    reasonTitle: reasonTitle(view, header),
    area: { ...edges, top: zone.top, bottom: bottomOfNotes(view, closing.lastRow, edges) },
    nextForm: other,
    remarks: [
      ...periodRemarks(view, header),
      ...actualRemarks(view, header),
      ...weightRemarks(view, header, doubted),
      ...doubtfulRemarks(sheet, columns, top, header.doubtful),
      ...severalOwners(view, header, rows),
      ...(money === null && isOfProject ? unreadMoney(view, zone.top, top - 1) : []),
      ...table.remarks,
      ...belowTotalRemarks(view, header, table.totalRow, edges.left),
      ...remarks,
      ...floatingRemarks(sheet),
      ...hiddenRemarks(sheet, columns, top, indicators),
      ...(other === null ? [] : [notRead(other, below === null ? "左右" : "上下")]),
    ],
  };
}

/** A header of two rows whose upper row says it all: its cells are merged downwards. */
function mergedBottom(view: SheetView, band: HeaderBand): number {
  const { name, weight, standard, selfScore } = band.columns;
  return Math.max(
    band.bottom,
    ...[name, weight ?? name, standard ?? name, selfScore].map(
      (column) => view.cell(band.bottom, column).area.bottom,
    ),
  );
}

/** "偏差原因分析及改进措施", "未完成原因分析", "扣分原因": of a row that was met there is nothing to say in it. */
function reasonTitle(view: SheetView, { top, bottom, columns: { basis } }: HeaderBand): string | null {
  if (basis === null) return null;
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => view.cell(top + index, basis).text);
  const title = singleLine(Array.from(new Set(rows)).join(""));
  return /原因|理由|偏差|改进/u.test(title) && !/依据|说明|情况/u.test(title) ? title : null;
}

function columnsLeft({ rows }: SheetSnapshot, end: number): SheetSnapshot["rows"] {
  return new Map(
    Array.from(rows, ([row, cells]) => [row, new Map(Array.from(cells).filter(([column]) => column < end))]),
  );
}

function rowsAbove({ rows }: SheetSnapshot, end: number): SheetSnapshot["rows"] {
  return new Map(Array.from(rows).filter(([row]) => row < end));
}

function notRead(at: CellAddress, where: "上下" | "左右"): FormRemark {
  const text = `本工作表从${a1(at)}起还有一张表，没有读取、没有计分，${where}两张不混算：请把它移到单独的工作表。`;
  return { at, text };
}

const columnTitles: Readonly<Record<FormColumn, string>> = {
  level1: "一级指标",
  level1Weight: "一级指标分值",
  level2: "二级指标",
  level2Weight: "二级指标分值",
  name: "三级指标",
  weight: "分值",
  definition: "指标解释",
  standard: "评分标准",
  selfScore: "得分",
  target: "年度目标值",
  adjusted: "调整后目标值",
  operator: "指标性质",
  unit: "度量单位",
  actual: "实际完成值",
  basis: "评分依据",
  evidence: "佐证材料",
};

/** Hidden parts are read like all others; the clerk should know, because he does not see what is scored there. */
function hiddenRemarks(
  sheet: SheetSnapshot,
  columns: FormColumns,
  headerRow: number,
  indicators: readonly Indicator[],
): readonly FormRemark[] {
  const remarks: FormRemark[] = [];
  if (sheet.visibility !== "visible") {
    remarks.push({
      at: { sheet: sheet.name, row: headerRow, column: columns.name },
      text: `工作表“${sheet.name}”处于隐藏状态，已照常读取。`,
    });
  }
  const hidden = indicators.filter((indicator) => sheet.hiddenRows.has(indicator.row));
  const [first] = hidden;
  if (first !== undefined) {
    const rows = hidden.map((indicator) => indicator.row).join("、");
    remarks.push({ at: first.name.at, text: `第${rows}行为隐藏行，其中的指标已照常读取并计分。` });
  }
  for (const key of Object.keys(columnTitles) as FormColumn[]) {
    const column = columns[key];
    if (column === null || !sheet.hiddenColumns.has(column)) continue;
    remarks.push({
      at: { sheet: sheet.name, row: headerRow, column },
      text: `“${columnTitles[key]}”在隐藏的${columnName(column)}列，已照常读取。`,
    });
  }
  return remarks;
}

/** A form with targets in which nobody found what was achieved of them. */
function actualRemarks(view: SheetView, { top, bottom, columns }: HeaderBand): readonly FormRemark[] {
  const target = columns.target ?? columns.adjusted;
  if (target === null || columns.actual !== null) return [];
  const titles = Array.from({ length: bottom - top + 1 }, (_, index) => top + index).flatMap((row) =>
    Array.from(view.sheet.rows.get(row)?.keys() ?? [], (column) => view.own(row, column)),
  );
  const [part] = titles.filter(({ text }) => text.length < 30 && partOfYear.test(text));
  const at = part?.at ?? { sheet: view.sheet.name, row: top, column: target };
  const why =
    part === undefined ? "请核对表头" : `“${singleLine(part.text)}”不是全年实际完成的数，没有当作实际完成值`;
  return [{ at, text: `没有认出“实际完成值”一栏：${why}。` }];
}

function doubtfulRemarks(
  sheet: SheetSnapshot,
  columns: FormColumns,
  headerRow: number,
  doubtful: readonly number[],
): readonly FormRemark[] {
  return doubtful.map((column) => ({
    at: { sheet: sheet.name, row: headerRow, column },
    text: `${columnName(column)}列也是得分列，自评得分按${columnName(columns.selfScore)}列读取。`,
  }));
}
