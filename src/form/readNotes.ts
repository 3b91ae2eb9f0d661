import { sameAddress, type Area } from "../workbook/cell";
import type { AroundCell, TablePlaces } from "./aroundTable";
import type { Note } from "./form";
import { isFormTitle } from "./formArea";
import { ofRowsBelow } from "./leftovers";
import { normalizeName } from "./normalizeName";
import { isFundHeader } from "./readFund";
import { pointsTables } from "./pointsTables";
import { behindTotal, rowLabel } from "./rowLabels";
import {
  conditional,
  givesPoints,
  isOfDepartment,
  isRuleOfItsOwn,
  isScoringRule,
  saysRule,
  standsUnderOwnLabel,
  generalRules,
  statesRule,
} from "./ruleTexts";
import { inBrackets, titleRemarks } from "./titleRemarks";
import type { SheetView, ViewCell } from "./sheetView";

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Around which rows and columns of the sheet a form may print how points are given. */
interface NotePlaces extends TablePlaces {
  /** What stands around the table. */
  readonly around: readonly AroundCell[];
  /** The head block. */
  readonly zone: Area;
  /** The last row that belongs to the form. */
  readonly bottom: number;
}

/** What is printed about points in titles, above, beside and below the table, and between its rows; each cell once. */
export function readNotes(view: SheetView, places: NotePlaces): readonly Note[] {
  const { header, zone, edges, bottom } = places;
  const all = [
    ...titleNotes(view, places),
    ...cellsIn(view, zone.top, zone.bottom, edges).filter(
      (cell) => isLabelled(view, cell) || isRule(view, cell, edges),
    ),
    ...sumRows(view, places).flatMap((row) => sumNotes(view, row, edges, header.columns.selfScore)),
    ...below(view, bottom, edges),
    ...rightOf(view, places),
  ];
  const seen = new Set<string>();
  const found = [
    ...all,
    ...anywhereElse(view, places).filter(({ at }) => !all.some((one) => sameAddress(one.at, at))),
  ];
  return found.flatMap(({ text, at, of }: Pick<ViewCell, "text" | "at"> & Pick<Note, "of">) => {
    const key = `${at.row},${at.column},${text}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ value: text, at, ...(of === undefined ? {} : { of }) }];
  });
}

/** 注：… and the signatures below belong to the form: its last row with them. */
export function bottomOfNotes(view: SheetView, lastRow: number, edges: Edges): number {
  let bottom = lastRow;
  for (let row = lastRow + 1; row <= bottom + notesWithin; row += 1) {
    const cells = cellsIn(view, row, row, edges);
    const goesOn = bottom > lastRow && row === bottom + 1 && cells.some(({ text }) => isListItem(text));
    const noted = cells.filter((cell) => isLabelled(view, cell));
    if (goesOn || noted.length > 0) bottom = Math.max(row, ...noted.map(({ area }) => area.bottom));
  }
  return bottom;
}

const notesWithin = 3;

/** Every cell of these rows that begins there, once however far it is merged. */
function cellsIn(view: SheetView, top: number, bottom: number, { left, right }: Edges): readonly ViewCell[] {
  const found: ViewCell[] = [];
  for (let row = Math.max(1, top); row <= bottom; row += 1) {
    for (const column of view.sheet.rows.get(row)?.keys() ?? []) {
      if (column < left || column > right) continue;
      const cell = view.own(row, column);
      if (cell.text !== "" && cell.at.row === row && cell.at.column === column) found.push(cell);
    }
  }
  return found;
}

const bareLabel = /^(?:注|备注|填[表报](?:说明|须知)|[计评]分(?:说明|规则|办法|方法))[::]?$/u;

/** "注：…", or a text behind a cell that says 备注. */
function isLabelled(view: SheetView, { text, at }: ViewCell): boolean {
  if (rowLabel(text) === "note") return true;
  for (let column = at.column - 1; column >= 1; column -= 1) {
    const before = view.cell(at.row, column);
    if (before.text !== "") return bareLabel.test(normalizeName(before.text));
  }
  return false;
}

/** A sentence on a line of its own that says how points are given; a goal stands below its label. */
function isRule(view: SheetView, { text, at }: ViewCell, edges: Edges): boolean {
  if (text.length <= 6 || !/[。；;，,：:=]/u.test(text) || !givesPoints.test(text)) return false;
  return (
    cellsIn(view, at.row, at.row, edges).length === 1 &&
    !standsUnderOwnLabel(view, { text: "", at } as ViewCell, edges.left)
  );
}

function isListItem(text: string): boolean {
  return /^[(（]?\d{1,2}[.．、)）]/u.test(text);
}

/** Rules of points anywhere else on the sheet, under whatever label and between the rows: they may count for any row. */
function anywhereElse(view: SheetView, places: NotePlaces): readonly Pick<ViewCell, "text" | "at">[] {
  const { header, rows, totalRow } = places;
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  const isTaken = (row: number): boolean =>
    isFundHeader(view, row) ||
    (row >= header.top && row <= header.bottom) ||
    (row >= first && row <= Math.max(last, totalRow ?? 0));
  const tables = pointsTables(view, isTaken);
  return [...tables, ...rulesAround(view, places)];
}

function rulesAround(view: SheetView, places: NotePlaces): readonly ViewCell[] {
  return places.around.flatMap((cell) => {
    const { text, isBetween } = cell;
    // Of the rows below it, each of which is asked.
    if (isBetween && ofRowsBelow.test(text)) return [];
    if (!statesRule(text) && !(isBetween && isScoringRule(text))) return [];
    if (!standsUnderOwnLabel(view, cell, places.edges.left)) return [cell];
    return generalRules(text).map((words) => ({ ...cell, text: words }));
  });
}

const rulesWithin = 8;

/** Notes, their lists, and rules of scoring further below, whatever they call themselves, up to another form. */
function below(view: SheetView, bottom: number, edges: Edges): readonly ViewCell[] {
  const found: ViewCell[] = [];
  let [last, goesOn] = [bottom, false];
  for (let row = bottom + 1; row <= last + rulesWithin; row += 1) {
    const cells = cellsIn(view, row, row, edges);
    if (cells.some(({ text }) => isFormTitle(text))) break;
    if (isOfDepartment(cells[0]?.text ?? "")) continue;
    const noted = cells.filter(
      (cell) =>
        isLabelled(view, cell) ||
        isScoringRule(cell.text) ||
        (cells.length === 1 && isRuleOfItsOwn(cell.text)) ||
        (goesOn && isListItem(cell.text)),
    );
    goesOn = noted.length > 0;
    if (goesOn) last = row;
    found.push(...noted);
  }
  return found;
}

/** "得分（未完成的不得分）", "自评表（满分120分）": what stands in brackets behind a title. */
function titleNotes(
  view: SheetView,
  { header, zone, edges }: NotePlaces,
): readonly (ViewCell & Pick<Note, "of">)[] {
  const titles = cellsIn(view, header.top, header.bottom, edges).map((cell) => ({
    cell,
    of: "goals" as const,
  }));
  const funds = Array.from(
    { length: Math.max(0, zone.bottom - zone.top + 1) },
    (_, index) => zone.top + index,
  )
    .filter((row) => isFundHeader(view, row))
    .flatMap((row) => cellsIn(view, row, row, edges).map((cell) => ({ cell, of: "fund" as const })));
  const names = cellsIn(view, zone.top, zone.bottom, edges).filter(({ text }) => isFormTitle(text));
  const ofForm = names.flatMap((cell) => inBrackets(cell.text).map((text) => ({ ...cell, text })));
  const ofColumns = [...titles, ...funds].flatMap(({ cell, of }) => {
    return titleRemarks(cell.text, of).map((text) => ({ ...cell, text, of }));
  });
  return [...ofForm, ...ofColumns];
}

/** 总分, and every 小计 between the first indicator and it. */
function sumRows(view: SheetView, { rows, edges, totalRow, bottom }: NotePlaces): readonly number[] {
  const first = rows[0] ?? bottom;
  const between = Array.from(
    { length: Math.max(0, (totalRow ?? bottom + 1) - first) },
    (_, index) => first + index,
  );
  const subtotals = between.filter((row) =>
    cellsIn(view, row, row, edges).some(({ text }) => rowLabel(text) === "subtotal"),
  );
  return totalRow === null ? subtotals : [...subtotals, totalRow];
}

/** "总分（未完成的不得分）", "总分：…", and what the row of a total or of 小计 says of points, in front of the score and behind it. */
function sumNotes(view: SheetView, row: number, edges: Edges, selfScore: number): readonly ViewCell[] {
  return cellsIn(view, row, row, edges).flatMap((cell) => {
    const label = rowLabel(cell.text);
    if (label === "total" || label === "subtotal") {
      const behind = behindTotal(cell.text);
      const words = [...inBrackets(cell.text), ...(behind === null ? [] : [behind.words])];
      return words.map((text) => ({ ...cell, text }));
    }
    const isSaid = saysRule.test(cell.text) && givesPoints.test(cell.text);
    const isPrinted = cell.at.column < selfScore || conditional.test(normalizeName(cell.text));
    return label === "note" || ((isScoringRule(cell.text) || isSaid) && isPrinted) ? [cell] : [];
  });
}

const widest = 12;

/** Right of the table in columns without a title: what stands below one is somebody's. */
function rightOf(view: SheetView, { header, edges, zone, bottom }: NotePlaces): readonly ViewCell[] {
  const right = { left: edges.right + 1, right: edges.right + widest };
  const titled = new Set(cellsIn(view, header.top, header.bottom, right).map(({ at }) => at.column));
  return cellsIn(view, zone.top, bottom + notesWithin, right).filter(
    ({ text, at }) => !titled.has(at.column) && (rowLabel(text) === "note" || isScoringRule(text)),
  );
}
