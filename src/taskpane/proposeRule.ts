import { ruleChoice, ruleSharers, type RuleSharer } from "../app/ruleSharers";
import type { ClauseReading } from "../clause/clauseReading";
import { draftOf } from "../clause/draftOf";
import type { DraftKind, DraftProblem, RuleDraft } from "../clause/drafts/ruleDraft";
import { emptyDraft } from "../clause/editDraft";
import { readClause } from "../clause/readClause";
import { wordDraft } from "../clause/wordDraft";
import type { RuleChoice, RuleUse } from "../scorecard/chooseRule";
import { readingOf, sameClauseText } from "../scorecard/clauseTexts";
import type { Scorecard, ScorecardRow } from "../scorecard/scorecard";
import type { RuleEditing, RuleWay } from "./ruleEditing";

/** What a person is saying of a rule, worked out as far as it goes: nothing is kept that was not read wholly. */
export interface Proposal {
  readonly ways: readonly RuleWay[];
  readonly way: RuleWay;
  readonly kind: DraftKind | null;
  /** The fields of the kind; null: none is picked. */
  readonly draft: RuleDraft | null;
  readonly words: string;
  /** The clause that would count, as it is read; null: none in words. */
  readonly counts: { readonly clause: string; readonly reading: ClauseReading } | null;
  readonly problems: readonly DraftProblem[];
  /** null: not yet a rule. */
  readonly use: RuleUse | null;
}

/** What the editor of a row begins with: the words that count, or were meant to. */
interface Start {
  readonly words: string;
  readonly draft: RuleDraft | null;
  readonly ways: readonly RuleWay[];
  readonly way: RuleWay;
}

export function startOf(row: ScorecardRow): Start {
  const printed = row.standard?.value.trim() ?? "";
  const use = row.choice?.use;
  const words = typeof use === "object" ? use.words : printed;
  const context = contextOf(row);
  const draft = words === "" ? null : draftOf(words, readingOf(words, context), context);
  const isRead = printed !== "" && readingOf(printed, context).state === "read";
  const ways: readonly RuleWay[] = [
    ...(isRead ? (["sheet"] as const) : []),
    ...(row.editionRowId === null ? [] : (["edition"] as const)),
    "form",
    "words",
    "judged",
  ];
  const own = draft === null ? "words" : "form";
  return { words, draft, ways, way: typeof use === "string" && ways.includes(use) ? use : own };
}

export function proposeRule(editing: RuleEditing, row: ScorecardRow, start: Start): Proposal {
  const way = editing.way !== null && start.ways.includes(editing.way) ? editing.way : start.way;
  const kind = editing.kind ?? start.draft?.kind ?? null;
  const known = kind === start.draft?.kind ? start.draft : null;
  const draft = kind === null ? null : (editing.forms[kind] ?? known ?? emptyDraft(kind));
  const words = editing.words ?? start.words;
  const rest = { ways: start.ways, way, kind, draft, words };
  const context = contextOf(row);
  const read = (clause: string) => ({ clause, reading: readClause(clause, context) });
  switch (way) {
    case "judged":
    case "edition":
      return { ...rest, counts: null, problems: [], use: way };
    case "sheet":
      return { ...rest, counts: read(row.standard?.value.trim() ?? ""), problems: [], use: way };
    case "words": {
      const own = words.trim();
      if (own === "") return { ...rest, counts: null, problems: [fault("还没有写计分规则。")], use: null };
      if (own.length > longest) return { ...rest, counts: null, problems: [tooLong], use: null };
      const counts = read(own);
      if (counts.reading.state === "read") return { ...rest, counts, problems: [], use: { words: own } };
      return { ...rest, counts, problems: [fault(unread[counts.reading.state])], use: null };
    }
    case "form": {
      if (draft === null)
        return { ...rest, counts: null, problems: [fault("还没有选择类型。", "kind")], use: null };
      const written = wordDraft(draft, context);
      if ("problems" in written) return { ...rest, counts: null, problems: written.problems, use: null };
      return { ...rest, counts: read(written.words), problems: [], use: { words: written.words } };
    }
  }
}

const longest = 4000;
const tooLong = fault(`最多${longest}字，请写短一些。`);
const unread = {
  unread:
    "没有全部读懂，不能保存：请改写标出的话。写法照评分标准，如“达到95%的得满分，每低1%扣0.5分，扣完为止”。",
  none: "没有写怎样得分、怎样扣分，不能保存。",
} as const;

function fault(problem: string, at: string | null = null): DraftProblem {
  return { at, problem };
}

function contextOf({ indicator, weight, definition, hasTarget }: ScorecardRow) {
  return { indicator, weight, definition, hasTarget };
}

/** Why what is proposed may not be kept now although it is a rule; null: it may. */
export function heldBecause(editing: RuleEditing, row: ScorecardRow): string | null {
  return sameClauseText(editing.clause, row.standard?.value.trim() ?? "")
    ? null
    : "填写期间，表中的“评分标准”改过。请看过新的文字、核对填写的内容以后再保存。";
}

interface OfferedSharer extends RuleSharer {
  readonly ticked: boolean;
}

/** Rows that print the same text, apart from those for which something else is being filled in. */
export function offeredSharers(
  editing: RuleEditing,
  row: ScorecardRow,
  use: RuleUse | null,
  scorecard: Scorecard,
  busyKeys: readonly string[],
): readonly OfferedSharer[] {
  return ruleSharers(row, use, scorecard)
    .filter(({ row: other }) => !busyKeys.includes(other.ruleKey))
    .map((one) => ({ ...one, ticked: one.why === null && (editing.also[one.row.ruleKey] ?? one.alike) }));
}

/** What is kept: for the row, and for those that were ticked. */
export function choicesOf(
  row: ScorecardRow,
  use: RuleUse,
  sharers: readonly OfferedSharer[],
): Readonly<Record<string, RuleChoice>> {
  const rows = [row, ...sharers.filter(({ ticked }) => ticked).map((one) => one.row)];
  return Object.fromEntries(rows.map((one) => [one.ruleKey, ruleChoice(one, use)]));
}
