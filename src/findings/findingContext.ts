import { noEdition, type Edition } from "../editions/edition";
import type { AnnexScoring } from "../criteria/criterion";
import type { Annex, AnnexRow } from "../form/annex";
import { readAnnexes } from "../form/readAnnexes";
import { tidy } from "../quantity/tidy";
import { completionRate } from "../criteria/completionRate";
import { isOwnReason } from "../scorecard/ownReason";
import type { Case } from "../scorecard/case";
import type { CellAddress } from "../workbook/cell";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import type { CheckedAnnex, CheckedRow, FindingContext } from "./finding";
import { readReport } from "./readReport";

export interface FindingOptions {
  /** The text of the 自评报告, as pasted. */
  readonly report?: string | null;
}

/** Everything that the checks look at, gathered once. */
export function findingContext(formCase: Case, options: FindingOptions = {}): FindingContext {
  const { snapshot, form, facts, scorecard } = formCase;
  const edition = formCase.edition ?? noEdition;
  const bound = new Map(formCase.rows.map((row) => [row.indicator.row, row]));
  const rows = scorecard.rows.flatMap((card): readonly CheckedRow[] => {
    const one = bound.get(card.row);
    if (one === undefined) return [];
    const { indicator, editionRow } = one;
    const score = card.typed ?? card.points;
    return [
      {
        indicator,
        card,
        editionRow,
        basis: indicator.basis === null ? null : ownWords(snapshot, indicator.basis),
        evidence: indicator.evidence === null ? null : ownWords(snapshot, indicator.evidence),
        score,
        lost: score !== null && card.weight !== null && tidy(score - card.weight) < 0,
        full: score !== null && card.weight !== null && card.weight > 0 && tidy(score - card.weight) === 0,
      },
    ];
  });
  const annexes = readAnnexes(snapshot, form).map((annex): CheckedAnnex => ({
    annex,
    rows: annex.rows.map((row) => ({
      row,
      completion: completionRate(row.target.content, row.actual.content, row.name.value),
      scoring: scoringOf(edition, annex, row),
    })),
  }));
  const report = readReport(options.report ?? "");
  return { snapshot, form, facts, scorecard, edition, rows, annexes, report };
}

/** Of the row of the edition that this annex answers; a row whose group cannot be told is scored like the others. */
function scoringOf({ rows }: Edition, { kind }: Annex, { group }: AnnexRow): AnnexScoring | null {
  const bindings = rows.flatMap(({ annex }) => (annex?.kind === kind ? [annex] : []));
  return bindings.find(({ groups }) => group !== null && groups.includes(group)) ?? bindings[0] ?? null;
}

/** A reason that we wrote is not the department's. */
function ownWords(snapshot: Snapshot, cell: { readonly value: string; readonly at: CellAddress }): string {
  return isOwnReason(snapshotCell(snapshot, cell.at)?.formula) ? "" : cell.value.trim();
}
