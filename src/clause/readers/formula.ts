import { sortBands } from "../../criteria/bandTable";
import type { Criterion, CriterionBand } from "../../criteria/criterion";
import type { Interval } from "../../criteria/interval";
import { labelWords, type Built } from "../built";
import { figuresOf, nameOf } from "../definitions";
import type { Formula } from "../formula";
import { holdsOtherYear } from "../leaning";
import { measureOf, ratioOf, type Around, type Measured } from "../measures";
import type { Piece } from "../pieces";
import { isMore } from "./kept";
import { linearOf, near } from "./linearFormula";
import { fullFigure, outOfFull } from "./outOfFull";
import { fullerName, sameMeasure } from "../sameMeasure";
import type { Statement } from "../statements";

/** G4: 得分=率×分值, 按比例, 实际/目标×分值. */
export function formulaOf(pieces: readonly Piece[], around: Around): Built | null {
  const formulas = pieces.filter(
    ({ statement }) => statement.what.gives === "formula" || statement.what.gives === "proportion",
  );
  const [only] = formulas;
  if (formulas.length !== 1 || only === undefined) return null;
  const others = pieces.filter((piece) => piece !== only);
  const bounded = boundedFormula(only, others, around);
  if (bounded !== null) return bounded;
  const reached = reachedQuotient(only, others, around);
  if (reached !== null) return reached;
  // "全部完成（6分）；部分未完成的，得分=已完成/计划×6分": the whole of it is the formula at its best.
  const isAtBest = (piece: Piece): boolean =>
    isWhole(piece, around.weight) &&
    piece.condition.of === "words" &&
    !isMore(piece.words) &&
    pieces.indexOf(piece) < pieces.indexOf(only);
  const saying = others.filter((piece) => !isNothingDone(piece, only, around));
  if (
    saying.length > 1 ||
    !saying.every(isAtBest) ||
    (others.length > 0 && (saying.length === 0 || !lesser.test(only.words)))
  )
    return null;
  if (only.condition.of === "range" || only.condition.of === "else" || only.condition.of === "against")
    return null;
  const conditional = others.length === 0 && /[的时,]$/u.test(only.words);
  if (conditional) return null;
  const { what } = only.statement;
  if (what.gives !== "formula") return null;
  const measured = formulaMeasure(what.formula, around);
  if (measured === null) return null;
  const criterion = formulaPoints(what, measured, around);
  return criterion === null ? null : { criterion, asked: measured.asked };
}

/** 部分未完成的，得分=…: what is left of the whole. */
const lesser = /[未不没]|部分|逾|超|否则|其[余他]/u;

/** 实际成本≤计划成本得满分；高于的，得分=计划成本/实际成本×分值: whole where the one figure reaches the other. */
function reachedQuotient(only: Piece, [full, ...more]: readonly Piece[], around: Around): Built | null {
  const { what } = only.statement;
  if (full?.condition.of !== "against" || what.gives !== "formula" || more.length > 0) return null;
  if (!isWhole(full, around.weight) || full.each !== null) return null;
  const { name, sign, other } = full.condition;
  const figures = quotientIn(what.formula, around);
  const measured = formulaMeasure(what.formula, around);
  const [whole = "", ...others] = figures?.whole ?? [];
  if (figures === null || measured === null || others.length > 0 || figures.excess) return null;
  const isSame = (one: string, label: string): boolean => sameMeasure(one, label, around) && one !== "";
  const upwards = isSame(name, figures.part) && isSame(other, whole) && /[≥>=]/u.test(sign);
  const downwards = isSame(name, whole) && isSame(other, figures.part) && /[≤<=]/u.test(sign);
  const { condition } = only;
  const isMissed =
    condition.of === "else" ||
    (condition.of === "against" &&
      isSame(condition.other, other) &&
      (condition.name === "" || isSame(condition.name, name)) &&
      (upwards ? /[<≤]/u : /[>≥]/u).test(condition.sign));
  const criterion = formulaPoints(what, measured, around);
  if (upwards === downwards || !isMissed || criterion?.kind !== "ratio") return null;
  return { criterion: { ...criterion, clause: `${full.clause}；${only.clause}` }, asked: measured.asked };
}

/** A/B of A/B×分值. */
function quotientIn(formula: Formula, { text }: Pick<Around, "text">): ReturnType<typeof figuresOf> {
  if (formula.of !== "*") return null;
  return figuresOf(formula.left, text) ?? quotientIn(formula.left, { text });
}

/** 未整改的不得分 beside 得分=已整改问题数/应整改问题数×4: what the formula gives anyhow. */
function isNothingDone(
  { statement, condition, each, veto, words }: Piece,
  only: Piece,
  around: Around,
): boolean {
  const { what } = statement;
  if (what.gives !== "share" || what.share !== 0 || each !== null || veto || condition.of !== "words")
    return false;
  const undone = /^(?:均|全部|都)?未([^,;。]{2,8})$/u.exec(labelWords(words))?.[1];
  const formula = only.statement.what.gives === "formula" ? only.statement.what.formula : null;
  const part = formula === null ? undefined : quotientIn(formula, around)?.part;
  return undone !== undefined && part?.includes(`已${undone}`) === true;
}

/** 未达到的，按比例得分: no more than that it is what the stretches beside it leave. */
function isMiddle({ words }: Piece): boolean {
  return /^(?:未(?:能)?(?:完成|达到|达标)|达不到)?(?:目标值?|要求|标准|计划)?$/u.test(labelWords(words));
}

/** 得分=率×分值，低于60%的不得分，高于95%的按满分计: the formula holds where the stretches beside it do not. */
function boundedFormula(only: Piece, others: readonly Piece[], around: Around): Built | null {
  const { what } = only.statement;
  if (others.length === 0 || only.condition.of !== "words") return null;
  if (what.gives === "formula" ? only.words !== "" : !isMiddle(only)) return null;
  const ranges = others.flatMap(({ condition }) => (condition.of === "range" ? [condition] : []));
  const [first] = ranges;
  // 3天以内 bounds no rate.
  const isOther = ({ absolute, unit }: (typeof ranges)[number]): boolean =>
    absolute ||
    (unit !== "" && what.gives === "formula" && !what.formula.of.includes("name") && unit !== "分");
  if (first === undefined || ranges.length < others.length || ranges.some(isOther)) return null;
  const measured =
    what.gives === "formula"
      ? formulaMeasure(what.formula, around)
      : measureOf(fullerName(ranges.map(({ name }) => name)), first, around);
  if (measured === null || !ranges.every(({ name }) => sameMeasure(name, measured.name, around))) return null;
  const inside = formulaPoints(what, measured, around);
  if (inside === null) return null;
  let middle: Interval = { from: null, fromIncluded: false, to: null, toIncluded: false };
  const bands: CriterionBand[] = [];
  for (const [index, { interval }] of ranges.entries()) {
    const piece = others[index];
    if (piece?.statement.what.gives !== "share") return null;
    const { from, fromIncluded, to, toIncluded } = interval;
    if (from === null && to !== null && middle.from === null)
      middle = { ...middle, from: to, fromIncluded: !toIncluded };
    // In proportion to what, where full marks begin elsewhere than at 100 %?
    else if (to === null && from !== null && middle.to === null && (what.gives === "formula" || from === 1))
      middle = { ...middle, to: from, toIncluded: !fromIncluded };
    else return null;
    bands.push({ ...interval, then: { share: piece.statement.what.share }, clause: piece.clause });
  }
  if (middle.from !== null && middle.to !== null && middle.from >= middle.to) return null;
  bands.push({ ...middle, then: { criterion: inside }, clause: only.clause });
  const percent = ranges.some((range) => range.percent);
  return {
    criterion: { kind: "bands", measure: measured.measure, percent, bands: sortBands(bands) },
    asked: measured.asked,
  };
}

export function isWhole({ statement: { what } }: Pick<Piece, "statement">, weight: number | null): boolean {
  if (what.gives === "share") return what.share === 1;
  return (what.gives === "points" || what.gives === "own") && (weight === null || what.points === weight);
}

/** The one figure that a formula is made of: a name, or A/B. */
export function formulaMeasure(formula: Formula, around: Around): Measured | null {
  if (formula.of === "name") {
    const name = nameOf(formula, around.text);
    return holdsOtherYear(name) ? null : measureOf(name, null, around);
  }
  const figures = formula.of === "/" ? figuresOf(formula, around.text) : null;
  if (figures !== null) {
    const name = `${figures.part}÷${figures.whole.join("、")}`;
    const measured = ratioOf(figures, name);
    // No name for the quotient: its figures are asked, not a rate.
    return measured;
  }
  if (formula.of === "number" || formula.of === "weight") return null;
  const scored = fullFigure(formula);
  if (scored !== null) return outOfFull(scored.figure, around);
  const sides = [formulaMeasure(formula.left, around), formulaMeasure(formula.right, around)].filter(
    (one) => one !== null,
  );
  const [first, second] = sides;
  if (first === undefined) return null;
  return second === undefined || JSON.stringify(first.measure) === JSON.stringify(second.measure)
    ? first
    : null;
}

export function formulaPoints(
  what: Statement["what"],
  measured: Measured,
  around: Around,
  bounds: readonly (number | null)[] = [],
): Criterion | null {
  if (what.gives === "proportion") return { kind: "ratio", measure: measured.measure, clause: "按比例得分" };
  if (what.gives !== "formula") return null;
  const linear = linearOf(what.formula, measured, around);
  if (linear === null || linear.slope === 0) return null;
  const clause = "得分按公式计算";
  const { offset, slope, weights } = linear;
  if (weights > 1) return null;
  const full = around.weight;
  const best = fullFigure(what.formula)?.full ?? null;
  // 考核得分÷100×5 of a row of 8分: in which points it is is not said.
  if (best !== null && (offset !== 0 || (weights === 0 && full !== null && !near(slope * best, full))))
    return null;
  if (weights === 0 && full !== null && offset === 0 && near(slope, full))
    return { kind: "ratio", measure: measured.measure, clause };
  // 率×10分 of a row of 5分, or ×4分: in which points the product is is not said, unless 占比/30%×5 is whole at its bound.
  const isWholeAtBound = bounds.some((bound) => bound !== null && full !== null && near(slope * bound, full));
  if (weights === 0 && full !== null && offset === 0 && slope > 0 && isRate(measured) && !isWholeAtBound)
    return null;
  // 执行率×权重×100: a 权重 is a share of the hundred, and a hundred times that are its 分. Of 分值 it makes no sense.
  const isOfHundred = weights === 1 && near(slope, 100);
  if (isOfHundred && (offset !== 0 || !isShareOfHundred(what.formula, around))) return null;
  if (weights === 1 && offset === 0 && (near(slope, 1) || isOfHundred))
    return { kind: "ratio", measure: measured.measure, clause };
  return {
    kind: "linear",
    measure: measured.measure,
    offset,
    slope,
    of: weights === 1 ? "share" : "points",
    clause,
  };
}

/** The weight is called 权重 where it stands in the formula. */
function isShareOfHundred(formula: Formula, around: Pick<Around, "text">): boolean {
  if (formula.of === "weight") return around.text.slice(formula.from, formula.to).includes("权重");
  return (
    "left" in formula && (isShareOfHundred(formula.left, around) || isShareOfHundred(formula.right, around))
  );
}

function isRate({ asked: { asks } }: Measured): boolean {
  return asks.some(({ kind }) => kind === "rate");
}
