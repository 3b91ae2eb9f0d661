import { sameFactValue, type GatheredFact } from "../facts/gatheredFact";
import { tidy } from "../quantity/tidy";
import type { KeptDraft, RowBasis } from "../scorecard/keptDrafts";
import { pointsWords } from "../scorecard/rowReason";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import { sameAddress, type CellAddress } from "../workbook/cell";
import { annexStatement } from "./annexStatement";
import { criterionStatements } from "./criterionStatements";
import { factStatement } from "./measureStatement";
import { isSayable } from "./sayable";
import { answersOf, dateWords, reasonOf, type Statement } from "./statement";

/** A sentence that may stand in 评分依据 of a row, made of what a person has answered: plain data. */
export interface BasisDraft {
  readonly ruleKey: string;
  /** Row of the form sheet. */
  readonly row: number;
  readonly indicator: string;
  readonly at: CellAddress;
  /** What the person wrote there himself; the draft stands behind it. */
  readonly words: string;
  /** null: nothing can be said any more, and what stands there is out of date. */
  readonly text: string | null;
  /** The answers that say it. */
  readonly from: readonly GatheredFact[];
  /** These, and the rates of the annex rows that it sums up: once one of them is another, it is out of date. */
  readonly values: KeptDraft["from"];
  /** 分 that the row loses: 原因 and 改进措施 are the person's to write. */
  readonly lost: number;
  /** offered: not in the sheet. standing: taken, and as it was written. expired: taken, and an answer is another now. */
  readonly state: "offered" | "standing" | "expired";
  /** What of ours stands there now. */
  readonly standing: KeptDraft | null;
}

/** A row without a draft, and why. */
interface Undrafted {
  readonly row: number;
  readonly indicator: string;
  /** Chinese, without a full stop. */
  readonly why: string;
}

interface BasisDrafts {
  readonly drafts: readonly BasisDraft[];
  readonly without: readonly Undrafted[];
}

/** 生成评分依据（草稿）: for blank cells a sentence, for others what their words do not say. Nothing is written. Pure. */
export function basisDrafts({ rows, decimals }: Scorecard): BasisDrafts {
  const drafts: BasisDraft[] = [];
  const without: Undrafted[] = [];
  for (const row of rows) {
    const { basis, indicator } = row;
    if (basis === null || row.weight === null || tidy(row.weight) === 0) continue;
    const made = draftOf(row, basis, decimals);
    const { draft } = basis;
    if (draft === null && "why" in made) {
      if (made.why !== "") without.push({ row: row.row, indicator, why: made.why });
      continue;
    }
    const said = "why" in made ? null : made;
    const lost = row.deduction ?? 0;
    drafts.push({
      ruleKey: row.ruleKey,
      row: row.row,
      indicator,
      at: basis.at,
      words: basis.words,
      text: said?.text ?? null,
      from: said?.from ?? [],
      values: said === null ? {} : valuesOf(row, said.from),
      lost,
      state: draft === null ? "offered" : isCurrent(draft, row) ? "standing" : "expired",
      standing: draft,
    });
  }
  return { drafts, without };
}

/** What the answers were when the draft was written, and are still: none is missing, taken back or unconfirmed. */
function isCurrent({ from, lost }: KeptDraft, row: ScorecardRow): boolean {
  const sure = row.facts.filter(({ state }) => state !== "extracted");
  const now = valuesOf(row, sure);
  const same = Object.entries(from).every(([id, value]) => sameFactValue(now[id] ?? null, value));
  return same && row.points !== null && tidy(row.deduction ?? 0) === tidy(lost);
}

function valuesOf({ annexRows }: ScorecardRow, facts: readonly GatheredFact[]): KeptDraft["from"] {
  const answers = facts.flatMap(({ id, value }) => (value === null ? [] : [[id, value] as const]));
  const rates = annexRows.map(({ id, rate, actual }) => [`${id}.rate`, rate ?? actual.text] as const);
  return Object.fromEntries([...answers, ...rates]);
}

type Made = Pick<BasisDraft, "from"> & { readonly text: string };

/** why: "" where there is nothing to be said about it. */
function draftOf(row: ScorecardRow, basis: RowBasis, decimals: number): Made | { readonly why: string } {
  if (basis.closed !== null) return { why: basis.closed };
  if (row.points === null) return { why: "数据还没有填齐" };
  if (row.unconfirmed > 0) return { why: "数据还没有核对确认" };
  const all = distinct(statementsOf(row));
  const sayable = all.filter((one) => isSayable(one.words, givenWords(one)));
  const open = sayable.filter((one) => !isSaid(one, basis));
  if (open.length === 0) {
    const isUnsaid = all.length > sayable.length || (all.length === 0 && basis.words === "");
    return { why: isUnsaid ? "没有可以照写的数据，请自行填写" : "" };
  }
  const lost = row.deduction ?? 0;
  // The measured half of a loss, where all that was measured is said and no setting decides it.
  const isWhole = open.length === all.length && row.losses.every(({ setting }) => setting === undefined);
  const points =
    lost > 0 && isWhole ? `，${open.length > 1 ? "共" : ""}扣${pointsWords(lost, decimals)}分` : "";
  const mark = open.some(({ words }) => words.includes("，")) ? "；" : "，";
  const from = Array.from(new Set(open.flatMap((one) => one.from)));
  return { text: `${open.map(({ words }) => words).join(mark)}${points}。`, from };
}

function statementsOf(row: ScorecardRow): readonly Statement[] {
  const { criterion, facts, step, outcome } = row;
  const answers = answersOf(facts);
  if (outcome === "notApplicable") {
    return facts.flatMap((fact) => {
      const given = answers.of(fact.spec.key);
      const said = given?.id === fact.id && fact.reason.trim() !== "" ? factStatement(given) : null;
      if (said === null) return [];
      const reason = fact.value === "不涉及" ? "" : `（${reasonOf(fact)}）`;
      return [{ ...said, words: `${said.words}${reason}` }];
    });
  }
  if (row.annexRows.length > 0) {
    const summed = annexStatement(row);
    return summed === null ? [] : [summed];
  }
  return criterion === null ? [] : criterionStatements(criterion, answers, step);
}

function distinct(statements: readonly Statement[]): readonly Statement[] {
  return Array.from(new Map(statements.map((one) => [one.words, one])).values());
}

/** What a person gave in words, and his dates. */
function givenWords({ from, given = [] }: Statement): readonly string[] {
  const answers = from.flatMap(({ value, reason, spec }) => [
    reasonOf({ reason }),
    ...(typeof value === "string" && !["是", "否", "不涉及"].includes(value) ? [value] : []),
    ...(typeof value === "number" && spec.kind === "date" ? [dateWords(value)] : []),
  ]);
  return [...answers, ...given];
}

/** Whether the words of the cell say it already: all its answers were read there, or it stands there. */
function isSaid({ words, from }: Statement, { at, words: written }: RowBasis): boolean {
  if (written === "") return false;
  const isRead = ({ source, inWords }: GatheredFact): boolean =>
    (source !== null && sameAddress(source.at, at)) || (inWords !== undefined && sameAddress(inWords.at, at));
  return from.every(isRead) || written.includes(words);
}
