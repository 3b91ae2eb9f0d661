import { readQuantity } from "../quantity/readQuantity";
import type { HeaderBand } from "./findHeader";
import type { Goal, GoalDoubt, Indicator, WrittenFigure } from "./form";
import type { SheetView } from "./sheetView";
import { readSignWords, signOfSide } from "./signWords";

/** What a title says of every figure below it: "年度指标值（≤）", "实际完成值（元）"; "" where it says nothing. */
interface TitleWords {
  readonly sign: string;
  readonly unit: string;
}

/** The indicators with the sign and the units that stand in the titles of targets and actuals, once for all rows. */
export function withTitledGoals(
  view: SheetView,
  { top, bottom, columns }: HeaderBand,
  indicators: readonly Indicator[],
): readonly Indicator[] {
  const wordsOf = (column: number | null): TitleWords => titleWords(titleOf(view, top, bottom, column));
  const [target, actual] = [wordsOf(columns.target ?? columns.adjusted), wordsOf(columns.actual)];
  if (target.sign === "" && target.unit === "" && actual.unit === "") return indicators;
  return indicators.map((one) =>
    one.goal === null ? one : { ...one, goal: titled(one.goal, target, actual) },
  );
}

function titleOf(view: SheetView, top: number, bottom: number, column: number | null): string {
  if (column === null) return "";
  const texts = Array.from({ length: bottom - top + 1 }, (_, index) => view.cell(top + index, column).text);
  return Array.from(new Set(texts)).join("");
}

function titleWords(title: string): TitleWords {
  let [sign, unit] = ["", ""];
  for (const [, words = ""] of title.replace(/\s+/gu, "").matchAll(/[(（]([^()（）]{1,8})[)）]/gu)) {
    const said = readSignWords(words);
    if (said.kind === "side" && said.written) sign = signOfSide[said.side];
    const measure = words.replace(/^单位[:：]/u, "");
    const one = figureOf(`1${measure}`);
    if (one !== null && one.unit !== "") unit = measure;
  }
  return { sign, unit };
}

function titled(goal: Goal, { sign, unit }: TitleWords, actual: TitleWords): Goal {
  const target = sign === "" ? goal.target : withSign(goal.target, sign);
  const doubts = [...goal.doubts];
  if (sign !== "" && target === goal.target && isUnsigned(target.content))
    doubts.push({
      of: "target",
      text: `目标值“${String(target.content)}”的标题写着“${sign}”，目标值应怎样理解`,
    });
  return { ...goal, target, doubts: [...doubts, ...unitDoubts(goal, unit, actual.unit)] };
}

function isUnsigned(content: WrittenFigure["content"]): boolean {
  if (content === null) return false;
  const read = readQuantity(content);
  return read.kind === "quantity" && read.figures.some(({ side, high }) => side === null && high === null);
}

/** Only of a figure that is all of its cell, as a formula joins it; of any other it is asked. */
function withSign(figure: WrittenFigure, sign: string): WrittenFigure {
  const { content, at, from } = figure;
  const isPlain =
    typeof content === "number" ||
    (content !== null && /^[\d０-９][\d０-９.,，．]*\s*\p{L}{0,4}$/u.test(content));
  if (!isPlain || from.kind !== "cell" || !isUnsigned(content)) return figure;
  return { content: `${sign}${String(content)}`, at, from: { kind: "joined", parts: [sign, at] } };
}

/** 100 under 万元 beside 90 under 元: of which unit both are, a person says. */
function unitDoubts({ target, actual }: Goal, ofTarget: string, ofActual: string): readonly GoalDoubt[] {
  const [wanted, done] = [effective(target.content, ofTarget), effective(actual.content, ofActual)];
  if (wanted === null || done === null || !(wanted.fromTitle || done.fromTitle)) return [];
  if (wanted.unit === done.unit && wanted.one === done.one) return [];
  const text = `目标值“${String(target.content)}”（${wanted.shown}）与实际完成值“${String(actual.content)}”（${done.shown}）的单位不同，合同一单位各是多少`;
  return [{ of: "target", text }];
}

interface EffectiveUnit {
  readonly unit: string;
  /** What one of it is. */
  readonly one: number;
  readonly shown: string;
  readonly fromTitle: boolean;
}

/** The unit that stands behind the figure, else that of the title; null: neither has one. */
function effective(content: WrittenFigure["content"], title: string): EffectiveUnit | null {
  if (content === null) return null;
  const own = figureOf(content);
  if (own !== null && own.unit !== "")
    return { unit: own.unit, one: 1, shown: own.written, fromTitle: false };
  const printed = figureOf(`1${title}`);
  return own === null || printed === null || printed.unit === ""
    ? null
    : { unit: printed.unit, one: printed.value, shown: title, fromTitle: true };
}

function figureOf(
  content: string | number,
): { readonly value: number; readonly unit: string; readonly written: string } | null {
  const read = readQuantity(content);
  if (read.kind !== "quantity") return null;
  const [{ value, unit }] = read.figures;
  return { value, unit: unit.name, written: unit.written };
}
