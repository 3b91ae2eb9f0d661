import { type GatheredFact, isAsSeen, type SeenFact } from "../facts/gatheredFact";
import type { FactValue } from "../criteria/fact";
import { withGiven, type Case } from "../scorecard/case";
import type { EditPlan } from "../workbook/edit";
import { longestText } from "../workbook/planLimits";
import { isNewer, keepValues, keptValue, refusedPlan } from "../workbook/records";
import { inExistingSheets } from "./editLedger";
import { locateTouched } from "./locateTouched";
import { layOutPaper } from "./paperLayout";
import { planWorkingPaper } from "./planWorkingPaper";
import { readRestoreRecord } from "./copiedForm";
import { keptRestore, readKept } from "./restoreRecord";
import { sameAddress } from "../workbook/cell";

/** A person's answer to one question. */
export interface FactAnswer {
  readonly factId: string;
  readonly value: FactValue;
  /** For 不涉及, points and shares; "" leaves what stands in 口径说明. */
  readonly reason?: string;
}

/** What a person said of facts that were read from words. */
export interface Review {
  /** 确认 */
  readonly seen: readonly SeenFact[];
  /** 不是: the words are not taken any more, and the question is open. */
  readonly refused: readonly SeenFact[];
  /** 改 */
  readonly answers: readonly FactAnswer[];
}

/** Writes answers into 评分底稿, which is made when it is missing. */
export function planFact(formCase: Case, answers: readonly FactAnswer[]): EditPlan {
  return planPaper(withAnswers(formCase, answers), (fact) => fact);
}

/** Writes all that was said in one go; left: how many facts read otherwise by now, and were let be. */
export function planReview(
  formCase: Case,
  { seen, refused, answers }: Review,
): { readonly plan: EditPlan; readonly left: number } {
  const facts = new Map(formCase.scorecard.rows.flatMap((row) => row.facts).map((fact) => [fact.id, fact]));
  const still = (said: readonly SeenFact[]) =>
    new Set(said.filter((one) => isAsSeen(facts.get(one.factId), one)).map(({ factId }) => factId));
  const [yes, no] = [still(seen), still(refused)];
  const plan = planPaper(
    withAnswers(formCase, answers),
    (fact) => {
      if (no.has(fact.id)) return { ...fact, value: null, state: "missing", source: null };
      return yes.has(fact.id) && fact.state === "extracted" ? { ...fact, state: "confirmed" } : fact;
    },
    no,
  );
  return { plan, left: seen.length + refused.length - yes.size - no.size };
}

function withAnswers(formCase: Case, answers: readonly FactAnswer[]): Case {
  if (answers.length === 0) return formCase;
  const given = new Map(
    answers.map(({ factId, value, reason }) => [
      factId,
      {
        value,
        ...(reason === undefined || reason.trim() === ""
          ? {}
          : { reason: reason.trim().slice(0, longestText) }),
      },
    ]),
  );
  return withGiven(formCase, given);
}

/** refused: what was read from words for them is remembered, so that the same words are not taken again. */
function planPaper(
  formCase: Case,
  change: (fact: GatheredFact) => GatheredFact,
  refused: ReadonlySet<string> = new Set(),
): EditPlan {
  const { snapshot, sheet, copyOf, unused, scorecard } = formCase;
  if (isNewer(snapshot)) return refusedPlan;
  // A copy is one until its formulas are its own.
  const record =
    copyOf === null ? readRestoreRecord(snapshot, sheet) : readKept(keptValue(snapshot, "restore", sheet));
  const located = locateTouched(snapshot, record.cells, sheet);
  const layout = layOutPaper(formCase);
  const asked = new Set([
    ...scorecard.rows.flatMap((row) => row.questions.map(({ factId }) => factId)),
    ...refused,
  ]);
  const gathered = scorecard.rows.flatMap((row) => row.facts);
  const facts = gathered.map(change);
  const paper = planWorkingPaper(snapshot, sheet, layout, facts, asked, unused, located);
  const kept = record.cells.filter((cell) => !paper.entries.some(({ at }) => sameAddress(at, cell.at)));
  const restore = keptRestore({
    ...record,
    cells: [...kept, ...paper.entries],
    addedSheet: layout.isNew ? layout.sheet : record.addedSheet,
  });
  const unwanted = gathered.flatMap((fact): [string, FactValue][] =>
    refused.has(fact.id) && fact.value !== null ? [[fact.id, fact.value]] : [],
  );
  const extracted =
    unwanted.length === 0 ? paper.extracted : { ...paper.extracted, ...Object.fromEntries(unwanted) };
  const edits = keepValues(snapshot, sheet, { restore, extracted });
  return { edits: [...paper.edits, ...edits], expects: inExistingSheets(snapshot, paper.expects) };
}
