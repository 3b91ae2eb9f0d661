import { type AnnexAnswerKey } from "../criteria/annexRow";
import { annexLevelFormula, annexRateFormula } from "../criteria/annexScale";
import { settled } from "../criteria/choices";
import type { AnnexBinding } from "../editions/edition";
import type { FactCell, RuleContext } from "../criteria/rule";
import { compareTyped } from "../scorecard/compareTyped";
import { scoringAnnex, type ScoredAnnexRow, type ScoringAnnex } from "../scorecard/scoreAnnex";
import type { ScorecardRow } from "../scorecard/scorecard";
import { ruleContext } from "../scorecard/scoreRow";
import { factSet } from "../scorecard/usedFacts";
import { a1, type CellAddress } from "../workbook/cell";
import { snapshotCell } from "../workbook/snapshot";
import {
  cellReference,
  countedRate,
  figureReference,
  handedRate,
  rateExpression,
  unlessBlank,
} from "./annexExpression";
import { formatBefore, type WantedCell } from "./editLedger";
import {
  formatOfPoints,
  isChosen,
  isTyped,
  isWritable,
  type PlannedScore,
  type ScoringInput,
} from "./plannedScore";
import { longestFormula } from "../workbook/formulaLimits";

/** The cells of one row. */
export interface AnnexRowPlace {
  readonly score: CellAddress;
  readonly rate: CellAddress | null;
}

interface RowTerms {
  readonly binding: AnnexBinding;
  /** Row of the form that this annex row belongs to: its typed score may have been given up. */
  readonly formRow: number;
  readonly context: RuleContext;
  readonly reason: (decimals: number) => string;
}

/**
 * `=IF(OR(E8="",F8=""),"",JX.COMPLETION(E8,F8))` and `=IF(G8="","",JX.COMPLETIONSCORE(…G8…,10/23))`; of a qualitative
 * row only the score, by its tier.
 */
export function planAnnexRow(
  input: ScoringInput,
  place: AnnexRowPlace,
  scored: ScoredAnnexRow,
  terms: RowTerms,
): { readonly rate: WantedCell | null; readonly score: PlannedScore } {
  const { snapshot, located, overwrite, scorecard } = input;
  const formulas = rowFormulas(input, place, scored, terms);
  const rate = rateCell(input, place.rate, scored, formulas.rate);
  const { row } = scored.bound;
  const cell = snapshotCell(snapshot, place.score);
  const typed = isTyped(snapshot, located, place.score);
  const points = scored.score.outcome === "scored" ? scored.score.points : null;
  const standing = {
    row: {
      row: place.score.row,
      at: place.score,
      indicator: row.name.value,
      points,
      weight: scored.weight.weight,
      reason: terms.reason(scorecard.decimals),
      typed: typed ? (row.score?.typed ?? null) : null,
      compared: typed
        ? compareTyped(row.score?.typed ?? null, row.score?.text ?? "", points, scored.weight.weight)
        : null,
    },
    indicator: { row: place.score.row, basis: row.shortfall },
    weightCell: /^[A-Z]/u.test(scored.weight.words) ? scored.weight.words : null,
  };
  if (typed && !isChosen(overwrite, terms.formRow)) {
    const words = cell?.formula === undefined && typeof cell?.value === "string" ? cell.value : null;
    return { rate, score: { ...standing, stands: "typed", shown: standing.row.typed, words, wanted: null } };
  }
  const formula = isWritable(snapshot, place.score) ? formulas.score : null;
  if (formula === null || formula.length > longestFormula) {
    return { rate, score: { ...standing, stands: "nothing", shown: null, words: null, wanted: null } };
  }
  const wanted: WantedCell = {
    role: "score",
    name: row.name.value,
    at: place.score,
    content: { formula: `=${formula}` },
    format: formatOfPoints(input, place.score, points, scored.weight.weight),
    reason: typed ? "按您的选择，以计算得分覆盖手工填写的得分" : "按评分标准计算附表各项得分",
  };
  return { rate, score: { ...standing, stands: "formula", shown: points, words: null, wanted } };
}

function rateCell(
  { snapshot, located }: ScoringInput,
  at: CellAddress | null,
  { bound }: ScoredAnnexRow,
  formula: string | null,
): WantedCell | null {
  if (at === null || formula === null || !isFree({ snapshot, located }, at)) return null;
  const own = formatBefore(snapshot, located, at);
  const plain = own === undefined || own === "General" || own === "@";
  return {
    role: "rate",
    name: bound.row.name.value,
    at,
    content: { formula: `=${formula}` },
    format: plain ? "0.00%" : null,
    reason: "完成率=实际完成值÷年度目标值",
  };
}

/** Nothing that a person typed stands in the cell. */
function isFree({ snapshot, located }: Pick<ScoringInput, "snapshot" | "located">, at: CellAddress): boolean {
  return isWritable(snapshot, at) && !isTyped(snapshot, located, at);
}

/**
 * The formula of a row of the form whose target and actual stand beside it, without "="; null: none can be written.
 * @param asked where 评分底稿 asks for its weight; the formula waits for it
 */
export function goalFormula(
  input: ScoringInput,
  annex: ScoringAnnex,
  { at, facts, weight }: Pick<ScorecardRow, "at" | "facts" | "weight">,
  asked: string | null,
): string | null {
  if (weight === null && asked === null) return null;
  const context = ruleContext(weight ?? 1, input.scorecard.settings);
  const weighed = weight === null ? scoringAnnex(withWeight(annex, context.weight)) : annex;
  const [scored] = weighed.score(factSet(facts), context).rows;
  if (scored === undefined) return null;
  const words = asked ?? scored.weight.words;
  const row = { ...scored, weight: { ...scored.weight, words } };
  const terms = { binding: annex.binding, context };
  const { rate, score } = rowFormulas(input, { score: at, rate: null }, row, terms);
  if (score === null) return null;
  const isGuarded = annex.onlyMet === true && rate !== null;
  return onceWeighed(asked, isGuarded ? `IF(${rate}<1,"",${score})` : score);
}

/** "" until a weight that counts stands in 评分底稿. @param asked its cell there; null: the form prints one */
export function onceWeighed(asked: string | null, score: string): string {
  return asked === null ? score : `IF(ISNUMBER(${asked}),IF(AND(${asked}>0,${asked}<=100),${score},""),"")`;
}

/** As if its weight were known: what its formula looks like does not depend on it. */
function withWeight(annex: ScoringAnnex, points: number): ScoringAnnex {
  const rows = annex.rows.map((one) => {
    const { weight } = one.row;
    if (weight?.of !== "own") return one;
    return {
      ...one,
      row: { ...one.row, weight: { ...weight, points: { ...weight.points, value: points } } },
    };
  });
  return { ...annex, rows };
}

interface RowFormulas {
  /** Without "="; null: nothing to write. */
  readonly rate: string | null;
  readonly score: string | null;
}

function rowFormulas(
  input: ScoringInput,
  place: AnnexRowPlace,
  { bound, score, weight }: ScoredAnnexRow,
  { binding, context }: Pick<RowTerms, "binding" | "context">,
): RowFormulas {
  const { dialect, factCells } = input;
  const formulaContext = { dialect, weight: weight.words, standard: null, context };
  const cellOf = (key: AnnexAnswerKey): FactCell | undefined => factCells.get(`${bound.id}.${key}`);
  const open = score.outcome === "open" ? score : null;
  if (open?.of === "tier" || (score.outcome === "scored" && score.by === "tier")) {
    const [tier, share, basis] = (["tier", "share", "basis"] as const).map(cellOf);
    if (tier === undefined || share === undefined || basis === undefined) return { rate: null, score: null };
    const points = annexLevelFormula(binding, { tier, share }, formulaContext);
    const asked = [tier, share, basis].map(({ value }) => value);
    return { rate: null, score: unlessBlank(asked, points) };
  }
  const { reading, answered } = score.figures;
  const figure = (key: "target" | "actual") => {
    const asked = answered[key] || open?.needs.includes(key) === true;
    const cell = asked ? cellOf(key) : undefined;
    return cell === undefined ? figureReference(bound.row[key]) : cellReference(cell.value, null);
  };
  if (open !== null && dialect === "builtIn") return { rate: null, score: null };
  const [target, actual] = [figure("target"), figure("actual")];
  const plain = rateExpression(dialect, reading, target, actual);
  if (plain === null) return { rate: null, score: null };
  const given = [target, actual].flatMap(({ cell }) => cell ?? []);
  const rate = unlessBlank([...new Set(given)], plain);
  if (weight.weight === null) return { rate, score: null };
  const inSheet = place.rate !== null && isFree(input, place.rate);
  const scoring = settled(binding, context.settings);
  const measured = inSheet ? a1(place.rate) : plain;
  const handed = dialect === "addin" ? handedRate(measured, inSheet) : measured;
  const counted = countedRate(measured, handed, reading, scoring);
  const scaled = annexRateFormula(scoring, counted.rate, formulaContext);
  const points = counted.zeroWhen === null ? scaled : `IF(${counted.zeroWhen},0,${scaled})`;
  return { rate, score: unlessBlank(inSheet ? [measured] : [...new Set(given)], points) };
}
