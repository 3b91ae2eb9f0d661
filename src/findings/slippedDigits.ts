import { pairsOf } from "../criteria/likeness";
import { bareName } from "../form/normalizeName";
import { tidy } from "../quantity/tidy";
import { grouped } from "../workbook/grouped";
import { amountsOf, isWholeBudget } from "./budgetAmounts";
import { inCell, type FindingContext, type Place } from "./finding";
import { isOfDone, namedFigures, onlyFigure, type NamedFigure } from "./namedFigures";
import { thingOf } from "./namedThing";
import { formPassages, headPassages, reportPassages } from "./passages";

/** A figure of the form that other places may repeat. */
interface OwnFigure {
  readonly name: string;
  readonly where: string;
  readonly at: Place;
  readonly text: string;
  /** In the base of its unit. */
  readonly value: number;
  readonly unit: string;
}

/** A figure of the words, and the one of the form that it was meant to be. */
export interface SlippedFigure {
  readonly own: OwnFigure;
  readonly said: NamedFigure;
}

/** So much of the shorter name stands in the other one, in pairs of signs. */
const sameName = 0.6;
const fewestPairs = 3;
/** One wrong digit of fewer is another figure; two that changed places are a slip however few there are. */
const fewestDigits = 3;

/**
 * Figures of the report, and of the head block, that are those of the form but for two digits that changed places or one
 * that is wrong, under a name that is much the same: 基本支出2,381.6万元 where the table has 2318.6. One that stands in the
 * form is right; one whose right figure is said, too, is of something else. Linear in the texts.
 */
export function slippedDigits(context: FindingContext): readonly SlippedFigure[] {
  const year = context.form.head.year?.value ?? null;
  const tables = [...annexFigures(context), ...budgetFigures(context)];
  const basis = basisFigures(context, year);
  const inForm = new Set([...tables, ...basis].map(valueKey));
  const found = (said: readonly NamedFigure[], own: readonly OwnFigure[]): readonly SlippedFigure[] => {
    const usable = said.filter((one) => isUsable(one, context));
    const values = new Set(said.map(valueKey));
    const near = grouped(
      own
        .filter((one) => !values.has(valueKey(one)))
        .flatMap((one) => keysOf(one).map((key) => ({ key, one }))),
      ({ key }) => key,
    );
    return usable.flatMap((one): readonly SlippedFigure[] => {
      if (inForm.has(valueKey(one))) return [];
      const candidates = new Set(keysOf(one).flatMap((key) => (near.get(key) ?? []).map(({ one }) => one)));
      const same = Array.from(candidates).filter((other) => isSlip(one, other) && isSameName(one, other));
      const [only, second] = same;
      return only === undefined || second !== undefined ? [] : [{ own: only, said: one }];
    });
  };
  return [
    ...headPassages(context).flatMap((passage) => found(namedFigures([passage], year), tables)),
    ...found(namedFigures(reportPassages(context), year), [...tables, ...basis]),
  ];
}

/** Of this year, done, and nothing that another check holds against its table by its exact name. */
function isUsable(figure: NamedFigure, { annexRows }: FindingContext): boolean {
  if (figure.unit === "分" || !isOfDone(figure) || isWholeBudget(figure.label)) return false;
  return thingOf(figure, annexRows) === null;
}

function annexFigures({ annexRows }: FindingContext): readonly OwnFigure[] {
  return annexRows.flatMap(({ name, row, completion }) => {
    const figure = onlyFigure(completion.actual);
    if (figure === null) return [];
    const { value, text, unit } = figure;
    const at = inCell(row.actual.at);
    return [{ name: bareName(name), where: "附表的实际完成值", at, text, value, unit: unit.name }];
  });
}

function budgetFigures({ form }: FindingContext): readonly OwnFigure[] {
  const { categories, development } = amountsOf(form);
  return Array.from(new Set([...categories, ...development]), ({ title, value, at }) => ({
    name: bareName(title),
    where: "预算表",
    at: inCell(at),
    text: `${value}万元`,
    value: tidy(value * 1e4),
    unit: "元",
  }));
}

function basisFigures(context: FindingContext, year: number | null): readonly OwnFigure[] {
  const passages = formPassages(context).filter(({ from }) => from === "basis");
  return namedFigures(passages, year).flatMap((figure) =>
    figure.unit === "分" || !isOfDone(figure)
      ? []
      : [{ ...figure, name: nameOf(figure), where: figure.passage.label, at: figure.passage.at }],
  );
}

function nameOf({ label, subject, counted }: NamedFigure): string {
  return bareName(`${label.includes(subject) ? "" : subject}${label}${counted}`);
}

function isSameName(said: NamedFigure, own: OwnFigure): boolean {
  const [left, right] = [new Set(pairsOf(nameOf(said))), new Set(pairsOf(own.name))];
  const shared = Array.from(left).filter((pair) => right.has(pair)).length;
  return shared >= fewestPairs && shared >= Math.min(left.size, right.size) * sameName;
}

interface Valued {
  readonly value: number;
  readonly unit: string;
}

function valueKey({ value, unit }: Valued): string {
  return `${tidy(value)}|${unit}`;
}

/** Its digits with its order of magnitude: 2318.6 is 23186 of thousands. */
function digitsOf({ value }: Valued): { readonly digits: string; readonly magnitude: number } {
  const [digits = "", power = "0"] = Math.abs(tidy(value)).toExponential().split("e");
  return { digits: digits.replace(".", ""), magnitude: Number(power) };
}

/** Every figure that is a slip of this one has one of these keys, too: its digits in order of size, or all of them but one. */
function keysOf(figure: Valued): readonly string[] {
  const { digits, magnitude } = digitsOf(figure);
  const base = `${figure.unit}|${magnitude}|`;
  const but =
    digits.length < fewestDigits
      ? []
      : Array.from(digits, (_, at) => `${digits.slice(0, at)}*${digits.slice(at + 1)}`);
  return [Array.from(digits).sort().join(""), ...but].map((key) => base + key);
}

function isSlip(one: Valued, other: Valued): boolean {
  const [left, right] = [digitsOf(one).digits, digitsOf(other).digits];
  if (left === right || left.length !== right.length || left.length < 2) return false;
  const wrong = Array.from(left).filter((digit, at) => digit !== right.charAt(at)).length;
  // The last digit alone may be rounding.
  const isRounded = wrong === 1 && left.slice(0, -1) === right.slice(0, -1);
  return wrong === 2 || (left.length >= fewestDigits && !isRounded);
}
