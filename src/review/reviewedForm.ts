import { gradeOf } from "../criteria/grade";
import type { Step } from "../criteria/rule";
import { amountsOf } from "../findings/budgetAmounts";
import { tickedGrades } from "../findings/checks/gradeTick";
import type { Finding, Place } from "../findings/finding";
import type { Fund } from "../form/form";
import { tidy } from "../quantity/tidy";
import type { Case } from "../scorecard/case";
import type { ScorecardRow } from "../scorecard/scorecard";
import { a1, fullA1 } from "../workbook/cell";
import { citedPapers, longSentences, tellingFigures } from "./formWords";
import type { ReviewedFinding, ReviewedForm, ReviewedRow } from "./reviewed";

/** Where a form comes from. */
interface FormOrigin extends Pick<ReviewedForm, "file" | "form" | "report"> {
  /** What 报送前自查 found in it. */
  readonly findings: readonly Finding[];
}

/** One evaluated form as a record: everything that the desk needs of it, and nothing that holds its workbook. */
export function reviewedForm(formCase: Case, origin: FormOrigin): ReviewedForm {
  const { form, scorecard, snapshot } = formCase;
  const { fund } = form;
  const self = scorecard.filled?.points ?? form.total?.score.typed ?? null;
  return {
    kind: "form",
    file: origin.file,
    sheet: formCase.sheet,
    form: origin.form,
    department: scorecard.department?.trim() ?? "",
    project: (fund !== null || isOfProject(formCase) ? scorecard.project?.trim() : "") ?? "",
    formKind: scorecard.kind,
    year: scorecard.year,
    self: self === null ? null : tidy(self),
    points: tidy(scorecard.points),
    weight: tidy(scorecard.weight),
    open: tidy(scorecard.openPoints),
    unconfirmed: scorecard.unconfirmed,
    selfGrade: selfGrade(formCase, self),
    grade: scorecard.grade ?? "",
    executionRate: fund === null ? monthlyRate(scorecard.rows) : spentShare(fund),
    amount: fund === null ? (amountsOf(form).total?.value ?? null) : baseOf(fund),
    rows: formCase.rows.flatMap(({ indicator }, index) => {
      const card = scorecard.rows[index];
      if (card === undefined) return [];
      const { actual, target } = indicator.goal ?? { actual: null, target: null };
      return reviewedRow(card, {
        part: indicator.part,
        actual: actual?.content == null ? null : String(actual.content),
        target: String(target?.content ?? ""),
        isFund: card.row === fund?.row,
      });
    }),
    findings: origin.findings.map(reviewedFinding),
    sentences: longSentences(form, snapshot),
    figures: tellingFigures(form, snapshot),
    papers: citedPapers(form, snapshot),
    report: origin.report,
  };
}

function isOfProject({ form: { kind, head } }: Case): boolean {
  return (kind === "project" || kind === "specialFund") && head.project !== null;
}

function reviewedRow(
  card: ScorecardRow,
  known: Pick<ReviewedRow, "part" | "target" | "isFund"> & { readonly actual: string | null },
): ReviewedRow {
  const { result, weight } = card;
  return {
    level1: card.level1,
    level2: card.level2,
    indicator: card.indicator,
    part: known.part,
    target: known.target,
    loss: card.losses[0]?.clause ?? "",
    weight,
    actual: known.actual ?? (result.outcome === "scored" ? result.measured : ""),
    self: card.typed,
    points: card.points === null ? null : tidy(card.points),
    reason: card.reason,
    basisAt: basisCells(card).join("、"),
    at: a1(card.at),
    isFund: known.isFund,
    rate: result.outcome === "scored" ? rateOf(result.step) : null,
  };
}

/** The cells that the points rest on; where there are none, those that should say it. */
function basisCells({ facts, at, annexRows }: ScorecardRow): readonly string[] {
  const cells = facts.flatMap(({ value, at: typed, source }) =>
    value === null ? [] : [source?.at ?? typed ?? []].flat(),
  );
  const annexes = annexRows.flatMap(({ actual }) => actual.at);
  const named = [...cells, ...annexes].map((cell) => (cell.sheet === at.sheet ? a1(cell) : fullA1(cell)));
  const all = [...new Set(named)];
  return all.length > mostCells ? [...all.slice(0, mostCells), `等${all.length}格`] : all;
}

const mostCells = 6;

/** The first rate on the way to the points, a fraction. */
function rateOf({ value, unit, inputs }: Step): number | null {
  if (unit === "%" && typeof value === "number") return tidy(value);
  for (const input of inputs) {
    const found = rateOf(input);
    if (found !== null) return found;
  }
  return null;
}

/** 执行率 of a whole department: what the row that asks for every month's comes to. */
function monthlyRate(rows: readonly ScorecardRow[]): number | null {
  const row = rows.find(({ facts }) => facts.some(({ spec }) => spec.kind === "months"));
  return row?.result.outcome === "scored" ? rateOf(row.result.step) : null;
}

function baseOf({ base, initial, annual }: Fund): number | null {
  return (base.of === "initial" ? initial : annual)?.value ?? null;
}

function spentShare(fund: Fund): number | null {
  const [base, spent] = [baseOf(fund), fund.executed.value];
  return base === null || spent === null || base <= 0 ? null : tidy(spent / base);
}

function selfGrade({ form, scorecard }: Case, self: number | null): string {
  const { grades, weight } = scorecard;
  const [ticked, ...others] = form.grade === null ? [] : tickedGrades(form.grade.value, grades);
  if (ticked !== undefined) return others.length === 0 ? ticked : "";
  return self === null || weight !== 100 ? "" : (gradeOf(self, grades) ?? "");
}

function reviewedFinding(finding: Finding): ReviewedFinding {
  const { key, check, title, severity, subject, what, why, todo, dismissed } = finding;
  return { key, check, title, severity, subject, place: placeOf(finding.at), what, why, todo, dismissed };
}

function placeOf(place: Place): string {
  return place.kind === "report" ? `自评报告第${place.line}行` : `${place.at.sheet}!${a1(place.at)}`;
}
