import { basisDrafts, type BasisDraft } from "../basis/basisDrafts";
import type { Case } from "../scorecard/case";
import { keptDrafts, withoutDraft, type KeptDraft, type KeptDrafts } from "../scorecard/keptDrafts";
import { cellKey } from "../workbook/cell";
import { emptyPlan, type EditPlan } from "../workbook/edit";
import { isNewer, keepValues, refusedPlan } from "../workbook/records";
import { snapshotCell } from "../workbook/snapshot";
import { sameContent, writeWanted, type WantedCell } from "./editLedger";
import { locateTouched } from "./locateTouched";
import { planScoring } from "./planScoring";
import { recordOf } from "./recoveredRecord";
import { keptRestore, type TouchedCell } from "./restoreRecord";

/** What a person said of the draft of one row. */
export interface TakenDraft {
  readonly ruleKey: string;
  /** The draft as he saw it; null: there was none, only what stood in the cell. */
  readonly seen: string | null;
  /** 采用, with his own changes of it; null: 撤下, nothing of ours is to stand there. */
  readonly text: string | null;
}

/**
 * Writes drafts behind the words of the person, which stay as they are, and keeps which characters are ours and what they
 * were made of; 恢复原表 gives the cells back. left: how many read otherwise by now, and were let be.
 */
export function planBasis(
  formCase: Case,
  taken: readonly TakenDraft[],
): { readonly plan: EditPlan; readonly left: number } {
  const { snapshot, sheet, scorecard } = formCase;
  if (isNewer(snapshot)) return { plan: refusedPlan, left: 0 };
  const drafts = new Map(basisDrafts(scorecard).drafts.map((draft) => [draft.ruleKey, draft]));
  const now = taken.flatMap((one) => {
    const draft = drafts.get(one.ruleKey);
    return draft === undefined || draft.text !== one.seen ? [] : [{ draft, text: one.text }];
  });
  const left = taken.length - now.length;
  if (now.length === 0) return { plan: emptyPlan, left };
  const written = now.map(({ draft, text }) => ({ ...cellOf(formCase, draft, text), draft }));
  const record = recordOf(formCase, planScoring);
  const located = locateTouched(snapshot, record.cells, sheet);
  const ledger = writeWanted(
    snapshot,
    located,
    written.map(({ wanted }) => wanted),
  );
  const entries = new Map(
    ledger.entries.map((entry, index) => [cellKey(entry.at), withoutOurs(entry, written[index]?.draft)]),
  );
  const again = located.map(({ touched, at }) => {
    const place = at ?? touched.at;
    return entries.get(cellKey(place)) ?? { ...touched, at: place };
  });
  const known = new Set(again.map(({ at }) => cellKey(at)));
  const cells = [
    ...again,
    ...Array.from(entries.values()).filter(({ at }) => !known.has(cellKey(at))),
  ].filter(({ role, before, ours }) => role !== "basis" || !sameContent(before, ours));
  const basis = keptAfter(keptDrafts(snapshot, sheet), written);
  const edits = keepValues(snapshot, sheet, { restore: keptRestore({ ...record, cells }), basis });
  return { plan: { edits: [...ledger.edits, ...edits], expects: ledger.expects }, left };
}

interface WrittenDraft {
  readonly wanted: WantedCell;
  readonly draft: BasisDraft;
  /** null: nothing of ours stands there. */
  readonly kept: KeptDraft | null;
}

function cellOf({ snapshot }: Case, draft: BasisDraft, text: string | null): Omit<WrittenDraft, "draft"> {
  const { at, indicator, standing } = draft;
  const value = snapshotCell(snapshot, at)?.value ?? null;
  const cell = typeof value === "string" ? value : "";
  const words = standing === null ? cell : (withoutDraft(cell, standing.text) ?? cell);
  const own = text?.trim() ?? "";
  const joined = own === "" ? "" : `${joinOf(words)}${own}`;
  const content = { value: words + joined === "" ? null : words + joined };
  const wanted = {
    role: "basis",
    name: indicator,
    at,
    content,
    format: null,
    reason: "评分依据（草稿）",
  } as const;
  const { values: from, lost } = draft;
  const ours = own === "" || draft.text === null ? null : oursOf(own, draft.text, joinOf(words));
  return { wanted, kept: ours === null ? null : { name: indicator, text: ours, from, lost } };
}

/** What he wrote before the draft or behind it is his; what he changed within it stays a draft, in his words. */
function oursOf(own: string, draft: string, join: string): string {
  if (own.startsWith(draft)) return `${join}${draft}`;
  return withoutDraft(own, draft) === null ? `${join}${own}` : draft;
}

/** A sentence begins behind a full stop; behind half a sentence, on a line of its own. */
function joinOf(words: string): string {
  if (words.trim() === "" || /[。！？；!?;\n]$/u.test(words)) return "";
  return /[，、：,:]\s?$/u.test(words) ? "\n" : "。";
}

/** What stood there before us holds no draft of ours, although a person has changed the cell since. */
function withoutOurs(entry: TouchedCell, draft: BasisDraft | undefined): TouchedCell {
  const { before } = entry;
  const standing = draft?.standing ?? null;
  if (standing === null || !("value" in before) || typeof before.value !== "string") return entry;
  const words = withoutDraft(before.value, standing.text);
  return words === null ? entry : { ...entry, before: { value: words === "" ? null : words } };
}

function keptAfter(before: KeptDrafts, written: readonly WrittenDraft[]): KeptDrafts | null {
  const kept = new Map(Object.entries(before));
  for (const { draft, kept: own } of written) {
    if (own === null) kept.delete(draft.ruleKey);
    else kept.set(draft.ruleKey, own);
  }
  return kept.size === 0 ? null : Object.fromEntries(kept);
}
