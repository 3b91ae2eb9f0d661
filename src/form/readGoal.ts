import type { CellAddress } from "../workbook/cell";
import type { Goal, GoalColumns, WrittenFigure } from "./form";
import { dateOf } from "./dateCell";
import { formatDoubts, percentDoubts, signDoubts } from "./goalDoubts";
import type { SheetView, ViewCell } from "./sheetView";
import { readSignWords, signOfSide, type SignWords } from "./signWords";

/** "…，预期实现值：28万人" — the target is what stands behind the marker. */
const marker =
  /(?:预期|年度|目标|计划)?(?:实现值|目标值|指标值|预期值|完成目标)[:：]|预期(?:实现|目标)[:：]/gu;

/** 指标性质 of one row: the sign for its figure, or that a person judges it. */
interface Operator {
  readonly sign: string;
  readonly at: CellAddress | null;
  /** The cell holds just the sign, so that a formula may take it from there. */
  readonly plain: boolean;
  readonly words: SignWords;
}

const noOperator: Operator = { sign: "", at: null, plain: false, words: { kind: "none" } };

/** 指标性质 of the row, or what its name says of it in brackets: 案件数（逆指标）. */
function readOperator(view: SheetView, columns: TitledGoal, row: number): Operator {
  const own = columns.operator === null ? noOperator : operatorAt(view, columns.operator, row);
  if (own.words.kind !== "none" || columns.name === undefined) return own;
  const name = view.own(row, columns.name).text.normalize("NFKC");
  const [words, ...more] = Array.from(
    name.matchAll(/[([【]([^()[\]【】]{1,8})[)\]】]/gu),
    ([, inside = ""]) => readSignWords(inside),
  ).filter(({ kind }) => kind === "side");
  if (words?.kind !== "side" || more.length > 0) return own;
  return { sign: signOfSide[words.side], at: null, plain: false, words };
}

/** The columns of an annex have no name. */
type TitledGoal = GoalColumns & { readonly name?: number };

function operatorAt(view: SheetView, column: number, row: number): Operator {
  const cell = view.own(row, column);
  // A sign typed as "=<" is a formula that nobody can compute.
  const words: SignWords =
    cell.text === "" && cell.formula !== null ? { kind: "unread" } : readSignWords(cell.text);
  const sign = words.kind === "side" ? signOfSide[words.side] : "";
  return { sign, at: cell.at, plain: sign === cell.text, words };
}

/** What the columns of signs and units say of a row besides its figures. */
export function besideGoal(
  view: SheetView,
  columns: TitledGoal,
  row: number,
): Pick<Goal, "qualitative" | "doubts"> {
  const { words, at } = readOperator(view, columns, row);
  const seen = readTarget(view, columns, row).figure.at;
  const target = view.cell(seen.row, seen.column);
  const actual = columns.actual === null ? null : view.own(row, columns.actual);
  const unit = columns.unit === null ? "" : view.own(row, columns.unit).text;
  const seenSign = at === null ? null : view.cell(at.row, at.column);
  const sign = seenSign === null || seenSign.text !== "" ? (seenSign?.text ?? "") : (seenSign.formula ?? "");
  const doubts = [
    ...signDoubts(words, sign, target.text),
    ...formatDoubts("target", target),
    ...(actual === null ? [] : [...formatDoubts("actual", actual), ...percentDoubts(unit, target, actual)]),
  ];
  return { qualitative: words.kind === "qualitative", doubts };
}

/** The target of a row: the adjusted one where there is one, with sign and unit from columns of their own. */
export function readTarget(
  view: SheetView,
  columns: TitledGoal,
  row: number,
): { readonly figure: WrittenFigure; readonly initial: ViewCell | null } {
  const at = { sheet: view.sheet.name, row, column: columns.target ?? columns.actual ?? 1 };
  const initial = columns.target === null ? null : view.own(row, columns.target);
  const adjusted = columns.adjusted === null ? null : view.own(row, columns.adjusted);
  const used = adjusted !== null && adjusted.text !== "" ? adjusted : (initial ?? adjusted);
  const replaced =
    used === adjusted && initial !== null && initial.text !== "" && initial.text !== adjusted?.text;
  if (used === null) return { figure: { content: null, at, from: { kind: "cell" } }, initial: null };
  const operator = readOperator(view, columns, row);
  return { figure: figureOf(view, columns, row, used, operator), initial: replaced ? initial : null };
}

export function readActual(view: SheetView, columns: GoalColumns, row: number): WrittenFigure {
  const at = { sheet: view.sheet.name, row, column: columns.target ?? 1 };
  if (columns.actual === null) return { content: null, at, from: { kind: "cell" } };
  return figureOf(view, columns, row, view.own(row, columns.actual), noOperator);
}

/** Target and actual of a row; null: the table has no columns of targets. */
export function readGoal(view: SheetView, columns: TitledGoal, row: number): Goal | null {
  if (columns.target === null && columns.adjusted === null) return null;
  const { figure, initial } = readTarget(view, columns, row);
  return {
    target: ofRow(row, withPercent(view, figure)),
    initialTarget: initial === null ? null : { value: initial.text, at: initial.at },
    actual: ofRow(row, withPercent(view, readActual(view, columns, row))),
    ...besideGoal(view, columns, row),
  };
}

function figureOf(
  view: SheetView,
  columns: TitledGoal,
  row: number,
  cell: ViewCell,
  operator: Operator,
): WrittenFigure {
  const { at } = cell;
  if (cell.text === "") return { content: null, at, from: { kind: "cell" } };
  const date = dateOf(cell.value, cell.format);
  if (date !== null) return { content: date.text, at, from: { kind: "date", parts: date.parts } };
  const value = typeof cell.value === "number" ? cell.value : cell.text;
  if (typeof value === "string") {
    const behind = wordsBehind(String(cell.value));
    if (behind !== null)
      return { content: behind.words, at, from: { kind: "behind", marker: behind.marker } };
  }
  const bare = typeof value === "number" || /^[-+]?[\d０-９.,，．]+$/u.test(value);
  const sign = bare || isSignless(value) ? operator.sign : "";
  const unitCell = columns.unit === null ? null : view.own(row, columns.unit);
  const unit = unitCell === null ? "" : unitCell.text;
  // 0.95 shown as 95% is a fraction already: with "%" behind it, it would be a hundredth.
  const isFraction = typeof value === "number" && cell.format.includes("%");
  const withUnit =
    bare && unit !== "" && unit !== "-" && unit !== "/" && !(isFraction && /^[%％]$/u.test(unit));
  if (sign === "" && !withUnit) return { content: value, at, from: { kind: "cell" } };
  const parts: (CellAddress | string)[] = [];
  if (sign !== "") parts.push(operator.plain && operator.at !== null ? operator.at : sign);
  parts.push(at);
  if (withUnit && unitCell !== null) parts.push(unitCell.at);
  const number = typeof value === "number" ? String(Number(value.toPrecision(15))) : value;
  return { content: `${sign}${number}${withUnit ? unit : ""}`, at, from: { kind: "joined", parts } };
}

/** In a cell merged from the row above stands that row's figure: whether it is this one's too is for a person to say. */
function ofRow(row: number, figure: WrittenFigure): WrittenFigure {
  return figure.at.row === row
    ? figure
    : { content: null, at: { ...figure.at, row }, from: { kind: "cell" } };
}

/** 0.95 shown as 95% is read as it is shown. */
function withPercent(view: SheetView, figure: WrittenFigure): WrittenFigure {
  const { content, at } = figure;
  if (typeof content !== "number" || !view.cell(at.row, at.column).format.includes("%")) return figure;
  return { ...figure, content: `${Number((content * 100).toPrecision(12))}%` };
}

/** "3天": with the sign of its own column in front it says what is wanted. */
function isSignless(value: string | number): boolean {
  return (
    typeof value === "string" &&
    /^[\d０-９][\d０-９.,，．]*\s*[^\d\s≥≤><＞＜=＝以不超左约至到~～—-]{0,6}$/u.test(value)
  );
}

/** The words behind the last marker of a sentence, as MID would cut them; null when there is none. */
function wordsBehind(text: string): { readonly marker: string; readonly words: string } | null {
  const all = Array.from(text.matchAll(marker));
  const [first] = all;
  if (first === undefined || all.length > 1) return null;
  const words = text.slice(first.index + first[0].length);
  // FIND takes the first place where the marker stands: it must be this one.
  return words.trim() === "" || text.indexOf(first[0]) !== first.index ? null : { marker: first[0], words };
}
