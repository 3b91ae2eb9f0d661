import { tidy } from "../quantity/tidy";
import type { CellAddress } from "../workbook/cell";
import { classifyTitle } from "./classifyTitle";
import type { HeaderBand } from "./findHeader";
import { isFormTitle } from "./formArea";
import { headLabel, inlineLabels, type HeadLabel } from "./headLabels";
import { normalizeName } from "./normalizeName";
import { isFundHeader } from "./readFund";
import { rowLabel, type RowLabel } from "./rowLabels";
import type { SheetView, ViewCell } from "./sheetView";
import { readWeight } from "./writtenPoints";

/** Another table like the first one, further down on its sheet. */
interface NextForm {
  /** Its first cell, title or head block included: nothing from here on belongs to the first form. */
  readonly at: CellAddress;
  /** A table of targets below a form with 评分标准: its annex. */
  readonly isAnnex: boolean;
}

/**
 * Where another form begins below the first one of a sheet; null: the other headers are those of its further pages. A
 * page goes on with other indicators in the same columns, under the same title, and nothing was added up before it.
 */
export function nextForm(view: SheetView, [first, ...others]: readonly HeaderBand[]): NextForm | null {
  if (first === undefined) return null;
  const head = rowsOf(view, 1, first.top);
  let [top, weights] = [first.bottom + 1, 0];
  for (const band of others) {
    const between = rowsOf(view, top, band.top);
    weights += weightsIn(view, first, between);
    const isAddedUp = tidy(weights) >= full || between.some(({ isTotal }) => isTotal);
    if (isAddedUp || !goesOn(view, first, band) || saysOther(view, head, between)) {
      const [at] = [...between.filter(beginsForm), ...rowsOf(view, band.top, band.top + 1)];
      return at === undefined ? null : { at: at.at, isAnnex: isAnnex(first, band, between) };
    }
    top = band.bottom + 1;
  }
  return null;
}

const full = 100;

/** The first cell of a row that holds something, and what the row is. */
interface Leading extends ViewCell {
  readonly isFund: boolean;
  readonly isTotal: boolean;
  readonly label: RowLabel | null;
}

/** Rows from `top` to above `end`. */
function rowsOf(view: SheetView, top: number, end: number): readonly Leading[] {
  return Array.from({ length: Math.max(0, end - top) }, (_, index) => top + index).flatMap((row) => {
    const columns = Array.from(view.sheet.rows.get(row)?.keys() ?? []);
    const [column] = columns;
    if (column === undefined) return [];
    const labels = columns.flatMap((one) => rowLabel(view.cell(row, one).text) ?? []);
    const [label = null] = labels;
    return [
      {
        ...view.cell(row, column),
        isFund: isFundHeader(view, row),
        isTotal: labels.includes("total"),
        label,
      },
    ];
  });
}

const headOfForm: readonly HeadLabel[] = ["department", "project", "year", "goal", "budget"];
const attachment = /^附[件表]?\d{0,2}[::]?$/u;

function beginsForm({ text, isFund }: Leading): boolean {
  const label = headLabel(text) ?? inlineLabels(text.slice(0, 200))[0]?.label ?? null;
  const isHead = label !== null && headOfForm.includes(label);
  return isFund || isHead || isFormTitle(text) || attachment.test(normalizeName(text.slice(0, 8)));
}

/** The same columns, and other indicators than the first began with. */
function goesOn(view: SheetView, first: HeaderBand, { bottom, columns }: HeaderBand): boolean {
  const { name, weight, selfScore } = first.columns;
  if (columns.name !== name || columns.weight !== weight || columns.selfScore !== selfScore) return false;
  const begun = nameBelow(view, first);
  return begun !== nameBelow(view, { bottom, columns }) || begun === "" || isTitle(begun);
}

/** A block of money, a title or a name that the first form does not have. */
function saysOther(view: SheetView, head: readonly Leading[], between: readonly Leading[]): boolean {
  return (
    between.some(({ isFund }) => isFund) ||
    isRenamed(titlesOf(head), titlesOf(between)) ||
    isRenamed(namesOf(view, head), namesOf(view, between))
  );
}

/** Of a header right below another one. */
function isTitle(name: string): boolean {
  return classifyTitle(name)?.kind === "name";
}

function nameBelow(view: SheetView, { bottom, columns }: Pick<HeaderBand, "bottom" | "columns">): string {
  return normalizeName(view.own(bottom + 1, columns.name).text);
}

/** What the rows of a page weigh, as far as a column of weights says it. */
function weightsIn(view: SheetView, { columns }: HeaderBand, rows: readonly Leading[]): number {
  const { weight: column } = columns;
  if (column === null) return 0;
  return rows.reduce((sum, { at: { row }, label }) => {
    const { area, value, format } = view.own(row, column);
    return label === null && area.top === row ? sum + (readWeight(value, format) ?? 0) : sum;
  }, 0);
}

/** What is said again is not what was said first. */
function isRenamed(before: readonly string[], again: readonly string[]): boolean {
  return before.length > 0 && again.some((text) => !before.includes(text));
}

function titlesOf(cells: readonly Leading[]): readonly string[] {
  return cells.flatMap(({ text }) => {
    return isFormTitle(text) ? normalizeName(text).replace(/\(?(?:续表?|第.{1,3}页)\)?\d?/gu, "") : [];
  });
}

/** The department or project that a head block names. */
function namesOf(view: SheetView, cells: readonly Leading[]): readonly string[] {
  return cells.flatMap(({ text, at, area }) => {
    const label = headLabel(text);
    if (label === "department" || label === "project") {
      return normalizeName(view.cell(at.row, area.right + 1).text);
    }
    return inlineLabels(text.slice(0, 200)).flatMap((inline) =>
      inline.label === "department" || inline.label === "project" ? normalizeName(inline.value) : [],
    );
  });
}

function isAnnex(first: HeaderBand, band: HeaderBand, between: readonly Leading[]): boolean {
  const hasTargets = ({ columns }: HeaderBand): boolean => (columns.target ?? columns.adjusted) !== null;
  if (hasTargets(first) || !hasTargets(band) || between.some(({ isFund }) => isFund)) return false;
  return !titlesOf(between).some((title) => /项目/u.test(title) && /自评表$/u.test(title));
}
