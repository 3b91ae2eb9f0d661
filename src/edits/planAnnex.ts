import type { Annex, AnnexRow } from "../form/annex";
import { ownScoreHeading } from "../form/annexTitles";
import { readAnnexes } from "../form/readAnnexes";
import type { Form } from "../form/form";
import { lossSentence } from "../scorecard/rowReason";
import type { FactCell } from "../criteria/rule";
import type { ScoredAnnexRow } from "../scorecard/scoreAnnex";
import type { Case } from "../scorecard/case";
import type { ScorecardRow } from "../scorecard/scorecard";
import { settingTitle } from "../editions/settings";
import { ruleContext } from "../scorecard/scoreRow";
import { factSet } from "../scorecard/usedFacts";
import { around, cellKey, fullA1, type Area, type CellAddress } from "../workbook/cell";
import { findSheet, type Snapshot } from "../workbook/snapshot";
import { planAnnexRow, type AnnexRowPlace } from "./planAnnexRow";
import type { WantedCell } from "./editLedger";
import { isWritable, type PlannedScore, type ScoringInput } from "./plannedScore";
import { findOwnColumn, headingCell, type ReasonColumn, type TablePlace } from "./reasonColumn";
import { textFormula } from "./textFormula";

/** One annex table with what its cells are to hold. */
interface PlannedAnnex {
  readonly place: TablePlace;
  readonly scores: readonly PlannedScore[];
  /** 完成率 cells, and the heading of a score column that we add; the score cells themselves are in `scores`. */
  readonly wanted: readonly WantedCell[];
  /** 计算得分: added where the annex has no 得分 that every row can hold. */
  readonly scoreColumn: ReasonColumn | null;
}

export interface PlannedAnnexes {
  /** The form's area, with the annexes that stand on its sheet: our columns go beside all of them. */
  readonly formArea: Area;
  readonly tables: readonly PlannedAnnex[];
  /** The score cells that the form's formulas sum, as "<row id>.score". */
  readonly cells: ReadonlyMap<string, FactCell>;
  /** By wish id: what the form's cell will show where the annex keeps scores that a person typed; null: nothing. */
  readonly shown: ReadonlyMap<string, number | null>;
}

/** What 完成率 and 得分 of each annex row are to hold. Scores that a person typed stay, as in the form. */
export function planAnnexes(input: ScoringInput): PlannedAnnexes {
  const { snapshot, form, scorecard, rows } = input;
  const answered = rows.flatMap(({ annex }, index) => {
    const row = scorecard.rows[index];
    return annex === null || annex.own === true || row === undefined || row.weight === null
      ? []
      : [{ annex, row, index, weight: row.weight }];
  });
  if (answered.length === 0) {
    return { formArea: form.area, tables: [], cells: new Map(), shown: new Map() };
  }
  const annexes = readAnnexes(snapshot, form);
  const areas = sheetAreas(form, annexes);
  const tables = annexes.map((annex) => {
    return { annex, ...placesOf(snapshot, annex, areas.get(annex.sheet) ?? annex.area) };
  });
  const plans = new Map<string, ReturnType<typeof planAnnexRow>>();
  const cells = new Map<string, FactCell>();
  const shown = new Map<string, number | null>();
  for (const { annex, row, index, weight } of answered) {
    const one = rows[index];
    if (one === undefined) continue;
    const context = ruleContext(weight, scorecard.settings);
    const scored = annex.score(factSet(row.facts), context);
    let sum: number | null = 0;
    let kept = false;
    for (const scoredRow of scored.rows) {
      const place = placeOf(tables, scoredRow);
      if (place === null) continue;
      const planned = planAnnexRow(input, place, scoredRow, {
        binding: annex.binding,
        formRow: row.row,
        context,
        reason: (decimals) => annexReason(scoredRow, decimals, input.edition),
      });
      plans.set(cellKey(place.score), planned);
      cells.set(`${scoredRow.bound.id}.score`, scoreCell(planned.score, place.score));
      kept ||= planned.score.stands === "typed";
      const factor = scored.weighed.factors[scoredRow.bound.fund]?.factor ?? 1;
      sum = sum === null || planned.score.shown === null ? null : sum + planned.score.shown * factor;
    }
    if (kept) shown.set(one.wish.id, notFiled(row) ? 0 : sum);
  }
  return {
    formArea: areas.get(form.sheet) ?? form.area,
    tables: tables.map((table) => tablePlan(table, plans)),
    cells,
    shown,
  };
}

/** By sheet the rectangle round all its tables, so that our columns stand beside every one of them. */
function sheetAreas(form: Form, annexes: readonly Annex[]): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>([[form.sheet, form.area]]);
  for (const { sheet, area } of annexes) {
    const known = areas.get(sheet);
    areas.set(sheet, known === undefined ? area : around(known, area));
  }
  return areas;
}

interface TablePlaces {
  readonly annex: Annex;
  readonly place: TablePlace;
  readonly scoreColumn: ReasonColumn | null;
}

/** The annex's own 得分 column where every row can hold a score, else one of ours beside it. */
function placesOf(snapshot: Snapshot, annex: Annex, area: Area): Omit<TablePlaces, "annex"> {
  const { sheet, headerRow } = annex;
  const place = { sheet, headerRow, area };
  const own = annex.rows.every(
    ({ score, row }) => score !== null && score.at.row === row && isWritable(snapshot, score.at),
  );
  const found = findSheet(snapshot, sheet);
  const { score } = annex.columns;
  const isOurs = score !== null && score > annex.area.right;
  if ((own && !isOurs) || found === undefined) return { place, scoreColumn: null };
  const scoreColumn = findOwnColumn(found, place, ownScoreHeading);
  if (scoreColumn === null) return { place, scoreColumn: null };
  const right = Math.max(area.right, scoreColumn.column);
  return { place: { ...place, area: { ...area, right } }, scoreColumn };
}

function placeOf(
  tables: readonly TablePlaces[],
  { bound: { sheet, row } }: ScoredAnnexRow,
): AnnexRowPlace | null {
  const table = tables.find(
    ({ annex }) => annex.sheet === sheet && annex.area.top <= row.row && annex.area.bottom >= row.row,
  );
  if (table === undefined) return null;
  const score = scoreAt(table, row);
  return score === null ? null : { score, rate: row.rateAt };
}

/** In our own column, where the table has one, else where the annex has its own. */
function scoreAt({ annex, scoreColumn }: Pick<TablePlaces, "annex" | "scoreColumn">, row: AnnexRow) {
  if (scoreColumn === null) return row.score?.at ?? null;
  return { sheet: annex.sheet, row: row.row, column: scoreColumn.column };
}

function tablePlan(
  { annex, place, scoreColumn }: TablePlaces,
  plans: ReadonlyMap<string, ReturnType<typeof planAnnexRow>>,
): PlannedAnnex {
  const planned = annex.rows.flatMap((row) => {
    const at = scoreAt({ annex, scoreColumn }, row);
    return at === null ? [] : (plans.get(cellKey(at)) ?? []);
  });
  const scores = planned.map(({ score }) => score);
  const wanted = planned.flatMap(({ rate }) => rate ?? []);
  const at =
    scoreColumn === null ? null : { sheet: annex.sheet, row: annex.headerRow, column: scoreColumn.column };
  const heading: readonly WantedCell[] =
    at === null || scores.length === 0
      ? []
      : [headingCell(at, ownScoreHeading, `附表没有可填的得分列，新增“${ownScoreHeading}”列`)];
  return {
    place,
    scores,
    wanted: [...heading, ...wanted],
    scoreColumn: heading.length === 0 ? null : scoreColumn,
  };
}

/** The cell as the form's sum names it; a score written in words counts by value as long as the words stand there. */
function scoreCell({ words, shown }: PlannedScore, at: CellAddress): FactCell {
  const cell = fullA1(at);
  const value =
    words === null || shown === null ? cell : `IF(${cell}=${textFormula(words)},${shown},${cell})`;
  return { value, reason: '""' };
}

/** Why points are lost, on the annex's own scale, or what is open. */
function annexReason({ score }: ScoredAnnexRow, decimals: number, edition: Case["edition"]): string {
  if (score.outcome === "scored")
    return score.losses.length === 0
      ? ""
      : lossSentence(score.losses, decimals, (name) => settingTitle(edition, name));
  return `${score.of === "tier" ? "需人工评定" : "待补充"}：${score.why}。`;
}

function notFiled({ facts }: ScorecardRow): boolean {
  return facts.some(({ spec, value }) => spec.key === "filed" && value === "否");
}
