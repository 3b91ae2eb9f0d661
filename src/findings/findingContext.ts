import { readAnnexes } from "../form/readAnnexes";
import type { Form } from "../form/form";
import type { GatheredFacts } from "../facts/gatheredFact";
import { tidy } from "../quantity/tidy";
import { guangzhou2023 } from "../rubric/guangzhou2023";
import type { Rubric } from "../rubric/rubric";
import { completionRate } from "../rules/completionRate";
import { isOwnReason } from "../scorecard/ownReason";
import type { Scorecard } from "../scorecard/scorecard";
import type { CellAddress } from "../workbook/cell";
import { snapshotCell, type Snapshot } from "../workbook/snapshot";
import type { CheckedAnnex, CheckedRow, FindingContext } from "./finding";
import { readReport } from "./readReport";

export interface FindingOptions {
  /** The text of the 自评报告, as pasted. */
  readonly report?: string | null;
  /** The edition that the scorecard was made with. */
  readonly rubric?: Rubric;
}

/** What evaluate() gives of a workbook that holds a form. */
export interface Evaluated {
  readonly form: Form;
  readonly facts: GatheredFacts;
  readonly scorecard: Scorecard;
}

/** Everything that the checks look at, gathered once. */
export function findingContext(
  snapshot: Snapshot,
  { form, facts, scorecard }: Evaluated,
  options: FindingOptions = {},
): FindingContext {
  const rubric = options.rubric ?? guangzhou2023;
  const editions = new Map(rubric.rows.map((row) => [row.id, row]));
  const indicators = new Map(form.indicators.map((indicator) => [indicator.row, indicator]));
  const rows = scorecard.rows.flatMap((card): readonly CheckedRow[] => {
    const indicator = indicators.get(card.row);
    if (indicator === undefined) return [];
    const score = card.typed ?? card.points;
    return [
      {
        indicator,
        card,
        rubricRow: editions.get(card.rubricId ?? "") ?? null,
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
    })),
  }));
  const report = readReport(options.report ?? "");
  return { snapshot, form, facts, scorecard, rubric, rows, annexes, report };
}

/** A reason that we wrote is not the department's. */
function ownWords(snapshot: Snapshot, cell: { readonly value: string; readonly at: CellAddress }): string {
  return isOwnReason(snapshotCell(snapshot, cell.at)?.formula) ? "" : cell.value.trim();
}
