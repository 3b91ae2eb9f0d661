import type { FormColumns, FormRemark, Goal, Indicator } from "./form";
import { classifyTitle } from "./classifyTitle";
import type { HeaderBand } from "./findHeader";
import { noLevels, readLevels, withoutWeight, type RowLevels } from "./levels";
import { normalizeName } from "./normalizeName";
import { doubtsAbout, readIndicator } from "./readIndicator";
import { readGoal } from "./readGoal";
import { fundBottom } from "./readFund";
import { singleLine, type SheetView } from "./sheetView";
import { isPlaceholder, labelOf, longestGap, totalAhead, unreadBelow } from "./tableEnd";

/** An indicator with the levels that its groups are made of. */
interface TableRow {
  readonly row: number;
  readonly levels: RowLevels;
  readonly indicator: Indicator;
}

/** The rows of the score table, over all printed pages. */
interface Table {
  readonly rows: readonly TableRow[];
  readonly totalRow: number | null;
  readonly lastRow: number;
  readonly remarks: readonly FormRemark[];
}

/** Reads downwards from the first header; the later ones are those of its further pages. */
export function readTable(view: SheetView, bands: readonly HeaderBand[], left: number): Table {
  const rows: TableRow[] = [];
  const remarks: FormRemark[] = [];
  let totalRow: number | null = null;
  let lastRow = 0;
  const [first] = bands;
  const headers = new Set(bands.map((band) => band.top));
  for (const band of bands) {
    if (first === undefined || band.bottom < lastRow) continue;
    const page = readPage(view, first.columns, band.bottom + 1, rows, left, headers);
    rows.push(...page.rows);
    remarks.push(...page.remarks);
    totalRow = page.totalRow;
    lastRow = Math.max(band.bottom, page.lastRow);
  }
  return { ...trimmed(rows, totalRow), totalRow, lastRow, remarks };
}

interface Page {
  readonly rows: readonly TableRow[];
  readonly remarks: readonly FormRemark[];
  readonly totalRow: number | null;
  readonly lastRow: number;
}

function readPage(
  view: SheetView,
  columns: FormColumns,
  top: number,
  before: readonly TableRow[],
  left: number,
  headers: ReadonlySet<number>,
): Page {
  const rows: TableRow[] = [];
  const remarks: FormRemark[] = [];
  let levels = before.at(-1)?.levels ?? noLevels;
  let lastRow = top - 1;
  let row = top;
  const total = totalAhead(view, columns, top, left, headers);
  const most = (): number => longestGap(total, rows.length + before.length > 0);
  for (let gap = 0; gap < most(); row += 1) {
    const label = labelOf(view, columns, row, left);
    if (label === "total") return { rows, remarks, totalRow: row, lastRow: row };
    // The next page, or another form: who called decides.
    if (label === "grade" || headers.has(row)) return { rows, remarks, totalRow: null, lastRow };
    // The block of money may stand below the indicators, in front of 总分.
    const money = fundBottom(view, row);
    if (money !== null) {
      [row, lastRow, gap] = [money, money, 0];
      continue;
    }
    if (isHeaderRow(view, columns, row)) {
      gap = 0;
      continue;
    }
    if (label !== "subtotal" && label !== "note") levels = readLevels(view, columns, row, levels);
    const kind = label === null ? rowKind(view, columns, row, gap > 0 && total === null) : "other";
    if (kind === "continued") {
      lastRow = row;
    } else if (kind === "indicator") {
      const made = tableRow(view, columns, row, levels, rows.at(-1) ?? before.at(-1));
      if ("remark" in made) {
        remarks.push(made.remark);
      } else {
        rows.push(made);
        remarks.push(...doubtsAbout(view, columns, row, made.indicator));
      }
      lastRow = row;
      gap = 0;
    } else if (!isPlaceholder(view, row)) {
      gap += 1;
    }
  }
  const isUnread = (below: number): boolean =>
    labelOf(view, columns, below, left) === null && rowKind(view, columns, below, true) === "indicator";
  const unread = rows.length === 0 ? [] : unreadBelow(view, columns, row, headers, isUnread);
  return { rows, remarks: [...remarks, ...unread], totalRow: null, lastRow };
}

function isHeaderRow(view: SheetView, columns: FormColumns, row: number): boolean {
  const kind = (column: number): string | undefined => classifyTitle(view.own(row, column).text)?.kind;
  return (
    kind(columns.name) === "name" ||
    (columns.weight !== null && kind(columns.weight) === "weight" && kind(columns.selfScore) === "selfScore")
  );
}

/** An indicator has a weight or at least a standard; "continued" lies below an indicator merged over several rows. */
function rowKind(
  view: SheetView,
  columns: FormColumns,
  row: number,
  afterGap: boolean,
): "indicator" | "continued" | "other" {
  const name = view.own(row, columns.name);
  const weight = columns.weight === null ? null : view.own(row, columns.weight);
  // A text that reaches over the name, from either side, is a line across the table and no indicator.
  const reached = view.cell(row, columns.name);
  if (reached.text !== "" && reached.area.left < columns.name) return "other";
  if (
    name.area.right >= (columns.weight ?? columns.selfScore) &&
    (columns.weight ?? columns.selfScore) > columns.name
  )
    return "other";
  const standard = columns.standard === null ? null : view.own(row, columns.standard);
  const { target, actual } = readGoal(view, columns, row) ?? { target: null, actual: null };
  const printsRule =
    (standard !== null && (standard.text !== "" || standard.formula !== null)) ||
    (target?.content ?? actual?.content ?? null) !== null;
  const named = name.text !== "" && name.area.top === row;
  if (!named && weight !== null && weight.area.top < row) return "continued";
  if (!named && weight === null) return name.text === "" ? "other" : "continued";
  const weighed = readIndicator(view, columns, row).weight.value !== null;
  if (afterGap) return named && (weighed || weight === null) && printsRule ? "indicator" : "other";
  return weighed || (named && printsRule) ? "indicator" : "other";
}

/** A second weight below the same name is its second part: 采购意向公开合规性 0.5 and 1.5. */
function tableRow(
  view: SheetView,
  columns: FormColumns,
  row: number,
  levels: RowLevels,
  above: TableRow | undefined,
): TableRow | { readonly remark: FormRemark } {
  const cell = view.own(row, columns.name);
  const printed = columns.weight === null ? withoutWeight(cell.text, true).name : singleLine(cell.text);
  const sameGroup =
    above !== undefined &&
    above.levels.level1.name === levels.level1.name &&
    above.levels.level2.name === levels.level2.name;
  const sameName = sameGroup && normalizeName(above.indicator.name.value) === normalizeName(printed);
  const belowName = sameGroup && printed === "";
  const cells = readIndicator(view, columns, row);
  const unnamed = printed === "" && !belowName;
  const asked = cells.goal !== null && cells.goal.target.content !== null;
  if (unnamed && !asked) {
    return { remark: { at: cell.at, text: `第${row}行有分值而没有三级指标名称，未作为指标读取。` } };
  }
  const second = sameName || belowName;
  return {
    row,
    levels,
    indicator: {
      row,
      level1: levels.level1.name,
      level2: levels.level2.name,
      name: second
        ? { value: above.indicator.name.value, at: belowName ? above.indicator.name.at : cell.at }
        : { value: unnamed ? `第${row}行（没有名称）` : printed, at: cell.at },
      part: second ? above.indicator.part + 1 : 1,
      ...cells,
      goal: unnamed && cells.goal !== null ? withoutName(cells.goal, row) : cells.goal,
    },
  };
}

/** A row with points counts, whatever it is: what it measures is asked. */
function withoutName(goal: Goal, row: number): Goal {
  const text = `第${row}行有分值而没有三级指标名称，请补上名称，目标值是多少`;
  return { ...goal, doubts: [{ of: "target", text }, ...goal.doubts] };
}

/** Without 总分 nothing marks the end: rows at the bottom that carry no standard are other people's rows. */
function trimmed(rows: readonly TableRow[], totalRow: number | null): Pick<Table, "rows"> {
  if (totalRow !== null) return { rows };
  const own = rows.map(
    ({ indicator: { standard, goal, part } }) =>
      (standard !== null && (standard.value !== "" || standard.unreadable !== undefined)) ||
      (goal?.target.content ?? goal?.actual.content ?? null) !== null ||
      part > 1,
  );
  const last = own.lastIndexOf(true);
  return { rows: rows.slice(0, last + 1) };
}
