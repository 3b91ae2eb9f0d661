import type { Annex, AnnexRow } from "../form/annex";
import type { Form, Indicator } from "../form/form";
import type { GatheredFacts } from "../facts/gatheredFact";
import type { Edition, EditionRow } from "../editions/edition";
import type { CompletionRate } from "../criteria/completionRate";
import type { AnnexScoring } from "../criteria/criterion";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import type { CellAddress, Cited } from "../workbook/cell";
import type { CellValue, Snapshot } from "../workbook/snapshot";
import type { ReportSentence } from "./readReport";

/** 须更正: a wrong score or sum. 待核实: a reviewer would ask. 提示: worth a look. */
type Severity = "须更正" | "待核实" | "提示";

/** The gravest first. */
export const severities: readonly Severity[] = ["须更正", "待核实", "提示"];

/** Where something stands: in the workbook, or in the text of the 自评报告 (line counts from 1). */
export type Place =
  | { readonly kind: "cell"; readonly at: CellAddress }
  | { readonly kind: "report"; readonly line: number; readonly quote: string };

/** One cell that is mended. Never one with a formula: that is corrected by whoever wrote it. */
export interface CellFix {
  readonly at: CellAddress;
  /** What stands there. */
  readonly before: CellValue;
  readonly after: string | number;
  /** Why, in a few Chinese words: "改为各项得分之和". */
  readonly label: string;
}

/** What a check gives. */
export interface Found {
  readonly at: Place;
  /** The other side, where two disagree. */
  readonly other?: Place;
  /** Whom it is about: the indicator's name, the title of the block. Part of the key under which it is kept. */
  readonly subject: string;
  /** What exactly was found ("9.65≠9.657"): with other figures it is another finding. Never holds an address. */
  readonly essence: string;
  /** Only where it differs from that of the check. */
  readonly severity?: Severity;
  /** Chinese sentences with a full stop. */
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  /** A safe way to mend it, where there is one. */
  readonly fix?: readonly Omit<CellFix, "before">[];
  /** The right figure of something in the report, which is never written to: for the clipboard. */
  readonly right?: string;
  /** Two wordings to be shown side by side. */
  readonly texts?: { readonly official: string; readonly here: string };
}

/** Something that a reviewer would find. */
export interface Finding extends Omit<Found, "severity" | "other" | "fix"> {
  /** Stable over inserted rows and new sheets: check, subject and essence. */
  readonly key: string;
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly other: Place | null;
  /** 已核实，不处理: the note of whoever looked at it; null while it is open. */
  readonly dismissed: string | null;
  /** All of it or nothing; absent: a person has to see to it. */
  readonly fix?: readonly CellFix[];
}

/** One scored row with everything that is known about it. */
export interface CheckedRow {
  readonly indicator: Indicator;
  readonly card: ScorecardRow;
  /** The row of the edition that it goes by the name of… */
  readonly editionRow: EditionRow | null;
  /** …and whose clause counts for it. */
  readonly ruleRow: EditionRow | null;
  /** 评分依据 without what we wrote there; "" when blank, null when the form has no such column. */
  readonly basis: string | null;
  /** 参考佐证材料: "" when blank, null when the form has no such column. */
  readonly evidence: string | null;
  /** The score that the form shows, or will show once it is written; null while there is none. */
  readonly score: number | null;
  /** Points are lost, as far as the score says. */
  readonly lost: boolean;
  /** Full marks. */
  readonly full: boolean;
  /** What is found in its 评分依据, beside its score. */
  readonly atBasis: Required<Pick<Found, "at" | "other" | "subject">>;
}

export interface CheckedAnnexRow {
  readonly annex: Annex;
  readonly row: AnnexRow;
  readonly name: string;
  readonly completion: CompletionRate;
  /** How the edition scores it; null where it has no such annex. */
  readonly scoring: AnnexScoring | null;
}

/** A workbook that was given beside the form, to hold it against. */
export interface BesideBook {
  readonly file: string;
  readonly snapshot: Snapshot;
}

/** Everything a check may look at, as plain data. */
export interface FindingContext {
  readonly snapshot: Snapshot;
  readonly form: Form;
  readonly facts: GatheredFacts;
  readonly scorecard: Scorecard;
  /** null: no edition fits the form. */
  readonly edition: Edition;
  readonly rows: readonly CheckedRow[];
  /** The total that the department gives: typed, or by a formula over scores that are all typed; null for ours. */
  readonly total: Cited<number> | null;
  readonly annexes: readonly Annex[];
  /** Those of all annexes. */
  readonly annexRows: readonly CheckedAnnexRow[];
  /** Sentence by sentence; empty when none was given. */
  readonly report: readonly ReportSentence[];
  /** Workbooks that were given beside the form: the approved goals, the form of the year before. */
  readonly beside: readonly BesideBook[];
  /** What other forms that were checked before tell of their figures: sentence → whose it is, in Chinese. */
  readonly earlier: ReadonlyMap<string, string>;
}

/** One thing that a reviewer looks for: a file of checks/ that is named for it. Never fires on what it cannot know; never throws. */
export interface Check {
  /** Stable, ASCII: kept in workbooks. */
  readonly id: string;
  /** Chinese, as docs/checks.md prints it. */
  readonly title: string;
  readonly severity: Severity;
  readonly find: (context: FindingContext) => Found | readonly Found[];
}

export function inCell(at: CellAddress): Place {
  return { kind: "cell", at };
}

/** Still to be dealt with: not dismissed, and more than a hint. */
export function isOpen(finding: Finding): boolean {
  return finding.dismissed === null && finding.severity !== "提示";
}
