import { normalizeName } from "../form/normalizeName";
import type { Case } from "../scorecard/case";
import { unmatchedFiles } from "./besideTables";
import { checks } from "./checks";
import {
  inCell,
  severities,
  type Check,
  type Finding,
  type FindingContext,
  type Found,
  type Place,
  type CheckedRow,
} from "./finding";
import { nestQuotes } from "./passages";
import { readReviewed } from "./reviewed";
import { safeFix } from "./safeFix";
import type { AnnexScoring } from "../criteria/criterion";
import { noEdition, type Edition } from "../editions/edition";
import type { Annex, AnnexRow } from "../form/annex";
import { readAnnexes } from "../form/readAnnexes";
import { tidy } from "../quantity/tidy";
import { completionRate } from "../criteria/completionRate";
import { isOwnReason } from "../scorecard/ownFormulas";
import type { CellAddress } from "../workbook/cell";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import { readReport } from "./readReport";

/** 报送前自查: everything that a reviewer would find, the gravest first, then from top to bottom. Never throws. */
export function findFindings(formCase: Case, options: FindingOptions = {}): readonly Finding[] {
  return runChecks(findingContext(formCase, options), checks);
}

/** The files given beside a form that it could not be held against: they hold nothing of its project, its indicators
 * or its year before. */
export function unmatchedBeside(formCase: Case, options: FindingOptions): readonly string[] {
  return (options.beside ?? []).length === 0 ? [] : unmatchedFiles(findingContext(formCase, options));
}

/** The findings of these checks, sorted; those marked 已核实，不处理 carry their note. */
export function runChecks(context: FindingContext, list: readonly Check[]): readonly Finding[] {
  const reviewed = readReviewed(context.snapshot, context.form.sheet);
  const seen = new Map<string, number>();
  const findings = list.flatMap((check) =>
    [check.find(context)].flat().map(({ fix, ...found }): Finding => {
      const base = [check.id, normalizeName(found.subject), normalizeName(found.essence)].join("|");
      const count = (seen.get(base) ?? 0) + 1;
      seen.set(base, count);
      const key = count === 1 ? base : `${base}|${count}`;
      return finished(check, found, key, {
        dismissed: reviewed.get(key) ?? null,
        ...safeFix(context, fix),
      });
    }),
  );
  const order = placeOrder(context);
  return findings
    .map((finding) => ({ finding, rank: severities.indexOf(finding.severity), place: order(finding.at) }))
    .sort((left, right) => left.rank - right.rank || comparePlaces(left.place, right.place))
    .map(({ finding }) => finding);
}

function finished(
  check: Check,
  found: Omit<Found, "fix">,
  key: string,
  rest: Pick<Finding, "dismissed" | "fix">,
): Finding {
  return {
    ...found,
    ...rest,
    key,
    check: check.id,
    title: check.title,
    severity: found.severity ?? check.severity,
    other: found.other ?? null,
    what: nestQuotes(found.what),
    why: nestQuotes(found.why),
    todo: nestQuotes(found.todo),
  };
}

type Rank = readonly [sheet: number, row: number, column: number];

/** Sheets in their order, the report behind them. */
function placeOrder({ snapshot }: FindingContext): (place: Place) => Rank {
  const sheets = new Map(snapshot.sheets.map(({ name }, index) => [name, index]));
  return (place) =>
    place.kind === "report"
      ? [snapshot.sheets.length, place.line, 0]
      : [sheets.get(place.at.sheet) ?? 0, place.at.row, place.at.column];
}

function comparePlaces(left: Rank, right: Rank): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

export interface FindingOptions {
  /** The text of the 自评报告, as pasted. */
  readonly report?: string | null;
  /** Workbooks to hold the form against: the approved goals, the form of the year before. */
  readonly beside?: FindingContext["beside"];
  /** What forms that were checked before tell of their figures: sentence → whose it is. */
  readonly earlier?: FindingContext["earlier"];
}

/** Everything that the checks look at, gathered once. */
export function findingContext(formCase: Case, options: FindingOptions = {}): FindingContext {
  const { snapshot, form, facts, scorecard } = formCase;
  const edition = formCase.edition ?? noEdition;
  const bound = new Map(formCase.rows.map((row) => [row.indicator.row, row]));
  const rows = scorecard.rows.flatMap((card): CheckedRow | [] => {
    const one = bound.get(card.row);
    if (one === undefined) return [];
    const { indicator, editionRow } = one;
    const score = card.typed ?? card.points;
    const at = inCell(indicator.basis?.at ?? card.at);
    return {
      indicator,
      card,
      editionRow,
      ruleRow: one.asks === "edition" ? editionRow : null,
      basis: indicator.basis === null ? null : ownWords(snapshot, indicator.basis),
      evidence: indicator.evidence === null ? null : ownWords(snapshot, indicator.evidence),
      score,
      lost: score !== null && card.weight !== null && tidy(score) < tidy(card.weight),
      full: score !== null && card.weight !== null && card.weight > 0 && tidy(score) === tidy(card.weight),
      atBasis: { at, other: inCell(card.at), subject: card.indicator },
    };
  });
  const annexes = readAnnexes(snapshot, form);
  const annexRows = annexes.flatMap((annex) =>
    annex.rows.map((row) => ({
      annex,
      row,
      name: row.name.value,
      completion: completionRate(
        row.target.content,
        row.actual.content,
        row.name.value,
        form.head.year?.value ?? null,
      ),
      scoring: scoringOf(edition, annex, row),
    })),
  );
  const report = readReport(options.report ?? "")?.sentences ?? [];
  return {
    snapshot,
    form,
    facts,
    scorecard,
    edition,
    rows,
    total: givenTotal(formCase, rows),
    annexes,
    annexRows,
    report,
    beside: options.beside ?? [],
    earlier: options.earlier ?? new Map(),
  };
}

/** What a formula shows is the department's own only where nothing below it is ours or open. */
function givenTotal({ form, scorecard }: Case, rows: readonly CheckedRow[]): FindingContext["total"] {
  if (scorecard.typedTotal !== null) return scorecard.typedTotal;
  const score = form.total?.score;
  const isOwn = rows.length > 0 && rows.every(({ card }) => card.typed !== null);
  return score == null || score.typed === null || !isOwn ? null : { value: score.typed, at: score.at };
}

/** A reason that we wrote is not the department's. */
function ownWords(snapshot: Snapshot, cell: { readonly value: string; readonly at: CellAddress }): string {
  return isOwnReason(snapshotCell(snapshot, cell.at)?.formula) ? "" : cell.value.trim();
}

/** Of the row of the edition that this annex answers; a row whose group cannot be told is scored like the others. */
function scoringOf({ rows }: Edition, { kind }: Annex, { group }: AnnexRow): AnnexScoring | null {
  const bindings = rows.flatMap(({ annex }) => (annex?.kind === kind ? [annex] : []));
  return bindings.find(({ groups }) => group !== null && groups.includes(group)) ?? bindings[0] ?? null;
}
