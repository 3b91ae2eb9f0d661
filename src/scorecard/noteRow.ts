import type { CompletionRate } from "../criteria/completionRate";
import { criterionRule } from "../criteria/criterionRule";
import type { FactSpec } from "../criteria/fact";
import type { PrintedFact } from "../facts/gatheredFact";
import type { Form, Indicator } from "../form/form";
import { tidy } from "../quantity/tidy";
import { a1 } from "../workbook/cell";
import { isOfEither } from "./bindGoal";
import { compiledRule, type RowRule } from "./chooseRule";
import { goalFacts } from "./goalFacts";
import { goalReading, namedIn, withOwnSign } from "./goalReading";
import { boundBeyond, clauseAbout, rateKey, readNoteClause } from "./noteClause";
import type { RowOfSettings } from "./rowSettings";

type Place = Pick<Form, "notes" | "fund" | "head">;

/** The clause that notes around the table print for this row, whose target and actual are figures; null: there is none. */
export function ruleOfNote(form: Place, indicator: Indicator, of: RowOfSettings): RowRule | null {
  if (indicator.row === form.fund?.row || !isFigures(form, indicator)) return null;
  const clause = clauseAbout(form, indicator);
  const reading = clause === null ? null : readNoteClause(clause.words, indicator.weight.value);
  if (clause === null || reading === null) return null;
  const remarks = [`按${a1(clause.at)}备注的计分办法计分。`];
  return { ...compiledRule(reading, indicator, null, of), remarks };
}

function readingIn({ head }: Place, indicator: Indicator): CompletionRate | null {
  const { goal, name, level2 } = indicator;
  if (goal === null || goal.qualitative) return null;
  return goalReading(withOwnSign(goal, { name: name.value, level2 }), namedIn(head, indicator));
}

/** Surely figures on both sides, or nothing but days. */
function isFigures(form: Place, indicator: Indicator): boolean {
  const reading = readingIn(form, indicator);
  return (
    reading?.outcome === "rate" &&
    reading.parts.every(({ target, actual }) => target.digits !== "" && actual.digits !== "")
  );
}

/** What target and actual say of what the rule asks. */
export function printedFacts(
  form: Place,
  indicator: Indicator,
  specs: readonly FactSpec[],
  {
    isByNote,
    isContradicted,
  }: { readonly isByNote: boolean; readonly isContradicted: (reading: CompletionRate) => boolean },
): readonly PrintedFact[] {
  if (!isByNote) return goalFacts(indicator, specs, form.head, isContradicted);
  const clause = clauseAbout(form, indicator);
  const reading = readingIn(form, indicator);
  const read = clause === null ? null : readNoteClause(clause.words, indicator.weight.value);
  const { goal } = indicator;
  if (clause === null || read === null || goal === null || reading?.outcome !== "rate") return [];
  const key = rateKey(read);
  const isSure =
    reading.certainty === "sure" &&
    reading.parts.length === 1 &&
    !goal.doubts.some(({ of }) => of === "actual") &&
    !isOfEither(indicator, clause.words) &&
    !isContradicted(reading) &&
    !isTurned(reading, read.criterion, /完成值\/|÷|[与占和]/u.test(clause.words));
  const said = `目标值“${String(goal.target.content)}”，实际完成值“${String(goal.actual.content)}”`;
  return isSure && key !== null ? [{ key, value: reading.rate, at: goal.actual.at, quote: said }] : [];
}

type Rate = Extract<CompletionRate, { outcome: "rate" }>;

/**
 * Of what is not to be passed 完成率 is whole where it was kept, however far: whether a bound beyond the whole is for it,
 * too, is not said; nor is a quotient of actual and target that of it.
 */
function isTurned(
  { kind, met, parts: [{ target, actual }] }: Rate,
  criterion: Parameters<typeof boundBeyond>[0],
  isQuotient: boolean,
): boolean {
  if (kind === "atLeast" || kind === "equal") return false;
  const beyond = boundBeyond(criterion);
  const isFar = met && beyond !== null && (actual.value === 0 || tidy(target.value / actual.value) > beyond);
  return isFar || (isQuotient && !met);
}

/** 执行率 gives the money as many points by the clause of the notes as by itself. */
export function keepsFund(
  { notes, fund }: Pick<Form, "notes" | "fund">,
  { weight, goal }: Indicator,
): boolean {
  const clause = clauseAbout({ notes }, { level1: "", level2: "" });
  const points = weight.value;
  const { target, actual } = goal ?? {};
  const [budget, spent] = [target?.content, actual?.content].map(Number);
  if (fund === null || clause === null || points === null || !budget || spent === undefined) return false;
  const read = readNoteClause(clause.words, points);
  const key = read === null ? null : rateKey(read);
  if (read === null || key === null) return false;
  const rate = tidy(spent / budget);
  const given = criterionRule(read.criterion, read.asks, "").score(
    { [key]: { value: rate, at: null, reason: "" } },
    { weight: points, settings: {} },
  );
  return given.outcome === "scored" && tidy(given.points) === tidy(points * Math.min(rate, 1));
}
